"""`grader watch` in a real terminal: each key, each way to save, windows that change, and the terminal given back."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import SOLUTIONS, run_grader

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from terminal_window import DOWN, ESCAPE, LEFT, RIGHT, Window, window

from grader.workspace import Workspace

GRADER = ("-W", "error", "-m", "grader")
RIGHT_ANSWER = SOLUTIONS / "reference" / "purpose.py"
WRONG_ANSWER = SOLUTIONS / "rejected" / "purpose" / "secret_in_payload.py"
MISTAKE = "secret_in_payload  The claim `password` gives a secret away"
BEGUN = "Your task: purpose.py"
OPEN = re.compile(r"\x1b\[\?(?:1049|25)[hl]")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a student's folder once."""
    folder = tmp_path_factory.mktemp("made") / "mine"
    assert run_grader("init", folder).returncode == 0
    return folder


@pytest.fixture
def mine(made: Path, tmp_path: Path) -> Path:
    """Make a student's folder whose name has a space and an accent."""
    return shutil.copytree(made, tmp_path / "mes exercices é")


@pytest.fixture
def watched(mine: Path) -> Iterator[Window]:
    """Open a window in which the folder is watched, with the first exercise graded."""
    with window(*GRADER, cwd=mine) as opened:
        opened.wait(BEGUN)
        opened.wait(lambda screen: "Running" not in screen)
        yield opened


def answer(folder: Path, slug: str, letter: str) -> None:
    """Answer a question as a student would, in an editor that writes the file in place."""
    file = folder / "answers.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(f"\n{slug}:\n", f"\n{slug}: {letter}\n"), encoding="utf-8")


def test_an_exercise_from_the_first_look_to_the_next_one(watched: Window, mine: Path) -> None:
    """The statement, a mistake that is named, its explanation, the answer, what is behind it, a solution, the next."""
    assert "1 of 12  purpose  What a JWT is for" in watched.text
    assert "0 of 12 solved" in watched.text
    shutil.copy(WRONG_ANSWER, mine / "purpose.py")
    watched.wait(MISTAKE)
    watched.type("e")
    watched.wait("secret_in_payload  The payload gives a secret away")
    shutil.copy(RIGHT_ANSWER, mine / "purpose.py")
    watched.wait(lambda screen: "✓ keeps the password and the secret out" in screen and "✗" not in screen)
    assert "0 of 12 solved" in watched.text
    answer(mine, "purpose", "D")
    watched.wait("✓ Solved: 8 of 8 points. n leads on to `import_encode`.")
    watched.wait("1 of 12 solved")
    assert Workspace(mine).recall().solved == {"purpose": 8.0}
    watched.type("s")
    watched.wait('return {"access_token": token, "token_type": "bearer"}')
    watched.type("n")
    watched.wait("2 of 12  import_encode  Importing encode")


def test_keys_lead_everywhere(watched: Window, mine: Path) -> None:
    """Hints one further each time, the list and a jump in it, arrow keys, and kind words where there is nothing."""
    for stage in (1, 2, 3):
        watched.type("h")
        watched.wait(f"Hint {stage} of 3")
    watched.type("h")
    watched.wait("You have read all 3 hints")
    assert Workspace(mine).recall().hints == {"purpose": 3}
    watched.type(ESCAPE)
    watched.wait(BEGUN)
    for key in ("e", "s"):
        watched.type(key)
        watched.wait("so there is none to explain." if key == "e" else "once you have solved it yourself.")
    watched.type(LEFT)
    watched.wait("This is the first exercise.")
    watched.type("l")
    watched.wait("> ~ 1 purpose")
    watched.type(DOWN)
    watched.wait("> · 2 import_encode")
    watched.type("\r")
    watched.wait("2 of 12  import_encode  Importing encode")
    watched.type(RIGHT)
    watched.wait("3 of 12  token_output")
    watched.type("p")
    watched.wait("2 of 12  import_encode")
    watched.type("q")
    assert watched.wait_for_end() == 0


def test_a_starter_is_put_back_only_on_request(watched: Window, mine: Path) -> None:
    """What was written is kept; any key but y leaves everything as it is."""
    shutil.copy(WRONG_ANSWER, mine / "purpose.py")
    watched.wait(MISTAKE)
    watched.type("x")
    watched.wait("Begin this exercise anew?")
    watched.type("n")
    watched.wait("Nothing was changed.")
    assert (mine / "purpose.py").read_bytes() == WRONG_ANSWER.read_bytes()
    watched.type("x")
    watched.wait("Begin this exercise anew?")
    watched.type("y")
    watched.wait("`purpose.py` is as it was at the beginning. What you had written is kept: ")
    watched.wait("`.jwt-grader/kept/purpose-1.py`")
    assert (mine / ".jwt-grader/kept/purpose-1.py").read_bytes() == WRONG_ANSWER.read_bytes()
    watched.wait(BEGUN)


