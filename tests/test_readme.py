"""The README's examples: what it shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
START = "import jwt\n\ndef token_for(name, secret):\n    return "
REJECTED = {
    "wrong_claim_name": START + 'jwt.encode({"subject": name}, secret)\n',
    "hard_coded_secret": START + 'jwt.encode({"sub": name}, "a text of more than 32 characters")\n',
}


def blocks(language: str) -> list[str]:
    """Give the README's code blocks in a language, in their order."""
    found = re.findall(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [textwrap.dedent(block) for block in found]


def console(verb: str) -> str:
    """Give the README's console block that begins with this verb."""
    return next(block for block in blocks("console") if block.startswith(f"$ grader {verb} "))


def run(block: str, folder: Path) -> tuple[str, str]:
    """Carry out a console block's command in a folder; give what the README shows and what is printed."""
    command, _, shown = block.partition("\n")
    args = command.removeprefix("$ grader ").split()
    done = subprocess.run(
        [sys.executable, "-m", "grader", *args], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert not done.stderr
    return shown, done.stdout


def test_what_it_looks_like(tmp_path: Path) -> None:
    """The wrong answer that the README opens with gets the report that it shows."""
    answers = tmp_path / "answers"
    answers.mkdir()
    (answers / "utc_expiry.py").write_text(blocks("python")[0], encoding="utf-8")
    (answers / "answers.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    shown, printed = run(console("check"), tmp_path)
    level = re.search(r"isolation: (\w+)", printed)
    graded_with = re.search(r"jwt-grader \S+ · exercises \w{12}", printed)
    assert level
    assert graded_with
    same = re.sub(r"jwt-grader \S+ · exercises \w{12}", graded_with[0], shown)
    assert printed == same.replace("isolation: kernel", level[0])


def test_the_first_steps_of_a_student(tmp_path: Path) -> None:
    """What a student is told to type works, and a hint is what the README shows."""
    assert [line.split()[0] for line in blocks("sh")[2].splitlines()] == ["python3", "source", "pip"]
    verbs = [line.split() for line in blocks("sh")[3].splitlines()]
    assert [words[:2] for words in verbs] == [["grader", "init"], ["cd", verbs[0][2]], ["grader"]]
    subprocess.run([sys.executable, "-m", "grader", *verbs[0][1:]], cwd=tmp_path, capture_output=True, check=True)
    shown, printed = run(console("hint"), tmp_path / verbs[1][1])
    assert printed == shown


def test_the_exercise_of_the_authoring_guide_is_proven(tmp_path: Path) -> None:
    """The exercise that the README teaches to write is valid, and proven by the solutions that it speaks of."""
    rejected = tmp_path / "solutions/rejected/subject"
    for folder in (tmp_path / "exercises", tmp_path / "solutions/reference", rejected):
        folder.mkdir(parents=True)
    (tmp_path / "exercises/subject.yaml").write_text(blocks("yaml")[1], encoding="utf-8")
    reference = REJECTED["wrong_claim_name"].replace("subject", "sub")
    (tmp_path / "solutions/reference/subject.py").write_text(reference, encoding="utf-8")
    for label, source in REJECTED.items():
        (rejected / f"{label}.py").write_text(source, encoding="utf-8")
    shown, printed = run(console("prove"), tmp_path)
    assert re.sub(r"\d\.\d", "0.2", printed) == shown


def test_a_misconception_is_explained_as_it_is_shown(tmp_path: Path) -> None:
    """The explanation that students read about is the one that they get."""
    shown, printed = run(console("explain"), tmp_path)
    assert printed == shown


@pytest.mark.parametrize(
    "verb",
    [
        "init",
        "watch",
        "list",
        "quiz",
        "check",
        "hint",
        "explain",
        "reset",
        "pack",
        "token",
        "prove",
        "export",
        "schema",
        "doctor",
    ],
)
def test_every_verb_is_in_the_readme(verb: str) -> None:
    """No verb of the command line is left for the reader to find."""
    assert f"grader {verb}" in README.read_text(encoding="utf-8")
