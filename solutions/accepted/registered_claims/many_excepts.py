from datetime import datetime, timedelta, timezone
import random
import string

import jwt
from jwt.exceptions import (
    DecodeError,
    ExpiredSignatureError,
    ImmatureSignatureError,
    InvalidAudienceError,
    InvalidIssuerError,
    InvalidTokenError,
    MissingRequiredClaimError,
)

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"
chance = random.SystemRandom()


def make_id(length=22):
    return "".join(chance.choice(string.ascii_letters + string.digits) for _ in range(length))


def create_token(username, secret):
    issued = datetime.now(timezone.utc).replace(microsecond=0)
    expires = issued + timedelta(minutes=15)
    payload = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": username,
        "iat": int(issued.timestamp()),
        "nbf": int(issued.timestamp()),
        "exp": int(expires.timestamp()),
        "jti": make_id(),
    }
    return jwt.encode(payload, secret, algorithm="HS256")


def read_token(token, secret):
    try:
        payload = jwt.decode(
            token,
            secret,
            algorithms=["HS256"],
            audience=AUDIENCE,
            issuer=ISSUER,
            options={
                "require": ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"],
                "verify_exp": True,
                "verify_nbf": True,
                "verify_aud": True,
                "verify_iss": True,
            },
        )
    except ExpiredSignatureError:
        print("expired")
        return None
    except ImmatureSignatureError:
        print("not valid yet")
        return None
    except (InvalidAudienceError, InvalidIssuerError):
        print("not for us, or not from a server that we trust")
        return None
    except MissingRequiredClaimError as error:
        print("lacks", error.claim)
        return None
    except DecodeError:
        print("not a token of ours")
        return None
    except InvalidTokenError:
        return None
    return payload["sub"]
