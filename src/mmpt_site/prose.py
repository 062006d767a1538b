"""Markdown in, safe HTML out: sanitised, with formulas as MathML, and with what had to be left out named.

Markdown is made into HTML by Python-Markdown, cleaned by nh3, and only then are formulas put in, so that neither a
formula nor a raw tag can carry anything into the page that is not meant to be there.
"""

import html
import re
import string
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode
from pymdownx.arithmatex import ArithmatexExtension
from pymdownx.highlight import HighlightExtension
from pymdownx.superfences import SuperFencesCodeExtension

from mmpt_site.formula import formula
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
EMAIL = re.compile(r"(?<![\w.+-])(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
LONGEST, LONGEST_WORD, MOST_SIGNS = 40_000, 2_000, 300  # characters; what people write stays far below
LONGEST_ADDRESS = 60  # characters that a hint repeats
HYPHENATED = re.compile(r"(?<![\w&<-])(?=[\w-]{3,16}(?![\w-]))\w+(?:-\w+)+(?![^<]*>)")
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


@lru_cache(maxsize=16384)
def to_html(text: str) -> Html:
    """Convert Markdown; headings start at the second level, since a page has one title of its own."""
    clean, slips = sanitised(text)
    found = list(slips)
    with_math = FORMULA.sub(lambda each: _formula(each, found), _within_reach(clean))
    return Html(quiet(with_math), tuple(found))


@lru_cache(maxsize=16384)
def sanitised(text: str) -> tuple[str, tuple[Slip, ...]]:
    """The safe HTML of a Markdown, in which formulas are still LaTeX (see FORMULA), and the slips in it."""
    try:
        complaint = _too_tangled(text)
        raw = "" if complaint else _lower_headings(_converter().reset().convert(text))
    except RecursionError:
        complaint = "too much of it lies inside of something else"
    if complaint:
        slip = Slip("", f"This text cannot be read as Markdown: {complaint}.", "It is shown as it is written.")
        return f"<p>{html.escape(text)}</p>", (slip,)
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
    return clean, (*reader.slips, *_lost_lists(text))


def title(text: str) -> str:
    """A title or a name as HTML: everything is text but formulas between dollars."""
    parts = TITLE_FORMULA.split(text)
    return "".join(
        formula(part, block=False).html if i % 2 else quiet(html.escape(part)) for i, part in enumerate(parts)
    )


def quiet(markup: str) -> str:
    """HTML with the email addresses in it hidden."""
    return EMAIL.sub(lambda found: hide(found[0]), markup)


def whole_words(title_html: str) -> str:
    """A title as HTML in whose large letters no line ends after the hyphen of a word that is not long."""
    return HYPHENATED.sub(lambda found: f'<span class="whole">{found[0]}</span>', title_html)


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
    converter = Markdown(extensions=extensions, tab_length=2)
    converter.ESCAPED_CHARS = list(string.punctuation)  # as in CommonMark, and as \% comes along from LaTeX
    return converter


def _lower_headings(raw: str) -> str:
    return re.sub(r"(</?)h1\b", r"\1h2", raw)


def _within_reach(clean: str) -> str:
    """The same with code and tables, which may be wider than a screen, where the keyboard can scroll them."""
    reachable = re.sub(r"<table\b", '<div class="wide" tabindex="0"><table', clean.replace("<pre", '<pre tabindex="0"'))
    return reachable.replace("</table>", "</table></div>")


def _formula(found: re.Match[str], slips: list[Slip]) -> str:
    """MathML for a formula; one that cannot be read stays as it was written, and is told."""
    latex = html.unescape(found[3]).strip()
    block = found[2] == "["
    made = formula(latex, block=block)
    if made.complaint:
        slips.append(Slip(latex, f"This formula cannot be read: {made.complaint}.", "It is shown as it is written."))
        return made.html
    return f'<div class="formula" tabindex="0">{made.html}</div>' if block else made.html


def _too_tangled(text: str) -> str:
    """Why a text would take Markdown too long, or too deep; nothing for what people write."""
    if len(text) > LONGEST:
        return f"it is longer than {LONGEST:,} characters"
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+|]|\d+\.)\s)", text):  # as far as Markdown reads at a time
        signs = Counter(re.findall(r"[^\w\s.,;]", paragraph))
        if signs and max(signs.values()) > MOST_SIGNS:
            return f"a paragraph has more than {MOST_SIGNS} of one sign"
        if max(map(len, paragraph.split()), default=0) > LONGEST_WORD:
            return f"a word is longer than {LONGEST_WORD:,} characters"
    return ""


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
                Slip(
                    source,
                    "This image has no text for those who cannot see it.",
                    f"Write ![what it shows]({source if len(source) < LONGEST_ADDRESS else '…'})",
                )
            )

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Skip `<![…`, which the standard library's parser stumbles over; the cleaning takes it out."""
        del report
        return self.rawdata.find(">", i) + 1 or -1

    def _address(self, address: str) -> None:
        address = re.sub(r"[\t\r\n]", "", address)  # as browsers read it
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
