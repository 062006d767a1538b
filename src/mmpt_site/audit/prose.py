"""The decoded files of an edition in, the slips in their prose out, each at its line."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, get_args

from pydantic import BaseModel

from mmpt_site.content.document import Document, Location
from mmpt_site.model.scalars import Markdown
from mmpt_site.problems import Problem
from mmpt_site.prose import to_html


def check(parts: Mapping[str, BaseModel], documents: Mapping[str, Document]) -> list[Problem]:
    """Formulas that cannot be read, tags and links that are left out, lists that are none: warnings all."""
    problems = []
    for name, part in parts.items():
        for location, text in prose_of(part):
            seen: Counter[str] = Counter()
            for slip in to_html(text).slips:
                mark = documents[name].find(location, slip.snippet, nth=seen[slip.snippet])
                seen[slip.snippet] += 1
                problems.append(Problem(mark, slip.message, slip.hint, "warning"))
    return problems


def prose_of(part: BaseModel, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text of a part that is Markdown, with its place."""
    for name, info in type(part).model_fields.items():
        here = (*location, info.alias or name)
        yield from _prose(getattr(part, name), here, written=Markdown() in info.metadata or _is_prose(info.annotation))


def _prose(value: Any, location: Location, *, written: bool) -> Iterator[tuple[Location, str]]:
    if isinstance(value, BaseModel):
        yield from prose_of(value, location)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _prose(item, (*location, index), written=written)
    elif isinstance(value, dict):
        for key, item in value.items():
            step = key.isoformat() if isinstance(key, date) else str(key)
            yield from _prose(item, (*location, step), written=written)
    elif written and isinstance(value, str):
        yield location, value


def _is_prose(annotation: Any) -> bool:
    return annotation == Markdown() or any(_is_prose(inner) for inner in (*get_args(annotation), *_notes(annotation)))


def _notes(annotation: Any) -> tuple[Any, ...]:
    return tuple(getattr(annotation, "__metadata__", ()))
