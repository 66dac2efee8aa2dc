import logging

import jwt

logging.basicConfig(level=logging.INFO)

secret = "replace-me-in-production-0123456789abcdef"
token = jwt.encode({"user_id": 123}, secret, algorithm="HS256")
logging.info(token)
