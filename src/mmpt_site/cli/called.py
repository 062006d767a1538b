"""Texts in, the same out with the program called as its user calls it, say `python3 run.py` where it is `mmpt-site`."""

import os
import re
from collections.abc import Iterable
from dataclasses import replace

from mmpt_site.problems import Problem

OWN = "mmpt-site"
VARIABLE = "MMPT_SITE_CALLED"  # which run.py sets
COMMANDS = "new|serve|check|changes|fields|schema|build|theme"


def called() -> str:
    """What a user writes before a command."""
    return os.environ.get(VARIABLE) or OWN


def as_called(text: str) -> str:
    """A text in which whatever can be typed can be typed here."""
    return re.sub(rf"\b{OWN} (?=(?:{COMMANDS})\b)", lambda _: f"{called()} ", text)


def all_as_called(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same for the hints of problems."""
    return tuple(replace(problem, hint=as_called(problem.hint)) for problem in problems)
