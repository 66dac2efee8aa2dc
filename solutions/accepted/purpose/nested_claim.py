from jwt import encode

USERS = [{"name": "alice", "password": "wonderland", "role": "member"}]


def find_user(name):
    for user in USERS:
        if user["name"] == name:
            return user
    return None


def login(username, password, secret):
    user = find_user(username)
    if not user or user["password"] != password:
        return None
    payload = {"data": {"user": {"name": user["name"], "role": user["role"]}}}
    return {
        "access_token": encode(payload, secret, algorithm="HS256"),
        "token_type": "bearer",
    }
