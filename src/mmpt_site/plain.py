"""Markdown in, plain text out, for calendars and whatever else shows no HTML.

Formulas stay LaTeX, links say where they lead, and an email address is written so that robots do not know it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from mmpt_site.prose import EMAIL, FORMULA, sanitised

LINES = set("br dd div dt h2 h3 h4 h5 h6 hr li ol p pre table tr ul blockquote".split())
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # what neither calendars nor XML may hold


@lru_cache(maxsize=4096)
def to_text(text: str) -> str:
    """A Markdown as lines of text."""
    clean, _ = sanitised(text)
    reader = _Reader()
    reader.feed(FORMULA.sub(lambda found: f"${found[3].strip()}$", clean))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return plain("\n".join(filter(None, lines)))


def plain(text: str) -> str:
    """A text without what other programs stumble over: control characters, and email addresses that robots know."""
    return EMAIL.sub(lambda found: found[0].replace("@", " at "), CONTROLS.sub("", text))


@dataclass
class _Reader(HTMLParser):
    """Gathers the text of HTML, with a new line where a block begins or ends."""

    said: list[str] = field(default_factory=list)
    _leads: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in LINES:
            self.said.append("\n- " if tag == "li" else "\n")
        elif tag == "a":
            self._leads.append(known.get("href") or "")
        elif tag == "img":
            self.said.append(known.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in LINES:
            self.said.append("\n")
        elif tag == "a" and self._leads:
            address = self._leads.pop()
            if address.startswith(("http:", "https:")) and not "".join(self.said).endswith(address):
                self.said.append(f" ({address})")

    def handle_data(self, data: str) -> None:
        self.said.append(data.replace("\n", " "))
