"""What `grader quiz` and `grader token` ask for in a real terminal, and when they go on."""

from __future__ import annotations

import sys
from pathlib import Path

import jwt
import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from terminal_window import window

GO_ON = "Enter leads to the next question, q leaves:"


def test_the_quiz_waits_until_an_explanation_is_read(tmp_path: Path) -> None:
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


def test_a_token_is_asked_for_and_shown_after_one_line(tmp_path: Path) -> None:
    """Whoever gives none is told what to do, and need not know how to end the input."""
    token = jwt.encode({"sub": "alice"}, "only-for-this-test-0123456789abcdef")
    with window("-W", "error", "-m", "grader", "token", cwd=tmp_path) as opened:
        opened.wait("Paste a token, and press Enter:")
        opened.type(f"Bearer {token}\n")
        opened.wait('"alice"  whom it is about')
        assert opened.wait_for_end() == 0
