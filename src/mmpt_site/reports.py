"""Problems in, a report of them out: for people, for programs, and for GitHub.

What every format can rely on: the problems come in their order, each with its level as it counts.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from posixpath import isabs, join
from typing import Any, get_args

from mmpt_site.problems import Level, Paint, Problem, count, describe, plain, summary, uncoloured

VERSION = 1  # of the JSON; it grows when a field changes its meaning or goes, not when one is added
SHOWN = 10  # annotations of each level that GitHub shows for a step
LISTED = 100  # problems in the summary of a run
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def text(problems: Sequence[Problem], paint: Paint = uncoloured, folder: str = "") -> str:
    """For people: every problem with its line and a caret, and how many there are."""
    del folder
    told = [f"{describe(problem, paint)}\n" for problem in problems]
    found = any(problem.level != "note" for problem in problems)
    return "\n".join([*told, *([f"Found {summary(problems)}."] if found else [])])


def as_json(problems: Sequence[Problem], paint: Paint = uncoloured, folder: str = "") -> str:
    """For programs: one JSON document in ASCII, the same for the same problems.

    `version`; `summary` with the numbers of `errors`, `warnings`, `notes` and of the `files` they are in; `problems`,
    each with `path`, `line`, `column`, `endColumn`, `level`, `message`, `hint` and `text`, the line of the file. Lines
    and columns count from 1 in code points, and `endColumn` is the first one behind; all three are null for a file as
    a whole. Paths are relative to the project.
    """
    del paint, folder
    numbers: dict[str, int] = {f"{level}s": sum(p.level == level for p in problems) for level in get_args(Level)}
    document = {
        "version": VERSION,
        "summary": {**numbers, "files": len({p.mark.path for p in problems})},
        "problems": [_fields(problem) for problem in problems],
    }
    return json.dumps(document, indent=2)


def github(problems: Sequence[Problem], paint: Paint = uncoloured, folder: str = "") -> str:
    """For a run on GitHub: annotations beside the lines, folded away in the log, then the text; folder: of the project.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    if not problems:
        return ""
    numbers = Counter(problem.level for problem in problems)
    levels = groupby(sorted(problems, key=lambda p: get_args(Level).index(p.level)), lambda p: p.level)
    shown = [_annotation(problem, folder) for _, found in levels for problem in list(found)[:SHOWN]]
    more = [
        f"GitHub shows the first {SHOWN} of {count(numbers[level], level)} beside the lines; all of them are above."
        for level in get_args(Level)
        if numbers[level] > SHOWN
    ]
    told = unobeyed("\n".join([text(problems, paint), *more]))
    return "\n".join(["::group::Annotations", *shown, "::endgroup::", told])


def unobeyed(told: str) -> str:
    """Text in whose lines a runner of GitHub looks for no commands; nothing in it can end that."""
    token = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return f"::stop-commands::{token}\n{told}\n::{token}::"


def markdown(problems: Sequence[Problem], folder: str = "") -> str:
    """For the page of a run: a table of the problems in Markdown, in which everything is text."""
    if not problems:
        return "**mmpt-site check**: all is well.\n"
    rows = [
        f"| {p.level} | {inert(_place(p, folder))} | {inert(' '.join(filter(None, (p.message, p.hint))))} |"
        for p in problems[:LISTED]
    ]
    more = [f"\nThe log has {len(problems) - LISTED} more."] if len(problems) > LISTED else []
    return "\n".join(["**mmpt-site check**\n", "| | Where | What |", "|---|---|---|", *rows, *more, ""])


Report = Callable[[Sequence[Problem], Paint, str], str]
FORMATS: dict[str, Report] = {"text": text, "json": as_json, "github": github}


def _fields(problem: Problem) -> dict[str, Any]:
    mark = problem.mark
    column, end = (mark.column, mark.column + mark.width) if mark.line and mark.column else (None, None)
    return {
        "path": mark.path,
        "line": mark.line or None,
        "column": column,
        "endColumn": end,
        "level": problem.level,
        "message": problem.message,
        "hint": problem.hint,
        "text": mark.text,
    }


def _annotation(problem: Problem, folder: str) -> str:
    """One problem as a workflow command; its title is what the caret marks, or else its line, or the file."""
    mark = problem.mark
    fields = {"file": _path(problem, folder)}
    if mark.line:
        fields |= {"line": str(mark.line), "col": str(mark.column), "endColumn": str(mark.column + mark.width)}
    marked = (mark.text[mark.column - 1 :][: mark.width].strip(), mark.text.strip()) if mark.line else ()
    title = next((text for text in marked if len(text) > 1 and re.search(r"\w", text)), mark.path)  # not only ":"
    fields["title"] = plain(title[:60] + "…" * (len(title) > 60))
    written = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in fields.items())
    said = "\n".join(plain(sentence) for sentence in (problem.message, problem.hint) if sentence)
    return f"::{COMMANDS[problem.level]} {written}::{_escaped(said)}"


def _escaped(value: str, signs: str = "") -> str:
    """Data of a workflow command: what ends it, and for a property what ends that, as %25 and so on."""
    return re.sub(f"[%\r\n{signs}]", lambda found: f"%{ord(found[0]):02X}", value)


def _path(problem: Problem, folder: str) -> str:
    """The file from the top of the repository."""
    path = plain(problem.mark.path)
    return path if isabs(path) else join(folder, path)


def _place(problem: Problem, folder: str) -> str:
    return _path(problem, folder) + (f":{problem.mark.line}" if problem.mark.line else "")


def inert(value: str) -> str:
    """Text for Markdown: every sign as a character reference, which is never part of its structure."""
    return re.sub(r"[^\w ]|_", lambda found: f"&#{ord(found[0])};", plain(value))
