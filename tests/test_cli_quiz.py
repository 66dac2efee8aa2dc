"""`grader quiz` as it is typed: the whole conversation, the file that it leaves, its exit codes, and ways to leave."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import MINIMAL, SLUGS, environment, run_grader

from grader import quizzing
from grader.cli.quiz import quiz
from grader.errors import SandboxError

GOLDEN = Path(__file__).with_name("golden") / "quiz.txt"
RIGHT = b"purpose: D\nimport_encode: C\ntoken_output: A\ndefault_algorithm: B\nutc_expiry: A\n"
ALL_RIGHT = b"D\nC\nA\nB\nA\n"
FIVE = [word for slug in SLUGS for word in ("--exercise", slug)]
PROMPT = "  What do you think? "
INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests run
from grader.cli import main
main()
"""


def answers(folder: Path) -> bytes:
    """Give what is in a folder's answers.yaml."""
    return (folder / "answers.yaml").read_bytes()


def test_the_whole_conversation(tmp_path: Path) -> None:
    """A try, another, a look at the answer, what the code did, a slip of the finger, and leaving: word for word."""
    done = run_grader("quiz", *FIVE, "--seed", "1", cwd=tmp_path, given="x\nA\nd\na\ns\nB\nA\nb\nD\n\nA\n")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == GOLDEN.read_text(encoding="utf-8")
    assert answers(tmp_path) == b"purpose: D\nimport_encode: A\ntoken_output: A\ndefault_algorithm: B\nutc_expiry: A\n"


def test_all_right_is_success(tmp_path: Path) -> None:
    """Exit code 0 is for every answer right, and the code comes next."""
    done = run_grader("quiz", *FIVE, cwd=tmp_path, given=ALL_RIGHT.decode())
    assert (done.returncode, done.stderr) == (0, "")
    count = len(SLUGS)
    assert done.stdout.endswith(
        f"\n  {count} of {count} questions answered, {count} of them right.\n  → Go on with `grader check`.\n\n"
    )
    assert answers(tmp_path) == RIGHT


def test_it_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """What is answered is kept as it stands, with comments and line ends, and not asked again."""
    (tmp_path / "answers.yaml").write_bytes(b"# mine\r\npurpose: A  # really?\r\nimport_encode:\r\n")
    done = run_grader("quiz", *FIVE, cwd=tmp_path, given="C\nq\n")
    assert (done.returncode, done.stderr) == (1, "")
    assert [line for line in done.stdout.splitlines() if line.startswith("  Question")] == [
        "  Question 2 of 5: import_encode",
        "  Question 3 of 5: token_output",
    ]
    assert done.stdout.endswith(
        """\
  2 of 5 questions answered, 1 of them right.
  Not answered yet: token_output, default_algorithm, utc_expiry.
  Worth another look: purpose.
  → Go on with `grader quiz`.

"""
    )
    assert answers(tmp_path) == b"# mine\r\npurpose: A  # really?\r\nimport_encode: C\r\n"


def test_what_is_answered_is_asked_again_on_request(tmp_path: Path) -> None:
    """Only the exercises that are named, in a folder of any name; the command to go on with can be typed as it is."""
    folder = tmp_path / "Übung eins"
    folder.mkdir()
    (folder / "answers.yaml").write_bytes(RIGHT)
    asked = ("--exercise", "purpose", "--exercise", "utc_expiry")
    done = run_grader("quiz", folder.name, *asked, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        """
  Nothing is left to ask; with `--again` you are asked again.
  2 of 2 questions answered, 2 of them right.
  → Go on with `grader check 'Übung eins'`.

"""
    )
    done = run_grader("quiz", folder.name, *asked, "--again", cwd=tmp_path, given="B\nq\n")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith(
        """\
  2 of 2 questions answered, 1 of them right.
  Worth another look: purpose.
  → Go on with `grader quiz 'Übung eins' --again --exercise purpose`.

"""
    )
    assert answers(folder) == RIGHT.replace(b"purpose: D", b"purpose: B")


