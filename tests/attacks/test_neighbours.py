"""Who is charged, and with what: a step that hangs, a fork server that is ended, a busy machine, and hours of work."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from endurance import descriptors, resident, work
from levels import CHANGES, Levels, children, fork_server
from table import FULL_MARKS
from test_attacks import REFERENCE, grade, task_points

from grader import grading
from grader.sandbox import isolation

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the attacks are written for Linux")

FULL = FULL_MARKS["utc_expiry"]
HANGS_AT_WRONG_PASSWORD = b"""
from jwt import encode


def login(username, password, secret):
    while password != "wonderland":
        pass
    return {"access_token": encode({"sub": username}, secret), "token_type": "bearer"} if username == "alice" else None
"""
AT_WORK = f"at_work_{os.getpid()}"[:15]
"""What a program calls its process when it is at work; the kernel keeps 15 characters of it."""
CALLS_ITSELF = f"import ctypes, time\nctypes.CDLL(None).prctl(15, {AT_WORK.encode()!r}, 0, 0, 0)\n".encode()
SLOW = CALLS_ITSELF + b"time.sleep(1)\n" + REFERENCE
SLOWEST = CALLS_ITSELF + b"time.sleep(60)\n"
KILLS_SERVER = b"import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(60)\n"
STOPS_SERVER = b"import os, signal, time\nos.kill(os.getppid(), signal.SIGSTOP)\ntime.sleep(60)\n"
HOARDS = b"""
import socket, time

ours, theirs = socket.socketpair()
try:
    while True:
        socket.send_fds(ours, [b"x"], [0] * 50)
except OSError:
    pass
""" + REFERENCE.replace(b"    return", b"    time.sleep(60)\n    return")
"""Has as many descriptors under way as the system lets a user have: they never arrive."""
FLOODS = b"""
import ctypes

COUNT, STACK = 2_000, 1_024
CLONE = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000  # a thread in every respect

libc = ctypes.CDLL(None)
stacks = ctypes.create_string_buffer(COUNT * STACK + 4_096)
base = (ctypes.addressof(stacks) + 64) & ~15
pause = ctypes.cast(libc.pause, ctypes.c_void_p)
tops = (ctypes.c_void_p(base + (index + 1) * STACK) for index in range(COUNT))
started = sum(libc.clone(pause, top, CLONE, None) > 0 for top in tops)
raise RuntimeError(f"started {started}")
"""
"""Makes threads so fast that many are there before anybody looks."""
KILLS_NEIGHBOUR = b"""
import os, signal

try:
    os.kill(NEIGHBOUR, signal.SIGKILL)
except OSError:
    raise RuntimeError("worked: nothing") from None
"""
COMPUTE = b"""
import time


def compute(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass

"""
POOL = b"""
def run_in_threads(*seconds):
    import concurrent.futures
    for each in seconds:
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            pool.submit(compute, each).result()
"""
COMPUTES = {
    where: COMPUTE + REFERENCE.replace(b"    return", work + b"\n    return") + POOL
    for where, work in {
        "itself": b"    compute(0.6)",
        "a thread": b"    run_in_threads(0.6)",
        "threads one after the other": b"    run_in_threads(*[0.2] * 3)",
        "a thread that has ended": b"    run_in_threads(0.6)\n    time.sleep(0.5)",
    }.items()
}
BUSY = 4
HANGS = "while True: pass"
GRADES_FOR_EVER = """
import sys
from pathlib import Path
from grader.sandbox import launch, process

launch.CHILD = Path(sys.argv[1])
process.CAN_FORK = sys.argv[2] == "fork"
from test_attacks import grade

grade(sys.argv[3].encode(), limit=60.0)
"""
SIGNALS = "kernel.build_filter = kernel.restrict_signals = lambda *args, **options: None"
"""As with a Linux older than 6.12, and without libseccomp."""
SLOW_READER = """
import time

receive = wire.Receiver.receive


def receive_late(*args, **options):
    time.sleep(0.2)
    return receive(*args, **options)


wire.Receiver.receive = receive_late
"""
NO_THIRD_FORK = """
fork, forks = kernel.fork, []


def fork_twice():
    forks.append(1)
    if len(forks) > 2:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    return fork()


kernel.fork = fork_twice
"""


@pytest.fixture(scope="module")
def levels() -> Iterator[Levels]:
    """Prepare the levels and three machines in trouble, in a folder that every user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="grader-suite-"))
    folder.chmod(0o755)
    trouble = {"slow_reader": SLOW_READER, "no_third_fork": NO_THIRD_FORK, "signals": SIGNALS}
    prepared = Levels(folder, {**CHANGES, **trouble})
    yield prepared
    prepared.close()
    shutil.rmtree(folder)


