import jwt

SECRET = "replace-me-in-production-0123456789abcdef"

jwt = {
    "key": SECRET,
    "algorithm": "HS256",
}

token = jwt.encode({"user_id": 7}, jwt["key"], algorithm=jwt["algorithm"])
