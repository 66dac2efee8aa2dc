"""The README's screen of the watch: what it shows is what is drawn."""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

import pytest
from support import run_grader
from test_readme import blocks

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from terminal_window import window


def steady(screen: str) -> str:
    """Leave out what is drawn at random, and how much there is to scroll."""
    return re.sub(r"\d+", "0", screen).rstrip()


def test_the_screen_is_what_is_drawn(tmp_path: Path) -> None:
    """The README's program, saved while the folder that it tells to make is watched, gives the README's screen."""
    shown = next(block for block in blocks("text") if "q quit" in block)
    assert run_grader("init", "mine", cwd=tmp_path).returncode == 0
    mine = tmp_path / "mine"
    (mine / "answers.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    with window("-m", "grader", "watch", "utc_expiry", cwd=mine) as opened:
        opened.resize(80, len(shown.splitlines()))
        opened.wait("5 of 12")
        (mine / "utc_expiry.py").write_text(blocks("python")[0], encoding="utf-8")
        drawn = opened.wait(lambda screen: "local_time" in screen and "q quit" in screen)
    assert steady(textwrap.dedent(drawn)) == steady(shown)
