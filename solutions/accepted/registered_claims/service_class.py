import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Optional

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"


@dataclass(frozen=True)
class TokenService:
    secret: str
    issuer: str = ISSUER
    audience: str = AUDIENCE
    algorithm: str = "HS256"
    lifetime: timedelta = field(default=timedelta(minutes=15))

    REQUIRED = ("iss", "aud", "sub", "iat", "nbf", "exp", "jti")

    def issue(self, subject: str) -> str:
        issued_at = datetime.now(tz=timezone.utc)
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "aud": self.audience,
            "sub": subject,
            "iat": issued_at,
            "nbf": issued_at,
            "exp": issued_at + self.lifetime,
            "jti": uuid.uuid4().hex,
        }
        return jwt.encode(claims, self.secret, algorithm=self.algorithm)

    def subject_of(self, token: str) -> Optional[str]:
        try:
            claims = jwt.decode(
                token,
                self.secret,
                algorithms=[self.algorithm],
                issuer=self.issuer,
                audience=self.audience,
                leeway=timedelta(seconds=30),
                options={"require": list(self.REQUIRED), "verify_signature": True},
            )
        except jwt.InvalidTokenError:
            return None
        return str(claims["sub"])


def create_token(username: str, secret: str) -> str:
    return TokenService(secret).issue(username)


def read_token(token: str, secret: str) -> Optional[str]:
    return TokenService(secret).subject_of(token)
