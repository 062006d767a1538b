"""The events of a YAML file in, a tree of located text out.

A stock loader builds values at once: it turns `NO` into False, lets the second of two equal keys win, drops what
follows ` #`, and recurses on the C stack. Here the parser's events become a tree of text, so that each of these is told
at its place, and depth, nodes and aliases have limits.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from mmpt_site.content.document import Node
from mmpt_site.content.lines import NO_BULLET
from mmpt_site.content.outline import Outline
from mmpt_site.content.quotes import in_quotes
from mmpt_site.content.suspicions import Scalar, suspicions
from mmpt_site.content.twice import given_twice
from mmpt_site.problems import Level, Mark, Problem

MAX_DEPTH = 24
MAX_NODES = 100_000  # more than the text itself can hold
MEAN = 8  # bytes that a value takes at the least, where somebody writes it

NOTHING = {"", "~", "null"}
Event = Any  # PyYAML's stubs say less than its events hold: a mark is always there
QUOTE_IT = "If it belongs to the text, put the text in quotes; otherwise take it out."


class TooMuchError(Exception):
    """A file is too deep or too large to be read on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Open:
    """A collection that is being filled."""

    node: Node
    anchor: str | None
    in_list: bool = False  # an entry of a list, with its fields on lines of their own
    key: Node | None = None  # the key that waits for its value
    twice: list[tuple[Node, Node]] = field(default_factory=list)  # fields whose names it has already
    no_fields: bool = False  # a text that only looks like fields, such as {{ title }}


