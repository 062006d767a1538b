"""A part of the model and a location in it in, what can be written there out: fields, their examples, one's own words.

Where the year of the edition is known, it is the year of the examples, too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mmpt_site.content.document import Location
from mmpt_site.content.quotes import in_quotes
from mmpt_site.model.days_and_times import EXAMPLE_YEAR
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Markdown
from mmpt_site.model.written import OrList, Usual, Written

PLACEHOLDER = "…"
LOOKS = {"url": r"(https?:|www\.)\S+", "date": r"[0-9]{4}-[0-9-]+.*", "at": r"[0-9]{1,2}:[0-9]{2}"}


@dataclass(frozen=True)
class Outline:
    """What the file of a part may hold."""

    kind: type[Part]
    year: str = EXAMPLE_YEAR

    def fields(self, location: Location = ()) -> dict[str, str]:
        """The fields at a location, each with an example."""
        return {name: self._example(info) for name, info in self._infos(location).items()}

    def example(self, location: Location, name: str) -> str:
        """A field as one could write it; the entries of a list stand under its name."""
        example = self.fields(location).get(name, "") or PLACEHOLDER
        under = "and under it, on lines of their own, " if example.startswith("- ") else ""
        return f"{name}: {under}{example}"

    def first(self, location: Location = ()) -> str:
        """The field to begin with at a location."""
        infos = self._infos(location)
        return next((name for name, info in infos.items() if _is_needed(info)), next(iter(infos)))

    def entry(self, location: Location, *texts: str) -> str:
        """An entry of the list that the location is, or leads into: made of these texts, or as an example."""
        depth = max(index for index, step in enumerate(location) if isinstance(step, str))
        info = self._infos(location[:depth]).get(str(location[depth]))
        example = self._example(info) if info else ""
        alone = info and ((example.startswith("- ") and ":" not in example) or not any(_models(info.annotation)))
        if alone or (example.startswith("- ") and not texts):
            return f"- {': '.join(texts) or example.removeprefix('- ') or PLACEHOLDER}"
        return f"- {self.in_braces(location, *(texts or (PLACEHOLDER,)))}"

    def in_braces(self, location: Location, *texts: str) -> str:
        """Texts as the fields that belong at a location, in braces; what else is needed there comes with them."""
        infos = self._infos(location)
        given: dict[str, str] = {}
        needed = [name for name, info in infos.items() if _is_needed(info)] or list(infos)
        plain = [name for name in needed if name not in LOOKS]
        for text in texts:
            likely = [name for name, like in LOOKS.items() if name in infos and re.fullmatch(like, text)]
            free = [name for name in (*likely, *plain, *needed) if name not in given]
            given |= dict.fromkeys(free[:1], text)
        filled = {
            name: given.get(name) or (PLACEHOLDER if _is_text(info) else self._example(info))
            for name, info in infos.items()
            if name in given or _is_needed(info)
        }
        return "{" + ", ".join(f"{name}: {between_braces(value)}" for name, value in filled.items()) + "}"

    def names(self) -> frozenset[str]:
        """The names of all fields, however deep."""
        return frozenset(_names(self.kind))

    def text_field(self, location: Location, beside: Iterable[str] = ()) -> str:
        """The field that a text alone means in an entry or a group that has other fields beside it; or nothing."""
        infos = self._infos(location)
        needed = [name for name, info in infos.items() if _is_needed(info) and name not in beside]
        return next((name for name in needed if name not in LOOKS), "")

    def holder(self, location: Location, name: str) -> str:
        """The field at a location, one of a group and no list of entries, that has a field of this name; or nothing."""
        groups = {field: info for field, info in self._infos(location).items() if not _is_list(info)}
        inner = {field: list(_models(info.annotation)) for field, info in groups.items()}
        return next((field for field, kinds in inner.items() if any(name in _own(kind) for kind in kinds)), "")

    def is_prose(self, name: str) -> bool:
        """Whether the texts of a field of the file are Markdown."""
        info = self._infos(()).get(name)
        return bool(info and any(mark == Markdown() for mark in (*info.metadata, *_marks(info.annotation))))

    def value(self, location: Location, text: str) -> str:
        """A text as the value of a field between braces: in braces of its own where the field is a group."""
        info = self._infos(location[:-1])[str(location[-1])]
        group = text and any(_models(info.annotation)) and not _is_list(info) and OrList() not in info.metadata
        return self.in_braces(location, text) if group else between_braces(text)

    def _example(self, info: FieldInfo) -> str:
        return re.sub(rf"\b{EXAMPLE_YEAR}\b", self.year, str((info.examples or [""])[0]))

    def _infos(self, location: Location) -> dict[str, FieldInfo]:
        """The fields that a part of the model has at a location."""
        kinds: list[Any] = [self.kind]
        for step in location:
            if isinstance(step, str):
                kinds = [
                    annotation
                    for each in kinds
                    for field, info in each.model_fields.items()
                    if (info.alias or field) == step
                    for annotation in _models(info.annotation)
                ] or kinds
        return {info.alias or field: info for each in kinds for field, info in each.model_fields.items()}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _names(kind: type[BaseModel]) -> Iterator[str]:
    for name, info in kind.model_fields.items():
        yield info.alias or name
        for inner in _models(info.annotation):
            yield from _names(inner)


def _own(kind: type[BaseModel]) -> set[str]:
    return {info.alias or name for name, info in kind.model_fields.items()}


def _is_list(info: FieldInfo) -> bool:
    """Whether entries of a list stand under a field, and never one alone."""
    return get_origin(info.annotation) is tuple and OrList() not in info.metadata


def _marks(annotation: Any) -> Iterator[Any]:
    """The marks that the types inside of a type bear."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)


def _is_needed(info: FieldInfo) -> bool:
    """Whether an entry has to have a field, or nearly always has it."""
    return info.is_required() or Usual() in info.metadata


def _is_text(info: FieldInfo) -> bool:
    return any(isinstance(mark, Written) and mark.words == "text" for mark in info.metadata)


def between_braces(text: str) -> str:
    """A text, or the example of a list, as it can stand between braces."""
    if text.startswith("- "):
        return f"[{text.removeprefix('- ')}]"
    return in_quotes(text) if re.search(r"[\[\]{},]|:(\s|$)|\s#|^[^\w…]", text) else text
