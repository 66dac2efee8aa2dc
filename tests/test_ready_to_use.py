"""What courses copy: each file is one that its system takes, and grades as `grader check` does.

Installing needs an index of packages and is left out here: what it leaves behind is put in its place.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from support import ROOT, all_exercises, environment, hand_in, run_grader

import grader
from grader import starting
from grader.yamlfile import parse

CI = ROOT / "docs" / "ci"
WRONG = (
    "from jwt import encode\n\n\ndef create_token(user_id, secret):\n    return encode({'user_id': user_id}, secret)\n"
)
HOSTILE = "raise SystemExit('a file of the submission was imported')\n"
needs_bash = pytest.mark.skipif(not shutil.which("bash") or os.name != "posix", reason="the system has no bash")


def installed(folder: Path) -> Path:
    """Put what installing leaves behind into a folder: an environment of its own, in which the grader is."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    (packages,) = folder.glob("lib/*/site-packages")
    found = [Path(grader.__file__).parents[1], sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (packages / "here.pth").write_text("".join(f"{path}\n" for path in found), encoding="utf-8")
    return folder


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    """Make a submission with a mistake, and with files that would be imported if its folder were one for imports."""
    hostile = dict.fromkeys(("grader.py", "json.py", "subprocess.py", "venv.py", "sitecustomize.py"), HOSTILE)
    return hand_in(tmp_path / "submission", {"utc_expiry.py": WRONG, **hostile})


@pytest.fixture
def expected(submission: Path, page: Path) -> dict[str, Any]:
    """Give what `grader check` tells of it."""
    done = run_grader("check", submission, "--exercises", page, "--report", "json")
    assert done.returncode == 1
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["exercises"][-1]["misconceptions"] == ["no_exp"]
    return report


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", ROOT / "action.yml"),
        *(("github-workflows", CI / name) for name in ("github.yml", "github-instructor.yml")),
        ("github-workflows", Path(starting.WORKFLOW)),
        ("gitlab-ci", CI / "gitlab-ci.yml"),
    ],
    ids=lambda given: given if isinstance(given, str) else given.name,
)
def test_a_file_is_one_that_its_system_takes(tmp_path: Path, schema: str, file: Path) -> None:
    """Each is valid by the schema of the system that reads it, and a key that is misspelt would not be."""
    made = starting.files(all_exercises().exercises, ours=True).get(file.as_posix())
    text = made or file.read_text("utf-8")
    whole, broken = tmp_path / "whole.yml", tmp_path / "broken.yml"
    whole.write_text(text, encoding="utf-8")
    broken.write_text(re.sub(r"\b(uses|script):", "used:", text), encoding="utf-8")
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    subprocess.run([*check, whole], check=True, capture_output=True)
    assert subprocess.run([*check, broken], check=False, capture_output=True).returncode == 1


def steps_of_the_action() -> dict[str, Any]:
    """Give the action's steps that run something, by name."""
    action = parse((ROOT / "action.yml").read_text("utf-8")).data
    return {step["name"]: step for step in action["runs"]["steps"] if "run" in step}


@needs_bash
def test_the_action_grades_as_the_command_line_does(
    tmp_path: Path, submission: Path, page: Path, expected: dict[str, Any]
) -> None:
    """Its step is run as the shell of a runner would, in the student's folder, which steers nothing."""
    installed(tmp_path / "jwt-grader")
    step = steps_of_the_action()["Grade"]
    inputs = {"submission": ".", "exercises": str(page), "arguments": "--report json=../report.json"}
    given = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda m: inputs[m[1]], text) for name, text in step["env"].items()
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=submission,
        env=environment(RUNNER_TEMP=str(tmp_path), **given),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == expected


def test_pytest_grades_as_the_command_line_does(
    tmp_path: Path, submission: Path, page: Path, expected: dict[str, Any]
) -> None:
    """Its items pass and fail as the checks do, with the same points and messages."""
    options = [f"--submission={submission}", f"--grader-exercises={page}", "-p", "no:cacheprovider", "--junitxml=r.xml"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=tmp_path,
        env=environment(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", PYTEST_PLUGINS="grader.pytest_plugin"),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert f"points: {expected['points']:g} of {expected['max_points']:g}" in done.stdout
    cases = etree.parse(tmp_path / "r.xml").findall(".//testcase")
    checks = [check for exercise in expected["exercises"] for check in exercise["checks"]]
    for case, check in zip(cases, checks, strict=True):
        failure = case.find("failure")
        assert case.get("name") == check["id"]
        assert (failure is not None) == (check["status"] == "failed")
        assert points(case) == (check["points"], check["max_points"])
        assert failure is None or (failure.text or "").startswith(check["message"])
    labels = [properties(case)["labels"] for case in cases if "labels" in properties(case)]
    assert labels == [", ".join(each["misconceptions"]) for each in expected["exercises"] if each["misconceptions"]]


def properties(case: etree._Element) -> dict[str, str]:
    """Give what is recorded of a test case."""
    return {str(each.get("name")): str(each.get("value")) for each in case.iter("property")}


def points(case: etree._Element) -> tuple[float, float]:
    """Give the points of a test case, and the most that there are for it."""
    recorded = properties(case)
    return float(recorded["points"]), float(recorded["max_points"])


def test_what_is_packed_or_unpacked_grades_as_the_folder_does(
    tmp_path: Path, submission: Path, page: Path, expected: dict[str, Any]
) -> None:
    """The archive that `grader pack` makes, and the folder in a folder that unpacking leaves, have the same verdict."""
    packed = run_grader("pack", submission, "--exercises", page, cwd=tmp_path)
    assert packed.returncode == 0, packed.stderr
    shutil.copytree(submission, tmp_path / "unpacked" / "work")
    for place in (tmp_path / "submission.zip", tmp_path / "unpacked"):
        done = run_grader("check", place, "--exercises", page, "--report", "json", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (1, "")
        told = json.loads(done.stdout)
        for member in ("points", "max_points", "exercises", "grader"):
            assert told[member] == expected[member], place


@needs_bash
@pytest.mark.parametrize("given", ["$(touch hacked)", "; touch hacked", "`touch hacked`"])
def test_nothing_that_the_action_is_given_is_a_command(tmp_path: Path, given: str) -> None:
    """What stands in its inputs reaches the grader as it is, and no shell."""
    installed(tmp_path / "jwt-grader")
    step = steps_of_the_action()["Grade"]
    variables = environment(RUNNER_TEMP=str(tmp_path), SUBMISSION=given, EXERCISES=given, ARGUMENTS="")
    done = subprocess.run(["bash", "-c", step["run"]], cwd=tmp_path, env=variables, capture_output=True, check=False)
    assert done.returncode == 2
    assert given in done.stderr.decode()
    assert not (tmp_path / "hacked").exists()


def test_the_action_installs_its_own_ref() -> None:
    """The grader that an instructor names in `uses` is what is installed, and nothing of the submission is imported."""
    run = steps_of_the_action()["Install the grader"]["run"]
    assert run.splitlines()[-1].endswith('pip install --quiet "$GITHUB_ACTION_PATH"')
    assert all(" -I " in line for line in run.splitlines())


@needs_bash
def test_gradescope_grades_as_the_command_line_does(
    tmp_path: Path, submission: Path, page: Path, expected: dict[str, Any]
) -> None:
    """In a folder like that of Gradescope, the zip's scripts write the results that the reporter gives."""
    done = run_grader("export", "gradescope", "--exercises", page, "--require-isolation", "process", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "\n  ✓ Written to `jwt-gradescope.zip`, with 5 exercises.\n"
        f"  It installs `{starting.REQUIREMENT}` from PyPI, where it is not yet: say with\n  `--install` from where.\n"
        "\n  On Gradescope: your assignment, Configure Autograder, upload the zip.\n\n"
    )
    there = tmp_path / "autograder"
    (there / "results").mkdir(parents=True)
    shutil.copytree(submission, there / "submission")
    with zipfile.ZipFile(tmp_path / "jwt-gradescope.zip") as archive:
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
        archive.extractall(there / "source")
    assert {name for name, mode in modes.items() if mode & 0o111} == {"setup.sh", "run_autograder"}
    for script in ("setup.sh", "run_autograder"):
        subprocess.run(["bash", "-n", there / "source" / script], check=True)
    installed(there / "jwt-grader")
    shutil.copy(there / "source" / "run_autograder", there)  # as Gradescope does
    variables = environment(AUTOGRADER=str(there))
    graded = subprocess.run(["bash", there / "run_autograder"], env=variables, capture_output=True, check=False)
    assert graded.returncode == 0, graded.stderr
    found = (there / "results" / "results.json").read_text("utf-8")
    told = json.loads(found)
    options = ("--exercises", page, "--hidden", "--report", "gradescope", "--seed", told["extra_data"]["seed"])
    assert found == run_grader("check", submission, *map(str, options)).stdout
    checks = [check for exercise in expected["exercises"] for check in exercise["checks"]]
    assert [test["score"] for test in told["tests"]] == [check["points"] for check in checks]
    assert [tag for test in told["tests"] for tag in test["tags"]] == [
        label for exercise in expected["exercises"] for label in exercise["misconceptions"]
    ]
    shutil.rmtree(there / "source" / "exercises")
    graded = subprocess.run(["bash", there / "run_autograder"], env=variables, capture_output=True, check=False)
    assert graded.returncode == 2, "what was not graded is a failure of the autograder"


def test_a_wheel_is_sent_along(tmp_path: Path, page: Path) -> None:
    """Where the package is not published, the zip brings it, and installs what it brings."""
    wheel = tmp_path / "jwt_grader-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    done = run_grader("export", "gradescope", "--install", wheel.name, "--exercises", page, cwd=tmp_path)
    assert f"  It installs `{wheel.name}`.\n" in done.stdout
    with zipfile.ZipFile(tmp_path / "jwt-gradescope.zip") as archive:
        assert archive.read(wheel.name) == b"PK"
        assert f"pip install --quiet ./source/{wheel.name}\n".encode() in archive.read("setup.sh")
    other = "jwt-grader @ git+https://example.org/$(x)"
    run_grader("export", "gradescope", "--install", other, "--exercises", page, cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "jwt-gradescope.zip") as archive:
        assert f"pip install --quiet '{other}'\n".encode() in archive.read("setup.sh")


@needs_bash
def test_classroom50_grades_as_the_command_line_does(
    tmp_path: Path, submission: Path, page: Path, expected: dict[str, Any]
) -> None:
    """The program runs in the checkout, imports nothing of it, and writes its result there."""
    done = run_grader("export", "classroom50", "--exercises", page, "--install", "it's here", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    program = (tmp_path / "autograder.py").read_text("utf-8")
    made = installed(tmp_path / "venv")
    left_out = {
        '    venv.create(folder / "venv", with_pip=True)\n': f'    (folder / "venv").symlink_to({str(made)!r})\n',
        '    subprocess.run([*python, "pip", "install", "--quiet", REQUIREMENT], check=True)\n': "",
    }
    for line, instead in left_out.items():
        assert program.count(line) == 1
        program = program.replace(line, instead)
    assert '''REQUIREMENT = "it's here"''' in program
    (submission / "autograder.py").write_text(program, encoding="utf-8")
    variables = environment(CLASSROOM="c", ASSIGNMENT="a", SUBMISSION_TAG="submit/2026-11-24T12-00-00Z")
    ran = subprocess.run(
        [sys.executable, "autograder.py"], cwd=submission, env=variables, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    result = json.loads((submission / "result.json").read_text("utf-8"))
    assert (result["score"], result["max-score"]) == (expected["points"], expected["max_points"])
    messages = [check["message"] for exercise in expected["exercises"] for check in exercise["checks"]]
    assert [test["message"] for test in result["tests"]] == messages


@needs_bash
def test_gitlab_runs_commands_that_there_are(tmp_path: Path) -> None:
    """Each line of the script is one that a shell understands, and the grader knows the last of them."""
    script = parse((CI / "gitlab-ci.yml").read_text("utf-8")).data["grade"]["script"]
    subprocess.run(["bash", "-n", "-c", "\n".join(script)], check=True)
    assert script[-1].split()[-3:] == ["-m", "grader", "check"]
    done = run_grader("check", cwd=tmp_path, GITLAB_CI="true")
    assert (done.returncode, (tmp_path / "jwt-grader.xml").exists()) == (1, True)


def test_the_image_is_made_of_all_that_the_wheel_is() -> None:
    """The Dockerfile copies no more than what the package is built from, and all of it."""
    copied = re.findall(r"^COPY (?!--)(.+) /source", (CI / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    (readme,), (licence,), (package,) = (
        re.findall(rf'^{key} = \[?"([^"]+)"\]?$', project, re.MULTILINE)
        for key in ("readme", "license-files", "packages")
    )
    forced = re.findall(r'^"([^"]+)" = "grader/', project, re.MULTILINE)
    assert sorted(" ".join(copied).split()) == sorted(["pyproject.toml", readme, licence, package, *forced])
    assert all((ROOT / name).exists() for name in " ".join(copied).split())


def test_in_the_image_a_submission_decides_nothing(tmp_path: Path, page: Path) -> None:
    """It starts in the submission's folder, and grades with its own exercises for all that the folder says."""
    lines = (CI / "Dockerfile").read_text("utf-8").splitlines()
    variables = dict(line.removeprefix("ENV ").split("=") for line in lines if line.startswith("ENV "))
    assert run_grader("init", "mine", "--exercises", page, cwd=tmp_path).returncode == 0
    arguments = ("check", "--report", "json", "--require-isolation", "process")
    steered = run_grader(*arguments, cwd=tmp_path / "mine")
    done = run_grader(*arguments, cwd=tmp_path / "mine", **variables)
    assert len(json.loads(steered.stdout)["exercises"]) == 5
    assert json.loads(done.stdout)["grader"]["exercises"] == all_exercises().digest


def test_a_students_workflow_grades_where_the_repository_begins() -> None:
    """GitHub shows an annotation at a line of the repository only if its path begins there."""
    steps = parse((CI / "github.yml").read_text("utf-8")).data["jobs"]["grade"]["steps"]
    (own,) = [each["with"] for each in steps if "checkout" in each["uses"] and "repository" not in each["with"]]
    assert "path" not in own
    assert "submission" not in steps[-1]["with"]


def test_what_students_can_change_is_said_of_each_file() -> None:
    """The page that says who can change what speaks of every template."""
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert {file.name for file in CI.iterdir()} == set(re.findall(r"\(ci/([\w.-]+)\)", text))


def test_the_hook_runs_a_command_that_there_is(tmp_path: Path) -> None:
    """Authors' commits are looked through by `grader lint`."""
    (hook,) = parse((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")).data
    command = hook["entry"].split()
    assert (command[0], hook["pass_filenames"]) == ("grader", False)
    assert run_grader(*command[1:], "--help", cwd=tmp_path).returncode == 0
