"""Files written whole or not at all, and archives that are the same bytes wherever they are made."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell."""
UNIX = 3


def replace(file: Path, content: bytes, *, through_link: bool = True) -> None:
    """Write a file beside it, then let that take its place: a reader sees the old one or the new one, never a part.

    Where a link stands in its place, what that leads to is written, or else the link is replaced. Raises OSError if it
    cannot be written; the old one is as it was then.
    """
    target = Path(os.path.realpath(file)) if through_link else file
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as beside:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
        if target.exists():
            shutil.copymode(target, name)
        else:
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def zipped(contents: Mapping[str, bytes], *, programs: Collection[str] = ()) -> bytes:
    """Make a zip of these files, by name; `programs` may be run.

    It is not compressed, for what a compressor makes differs from one version of its library to another.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = UNIX
            entry.external_attr = (0o100755 if name in programs else 0o100644) << 16
            archive.writestr(entry, content)
    return made.getvalue()


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
