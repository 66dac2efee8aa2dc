import copy
from datetime import datetime, timedelta

import jwt

SECRET_KEY = "correct horse battery staple, twice over"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta = None) -> str:
    to_encode = copy.deepcopy(data)
    if expires_delta == None:
        expires_delta = timedelta(minutes=15)
    to_encode.update(exp=datetime.utcnow() + expires_delta)
    return jwt.encode(to_encode, SECRET_KEY, algorithm=ALGORITHM)
