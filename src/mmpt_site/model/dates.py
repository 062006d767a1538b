"""Important dates: `dates.yaml` in, Dates out."""

import datetime as dt
import re
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.days_and_times import CLOCK, CalendarDay, parse_time
from mmpt_site.model.part import Part, quoted, text_of, wrong
from mmpt_site.model.scalars import Id, OneOrMany, Prose, Several, Text, Url, slug
from mmpt_site.model.when import ANY_TIME, AOE, ZONE, Day, Days, Instant, ToBeAnnounced, When, end, parse_instant
from mmpt_site.model.written import SPACE, OrText, Written

Kind = Literal[
    "opens",
    "abstract",
    "submission",
    "commitment",
    "supplementary",
    "rebuttal",
    "notification",
    "camera-ready",
    "registration",
    "travel-grant",
    "test-set",
    "workshop",
    "other",
]
# what `deadlines_end` ends: things that somebody has to have done by then
ENDING = {"abstract", "submission", "commitment", "supplementary", "rebuttal", "camera-ready", "registration"}
ENDING |= {"travel-grant", "test-set"}
SUBMITTING = {"abstract", "submission", "commitment"}
LONGEST_ID = 200  # bytes; with `.ics` it has to be the name of a file


def _time_and_zone(text: object) -> tuple[dt.time, str]:
    written = text_of(text, "a time with a time zone", "23:59 AoE")
    if midnight := re.fullmatch(r"(?:12 )?midnight\s*(\S*)", written, re.IGNORECASE):
        raise wrong("Midnight belongs to two days.", f"Write 23:59 {midnight[1] or 'AoE'}")
    found = re.fullmatch(r"(\S+) (\S+)", " ".join(written.split()))
    if not found:
        raise wrong(f"{quoted(written)} is not a time with a time zone.", "Write 23:59 AoE")
    clock = parse_time(found[1])
    parse_instant(dt.date(2000, 6, 1), clock, found[2], "")
    return clock, found[2]


TimeAndZone = Annotated[
    tuple[dt.time, str],
    PlainValidator(_time_and_zone),
    Written("a time with its zone", "times", f"{CLOCK}{SPACE}+{ZONE}", ("string",)),
]


class Earlier(Part):
    """A date as it was before it moved."""

    date: When = Field(description="What the date was.", examples=["2021-04-13"])
    announced: CalendarDay | None = Field(
        None, description="The day on which it was announced that it moves.", examples=["2021-04-10"]
    )
    reason: Prose | None = Field(
        None, description="Why it moved; Markdown.", examples=["The conference moved its own deadlines."]
    )


def _earlier(value: object) -> object:
    """A date alone is one of which nothing else is told."""
    if isinstance(value, str) and re.fullmatch(r"[0-9-]{10}(\s*[,;]\s*[0-9-]{10})+", value.strip()):
        several = re.split(r"\s*[,;]\s*", value.strip())
        raise wrong("Here are several dates in one text.", f"Write was: [{', '.join(several)}]")
    return value if isinstance(value, dict | Earlier) else {"date": value}


EarlierDate = Annotated[
    Earlier,
    BeforeValidator(_earlier),
    OrText(
        "a date, a date with time and zone, a range, or `to be announced`; or fields",
        "dates, or entries with fields",
        ANY_TIME,
    ),
]


