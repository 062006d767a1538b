"""Papers in, the keys by which BibTeX cites them out: family name, year and a word of the title, each there once."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain, count
from string import ascii_lowercase

from mmpt_site.model.names import family_name
from mmpt_site.model.papers import Paper

# letters that Unicode does not take apart into one of ASCII and a mark
PLAIN = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
SMALL = {"a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "in", "is", "it", "its"}
SMALL |= {"not", "of", "on", "or", "than", "that", "the", "to", "towards", "using", "via", "we", "what", "when", "with"}
OWN_KEY = re.compile(r"@\s*\w+\s*\{\s*([^\s,{}]+)\s*,")


def citation_keys(papers: Iterable[Paper], year: str) -> dict[str, str]:
    """The key of each paper by its id: its own BibTeX has one, or it is made, such as `example2021study`."""
    papers = tuple(papers)
    keys = {paper.id: found[1] for paper in papers if (found := OWN_KEY.search(paper.bibtex or ""))}
    taken = {key.casefold() for key in keys.values()}
    for paper in papers:
        if paper.id not in keys:
            key = _free(_key(paper, year), taken)
            keys[paper.id] = key
            taken.add(key)
    return keys


def _key(paper: Paper, year: str) -> str:
    """Letters and digits of ASCII; what has none of them gives nothing to it, and the number or the id of the paper."""
    family = _ascii(family_name(paper.authors[0].name)) if paper.authors else ""
    words = [word for word in _ascii(re.sub(r"\$[^$]*\$", " ", paper.title), between=" ").split() if len(word) > 1]
    word = next((word for word in words if word not in SMALL), "")
    rest = word or _ascii(paper.number or "") or _ascii(paper.id)
    return f"{family}{year}{rest}" if family or word else f"paper{year}-{rest}"


def _ascii(text: str, between: str = "") -> str:
    """The letters and digits of a text in ASCII, without accents; words of other scripts are left out."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(PLAIN))
    return re.sub(r"[^a-z0-9]+", between, re.sub(r"[\u0300-\u036f’']", "", plain))


def _free(key: str, taken: set[str]) -> str:
    """The key, or with the first of `b` to `z`, `-27`, … behind it that makes it one of its own."""
    ends = chain(["", *ascii_lowercase[1:]], (f"-{number}" for number in count(27)))
    return next(f"{key}{end}" for end in ends if f"{key}{end}" not in taken)
