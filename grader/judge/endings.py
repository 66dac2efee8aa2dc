"""How a step ended: whether it gave what it is for, whether that is what a check speaks of, and who is to blame."""

from __future__ import annotations

import itertools

from grader.evidence import Evidence, Observation
from grader.verbs import Check, Ends, Says


def has_result(observation: Observation) -> bool:
    """Tell whether a step gave what it is for; a script may end itself with success."""
    return observation.end == "returned" or (exited_well(observation) and observation.step.as_script)


def to_blame(observation: Observation, evidence: Evidence) -> Observation:
    """Give the observation that says why this one has no result: itself, or the one that made it unreachable."""
    if observation.end not in ("not_reached", "not_given"):
        return observation
    before = itertools.takewhile(lambda other: other is not observation, evidence.observations)
    loading = next((other for other in reversed(list(before)) if other.step.do == "run"), observation)
    if loading.end not in ("returned", "not_reached"):
        return loading
    ended = [other for other in evidence.observations if other.end not in ("returned", "not_reached", "not_given")]
    same_zone = [other for other in ended if other.step.zone == observation.step.zone]
    return (same_zone or ended or [observation])[0]


def ended_so(check: Check, observation: Observation) -> bool:
    """Tell whether the step ended in the way of which the check speaks, which need not be to give a result."""
    failed = observation.end == "raised" or (observation.end == "exited" and not exited_well(observation))
    match check:
        case Says() | Ends(ends="failed"):
            return failed
        case Ends(ends="raised"):
            return observation.end == "raised"
        case _:
            return has_result(observation)


def exited_well(observation: Observation) -> bool:
    """Tell whether a step ended the program with the exit code of success."""
    return observation.end == "exited" and observation.reply is not None and observation.reply.exit_code == 0
