"""The watch's decisions: what each event makes of a state, and what is wished for then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from watch_states import NOTHING, PATH, graded, handed_in, judged, lived, start

from grader import grading
from grader.hints import Help
from grader.report import Report
from grader.resetting import Reset
from grader.watching import keys
from grader.watching.deciding import after
from grader.watching.events import (
    Ended,
    Event,
    Explain,
    Grade,
    GradeAll,
    Graded,
    GradedAll,
    Key,
    PutBack,
    Read,
    Remember,
    Resized,
    Told,
    Touched,
    WasReset,
    Wish,
)
from grader.watching.state import State, View
from grader.workspace import Progress

RIGHT, WRONG = "reference/utc_expiry.py", "rejected/utc_expiry/local_time.py"
SOLVED = judged(start(), RIGHT, "A")
FAILED = judged(start(), WRONG)
LAST = len(PATH) - 1


def progress_of(wish: Wish) -> Progress:
    """Give what is remembered in an empty folder after a wish."""
    assert isinstance(wish, Remember)
    return wish.change(Progress())


@pytest.mark.parametrize(
    ("begin", "typed", "index", "view"),
    [
        (start("purpose"), ["n"], 1, "exercise"),
        (start("purpose"), ["right", "right", "left"], 1, "exercise"),
        (start("purpose"), ["p"], 0, "exercise"),
        (start(), ["n"], LAST, "exercise"),
        (start(), ["l"], LAST, "path"),
        (start(), ["l", "l"], LAST, "exercise"),
        (start(), ["l", keys.ESCAPE], LAST, "exercise"),
        (start(), ["l", "up", "k", keys.ENTER], LAST - 2, "exercise"),
        (start(), ["l", "down", "j", keys.ENTER], LAST, "exercise"),
        (start(), ["l", "x"], LAST, "path"),
        (start(), ["h"], LAST, "help"),
        (start(), ["h", keys.ENTER], LAST, "exercise"),
        (start(), ["h", "n"], LAST, "help"),
        (start(), ["x"], LAST, "reset"),
        (start(), ["x", "n"], LAST, "exercise"),
        (start(), ["s"], LAST, "exercise"),
        (SOLVED, ["s"], LAST, "solution"),
        (SOLVED, ["s", "s"], LAST, "exercise"),
        (start(), ["unknown", "z", "\x00"], LAST, "exercise"),
    ],
)
def test_keys_lead_to_places_and_views(begin: State, typed: list[str], index: int, view: View) -> None:
    """Each key leads where it should, and never out of the path."""
    reached = lived(begin, typed)
    assert (reached.index, reached.view, reached.over) == (index, view, False)


@pytest.mark.parametrize("view", ["exercise", "help", "explanation", "path", "all", "solution", "reset"])
@pytest.mark.parametrize("key", ["q", keys.END_OF_INPUT])
def test_it_can_be_left_from_everywhere(view: View, key: str) -> None:
    """There is no view that holds a student."""
    assert after(start(view=view), Key(key)).over


@pytest.mark.parametrize(
    ("begin", "event", "wishes"),
    [
        (start(), Key("c"), ()),
        (start(view="all"), Read(NOTHING), (GradeAll(NOTHING),)),
        (start(view="all", all_handed_in=NOTHING), Read(NOTHING), ()),
        (FAILED, Key("e"), (Explain("local_time"),)),
        (start(), Key("e"), ()),
        (SOLVED, Key("e"), ()),
        (start(view="reset"), Key("y"), (PutBack(PATH[LAST]),)),
        (start(view="reset"), Key("x"), ()),
        (start(), Read(NOTHING), (Grade(2, PATH[LAST], NOTHING),)),
        (after(start(), Read(NOTHING)), Read(NOTHING), ()),
        (start(), Touched(), ()),
        (start(), Resized(), ()),
    ],
)
def test_what_is_wished_for(begin: State, event: Event, wishes: tuple[Wish, ...]) -> None:
    """Work is wished for when there is something to do, and the state says that something is waited for."""
    reached = after(begin, event)
    assert reached.wishes == wishes
    assert reached.busy == (bool(wishes) or begin.busy)


def test_the_system_can_ask_for_the_end() -> None:
    """Whatever is looked at, the exit code tells who wanted it."""
    ended = after(start(view="reset", busy=True), Ended(143))
    assert (ended.over, ended.code) == (True, 143)


def test_wishes_are_wished_once() -> None:
    """What was wished for is not wished for again with the next event."""
    assert after(after(start(view="all"), Read(NOTHING)), Resized()).wishes == ()


def test_r_runs_again_what_was_graded() -> None:
    """The file is read and graded once more, although nothing in it has changed."""
    assert after(FAILED, Read(handed_in(WRONG))).wishes == ()
    again = after(after(FAILED, Key("r")), Read(handed_in(WRONG)))
    assert [type(wish) for wish in again.wishes] == [Grade]


def test_only_the_last_verdict_counts() -> None:
    """A verdict on what was saved before, or on another exercise, changes nothing."""
    first = after(start(), Read(handed_in(WRONG)))
    second = after(first, Read(handed_in(RIGHT, "A")))
    late = after(second, Graded(first.awaited, graded(WRONG)))
    assert (late.verdict, late.busy) == (None, True)
    gone = lived(second, ["p", Graded(second.awaited, graded(RIGHT, "A"))])
    assert (gone.verdict, gone.progress, gone.exercise.slug) == (None, Progress(), "default_algorithm")


def test_success_stays_and_is_remembered_once() -> None:
    """After full marks it does not go on by itself, and the same verdict again is no news."""
    assert (SOLVED.exercise.slug, SOLVED.view, SOLVED.solved) == ("utc_expiry", "exercise", True)
    assert SOLVED.states["utc_expiry"] == "solved"
    (wish,) = SOLVED.wishes
    assert progress_of(wish).solved == {"utc_expiry": 6.0}
    again = lived(SOLVED, ["r", Read(handed_in(RIGHT, "A"))])
    assert after(again, Graded(again.awaited, graded(RIGHT, "A"))).wishes == ()


def test_what_was_solved_stays_so_when_it_is_broken_again() -> None:
    """Progress is not lost by trying; a solution can still be looked at."""
    broken = judged(SOLVED, WRONG)
    assert (broken.solved, broken.states["utc_expiry"]) == (False, "solved")
    assert after(broken, Key("s")).view == "solution"


def test_a_failure_is_begun() -> None:
    """What was tried counts as begun, what was not tried does not."""
    assert FAILED.states == {**{exercise.slug: "open" for exercise in PATH}, "utc_expiry": "begun"}
    assert FAILED.wishes == ()
    nothing = lived(start(), [Read(NOTHING), Graded(2, grading.grade_exercise(PATH[LAST], NOTHING, seed=1))])
    assert nothing.states["utc_expiry"] == "open"


def test_saving_leads_back_to_the_verdict() -> None:
    """Whoever saves wants to see what came of it; the first reading leaves the view alone."""
    elsewhere = replace(FAILED, view="help", top=7)
    saved = after(elsewhere, Read(handed_in(RIGHT)))
    assert (saved.view, saved.top) == ("exercise", None)
    first = after(start(view="help", top=7), Read(handed_in(RIGHT)))
    assert (first.view, first.top) == ("help", 7)


def test_in_the_view_of_all_a_save_is_checked_wherever_it_is() -> None:
    """All are checked again and looked at further, from the same line; the current one is graded anew on the way back.

    Only the verdict on what was read last counts.
    """
    first = lived(FAILED, ["c", Read(NOTHING)])
    assert (first.view, first.watched, first.wishes) == ("all", PATH, (GradeAll(NOTHING),))
    scrolled = lived(first, [GradedAll(NOTHING, report := Report((), {}, "0", "kernel", 1)), "down"])
    assert (scrolled.report, scrolled.top, scrolled.busy) == (report, 1, False)
    again = after(scrolled, Read(handed_in(RIGHT, "A")))
    assert (again.view, again.top, again.wishes) == ("all", 1, (GradeAll(handed_in(RIGHT, "A")),))
    assert after(again, GradedAll(NOTHING, Report((), {}, "1", "kernel", 1))).report == report
    right = Report((graded(RIGHT, "A"),), {}, "0", "kernel", 1)
    solved = after(again, GradedAll(handed_in(RIGHT, "A"), right))
    assert (solved.report, solved.states["utc_expiry"]) == (right, "solved")
    left = lived(again, [keys.ESCAPE, GradedAll(handed_in(RIGHT, "A"), right)])
    assert (left.view, left.read, left.states["utc_expiry"]) == ("exercise", None, "solved")


def test_an_answer_that_was_just_given_is_what_matters() -> None:
    """Until something else is saved, or another exercise is gone to."""
    answered = judged(FAILED, WRONG, "D")
    assert [state.answered for state in (FAILED, answered, judged(answered, RIGHT, "D"))] == [False, True, False]
    assert not after(answered, Key("p")).answered


def test_hints_go_one_further_each_time() -> None:
    """Each is remembered when it is shown; after the last it is told what else helps, after success what is behind."""
    state = start()
    for stage in range(1, len(PATH[LAST].hints) + 1):
        state = after(state, Key("h"))
        assert state.help == Help("hint", stage)
        (wish,) = state.wishes
        assert progress_of(wish).hints == {"utc_expiry": stage}
    state = after(state, Key("h"))
    assert (state.help, state.wishes) == (Help("all_read"), ())
    assert after(SOLVED, Key("h")).help == Help("solved")


def test_each_misconception_can_be_explained() -> None:
    """The key leads from one to the next, in the order in which they are read, and from the last to the first."""
    (mistake,) = graded(WRONG).diagnoses
    earlier = replace(mistake, label="hard_coded_secret", check=graded(WRONG).checks[1].id)
    two = replace(graded(WRONG), diagnoses=(mistake, earlier))
    shown = replace(FAILED, verdict=two)
    explained = list[Wish]()
    for _ in range(3):
        shown = replace(after(shown, Key("e")), view="explanation")
        explained += shown.wishes
    assert explained == [Explain("hard_coded_secret"), Explain("local_time"), Explain("hard_coded_secret")]


def test_a_reset_begins_anew() -> None:
    """The hints and the success are forgotten, the file is read again, and it is told where the old one is kept."""
    done = Reset(Path("utc_expiry.py"), Path("kept", "utc_expiry-1.py"), changed=True)
    begun = after(after(SOLVED, Key("h")), WasReset(PATH[LAST], done))
    assert (begun.handed_in, begun.states["utc_expiry"]) == (None, "open")
    told = "What you had written is kept: `kept/utc_expiry-1.py`"
    assert begun.note == f"`utc_expiry.py` is as it was at the beginning. {told}"
    assert progress_of(begun.wishes[0]) == Progress()
    same = after(SOLVED, WasReset(PATH[LAST], Reset(Path("utc_expiry.py"), None, changed=False)))
    assert same.note == "`utc_expiry.py` is as it was at the beginning already, so nothing was changed."
    assert same.wishes == ()


@pytest.mark.parametrize(
    ("begin", "key", "note"),
    [
        (start("purpose"), "p", "This is the first exercise."),
        (
            start(),
            "n",
            f"This is the last exercise. Still to be solved: {', '.join(exercise.slug for exercise in PATH)}.",
        ),
        (
            start(progress=Progress(solved={exercise.slug: exercise.max_points for exercise in PATH})),
            "n",
            "This is the last exercise. You have solved them all. Well done!",
        ),
        (start(), "e", "The verdict is not there yet."),
        (SOLVED, "e", "Here is no mistake that has a name, so there is none to explain."),
        (start(), "s", "A solution to compare with yours is shown here once you have solved it yourself."),
        (replace(SOLVED, references={}), "s", "There is no solution to compare with here."),
        (
            replace(start(), path=(PATH[0].model_copy(update={"task": None}),), index=0),
            "x",
            "This exercise has a question and no file to put back.",
        ),
        (start(view="reset"), "n", "Nothing was changed."),
    ],
)
def test_what_is_told(begin: State, key: str, note: str) -> None:
    """Where a key can do nothing, a sentence says why, and it is gone with the next key."""
    told = after(begin, Key(key))
    assert told.note == note
    assert after(told, Key("unknown")).note == ""


def test_troubles_are_told() -> None:
    """What could not be done, or read, is told, and nothing is waited for any more."""
    told = lived(start(), ["c", Read(NOTHING), Told("No.")])
    assert (told.note, told.busy) == ("No.", False)
    gone = after(FAILED, Read(NOTHING, "It is gone."))
    assert gone.note == "It is gone."


@pytest.mark.parametrize(
    ("typed", "top"),
    [(["down"], 1), (["down", "up", "up"], 0), (["page down", "j", "k"], 10), (["page up"], 0), (["end", "home"], 0)],
)
def test_long_pages_can_be_scrolled(typed: list[str], top: int) -> None:
    """Never above the first line; the last is known only to who draws."""
    assert lived(start(), typed).top == top


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"n", ["n"]),
        (b"N", ["n"]),
        (b"\x1b", [keys.ESCAPE]),
        (b"\x1b[A", ["up"]),
        (b"\x1bOB", ["down"]),
        (b"\x1b[C\x1b[D", ["right", "left"]),
        (b"\x1b[5~\x1b[6~", ["page up", "page down"]),
        (b"\x1b[H\x1b[4~", ["home", "end"]),
        (b"\x1b[1;5C", ["unknown"]),
        (b"\x1b[200~", ["unknown"]),
        (b"\r\n ", [keys.ENTER, keys.ENTER, "page down"]),
        (b"\x04", [keys.END_OF_INPUT]),
        ("é".encode(), ["é"]),
        (b"\xff", ["\N{REPLACEMENT CHARACTER}"]),
    ],
)
def test_keys_are_named(data: bytes, names: list[str]) -> None:
    """Whatever a terminal sends, each key has one name, and those that are none of ours do nothing."""
    assert list(keys.named(data)) == names
