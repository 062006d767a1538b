"""Two states of a site in, what visitors will see differently out, page by page and in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser

BLOCKS = set(
    "address article aside blockquote body dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li"
    " main nav ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
SILENT = {"script", "style"}


Lines = tuple[tuple[str, str], ...]  # '-' or '+', and the text


@dataclass(frozen=True)
class Change:
    """What became of one file: lines of text that are gone, and lines that are new."""

    path: str  # from the root of the site
    what: str  # 'new', 'gone' or 'changed'
    lines: Lines = ()

    @property
    def address(self) -> str:
        """How visitors know the page."""
        return "/" + re.sub(r"(^|/)index\.html$", r"\1", self.path)


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[Change, ...]:
    """Every file that is new, gone or different, pages first; a card only says what its page does."""
    found = []
    paths = (path for path in before.keys() | after.keys() if path.rpartition("/")[2] != "card.png")
    for path in sorted(paths, key=_place):
        if path not in before:
            found.append(Change(path, "new"))
        elif path not in after:
            found.append(Change(path, "gone"))
        elif before[path] != after[path]:
            is_page = path.endswith(".html")
            found.append(Change(path, "changed", tuple(_different(before[path], after[path])) if is_page else ()))
    return tuple(found)


def _place(path: str) -> tuple[bool, int, str]:
    """Pages first, and those above before those below."""
    return not path.endswith(".html"), path.count("/"), path


def _different(before: bytes, after: bytes) -> Iterator[tuple[str, str]]:
    old, new = _lines(before), _lines(after)
    for kind, start, end, new_start, new_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (("-", line) for line in old[start:end])
            yield from (("+", line) for line in new[new_start:new_end])


def _lines(page: bytes) -> list[str]:
    """What a page says, one line a block of text."""
    reader = _Reader()
    reader.feed(page.decode("utf-8", "replace"))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return [line for line in lines if line]


@dataclass
class _Reader(HTMLParser):
    """Gathers the text of a page, where its links to other sites lead, what its pictures are, and its description."""

    said: list[str] = field(default_factory=list)
    _silent: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag in BLOCKS:
            self.said.append("\n")
        known = dict(attrs)
        if tag == "img":
            self.said.append(f" [picture {known.get('src')}: {known.get('alt')}] ")
        if tag == "meta" and known.get("name") == "description":
            self.said.append(f"\n[description: {known.get('content')}]\n")
        if tag == "a" and "://" in (known.get("href") or ""):
            self.said.append(f"[{known['href']}] ")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        if tag in BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data.replace("\n", " "))