def test_everything_is_checked_with_one_key(watched: Window, mine: Path) -> None:
    """All are listed, checked again when any of them is saved, and can be scrolled; Esc leads back to the exercise."""
    watched.type("c")
    listed = watched.wait(lambda screen: "·  purpose" in screen and "·  asymmetric_keys" in screen)
    assert listed.splitlines()[1] == "  All exercises"
    watched.type("\x1b[F")
    watched.wait("isolation: ")
    watched.type("\x1b[5~\x1b[5~")
    shutil.copy(SOLUTIONS / "rejected" / "utc_expiry" / "local_time.py", mine / "utc_expiry.py")
    watched.wait(lambda screen: "✗  utc_expiry" in screen and "·  purpose" in screen and "more lines" in screen)
    shutil.copy(SOLUTIONS / "reference" / "utc_expiry.py", mine / "utc_expiry.py")
    answer(mine, "utc_expiry", "A")
    watched.wait(lambda screen: "1 of 12 solved" in screen and "✓  utc_expiry" in screen)
    assert Workspace(mine).recall().solved == {"utc_expiry": 6.0}
    shutil.copy(WRONG_ANSWER, mine / "purpose.py")
    watched.wait("✗  purpose")
    watched.type(ESCAPE)
    watched.wait(MISTAKE)


def test_a_wrong_answer_is_seen_also_where_the_code_is_wrong(watched: Window, mine: Path) -> None:
    """What has just been saved is what the student looks for, and the first thing to fix may be far below it."""
    shutil.copy(WRONG_ANSWER, mine / "purpose.py")
    watched.wait(lambda screen: MISTAKE in screen and "above (up)" in screen)
    answer(mine, "purpose", "B")
    watched.wait("✗ your answer to the question B is not it.")


def in_place(file: Path, content: bytes) -> None:
    """Write a file in three steps, of which the first empties it."""
    with file.open("wb", buffering=0) as opened:
        opened.write(content[:50])
        opened.write(content[50:])


def beside(file: Path, content: bytes) -> None:
    """Write another file, and let it take the place of this one."""
    other = file.with_name(f".{file.name}.tmp")
    other.write_bytes(content)
    other.replace(file)


def backed_up(file: Path, content: bytes) -> None:
    """Move the file out of the way, write it anew, and drop the old one."""
    old = file.rename(file.with_name(f"{file.name}~"))
    file.write_bytes(content)
    old.unlink()


@pytest.mark.parametrize("save", [in_place, beside, backed_up])
def test_each_way_to_save_is_noticed(watched: Window, mine: Path, save: object) -> None:
    """However an editor writes a file, its verdict comes."""
    assert callable(save)
    save(mine / "purpose.py", WRONG_ANSWER.read_bytes())
    watched.wait(MISTAKE)


def test_a_file_that_goes_and_comes(watched: Window, mine: Path) -> None:
    """A file that was deleted is missed in a calm sentence, and a broken one is told of with its line."""
    (mine / "purpose.py").unlink()
    watched.wait("There is no `purpose.py` in your folder: the key x puts one there to begin with.")
    (mine / "purpose.py").write_text("def login(:\n", encoding="utf-8")
    watched.wait("syntax_error")
    (mine / "answers.yaml").write_text("purpose: [\n", encoding="utf-8")
    watched.wait("answers.yaml:2:1: ")


def test_a_folder_that_goes(watched: Window, mine: Path) -> None:
    """A folder that was moved away is missed in a sentence, and watched again when it is back."""
    away = mine.rename(mine.with_name("away"))
    watched.wait("does not exist: give the folder")
    away.rename(mine)
    shutil.copy(WRONG_ANSWER, mine / "purpose.py")
    watched.wait(MISTAKE)


def test_another_size_is_another_screen(watched: Window) -> None:
    """Narrow, tiny and wide again: always whole lines, with the keys where there is room."""
    watched.resize(40, 20)
    watched.wait("1 of 12 purpose What a JWT is for Why does a FastAPI app give its users a JWT")
    watched.wait("r run x reset q quit")
    watched.resize(20, 5)
    watched.wait(lambda screen: "q quit" not in screen and "more lines" in screen)
    watched.resize(100, 50)
    screen = watched.wait("Write it into `purpose.py` and save: this screen tells what came of it.")
    assert "more lines" not in screen


