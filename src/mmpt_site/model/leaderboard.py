"""Who has reached what in a challenge: rows in the order of their places in, a table with columns out.

A row is a list of values for `columns`, or has fields of the organizers' own, which are the columns: those of the
first row, in its order.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from mmpt_site.model.days_and_times import CalendarDay
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import OneOrMany, Text
from mmpt_site.model.written import NotEmpty, OrEntries, OwnFields

PLACES = {"rank", "place", "#"}  # what a column is called that gives the places
NUMBER = re.compile(r"[-+−±]?[0-9][0-9.,']*(?:\s?(?:%|±\s?[0-9.,]+))?")
NOTHING = {"", "-", "–", "—"}

Values = Mapping[str, str] | tuple[str, ...]


def _row(value: Any) -> Values:
    """Values of a row as texts on one line; what nobody wrote is empty."""
    if not isinstance(value, dict | list | tuple) or not value:
        raise wrong("A row holds several values.", "Write for example - {team: Ada Example, accuracy: 91.2}")
    values = value.values() if isinstance(value, dict) else value
    if not all(each is None or isinstance(each, str) for each in values):
        raise wrong("The values of a row are texts and numbers.", "Write each on one line, without a list.")
    texts = (" ".join((each or "").split()) for each in values)
    return dict(zip(value, texts, strict=True)) if isinstance(value, dict) else tuple(texts)


def _rows_alone(value: Any) -> Any:
    """A list is one of rows."""
    return {"rows": value} if isinstance(value, list) else value


Row = Annotated[Values, PlainValidator(_row), OwnFields("values, or fields of your own", "rows")]


class Leaderboard(Part):
    """A table of results, the best first."""

    columns: OneOrMany[Text] = Field(
        (), description="What the columns are called, where rows are lists of values.", examples=["Accuracy"]
    )
    rows: Annotated[tuple[Row, ...], NotEmpty()] = Field(
        description="One entry a team, the best first: its values, or fields of your own.",
        examples=["- {team: Ada Example, accuracy: 91.2}"],
    )
    updated: CalendarDay | None = Field(None, description="The day of these results.", examples=["2021-06-30"])

    @model_validator(mode="after")
    def _somebody_takes_part(self) -> Self:
        if not self.rows:
            raise wrong("This list is empty.", "Write its first entry on a line that starts with '- '.")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called in the file."""
        first = self.rows[0]
        return self.columns or (tuple(first) if isinstance(first, dict) else ())

    @property
    def headings(self) -> tuple[str, ...]:
        """What the columns are called on the page, without that of the places."""
        return tuple(name[:1].upper() + name[1:] for name in self.names if not _is_place(name))

    @property
    def standings(self) -> tuple["Standing", ...]:
        """The rows, each with its place: as given, otherwise as they stand."""
        found = []
        for index, row in enumerate(self.rows, start=1):
            named = row if isinstance(row, Mapping) else dict(zip(self.names, row, strict=True))
            place = next((value for name, value in named.items() if _is_place(name) and value), str(index))
            values = tuple(named.get(name, "") for name in self.names if not _is_place(name))
            found.append(Standing(place.rstrip("."), values))
        return tuple(found)

    @property
    def numbers(self) -> tuple[bool, ...]:
        """Of each column, whether it holds numbers only."""
        columns = zip(*(standing.values for standing in self.standings), strict=True)
        known = ([value for value in column if value not in NOTHING] for column in columns)
        return tuple(bool(values) and all(map(NUMBER.fullmatch, values)) for values in known)


@dataclass(frozen=True)
class Standing:
    """The place of a team, and its values in the order of the columns; empty where nobody wrote one."""

    place: str
    values: tuple[str, ...]

    @property
    def is_first(self) -> bool:
        """Whether nobody is before it."""
        return self.place == "1"


def _is_place(name: str) -> bool:
    return name.casefold() in PLACES


Standings = Annotated[
    Leaderboard, BeforeValidator(_rows_alone), OrEntries("fields, or a list of rows", "leaderboards", "rows")
]
