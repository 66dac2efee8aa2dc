"""Every program of programs/, run at every level: its verdict, what it did to the host, and the neighbour after it."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from host import MARK, Host, changes
from levels import FENCED, FILTERED, LEVELS, SHUT_IN, Levels, fork_servers
from table import ATTACKS, FULL_MARKS, NEIGHBOUR, PROGRAMS, WEB_NEIGHBOUR, Attack

from grader import catalog
from grader.evidence import Evidence
from grader.grading import Run, grade_exercise, versions
from grader.plan import Step
from grader.report import ExerciseReport, Report
from grader.reporters import REPORTERS
from grader.sandbox import isolation, process, supervisor
from grader.submission import Submission

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the attacks are written for Linux")

SOLUTIONS = Path(__file__).parents[2] / "solutions"
EXERCISES = {exercise.slug: exercise for exercise in catalog.load(catalog.builtin_folder()).exercises}
REFERENCE = b"""
import time

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
"""
HONEST = {NEIGHBOUR: REFERENCE, WEB_NEIGHBOUR: (SOLUTIONS / "reference" / f"{WEB_NEIGHBOUR}.py").read_bytes()}
SEED = 20_260_731
HANG_LIMIT = 1.0
SIDE_BY_SIDE = 5
CHUNK = 10
"""How many programs are tried between two looks at the host; those that hang make a chunk of their own."""
MOST_SECONDS = 1.0
"""Of a processor, on our side: more than all programs take together that it is right to judge at length."""
LONGEST_MESSAGE = 1_000
MOST_LINES = 120


@dataclass
class Outcome:
    """What came of one program; `seconds` are those of a processor on our side, `changes` those of the host."""

    report: ExerciseReport
    neighbour: ExerciseReport
    seconds: float
    changes: list[str] = field(default_factory=list)


class Trials:
    """The programs tried, a chunk at a time and each once, and what came of them."""

    def __init__(self, folder: Path) -> None:
        (folder / "bait").mkdir()
        self.levels = Levels(folder)
        self.host = Host(folder / "bait", REFERENCE)
        self.outcomes: dict[tuple[str, str], Outcome] = {}
        self.could: dict[str, Mapping[str, bool]] = {}

    def outcome(self, attack: Attack, level: str) -> Outcome:
        """Give what comes of a program at a level; skips the test where nothing would stop it."""
        with self.levels.at(level):
            could = self._could(level)
            if not _stopped(attack, could):
                pytest.skip(f"nothing would stop it here: {', '.join(name for name in could if could[name])}")
            if (level, attack.name) not in self.outcomes:
                self._try(level, [each for each in _chunk(attack, level) if _stopped(each, could)])
        return self.outcomes[level, attack.name]

    def _could(self, level: str) -> Mapping[str, bool]:
        """Tell by the canary what a program can do at a level."""
        if level not in self.could:
            self.could[level] = isolation.attempts.__wrapped__()
        return self.could[level]

    def _try(self, level: str, attacks: list[Attack]) -> None:
        """Try a chunk side by side, and find out who it was if the host is not as it was before."""
        found = self._look(level, attacks)
        if found and len(attacks) > 1:
            alone = {attack.name: self._look(level, [attack]) for attack in attacks}
            nobody = not any(alone.values())
            for attack in attacks:
                self.outcomes[level, attack.name].changes = found if nobody else alone[attack.name]

    def _look(self, level: str, attacks: list[Attack]) -> list[str]:
        """Try programs, and give what is not as it was."""
        servers = fork_servers() if process.CAN_FORK else set()
        before = self.host.snapshot(servers)
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            tried = list(pool.map(self._grade, attacks))
        if not process.CAN_FORK:  # there is no server that all use, so that one neighbour stands for all
            neighbour = _neighbour(attacks[0])
            tried = [dataclasses.replace(outcome, neighbour=neighbour) for outcome in tried]
        promised = level in SHUT_IN and isolation.level_of(self._could(level)) == "kernel"
        if promised and process.CAN_FORK:
            assert fork_servers() == servers  # and a child of each waits again, as it did before
        found = changes(before, self.host.snapshot(servers)) if promised else []
        if self.host.clear(servers):
            for slug, source in HONEST.items():  # after which another child of each server waits
                grade(source, slug)
        for attack, outcome in zip(attacks, tried, strict=True):
            outcome.changes = found
            self.outcomes[level, attack.name] = outcome
        return found

    def _grade(self, attack: Attack) -> Outcome:
        began = time.thread_time()
        report = grade(self.host.prepare(attack.source), attack.slug, HANG_LIMIT if attack.hangs else None)
        seconds = time.thread_time() - began
        return Outcome(report, _neighbour(attack) if process.CAN_FORK else report, seconds)


def grade(source: bytes, slug: str = "utc_expiry", limit: float | None = None) -> ExerciseReport:
    """Grade a submission that has only this file, with another time limit for each step if one is given."""
    run: Run = partial(_run_shorter, limit=limit) if limit else supervisor.run
    handed_in = Submission({f"{slug}.py": source}, {})
    return grade_exercise(EXERCISES[slug], handed_in, seed=SEED, run=run)


def _neighbour(attack: Attack) -> ExerciseReport:
    return grade(HONEST[attack.neighbour], attack.neighbour)


def task_points(report: ExerciseReport) -> float:
    """Give the points of the task alone, for no question is answered here."""
    return sum(check.points for check in report.checks if check.part == "task")


def _run_shorter(file: str, source: bytes, steps: Iterable[Step], *, limit: float) -> Evidence:
    return supervisor.run(file, source, [dataclasses.replace(step, limit=limit) for step in steps])


def _chunk(attack: Attack, level: str) -> list[Attack]:
    """Give the programs that are tried together with this one."""
    alike = [
        each for each in ATTACKS if (level in each.levels, each.hangs, each.web) == (True, attack.hangs, attack.web)
    ]
    start = alike.index(attack) // CHUNK * CHUNK
    return alike[start : start + CHUNK]


def _stopped(attack: Attack, could: Mapping[str, bool]) -> bool:
    """Tell whether a program is harmless, or what it needs to be stopped by is there."""
    if "neither" in attack.levels:
        return True
    fenced = not (could["read a file"] or could["write a file"])
    filtered = not (could["start a process"] or could["change a file's dates"] or could["make a socket"])
    if attack.levels == FENCED:
        return fenced
    if attack.levels == FILTERED:
        return filtered
    return fenced and filtered if attack.levels in (SHUT_IN, ("full",)) else not could["start a program"]


def faults(attack: Attack, level: str, outcome: Outcome) -> Iterator[str]:
    """Say in what an outcome is not as it must be."""
    yield from verdict_faults(attack, level, outcome.report)
    if outcome.seconds > MOST_SECONDS:
        yield f"the grader itself was busy with it for {outcome.seconds:.1f} s"
    yield from outcome.changes
    if task_points(outcome.neighbour) != FULL_MARKS[attack.neighbour]:
        yield f"the neighbour: {outcome.neighbour.checks}"
    document = Report((outcome.report,), versions(), "", "kernel", SEED)
    for name, render in REPORTERS.items():
        try:
            text = render(document)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what this is about
            yield f"the report {name} cannot be made: {type(error).__name__}: {error}"
        else:
            yield from (f"the report {name} {fault}" for fault in report_faults(name, text))


def verdict_faults(attack: Attack, level: str, report: ExerciseReport) -> Iterator[str]:
    """Say in what a verdict is not as the table has it."""
    checks = [check for check in report.checks if check.part == "task"]
    wrong = next((check for check in checks if check.status != "passed"), None)
    points, full = task_points(report), FULL_MARKS[attack.slug]
    if sum(check.max_points for check in checks) != full:
        yield f"not all points are at stake: {checks[0].message}"
    elif attack.honest and wrong:
        yield f"an honest program fails: {wrong.message}"
    elif not attack.honest and not wrong:
        yield "an attack has full marks"
    elif attack.points is not None and points != attack.points:
        yield f"{points} points, and {attack.points} were due: {wrong.message if wrong else ''}"
    if wrong and level in attack.says_at and attack.says not in wrong.message:
        yield f"it is said: {wrong.message}"
    for check in checks:
        if len(check.message) > LONGEST_MESSAGE:
            yield f"a message has {len(check.message)} characters"
        if level in SHUT_IN and "worked: " in check.message and "worked: nothing" not in check.message:
            yield f"something worked: {check.message}"


def report_faults(name: str, text: str) -> Iterator[str]:
    """Say what in a report somebody would obey who reads it: a terminal, a parser, a workflow's log."""
    for character in set(text):
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Cn"):
            yield f"holds the character {character!r}"
    # What a runner of GitHub's takes for a command: `::` at the start of a line, `##[` anywhere in it.
    for line in text.splitlines() if name != "github" else ():  # which is made of commands: test_reporters_hostile
        if line.lstrip().startswith("::") or "##[" in line:
            yield f"has a line that a workflow obeys: {line.strip()[:60]}"
    if name == "json":
        json.loads(text)
    elif name == "junit":
        ET.fromstring(text)  # noqa: S314 - we have just written it
    elif name == "terminal" and len(text.splitlines()) > MOST_LINES:
        yield f"has {len(text.splitlines())} lines"