class Deadline(Part):
    """A date that matters to authors or attendees."""

    name: Text = Field(description="What happens.", examples=["Workshop paper submission"])
    given_id: Id | None = Field(None, alias="id", description="Needed when two dates have one name.", examples=["full"])
    kind: Kind = Field("other", description="What sort of date it is.", examples=["submission"])
    date: When = Field(description="When; `to be announced` is allowed.", examples=["2021-04-20"])
    was: OneOrMany[EarlierDate] = Field(
        (), description="The dates it had before, oldest first.", examples=["2021-04-13"]
    )
    track: Text | None = Field(None, description="The track it belongs to.", examples=["Demos"])
    hard: bool = Field(False, description="Whether it will not be extended.", examples=["yes"])
    url: Url | None = Field(None, description="Where to act.", examples=["https://openreview.net/"])
    note: Prose | None = Field(None, description="What else to know; Markdown.", examples=["By email to the chairs."])
    formerly: OneOrMany[Id] = Field(
        (),
        description="Earlier ids, oldest first, so that old links and calendars still find it.",
        examples=["paper-deadline"],
    )

    @property
    def id(self) -> str:
        """The id that calendars use: as given, otherwise the slug of track and name."""
        return self.given_id or slug(f"{self.track or ''} {self.name}")

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        if not self.id:
            raise wrong("This name has no letters, so it needs an id.", "Write for example id: submission", at="name")
        if len(self.id.encode()) > LONGEST_ID:
            hint = "Give it a short id of its own, such as id: submission"
            raise wrong("This name is too long to be part of an address.", hint, at="name")
        return self

    @property
    def lasting_id(self) -> str:
        """The id by which calendars have known it from the first."""
        return (*self.formerly, self.id)[0]

    @property
    def known(self) -> bool:
        """Whether it has a date, and is not only to be announced."""
        return not isinstance(self.date, ToBeAnnounced)

    @property
    def submits(self) -> bool:
        """Whether it is a deadline for papers to be sent, and the call open until the last of these."""
        return self.kind in SUBMITTING

    @property
    def history(self) -> tuple[When, ...]:
        """Every date it ever had, oldest first."""
        return (*(old.date for old in self.was), self.date)

    @property
    def moves(self) -> tuple[tuple[Earlier, When], ...]:
        """Every move in order: what the date was, and what it became."""
        return tuple(zip(self.was, self.history[1:], strict=True))

    @property
    def moved(self) -> Literal["", "extended", "moved"]:
        """Whether the date was put off at last, or moved otherwise."""
        return self.how_moved(self.was[-1].date, self.date) if self.was else ""

    def how_moved(self, old: When, new: When) -> Literal["extended", "moved"]:
        """Whether such a move gives more time, or is another one."""
        known = not isinstance(new, ToBeAnnounced) and not isinstance(old, ToBeAnnounced)
        return "extended" if self.kind in ENDING and known and moment(old) < moment(new) else "moved"

    @property
    def ends(self) -> dt.datetime | None:
        """From which moment on it is over, a bare day as days are counted anywhere on Earth; None while unknown."""
        return None if isinstance(self.date, ToBeAnnounced) else end(self.date)

    def passed(self, now: dt.datetime) -> bool:
        """Whether it is over."""
        return self.ends is not None and self.ends <= now


class Dates(Part):
    """The important dates, in the order written."""

    deadlines_end: TimeAndZone | None = Field(
        None, description="When deadlines without a time end.", examples=["23:59 AoE"]
    )
    dates: Several[Deadline] = Field(
        description="One entry a date.", examples=["- {name: Submission, date: 2021-04-20}"]
    )
    formerly: Formerly = ()

    @model_validator(mode="after")
    def _end_deadlines(self) -> Self:
        """Give the deadlines on bare days the time at which all of them end."""
        if self.deadlines_end:
            try:
                ended = tuple(_ended(deadline, *self.deadlines_end) for deadline in self.dates)
            except PydanticCustomError as error:
                context = error.context or {}
                raise wrong(context["message"], context["hint"], at="deadlines_end") from error
            object.__setattr__(self, "dates", ended)
        return self

    def next(self, now: dt.datetime) -> Deadline | None:
        """The first date that is not over, in time and not in the order of the file."""
        coming = [d for d in self.dates if not d.passed(now) and not isinstance(d.date, ToBeAnnounced)]
        return min(coming, key=lambda d: moment(d.date), default=None)

    def over(self, now: dt.datetime) -> bool:
        """Whether every date has passed."""
        return all(deadline.passed(now) for deadline in self.dates)

    @property
    def anywhere_on_earth(self) -> bool:
        """Whether some date is given in AoE, which not every visitor knows."""
        return any(isinstance(when, Instant) and when.zone == "AoE" for d in self.dates for when in d.history)

    @property
    def closes(self) -> dt.datetime | None:
        """When the call closes: after the last of its deadlines for submissions, if it has any and all are known."""
        asked = [d.date for d in self.dates if d.kind in SUBMITTING]
        known = [end(when) for when in asked if not isinstance(when, ToBeAnnounced)]
        return max(known) if asked and len(known) == len(asked) else None

    def awaits(self, now: dt.datetime) -> bool:
        """Whether a deadline for submissions is known and still to come, whatever is not known of others."""
        return any(each.submits and each.known and not each.passed(now) for each in self.dates)

    def closed(self, now: dt.datetime) -> bool:
        """Whether the call is closed."""
        return self.closes is not None and self.closes <= now


def moment(when: When) -> dt.datetime:
    """When it is, to put dates in order: a bare day at its end anywhere on Earth, the unknown after everything."""
    match when:
        case Day(day):
            return dt.datetime.combine(day, dt.time.max, AOE)
        case Days(first, _):
            return dt.datetime.combine(first, dt.time.max, AOE)
        case Instant(at, _):
            return at
        case ToBeAnnounced():
            return dt.datetime.max.replace(tzinfo=dt.UTC)


def _ended(deadline: Deadline, clock: dt.time, zone: str) -> Deadline:
    if deadline.kind not in ENDING:
        return deadline

    def end(when: When) -> When:
        return parse_instant(when.day, clock, zone, "") if isinstance(when, Day) else when

    was = tuple(old.model_copy(update={"date": end(old.date)}) for old in deadline.was)
    return deadline.model_copy(update={"date": end(deadline.date), "was": was})
