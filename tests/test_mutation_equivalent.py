"""equivalent.yaml: what an entry covers, which faults it may have, and when it is stale."""

from __future__ import annotations

from pathlib import Path

import pytest
from proving import SEED
from support import SLUGS, SOLUTIONS, exercises, reference

from grader.errors import UsageError
from grader.mutation import equivalent, hunt
from grader.mutation.cache import NoCache
from grader.mutation.hunt import Tally
from grader.solutions import Solutions

LINE = """\
- file: reference/purpose.py
  operators: [change_algorithm]
  line: 'token = encode({"sub": username},   secret, algorithm="HS256")'
  reason: Any will do.
"""
EVERYWHERE = """\
- exercises: [purpose]
  operators: [rename_entry, change_algorithm]
  changes: ["'sub' -> 'subject'", "'HS256' -> 'HS512'"]
  reason: Any name will do.
"""
LEFT_OPEN = ["rename_entry", "change_algorithm"]


def read(folder: Path, text: str) -> tuple[equivalent.Entry, ...]:
    """Read entries from a file that says this."""
    (folder / "equivalent.yaml").write_text(text, encoding="utf-8")
    return equivalent.read(folder)


def hunted(entries: tuple[equivalent.Entry, ...], slug: str = "purpose") -> Tally:
    """Hunt the mutants of the reference of an exercise."""
    found = hunt.find(exercises().select([slug]), Solutions(reference(), (), ()))
    return hunt.hunt(found[slug], entries, NoCache(), seed=SEED)


@pytest.mark.parametrize(
    ("text", "survive"),
    [
        pytest.param("# nothing\n[]\n", LEFT_OPEN, id="nothing"),
        pytest.param(LINE, ["rename_entry"], id="a line, spelt otherwise"),
        pytest.param(f"{LINE}  becomes: token = 1\n", LEFT_OPEN, id="another change of the line"),
        pytest.param(LINE.replace("reference/purpose", "reference/utc_expiry"), LEFT_OPEN, id="another file"),
        pytest.param(LINE.replace("change_algorithm", "swap_key"), LEFT_OPEN, id="another operator"),
        pytest.param(EVERYWHERE, [], id="changes"),
        pytest.param(EVERYWHERE.replace("[purpose]", "[purpose, utc_expiry]"), [], id="of several exercises"),
        pytest.param(EVERYWHERE.replace("[purpose]", "[utc_expiry]"), LEFT_OPEN, id="of another exercise"),
    ],
)
def test_an_entry_explains_what_it_names(tmp_path: Path, text: str, survive: list[str]) -> None:
    """A mutant that an entry covers is no survivor; spaces, quotes and brackets are of no account."""
    tally = hunted(read(tmp_path, text))
    assert [quarry.mutant.operator for quarry in tally.survivors] == survive
    assert tally.equivalent == len(LEFT_OPEN) - len(survive)


def test_an_entry_that_explains_nothing_is_stale(tmp_path: Path) -> None:
    """What no surviving mutant needs is named with its line, once all of its exercises were tried."""
    other = LINE.replace("change_algorithm", "swap_key")
    several = EVERYWHERE.replace("[purpose]", "[purpose, utc_expiry]").replace("sub", "sob").replace("HS256", "HS1")
    entries = read(tmp_path, LINE + other + several)
    tally = hunted(entries)
    line = 'reference/purpose.py: swap_key: token = encode({"sub": username},   secret, algorithm="HS256")'
    told = f"equivalent.yaml:5: stale: no such mutant survives any more. ({line})"
    assert hunt.stale(entries, [tally], SLUGS) == [told]
    both = hunt.stale(entries, [tally, hunted(entries, "utc_expiry")], SLUGS)
    assert [fault.partition(" stale")[0] for fault in both] == ["equivalent.yaml:5:", "equivalent.yaml:9:"]


def test_an_entry_for_an_exercise_that_is_none_is_stale(tmp_path: Path) -> None:
    """No exercise of that name can need it."""
    entries = read(tmp_path, EVERYWHERE.replace("[purpose]", "[purpuse]"))
    assert len(hunt.stale(entries, [hunted(entries)], SLUGS)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b\n", "equivalent.yaml:1:1: this must be a list of entries"),
        ("- [\n", "equivalent.yaml:2:1: did not find expected node content"),
        (
            LINE.replace("change_algorithm", "swop_key"),
            "equivalent.yaml:2:15: there is no operator 'swop_key'; did you mean 'swap_key'?",
        ),
        (LINE.replace("  reason: Any will do.\n", ""), "equivalent.yaml:1:3: reason: field required"),
        (
            LINE.replace("reference/", "rejected/"),
            "equivalent.yaml:1:9: file: string should match pattern '^(reference|accepted)/.+\\.py$'",
        ),
        (f"{EVERYWHERE}  line: x\n", "equivalent.yaml:5:9: line: extra inputs are not permitted"),
        ("- 7\n", "equivalent.yaml:1:3: an entry has a file or exercises"),
        (
            f"{LINE.replace('  reason: Any will do.', '')}\n- exercises: []\n",
            "equivalent.yaml:1:3: reason: field required",
        ),
    ],
)
def test_a_faulty_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """Each fault is told with its line and column."""
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert str(caught.value).splitlines()[0] == told


def test_every_entry_has_a_file() -> None:
    """The real entries are read, and the files that they speak of are there."""
    entries = equivalent.read(SOLUTIONS)
    files = [entry.content.file for entry in entries if isinstance(entry.content, equivalent.OnALine)]
    assert files
    assert [file for file in files if not (SOLUTIONS / file).is_file()] == []


def test_without_a_file_nothing_is_explained(tmp_path: Path) -> None:
    """A folder of solutions need not have one."""
    assert equivalent.read(tmp_path) == ()