def test_a_hang_blames_its_own_step_and_no_other() -> None:
    """A program that hangs when the password is wrong has the points of all other calls, whatever their order."""
    report = grade(HANGS_AT_WRONG_PASSWORD, "purpose", limit=1.0)
    failed = {check.id: check.message for check in report.checks if check.part == "task" and check.status != "passed"}
    assert list(failed) == ["refuses_wrong_password"]
    assert failed["refuses_wrong_password"].startswith("login(...) was stopped because it had not finished in time:")


def test_a_killed_fork_server_is_charged_to_its_killer_and_comes_back(levels: Levels) -> None:
    """Where nothing keeps a program from ending the fork server, it fails itself, and the next one has a new server."""
    with levels.at("signals"):
        _skip_unless_harmless()
        assert task_points(grade(REFERENCE)) == FULL
        attacker = grade(KILLS_SERVER, limit=1.0)
        assert (attacker.first_failed is not None, task_points(attacker)) == (True, 0.0)
        assert task_points(grade(REFERENCE)) == FULL


def test_a_killed_fork_server_harms_nobody_who_runs_at_the_same_time(levels: Levels) -> None:
    """An honest program in the middle of its work has full marks although another one kills the server."""
    with levels.at("signals"):
        _skip_unless_harmless()
        assert _points_of_honest_one_beside(KILLS_SERVER) == FULL


