"""The made site in, every link, anchor and asset that leads nowhere out."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from mmpt_site.content.document import Document
from mmpt_site.output import Output
from mmpt_site.problems import Mark, Problem, nearest

ADDRESSED = {"href", "src", "action", "poster", "data"}


@dataclass
class _Reader(HTMLParser):
    """Gathers what a page points at, and what can be pointed at in it."""

    links: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ADDRESSED and value is not None:
                self.links.append(value)
            elif name == "srcset" and value:
                self.links += [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
            elif name == "id" and value:
                self.ids[value] += 1


@dataclass
class LinkCheck:
    """Takes the files of a site one by one; of each page it keeps its links and its ids."""

    base: str  # the path of the site on its host, '/' or '/repo/'
    paths: set[str] = field(default_factory=set)
    pages: dict[str, _Reader] = field(default_factory=dict)

    def add(self, output: Output) -> None:
        """Take one file."""
        self.paths.add(output.path)
        if output.path.endswith(".html"):
            reader = self.pages[output.path] = _Reader()
            reader.feed(output.data.decode())
            reader.close()

    def problems(self, documents: Mapping[str, Document]) -> list[Problem]:
        """What leads nowhere; told where the link is written, if that is in the content."""
        found = []
        for path, page in self.pages.items():
            for address in dict.fromkeys(page.links):
                if message := self._broken(path, page, address):
                    found.append(Problem(_written(address, path, documents), message, self._hint(path, address)))
            for name, times in page.ids.items():
                if times > 1:
                    message = f'{times} places of /{path} have the id "{name}", so that links to it are ambiguous.'
                    found.append(Problem(Mark(path), message, "Word one of the headings differently."))
        return found

    def _broken(self, path: str, page: _Reader, address: str) -> str:
        """Why an address leads nowhere, or nothing."""
        parts = _split(address)
        if parts is None:
            return f'"{address}" is not an address.'
        scheme_or_host, target, fragment = parts
        if scheme_or_host:
            return ""
        file = self._file(path, target)
        if file not in self.paths:
            return f'The link "{address}" on /{_shown(path)} leads nowhere.'
        ids = self.pages[file].ids if file in self.pages else page.ids
        if fragment and file in self.pages and fragment not in ids:
            return f'The link "{address}" on /{_shown(path)} leads to a place that /{_shown(file)} does not have.'
        return ""

    def _file(self, path: str, target: str) -> str:
        """The file that a server answers with, as a path from the root of the site."""
        if not target:
            return path
        if target.startswith("/"):
            outside = not target.startswith(self.base)
            full = target if outside else target[len(self.base) :]
        else:
            full = join(dirname(path), target)
        clean = normpath(full) if full else ""
        clean = "" if clean == "." else clean
        return join(clean, "index.html") if target.endswith(("/", "/.", "/..")) or target in {".", ".."} else clean

    def _hint(self, path: str, address: str) -> str:
        parts = _split(address)
        file = self._file(path, parts[1]) if parts else ""
        if file + "/index.html" in self.paths:
            return f"Did you mean {address}/ with a slash at its end?"
        near = nearest(file, self.paths)
        return f"Did you mean /{_shown(near)}?" if near else ""


def _split(address: str) -> tuple[bool, str, str] | None:
    """Whether an address leads outside, its path and its fragment."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return bool(parts.scheme or parts.netloc), unquote(parts.path), unquote(parts.fragment)


def _shown(path: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", path)


def _written(address: str, path: str, documents: Mapping[str, Document]) -> Mark:
    """The place in the content where an address stands, otherwise the page that has it."""
    names = {address, *(address[start:] for start in range(len(address)) if start and address[start - 1] == "/")}
    for name in sorted((name for name in names if len(name) > 2), key=len, reverse=True):
        for document in documents.values():
            for location, text in document.texts():
                if f"({name}" in text or f'"{name}"' in text or text == name:
                    return document.find(location, name)
    return Mark(_shown(path) or "index.html")
