"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


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


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
