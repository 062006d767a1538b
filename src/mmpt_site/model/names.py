"""The text of a name in, what else stands in it out: several people, a place of work; and the name that is meant."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from mmpt_site.problems import nearest

WORKPLACE = re.compile(
    r"universi|institut|laborator|\blabs?\b|\binc\b|\bresearch\b|college|colegio|hochschule|department|\bdept\b"
    r"|faculty|\bschool\b|école|academy|\bcent(?:er|re)\b|\bltd\b|\bgmbh\b|\bcorp|大学|大學|学院|學院|研究|公司|대학",
    re.IGNORECASE,
)
ALIKE = 0.6  # how much two words have to be alike, 0 to 1


def names_in(text: str) -> list[str]:
    """The pieces of a text that commas, semicolons, `and` and `&` part, as they do names: 'A, B and C'."""
    return re.split(r"\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+", text)


def full_names(text: str) -> list[str]:
    """The names of several people whom somebody wrote in one text; none for one person, also 'King, Jr.'."""
    several = names_in(" ".join(text.split()))
    whole = all(len(name.split()) > 1 and name[0].isupper() for name in several)
    return several if len(several) > 1 and whole else []


def with_workplace(text: str, *, likely: bool) -> str:
    """'{name: A B, affiliation: C D}' for 'A B, C D' where C D looks like a place of work; `likely` takes any C D.

    So it does for 'A B (C D)'.
    """
    if (found := re.fullmatch(r"([^(),]+) \(([^()]+)\)", " ".join(text.split()))) and WORKPLACE.search(found[2]):
        return f"{{name: {found[1]}, affiliation: {_in_braces(found[2])}}}"
    name, comma, rest = (part.strip() for part in " ".join(text.split()).partition(","))
    if not (comma and name and rest) or WORKPLACE.search(name):
        return ""
    if WORKPLACE.search(rest) or (likely and len(names_in(text)) == 2):
        return f"{{name: {name}, affiliation: {_in_braces(rest)}}}"
    return ""


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like another; not one that has only the family name in common with it."""
    near = nearest(name, known)
    one, other = name.casefold().split(), near.casefold().split()
    own = " ".join(word for word in one if word not in other)
    others = " ".join(word for word in other if word not in one)
    initial = own.rstrip(".") == others[:1]
    alike = not own or not others or initial or SequenceMatcher(None, own, others).ratio() >= ALIKE
    return near if alike else ""


def _in_braces(text: str) -> str:
    """A text as it can stand between braces."""
    return '"' + text.replace('"', "") + '"' if re.search(r"[,\[\]{}\"]|: | #", text) else text
