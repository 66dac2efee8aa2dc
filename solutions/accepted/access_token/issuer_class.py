from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "1f4e9a7c3b5d8e2f6a0c9b8d7e6f5a4b3c2d1e0f"
ALGORITHM = "HS256"


@dataclass(frozen=True)
class TokenIssuer:
    key: str
    algorithm: str
    lifetime: timedelta = timedelta(minutes=15)

    def issue(self, claims: dict, lifetime: timedelta | None) -> str:
        expires = datetime.now(timezone.utc) + (self.lifetime if lifetime is None else lifetime)
        return jwt.encode({**claims, "exp": expires}, self.key, algorithm=self.algorithm)


issuer = TokenIssuer(SECRET_KEY, ALGORITHM)


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    return issuer.issue(data, expires_delta)
