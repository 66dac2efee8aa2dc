"""What a submission comes in: a folder, a zip or a tar. Files are read as bytes, one by one, and nothing is unpacked.

No file can make the reading hang, follow a link, lead out of the container, or flood the memory. One that is not taken
is refused in a sentence that names it; a whole archive is refused only if it is broken or made to do harm.
"""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import itertools
import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.errors import UsageError
from grader.text import clean

MAX_BYTES = 256 * 1024
MAX_ARCHIVE_BYTES = 32 * 1024 * 1024
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
MAX_ENTRIES = 2_000
LONGEST_NAME = 4_096
DEEPEST = 10
UNPACKED_BIT_BY_BIT = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How entries of a zip may be packed: of other kinds, zipfile unpacks a kilobyte to gigabytes before it gives any."""
MADE_BY_SYSTEMS = ("__MACOSX", "Thumbs.db", "desktop.ini")
BROKEN = (
    *(tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(EOFError, OSError, RuntimeError, ValueError),
)
"""What Python raises for an archive that is not as it should be; RuntimeError for one that is encrypted."""


class RefusedError(Exception):
    """A file is there but is not taken; the text is a sentence that names it."""


@dataclass(frozen=True)
class Container:
    """The names at the top of a submission, and how to read one: None if it is not there; raises RefusedError."""

    names: frozenset[str]
    read: Callable[[str], bytes | None]


def innermost(path: Path) -> Path:
    """Give the folder that the files lie in where all is in one folder, or in several around each other.

    So do platforms and unpackers leave what was an archive; links are not followed.
    """
    for _ in range(DEEPEST):
        entries = _handed_in(path)
        if len(entries) != 1 or not entries[0].is_dir(follow_symlinks=False):
            break
        path /= entries[0].name
    return path


def _handed_in(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not _is_made_by_a_system(PurePosixPath(entry.name))]
    except OSError:  # an archive, or what cannot be read, which is told when it is
        return []


def open_container(path: Path) -> Container:
    """Look into a folder or an archive; raises UsageError if it is neither, broken, or made to do harm."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(f"{path} does not exist: give the folder or the archive that holds your answers.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    if stat.S_ISDIR(status.st_mode):
        return _folder(path)
    if not stat.S_ISREG(status.st_mode):
        raise UsageError(f"{path} is neither a folder nor a file.")
    if status.st_size > MAX_ARCHIVE_BYTES:
        raise UsageError(f"{path} is larger than {MAX_ARCHIVE_BYTES // 1024**2} MiB: hand in source code only.")
    try:
        if zipfile.is_zipfile(path):
            return _zip(path)
        return _tar(path)
    except BROKEN as error:
        raise UsageError(f"{path} is no zip or tar archive that can be read: give a folder or one of these.") from error


def _folder(path: Path) -> Container:
    try:
        names = frozenset(entry.name for entry in os.scandir(path))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    return Container(names, lambda name: _read_file(path / name))


