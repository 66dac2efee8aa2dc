"""What an attack could reach outside of its process, prepared and compared: files, sockets, processes, ourselves."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import sys
import sysconfig
import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from grader.sandbox import launch

if sys.platform != "win32":
    import resource

MARK = "jwt-grader-attack"
"""Every file that a program of ours tries to make has this in its name."""
PLACE = b"/nonexistent"
"""Stands in the programs for the folder of the bait, so that they reach nothing when somebody runs them by hand."""
PORT = b"PORT = 0"
HOSTILE = b"@hostile@"
TABLE = b"@table@"
TEXTS = b"@texts@"
DEEP = b"@deep@"
Snapshot = Mapping[str, object]


class Host:
    """A folder with a bait and sockets that listen, and all that must be the same after an attack as before."""

    def __init__(self, folder: Path, neighbour: bytes) -> None:
        self.folder = folder
        folder.chmod(0o777)
        (folder / "sentinel").write_bytes(b"the bait\n")
        (folder / "sentinel").chmod(0o666)
        (folder / "neighbour").mkdir()
        (folder / "neighbour" / "utc_expiry.py").write_bytes(neighbour)
        os.utime(folder / "sentinel", (1_000_000_000, 1_000_000_000))
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.udp = _bound(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", self.tcp.getsockname()[1]))
        self.stream = _bound(socket.AF_UNIX, socket.SOCK_STREAM, f"{folder}/stream")
        self.datagram = _bound(socket.AF_UNIX, socket.SOCK_DGRAM, f"{folder}/datagram")
        self.abstract_stream = _bound(socket.AF_UNIX, socket.SOCK_STREAM, f"\0{folder}/stream")
        self.abstract_datagram = _bound(socket.AF_UNIX, socket.SOCK_DGRAM, f"\0{folder}/datagram")
        self.sockets = {
            "tcp": self.tcp,
            "udp": self.udp,
            "stream": self.stream,
            "datagram": self.datagram,
            "abstract stream": self.abstract_stream,
            "abstract datagram": self.abstract_datagram,
        }
        for name in ("stream", "datagram"):
            (folder / name).chmod(0o777)
        for each in self.sockets.values():
            each.setblocking(False)

    def prepare(self, program: bytes) -> bytes:
        """Put what a program aims at in the places of its placeholders."""
        port = str(self.tcp.getsockname()[1]).encode()
        program = program.replace(PLACE, os.fsencode(self.folder)).replace(PORT, b"PORT = " + port)
        program = program.replace(HOSTILE, "\x1b[31m\u202e\x9b\u2028".encode())
        program = program.replace(TABLE, b"0123456789 abcdefghijklmnopqrstuvwxyz\n" * 5_000)
        program = program.replace(DEEP, b"-" * 100_000)
        return program.replace(TEXTS, b"\n".join(b"    'ab' * 495 + '%d'," % number for number in range(500)))

    def snapshot(self, servers: Collection[int]) -> Snapshot:
        """Take down everything that must not change; the fork servers, by their ids, may be there or not."""
        bait, folder = (self.folder / "sentinel").stat(), self.folder.stat()
        return {
            "the bait": (self.folder / "sentinel").read_bytes(),
            "the bait's mode, owner and dates": (bait.st_mode, bait.st_uid, bait.st_mtime_ns, bait.st_ctime_ns),
            "the bait's attributes": _attributes(self.folder / "sentinel"),
            "the bait's folder": (
                sorted(entry.name for entry in self.folder.iterdir()),
                folder.st_mode,
                folder.st_mtime_ns,
            ),
            "files elsewhere": _marked_files(),
            "processes": sorted(_processes(servers).values()),  # without ids: that of the child that waits changes
            "who came to our sockets": [name for name, each in self.sockets.items() if _was_used(each)],
            "our limits": [resource.getrlimit(which) for which in _limits()],
            "our signal handlers": [signal.getsignal(number) for number in signal.valid_signals()],
            "our environment": (dict(os.environ), Path.cwd(), os.getpriority(os.PRIO_PROCESS, 0), _umask()),
            "our open descriptors": len([*Path("/proc/self/fd").iterdir()]),
        }

    def clear(self, servers: Collection[int]) -> bool:
        """Remove what programs have left behind whom nothing kept from that; tell whether processes were ended.

        One child of each server waits; where there are more processes, none can be told from the others.
        """
        left = _processes(servers)
        ended = len(left) > len(servers)
        for left_over in left if ended else ():
            with contextlib.suppress(ProcessLookupError):
                os.kill(left_over, signal.SIGKILL)
        for path in map(Path, _marked_files()):
            with contextlib.suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for each in self.sockets.values():
            _was_used(each)
        return ended

    def close(self) -> None:
        """Close the sockets."""
        for each in self.sockets.values():
            each.close()


def changes(before: Snapshot, after: Snapshot) -> list[str]:
    """Say what is not as it was."""
    return [f"{name}: {before[name]} became {after[name]}" for name in before if before[name] != after[name]]


def _bound(family: int, kind: int, address: str | tuple[str, int]) -> socket.socket:
    bound = socket.socket(family, kind)
    bound.bind(address)
    if kind == socket.SOCK_STREAM:
        bound.listen()
    return bound


def _was_used(listening: socket.socket) -> bool:
    """Tell whether somebody has connected or sent something, and forget it."""
    try:
        if listening.type == socket.SOCK_STREAM:
            listening.accept()[0].close()
        else:
            listening.recv(1)
    except BlockingIOError:
        return False
    _was_used(listening)
    return True


def _attributes(path: Path) -> list[str]:
    return os.listxattr(path) if hasattr(os, "listxattr") else []


def _marked_files() -> list[str]:
    shared = ("/tmp", "/var/tmp", "/dev/shm", "/run")
    folders = {Path(tempfile.gettempdir()), Path.cwd(), Path.home(), Path(sys.executable).parent, *map(Path, shared)}
    folders |= {Path(sysconfig.get_paths()[name]) for name in ("stdlib", "purelib")}
    folders |= {folder / "__pycache__" for folder in folders}
    return sorted({str(path) for folder in folders for path in folder.glob(f"*{MARK}*")})


def _limits() -> Iterator[int]:
    return (getattr(resource, name) for name in sorted(dir(resource)) if name.startswith("RLIMIT_"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _processes(servers: Collection[int]) -> dict[int, str]:
    """Give by its id what descends from us or runs a start file of ours, and has not ended; but for the servers."""
    found: dict[int, tuple[int, list[str]]] = {}
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, IndexError, ValueError):  # it has ended meanwhile, or is no process
            stat = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            state, parent, *_ = stat.split()
            line = (entry / "cmdline").read_bytes().decode(errors="replace")
            if state != "Z":
                found[int(entry.name)] = int(parent), line.split("\0")
    ours = {os.getpid()} | {child for child, (_, line) in found.items() if str(launch.CHILD) in line}
    while more := {child for child, (parent, _) in found.items() if parent in ours} - ours:
        ours |= more
    return {child: " ".join(found[child][1]) for child in ours - {os.getpid(), *servers} if child in found}
