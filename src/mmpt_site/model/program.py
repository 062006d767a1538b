"""The program: `program.yaml` in, a Program out."""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, WrapValidator, model_validator
from pydantic_core.core_schema import ValidatorFunctionWrapHandler

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.days_and_times import EXAMPLE_YEAR, CalendarDay, ClockTime, Duration, year_of
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import CitedPerson, OneOrMany, Prose, Several, Text
from mmpt_site.model.when import LATER, is_unknown
from mmpt_site.model.written import NotEmpty, OrText

Kind = Literal[
    "opening",
    "keynote",
    "oral",
    "spotlight",
    "poster",
    "demo",
    "panel",
    "tutorial",
    "break",
    "lunch",
    "social",
    "award",
    "closing",
    "breakout",
    "other",
]


class Session(Part):
    """A titled block of time; its times are local to the workshop's time zone."""

    at: ClockTime = Field(description="When it begins.", examples=["09:30"])
    until: ClockTime | None = Field(None, description="When it ends; or give `for`.", examples=["10:15"])
    length: Duration | None = Field(None, alias="for", description="How long it takes.", examples=["45 min"])
    title: Text = Field(description="What it is called.", examples=["Opening"])
    kind: Kind = Field("other", description="What sort of session it is.", examples=["keynote"])
    room: Text | None = Field(None, description="Where it is.", examples=["Room 201"])
    chair: OneOrMany[CitedPerson] = Field(
        (), description="Who chairs it: names of known people.", examples=["Ada Example"]
    )
    speaker: OneOrMany[CitedPerson] = Field(
        (), description="Who speaks: names of known people.", examples=["Ada Example"]
    )
    text: Prose | None = Field(
        None, description="What it is about; Markdown.", examples=["A welcome, and the plan of the day."]
    )

    @property
    def ends(self) -> time | None:
        """When it ends, as written or reckoned from how long it takes."""
        if self.until or not self.length:
            return self.until
        return (datetime.combine(date(2000, 1, 1), self.at) + self.length).time()

    @model_validator(mode="after")
    def _one_end(self) -> "Session":
        if self.until and self.length:
            raise wrong("This session has both `until` and `for`.", "Keep one of the two.", at="until")
        if self.until and self.until <= self.at:
            hint = f"It begins at {self.at:%H:%M}. If it goes on past midnight, write how long: for: 2 h"
            raise wrong("This session ends before it begins.", hint, at="until")
        if self.length and self.length >= timedelta(hours=24):
            raise wrong("A session lasts less than a day.", "Write for example: 45 min", at="for")
        return self


def _days_or_unknown(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """An announced unknown is a program without days."""
    if isinstance(value, str) and is_unknown(value):
        return {}
    if not isinstance(value, dict) or not value:
        day = f"{year_of(info) or EXAMPLE_YEAR}-07-12"
        hint = f"Write a day, such as {day}: and its sessions indented below it; or program: to be announced"
        if isinstance(value, list):
            hint = f"Write the day on a line above these sessions, such as {day}: and indent them."
            if value and isinstance(value[0], dict) and len(value[0]) == 1:
                hint = f"Take out the dash before the day: {next(iter(value[0]))}:"
        raise wrong("Here days with their sessions are expected.", hint)
    days: dict[str, str] = {}
    for written in value:
        day = " ".join(str(written).split())
        if day in days:
            raise wrong(f"The day {day} is given twice.", "Write all its sessions under one of the two.")
        days[day] = written
    return handler(value)


Days = Annotated[
    dict[CalendarDay, Several[Session]],
    WrapValidator(_days_or_unknown),
    NotEmpty(),
    OrText("days, each with a list of sessions, or `to be announced`", "programs", LATER),
]


class Program(Part):
    """The days of the workshop and what happens on them, or the word that they will be announced."""

    program: Days = Field(
        description="A day, such as `2021-07-12:`, and under it one entry a session; or `to be announced`.",
        examples=["to be announced"],
    )
    formerly: Formerly = ()
