"""What `$names` stand for: drawn by chance, so that nothing can be known beforehand, for each round or each step."""

from __future__ import annotations

import random
import string
import uuid
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

ID = "$id"
KEYS = tuple((f"$key_{length}", length) for length in (16, 31, 32, 33, 48))
"""Keys that are drawn beside the secret, and their characters: too few for HS256, just enough, and more."""
PAIRS = (("$private_key", "$public_key"), ("$other_private_key", "$other_public_key"))
BELOW_THE_ORDER = 255
"""Bits of a number that is less than the order of the curve P-256, as a private key has to be."""


def for_round(chance: random.Random, named: AbstractSet[str]) -> dict[str, object]:
    """Draw what stays the same throughout a round; keys, which cost time, only if they are named."""
    secret = f"{chance.getrandbits(256):064x}"
    keys = random.Random(secret)  # noqa: S311 - a draw of their own, so that those after them stay as they were
    drawn: dict[str, object] = {
        "$secret": secret,
        "$user_id": chance.randint(100_000, 999_999_999),
        "$stranger": _letters(chance, 5),  # as long as alice
        "$wrong_password": _letters(chance, 10),  # and as wonderland, so that nothing is to be learnt from the length
        **{name: "".join(keys.choices(string.ascii_letters + string.digits, k=n)) for name, n in KEYS if name in named},
    }
    for names in PAIRS:
        drawn |= zip(names, _pair(chance), strict=True) if named & {*names} else ()
    return drawn


def for_step(chance: random.Random, named: AbstractSet[str]) -> Mapping[str, object]:
    """Draw what is another in each step."""
    return {ID: str(uuid.UUID(int=chance.getrandbits(128), version=4))} if ID in named else {}


def _letters(chance: random.Random, count: int) -> str:
    return "".join(chance.choices(string.ascii_lowercase, k=count))


def _pair(chance: random.Random) -> Iterator[str]:
    """Give a private key for ES256 as text, and the public key that belongs to it (RFC 7518 §3.4)."""
    key = ec.derive_private_key(chance.getrandbits(BELOW_THE_ORDER) + 1, ec.SECP256R1())
    yield key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode().strip()
    yield key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode().strip()
