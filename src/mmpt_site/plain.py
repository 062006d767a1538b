"""Markdown or a title in, plain text out, for calendars and whatever else shows no HTML.

Formulas stay LaTeX, links say where they lead, and an email address is written so that robots do not know it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from pylatexenc.latex2text import LatexNodes2Text

from mmpt_site.prose import EMAIL, FORMULA, TITLE_FORMULA, sanitised

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


def shortened(text: str, longest: int = 160) -> str:
    """The first words of a text on one line, as many as search engines show."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    whole = cut.rpartition(" ")[0]
    return (whole if len(whole) > longest / 2 else cut).rstrip(" ,;:–—") + "…"


def title_text(title: str) -> str:
    """A title with its formulas as Unicode has them, as far as it does: 'α-divergence', 'O(n^2)'."""
    parts = TITLE_FORMULA.split(title)
    return plain("".join(_formula(part) if index % 2 else part for index, part in enumerate(parts)))


@lru_cache(maxsize=1024)
def _formula(latex: str) -> str:
    try:
        text: str = LatexNodes2Text(math_mode="text").latex_to_text(latex)
    except Exception:  # noqa: BLE001 - it can fail in many ways; formulas that cannot be read are told elsewhere
        return latex
    return " ".join(text.split()) or latex


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
