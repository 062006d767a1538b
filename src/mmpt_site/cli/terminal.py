"""Problems and lines of text in, a terminal's output out: in colour where somebody looks, plain everywhere else."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from mmpt_site.problems import Problem, describe, sort, strictly, summary

COLOURS = {
    "error": "red",
    "warning": "yellow",
    "note": "blue",
    "place": "cyan",
    "caret": "green",
    "gutter": "bright_black",
}


def say(text: str) -> None:
    """Print a line."""
    click.echo(text)


def shown(folder: Path) -> str:
    """A folder as messages call it: with a slash at its end."""
    return f"{folder.as_posix().rstrip('/')}/"


def tell(problems: Iterable[Problem], *, strict: bool = False) -> None:
    """Print problems in the order of their places, and how many there are."""
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")

    def paint(text: str, role: str) -> str:
        return click.style(text, fg=COLOURS[role], bold=role in {"error", "place"}) if color else text

    found = sort(strictly(problems) if strict else problems)
    for problem in found:
        click.echo(describe(problem, paint) + "\n", err=True, color=color)
    if any(problem.level != "note" for problem in found):
        click.echo(f"Found {summary(found)}.", err=True)
