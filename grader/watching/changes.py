"""News of a folder: told at once by the system where it can, by nobody on a network drive."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

NEWS = ("created", "modified", "moved", "deleted", "closed")
"""Not that a file was opened or read: that is what we do."""


@contextlib.contextmanager
def watched(folder: Path, names: Collection[str], tell: Callable[[], None]) -> Iterator[None]:
    """Tell when something happens to a file of one of these names; nothing is told where the system cannot watch."""
    observer = Observer()
    observer.schedule(_Handler(frozenset(names), tell), str(folder))
    try:
        observer.start()
    except OSError:  # for instance the limit of watches of inotify: looking now and then has to do
        yield
        return
    try:
        yield
    finally:
        observer.stop()


class _Handler(FileSystemEventHandler):
    def __init__(self, names: frozenset[str], tell: Callable[[], None]) -> None:
        self._names, self._tell = names, tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """See watchdog."""
        places = (os.fsdecode(place) for place in (event.src_path, event.dest_path))
        if event.event_type in NEWS and any(os.path.basename(place) in self._names for place in places):  # noqa: PTH119
            self._tell()