def _cases() -> Iterator[object]:
    for level in LEVELS:
        for attack in sorted(ATTACKS, key=lambda attack: attack.hangs):
            if level in attack.levels:
                marks = [pytest.mark.xfail(reason=attack.hole, strict=True)] if attack.hole else []
                yield pytest.param(attack, level, id=f"{level}-{attack.name}", marks=marks)


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    """Prepare levels and host; the folder is one that every user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="grader-suite-"))
    folder.chmod(0o755)
    prepared = Trials(folder)
    yield prepared
    prepared.levels.close()
    prepared.host.close()
    shutil.rmtree(folder)


@pytest.mark.parametrize(("attack", "level"), [*_cases()])
def test_program(trials: Trials, attack: Attack, level: str) -> None:
    """The verdict is as the table says, the host is as before, and the honest program after it has full marks."""
    assert list(faults(attack, level, trials.outcome(attack, level))) == []


def test_every_program_is_in_the_table() -> None:
    """No program is forgotten, none is missing, and each says in its first line what it does."""
    assert sorted(attack.name for attack in ATTACKS) == sorted(file.stem for file in PROGRAMS.glob("*.py"))
    for attack in ATTACKS:
        assert re.match(rb'"""[A-Z].*\.("""|$)', attack.source, re.MULTILINE), attack.name


def test_a_change_of_the_host_is_noticed(trials: Trials) -> None:
    """What the host is compared by sees a mode, a file, a process and a visitor: else nothing would be proven."""
    host, bait = trials.host, trials.host.folder / "sentinel"
    before = host.snapshot(())
    bait.chmod(0o600)
    left = host.folder / f"{MARK}-left"
    left.touch()
    host.udp.sendto(b"visitor", host.udp.getsockname())
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as child:
        found = changes(before, host.snapshot(()))
        child.kill()
    bait.chmod(0o666)
    left.unlink()
    assert [change.split(":")[0] for change in found] == [
        "the bait's mode, owner and dates",
        "the bait's folder",
        "processes",
        "who came to our sockets",
    ]
