from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4"
ALGORITHM = "HS256"


def create_access_token(data, *args, **options):
    lifetime = args[0] if args else options.get("expires_delta")
    if lifetime is None:
        lifetime = timedelta(seconds=900)
    return jwt.encode({"exp": datetime.now(timezone.utc) + lifetime, **data}, SECRET_KEY, algorithm=ALGORITHM)
