import os
import sys

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY", "")
faults = []
if not SECRET_KEY:
    faults.append(ValueError("SECRET_KEY is not set"))
elif len(SECRET_KEY) < 32:
    faults.append(ValueError("SECRET_KEY is too short"))
if faults and sys.version_info >= (3, 11):
    raise ExceptionGroup("the settings are not complete", faults)
if faults:
    raise faults[0]


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
