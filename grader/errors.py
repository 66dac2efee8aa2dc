"""Our own mistakes and exercise authors' mistakes; a student's mistakes are data, never exceptions.

GraderError                 base: something that is not the student's doing
├── UsageError              the command cannot be carried out as asked (exit code 2)
├── ExerciseError           an exercise file is invalid, all its faults at once, or not the one expected (exit code 4)
└── SandboxError            the process that runs student code cannot be started (exit code 3)
"""


class GraderError(Exception):
    """Something went wrong that is not the student's doing; the text is a sentence for the user."""

    exit_code = 3


class UsageError(GraderError):
    """The command cannot be carried out as asked: a missing folder, an unknown exercise."""

    exit_code = 2


class ExerciseError(GraderError):
    """Exercises are not those expected, or invalid; the text of those has one `file:line:column: sentence` a line."""

    exit_code = 4


class SandboxError(GraderError):
    """The process that runs student code could not be started, or died before it was given any."""
