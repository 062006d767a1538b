"""A located tree: the nodes of one YAML file in, plain data and the place of every value out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mmpt_site.problems import Mark

Location = tuple[str | int, ...]
Plain = str | list["Plain"] | dict[str, "Plain"] | None


@dataclass(slots=True, eq=False)
class Node:
    """A value with its place; `value` is None where nothing is written. Lines and columns count from 0."""

    value: "str | list[Node] | dict[str, tuple[Node, Node]] | None"
    line: int
    column: int
    end_line: int
    end_column: int
    size: int = 1  # nodes in the tree below, aliases counted as often as they are used


@dataclass(frozen=True)
class Document:
    """One file: its path as organizers know it, its lines, and the tree of its values."""

    path: str
    lines: tuple[str, ...]
    root: Node = field(repr=False)

    def plain(self) -> Plain:
        """The tree as dicts, lists, text, and None where nothing is written."""
        return _plain(self.root)

    def at(self, location: Location = (), *, key: bool = False) -> Mark:
        """The place of a value, or of its key; where a step leads nowhere, the last place on the way."""
        node, shown = self.root, self.root
        for step in location:
            if isinstance(node.value, dict) and step in node.value:
                shown, node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                shown = node = node.value[step]
            elif step == "[key]":
                return self.mark(shown)
        return self.mark(shown if key else node)

    def find(self, location: Location, snippet: str, nth: int = 0) -> Mark:
        """The place of a piece of text inside a value, the first or a later one, or of the value when there is none."""
        found = self._hits(location, re.compile(re.escape(snippet), re.IGNORECASE)) if snippet else []
        return found[min(nth, len(found) - 1)] if found else self.at(location)

    def find_link(self, location: Location, address: str) -> Mark:
        """The place of an address inside a value: where it is all of a link, otherwise wherever it stands."""
        written = re.escape(address)
        alone = rf"(?<=[(<\"'=]){written}(?=[)>\"'\s]|$)|(?<=\]: ){written}(?=\s|$)"
        found = self._hits(location, re.compile(alone))
        return found[0] if found else self.find(location, address)

    def _hits(self, location: Location, pattern: re.Pattern[str]) -> list[Mark]:
        """Every match of a pattern inside a value."""
        start, node = self.at(location), self.node(location)
        last = node.end_line if node else len(self.lines) - 1
        begin = (start.line - 1, start.column - 1)
        return [
            Mark(self.path, number + 1, hit.start() + 1, self.lines[number], len(hit[0]))
            for number in range(max(begin[0], 0), min(last + 1, len(self.lines)))
            for hit in pattern.finditer(self.lines[number])
            if (number, hit.start()) >= begin
        ]

    def node(self, location: Location) -> Node | None:
        """The node at a place, when there is one."""
        node = self.root
        for step in location:
            if isinstance(node.value, dict) and step in node.value:
                node = node.value[str(step)][1]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return None
        return node

    def without(self, locations: list[Location]) -> "Document":
        """The same document with some values taken out; what is left keeps its place."""
        return Document(self.path, self.lines, _pruned(self.root, [list(location) for location in locations]))

    def mark(self, node: Node) -> Mark:
        """The place of a node, as wide as the node is on its first line."""
        text = self.lines[node.line] if node.line < len(self.lines) else ""
        end = node.end_column if node.end_line == node.line else len(text.rstrip())
        return Mark(self.path, node.line + 1, node.column + 1, text, max(1, end - node.column))

    def texts(self) -> Iterator[tuple[Location, str]]:
        """Every scalar with its place."""
        return _texts(self.root, ())


def _plain(node: Node) -> Plain:
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, (_, value) in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(item) for item in node.value]
    return node.value


def _texts(node: Node, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(node.value, dict):
        for key, (_, value) in node.value.items():
            yield from _texts(value, (*location, key))
    elif isinstance(node.value, list):
        for index, item in enumerate(node.value):
            yield from _texts(item, (*location, index))
    elif node.value is not None:
        yield location, node.value


def _pruned(node: Node, locations: list[list[str | int]]) -> Node:
    """A copy of the tree without the values at `locations`, and without what is then empty of all it held."""
    gone = {location[0] for location in locations if len(location) == 1}
    below: dict[str | int, list[list[str | int]]] = {}
    for location in locations:
        if len(location) > 1 and location[0] not in gone:
            below.setdefault(location[0], []).append(location[1:])
    value = node.value
    if isinstance(value, dict):
        value = {
            key: (name, _pruned(item, below[key]) if key in below else item)
            for key, (name, item) in value.items()
            if key not in gone
        }
    elif isinstance(value, list):
        value = [
            _pruned(item, below[index]) if index in below else item
            for index, item in enumerate(value)
            if index not in gone
        ]
    return Node(value, node.line, node.column, node.end_line, node.end_column, node.size)