@pytest.mark.parametrize(
    ("how", "code"), [("q", 0), ("\x04", 0), ("\x03", 130), (signal.SIGTERM, 143)], ids=["q", "^D", "^C", "SIGTERM"]
)
def test_the_terminal_is_given_back(mine: Path, how: str | signal.Signals, code: int) -> None:
    """However the watch ends, keys are shown again when they are typed, and so is the cursor, on the first screen."""
    with window(*GRADER, "watch", "utc_expiry", cwd=mine) as opened:
        before = opened.settings
        opened.wait("5 of 12  utc_expiry")
        assert opened.settings != before
        assert not opened.cursor_shown
        if isinstance(how, str):
            opened.type(how)
        else:
            os.killpg(opened.foreground, how)
        assert opened.wait_for_end() == code
        assert opened.settings == before
        assert OPEN.findall(opened.raw.decode()) == ["\x1b[?1049h", "\x1b[?25l", "\x1b[?25h", "\x1b[?1049l"]
        assert opened.cursor_shown
        assert "Traceback" not in opened.text
        assert ("0 of 12 solved" in opened.raw.decode().rpartition("\x1b[?1049l")[2]) == (code != 143)


def test_it_can_be_stopped_and_goes_on(watched: Window) -> None:
    """The shell gets the terminal as it was, and the watch draws its screen anew."""
    watched.type("\x1a")
    watched.wait("is stopped]")
    assert watched.cursor_shown
    assert watched.raw.rstrip().endswith(b"is stopped]")
    assert OPEN.findall(watched.raw.decode())[-2:] == ["\x1b[?25h", "\x1b[?1049l"]
    watched.type("\n")
    watched.wait(lambda screen: BEGUN in screen and "is stopped" not in screen)
    watched.type("q")
    assert watched.wait_for_end() == 0


def test_a_fault_gives_the_terminal_back(mine: Path) -> None:
    """A fault of ours is told on the first screen, without a traceback."""
    broken = (
        "from grader.reporters import watch\n"
        "def page(state): raise ValueError('broken on purpose')\n"
        "watch.page = page\n"
        "from grader.cli import main\n"
        "main()"
    )
    with window("-c", broken, "watch", cwd=mine) as opened:
        before = opened.settings
        opened.wait("This is a fault of jwt-grader, not yours: ValueError: broken on purpose")
        assert opened.wait_for_end() == 3
        assert opened.settings == before
        assert OPEN.findall(opened.raw.decode())[-2:] == ["\x1b[?25h", "\x1b[?1049l"]
        assert "Traceback" not in opened.text


def test_a_dumb_terminal_gets_page_after_page(mine: Path) -> None:
    """Nothing is drawn where only lines can be printed, and keys do what they do elsewhere."""
    with window(*GRADER, cwd=mine, variables={"TERM": "dumb"}) as opened:
        opened.wait("q quit")
        shutil.copy(WRONG_ANSWER, mine / "purpose.py")
        opened.wait(lambda _: MISTAKE.encode() in opened.raw)
        opened.type("h")
        opened.wait("Hint 1 of 3")
        opened.type("q")
        assert opened.wait_for_end() == 0
        assert b"\x1b" not in opened.raw


def test_a_narrow_terminal_is_not_taken_for_a_wide_one(mine: Path) -> None:
    """Sentences end where the screen does, also where nothing can be drawn on it."""
    with window(*GRADER, cwd=mine, variables={"TERM": "dumb", "COLUMNS": "40"}) as opened:
        opened.wait("q quit")
        opened.type("h")
        opened.wait("Hint 1 of 3")
        opened.type("q")
        assert opened.wait_for_end() == 0
    hint = opened.raw.decode().replace("\r", "").partition("Hint 1 of 3")[2]
    assert max(map(len, hint.splitlines())) in range(30, 41)


@pytest.mark.parametrize(
    "variables",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}],
    ids=["C", "cp1252"],
)
def test_a_console_with_few_characters(mine: Path, variables: dict[str, str]) -> None:
    """Stand-ins stand for signs that the console has not got, and a file with CRLF is graded like any other."""
    with window(*GRADER, "watch", cwd=mine, variables=variables) as opened:
        opened.wait(BEGUN)
        (mine / "purpose.py").write_bytes(WRONG_ANSWER.read_bytes().replace(b"\n", b"\r\n"))
        opened.wait("x keeps the password and the secret out of the")
        assert opened.raw.isascii()


def test_without_fork_it_is_the_same(mine: Path) -> None:
    """Where each program gets a process that is started for it, as on Windows, the verdict comes all the same."""
    started = "from grader.sandbox import process\nprocess.CAN_FORK = False\nfrom grader.cli import main\nmain()"
    with window("-c", started, "watch", cwd=mine) as opened:
        opened.wait(BEGUN)
        shutil.copy(WRONG_ANSWER, mine / "purpose.py")
        opened.wait(MISTAKE)
        opened.type("q")
        assert opened.wait_for_end() == 0
