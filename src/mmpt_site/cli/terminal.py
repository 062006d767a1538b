"""Problems and lines of text in, a terminal's output out: in colour where somebody looks, plain everywhere else."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import click

from mmpt_site.cli.called import all_as_called
from mmpt_site.problems import Problem, sort, strictly, uncoloured
from mmpt_site.reports import FORMATS, markdown, unobeyed

Item = TypeVar("Item")
PATIENCE = 1.0  # seconds without a word
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
    """A folder as messages call it: from where the user stands if it lies there, and with a slash at its end."""
    here = Path.cwd()
    named = folder.relative_to(here) if here in folder.parents else folder
    return f"{named.as_posix().rstrip('/')}/"


def tell(problems: Iterable[Problem], *, strict: bool = False) -> None:
    """Print problems for people, in the order of their places, and how many there are."""
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")

    def paint(text: str, role: str) -> str:
        return click.style(text, fg=COLOURS[role], bold=role in {"error", "place"}) if color else text

    found = all_as_called(strictly(problems) if strict else problems)
    if told := FORMATS["text"](sort(found), paint, ""):
        on_github = os.environ.get("GITHUB_ACTIONS") == "true"
        click.echo(unobeyed(told) if on_github else told, err=True, color=color)


def report(problems: Iterable[Problem], form: str, project: Path, *, strict: bool = False) -> None:
    """Print problems in one of the FORMATS: those for programs on the standard output."""
    if form == "text":
        tell(problems, strict=strict)
        return
    found = sort(all_as_called(strictly(problems) if strict else problems))
    if told := FORMATS[form](found, uncoloured, _in_repository(project)):
        click.echo(told)
    if form == "github":
        _summarise(found, _in_repository(project))


def progress(items: Iterable[Item], number: int, what: str) -> Iterator[Item]:
    """Pass items on, with a bar for somebody who has waited at a terminal for a second, and for nobody else."""
    coming, started, done = iter(items), perf_counter(), 0
    waiting = sys.stderr.isatty()
    for item in coming:
        yield item
        done += 1
        if waiting and perf_counter() - started > PATIENCE:
            break
    else:
        return
    with click.progressbar(coming, length=number, label=what, file=sys.stderr) as bar:
        bar.update(done)
        for item in bar:
            yield item


def _summarise(found: Sequence[Problem], folder: str) -> None:
    """Add the problems to the page of a run on GitHub, when this is one."""
    if page := os.environ.get("GITHUB_STEP_SUMMARY"):
        with suppress(OSError), Path(page).open("a", encoding="utf-8") as summary:
            summary.write(markdown(found, folder))


def _in_repository(project: Path) -> str:
    """Where the project lies in the checkout that GitHub works on; nothing when it is the checkout."""
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or project).resolve()
    inside = project.resolve()
    return inside.relative_to(workspace).as_posix() if workspace in inside.parents else ""
