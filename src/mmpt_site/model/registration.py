"""How to take part: `registration.yaml` in, a Registration out."""

from datetime import datetime

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.announced import Announced
from mmpt_site.model.dates import Dates, Deadline
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import OneOrMany, Prose, Text, Url
from mmpt_site.model.when import ToBeAnnounced, When, end, start


class Fee(Part):
    """What some of those who take part pay."""

    name: Text = Field(description="Who pays it.", examples=["Student"])
    early: Text | None = Field(None, description="Until the date under `early`.", examples=["€ 100"])
    regular: Text | None = Field(None, description="The usual fee.", examples=["€ 150"])
    late: Text | None = Field(None, description="On site, or after registration has closed.", examples=["€ 200"])
    note: Text | None = Field(None, description="What else to know of it.", examples=["with a letter of your school"])


class Registration(Part):
    """Where and until when to register, and what it costs."""

    url: Url | None = Field(None, description="Where to register.", examples=["https://www.example.org/register"])
    opens: When | None = Field(None, description="When it opens.", examples=["2021-04-01"])
    early: When | None = Field(None, description="Until when the early fees hold.", examples=["2021-05-31"])
    closes: When | None = Field(None, description="When it closes.", examples=["2021-07-05"])
    text: Prose | None = Field(
        None, description="How to register; Markdown.", examples=["Register with the conference."]
    )
    fees: Announced[Fee] = Field(
        (),
        description="One entry for each sort of guest; or `to be announced`.",
        examples=["- {name: Student, early: € 100, regular: € 150}"],
    )
    includes: OneOrMany[Text] = Field((), description="What the fee includes.", examples=["Lunch on both days"])
    visa: Prose | None = Field(
        None, description="How to get a letter for a visa; Markdown.", examples=["Write to us once you have paid."]
    )
    cancellation: Prose | None = Field(
        None, description="What becomes of a fee when somebody cannot come; Markdown.", examples=["We return it all."]
    )
    formerly: Formerly = ()

    @property
    def stages(self) -> tuple[tuple[str, When], ...]:
        """The dates that are given, by their fields."""
        given = (("opens", self.opens), ("early", self.early), ("closes", self.closes))
        return tuple((field, when) for field, when in given if when is not None)

    @property
    def dates(self) -> Dates | None:
        """The same dates as a timeline, called after their fields."""
        deadlines = tuple(Deadline(name=field, date=when) for field, when in self.stages)
        return Dates(dates=deadlines) if deadlines else None

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that some fee has, in their order."""
        fields = ("early", "regular", "late", "note")
        return tuple(field for field in fields if any(getattr(fee, field) for fee in self.fees))

    @property
    def begins(self) -> datetime | None:
        """From which moment on people can register; None where that is not known."""
        return None if self.opens is None or isinstance(self.opens, ToBeAnnounced) else start(self.opens)

    @property
    def ends(self) -> datetime | None:
        """From which moment on nobody can register any more; None where that is not known."""
        return None if self.closes is None or isinstance(self.closes, ToBeAnnounced) else end(self.closes)
