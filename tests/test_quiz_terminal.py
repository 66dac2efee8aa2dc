"""`grader quiz` in a real terminal, where what was told must not be pushed out of sight before it is read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from terminal_window import window

GO_ON = "Enter leads to the next question, q leaves:"


def test_it_waits_until_an_explanation_is_read(tmp_path: Path) -> None:
    """The next question comes with Enter; `q` leaves instead, and after the last question nothing is waited for."""
    with window("-W", "error", "-m", "grader", "quiz", cwd=tmp_path) as opened:
        opened.wait("What do you think?")
        opened.type("D\n")
        screen = opened.wait(GO_ON)
        assert "D is right." in screen
        assert "Question 2" not in screen
        opened.type("\n")
        opened.wait("Question 2 of 12: import_encode")
        opened.type("C\n")
        opened.wait(f"payload user_id 7 {GO_ON}")
        opened.type("q\n")
        opened.wait("2 of 12 questions answered, 2 of them right.")
        assert opened.wait_for_end() == 1
    with window("-W", "error", "-m", "grader", "quiz", "--exercise", "utc_expiry", cwd=tmp_path) as opened:
        opened.wait("What do you think?")
        opened.type("A\n")
        opened.wait("1 of 1 question answered")
        assert opened.wait_for_end() == 0
        assert GO_ON.encode() not in opened.raw
