"""A paper in, its entry for BibTeX out: what its organizers wrote, or else one made of the fields.

Letters are written in LaTeX, as every BibTeX knows them; those of scripts that it has no commands for stay as they are
(UTF-8). Formulas of titles stay formulas, and words with capitals inside keep them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from pylatexenc.latexencode import RULE_DICT, UnicodeToLatexConversionRule, UnicodeToLatexEncoder

from mmpt_site.model.edition import Edition
from mmpt_site.model.papers import Paper
from mmpt_site.model.site import Site
from mmpt_site.model.when import Day, Days, is_unknown
from mmpt_site.pages import routes
from mmpt_site.plain import plain
from mmpt_site.prose import TITLE_FORMULA

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces, also those with a backslash before them
BRACES = {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
SIGNS = {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "–": "--", "—": "---"}
QUOTES = {"“": "``", "”": "''", "‘": "`", "’": "'"}
AS_WRITTEN = {ord(char): written for char, written in (BRACES | SIGNS | QUOTES).items()}
IN_FORMULAS = {r"\{": r"\lbrace ", r"\}": r"\rbrace "}
PLAIN = re.compile(r"[A-Za-z0-9 .,;:!?()\[\]/+*=@'`-]*")  # what is the same in LaTeX
CAPITALS_INSIDE = re.compile(r"(?<![\w\\{])(?=\w*[^\W\d_])[^\W\d_]\w*[A-Z]\w*")


def entry(site: Site, edition: Edition, paper: Paper) -> str:
    """The entry, with a line break at its end."""
    if paper.bibtex:
        return paper.bibtex.strip() + "\n"
    lines = (f"  {name} = {value}," for name, value in _fields(site, edition, paper) if value)
    return f"@inproceedings{{{edition.citation_keys[paper.id]},\n" + "\n".join(lines) + "\n}\n"


def _fields(site: Site, edition: Edition, paper: Paper) -> Iterator[tuple[str, str]]:
    """The fields in the order in which they are usually written; what is not known is empty."""
    workshop, links = edition.workshop, paper.links
    yield "title", f"{{{_title(paper.title)}}}"
    yield "author", _in_braces(" and ".join(_name(author.name) for author in paper.authors))
    yield "booktitle", _in_braces(latex(_booktitle(edition)))
    yield "year", _in_braces(edition.year)
    yield "month", _month(edition)
    yield "address", "" if not workshop.place or is_unknown(workshop.place) else _in_braces(latex(workshop.place))
    yield "pages", _in_braces((paper.pages or "").replace("-", "--"))
    yield "doi", _in_braces(links.doi or "")
    yield from (("eprint", _in_braces(links.arxiv)), ("archiveprefix", "{arXiv}")) if links.arxiv else ()
    yield "url", _in_braces(routes.absolute(site, routes.paper(edition, paper.id)) if site.series.url else "")
    yield "note", "{Non-archival}" if paper.archival is False else ""


def _booktitle(edition: Edition) -> str:
    """'Workshop on Small Examples, CoE', as the site itself calls the two."""
    workshop, host = edition.workshop, edition.workshop.host
    return workshop.title + (f", {host.acronym or host.name}" if host else "")


def _month(edition: Edition) -> str:
    match edition.workshop.days:
        case Day(day) | Days(day, _):
            return MONTHS[day.month - 1]
        case _:
            return ""


def _name(name: str) -> str:
    """A name as BibTeX takes it apart; one with a comma or an 'and' in it is a whole."""
    encoded = latex(name)
    return f"{{{encoded}}}" if re.search(r",|\band\b", name) else encoded


def _title(title: str) -> str:
    """The title in LaTeX."""
    parts = TITLE_FORMULA.split(plain(title))
    return "".join(_formula(part) if index % 2 else _words(part) for index, part in enumerate(parts))


def _words(text: str) -> str:
    """Words of a title: styles make its letters small, but not those in braces."""
    pieces = re.split(f"({CAPITALS_INSIDE.pattern})", text)
    return "".join(f"{{{latex(piece)}}}" if index % 2 else latex(piece) for index, piece in enumerate(pieces))


def _formula(source: str) -> str:
    return "${}$".format(re.sub(r"\\[{}]", lambda brace: IN_FORMULAS[brace[0]], source))


def latex(text: str) -> str:
    """A text in LaTeX."""
    if PLAIN.fullmatch(text):
        return text
    made: str = _encoder().unicode_to_latex(text)
    return made


def _in_braces(value: str) -> str:
    return f"{{{value}}}" if value else ""


@lru_cache(maxsize=1)
def _encoder() -> UnicodeToLatexEncoder:
    return UnicodeToLatexEncoder(
        conversion_rules=[UnicodeToLatexConversionRule(RULE_DICT, AS_WRITTEN, "none"), "defaults"],
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
