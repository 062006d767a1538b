"""The program: `program.yaml` in, a Program out."""

from datetime import time, timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationInfo, WrapValidator, model_validator
from pydantic_core.core_schema import ValidatorFunctionWrapHandler

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.cited import CitedKeynote, CitedPaper
from mmpt_site.model.days_and_times import EXAMPLE_YEAR, Begin, CalendarDay, ClockTime, Duration, year_of
from mmpt_site.model.files import PublishedFile
from mmpt_site.model.part import Part, lacking, wrong
from mmpt_site.model.scalars import CitedPerson, Id, OneOrMany, Prose, Several, Text, Url
from mmpt_site.model.when import LATER, is_unknown
from mmpt_site.model.written import NotEmpty, OrText, Usual

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


class Block(Part):
    """What sessions and the talks in them have in common; their times are local to the workshop's time zone."""

    at: ClockTime | None = Field(
        None, description="When it begins; otherwise right after the one before it.", examples=["09:30"]
    )
    until: ClockTime | None = Field(None, description="When it ends; or give `for`.", examples=["10:15"])
    length: Duration | None = Field(None, alias="for", description="How long it takes.", examples=["45 min"])
    title: Text | None = Field(None, description="What it is called.", examples=["Opening"])
    given_id: Id | None = Field(
        None, alias="id", description="What links and calendars call it; otherwise made of the title.", examples=["s1"]
    )
    keynote: CitedKeynote | None = Field(
        None, description="The keynote that is given: its id, or the name of the speaker.", examples=["Ada Example"]
    )
    speaker: OneOrMany[CitedPerson] = Field(
        (), description="Who speaks: names of known people.", examples=["Ada Example"]
    )
    text: Prose | None = Field(
        None, description="What it is about; Markdown.", examples=["A welcome, and the plan of the day."]
    )
    slides: PublishedFile | None = Field(
        None, description="Its slides: a file in files/, or an address.", examples=["slides.pdf"]
    )
    recording: Url | None = Field(None, description="Where it can be seen later.", examples=["https://example.org/v"])
    note: Prose | None = Field(None, description="What else to know; Markdown.", examples=["By video."])
    status: Literal["scheduled", "cancelled"] = Field(
        "scheduled", description="Whether it takes place; what is cancelled stays, struck out.", examples=["cancelled"]
    )
    was: OneOrMany[Begin] = Field(
        (), description="When it began before it moved, oldest first.", examples=["2021-07-12 09:00"]
    )
    formerly: OneOrMany[Id] = Field(
        (), description="Earlier ids, oldest first, so that old links and calendars still find it.", examples=["s0"]
    )

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.status == "cancelled"

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if self.until and self.length:
            raise wrong(f"This {self._called} has both `until` and `for`.", "Keep one of the two.", at="until")
        if self.length and self.length >= timedelta(hours=24):
            raise wrong(f"A {self._called} lasts less than a day.", "Write for example: 45 min", at="for")
        return self

    @property
    def _called(self) -> str:
        return type(self).__name__.lower()

    def _ends_after(self, at: time | None) -> None:
        if at and self.until and self.until <= at:
            hint = f"It begins at {at:%H:%M}. If it goes on past midnight, write how long: for: 2 h"
            raise wrong(f"This {self._called} ends before it begins.", hint, at="until")


class Talk(Block):
    """A place in a session: of a paper, of a keynote, or with a title of its own."""

    paper: CitedPaper | None = Field(None, description="The paper that is presented.", examples=["p1"])
    remote: bool = Field(False, description="Whether the speaker is elsewhere.", examples=["yes"])
    board: Text | None = Field(None, description="Where the poster hangs.", examples=["12"])

    @model_validator(mode="after")
    def _about_something(self) -> Self:
        if self.paper and self.keynote:
            raise wrong("This talk has both `paper` and `keynote`.", "Keep one of the two.", at="keynote")
        if not (self.title or self.paper or self.keynote):
            raise lacking("title", "title: Learning to see, or paper: and its id", "paper", "keynote")
        self._ends_after(self.at)
        return self


class Session(Block):
    """A titled block of time, with the talks in it."""

    at: ClockTime = Field(description="When it begins.", examples=["09:30"])
    title: Annotated[Text | None, Usual()] = Field(None, description="What it is called.", examples=["Opening"])
    kind: Kind = Field("other", description="What sort of session it is.", examples=["oral"])
    room: OneOrMany[Text] = Field((), description="Where it is; without a room it is for all.", examples=["Room 201"])
    track: Text | None = Field(None, description="The track it belongs to.", examples=["Demos"])
    chair: OneOrMany[CitedPerson] = Field(
        (), description="Who chairs it: names of known people.", examples=["Ada Example"]
    )
    papers: OneOrMany[CitedPaper] = Field(
        (), description="The papers presented in it, in order: their ids.", examples=["[p1, p2]"]
    )
    talks: tuple[Talk, ...] = Field(
        (),
        description="What is presented in it, in order, where there is more to say than the ids of papers.",
        examples=["- {paper: p1, for: 20 min}"],
    )
    each: Duration | None = Field(None, description="How long each paper or talk takes.", examples=["15 min"])
    moderator: OneOrMany[CitedPerson] = Field(
        (), description="Who moderates the panel: names of known people.", examples=["Ada Example"]
    )
    panelist: OneOrMany[CitedPerson] = Field(
        (), description="Who sits on the panel: names of known people.", examples=["Bo Example"]
    )
    questions: OneOrMany[Text] = Field((), description="What the panel discusses.", examples=["- What comes next?"])
    stream: Url | None = Field(None, description="Where it is shown live.", examples=["https://example.org/live"])
    chat: Url | None = Field(None, description="Where to ask and discuss.", examples=["https://example.org/chat"])

    @property
    def sort(self) -> str:
        """What sort of session it is: as given, otherwise what is in it says."""
        return "keynote" if self.kind == "other" and self.keynote else self.kind

    @property
    def presented(self) -> tuple[Talk, ...]:
        """The talks in it, also those of which only the paper is named."""
        return self.talks or tuple(Talk(paper=paper) for paper in self.papers)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not (self.title or self.keynote):
            raise lacking("title", "title: Opening", "keynote")
        if self.papers and self.talks:
            hint = "Write the papers among the talks, such as - {paper: p1, for: 20 min}"
            raise wrong("This session has both `papers` and `talks`.", hint, at="papers")
        if self.each and not self.presented:
            raise wrong("Nothing here takes this long: the session has no papers and no talks.", "", at="each")
        self._ends_after(self.at)
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
    rooms: OneOrMany[Text] = Field(
        (), description="All rooms, in the order of the columns; then no other can be named.", examples=["- Room 201"]
    )
    formerly: Formerly = ()
