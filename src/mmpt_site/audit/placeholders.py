"""The decoded files of an edition in, the texts out that only stand in the place of a text: "Paper 1", "TBD"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from pydantic import BaseModel

from mmpt_site.audit.marked import marked
from mmpt_site.audit.prose import prose_of
from mmpt_site.audit.titles import PLAIN
from mmpt_site.content.document import Document
from mmpt_site.model.when import is_unknown
from mmpt_site.problems import Problem

WHOLE = re.compile(
    r"(?:paper|talk|title|author|speaker|name|abstract|affiliation|organizer)\s*#?\s*[0-9x]{1,3}"
    r"|(?:paper|talk|speaker|author|your|full|first|last)(?:'s)? (?:name|title)"
    r"|(?:name|title) of (?:the|your) (?:author|paper|session|speaker|talk|university)"
    r"|(?:first ?name|given ?name)[ ,]*(?:last ?name|family ?name|surname)|(?:john|jane) doe|name surname"
    r"|foo|foo ?bar|asdf\w*|placeholder|x{3,}|todo|fixme",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?i:\blorem ipsum\b|\b(?:abstract|title|text|bio(?:graphy)?|description|content|name) (?:goes|comes|to go) here\b"
    r"|\binsert (?:\w+ ){1,3}here\b|\[(?:insert|add|fill in|your) [^\]\n]{2,40}\](?!\()|\bbla+h?(?:[ ,]+bla+h?)+\b)"
    r"|\blong(?: long){2,}\b|(?<![\w./:@-])(?:xxx+|XXXX+)(?![\w/@-]|\.\w)|(?<!\S)\?{3,}(?!\S)|\bTODO:"
)
SIGNS = ("lorem", "here", "[", "bla", "long", "xxx", "???", "todo")  # one of which is in each that PART finds
LONGEST = 60  # characters of what only stands for a text
OWN_NAME = {"title", "name", "abstract", "bio", "affiliation", "tagline", "introduction", "place", "invitation"}
NOT_TEXT = {"bibtex", "id"}
MAY_BE_UNKNOWN = {("workshop", "place"), ("keynotes", "title"), ("awards", "recipients")}  # which say so themselves


def check(parts: Mapping[str, BaseModel], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A warning for each."""
    for name, part in parts.items():
        for location, text in chain(marked(part, PLAIN), prose_of(part)):
            field = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
            names = [step for step in location if isinstance(step, str)][-2:]  # a name may be that of a place of work
            if field in NOT_TEXT:
                continue
            if len(text) < LONGEST and is_unknown(text) and (name, field) not in MAY_BE_UNKNOWN:
                hint = "Leave out what is not known yet"
                hint += "; where a title is needed, say what it will be: Invited talk" if field == "title" else "."
                message = f'"{text}" would be printed here as it stands.'
                yield Problem(documents[name].at(location), message, hint, "warning")
            elif found := _stands_for_a_text(text, names):
                mark = documents[name].find(location, found)
                hint = "Write the text itself, or take it out until it is known."
                yield Problem(mark, f"This only stands for a text: {found}", hint, "warning")


def _stands_for_a_text(text: str, names: Sequence[str]) -> str:
    """The part of a text that somebody wanted to write later, or nothing."""
    if len(text) < LONGEST:
        alone = text.strip().strip(".…<>[](){}\"'").strip()
        if WHOLE.fullmatch(alone) or (alone.casefold() in names and alone.casefold() in OWN_NAME):
            return text.strip()
    folded = text.casefold()
    found = PART.search(text) if any(sign in folded for sign in SIGNS) else None
    return found[0] if found else ""
