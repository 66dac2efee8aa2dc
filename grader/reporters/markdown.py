"""Markdown: for the summary of a job on GitHub, for a comment, or for any page that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from grader.report import CheckResult, ExerciseReport, Report
from grader.reporters import words
from grader.reporters.markup import block, inline, plain, prose
from grader.reporters.terminal import SIGNS

LARGEST = 1024 * 1024 - 1
"""Bytes: GitHub shows a summary below 1 MiB, and none that is larger."""
LEFT_OUT = "The rest is left out, as this would be too long. Look into the log for it."


def render(report: Report) -> str:
    """Give the report, shortened at its end if GitHub would not show it otherwise."""
    sections = [_exercise(exercise) for exercise in report.exercises if exercise.first_failed]
    rest = [f"{SIGNS[status][0]} {inline(text)}" for status, text in words.asides(report)]
    rest += [f"Note: {inline(note)}" for note in report.notes]
    rest += [f"{plain(words.grader(report))} · {plain(words.run(report))}"]
    whole = _joined([_overview(report), *sections, *rest])
    while len(whole.encode()) > LARGEST and sections:
        sections.pop()
        whole = _joined([_overview(report), *sections, LEFT_OUT, rest[-1]])
    return whole


def about(exercise: ExerciseReport, check: CheckResult) -> str:
    """Give all that is said of a check that did not pass, and what helps with it."""
    where, excerpt = words.place(exercise, check), words.excerpt_of(exercise, check)
    blocks = [inline(check.message), *([f"Look at `{where}`."] if where else [])]
    blocks += [block([f"{check.line} │ {excerpt}"])] if excerpt else []
    return "\n\n".join([*blocks, *_helps(exercise, check)])


def _helps(exercise: ExerciseReport, check: CheckResult) -> Iterator[str]:
    """Yield what helps with a check: the known mistakes, or a hint, and the token."""
    for diagnosis in exercise.explaining(check):
        yield f"**{plain(diagnosis.label)}** {inline(diagnosis.happened)}"
        yield f"→ {inline(diagnosis.remedy)}"
        yield f"[Read more]({diagnosis.link})"
    hint, token = words.hint(exercise, check), words.token_of(exercise, check)
    if hint:
        yield f"**Hint**\n\n{prose(hint)}"
    if token:
        yield plain(words.made(token))
        yield block(words.token(token))


def _overview(report: Report) -> str:
    rows = [
        f"| {SIGNS[exercise.status][0]} {words.STATUSES[exercise.status]} | {plain(exercise.slug)} "
        f"| {plain(exercise.title)} | {exercise.points:g}/{exercise.max_points:g} |"
        for exercise in report.exercises
    ]
    head = [f"## {report.points:g} of {report.max_points:g} points"]
    return "\n".join([*head, "", "| | exercise | | points |", "|---|---|---|---:|", *rows] if rows else head)


def _exercise(exercise: ExerciseReport) -> str:
    """Give the exercise's checks, and below them all that is to be said of some."""
    first = exercise.first_failed
    told = [check for check in exercise.checks if check is first or list(_helps(exercise, check))]
    listed = [f"- {SIGNS[check.status][0]} {_line(check, told)}" for check in exercise.checks]
    blocks = [f"### {plain(exercise.slug)}: {plain(exercise.title)}", "\n".join(listed)]
    for check in told:
        lead = "To fix first: " if check is first and len(listed) > 1 else ""
        blocks += [f"**{lead}{inline(check.title)}**", about(exercise, check)]
    return _joined(blocks)


def _line(check: CheckResult, told: list[CheckResult]) -> str:
    """Name a check; why it failed follows, unless it is told below."""
    if check.status != "failed":
        return inline(check.title)
    return f"**{inline(check.title)}**" + ("" if check in told else f": {inline(check.message)}")


def _joined(blocks: list[str]) -> str:
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"
