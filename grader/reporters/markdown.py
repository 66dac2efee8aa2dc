"""Markdown: for the summary of a job on GitHub, for a comment, or for any page that shows it."""

from __future__ import annotations

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


def to_fix(exercise: ExerciseReport, check: CheckResult) -> str:
    """Give all that helps with a failed check."""
    where, hint = words.place(exercise, check), words.hint(exercise, check)
    blocks = [inline(check.message), *([f"Look at `{where}`."] if where else [])]
    if check.excerpt:
        blocks.append(block([f"{check.line} │ {check.excerpt}"]))
    if check is exercise.first_failed:
        for diagnosis in exercise.diagnoses:
            blocks.append(f"**{plain(diagnosis.label)}** {inline(diagnosis.happened)}")
            blocks.append(f"→ {inline(diagnosis.remedy)}")
            blocks.append(f"[Read more]({diagnosis.link})")
        blocks += [f"**Hint**\n\n{prose(hint)}"] if hint else []
        if check.token:
            blocks += [plain(words.made(check.token)), block(words.token(check.token))]
    return "\n\n".join(blocks)


def _overview(report: Report) -> str:
    rows = [
        f"| {SIGNS[exercise.status][0]} {words.STATUSES[exercise.status]} | {plain(exercise.slug)} "
        f"| {plain(exercise.title)} | {exercise.points:g}/{exercise.max_points:g} |"
        for exercise in report.exercises
    ]
    head = [f"## {report.points:g} of {report.max_points:g} points"]
    return "\n".join([*head, "", "| | exercise | | points |", "|---|---|---|---:|", *rows] if rows else head)


def _exercise(exercise: ExerciseReport) -> str:
    """Give the exercise's checks, and below them what is to be fixed first."""
    listed = [f"- {SIGNS[check.status][0]} {_line(exercise, check)}" for check in exercise.checks]
    blocks = [f"### {plain(exercise.slug)}: {plain(exercise.title)}", "\n".join(listed)]
    first = exercise.first_failed
    return _joined([*blocks, *([f"**To fix first: {inline(first.title)}**", to_fix(exercise, first)] if first else [])])


def _line(exercise: ExerciseReport, check: CheckResult) -> str:
    if check.status == "failed" and check is not exercise.first_failed:
        return f"**{inline(check.title)}**: {inline(check.message)}"
    return f"**{inline(check.title)}**" if check.status == "failed" else inline(check.title)


def _joined(blocks: list[str]) -> str:
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"
