"""A part of the model and a mark of its types in, every text of such a type out, with its place."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from pydantic import BaseModel

from mmpt_site.content.document import Location


def marked(part: BaseModel, mark: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text of a part whose type carries a mark, such as that of Markdown."""
    for name, info in type(part).model_fields.items():
        here = (*location, info.alias or name)
        bears = mark in info.metadata or _bears(info.annotation, mark)
        yield from _texts(getattr(part, name), mark, here, bears=bears)


def _texts(value: Any, mark: object, location: Location, *, bears: bool) -> Iterator[tuple[Location, str]]:
    if isinstance(value, BaseModel):
        yield from marked(value, mark, location)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, mark, (*location, index), bears=bears)
    elif isinstance(value, dict):
        for key, item in value.items():
            step = key.isoformat() if isinstance(key, date) else str(key)
            yield from _texts(item, mark, (*location, step), bears=bears)
    elif bears and isinstance(value, str):
        yield location, value


def _bears(annotation: Any, mark: object) -> bool:
    inside = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    return annotation == mark or any(_bears(inner, mark) for inner in inside)