@dataclass
class Composer:
    """Reads one file; what is odd but can be read is gathered in `problems`."""

    path: str
    lines: tuple[str, ...]
    outline: Outline | None = None  # what the file may hold, where that is known
    problems: list[Problem] = field(default_factory=list)
    _anchors: dict[str, Node | None] = field(default_factory=dict)  # None while the node is still open
    _unused: dict[str, Problem] = field(default_factory=dict)
    _nodes: int = 0
    _most: int = MAX_NODES

    def compose(self, text: str) -> Node:
        """Build the tree of a text; raises yaml.YAMLError, or TooMuchError at a limit."""
        self._most = MAX_NODES + len(text) // MEAN // 1000 * 1000
        stack: list[_Open] = []
        root: Node | None = None
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.DocumentStartEvent) and root:
                self._add(event.start_mark, "A second document starts here.", "Take out the line ---", width=3)
                break
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                node = self._close(stack.pop(), event)
            elif isinstance(event, yaml.AliasEvent):
                node = self._alias(event)
            elif isinstance(event, yaml.ScalarEvent):
                node = self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                stack.append(self._open(event, stack))
                continue
            else:
                continue
            if stack:
                self._attach(stack[-1], node)
            else:
                root = node
        self.problems += self._unused.values()
        return root or Node(None, 0, 0, 0, 0)

    def problem(
        self, line: int, column: int, message: str, hint: str, width: int = 1, level: Level = "error"
    ) -> Problem:
        """A problem of this file at a place counted from 1."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return Problem(Mark(self.path, line, column, text, width), message, hint, level)

    def _add(self, mark: Any, message: str, hint: str, *, width: int = 1) -> None:
        self.problems.append(self.problem(mark.line + 1, mark.column + 1, message, hint, width))

    def _node(self, event: Event) -> Node:
        start, end = event.start_mark, event.end_mark
        self._count(1, event)
        return Node(None, start.line, start.column, end.line, end.column)

    def _scalar(self, event: Event) -> Node:
        node = self._node(event)
        node.size += len(event.value) // 100  # so that aliases cannot multiply a long text either
        if event.style or event.value not in NOTHING:
            node.value = event.value
        self._named(event)
        if event.anchor:
            self._anchors[event.anchor] = node
        start, end = event.start_mark, event.end_mark
        place = (start.line, start.column, end.line, end.column)
        scalar = Scalar(event.value, event.style or "", *place, self.lines, self.outline)
        for found in suspicions(scalar):
            at = (found.line + 1, found.column + 1)
            self.problems.append(self.problem(*at, found.message, found.hint, found.width, found.level))
        return node

    def _open(self, event: Event, stack: list[_Open]) -> _Open:
        mark = event.start_mark
        if len(stack) >= MAX_DEPTH:
            message = f"Here are more than {MAX_DEPTH} levels inside each other."
            hint = "No file of a workshop needs so many."
            raise TooMuchError(self.problem(mark.line + 1, mark.column + 1, message, hint))
        node = self._node(event)
        node.value = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._named(event)
        if event.anchor:
            self._anchors[event.anchor] = None
        in_list = bool(stack) and isinstance(stack[-1].node.value, list) and not event.flow_style
        return _Open(node, event.anchor, in_list)

    def _close(self, done: _Open, event: Event) -> Node:
        done.node.end_line, done.node.end_column = event.end_mark.line, event.end_mark.column
        if done.no_fields:
            done.node.value = self.lines[done.node.line][done.node.column :]
        if done.anchor:
            self._anchors[done.anchor] = done.node
        if done.twice and isinstance(done.node.value, dict):
            for key, message, hint in given_twice(done.node.value, done.twice, in_list=done.in_list):
                width = max(1, key.end_column - key.column)
                self.problems.append(self.problem(key.line + 1, key.column + 1, message, hint, width))
        return done.node

    def _named(self, event: Event) -> None:
        """Refuse tags; expect that an anchor is used."""
        mark = event.start_mark
        if event.tag and event.tag != "!":
            self._add(mark, "A word that starts with ! is a tag in YAML, and means nothing here.", QUOTE_IT)
        if event.anchor:
            message = f"&{event.anchor} is a name in YAML that nothing uses; it would be lost."
            width = len(event.anchor) + 1
            self._unused[event.anchor] = self.problem(mark.line + 1, mark.column + 1, message, QUOTE_IT, width)

    def _alias(self, event: Event) -> Node:
        """What the alias names, at the place of the alias."""
        start, end, name = event.start_mark, event.end_mark, event.anchor
        node = self._anchors.get(name)
        self._unused.pop(name, None)
        if node is None and name in self._anchors:
            self._add(start, f"*{name} stands inside of what it names.", "Write it out instead.", width=len(name) + 1)
        elif node is None:
            message, hint = f"*{name} names nothing in this file.", "A text that starts with * needs quotes."
            if not self.lines[start.line][: start.column].strip():
                rest = self.lines[start.line][start.column + 1 :].strip()
                message, hint = NO_BULLET, f"Write - {rest}; if it is no list, put the text in quotes."
            self._add(start, message, hint, width=len(name) + 1)
        if node is None:
            return Node(f"*{name}", start.line, start.column, end.line, end.column)
        self._count(node.size, event)
        return Node(node.value, start.line, start.column, end.line, end.column, node.size)

    def _attach(self, parent: _Open, node: Node) -> None:
        """Put a finished node where it belongs: into a list, or as a key, or as the value of the key before."""
        parent.node.size += node.size
        if isinstance(parent.node.value, list):
            parent.node.value.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            assert isinstance(parent.node.value, dict)  # noqa: S101 - there are two kinds of collection
            parent.no_fields |= isinstance(parent.key.value, dict | list)
            self._enter(parent, parent.node.value, parent.key, node)
            parent.key = None

    def _enter(self, parent: _Open, fields: dict[str, tuple[Node, Node]], key: Node, node: Node) -> None:
        mark = Mark(self.path, key.line + 1, key.column + 1, self.lines[key.line])
        if key.value is None:
            self.problems.append(Problem(mark, "There is no name before this colon.", "Write the name of a field."))
        elif not isinstance(key.value, str):
            written = mark.text[len(mark.text[: key.column].rstrip("{[")) :].rstrip()
            message = f'A text cannot start with "{written[0]}".'
            self.problems.append(Problem(mark, message, f"Put it in quotes: {in_quotes(written)}"))
        elif key.value in fields:
            parent.twice.append((key, node))
        elif node.value is None and fields and self._is_piece(key):
            before = next(reversed(fields), "")
            text = fields[before][1].value if before else None
            hint = f'Put the text in quotes: {before}: "{text}, {key.value}"' if isinstance(text, str) else ""
            hint = hint or f"Write {key.value}: and its value."
            message = "A comma ends a text inside { }, and this has no colon."
            width = max(1, key.end_column - key.column)
            self.problems.append(self.problem(mark.line, mark.column, message, hint, width))
        else:
            fields[key.value] = (key, node)

    def _is_piece(self, key: Node) -> bool:
        """Whether a key inside of { } is only the piece of a text after a comma."""
        rest = self.lines[key.end_line][key.end_column :] if key.end_line < len(self.lines) else ""
        return not rest.lstrip().startswith(":")

    def _count(self, more: int, event: Event) -> None:
        self._nodes += more
        if self._nodes > self._most:
            mark = event.start_mark
            message = f"This file holds more than {self._most:,} values."
            hint = "Are its aliases (*name) meant to multiply?"
            raise TooMuchError(self.problem(mark.line + 1, mark.column + 1, message, hint))
