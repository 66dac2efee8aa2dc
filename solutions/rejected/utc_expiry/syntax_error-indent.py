from datetime import datetime, timedelta, timezone
from jwt import encode

def create_token(user_id, secret):
    now = datetime.now(timezone.utc)
     exp = now + timedelta(minutes=30)
    return encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
