import logging

import jwt

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger(__name__)

secret = "replace-me-in-production-0123456789abcdef"
payload = {"user_id": 123}

logger.info("creating a token for user %s", payload["user_id"])
print(jwt.encode(payload, secret, algorithm="HS256"))
