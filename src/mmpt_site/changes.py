"""Two states of a site in, what visitors will see differently out, page by page and in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser

BLOCKS = set(
    "address article aside blockquote body dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li"
    " main nav ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
SILENT = {"script", "style"}
# paragraphs that belong together: a date and then its name and its status, or what is next and then its date
ROLES = {"date", "what", "status", "label", "big"}
MENU = "menu"
OF = "\0"  # in a line, between a name and what is said of it; twice before a status

Lines = tuple[tuple[str, str], ...]  # '-', '+', or '~' for a date that moved, and the text


@dataclass(frozen=True)
class Change:
    """What became of one file: lines of text that are gone, and lines that are new."""

    path: str  # from the root of the site
    what: str  # 'new', 'gone' or 'changed'; MENU for what is the same on many pages
    lines: Lines = ()

    @property
    def address(self) -> str:
        """How visitors know the page."""
        return MENU if self.what == MENU else "/" + re.sub(r"(^|/)index\.html$", r"\1", self.path)


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[Change, ...]:
    """Every file that is new, gone or different, pages first; a card only says what its page does.

    What is different in the menu stands before them, once.
    """
    found, menu = [], dict[tuple[str, str], None]()
    paths = (path for path in before.keys() | after.keys() if path.rpartition("/")[2] != "card.png")
    for path in sorted(paths, key=_place):
        if path not in before:
            found.append(Change(path, "new"))
        elif path not in after:
            found.append(Change(path, "gone"))
        elif before[path] != after[path]:
            lines = _different(before[path], after[path]) if path.endswith(".html") else []
            found.append(Change(path, "changed", tuple(line for line in lines if not _of_menu(line))))
            menu |= dict.fromkeys((sign, text.strip(OF)) for sign, text in lines if _of_menu((sign, text)))
    return (*([Change("", MENU, tuple(menu))] if menu else []), *found)


def _place(path: str) -> tuple[bool, int, str]:
    """Pages first, and those above before those below."""
    return not path.endswith(".html"), path.count("/"), path


def _of_menu(line: tuple[str, str]) -> bool:
    return line[1].startswith(f"{OF}{OF}")


def _different(before: bytes, after: bytes) -> list[tuple[str, str]]:
    """The lines that are gone and those that are new; a date that moved is one line, and speaks for its status."""
    old, new = _lines(before), _lines(after)
    found: list[tuple[str, str]] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [("-", line) for line in old[start:end]]
            found += [("+", line) for line in new[new_start:new_end]]
    moved: set[str] = set()
    for sign, line in tuple(found):
        name, is_date, then = line.partition(OF)
        now = next((text for way, text in found if way == "+" and text.startswith(f"{name}{OF}")), "")
        if sign == "-" and name and is_date and now and not then.startswith(OF):
            moved.add(name)
            found[found.index((sign, line))] = ("~", f"{name}: {then} → {now.partition(OF)[2]}")
            found.remove(("+", now))
    told = [line for line in found if not (OF * 2 in line[1] and line[1].partition(OF)[0] in moved)]
    return [(sign, line if _of_menu((sign, line)) else re.sub(f"{OF}+", ": ", line)) for sign, line in told]


def _lines(page: bytes) -> list[str]:
    """What a page says, one line a block of text; one of the menu begins with OF twice."""
    reader = _Reader()
    reader.feed(page.decode("utf-8", "replace"))
    reader.close()
    lines, name = [], ""
    held = ("", "")  # a role that waits for the one it belongs to, and its text
    for line in "".join(reader.said).split("\n"):
        role, _, text = line.rpartition(OF)
        role, text = role.strip(f" {OF}"), " ".join(text.split())
        if not text:
            continue
        pair, before, held = (held[0], role), held[1], ("", "")
        if pair == ("date", "what"):
            name, text = text, f"{text}{OF}{before}"
        elif pair == ("label", "big"):
            name, text = before, f"{before}{OF}{text}"
        else:
            lines += [before] if before else []
            text = {"status": f"{name}{OF}{OF}{text}" if name else text, MENU: f"{OF}{OF}{text}"}.get(role, text)
        if role in {"date", "label"}:
            held = (role, text)
        else:
            lines.append(text)
    return [*lines, held[1]] if held[1] else lines


@dataclass
class _Reader(HTMLParser):
    """Gathers the text of a page, where its links to other sites lead, what its pictures are, and its description."""

    said: list[str] = field(default_factory=list)
    _silent: int = 0
    _in_menu: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        known = dict(attrs)
        words = set((known.get("class") or "").split())
        if tag == "header":
            self._in_menu = "top" in words
        if tag in BLOCKS:
            role = next(iter(words & ROLES), "") if tag == "p" else MENU if self._in_menu else ""
            self.said.append(f"\n{OF}{role}{OF}")
        if tag == "img":
            self.said.append(f" [picture {known.get('src')}: {known.get('alt')}] ")
        if tag == "meta" and known.get("name") == "description":
            self.said.append(f"\n[description: {known.get('content')}]\n")
        if tag == "a" and "://" in (known.get("href") or ""):
            self.said.append(f"[{known['href']}] ")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        self._in_menu = self._in_menu and tag != "header"
        if tag in BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data.replace("\n", " "))
