"""A located Document in, one part of the model out, with a Problem at its place for everything that does not fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mmpt_site.content.document import Document, Location
from mmpt_site.model.part import COLON, Part, colon_in_text, quoted
from mmpt_site.problems import Problem, either, nearest

Place = tuple[int, int, str | int]
ROUNDS = 12
SYNONYMS = {
    "start": ("at",),
    "begin": ("at",),
    "begins": ("at",),
    "time": ("at",),
    "end": ("until",),
    "ends": ("until",),
    "to": ("until",),
    "duration": ("for",),
    "length": ("for",),
    "minutes": ("for",),
    "licence": ("license",),
    "image": ("photo",),
    "picture": ("photo",),
    "portrait": ("photo",),
    "biography": ("bio",),
    "homepage": ("url",),
    "website": ("url",),
    "web": ("url",),
    "link": ("url",),
    "mail": ("email",),
    "location": ("place", "room"),
    "venue": ("place", "room"),
    "city": ("place",),
    "university": ("affiliation",),
    "institution": ("affiliation",),
    "company": ("affiliation",),
    "deadline": ("date",),
    "day": ("date",),
    "when": ("date", "at"),
    "previous": ("was",),
    "because": ("reason",),
    "why": ("reason",),
    "headline": ("title",),
    "abstract": ("text", "introduction"),
    "description": ("text", "introduction", "note"),
    "intro": ("introduction",),
    "conference": ("host",),
    "online": ("virtual",),
    "on-site": ("in-person",),
    "onsite": ("in-person",),
    "coffee": ("break",),
    "coffee break": ("break",),
    "paper": ("submission", "oral"),
    "papers": ("submission", "oral"),
    "full paper": ("submission",),
    "talk": ("oral",),
    "talks": ("oral",),
    "invited talk": ("keynote",),
    "decision": ("notification",),
    "acceptance": ("notification",),
    "final version": ("camera-ready",),
}
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
    if document.plain() is None:
        hint = f"Write for example {_example(_fields(kind, ()), _first_field(kind))}"
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
        told |= _misspelt(document, kind, errors)
        problems += [_problem(document, kind, each) for each in errors if _place(document, _location(each)) not in told]
        gone = [_existing(document, _location(each)) for each in errors]
        # nor is it told again that a list is empty once its wrong entries are left out
        told |= {_place(document, location[:depth]) for location in gone for depth in range(1, len(location) + 1)}
        lost += gone
        if () in gone:
            break
        document = document.without(gone)
    return Decoded(None, document, tuple(problems), tuple(lost))


def _location(error: ErrorDetails) -> Location:
    """Where the error is; a check of several fields names the one to look at."""
    at = error.get("ctx", {}).get("at", "")
    return (*error["loc"], at) if at else error["loc"]


def _place(document: Document, location: Location) -> Place:
    """A field by the place of what it belongs to, which stays when values around it are left out."""
    parent = document.at(location[:-1])
    return parent.line, parent.column, location[-1] if location else ""


def _misspelt(document: Document, kind: type[Part], errors: list[ErrorDetails]) -> set[Place]:
    """Fields that are missing only because another one is misspelt: one slip, told once."""
    unknown = (error["loc"] for error in errors if error["type"] == "extra_forbidden")
    meant = ((*location[:-1], _meant(str(location[-1]), _fields(kind, location[:-1]))) for location in unknown)
    return {_place(document, location) for location in meant if location[-1]}


def _existing(document: Document, location: Location) -> Location:
    """The value to leave out: the wrong one, or what misses a field. Pydantic adds steps that the document lacks."""
    known: Location = ()
    for step in location:
        if document.node((*known, step)):
            known = (*known, step)
    return known


def _problem(document: Document, kind: type[Part], error: ErrorDetails) -> Problem:
    location = _location(error)
    context = error.get("ctx", {})
    name = str(location[-1]) if location else ""
    if error["type"] == "wrong":
        return Problem(document.at(location), context["message"], context["hint"])
    if error["type"] == "extra_forbidden":
        fields = _fields(kind, location[:-1])
        near = _meant(name, fields)
        hint = f"Did you mean {near}?" if near else f"The fields here are {', '.join(fields)}."
        return Problem(document.at(location, key=True), f'There is no field "{name}" here.', hint)
    if error["type"] == "missing":
        fields = _fields(kind, location[:-1])
        example = _example(fields, name)
        if document.node(location):
            hint = f"Indent what belongs to it, or write for example {example}"
            return Problem(document.at(location, key=True), f'The field "{name}" is empty.', hint)
        hint = f"Write for example {example}"
        return Problem(document.at(location[:-1]), f'The field "{name}" is missing here.', hint)
    mark = document.at(location)
    in_braces = mark.text[mark.column - 1 : mark.column] == "{"
    if error["type"] == "string_type" and not in_braces and (text := colon_in_text(error["input"])):
        return Problem(mark, COLON, f"Put the text in quotes: {text}")
    message, hint = _expected(error, str(error["input"]))
    return Problem(mark, message, hint)


def _expected(error: ErrorDetails, value: str) -> tuple[str, str]:
    """Sentence and hint for pydantic's own kinds of error."""
    kinds: dict[type, str] = {list: "a list", dict: "a group of fields", str: quoted(value)}
    found = kinds.get(type(error["input"]), "nothing")
    match error["type"]:
        case "string_type":
            return (
                f"Here a text is expected, and {found} is given.",
                "Write the text on this line; in quotes if need be.",
            )
        case "list_type" | "tuple_type":
            return (
                f"Here a list is expected, and {found} is given.",
                "Write each entry on a line that starts with '- '.",
            )
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"Here fields are expected, and {found} is given.", "Write lines such as name: value."
        case "literal_error":
            known = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
            near = _meant(value, known)
            allowed = f"Allowed are {', '.join(known)}."
            return (
                f"{found[0].upper()}{found[1:]} is not allowed here.",
                f"Did you mean {near}? {allowed}" if near else allowed,
            )
        case "bool_parsing" | "bool_type":
            return f"{found[0].upper()}{found[1:]} is neither yes nor no.", f"Write {either(['yes', 'no'])}."
        case _:
            return f"{error['msg']}.", ""


def _meant(name: str, known: Iterable[str]) -> str:
    """The known word that somebody meant by another: one that looks like it, or means the same."""
    known = tuple(known)
    return next((word for word in SYNONYMS.get(name.casefold(), ()) if word in known), "") or nearest(name, known)


def _example(fields: Mapping[str, str], name: str) -> str:
    """A field as one could write it; the entries of a list stand under its name."""
    example = fields.get(name, "") or "…"
    return (
        f"{name}: and under it, on lines of their own, {example}" if example.startswith("- ") else f"{name}: {example}"
    )


def _first_field(kind: type[Part]) -> str:
    required = [name for name, info in kind.model_fields.items() if info.is_required()]
    return (required or list(kind.model_fields))[0]


def _fields(kind: type[Part], location: Location) -> dict[str, str]:
    """The fields, each with an example, that a part of the model has at a location."""
    kinds: list[Any] = [kind]
    for step in location:
        if isinstance(step, str):
            kinds = [
                annotation
                for each in kinds
                for field, info in each.model_fields.items()
                if (info.alias or field) == step
                for annotation in _models(info.annotation)
            ] or kinds
    return {
        info.alias or field: str((info.examples or [""])[0])
        for each in kinds
        for field, info in each.model_fields.items()
    }


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
