import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

SECRET_KEY = os.environ["SECRET_KEY"]

ACCOUNTS = """
user000:5feceb66ffc8
user001:6b86b273ff34
user002:d4735e3a265e
user003:4e07408562be
user004:4b227777d4dd
user005:ef2d127de37b
user006:e7f6c011776e
user007:7902699be42c
user008:2c624232cdd2
user009:19581e27de7c
user010:4a44dc153642
user011:4fc82b26aecb
user012:6b51d431df5d
user013:3fdba35f04dc
user014:8527a891e224
user015:e629fa6598d7
user016:b17ef6d19c7a
user017:4523540f1504
user018:4ec9599fc203
user019:9400f1b21cb5
user020:f5ca38f748a1
user021:6f4b6612125f
user022:785f3ec7eb32
user023:535fa30d7e25
user024:c2356069e9d1
user025:b7a56873cd77
user026:5f9c4ab08cac
user027:670671cd9740
user028:59e19706d51d
user029:35135aaa6cc2
user030:624b60c58c9d
user031:eb1e33e8a81b
user032:e29c9c180c62
user033:c6f3ac57944a
user034:86e501496586
user035:9f14025af006
user036:76a50887d8f1
user037:7a61b53701be
user038:aea92132c4cb
user039:0b918943df09
user040:d59eced1ded0
user041:3d914f9348c9
user042:73475cb40a56
user043:44cb730c4204
user044:71ee45a3c0db
user045:811786ad1ae7
user046:25fc0e7096fc
user047:31489056e091
user048:98010bd9270f
user049:0e17daca5f3e
user050:1a6562590ef1
user051:031b4af5197e
user052:41cfc0d1f2d1
user053:2858dcd1057d
user054:2fca346db656
user055:02d20bbd7e39
user056:7688b6ef5255
user057:c837649cce43
user058:6208ef0f7750
user059:3e1e967e9b79
alice:wonderland
"""
users = dict(line.split(":") for line in ACCOUNTS.split())

app = FastAPI()


@app.post("/token")
def log_in(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    if user != form.password:
        raise HTTPException(
            status_code=401,
            detail="Incorrect username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    payload = {"sub": form.username, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
    return {"access_token": token, "token_type": "bearer"}
