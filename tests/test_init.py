"""`grader init`: a folder is made ready, nothing in it is ever overwritten, and each message is one to go on from."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import MINIMAL, SLUGS, all_exercises, bound_by_permissions, hand_in, run_grader

from grader import __version__, starting
from grader.yamlfile import parse

ALL = [exercise.slug for exercise in all_exercises().exercises]
OURS = {".jwt-grader/.gitignore", ".jwt-grader/answers.schema.json", ".jwt-grader/progress.json"}
EDITOR = {".vscode/settings.json", ".vscode/extensions.json"}
FILES = {"answers.yaml", "README.md", ".gitignore", ".github/workflows/grade.yml", *EDITOR}
NO_END = (
    "answers.yaml is written in a way that no question can be added to: write one line for each answer, "
    "such as `purpose: A`, from the beginning of the line."
)
IN_THE_WAY = " is in the way: the grader needs a folder of that name. Rename it and try again."
GO_ON = "\n  Go on with:\n\n      grader\n\n"


def contents(folder: Path) -> Mapping[str, bytes]:
    """Give all files of a folder and of those in it."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def started(folder: Path) -> Path:
    """Make a student's folder."""
    assert run_grader("init", folder, cwd=folder.parent).returncode == 0
    return folder


def test_a_folder_is_made_with_all_that_is_needed(tmp_path: Path) -> None:
    """What was made is told, and what to type next."""
    done = run_grader("init", "mine", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        """
  ✓ Made in `mine`:

"""
        + "".join(f"      {exercise.file:<27}  {exercise.title}\n" for exercise in all_exercises().exercises)
        + """\
      answers.yaml                 the questions: one letter for each
      README.md                    how it all goes
      .gitignore                   what Git need not keep
      .github/workflows/grade.yml  grades your work on GitHub
      .vscode/settings.json        has VS Code check answers.yaml
      .vscode/extensions.json      has it offer the extension for that

  Go into your folder with the first of these, and go on with the second:

      cd mine
      grader

"""
    )
    assert set(contents(tmp_path / "mine")) == FILES | OURS | {f"{slug}.py" for slug in ALL}


def test_what_was_made_can_be_worked_with(tmp_path: Path) -> None:
    """Starters are those of the exercises; the questions are not attempted, and nobody is blamed for that."""
    folder = started(tmp_path / "mine")
    for exercise in all_exercises().exercises:
        assert exercise.task
        assert (folder / exercise.file).read_bytes() == exercise.task.starter.encode()
    report = json.loads(run_grader("check", *SLUGS, "--report", "json", cwd=folder).stdout)
    answers = [check for each in report["exercises"] for check in each["checks"] if check["part"] == "question"]
    assert {check["status"] for check in answers} == {"not_attempted"}
    shown = " ".join(run_grader("check", *SLUGS, cwd=folder).stdout.split())
    assert "Not answered yet: purpose," in shown
    assert "Write a letter for each into `answers.yaml`." in shown


