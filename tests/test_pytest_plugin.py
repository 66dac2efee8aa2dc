"""pytest grades a submission with `--submission`, and notices nothing of the plugin without it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support import POINTS, SLUGS

from grader import __version__, catalog, submission
from grader.errors import ExerciseError, UsageError

SOLUTIONS = Path(__file__).parents[1] / "solutions"
EXERCISES = catalog.load(catalog.builtin_folder()).exercises
IDS = {
    exercise.slug: [
        f"exercises/{exercise.slug}.yaml::{name}"
        for name in ("question::answer", *(f"task::{check.id}" for check in exercise.checks))
    ]
    for exercise in EXERCISES
}
FIVE_FILES = [f"exercises/{slug}.yaml" for slug in SLUGS]
FIVE = ("-k", " or ".join(f"{slug}.yaml" for slug in SLUGS))
CHECKS = sum(len(IDS[slug]) for slug in SLUGS)

SPY = """
    from pathlib import Path
    from grader import grading

    graded = grading.grade_exercise

    def grade_exercise(exercise, submission, *, seed):
        with Path("graded").open("a") as log:
            log.write(f"{exercise.slug} {seed}\\n")
        return graded(exercise, submission, seed=seed)

    grading.grade_exercise = grade_exercise
"""
UNABLE = """
    from grader.errors import SandboxError
    from grader.sandbox import conversation

    def start(*_, **__):
        raise SandboxError("No process could be started.")

    conversation.start = start
"""


@pytest.fixture
def answers(pytester: pytest.Pytester) -> Path:
    """Make a submission with full marks, in a folder below the current one."""
    folder = pytester.path / "answers"
    shutil.copytree(SOLUTIONS / "reference", folder)
    return folder


@pytest.fixture
def spoilt(answers: Path) -> Path:
    """Spoil it: a wrong answer, a file missing, one that is not Python and one that takes local time for UTC."""
    letters = (answers / "answers.yaml").read_text()
    (answers / "answers.yaml").write_text(letters.replace("utc_expiry: A", "utc_expiry: B"))
    (answers / "purpose.py").unlink()
    (answers / "token_output.py").write_text("print(\n")
    shutil.copy(SOLUTIONS / "rejected" / "utc_expiry" / "local_time.py", answers / "utc_expiry.py")
    return answers


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    """Run pytest in a process of its own, where a warning is an error."""
    return pytester.runpytest_subprocess("-Werror", *args)


def collected(pytester: pytest.Pytester, *args: str) -> list[str]:
    """Give the ids that pytest lists."""
    return [line for line in run(pytester, "--collect-only", "-q", *args).outlines if "::" in line]


def section(result: pytest.RunResult, title: str) -> list[str]:
    """Give the lines between a title of pytest's and the next one."""
    titles = [index for index, line in enumerate(result.outlines) if re.match(r"[_=!]+ .* [_=!]+$", line)]
    start = next(index for index in titles if f" {title} " in result.outlines[index])
    return result.outlines[start + 1 : next(index for index in titles if index > start)]


def heading(name: str) -> str:
    """Give the title under which pytest tells of a check's failure."""
    return name.removeprefix("exercises/").replace(".yaml", "")


