"""Markdown in, safe HTML out: sanitised, with formulas as MathML, and with what had to be left out named.

Markdown is made into HTML by Python-Markdown, cleaned by nh3, and only then are formulas put in, so that neither a
formula nor a raw tag can carry anything into the page that is not meant to be there.
"""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode
from math_core import LatexError, LatexToMathML
from pymdownx.arithmatex import ArithmatexExtension
from pymdownx.highlight import HighlightExtension
from pymdownx.superfences import SuperFencesCodeExtension

from mmpt_site.problems import nearest

SCHEMES = {"http", "https", "mailto", "tel"}
TAGS = set(
    "a abbr b blockquote br caption cite code dd del details div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p"
    " pre q s small span strong sub summary sup table tbody td tfoot th thead tr u ul".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "*": {"lang", "dir", "id"},
}
FORMULA = re.compile(r'<(span|div) class="arithmatex">\\([(\[])(.*?)\\[)\]]</\1>', re.DOTALL)
EMAIL = re.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TITLE_FORMULA = re.compile(r"(?<!\\)\$(?=\S)((?:[^$\\]|\\.)+?)(?<=\S)\$(?!\d)")


@dataclass(frozen=True)
class Slip:
    """Something in a prose that does not do what its writer hoped: a piece of the source, a sentence, a hint."""

    snippet: str
    message: str
    hint: str


@dataclass(frozen=True)
class Html:
    """Safe HTML, with addresses as they were written, and the slips that were found on the way."""

    html: str
    slips: tuple[Slip, ...]


@lru_cache(maxsize=4096)
def to_html(text: str) -> Html:
    """Convert Markdown; headings start at the second level, since a page has one title of its own."""
    converter = _converter()
    converter.reset()
    raw = _lower_headings(converter.convert(text))
    reader = _Reader()
    reader.feed(raw)
    reader.close()
    clean = nh3.clean(
        raw,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        allowed_classes={"span": {"arithmatex"}, "div": {"arithmatex"}},
        link_rel=None,
    )
    slips = [*reader.slips, *_lost_lists(text)]
    with_math = FORMULA.sub(lambda found: _formula(found, slips), clean)
    return Html(EMAIL.sub(lambda found: hide(found[0]), with_math), tuple(slips))


def title(text: str) -> str:
    """A title or a name as HTML: everything is text but formulas between dollars."""
    parts = TITLE_FORMULA.split(text)
    return "".join(
        _mathml(part, block=False) or _code(part) if i % 2 else html.escape(part) for i, part in enumerate(parts)
    )


def hide(address: str) -> str:
    """An email address as character references: the same to readers, nothing to the simplest robots."""
    return "".join(f"&#{ord(char)};" for char in address)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    extensions: list[Any] = [
        "abbr",
        "def_list",
        "sane_lists",
        "smarty",
        "tables",
        ArithmatexExtension(generic=True),
        HighlightExtension(use_pygments=False),
        SuperFencesCodeExtension(),
        TocExtension(marker="", slugify=slugify_unicode),
    ]
    return Markdown(extensions=extensions, tab_length=2)


def _lower_headings(raw: str) -> str:
    return re.sub(r"(</?)h1\b", r"\1h2", raw)


def _formula(found: re.Match[str], slips: list[Slip]) -> str:
    """MathML for a formula; one that cannot be read stays as it was written, and is told."""
    latex = html.unescape(found[3]).strip()
    block = found[2] == "["
    if mathml := _mathml(latex, block=block):
        return f'<div class="formula">{mathml}</div>' if block else mathml
    slips.append(Slip(latex, f"This formula cannot be read: {_complaint(latex)}.", "It is shown as it is written."))
    return _code(latex)


def _code(latex: str) -> str:
    return f"<code>{html.escape(latex)}</code>"


def _mathml(latex: str, *, block: bool) -> str:
    try:
        return _mathematician().convert_with_local_state(latex, displaystyle=block)
    except LatexError:
        return ""


def _complaint(latex: str) -> str:
    try:
        _mathematician().convert_with_local_state(latex, displaystyle=False)
    except LatexError as error:
        return re.sub(r"^\d+(?::\d+)?:? *", "", str(error)).strip().rstrip(".")
    return "it is not a formula"


@lru_cache(maxsize=1)
def _mathematician() -> LatexToMathML:
    return LatexToMathML(fancy_error=False)


def _lost_lists(text: str) -> list[Slip]:
    """Lines that look like a list but follow a paragraph directly, and so are none in Markdown."""
    slips = []
    before = ""
    fenced = False
    for line in text.splitlines():
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        item = re.match(r" {0,3}([-*+]|\d+\.) +\S", line)
        starts = before.strip() and not re.match(r"\s+\S|([-*+]|\d+\.) |[#>|]|```|~~~", before)
        if item and starts and not fenced:
            slips.append(
                Slip(
                    line.strip(),
                    "This line looks like a list, but continues the paragraph.",
                    "Put an empty line above it.",
                )
            )
        before = line
    return slips


@dataclass
class _Reader(HTMLParser):
    """Reads HTML that is yet to be cleaned, and names what the cleaning will take out."""

    slips: list[Slip] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            hint = "If it is meant as text, write it between backticks: `<…>`"
            self.slips.append(Slip(f"<{tag}", f"<{tag}> is not allowed here, and left out.", hint))
        for name, value in attrs:
            if name in {"href", "src"}:
                self._address(value or "")
        if tag == "img" and not dict(attrs).get("alt"):
            source = dict(attrs).get("src") or ""
            self.slips.append(
                Slip(source, "This image has no text for those who cannot see it.", "Write ![what it shows](…)")
            )

    def _address(self, address: str) -> None:
        found = re.match(r"\s*([A-Za-z][\w+.-]*):", address)
        scheme = found[1].lower() if found else ""
        if scheme and scheme not in SCHEMES:
            near = nearest(scheme, sorted(SCHEMES))
            hint = (
                f"Did you mean {near}:?" if near else "A link starts with https:, http:, mailto: or tel:, or is a path."
            )
            self.slips.append(
                Slip(f"{found[1]}:" if found else "", f"A link cannot start with {scheme}:, so it is left out.", hint)
            )
        elif address.startswith("www."):
            self.slips.append(Slip(address, "This link has no scheme, and leads nowhere.", f"Write https://{address}"))