def _read_file(path: Path) -> bytes | None:
    """Give the content of a regular file, None where there is none; never follows a link, never waits for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        _refuse_kind(path.name, path.lstat().st_mode)
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read: {error.strerror}.") from error
    with os.fdopen(descriptor, "rb") as file:
        _refuse_kind(path.name, os.fstat(file.fileno()).st_mode)
        return _capped(path.name, file.read(MAX_BYTES + 1))


def _zip(path: Path) -> Container:
    with zipfile.ZipFile(path) as archive:
        infos = {info.filename: info for info in archive.infolist() if not info.is_dir()}
    size = 0
    for count, (name, info) in enumerate(infos.items(), start=1):
        size += info.file_size
        _refuse_harm(path, name, count, size)

    def read(name: str) -> bytes:
        _refuse_kind(name, stat.S_IFMT(infos[name].external_attr >> 16) or stat.S_IFREG)  # many archives leave it out
        if infos[name].compress_type not in UNPACKED_BIT_BY_BIT:
            raise RefusedError(f"{name} in {path.name} is packed in an unusual way: zip it by your system's means.")
        try:
            with zipfile.ZipFile(path) as archive, archive.open(infos[name]) as file:
                return file.read(MAX_BYTES + 1)
        except BROKEN as error:
            raise RefusedError(f"{name} in {path.name} cannot be unpacked.") from error

    return _archive(infos, read)


def _tar(path: Path) -> Container:
    contents: dict[str, bytes] = {}
    kinds: dict[str, int] = {}
    size = 0
    with tarfile.open(fileobj=io.BytesIO(_unpacked(path)), mode="r:") as archive:
        for count, member in enumerate(archive, start=1):  # folders, too, and one that comes again and again
            size += abs(member.size)  # which a harmful one has below zero
            _refuse_harm(path, member.name, count, size)
            if not member.isdir():
                kinds[member.name] = _kind(member)
                file = archive.extractfile(member) if member.isfile() else None
                contents[member.name] = file.read(MAX_BYTES + 1) if file else b""

    def read(name: str) -> bytes:
        _refuse_kind(name, kinds[name])
        return contents[name]

    return _archive(contents, read)


def _unpacked(path: Path) -> bytes:
    """Unpack what a tar is packed in, before its headers can say how much of it to read."""
    for opened in (gzip.open, bz2.open, lzma.open, open):
        with contextlib.suppress(*BROKEN), opened(path, "rb") as file:
            content = file.read(MAX_UNPACKED_BYTES + 1)
            break
    _refuse_harm(path, "", 0, len(content))
    return content


def _kind(member: tarfile.TarInfo) -> int:
    if member.isfile():
        return stat.S_IFREG
    return stat.S_IFLNK if member.issym() or member.islnk() else stat.S_IFIFO


def _archive(entries: Iterable[str], read: Callable[[str], bytes]) -> Container:
    """Make a container of an archive's entries: of those in its only folder, if all are in one, and so on."""
    paths = {PurePosixPath(name.replace("\\", "/")): name for name in entries}
    kept = {path.parts: name for path, name in paths.items() if path.parts and not _is_made_by_a_system(path)}
    folders = zip(*(parts[:-1] for parts in kept), strict=False)
    around = len(list(itertools.takewhile(lambda level: len(set(level)) == 1, folders)))
    by_name = {"/".join(parts[around:]): name for parts, name in kept.items()}

    def read_one(name: str) -> bytes | None:
        return _capped(name, read(by_name[name])) if name in by_name else None

    return Container(frozenset(parts[around] for parts in kept), read_one)


def _is_made_by_a_system(path: PurePosixPath) -> bool:
    """Tell whether it is not the student's: what macOS, Windows, Git or the grader itself keeps beside a file."""
    return any(part.startswith(".") or part in MADE_BY_SYSTEMS for part in path.parts)


def _refuse_harm(path: Path, name: str, count: int, size: int) -> None:
    """Refuse an archive for an entry of this name, or for so many entries or bytes up to it."""
    if count > MAX_ENTRIES:
        raise UsageError(f"{path} holds more than {MAX_ENTRIES} files: hand in source code only.")
    if size > MAX_UNPACKED_BYTES:
        raise UsageError(f"{path} unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB: hand in source code only.")
    if len(name) > LONGEST_NAME:
        raise UsageError(f"{path}: the entry '{clean(name, 60)}' has too long a name; nothing of it was read.")
    if name.startswith(("/", "\\")) or ":" in name or ".." in PurePosixPath(name.replace("\\", "/")).parts:
        raise UsageError(f"{path}: the entry '{clean(name, 60)}' leads out of the archive; nothing of it was read.")


def _refuse_kind(name: str, mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise RefusedError(f"{name} is a link: hand in the file itself.")
    if stat.S_ISDIR(mode):
        raise RefusedError(f"{name} is a folder: a file is expected here.")
    if not stat.S_ISREG(mode):
        raise RefusedError(f"{name} is not an ordinary file.")


def _capped(name: str, content: bytes) -> bytes:
    if len(content) > MAX_BYTES:
        raise RefusedError(f"{name} is larger than {MAX_BYTES // 1024} KiB: hand in source code only.")
    return content
