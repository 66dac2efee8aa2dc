import base64
import json
import os
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

PRIVATE_KEY = load_pem_private_key(os.environ["PRIVATE_KEY"].encode(), None)
PUBLIC_KEY = load_pem_public_key(os.environ["PUBLIC_KEY"].encode())
ES256 = ec.ECDSA(hashes.SHA256())


def to_text(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def to_bytes(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def create_token(username):
    parts = ({"alg": "ES256", "typ": "JWT"}, {"sub": username, "exp": int(time.time()) + 900})
    signed = ".".join(to_text(json.dumps(part).encode()) for part in parts)
    r, s = utils.decode_dss_signature(PRIVATE_KEY.sign(signed.encode(), ES256))
    return f"{signed}.{to_text(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def read_token(token):
    try:
        signed, _, signature = token.rpartition(".")
        header, payload = (json.loads(to_bytes(part)) for part in signed.split("."))
        raw = to_bytes(signature)
        if header["alg"] != "ES256" or len(raw) != 64:
            return None
        pair = utils.encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        PUBLIC_KEY.verify(pair, signed.encode(), ES256)
        return payload["sub"] if payload["exp"] > time.time() else None
    except (ValueError, KeyError, TypeError, InvalidSignature):
        return None
