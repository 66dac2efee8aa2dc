"""`grader hint`: one step further each time, none repeated, and never a dead end."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import MINIMAL, all_exercises, bound_by_permissions, exercises, run_grader

from grader import hints
from grader.hints import Help, choose, goes_on, what_else
from grader.workspace import Progress, Workspace

LADDER = MINIMAL.replace("hints: [Look again.]", "hints: [Look at it., Look `again`., Look here.]")
NOT_KNOWN = (
    "Which exercise you are at is known only in a folder that `grader init` made: name one, for example "
    "`grader hint purpose`."
)
TITLE = "\n  small  A small exercise\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Make a folder for an exercise with three hints."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.yaml").write_text(LADDER, encoding="utf-8")
    assert run_grader("init", "mine", "--exercises", "own", cwd=tmp_path).returncode == 0
    return tmp_path / "mine"


def hint(place: Path, *arguments: str) -> str:
    """Ask for a hint, and give what is printed."""
    done = run_grader("hint", "small", *arguments, "--exercises", place.parent / "own", cwd=place)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_each_time_it_is_one_step_further(place: Path) -> None:
    """The stages come one after the other; after the last one, what else helps is named, every time."""
    assert hint(place) == f"{TITLE}\n  Hint 1 of 3\n\n  Look at it.\n\n  For the next one: `grader hint small`\n\n"
    assert hint(place) == f"{TITLE}\n  Hint 2 of 3\n\n  Look `again`.\n\n  For the next one: `grader hint small`\n\n"
    last = "That was the last one. Try it, and see: `grader check small`"
    assert hint(place) == f"{TITLE}\n  Hint 3 of 3\n\n  Look here.\n\n  {last}\n\n"
    told = hint(place)
    assert told.startswith(
        f"""{TITLE}
  You have read all 3 hints for this exercise. Such things take time. Here is
  what else helps:

    grader list small            read the exercise once more, now with other
                                 eyes
    grader check small           see what is right already, and what to fix
                                 first
"""
    )
    assert told.endswith("\n    grader hint small --stage 1  read a hint again\n\n")
    assert hint(place) == told


def test_without_a_name_it_is_the_exercise_that_comes_next(place: Path) -> None:
    """The first that is not solved is named above its hint; who has solved them all is told so."""
    own = place.parent / "own"
    assert run_grader("hint", "--exercises", own, cwd=place).stdout.startswith(f"{TITLE}\n  Hint 1 of 3\n")
    assert Workspace(place).remember(lambda known: known.with_solved({"small": 3.0}))
    done = run_grader("hint", "--exercises", own, cwd=place)
    told = "You have solved them all: name the one that you would like to read more about.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_a_check_has_its_hint() -> None:
    """What helps with a check is the hint that it names, and else the first."""
    (exercise,) = exercises().select(["utc_expiry"]).exercises
    assert hints.for_check(exercise, "verifies") == exercise.hints[0]
    assert hints.for_check(exercise, "expires") == exercise.hints[1]


def test_a_hint_can_be_read_again(place: Path) -> None:
    """A stage that is named is shown, and the next one is still the next one."""
    hint(place)
    hint(place)
    assert "Hint 1 of 3\n\n  Look at it.\n" in hint(place, "--stage", "1")
    assert "Hint 3 of 3\n" in hint(place)


def test_what_is_solved_is_explained(place: Path) -> None:
    """There is no hint any more, but what is behind the exercise; a stage that is named is still shown."""
    assert Workspace(place).remember(lambda known: known.with_solved({"small": 3.0}))
    assert (
        hint(place)
        == f"""{TITLE}
  ✓ You have solved it, so there is no need for hints. This is what is behind
  it:

  That is how.

  In short

  In short.

  Common mistakes

  · None is known.

"""
    )
    assert "Hint 1 of 3" in hint(place, "--stage", "1")


def test_without_a_folder_of_ones_own_stages_are_named(tmp_path: Path) -> None:
    """Anywhere else the first hint is shown, and how to get at the next; nothing is written."""
    done = run_grader("hint", "utc_expiry", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(
        """
  Which hints you have read is remembered only in a folder that `grader init`
  made. For the next one: `grader hint utc_expiry --stage 2`

"""
    )
    assert "Hint 2 of " in run_grader("hint", "utc_expiry", "--stage", "2", cwd=tmp_path).stdout
    assert list(tmp_path.iterdir()) == []


def test_in_a_folder_that_is_read_only_stages_are_named(place: Path) -> None:
    """Nothing is remembered, and that is said with what to do about it."""
    (place / ".jwt-grader").chmod(0o555)
    own = place.parent / "own"
    done = run_grader("hint", "small", "--exercises", own, cwd=place, under=bound_by_permissions())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(
        """
  Which hints you have read is not remembered, because nothing can be written
  in your folder. For the next one: `grader hint small --stage 2`

"""
    )


def test_the_folder_can_be_named(place: Path) -> None:
    """Who is elsewhere names it; who is in a folder of it need not."""
    (place / "notes").mkdir()
    own = place.parent / "own"
    for stage, arguments, cwd in ((1, ["--folder", "mine"], place.parent), (2, [], place / "notes")):
        done = run_grader("hint", "small", "--exercises", own, *arguments, cwd=cwd)
        assert f"Hint {stage} of 3" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], NOT_KNOWN),
        (["utc_expire"], "There is no exercise 'utc_expire'; did you mean 'utc_expiry'?"),
        (["utc_expiry", "--folder", "no"], "There is no folder no: give the one that you work in."),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(tmp_path: Path, arguments: list[str], told: str) -> None:
    """A name that is not known is answered with one that is, or with what is needed."""
    done = run_grader("hint", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{told}\n")


@pytest.mark.parametrize("stage", [0, 4, -1])
def test_a_stage_that_there_is_not_is_told(place: Path, stage: int) -> None:
    """The stages that there are are named."""
    own = place.parent / "own"
    done = run_grader("hint", "small", "--stage", str(stage), "--exercises", own, cwd=place)
    told = "There are 3 hints for small: give a stage from 1 to 3.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_every_exercise_leads_from_its_first_hint_to_its_last() -> None:
    """Whatever the number of hints: each is shown once, in order, and then what else helps."""
    for exercise in all_exercises().exercises:
        known, shown = Progress(), []
        while (found := choose(exercise, known, None)).kind == "hint":
            shown.append(found.stage)
            known = known.with_hint(exercise.slug, found.stage)
        assert shown == list(range(1, len(exercise.hints) + 1))
        assert found == Help("all_read")
        assert choose(exercise, known.with_solved({exercise.slug: exercise.max_points}), None) == Help("solved")


def test_a_mistake_can_be_explained_where_there_is_the_verb() -> None:
    """Only commands that there are are named."""
    (exercise,) = exercises().select(["purpose"]).exercises
    assert what_else(exercise, explains=True)["grader explain LABEL"] == (
        "read more about a mistake, by the name that the report gives it"
    )
    assert "grader explain LABEL" not in what_else(exercise, explains=False)


def test_after_the_last_hint_no_other_is_promised() -> None:
    """Wherever the folder is, the last hint leads to trying."""
    (exercise,) = exercises().select(["purpose"]).exercises
    places: tuple[hints.Place, ...] = ("remembered", "no_workspace", "read_only")
    told = {goes_on(exercise, len(exercise.hints), place=place) for place in places}
    assert told == {"That was the last one. Try it, and see: `grader check purpose`"}
