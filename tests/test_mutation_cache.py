"""Verdicts that are kept: used while all that they depend on is the same, and never trusted when spoilt."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from proving import SEED, with_task
from support import exercises, reference

from grader import grading
from grader.evidence import Evidence
from grader.exercise import Exercise
from grader.mutation import hunt
from grader.mutation.cache import KEPT, FolderCache
from grader.plan import Step
from grader.sandbox import supervisor
from grader.solutions import Solutions


class Counting:
    """Runs programs, and counts different ones."""

    def __init__(self) -> None:
        self.sources: set[bytes] = set()

    def __call__(self, file: str, source: bytes, steps: Iterable[Step]) -> Evidence:
        """Run one."""
        self.sources.add(source)
        return supervisor.run(file, source, steps)


def exercise() -> Exercise:
    """Give a small exercise."""
    return exercises().select(["import_encode"]).exercises[0]


def runs(cache: FolderCache, source: str | None = None) -> tuple[int, int]:
    """Hunt the mutants of a reference; give how many programs were run and how many mutants there are."""
    handed_in = reference(import_encode=source) if source else reference()
    found = hunt.find(exercises().select(["import_encode"]), Solutions(handed_in, (), ()))["import_encode"]
    run = Counting()
    tally = hunt.hunt(found, (), cache, seed=SEED, run=run)
    return len(run.sources), tally.mutants


def test_a_second_hunt_runs_nothing(tmp_path: Path) -> None:
    """What was found is not found again, and comes out the same."""
    first, again = (runs(FolderCache(tmp_path)) for _ in range(2))
    assert first[0] == first[1] > 10
    assert again == (0, first[1])


def test_only_what_is_new_is_run(tmp_path: Path) -> None:
    """A program with a line more has mutants of its own; what is no mutant any more is forgotten."""
    runs(FolderCache(tmp_path))
    source = reference().files["import_encode.py"].decode()
    count, mutants = runs(FolderCache(tmp_path), f"{source}other = token\n")
    assert 0 < count <= mutants
    (file,) = tmp_path.glob("*.json")
    assert len(json.loads(file.read_text(encoding="utf-8"))) == mutants


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"[]", b'{"a": "maybe"}', b'{"a": tru'])
def test_a_spoilt_file_is_written_anew(tmp_path: Path, spoilt: bytes) -> None:
    """A file that holds no verdicts is as good as none."""
    first = runs(FolderCache(tmp_path))
    (file,) = tmp_path.glob("*.json")
    good = file.read_bytes()
    file.write_bytes(spoilt)
    assert FolderCache(tmp_path).load(exercise()) == {}
    assert runs(FolderCache(tmp_path)) == first
    assert file.read_bytes() == good


def test_verdicts_are_those_of_one_exercise_and_one_state_of_the_grader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another text of the exercise, another library or another grader knows nothing yet."""
    cache = FolderCache(tmp_path)
    cache.store(exercise(), {"a": True})
    assert cache.load(exercise()) == {"a": True}
    assert cache.load(with_task("import_encode", brief="Another.")) == {}
    with monkeypatch.context() as patch:
        patch.setattr(grading, "versions", lambda: {"pyjwt": "0"})
        assert cache.load(exercise()) == {}
    monkeypatch.setattr("grader.mutation.cache.__version__", "0")
    assert FolderCache(tmp_path).load(exercise()) == {}


def test_old_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of verdicts does not grow for ever."""
    for number in range(KEPT + 3):
        monkeypatch.setattr(grading, "versions", lambda number=number: {"pyjwt": str(number)})
        FolderCache(tmp_path).store(exercise(), {"a": True})
    assert len(list(tmp_path.iterdir())) == KEPT
    assert FolderCache(tmp_path).load(exercise()) == {"a": True}


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    """A folder that cannot be made is no reason to stop."""
    (tmp_path / "file").touch()
    cache = FolderCache(tmp_path / "file" / "folder")
    cache.store(exercise(), {"a": True})
    assert cache.load(exercise()) == {}


def test_verdicts_are_kept_where_the_user_keeps_such_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the one of the system's convention."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert FolderCache().folder.is_relative_to(tmp_path)
