"""One edition in short: `workshop.yaml` in, a Workshop out."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, PlainValidator, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.days_and_times import CalendarDay
from mmpt_site.model.files import PictureFile
from mmpt_site.model.hashtag import Hashtag
from mmpt_site.model.links import LinkOrAddress, ListOrAddress
from mmpt_site.model.part import Part, quoted, text_of, wrong
from mmpt_site.model.proceedings import ProceedingsOrText
from mmpt_site.model.scalars import Email, OneOrMany, Prose, Text, Url
from mmpt_site.model.when import DAY_OR_DAYS, Day, Days, Instant, When, ZoneName
from mmpt_site.model.written import Written

Phase = Literal["announced", "open", "reviewing", "notified", "program", "live", "over"]
HalfDay = Literal["morning", "afternoon", "yes"]
NO = {"no", "n", "false", "off"}

HALF_DAY = Written("`morning`, `afternoon` or `yes`", "words", "[A-Za-z]+", ("string", "boolean"))


def _whole_days(when: When) -> When:
    if isinstance(when, Instant):
        raise wrong("Here only days are expected, not times.", f"Write {when.at.date()}; times go into program.yaml.")
    return when


DayOrDays = Annotated[
    When,
    AfterValidator(_whole_days),
    Written("a date, a range, or `to be announced`", "dates", DAY_OR_DAYS, ("string",)),
]


def _half_day(value: object) -> HalfDay | None:
    """Which half of a day it is, if it is half a day."""
    written = text_of(value, "morning, afternoon or yes", "morning")
    if written.casefold() in NO:
        return None
    known: dict[str, HalfDay] = {"morning": "morning", "afternoon": "afternoon", "yes": "yes", "true": "yes"}
    if written.casefold() not in known:
        raise wrong(f"{quoted(written)} is no half of a day.", "Write morning, afternoon, or only yes.")
    return known[written.casefold()]


def _ordinal(text: str) -> str:
    """How an edition is counted, without the word for it, which the page adds."""
    if text.isdecimal():
        last = {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th") if text[-2:-1] != "1" else "th"
        raise wrong("A bare number is not how an edition is called.", f"Write {text}{last}")
    return text.removesuffix(" edition").removesuffix(" Edition")


class Image(Part):
    """A picture of what the workshop is about, or of the place."""

    file: PictureFile = Field(description="The name of a file in files/, the largest there is.", examples=["city.jpg"])
    alt: Text = Field(description="What it shows, for those who do not see it.", examples=["The harbour at night"])


class Host(Part):
    """The conference that the workshop is held with."""

    name: Text = Field(description="The conference's full name.", examples=["ACM Multimedia"])
    acronym: Text | None = Field(None, description="Its short name.", examples=["ICMR"])
    url: Url | None = Field(None, description="Its site.", examples=["https://www.example.org/"])
    date: DayOrDays | None = Field(None, description="Its days.", examples=["2021-07-12 to 2021-07-15"])


class Workshop(Part):
    """What the workshop is, and when and where it is."""

    title: Text = Field(description="This edition's title.", examples=["Multi-Modal Pre-Training"])
    acronym: Text | None = Field(
        None, description="Its short name, if it is not that of the series in `site.yaml`.", examples=["WSE"]
    )
    edition: Annotated[Text, AfterValidator(_ordinal)] | None = Field(
        None, description="Which edition it is.", examples=["9th"]
    )
    tagline: Text | None = Field(None, description="One line under the title.", examples=["The third edition"])
    host: Host | None = Field(None, description="The conference it is held with.")
    date: DayOrDays | None = Field(None, description="The workshop's own day or days.", examples=["2021-07-12"])
    was: OneOrMany[DayOrDays] = Field((), description="The days it had before, oldest first.", examples=["2021-06-07"])
    half_day: Annotated[HalfDay | None, PlainValidator(_half_day), HALF_DAY] = Field(
        None, description="Whether it takes half a day, and which.", examples=["morning"]
    )
    status: Literal["scheduled", "rescheduled", "postponed", "cancelled"] | None = Field(
        None,
        description="What has become of it: `rescheduled` to other days, `postponed` to days that nobody knows yet.",
        examples=["postponed"],
    )
    phase: Phase | None = Field(
        None,
        description="What it is doing now, if that is not what its dates and its program say: see the guide.",
        examples=["open"],
    )
    place: Text | None = Field(None, description="Where; `to be announced` is allowed.", examples=["Taipei"])
    mode: Literal["in-person", "virtual", "hybrid"] | None = Field(
        None, description="How people take part.", examples=["hybrid"]
    )
    timezone: ZoneName | None = Field(
        None, description="The zone of the times in the program.", examples=["Asia/Taipei"]
    )
    contact: OneOrMany[Email] = Field((), description="Whom to write to.", examples=["name@example.org"])
    introduction: Prose | None = Field(
        None, description="What the workshop is about; Markdown.", examples=["Pre-training is …"]
    )
    image: Image | None = Field(None, description="A picture beside the introduction.")
    mailing_lists: OneOrMany[ListOrAddress] = Field(
        (), description="Where news are sent by email.", examples=["https://groups.google.com/g/example"]
    )
    chat: LinkOrAddress | None = Field(
        None, description="Where people talk meanwhile.", examples=["https://example.slack.com/"]
    )
    social: OneOrMany[LinkOrAddress] = Field(
        (), description="Its pages on networks.", examples=["https://bsky.app/profile/example.org"]
    )
    hashtag: Hashtag | None = Field(None, description="The word that posts are found by.", examples=['"#WSE2021"'])
    proceedings: ProceedingsOrText | None = Field(
        None, description="Where the papers are published.", examples=["https://www.example.org/proceedings/"]
    )
    acknowledgement: Prose | None = Field(
        None, description="Whom the workshop thanks; Markdown.", examples=["We thank Example University."]
    )
    updated: CalendarDay | None = Field(
        None, description="The day of your last change; it stands at the end of every page.", examples=["2021-03-01"]
    )
    formerly: Formerly = ()

    @model_validator(mode="after")
    def _moved(self) -> Self:
        """A day that moved is not what it was."""
        if self.date in self.was:
            hint = "Under `was` stand the days before it moved; take it out, or change `date`."
            raise wrong("These earlier days are the same as those of the workshop.", hint, at="was")
        return self

    @model_validator(mode="after")
    def _as_the_days_say(self) -> Self:
        """What has become of the workshop is what its days say."""
        if self.status == "postponed" and self.own_days:
            hint = (
                "Write date: to be announced, and the old day under was:. If this is the new day: status: rescheduled"
            )
            raise wrong("A workshop that is postponed has no day yet.", hint, at="date")
        if self.status == "scheduled" and self.was:
            raise wrong("A workshop that moved is rescheduled.", "Write status: rescheduled", at="status")
        return self

    @property
    def days(self) -> Day | Days | None:
        """The workshop's own days, otherwise the host's, when either is known and nothing is put off."""
        if self.status == "postponed":
            return None
        host = self.host.date if self.host and isinstance(self.host.date, Day | Days) else None
        return self.own_days or host

    @property
    def own_days(self) -> Day | Days | None:
        """The workshop's own days, when they are known: those of the host may be others."""
        return self.date if isinstance(self.date, Day | Days) else None
