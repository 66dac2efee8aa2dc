"""What came of each start of a program: with its key in an environment variable, with other keys, and with none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from grader import tokens
from grader.evidence import Observation, plain
from grader.judge.case import Case
from grader.tokens import Token
from grader.verbs import Ends

HMAC = ("HS256", "HS384", "HS512")


@dataclass(frozen=True)
class Start:
    """A loading of the file, and what was called until the next one."""

    loading: Observation
    calls: list[Observation] = field(default_factory=list)

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables that there were."""
        return self.loading.step.environment

    @property
    def succeeded(self) -> bool:
        """Tell whether the file was loaded."""
        return self.loading.end == "returned"

    @property
    def tokens(self) -> Iterator[Token]:
        """Yield the tokens that the calls gave."""
        for call in self.calls:
            value = call.reply.value if call.reply else None
            if value and (token := tokens.read(plain(value))):
                yield token


def starts(case: Case) -> list[Start]:
    """Give each loading of the file, in every round, with the calls after it."""
    found: list[Start] = []
    for observation in case.evidence.observations:
        if observation.step.do == "run":
            found.append(Start(observation))
        elif found:
            found[-1].calls.append(observation)
    return found


def start_of(case: Case, observation: Observation | None) -> Start | None:
    """Give the start of which this was a part."""
    return next((s for s in starts(case) if any(each is observation for each in (s.loading, *s.calls))), None)


def variable(case: Case) -> str | None:
    """Name the environment variable that holds the key, if the task has one."""
    return next((name for start in starts(case) for name in start.environment), None)


def of_loading(case: Case) -> Iterator[tuple[Ends, Observation]]:
    """Yield each open check of how a loading ended, with the loading in every round."""
    for check in case.open(Ends):
        for each in case.rounds:
            for of in check.paths:
                if each[of].step.do == "run":
                    yield check, each[of]


def wrongly_started(case: Case) -> list[Start]:
    """Give the starts that should have failed."""
    wrong = [observation for check, observation in of_loading(case) if check.ends == "failed"]
    return [s for s in starts(case) if s.succeeded and any(s.loading is each for each in wrong)]


def needs_key(case: Case) -> bool:
    """Tell whether the program does not start where there is no variable at all."""
    name = variable(case)
    without = [start.loading for start in starts(case) if name not in start.environment]
    return name is not None and all(loading.end in ("raised", "exited") for loading in without)


def unkeyed(case: Case) -> list[Token]:
    """Give the tokens that were made where there was no key."""
    name = variable(case)
    return [token for start in starts(case) for token in start.tokens if name and name not in start.environment]
