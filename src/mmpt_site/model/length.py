"""How long a paper may be: `4`, `4 to 8` or `up to 8` in, a number of pages out."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator

from mmpt_site.model.part import quoted, text_of, wrong
from mmpt_site.model.written import SPACE, Written

NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
UP_TO = r"(?:up to|at most|max(?:imum|[.])?|<=|≤)\s*"
RANGE = r"\s*(?:to|-|–|—)\s*"
LONGEST = 500  # pages

# for editors: what the parser below takes, and a little more
WRITTEN = rf"(?:[Uu][Pp]{SPACE}+[Tt][Oo]{SPACE}+)?[0-9]{{1,3}}(?:{SPACE}*(?:to|-|–|—){SPACE}*[0-9]{{1,3}})?"


@dataclass(frozen=True)
class Length:
    """A number of pages, both ends included; without `least`, up to the most."""

    least: int | None
    most: int


def parse_pages(value: object) -> Length:
    """Read how many pages a paper has."""
    if isinstance(value, Length):
        return value
    written = " ".join(text_of(value, "a number of pages", "4, or a range such as 4 to 8").split())
    if found := re.fullmatch(rf"(up to )?([0-9]{{1,3}})(?:{RANGE}([0-9]{{1,3}}))?", written, re.IGNORECASE):
        least, most = int(found[2]), int(found[3] or found[2])
        if found[1] and found[3]:
            raise wrong("Here are a range and its end.", f"Write {least} to {most}, or up to {most}")
        if most < least:
            raise wrong("This range ends before it starts.", f"Write {most} to {least}, if the two are swapped.")
        if not 0 < least <= most <= LONGEST:
            raise wrong(f"{quoted(written)} is no length of a paper.", "Write for example 4")
        return Length(None if found[1] else least, most)
    raise wrong(f"{quoted(written)} is not a number of pages.", _hint(written))


def _hint(written: str) -> str:
    """What to write instead, with the numbers that stand there, in figures or in words."""
    figures = re.sub(rf"\b({'|'.join(NUMBERS)})\b", lambda found: str(NUMBERS.index(found[1]) + 1), written.casefold())
    found = re.search(rf"({UP_TO})?([0-9]{{1,3}})(?:{RANGE}([0-9]{{1,3}}))?(.*)", figures)
    if not found:
        return "Write 4, or a range such as 4 to 8"
    length = f"{found[2]} to {found[3]}" if found[3] else f"{'up to ' if found[1] else ''}{found[2]}"
    without = re.search("exclu|without|not count|not includ", found[4])
    references = "and on a line of its own excluding_references: yes" if without and "ref" in found[4] else ""
    return f"Write {length}" + (f", {references}" if references else "")


Pages = Annotated[
    Length,
    PlainValidator(parse_pages),
    Written("a number of pages, such as `4`, `4 to 8` or `up to 8`", "numbers", WRITTEN, ("string", "number")),
]