def test_a_stopped_fork_server_is_replaced(levels: Levels, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that has been stopped neither ends nor answers: whoever comes next gets a new one."""
    monkeypatch.setattr("grader.sandbox.fork_server.START_LIMIT", 1.0)
    with levels.at("signals"):
        _skip_unless_harmless()
        assert task_points(grade(REFERENCE)) == FULL
        server = fork_server()
        try:
            attacker = grade(STOPS_SERVER, limit=1.0)
            assert (attacker.first_failed is not None, task_points(attacker)) == (True, 0.0)
            assert task_points(grade(REFERENCE)) == FULL
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.kill(server, signal.SIGCONT)


def test_a_waiting_child_that_has_ended_is_replaced(levels: Levels) -> None:
    """Who comes next gets another one, and the fork server stays."""
    with levels.at("full"):
        server = fork_server()
        (waiting,) = children(server)
        os.kill(waiting, signal.SIGKILL)
        _wait_until(lambda: ") Z" in Path(f"/proc/{waiting}/stat").read_text(encoding="utf-8"))
        assert task_points(grade(REFERENCE)) == FULL
        assert (fork_server(), waiting in children(server)) == (server, False)


@pytest.mark.parametrize("level", ["full", "no_seccomp"])
def test_a_neighbour_cannot_be_killed(levels: Levels, level: str) -> None:
    """A program that knows its neighbour's process, and kills it, does not reach it: each of two means forbids it."""
    with levels.at(level):
        _skip_unless_harmless()
        if isolation.attempts.__wrapped__()["signal another process"]:
            pytest.skip("this machine has no means against it")
        assert _points_of_honest_one_beside(KILLS_NEIGHBOUR) == FULL


def test_a_fork_that_fails_harms_nobody(levels: Levels) -> None:
    """On a machine that has no process left for the newest program, those that run already have full marks."""
    with levels.at("no_third_fork"):
        assert task_points(grade(REFERENCE)) == FULL
        assert _points_of_honest_one_beside(REFERENCE) == FULL


def test_descriptors_that_never_arrive_are_no_neighbours_business(levels: Levels) -> None:
    """While a program keeps all descriptors under way that it may, others are handed theirs."""
    points = []
    with levels.at("full"):
        hoarder = threading.Thread(target=lambda: grade(HOARDS, limit=1.0))
        hoarder.start()
        while hoarder.is_alive():
            points.append(task_points(grade(REFERENCE)))
    assert len(points) > 1
    assert set(points) == {FULL}


def test_a_flood_of_threads_ends_before_anybody_looks(levels: Levels, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program has 512 threads, itself among them, however fast it starts them: others need some of the machine's."""
    monkeypatch.setattr("grader.sandbox.watch.MAX_THREADS", 10_000)
    with levels.at("full"):
        report = grade(FLOODS)
        (waiting,) = children(fork_server())
        status = Path(f"/proc/{waiting}/status").read_text(encoding="utf-8")
    if "\nUid:\t0\t" in status or not _can_be_counted_alone():
        pytest.skip("no limit holds for root, and none without namespaces of users")
    assert report.first_failed is not None
    assert "RuntimeError: started 511" in report.first_failed.message


def test_a_slow_reader_is_waited_for(levels: Levels) -> None:
    """A large file is handed over in full to a process that has no processor for a fifth of a second."""
    with levels.at("slow_reader"):
        assert task_points(grade(b"#" + b"x" * 200_000 + REFERENCE)) == FULL


@pytest.mark.parametrize("where", COMPUTES)
def test_a_busy_machine_fails_nobody(where: str) -> None:
    """A program that needs 0.6 s of a processor in each call has 1.5 s for it, though four others want it as well."""
    if not Path("/proc/self/schedstat").exists():
        pytest.skip("this kernel does not tell how long a process has waited")
    others = max(BUSY, 2 * (os.cpu_count() or 1))  # each in a session of its own: Linux shares processors among those
    busy = [subprocess.Popen([sys.executable, "-c", HANGS], start_new_session=True) for _ in range(others)]
    try:
        report = grade(COMPUTES[where], limit=1.5)
    finally:
        for each in busy:
            each.kill()
            each.wait()
    assert [check.message for check in report.checks if check.part == "task"] == ["", "", "", ""]


@pytest.mark.parametrize("level", ["full", "fresh"])
def test_no_program_outlives_the_grader(levels: Levels, level: str) -> None:
    """When the grader itself is killed, the program that is at work ends with it, and the fork server too."""
    mode = "once" if level == "fresh" else "fork"
    command = [sys.executable, "-c", GRADES_FOR_EVER, str(levels.files[level]), mode, SLOWEST.decode()]
    paths = os.pathsep.join([*grader_paths(), str(Path(__file__).parent)])
    with levels.at(level):
        if level == "full":
            fork_server()
        others = _of_level(levels, level)
        with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": paths}) as ours:
            _wait_until(lambda: bool(_at_work()))
            ours.kill()
    _wait_until(lambda: not _at_work() and not _of_level(levels, level) - others, seconds=5)


def test_work_goes_on_without_growth(levels: Levels) -> None:
    """From the hundredth to the five-hundredth grading, descriptors stay, and memory but for what caches take."""
    with levels.at("full"):
        work(0, 100)
        server = fork_server()
        before = [descriptors(os.getpid()), descriptors(server)]
        memory = [resident(os.getpid()), resident(server)]
        work(100, 400)
        assert fork_server() == server
        assert [descriptors(os.getpid()), descriptors(server)] == before
        grown = [after - was for was, after in zip(memory, [resident(os.getpid()), resident(server)], strict=True)]
        assert max(grown) < 2 * 2**20


def test_an_ordinary_user_is_as_safe() -> None:
    """What holds for root holds for a user without privileges: a part of these tests is run again by one."""
    if os.geteuid() != 0:
        pytest.skip("all tests are run by an ordinary user already")
    needed = [Path(sys.executable).resolve(), Path(sys.executable).parent, Path(__file__), *map(Path, grader_paths())]
    needed += [Path(sysconfig.get_paths()[name]) for name in ("stdlib", "purelib")]
    for folder in {folder for path in needed for folder in path.parents}:
        if not folder.stat().st_mode & stat.S_IXOTH:
            pytest.skip(f"an ordinary user may not enter {folder}, where this Python or these tests are")
    chosen = (
        "full and (host or honest_th or verdict_forge or verdict_write) or neither-honest_th or hang or killed or flood"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(Path(__file__).parent), "-k", chosen]
    user = pwd.getpwnam("nobody")
    folder = Path(tempfile.mkdtemp(prefix="grader-suite-"))
    folder.chmod(0o777)
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = os.pathsep.join(grader_paths())
    try:
        done = subprocess.run(
            command,
            user=user.pw_uid,
            group=user.pw_gid,
            extra_groups=[],
            env=environment,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        shutil.rmtree(folder)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def grader_paths() -> list[str]:
    """Give the folder where the grader is."""
    return [str(Path(grading.__file__).parents[1])]


def _skip_unless_harmless() -> None:
    """Skip where a program could reach more than the fork server and what it has forked."""
    if isolation.attempts.__wrapped__()["read a file"]:
        pytest.skip("here a program reaches everybody")


def _can_be_counted_alone() -> bool:
    """Tell whether this user may make a namespace of users."""
    command = [sys.executable, "-c", "from grader.sandbox import kernel; assert kernel.count_alone()"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(grader_paths())}
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def _points_of_honest_one_beside(attack: bytes) -> float:
    """Run an honest program, have another attack while it is at work, and give the honest one's points."""
    points: list[float] = []
    honest = threading.Thread(target=lambda: points.append(task_points(grade(SLOW))))
    honest.start()
    while not (neighbours := _at_work()):
        assert honest.is_alive()
    grade(attack.replace(b"NEIGHBOUR", str(neighbours[0]).encode()), limit=1.0)
    honest.join()
    return points[0]


def _of_level(levels: Levels, level: str) -> set[int]:
    """Give the processes that were started from a level's start file."""
    found = set()
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            line = (entry / "cmdline").read_bytes().split(b"\0")
            if b"-I" in line and str(levels.files[level]).encode() in line:
                found.add(int(entry.name))
    return found


def _at_work() -> list[int]:
    """Give the processes of programs that have said that they are at work."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            if (entry / "comm").read_text(encoding="utf-8", errors="replace") == f"{AT_WORK}\n":
                found.append(int(entry.name))
    return found


def _wait_until(so: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < end
        time.sleep(0.02)