def test_shuffled_options_are_written_with_their_own_letters(tmp_path: Path) -> None:
    """The screen says which letter stands for which, and the seed shows the same order again."""
    arguments = ("quiz", "--shuffle", "--seed", "1", "--exercise", "purpose")
    done = run_grader(*arguments, cwd=tmp_path, given="C\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        """
  Shuffled: --seed 1 shows the options in this order again.

  Question 1 of 1: purpose
  What a JWT is for

  Why does a FastAPI app give its users a JWT after they log in?

  A  To store the user's password, so that it need not be typed again
  B  To keep the app connected to its database for this user
  C  To store who the user is for authentication, in a form that can be
     trusted because it is signed
  D  To send the user an email that confirms each login

  What do you think? C

  ✓ C is right. The signature shows the server that it issued this token
  itself and that nobody has changed it since. Signed does not mean secret:
  anyone who holds the token can read its payload.
  Written into answers.yaml: purpose: D (C stands for D here)

  1 of 1 question answered, 1 of them right.
  → Go on with `grader check`.

"""
    )
    assert answers(tmp_path) == b"purpose: D\n"
    assert run_grader(*arguments, "--again", cwd=tmp_path, given="C\n").stdout == done.stdout


def test_an_exercise_is_asked_in_the_current_folder(tmp_path: Path) -> None:
    """Who names an exercise where a folder is due means it so, as in `grader check`."""
    done = run_grader("quiz", "purpose", cwd=tmp_path, given="D\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert answers(tmp_path) == b"purpose: D\n"


def test_exercises_without_a_question_have_nothing_to_ask(tmp_path: Path) -> None:
    """A sentence says where to look; the exercises may be one's own."""
    head, _, rest = MINIMAL.partition("question:\n")
    (tmp_path / "small.yaml").write_text(head + "task:" + rest.partition("task:")[2])
    done = run_grader("quiz", "--exercises", ".", cwd=tmp_path)
    told = "There is no question in what you chose: `grader list` shows which exercises have one.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_exercises_may_be_ones_own(tmp_path: Path) -> None:
    """The command to go on with names them; an option that is words alone has nothing to run."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.yaml").write_text(MINIMAL)
    done = run_grader("quiz", "--exercises", "own", cwd=tmp_path, given="a\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        """
  Question 1 of 1: small
  A small exercise

  Which letter?

  A  This one
  B  That one

  What do you think? a

  ✓ A is right. It is.
  Written into answers.yaml: small: A

  1 of 1 question answered, 1 of them right.
  → Go on with `grader check --exercises own`.

"""
    )


@pytest.mark.parametrize("last", ["", "q\n", "exit\n"], ids=["end of input", "q", "exit"])
def test_it_can_be_left(tmp_path: Path, last: str) -> None:
    """What was answered is there, and nothing is lost."""
    done = run_grader("quiz", *FIVE, cwd=tmp_path, given=f"A\n{last}")
    assert (done.returncode, done.stderr) == (1, "")
    assert answers(tmp_path) == b"purpose: A\n"
    assert "  1 of 5 questions answered, 0 of them right.\n" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="sends no Ctrl-C to one process alone")
def test_ctrl_c_leaves_calmly(tmp_path: Path) -> None:
    """Exit code 130 says that it was interrupted; the summary comes all the same."""
    command = [sys.executable, "-c", INTERRUPTIBLE, "quiz", *FIVE]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"D\n")
        process.stdin.flush()
        printed = b""
        while printed.count(PROMPT.encode()) < 2:
            printed += os.read(process.stdout.fileno(), 4096)
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate()
    assert (process.returncode, complaints) == (130, b"")
    assert rest.decode() == (
        """

  1 of 5 questions answered, 1 of them right.
  Not answered yet: import_encode, token_output, default_algorithm,
  utc_expiry.
  → Go on with `grader quiz`.

"""
    )
    assert answers(tmp_path) == b"purpose: D\n"


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_what_is_typed_at_a_terminal_is_not_shown_twice(tmp_path: Path) -> None:
    """A terminal shows it by itself."""
    ours, theirs = os.openpty()
    os.write(ours, b"D\nq\n")
    done = subprocess.run(
        [sys.executable, "-m", "grader", "quiz"],
        cwd=tmp_path,
        env=environment(),
        stdin=theirs,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"{PROMPT}\n  ✓ D is right." in done.stdout


def test_code_that_cannot_be_run_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is written all the same, and the quiz goes on."""

    def fail(*_: object, **__: object) -> None:
        raise SandboxError("No process could be forked to run the submission.")

    monkeypatch.setattr(quizzing, "try_out", fail)
    done = CliRunner().invoke(quiz, [str(tmp_path), "--exercise", "import_encode"], input="C\n")
    assert done.exit_code == 0
    told = "\n  The code could not be run just now: No process could be forked to run the submission.\n"
    assert told in done.output
    assert answers(tmp_path) == b"import_encode: C\n"


FIRST = "Put that right first; nothing was changed."
REFUSED = {
    "no such folder": (
        ["mine"],
        None,
        "There is no folder mine: make it first, or give none to use the one that you are in.",
    ),
    "no such exercise": (["--exercise", "purpos"], None, "There is no exercise 'purpos'; did you mean 'purpose'?"),
    "not YAML": ([], b"purpose: 'A\n", f"answers.yaml:2:1: found unexpected end of stream. {FIRST}"),
    "not UTF-8": (
        [],
        b"# Gr\xf6\xdfe\n",
        f"answers.yaml:1:1: this is not UTF-8 text: save the file as UTF-8. {FIRST}",
    ),
    "a list": (
        [],
        b"- A\n",
        f"answers.yaml:1:1: write one line for each exercise, for example `purpose: A`. {FIRST}",
    ),
}


@pytest.mark.parametrize(("arguments", "content", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_is_told_in_a_sentence(
    tmp_path: Path, arguments: list[str], content: bytes | None, told: str
) -> None:
    """Exit code 2: nothing is asked, and nothing is written."""
    if content is not None:
        (tmp_path / "answers.yaml").write_bytes(content)
    done = run_grader("quiz", *arguments, cwd=tmp_path, given="D\n")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{told}\n")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == ([] if content is None else [content])


def test_a_console_of_ascii_gets_plain_signs(tmp_path: Path) -> None:
    """Where signs cannot be shown, ASCII stands in their places; what cannot be read of the input is asked again."""
    done = run_grader("quiz", *FIVE, cwd=tmp_path, given="ä\nA\ns\n", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.isascii()
    assert f"{PROMPT}??\n  Please type one of the letters A, B, C or D, or `q` to leave.\n" in done.stdout
    assert "  x A is not it. " in done.stdout
    assert "  -> The answer is D. " in done.stdout
    assert "  -> Go on with `grader quiz`.\n" in done.stdout
