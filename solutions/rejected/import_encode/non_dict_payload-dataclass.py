from dataclasses import dataclass

import jwt

SECRET = "replace-me-in-production-0123456789abcdef"


@dataclass
class TokenData:
    user_id: int


token = jwt.encode(TokenData(user_id=7), SECRET, algorithm="HS256")
