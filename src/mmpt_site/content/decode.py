"""A located Document in, one part of the model out, with a Problem at its place for everything that does not fit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mmpt_site.content.document import Document, Location
from mmpt_site.model.part import Part
from mmpt_site.problems import Problem, either, nearest

PartType = TypeVar("PartType", bound=Part)


@dataclass(frozen=True)
class Decoded(Generic[PartType]):
    """What a document gave. With problems, `part` holds what was right, and `document` what it was made of."""

    part: PartType | None
    document: Document
    problems: tuple[Problem, ...]


def decode(document: Document, kind: type[PartType], context: Mapping[str, Any]) -> Decoded[PartType]:
    """Read a document as `kind`; values that are wrong are told, then left out."""
    problems: tuple[Problem, ...] = ()
    if document.plain() is None:
        hint = f"Write for example {_first_field(kind)}: …, or delete the file."
        return Decoded(None, document, (Problem(document.at(), "This file is empty.", hint),))
    # each round takes out at least one value, so that it ends
    for _ in range(8):
        try:
            part = kind.model_validate(document.plain(), context=dict(context))
            return Decoded(part, document, problems)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=True)
        problems = problems or tuple(_problem(document, kind, detail) for detail in _without_echoes(kind, errors))
        gone = [_existing(document, detail["loc"]) for detail in errors]
        if () in gone:
            break
        document = document.without(gone)
    return Decoded(None, document, problems)


def _without_echoes(kind: type[Part], errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """A misspelt field is one slip: it is not told again as the field that is missing because of it."""
    misspelt = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            fields = _fields(kind, error["loc"][:-1])
            misspelt.add((*error["loc"][:-1], nearest(str(error["loc"][-1]), fields)))
    return [error for error in errors if error["type"] != "missing" or error["loc"] not in misspelt]


def _existing(document: Document, location: Location) -> Location:
    """The value to leave out: the wrong one, or what misses a field. Pydantic adds steps that the document lacks."""
    known: Location = ()
    for step in location:
        if document.node((*known, step)):
            known = (*known, step)
    return known


def _problem(document: Document, kind: type[Part], error: ErrorDetails) -> Problem:
    location = error["loc"]
    context = error.get("ctx", {})
    name = str(location[-1]) if location else ""
    if error["type"] == "wrong":
        return Problem(document.at(location), context["message"], context["hint"])
    if error["type"] == "extra_forbidden":
        fields = _fields(kind, location[:-1])
        near = nearest(name, fields)
        hint = f"Did you mean {near}?" if near else f"The fields here are {', '.join(fields)}."
        return Problem(document.at(location, key=True), f'There is no field "{name}" here.', hint)
    if error["type"] == "missing":
        example = _fields(kind, location[:-1]).get(name, "")
        hint = f"Write for example {name}: {example}" if example else f"Write {name}: and its value."
        return Problem(document.at(location[:-1]), f'The field "{name}" is missing here.', hint)
    message, hint = _expected(error, str(error["input"]))
    return Problem(document.at(location), message, hint)


def _expected(error: ErrorDetails, value: str) -> tuple[str, str]:
    """Sentence and hint for pydantic's own kinds of error."""
    kinds: dict[type, str] = {list: "a list", dict: "a group of fields", str: f'"{value}"'}
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
            near = nearest(value, known)
            allowed = f"Allowed are {', '.join(known)}."
            return f'"{value}" is not allowed here.', f"Did you mean {near}? {allowed}" if near else allowed
        case "bool_parsing" | "bool_type":
            return f'"{value}" is neither yes nor no.', f"Write {either(['yes', 'no'])}."
        case _:
            return f"{error['msg']}.", ""


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
