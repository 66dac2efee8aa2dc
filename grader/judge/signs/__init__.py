"""Signatures: each tells from a case whether one misconception explains it, and with which figures.

A signature gives None if it does not, else the figures that the sentences of the catalogue name in braces; a `link`
among them takes the place of the catalogue's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from grader.judge.case import Case

Figures: TypeAlias = Mapping[str, str]
Sign: TypeAlias = Callable[[Case], "Figures | None"]
