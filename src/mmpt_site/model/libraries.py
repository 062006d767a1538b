"""Where papers are kept: an id, or the address of a paper, in, the id out."""

import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from pydantic import BeforeValidator

from mmpt_site.model.part import quoted, text_of, wrong
from mmpt_site.model.written import Written


@dataclass(frozen=True)
class Library:
    """A place with papers: what an id there is called, the address before one, what else people write before it.

    `pattern` is what ids look like, `after` what addresses have after them, `example` one of them.
    """

    called: str
    address: str
    before: str
    pattern: str
    after: str
    example: str

    def read(self, value: object) -> str:
        """The id in what somebody wrote."""
        written = text_of(value, self.called, self.example)
        found = re.fullmatch(rf"(?i:{self.before})?({self.pattern}){self.after}", unquote(written))
        if not found:
            hint = f"Write it such as {self.example}, or its whole address: {self.at(self.example)}"
            raise wrong(f"{quoted(written)} is not {self.called}.", hint)
        return found[1]

    def at(self, known: str) -> str:
        """The address of the paper with an id."""
        return self.address + quote(known, safe="/:;()")

    @property
    def written(self) -> Written:
        """For editors: the id, or something that ends in it."""
        return Written(self.called, "ids", f"(?:.*[/: ])?(?:{self.pattern})(?:{self.after})")


DOI = Library(
    "a DOI",
    "https://doi.org/",
    r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*",
    r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S*[^\s.,;]",
    "",
    "10.1000/182",
)
ARXIV = Library(
    "a number of arXiv",
    "https://arxiv.org/abs/",
    r"(?:https?://)?(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv:\s*",
    r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?",
    r"(?:\.pdf)?/?",
    "2101.00001",
)
ANTHOLOGY = Library(
    "an id of the ACL Anthology",
    "https://aclanthology.org/",
    r"(?:https?://)?(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/",
    r"[0-9]{4}\.[a-z0-9_]+-[a-z0-9]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4}",
    r"(?:\.pdf|\.bib)?/?",
    "2021.example-1.1",
)
LIBRARIES = {"doi": DOI, "arxiv": ARXIV, "anthology": ANTHOLOGY}

Doi = Annotated[str, BeforeValidator(DOI.read), DOI.written]
Arxiv = Annotated[str, BeforeValidator(ARXIV.read), ARXIV.written]
Anthology = Annotated[str, BeforeValidator(ANTHOLOGY.read), ANTHOLOGY.written]
