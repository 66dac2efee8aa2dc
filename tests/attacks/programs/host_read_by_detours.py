"""Reads the bait by every detour: dots, links in /proc, open folders, the current folder, a descriptor of a path."""

import os

BAIT = "/nonexistent/sentinel"


def through_folder():
    folder = os.open("/nonexistent", os.O_RDONLY | os.O_DIRECTORY)
    os.close(os.open("sentinel", os.O_RDONLY, dir_fd=folder))


def through_path():
    folder = os.open("/nonexistent", os.O_PATH)
    os.close(os.open("sentinel", os.O_RDONLY, dir_fd=folder))


def through_reopening():
    path = os.open(BAIT, os.O_PATH)
    os.close(os.open(f"/proc/self/fd/{path}", os.O_RDONLY))


def through_current_folder():
    os.chdir("/nonexistent")
    os.close(os.open("sentinel", os.O_RDONLY))


DETOURS = {
    "dots": lambda: os.close(os.open(os.path.join(os.path.dirname(os.__file__), *[".."] * 20) + BAIT, os.O_RDONLY)),
    "root": lambda: os.close(os.open("/proc/self/root" + BAIT, os.O_RDONLY)),
    "thread": lambda: os.close(os.open("/proc/thread-self/root" + BAIT, os.O_RDONLY)),
    "parent": lambda: os.close(os.open(f"/proc/{os.getppid()}/root" + BAIT, os.O_RDONLY)),
    "folder": through_folder,
    "path": through_path,
    "reopening": through_reopening,
    "current folder": through_current_folder,
}

worked = []
for name, detour in DETOURS.items():
    try:
        detour()
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
