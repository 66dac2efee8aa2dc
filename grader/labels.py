"""The labels of the misconceptions that can be told apart, the closed list that exercises and solutions name."""

from __future__ import annotations

from typing import Literal

Label = Literal[
    "syntax_error",
    "misspelt_import",
    "wrong_package",
    "datetime_import",
    "shadowed_import",
    "non_dict_payload",
    "list_algorithm",
    "algorithm_name",
    "integer_for_string",
    "decode_on_str",
    "returns_none",
    "response_shape",
    "returns_payload",
    "returns_bytes",
    "token_not_printed",
    "prints_extra",
    "hard_coded_token",
    "hard_coded_secret",
    "alg_none",
    "names_algorithm",
    "fixed_answer",
    "accepts_anyone",
    "secret_in_payload",
    "no_identity",
    "integer_sub",
    "string_user_id",
    "wrong_claim_name",
    "no_exp",
    "string_exp",
    "relative_exp",
    "milliseconds",
    "days_for_minutes",
    "seconds_for_minutes",
    "import_time_exp",
    "double_shift",
    "local_time",
]
"""Misconceptions, the more basic one first: the order in which they are named to the student."""
