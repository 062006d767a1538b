"""An error of pydantic's own kinds in, what is wrong and what to write instead out, with the organizer's own words."""

import re
from collections.abc import Iterable

from pydantic_core import ErrorDetails

from mmpt_site.content.document import Document, Location
from mmpt_site.content.lines import NUMBERED, WIDE_COLON
from mmpt_site.content.outline import Outline
from mmpt_site.content.quotes import in_quotes
from mmpt_site.content.synonyms import meant
from mmpt_site.model.call import system_of
from mmpt_site.model.part import LONGEST_ECHO, quoted
from mmpt_site.problems import either

Words = tuple[str, str]
PORTAL = "https://openreview.net/"
ELSEWHERE = {"portal": "; where other papers go stands as url: of their deadline in dates.yaml"}


def expected(document: Document, outline: Outline, error: ErrorDetails, location: Location) -> Words:
    """Sentence and hint for a value that is of another kind than its field."""
    given = error["input"]
    kinds: dict[type, str] = {list: "a list", dict: "a group of fields", str: quoted(str(given))}
    found = kinds.get(type(given), "nothing")
    if given is None and location and isinstance(location[-1], int):
        entry = outline.entry(location)
        return "This entry of the list is empty.", f"Write it behind its dash, for example {entry}, or delete the line."
    match error["type"]:
        case "string_type":
            return f"Here a text is expected, and {found} is given.", _one_text(document, location, given)
        case "list_type" | "tuple_type":
            return f"Here a list is expected, and {found} is given.", _entries(document, outline, location, given)
        case "model_type" | "dict_type" | "model_attributes_type":
            return _some_fields(document, outline, location, given, found)
        case "literal_error":
            known = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
            return f"{found[0].upper()}{found[1:]} is not allowed here.", _allowed(str(given), known)
        case "bool_parsing" | "bool_type":
            return f"{found[0].upper()}{found[1:]} is neither yes nor no.", f"Write {either(['yes', 'no'])}."
        case _:
            return f"{error['msg']}.", ""


def _one_text(document: Document, location: Location, given: object) -> str:
    """How a text is written where a list or fields stand."""
    mark = document.at(location)
    written = mark.text[mark.column - 1 :][: mark.width]
    name = f"{location[-1]}: " if location and isinstance(location[-1], str) else "- "
    if written.startswith(("[", "{")) and len(written) <= LONGEST_ECHO:
        return f"If it is a text, put it in quotes: {name}{in_quotes(written)}"
    texts = [text for text in given if isinstance(text, str)] if isinstance(given, list) else []
    if texts and len(together := ", ".join(texts)) <= LONGEST_ECHO:
        return f"Write one text: {name}{together}"
    return f"Write one text: {name}…"


def _entries(document: Document, outline: Outline, location: Location, given: object) -> str:
    """How a list is written where a text or fields stand."""
    if isinstance(given, str) and len(given) <= LONGEST_ECHO:
        entry = outline.entry(location, *_pieces(_first_entry(document, location, given)))
        return f"Below {location[-1]}: write each entry on a line of its own, such as {entry}"
    if not isinstance(given, dict) or not given:
        return "Write each entry on a line that starts with '- '."
    field, value = next(iter(given.items()))
    text = f" {value}" if isinstance(value, str) else ""
    if field not in outline.fields(location):
        texts = [field, value] if isinstance(value, str) else [field]
        return f"Write each entry on a line of its own, such as {outline.entry(location, *texts)}"
    return f"An entry begins with a dash: write - {field}:{text} and indent its other fields as far as {field}."


def _first_entry(document: Document, location: Location, given: str) -> str:
    """The first of the lines that somebody meant as a list, without its number."""
    mark = document.at(location)
    alone = not mark.text[: mark.column - 1].strip()
    return NUMBERED.sub("", mark.text.strip() if alone and given.startswith(mark.text.strip()) else given)


def _pieces(text: str) -> tuple[str, ...]:
    """A text, or the time that it begins with and the rest: `09:00 Opening`."""
    found = re.fullmatch(r"([0-9]{1,2}:[0-9]{2})(?:\s*[-–—,]\s*|\s+)(\S.*)", text)
    return found.groups() if found else (text,)


def _some_fields(document: Document, outline: Outline, location: Location, given: object, found: str) -> Words:
    """What to tell where something stands in place of fields."""
    own = document.path.rpartition("/")[2].removesuffix(".yaml")
    if not location and isinstance(given, list) and own in outline.fields():
        return f"The line {own}: is missing above this list.", f"Write {own}: on a line of its own above it."
    message = f"Here fields are expected, and {found} is given."
    if not isinstance(given, str) or len(given) > LONGEST_ECHO:
        if location and isinstance(given, list) and len(given) > 1:
            elsewhere = ELSEWHERE.get(str(location[-1]), "")
            return f"There is one {location[-1]} here, and {len(given)} are given.", f"Keep one of them{elsewhere}."
        if location and isinstance(given, list) and given and isinstance(given[0], dict):
            return message, "Take out the dash: these are fields and no list."
        return message, f"Write lines such as {outline.example(location, outline.first(location))}"
    if not location:
        if (field := re.fullmatch(r"([\w-]+)(?::(?=\S)|(：)\s*)(.*)", given)) and field[1] in outline.fields():
            return WIDE_COLON if field[2] else "There is no space after the colon.", f"Write {field[1]}: {field[3]}"
        return message, f"Write lines such as {outline.first()}: {given}"
    if isinstance(location[-1], int):
        return message, f"Write for example {outline.entry(location, *_pieces(given))}"
    texts = [given]
    if location[-1] == "portal":
        is_address = re.match("https?://", given)
        texts = [system_of(given) or "Submission site", given] if is_address else [given, PORTAL]
    written = f"{location[-1]}: {outline.in_braces(location, *texts)}"
    return message, f"Write for example {written}, or each field on a line of its own, indented below it."


def _allowed(value: str, known: Iterable[str]) -> str:
    near = meant(value, known)
    allowed = f"Allowed are {', '.join(known)}."
    return f"Did you mean {near}? {allowed}" if near else allowed
