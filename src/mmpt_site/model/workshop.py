"""One edition in short: `workshop.yaml` in, a Workshop out."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.days_and_times import CalendarDay
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import Email, OneOrMany, Prose, Text, Url
from mmpt_site.model.when import DAY_OR_DAYS, Day, Days, Instant, When, ZoneName
from mmpt_site.model.written import Written


def _whole_days(when: When) -> When:
    if isinstance(when, Instant):
        raise wrong("Here only days are expected, not times.", f"Write {when.at.date()}; times go into program.yaml.")
    return when


DayOrDays = Annotated[
    When,
    AfterValidator(_whole_days),
    Written("a date, a range, or `to be announced`", "dates", DAY_OR_DAYS, ("string",)),
]


class Host(Part):
    """The conference that the workshop is held with."""

    name: Text = Field(description="The conference's full name.", examples=["ACM Multimedia"])
    acronym: Text | None = Field(None, description="Its short name.", examples=["ICMR"])
    url: Url | None = Field(None, description="Its site.", examples=["https://www.example.org/"])
    date: DayOrDays | None = Field(None, description="Its days.", examples=["2021-07-12 to 2021-07-15"])


class Workshop(Part):
    """What the workshop is, and when and where it is."""

    title: Text = Field(description="This edition's title.", examples=["Multi-Modal Pre-Training"])
    tagline: Text | None = Field(None, description="One line under the title.", examples=["The third edition"])
    host: Host | None = Field(None, description="The conference it is held with.")
    date: DayOrDays | None = Field(None, description="The workshop's own day or days.", examples=["2021-07-12"])
    was: OneOrMany[DayOrDays] = Field((), description="The days it had before, oldest first.", examples=["2021-06-07"])
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

    @property
    def days(self) -> Day | Days | None:
        """The workshop's own days, otherwise the host's, when either is known."""
        host = self.host.date if self.host and isinstance(self.host.date, Day | Days) else None
        return self.own_days or host

    @property
    def own_days(self) -> Day | Days | None:
        """The workshop's own days, when they are known: those of the host may be others."""
        return self.date if isinstance(self.date, Day | Days) else None