def test_what_is_missing_and_what_is_not_begun_are_told_apart(tmp_path: Path) -> None:
    """A file that is not there has not been handed in; one that nobody has touched has not been begun."""
    folder = started(tmp_path / "mine")
    (folder / "purpose.py").unlink()
    done = run_grader("check", "purpose", "token_output", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "  · Not handed in yet: purpose.py.\n  · Not begun yet: token_output.py.\n" in done.stdout


def test_an_editor_finds_the_schema_of_the_answers(tmp_path: Path) -> None:
    """What VS Code is told and what stands in answers.yaml lead to the schema that was made beside them."""
    folder = started(tmp_path / "mine")
    schemas = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert list(schemas.values()) == ["answers.yaml"]
    first, *_ = (folder / "answers.yaml").read_text(encoding="utf-8").splitlines()
    assert [first.partition("$schema=")[2]] == list(schemas)
    assert set(json.loads((folder / next(iter(schemas))).read_text(encoding="utf-8"))["properties"]) == set(ALL)


def test_what_is_right_gets_full_marks_there(tmp_path: Path) -> None:
    """The folder needs nothing more than the right answers and files."""
    folder = hand_in(started(tmp_path / "mine"), {})
    assert run_grader("check", *SLUGS, cwd=folder).returncode == 0


def test_the_current_folder_is_used_if_it_is_empty(tmp_path: Path) -> None:
    """Who made a folder and is in it need not name it; hidden things, such as .venv, are no obstacle."""
    (tmp_path / ".venv").mkdir()
    done = run_grader("init", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\n  ✓ Made in this folder:\n\n      purpose.py ")
    assert done.stdout.endswith(GO_ON)


def test_a_folder_with_other_things_is_not_filled_unasked(tmp_path: Path) -> None:
    """Nobody gets a home folder full of exercises by accident; who says so gets them."""
    (tmp_path / "holiday.jpg").touch()
    done = run_grader("init", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "There are other things in this folder already. Give your exercises a folder of their own: "
        "`grader init my-jwt-exercises`. (Or use this one all the same: `grader init .`)\n"
    )
    assert set(contents(tmp_path)) == {"holiday.jpg"}
    assert run_grader("init", ".", cwd=tmp_path).returncode == 0


def test_doing_it_again_changes_nothing(tmp_path: Path) -> None:
    """A folder that has everything stays as it is, and is told to."""
    folder = started(tmp_path / "mine")
    before = contents(folder)
    done = run_grader("init", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"\n  Everything is in this folder already, so nothing was changed.\n{GO_ON}"
    assert contents(folder) == before


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    """Files of the same names are left and named; only what is missing is made."""
    mine = {name: f"my {name}".encode() for name in ("purpose.py", "README.md", ".gitignore")}
    for name, content in mine.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "utc_expiry.py").mkdir()
    (tmp_path / "token_output.py").symlink_to("nowhere")
    done = run_grader("init", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    told = "  · Left as they were: purpose.py, token_output.py, utc_expiry.py, README.md,\n.gitignore."
    assert " ".join(told.split()) in " ".join(done.stdout.split())
    assert mine.items() <= contents(tmp_path).items()
    assert (tmp_path / "token_output.py").is_symlink()


def test_exercises_that_are_new_are_added(tmp_path: Path) -> None:
    """A file and a question that are missing are added; answers and comments stay."""
    folder = started(tmp_path / "mine")
    (folder / "utc_expiry.py").unlink()
    others = [slug for slug in ALL if slug != "utc_expiry"]
    mine = "# My answers\r\n" + "".join(f"{slug}: D # sure\r\n" for slug in others)
    (folder / "answers.yaml").write_bytes(mine.encode())
    done = run_grader("init", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    left = [
        *(f"{slug}.py" for slug in others),
        "answers.yaml",
        "README.md",
        ".gitignore",
        ".github/workflows/grade.yml",
        ".vscode/settings.json",
        ".vscode/extensions.json",
    ]
    assert " ".join(done.stdout.split()) == (
        "✓ Made in this folder: utc_expiry.py An expiry that is right everywhere "
        "✓ Added to the end of `answers.yaml`: the questions of utc_expiry. "
        f"· Left as they were: {', '.join(left)}. Go on with: grader"
    )
    text = (folder / "answers.yaml").read_bytes().decode()
    assert text.startswith(mine)
    assert text.endswith("\r\nutc_expiry:\r\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("purpose: [D\n", "No question was added. answers.yaml:2:1: did not find expected ',' or ']'."),
        (
            "- D\n",
            "No question was added. answers.yaml:1:1: write one line for each exercise, for example `purpose: A`.",
        ),
        ("{purpose: D}\n", NO_END),
    ],
)
def test_answers_that_cannot_be_added_to_are_left(tmp_path: Path, content: str, told: str) -> None:
    """The reason is told, the file is as it was, and everything else is done."""
    (tmp_path / "answers.yaml").write_text(content, encoding="utf-8")
    done = run_grader("init", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"✗ {told}" in " ".join(done.stdout.split())
    assert (tmp_path / "answers.yaml").read_text(encoding="utf-8") == content
    assert (tmp_path / "purpose.py").exists()


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    """What cannot be made is named with the reason, and everything else is made."""
    (tmp_path / ".github").touch()
    done = run_grader("init", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    told = r"✗ \.github/workflows/grade\.yml could not be made: (Not a directory|File exists)\."
    assert re.search(told, " ".join(done.stdout.split()))
    assert (tmp_path / "purpose.py").exists()


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("file", "file is a file, not a folder: give your folder another name."),
        ("file/mine", f"{Path('file/mine')} cannot be made here: Not a directory. Try it in another place."),
        (
            "taken",
            f"{Path('taken/.jwt-grader')}{IN_THE_WAY}",
        ),
    ],
)
def test_where_no_folder_can_be_a_sentence_says_so(tmp_path: Path, folder: str, told: str) -> None:
    """Nothing is made where it cannot be, and exit code 2 says that another command is needed."""
    (tmp_path / "file").touch()
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / ".jwt-grader").touch()
    done = run_grader("init", folder, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{told}\n")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """In a read-only folder nothing is made, and a sentence says so."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine").chmod(0o555)
    done = run_grader("init", "mine", cwd=tmp_path, under=bound_by_permissions())
    told = "mine cannot be made here: Permission denied. Try it in another place.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_a_memory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Nothing is made in a folder whose hidden folder is read-only."""
    (tmp_path / "mine" / ".jwt-grader").mkdir(parents=True)
    (tmp_path / "mine" / ".jwt-grader").chmod(0o555)
    done = run_grader("init", "mine", cwd=tmp_path, under=bound_by_permissions())
    told = "Nothing can be written in mine: make a folder in another place.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    assert set(contents(tmp_path)) == set()


def test_other_exercises_get_a_folder_of_their_own(tmp_path: Path) -> None:
    """A folder for somebody's own exercises has no workflow, and is not mixed with another."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.yaml").write_text(MINIMAL, encoding="utf-8")
    for _ in range(2):
        assert run_grader("init", "mine", "--exercises", "own", cwd=tmp_path).returncode == 0
    assert set(contents(tmp_path / "mine")) == OURS | EDITOR | {"small.py", "answers.yaml", "README.md", ".gitignore"}
    assert "grader check small" in (tmp_path / "mine" / "README.md").read_text(encoding="utf-8")
    done = run_grader("init", "mine", cwd=tmp_path)
    where = (tmp_path / "own").resolve()
    told = f"mine was made for the exercises in {where}: give these a folder of their own.\n"
    assert (done.returncode, done.stderr) == (2, told)
    started(tmp_path / "usual")
    done = run_grader("init", "usual", "--exercises", "own", cwd=tmp_path)
    told = "usual was made for the exercises that come with jwt-grader: give these a folder of their own.\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_a_broken_memory_is_mended(tmp_path: Path) -> None:
    """A folder whose memory cannot be read is made ready again, for whichever exercises."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.yaml").write_text(MINIMAL, encoding="utf-8")
    for arguments in (["--exercises", "own"], []):
        folder = tmp_path / f"mine{len(arguments)}"
        assert run_grader("init", folder, *arguments, cwd=tmp_path).returncode == 0
        memory = folder / ".jwt-grader" / "progress.json"
        before = memory.read_bytes()
        memory.write_bytes(b"{")
        done = run_grader("init", folder, *arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert memory.read_bytes() == before


@pytest.mark.parametrize(
    ("variables", "shown", "sign"),
    [
        ({"PYTHONIOENCODING": "cp1252:strict"}, "mes exercices \ufffd", "+"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "mes exercices ??", "+"),
        ({"PYTHONUTF8": "1"}, "mes exercices é", "✓"),
    ],
    ids=["cp1252", "C", "UTF-8"],
)
def test_spaces_and_accents_are_no_obstacle(tmp_path: Path, variables: dict[str, str], shown: str, sign: str) -> None:
    """Whatever the console can show, the folder is made, and its files are UTF-8."""
    done = run_grader("init", "mes exercices é", cwd=tmp_path, errors="replace", **variables)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"\n  {sign} Made in `{shown}`:\n" in done.stdout
    assert f"\n      cd 'mes exercices {shown.rsplit(maxsplit=1)[-1]}'\n" in done.stdout or os.name != "posix"
    assert "answers.yaml" in {path.name for path in (tmp_path / "mes exercices é").iterdir()}


def test_the_workflow_grades_with_the_version_that_made_it() -> None:
    """It is valid YAML that installs this version and grades; it may read the repository and no more."""
    text = starting.files(all_exercises().exercises, ours=True)[starting.WORKFLOW]
    workflow = parse(text).data
    assert workflow["on"] == ["push", "workflow_dispatch"]
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    steps = job["steps"]
    assert [re.sub(r"@v\d+$", "", step["uses"]) for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
    ]
    assert isinstance(steps[1]["with"]["python-version"], str)
    assert [step["run"] for step in steps if "run" in step] == [
        'pip install "$GRADER"',
        "grader check",
    ]
    assert steps[2]["env"] == {"GRADER": f"jwt-grader=={__version__}"}


def test_the_workflow_installs_what_the_instructor_says(tmp_path: Path) -> None:
    """As long as the package is not published, a course says where it is; nothing of that is taken for a command."""
    where = 'jwt-grader @ git+https://example.org/a"b$(c)'
    assert run_grader("init", "mine", "--install", where, cwd=tmp_path).returncode == 0
    workflow = parse((tmp_path / "mine" / starting.WORKFLOW).read_text("utf-8")).data
    assert workflow["jobs"]["grade"]["steps"][2]["env"] == {"GRADER": where}


def test_no_placeholder_is_left_in_a_file() -> None:
    """What stands for the first exercise or the version is filled in."""
    for name, text in starting.files(all_exercises().exercises, ours=True).items():
        if not name.endswith(".py"):
            assert not re.search(r"\{(first|requirement)\}", text)


@pytest.mark.parametrize("verb", re.findall(r"`?grader (\w+)", (starting.TEMPLATES / "README.md").read_text("utf-8")))
def test_the_readme_names_only_commands_that_there_are(verb: str, tmp_path: Path) -> None:
    """Each command that a student is told to type is one."""
    done = run_grader(verb, "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