def plant(file: Path, witness: Path) -> None:
    """Write a module that leaves a trace when it is imported."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"open({str(witness)!r}, 'a').write(__file__)\n")


@pytest.mark.usefixtures("answers")
def test_every_check_of_every_exercise_is_an_item(pytester: pytest.Pytester) -> None:
    """Exercises are collected in the order of their positions, and no folder but theirs is gone through."""
    result = run(pytester, "--submission", "answers", "--collect-only")
    tree = [line.split("<")[1].rstrip(">") for line in result.outlines if line.lstrip().startswith("<")]
    assert tree[:4] == ["Dir exercises", "ExerciseFile purpose.yaml", "Part question", "Check answer"]
    assert [line for line in tree if line.startswith("ExerciseFile")] == [f"ExerciseFile {slug}.yaml" for slug in IDS]
    assert collected(pytester, "--submission", "answers") == [each for ids in IDS.values() for each in ids]


@pytest.mark.parametrize("exercises", [(), ("--grader-exercises", "venv/exercises")], ids=["built_in", "below"])
def test_nothing_of_a_submission_is_imported(
    pytester: pytest.Pytester, answers: Path, monkeypatch: pytest.MonkeyPatch, exercises: tuple[str, ...]
) -> None:
    """In the student's own folder, no test, no conftest.py and no file that is named like a library is run."""
    witness = pytester.path / "imported"
    shutil.copytree(catalog.builtin_folder(), answers / "venv" / "exercises")
    for name in ("conftest", "test_mine", "jwt", "yaml", "pydantic", "tests/conftest", "venv/exercises/test_mine"):
        plant(answers / f"{name}.py", witness)
    (answers / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    monkeypatch.chdir(answers)
    result = run(pytester, "--submission", ".", *FIVE, *exercises)
    assert not witness.exists()
    result.assert_outcomes(passed=CHECKS)
    assert result.ret == pytest.ExitCode.OK
    assert result.outlines[-2] == f"points: {POINTS:g} of {POINTS:g}"
    assert "--grader-seed=" not in str(result.stdout)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python could not yet be told to leave out the current folder")
def test_no_worker_imports_anything_of_a_submission(
    pytester: pytest.Pytester, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even a file that is named like a module that a worker needs while it starts."""
    plant(answers / "hashlib.py", pytester.path / "imported")
    monkeypatch.chdir(answers)
    command = [sys.executable, "-P", "-m", "pytest", "-n2", "--submission=.", "-k", "utc_expiry"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # pytester would add the folder
    assert not (pytester.path / "imported").exists()
    assert f"{len(IDS['utc_expiry'])} passed" in result.stdout


def test_settings_in_a_submission_do_not_steer_pytest(pytester: pytest.Pytester, answers: Path) -> None:
    """Where pytest takes its settings from the submission without need, it stops and says how to avoid it."""
    (answers / "pytest.ini").write_text("[pytest]\naddopts = --deselect=exercises/utc_expiry.yaml\n")
    refused = run(pytester, "--submission", "answers", "exercises/utc_expiry.yaml")
    assert refused.ret == pytest.ExitCode.USAGE_ERROR
    assert refused.errlines == [
        f"ERROR: {answers / 'pytest.ini'} would steer pytest. Write --submission=answers, with the `=`.",
        "",
    ]
    assert collected(pytester, "--submission=answers", "exercises/utc_expiry.yaml") == IDS["utc_expiry"]


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("exercises/utc_expiry.yaml", IDS["utc_expiry"]),
        ("exercises/utc_expiry.yaml::task::expires", ["exercises/utc_expiry.yaml::task::expires"]),
        (f"{catalog.builtin_folder() / 'purpose.yaml'}::question", IDS["purpose"][:1]),
        ("exercises/purpose.yaml", [each.replace("utc_expiry", "purpose") for each in IDS["utc_expiry"]]),
        ("elsewhere/utc_expiry.yaml", []),
        (".", []),
    ],
    ids=["file", "check", "path", "own", "no_id", "folder"],
)
def test_what_is_named_is_all_that_is_collected(pytester: pytest.Pytester, named: str, expected: list[str]) -> None:
    """An exercise, a part or a check by path or id; an id names a built-in exercise where there is no such path."""
    own = pytester.mkdir("exercises") / "purpose.yaml"
    source = (catalog.builtin_folder() / "utc_expiry.yaml").read_text("utf-8")
    own.write_text(source.replace("slug: utc_expiry", "slug: purpose"), "utf-8")
    assert collected(pytester, "--submission=answers", named) == expected


@pytest.mark.usefixtures("answers")
def test_an_exercise_is_graded_once_and_only_when_it_runs(pytester: pytest.Pytester) -> None:
    """Collecting grades nothing; all checks of an exercise share one grading, with the seed that the header shows."""
    pytester.makepyfile(spy=SPY)
    names = ["exercises/utc_expiry.yaml::task::expires", "exercises/utc_expiry.yaml::task::verifies"]
    collected(pytester, "-pspy", "--submission=answers")
    assert not (pytester.path / "graded").exists()
    result = run(pytester, "-pspy", "--submission=answers", *names)
    result.assert_outcomes(passed=2)
    seeds = [line.split()[-1] for line in result.outlines if line.startswith(f"jwt-grader {__version__}, submission")]
    assert (pytester.path / "graded").read_text() == f"utc_expiry {seeds[0]}\n"


@pytest.mark.usefixtures("spoilt")
def test_workers_share_the_seed_and_the_sum_is_printed_once(pytester: pytest.Pytester) -> None:
    """With pytest-xdist, each worker grades with the seed of the header, and the points of all are added up."""
    pytester.makepyfile(spy=SPY)
    alone = run(pytester, *FIVE_FILES, "--submission=answers", "--grader-seed=7")
    shared = run(pytester, *FIVE_FILES, "-pspy", "-n2", "--submission=answers")
    seed = re.search(rf"^jwt-grader {__version__}, submission answers, seed (\d+)$", str(shared.stdout), re.MULTILINE)
    assert seed
    assert {line.split()[1] for line in (pytester.path / "graded").read_text().splitlines()} == {seed[1]}
    assert shared.parseoutcomes() == alone.parseoutcomes()
    assert shared.outlines[-3:-1] == [f"the same again: --grader-seed={seed[1]}", alone.outlines[-2]]
    assert str(shared.stdout).count("points: ") == 1


@pytest.mark.usefixtures("spoilt")
def test_a_failure_tells_what_went_wrong_and_no_traceback(pytester: pytest.Pytester) -> None:
    """A failed check gives its message and, at the task's first, the diagnosis; the sum stands below everything."""
    result = run(pytester, *FIVE_FILES, "--submission=answers", "--grader-seed=7", "-rA", "-v")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert f"jwt-grader {__version__}, submission answers, seed 7" in result.outlines
    reason = next(e for e in EXERCISES if e.slug == "utc_expiry").question.options["B"].because  # type: ignore[union-attr]
    assert section(result, "utc_expiry::question::answer") == [f"B is not it. {reason}"]
    message, diagnosis, remedy, link = section(result, "utc_expiry::task::expires")
    assert message.startswith("On a server at UTC")
    assert diagnosis.startswith("local_time: Where clocks are")
    assert remedy.startswith("Ask for a time that knows its zone")
    assert link.startswith("Read more: https://docs.python.org/")
    for check in IDS["purpose"][1:]:
        assert section(result, heading(check)) == ["Not handed in yet: there is no purpose.py in this folder."]
    assert any(line.startswith("exercises/utc_expiry.yaml::task::expires FAILED") for line in result.outlines)
    assert "Traceback" not in str(result.stdout)
    assert "pytest_plugin.py" not in str(result.stdout)
    earned = POINTS - 7 - 5 - 3
    assert result.outlines[-3:-1] == ["the same again: --grader-seed=7", f"points: {earned:g} of {POINTS:g}"]


@pytest.mark.usefixtures("spoilt")
def test_a_check_that_could_not_be_reached_is_skipped(pytester: pytest.Pytester) -> None:
    """What a failed check keeps from being checked is a skip, with its reason and the exercise's file."""
    result = run(pytester, "--submission=answers", "exercises/token_output.yaml", "-rs")
    result.assert_outcomes(passed=1, failed=1, skipped=4)
    skips = [line for line in result.outlines if line.startswith("SKIPPED")]
    assert skips[0].endswith("token_output.yaml: Not checked: it needs “runs without an error”.")


def test_what_was_not_handed_in_fails(pytester: pytest.Pytester) -> None:
    """An empty submission is no success, and its failures say calmly what is missing."""
    pytester.mkdir("answers")
    result = run(pytester, "--submission=answers", "exercises/utc_expiry.yaml")
    result.assert_outcomes(failed=len(IDS["utc_expiry"]))
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    calm = "Not answered yet: write `utc_expiry: ` and a letter into answers.yaml."
    assert section(result, heading(IDS["utc_expiry"][0])) == [calm]


@pytest.mark.usefixtures("spoilt")
def test_the_diagnosis_is_told_at_the_first_failure_that_runs(pytester: pytest.Pytester) -> None:
    """Where checks were left out, the first failure among the others explains; the answer's failure never does."""
    wrong = SOLUTIONS / "rejected" / "default_algorithm" / "returns_none-printed.py"
    shutil.copy(wrong, pytester.path / "answers" / "default_algorithm.py")
    names = [name for name in IDS["default_algorithm"] if "::reads_" in name]
    everything = run(pytester, "--submission=answers", "exercises/default_algorithm.yaml")
    explained = ["Read more" in "".join(section(everything, heading(name))) for name in names]
    assert explained == [True, False, False]
    rest = run(pytester, "--submission=answers", "exercises/default_algorithm.yaml", f"--deselect={names[0]}")
    assert "Read more" in "".join(section(rest, heading(names[1])))
    answer = run(pytester, "--submission=answers", "exercises/utc_expiry.yaml::question")
    assert "Read more" not in str(answer.stdout)


@pytest.mark.usefixtures("answers")
def test_a_fault_of_ours_is_an_error_and_not_the_students(pytester: pytest.Pytester) -> None:
    """When grading is impossible, the checks end in errors that say whose fault it is, and cost no points."""
    pytester.makepyfile(unable=UNABLE)
    result = run(pytester, "-punable", "--submission=answers", "exercises/utc_expiry.yaml")
    result.assert_outcomes(errors=len(IDS["utc_expiry"]))
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    ours = "This could not be graded, and that is not your fault: No process could be started."
    assert section(result, f"ERROR at setup of {heading(IDS['utc_expiry'][0])}") == [ours]
    assert result.outlines[-2] == "points: 0 of 0"


@pytest.mark.usefixtures("answers")
def test_where_nothing_can_run_ci_is_told_in_one_sentence(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CI asks for isolation before anything is graded: if no process starts, that is said, without a traceback."""
    monkeypatch.setenv("CI", "true")
    pytester.makepyfile(unable=UNABLE)
    result = run(pytester, "-punable", "--submission=answers")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert result.errlines == ["ERROR: No process could be started.", ""]


@pytest.mark.usefixtures("spoilt")
def test_a_junit_report_carries_points_and_labels(pytester: pytest.Pytester) -> None:
    """Every check has its points and their maximum as properties, and a failed one what it was diagnosed with."""
    run(pytester, *FIVE_FILES, "--submission=answers", "--junitxml=report.xml")
    cases = list(ET.parse(pytester.path / "report.xml").iter("testcase"))  # noqa: S314 - pytest has just written it
    told = {
        f"{case.get('classname')}.{case.get('name')}": {
            entry.get("name"): entry.get("value") for entry in case.iter("property")
        }
        for case in cases
    }
    assert len(told) == CHECKS
    assert all(each.keys() >= {"points", "max_points"} for each in told.values())
    assert told["exercises.utc_expiry.yaml.task.verifies"] == {"points": "1.0", "max_points": "1.0"}
    failed = {"points": "0.0", "max_points": "2.0", "labels": "local_time"}
    assert told["exercises.utc_expiry.yaml.task.expires"] == failed
    assert told["exercises.token_output.yaml.task.prints_token"]["points"] == "0.0"


@pytest.mark.usefixtures("spoilt")
def test_pytests_own_ways_to_choose_work(pytester: pytest.Pytester) -> None:
    """-x stops at the first failure, --lf runs it again alone, and -k picks exercises, parts and checks by name."""
    failing = "exercises/utc_expiry.yaml::question::answer"
    first = run(pytester, "--submission=answers", "exercises/utc_expiry.yaml", "-x")
    first.assert_outcomes(failed=1)
    assert collected(pytester, "--submission=answers", "--lf") == [failing]
    assert collected(pytester, "--submission=answers", "-k", "utc_expiry and task") == IDS["utc_expiry"][1:]


@pytest.mark.usefixtures("answers")
def test_an_invalid_exercise_is_told_as_on_the_command_line(pytester: pytest.Pytester) -> None:
    """Collection fails with exactly the lines of the faults, and nothing runs."""
    file = pytester.mkdir("course") / "broken.yaml"
    file.write_text("slug: broken\ntitle: Hardly begun\ncolour: red\n")
    with pytest.raises(ExerciseError) as faults:
        catalog.read(file.read_bytes(), file)
    result = run(pytester, "--submission=answers", "--grader-exercises=course")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert section(result, "ERROR collecting course/broken.yaml") == str(faults.value).splitlines()


def test_an_unknown_submission_is_wrong_usage(pytester: pytest.Pytester) -> None:
    """A folder that is not there is told in the sentence of the command line."""
    with pytest.raises(UsageError) as sentence:
        submission.read(Path("nowhere"), IDS)
    result = run(pytester, "--submission=nowhere")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert result.errlines == [f"ERROR: {sentence.value}", ""]


def test_without_a_submission_pytest_notices_nothing(pytester: pytest.Pytester) -> None:
    """In someone's own project the output is what it is without the plugin, and no library of ours is loaded."""
    shutil.copytree(catalog.builtin_folder(), pytester.path / "exercises")
    pytester.makeconftest("")
    pytester.makepyfile("""
        import sys

        def test_modules():
            ours = {name for name in sys.modules if name.partition(".")[0] == "grader"}
            assert ours <= {"grader", "grader.pytest_plugin", "grader.pytest_items"}
            assert not {"jwt", "pydantic", "rich", "yaml"} & sys.modules.keys()
    """)
    with_plugin, without = (
        [line for line in run(pytester, *args).outlines if not line.startswith("plugins:")]
        for args in ((), ("-pno:jwt_grader",))
    )
    assert [line.split(" in ")[0] for line in with_plugin] == [line.split(" in ")[0] for line in without]
    assert "1 passed" in with_plugin[-1]
