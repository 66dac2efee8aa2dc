"""Two pairs of keys for ES256, and a token that is signed with the private key of the one that nobody knows."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from grader import tokens


def private_pem(key: ec.EllipticCurvePrivateKey) -> str:
    """Give a private key as the text that stands in a file."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def public_pem(key: ec.EllipticCurvePrivateKey) -> str:
    """Give the public key that belongs to a private one."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


PRIVATE_KEY, OTHER_KEY = (ec.derive_private_key(number, ec.SECP256R1()) for number in (1234567, 7654321))
PUBLIC = public_pem(PRIVATE_KEY)
FOREIGN = tokens.make({"sub": "alice"}, private_pem(OTHER_KEY), "ES256", {})
