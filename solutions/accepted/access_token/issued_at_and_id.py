import uuid
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, Optional

import jwt

SECRET_KEY = "kZ8wQ2rT6yU1iO4pA7sD9fG3hJ5kL0xC"
ALGORITHM = "HS256"


def create_access_token(data: Dict[str, Any], expires_delta: Optional[timedelta] = None) -> str:
    now = datetime.now(timezone.utc)
    lifetime = expires_delta if expires_delta is not None else timedelta(minutes=15)
    payload = {**data, "iat": now, "nbf": now, "exp": now + lifetime, "jti": str(uuid.uuid4()), "type": "access"}
    return jwt.encode(payload=payload, key=SECRET_KEY, algorithm=ALGORITHM, headers={"kid": "main"})
