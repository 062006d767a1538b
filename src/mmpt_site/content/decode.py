"""A located Document in, one part of the model out, with a Problem at its place for everything that does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mmpt_site.content.document import Document, Location
from mmpt_site.content.expected import expected
from mmpt_site.content.outline import Outline
from mmpt_site.content.synonyms import meant
from mmpt_site.content.unknown_fields import DAY, meant_field, own_field, unknown_field
from mmpt_site.model.days_and_times import EXAMPLE_YEAR
from mmpt_site.model.part import COLON, Part, colon_in_text
from mmpt_site.problems import Problem

Place = tuple[int, int, str | int]
ROUNDS = 12
PartType = TypeVar("PartType", bound=Part)


@dataclass(frozen=True)
class Decoded(Generic[PartType]):
    """What a document gave. With problems, `part` holds what was right, and `lost` says what was left out."""

    part: PartType | None
    document: Document
    problems: tuple[Problem, ...]
    lost: tuple[Location, ...] = ()


def decode(document: Document, kind: type[PartType], context: Mapping[str, Any]) -> Decoded[PartType]:
    """Read a document as `kind`; values that are wrong are told, then left out, and the rest is read again."""
    outline = Outline(kind, context.get("year") or EXAMPLE_YEAR)
    if document.plain() is None:
        hint = f"Write for example {outline.example((), outline.first())}"
        return Decoded(None, document, (Problem(document.at(), "This file is empty.", hint),))
    problems: list[Problem] = []
    lost: list[Location] = []
    told: set[Place] = set()
    # each round takes out at least one value, so that it ends; what needs several fields is seen when these are right
    for _ in range(ROUNDS):
        try:
            part = kind.model_validate(document.plain(), context=dict(context))
            return Decoded(part, document, tuple(problems), tuple(lost))
        except ValidationError as error:
            errors = error.errors(include_url=False)
        told |= _misspelt(document, outline, errors)
        new = [
            each
            for each in errors
            if _place(document, _location(each)) not in told and not _is_echo(document, each, told)
        ]
        problems += [_problem(document, outline, each) for each in new]
        gone = [_existing(document, _location(each)) for each in errors]
        # nor is it told again that a list is empty once its wrong entries are left out
        told |= {_place(document, location[:depth]) for location in gone for depth in range(1, len(location) + 1)}
        lost += gone
        if () in gone:
            break
        document = document.without(gone)
    return Decoded(None, document, tuple(problems), tuple(lost))


def _is_echo(document: Document, error: ErrorDetails, told: set[Place]) -> bool:
    """Whether a field is missed only because what would stand in its place was wrong, told and left out."""
    instead = error.get("ctx", {}).get("instead", ())
    return any(_place(document, (*error["loc"], field)) in told for field in instead)


def _location(error: ErrorDetails) -> Location:
    """Where the error is; a check of several fields names the one to look at."""
    at = error.get("ctx", {}).get("at", "")
    return (*error["loc"], at) if at else error["loc"]


def _place(document: Document, location: Location) -> Place:
    """A field by the place of what it belongs to, which stays when values around it are left out."""
    parent = document.at(location[:-1])
    return parent.line, parent.column, location[-1] if location else ""


def _misspelt(document: Document, outline: Outline, errors: list[ErrorDetails]) -> set[Place]:
    """Fields that are missing only because another one is misspelt: one slip, told once."""
    unknown = (error["loc"] for error in errors if error["type"] == "extra_forbidden")
    known = ((*location[:-1], meant_field(document, outline, location)) for location in unknown)
    unnamed = [error["loc"][:-1] for error in errors if _unnamed(document, outline, error)]
    lacking = [error["loc"] for error in errors if error["type"] == "missing" and error["loc"][:-1] in unnamed]
    lacking += [(own,) for error in errors if (own := _lost_line(document, outline, error))]
    return {_place(document, location) for location in (*known, *lacking) if location[-1]}


def _unnamed(document: Document, outline: Outline, error: ErrorDetails) -> str:
    """The entry that somebody meant by `- Submission: 2021-04-20`, two values without the names of their fields."""
    parent, name = error["loc"][:-1], str(error["loc"][-1]) if error["loc"] else ""
    node = document.node(parent)
    if error["type"] != "extra_forbidden" or not parent or not isinstance(parent[-1], int) or not node:
        return ""
    alone = isinstance(node.value, dict) and len(node.value) == 1 and isinstance(error["input"], str)
    if not alone or meant(name, outline.fields(parent)):
        return ""
    return outline.entry(parent, name, str(error["input"]))


def _lost_line(document: Document, outline: Outline, error: ErrorDetails) -> str:
    """The field that a file is called after, where its line is gone and a day of it stands there alone."""
    day = len(error["loc"]) == 1 and DAY.fullmatch(str(error["loc"][0]))
    own = own_field(document, outline) if day and error["type"] == "extra_forbidden" else ""
    return own if own and not document.node((own,)) else ""


def _existing(document: Document, location: Location) -> Location:
    """The value to leave out: the wrong one, or what misses a field. Pydantic adds steps that the document lacks."""
    known: Location = ()
    for step in location:
        if document.node((*known, step)):
            known = (*known, step)
    return known


def _problem(document: Document, outline: Outline, error: ErrorDetails) -> Problem:
    location = _location(error)
    context = error.get("ctx", {})
    name = str(location[-1]) if location else ""
    if error["type"] == "wrong":
        return Problem(document.at(location), context["message"], context["hint"])
    if error["type"] == "extra_forbidden":
        found = unknown_field(document, outline, location)
        entry = _unnamed(document, outline, error)
        return replace(found, hint=f"Write for example {entry}") if entry else found
    if error["type"] == "missing":
        example = context.get("example") or outline.example(location[:-1], name)
        if document.node(location):
            hint = f"Indent what belongs to it, or write for example {example}"
            return Problem(document.at(location, key=True), f'The field "{name}" is empty.', hint)
        hint = f"Write for example {example}"
        return Problem(document.at(location[:-1]), f'The field "{name}" is missing here.', hint)
    mark = document.at(location)
    in_braces = mark.text[mark.column - 1 : mark.column] == "{"
    if error["type"] == "string_type" and not in_braces and (text := colon_in_text(error["input"])):
        return Problem(mark, COLON, f"Put the text in quotes: {text}")
    return Problem(mark, *expected(document, outline, error, location))
