"""The loop of the watch with a workshop that only notes what it is asked: when files are read, and what is drawn."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Sequence
from typing import cast

import pytest
from watch_states import NOTHING, graded, handed_in, start

from grader.errors import UsageError
from grader.exercise import Exercise
from grader.submission import Submission
from grader.watching import loop
from grader.watching.events import Failed, Grade, Graded, Key, Told, Touched, Wish
from grader.watching.state import State
from grader.watching.workshop import Workshop

WRONG = handed_in("rejected/utc_expiry/local_time.py")
EMPTY = Submission({"utc_expiry.py": b""}, {})
VERDICT = graded("rejected/utc_expiry/local_time.py")


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOOK_AGAIN", "SOON"):
        monkeypatch.setattr(loop, name, loop.SETTLED)


class Noted:
    """A workshop that reads these, one after the other, and lets the student leave after the last."""

    def __init__(self, events: loop.Events, reads: Sequence[Submission | Exception]) -> None:
        self.events, self.left, self.wishes = events, list(reads), list[Wish]()

    def read(self, _: Iterable[Exercise]) -> Submission:
        """Give what is to be read next."""
        found = self.left.pop(0)
        if not self.left:
            self.events.put(Key("q"))
        if isinstance(found, Exception):
            raise found
        return found

    def carry_out(self, wish: Wish) -> None:
        """Note the wish."""
        self.wishes.append(wish)


def watch(
    *reads: Submission | Exception,
    events: Sequence[object] = (),
    begin: State | None = None,
    outgrown: Callable[[], bool] = lambda: False,
) -> tuple[State, Noted, list[State]]:
    """Watch until all was read; give the last state, the workshop, and what was drawn."""
    news: loop.Events = queue.SimpleQueue()
    for event in events:
        news.put(event)  # type: ignore[arg-type]
    noted, drawn = Noted(news, reads), list[State]()

    def draw(state: State) -> int:
        drawn.append(state)
        return min(state.top or 0, 3)

    return loop.watch(begin or start(), news, cast("Workshop", noted), draw, outgrown), noted, drawn


def test_a_save_is_read_when_there_is_no_more_news_of_it() -> None:
    """Three pieces of news that come together are one save, which is graded once."""
    last, noted, _ = watch(NOTHING, WRONG, events=[Touched(), Touched(), Touched()])
    assert (last.handed_in, noted.left) == (WRONG, [])
    assert [type(wish) for wish in noted.wishes] == [Grade, Grade]


def test_files_are_read_without_news() -> None:
    """On a network drive nobody tells of a save: it is found all the same."""
    last, _, _ = watch(NOTHING, WRONG)
    assert last.handed_in == WRONG


@pytest.mark.parametrize("gone", [EMPTY, NOTHING], ids=["emptied", "missing"])
def test_a_file_that_is_just_being_saved_is_read_once_more(gone: Submission) -> None:
    """Editors empty a file, or move it away, before they write it: that is no verdict's business."""
    last, noted, drawn = watch(WRONG, gone, WRONG, events=[Touched()])
    assert last.handed_in == WRONG
    assert len(noted.wishes) == 1
    assert gone not in [state.handed_in for state in drawn]


def test_a_file_that_is_gone_is_gone() -> None:
    """What is found twice is believed."""
    last, noted, _ = watch(WRONG, EMPTY, EMPTY, events=[Touched()])
    assert (last.handed_in, len(noted.wishes)) == (EMPTY, 2)


def test_a_folder_that_cannot_be_read_is_told() -> None:
    """The sentence stands below, and the watch goes on."""
    last, _, drawn = watch(WRONG, UsageError("It is gone."), WRONG, events=[Touched()])
    assert "It is gone." in [state.note for state in drawn]
    assert last.handed_in == WRONG


def test_a_quick_verdict_is_not_announced() -> None:
    """The screen goes from the old verdict to the new one, with nothing in between."""
    begin = start(handed_in=NOTHING)
    _, _, drawn = watch(WRONG, events=[Touched()], begin=begin)
    assert [state.busy for state in drawn] == [False]
    _, _, drawn = watch(WRONG, WRONG, events=[Touched()], begin=begin)  # which takes long: it is announced
    assert [state.busy for state in drawn][:2] == [False, True]


def test_the_first_line_stays_where_there_is_something_to_see() -> None:
    """Whoever scrolls on at the end can go back at once."""
    _, _, drawn = watch(NOTHING, NOTHING, events=[Key("end"), Key("up")])
    assert [state.top for state in drawn][-1] == 2


def test_another_size_of_the_window_is_seen_without_news() -> None:
    """What was drawn for another size is drawn again at the next look, and not before each."""
    sizes = iter([False, True, False, False])
    begin = start()
    _, _, drawn = watch(NOTHING, NOTHING, NOTHING, begin=begin, outgrown=lambda: next(sizes, False))
    _, _, without = watch(NOTHING, NOTHING, NOTHING, begin=begin)
    assert len(drawn) == len(without) + 1


def test_a_fault_ends_the_watch() -> None:
    """A fault of ours, in whatever thread, is raised where the command line tells of it; a sentence is not one."""
    with pytest.raises(ZeroDivisionError):
        watch(NOTHING, NOTHING, events=[Told("Something."), Graded(0, VERDICT), Failed(ZeroDivisionError())])
