"""One YAML file in, a located Document out, with everything that is wrong with it as text and as YAML."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from mmpt_site.content.compose import Composer, TooMuchError
from mmpt_site.content.document import Document
from mmpt_site.content.outline import Outline
from mmpt_site.content.sniff import not_text
from mmpt_site.content.suspicions import FORBIDDEN
from mmpt_site.content.syntax import explain
from mmpt_site.problems import Mark, Problem

MAX_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class Source:
    """What one file gave: a document, unless it cannot be read, and its problems."""

    document: Document | None
    problems: tuple[Problem, ...]


def read(file: Path, path: str, outline: Outline | None = None) -> Source:
    """Read `file`; in messages it is called `path`, and `outline` says what it may hold."""
    found = read_text(file, path)
    return found if isinstance(found, Source) else parse_lines(lines_of(found), found, path, outline)


def read_text(file: Path, path: str) -> str | Source:
    """The text of a file, or, as the problem of a Source, why there is none."""
    hint = "Is it a file, and are you allowed to read it?"
    try:
        if not file.is_file():
            return _unreadable(Problem(Mark(path), "This is not a file that can be read.", hint))
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(Problem(Mark(path), f"This file cannot be read: {error.strerror}.", hint))
    text, problem = _decode(data, path)
    return _unreadable(problem) if problem else text


def parse_lines(lines: tuple[str, ...], text: str, path: str, outline: Outline | None = None) -> Source:
    """Turn YAML into a Document; a syntax error is its only problem. Messages show `lines`, those of the whole file."""
    composer = Composer(path, lines, outline)
    try:
        root = composer.compose(text)
    except yaml.YAMLError as error:
        line, column, message, hint = explain(error, lines, outline)
        return _unreadable(composer.problem(line, column, message, hint))
    except TooMuchError as error:
        return _unreadable(error.problem)
    return Source(Document(path, lines, root), tuple(composer.problems))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text as editors count them, whichever system it was written on."""
    return tuple(re.split(r"\r\n|\r|\n", text))


def _unreadable(problem: Problem) -> Source:
    return Source(None, (problem,))


def _decode(data: bytes, path: str) -> tuple[str, Problem | None]:
    """The text of a file, or why it is no text; a byte order mark at its start means nothing."""
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 2**20} MB"
        hint = "Content is text; is this the right file?"
        if path.endswith("papers.yaml"):
            hint = "Part it in several files in a folder papers/, such as papers/oral.yaml and papers/poster.yaml"
        return "", Problem(Mark(path), f"This file is larger than {limit}.", hint)
    if kind := not_text(data):
        hint = "Put an earlier version back: from a copy of yours, or one that your editor remembers."
        return "", Problem(Mark(path), f"This file is {kind}.", hint)
    save = "Save the file again with the encoding UTF-8."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:2]:
        return "", Problem(Mark(path, 1, 1), "This file is written in UTF-16 or UTF-32.", save)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line, column, shown = _place(before)
        rest = re.split(r"[\r\n]", data[error.start :].decode("utf-8", "replace"), maxsplit=1)[0]
        mark = Mark(path, line, column, shown + rest)
        return "", Problem(mark, f"The byte {data[error.start]:#04x} is not UTF-8 text.", save)
    if found := FORBIDDEN.search(text):
        line, column, shown = _place(text[: found.start()])
        mark = Mark(path, line, column, shown + re.split(r"[\r\n]", text[found.start() :], maxsplit=1)[0])
        hint = "Delete it; it often comes along when text is copied from a PDF or a word processor."
        return "", Problem(mark, f"Here is an invisible character (U+{ord(found[0]):04X}).", hint)
    return text, None


def _place(before: str) -> tuple[int, int, str]:
    """Line and column from 1 of what follows `before`, and the start of its line."""
    lines = lines_of(before)
    return len(lines), len(lines[-1]) + 1, lines[-1]
