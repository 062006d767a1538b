"""A part of the model and a mark of its types in, every text of such a type out, with its place."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from mmpt_site.content.document import Location


def marked(part: BaseModel, mark: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text of a part whose type carries a mark, such as that of Markdown."""
    for name, called, bears in _fields(type(part), mark):
        if (value := getattr(part, name)) is not None:
            yield from _texts(value, mark, (*location, called), bears=bears)


@lru_cache(maxsize=256)
def _fields(kind: type[BaseModel], mark: object) -> tuple[tuple[str, str, bool], ...]:
    """Every field: its name in the model and in the files, and whether its texts carry the mark."""
    return tuple(
        (name, info.alias or name, mark in info.metadata or _bears(info.annotation, mark))
        for name, info in kind.model_fields.items()
    )


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
