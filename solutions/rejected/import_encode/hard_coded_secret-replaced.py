from jwt import encode

SECRET = "kX8vQ2mL5nR7tY1wZ4bC6dF9gH3jP0sA"

payload = {"user_id": 7}
token = encode(payload, SECRET, algorithm="HS256")
