"""The guide for authors, followed word for word: what it has typed is typed, and what it shows is what is printed."""

from __future__ import annotations

import os
import re
from pathlib import Path

from support import ROOT, run_grader

GUIDE = ROOT / "docs" / "authoring.md"
BLOCK = re.compile(r"```(\w+)(?: (\S+))?\n(.*?)```\n", re.DOTALL)
SECONDS = re.compile(r"\b\d+\.\d$", re.MULTILINE)


def changed(file: Path, diff: str) -> str:
    """Give a file's text with a change made in it, as a diff shows it."""
    lines = diff.splitlines(keepends=True)
    before, after = ("".join(line[1:] for line in lines if line[0] in signs) for signs in (" -", " +"))
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    return text.replace(before, after)


def test_the_guide_leads_to_a_proven_exercise(tmp_path: Path) -> None:
    """Every command, file and output of the guide, in its order, in an empty folder."""
    guide, here = GUIDE.read_text(encoding="utf-8"), tmp_path
    renewed, commands = guide, []
    for block in BLOCK.finditer(guide):
        language, file, text = block.groups()
        if language == "sh":
            for line in text.splitlines():
                match line.split():
                    case ["mkdir", name]:
                        (here / name).mkdir()
                    case ["cd", name]:
                        here /= name
                    case ["rm", name]:
                        (here / name).unlink()
                    case _:
                        raise AssertionError(line)
        elif language == "console":
            command, _, shown = text.partition("\n")
            done = run_grader(*command.removeprefix("$ grader ").split(), cwd=here)
            printed = SECONDS.sub("0.3", done.stdout + done.stderr)
            commands.append((command, done.returncode))
            renewed = renewed.replace(block[0], f"```console\n{command}\n{printed}```\n", 1) if not shown else renewed
            if not os.environ.get("RENEW_GOLDEN"):
                assert printed == shown
        else:
            whole = changed(here / file, text) if language == "diff" else text
            (here / file).write_text(whole, encoding="utf-8")
    if os.environ.get("RENEW_GOLDEN"):
        GUIDE.write_text(renewed, encoding="utf-8")
    assert commands == [
        ("$ grader new issuer", 0),
        ("$ grader prove", 0),
        ("$ grader lint", 1),
        ("$ grader prove", 1),
        ("$ grader lint", 0),
        ("$ grader prove", 0),
        ("$ grader list --exercises exercises", 0),
        ("$ grader export moodle --exercises exercises", 0),
    ]
