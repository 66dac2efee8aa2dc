"""Texts that nobody may see, and the disguises from which anyone can get them back: reversed, encoded, or hashed.

A hash without a salt is such a disguise, as anyone can try words on it; its beginning is enough for that.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

WORDS = re.compile(r"[A-Za-z0-9+/_=-]{4,}")
BASE32, HEX = re.compile(r"[A-Za-z2-7]+=*"), re.compile(r"(?:[0-9A-Fa-f]{2})+")
"""What alone can be written so: asking takes less than trying."""
ADDRESS = re.compile(r"(?:@|//)[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
"""The host in an e-mail address or in one of the web: it names a place, and gives nothing away."""
DIGESTS = (
    *("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2s", "blake2b"),
    *("sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"),
)
ENOUGH = 8
"""Bytes at the beginning of a hash that are not there by accident; in no way are they written with fewer characters."""
GAP, SEAM = bytes(ENOUGH), "\0"
"""Between texts, so that no end of one and beginning of the next make up a hash, or what nobody may see."""
REMEMBERED = 64
"""Texts that were decoded last, and hidden ones that were hashed: each of these is looked for in each of those."""


def shows(part: object, hidden: str) -> bool:
    """Tell whether something shows a text: anywhere in it, in small letters or capitals, or in a disguise."""
    leaves = [leaf for leaf in parts(part) if not isinstance(leaf, dict | list)]
    seen = SEAM.join(reading for leaf in leaves for reading in _readings(str(leaf))).casefold()
    form = hidden.casefold()
    texts = (leaf for leaf in leaves if isinstance(leaf, str))
    return form in seen or form[::-1] in seen or digest_shown(texts, hidden) is not None


def names(text: str, hidden: str) -> bool:
    """Tell whether a text of a program has this one in it as a word of its own, or in a disguise."""
    as_word = _as_word(hidden)
    return any(map(as_word.search, _readings(text))) or digest_shown([text], hidden) is not None


def digest_shown(texts: Iterable[str], hidden: str) -> str | None:
    """Name the hash of a text that can be seen in others: written in hex, in base64, or as the bytes that it is."""
    long_enough = [text for text in texts if len(text) >= ENOUGH]
    seen = GAP.join(each for text in long_enough for each in (text.encode("utf-8", "replace"), *_decoded(text)))
    if not seen:
        return None
    seen += GAP + seen.lower()
    return next((name for name, disguises in _digests(hidden) if any(each in seen for each in disguises)), None)


def parts(data: object) -> Iterator[object]:
    """Yield a value and everything in it, the keys of dicts included."""
    yield data
    for part in (*data, *data.values()) if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from parts(part) if isinstance(part, dict | list) else (part,)


@functools.lru_cache(REMEMBERED)
def _readings(text: str) -> tuple[str, ...]:
    """Give a text, and what its words may say, without the addresses in them."""
    decoded = (each.decode("utf-8", "replace") for each in _decoded(text))
    return tuple(ADDRESS.sub(" ", reading) for reading in (text, *decoded))


@functools.lru_cache(REMEMBERED)
def _as_word(hidden: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{re.escape(hidden)}|{re.escape(hidden[::-1])})(?!\w)")


@functools.lru_cache(REMEMBERED)
def _digests(hidden: str) -> list[tuple[str, tuple[bytes, ...]]]:
    """Give the beginning of each hash of a text that anyone can try, in each way in which it is written."""
    hashes: list[Any] = [hashlib.new(name, hidden.encode(), usedforsecurity=False) for name in DIGESTS]
    digests = (each.digest() if each.digest_size else each.digest(ENOUGH) for each in hashes)  # as long as you like
    return [(each.name, _written(digest[:ENOUGH])) for each, digest in zip(hashes, digests, strict=True)]


def _written(digest: bytes) -> tuple[bytes, ...]:
    return digest, digest.hex().encode(), repr(digest)[2:-1].encode(), digest.decode("latin-1").encode()


@functools.lru_cache(REMEMBERED)
def _decoded(text: str) -> tuple[bytes, ...]:
    """Give what the words of a text may say in base64, base32 or hex."""
    return tuple(reading for word in dict.fromkeys(WORDS.findall(text)) for reading in _unpacked(word))


def _unpacked(word: str) -> Iterator[bytes]:
    with contextlib.suppress(ValueError):
        yield base64.urlsafe_b64decode(word.replace("+", "-").replace("/", "_") + "=" * (-len(word) % 4))
    if BASE32.fullmatch(word):
        with contextlib.suppress(ValueError):
            yield base64.b32decode(word.upper() + "=" * (-len(word) % 8))
    if HEX.fullmatch(word):
        yield bytes.fromhex(word)
