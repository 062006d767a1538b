"""Awards and travel grants: `awards.yaml` in, Awards out."""

from datetime import datetime

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.announced import Announced
from mmpt_site.model.days_and_times import Year
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Id, OneOrMany, Prose, Text, Url, slug
from mmpt_site.model.when import ToBeAnnounced, When, end


class Award(Part):
    """An award, or a grant."""

    name: Text = Field(description="What it is called.", examples=["Best Paper Award"])
    given_id: Id | None = Field(None, alias="id", description="Needed when two have one name.", examples=["best-demo"])
    purpose: Text | None = Field(None, alias="for", description="What it is given for.", examples=["the best demo"])
    recipients: OneOrMany[Text] = Field(
        (),
        description="Who gets it: names of people, or titles of papers; or `to be announced`.",
        examples=["Ada Example"],
    )
    year: Year | None = Field(None, description="The year, if it is another one.", examples=["2020"])
    text: Prose | None = Field(None, description="What else to know; Markdown.", examples=["The prize is a book."])
    apply: Url | None = Field(None, description="Where to apply.", examples=["https://example.org/grants"])
    deadline: When | None = Field(None, description="Until when to apply.", examples=["2021-05-31"])

    @property
    def id(self) -> str:
        """The id that links use: as given, otherwise made of the name and the year."""
        return self.given_id or slug(f"{self.name} {self.year or ''}") or "award"

    @property
    def ends(self) -> datetime | None:
        """From which moment on nobody can apply any more; None where that is not known."""
        return None if self.deadline is None or isinstance(self.deadline, ToBeAnnounced) else end(self.deadline)


class Awards(Part):
    """The awards and grants, in the order written, or the word that they will be announced."""

    introduction: Prose | None = Field(
        None, description="The sentence before them; Markdown.", examples=["A jury of three decides."]
    )
    awards: Announced[Award] = Field(
        description="One entry each; or `to be announced`.",
        examples=["- {name: Best Paper Award, for: the best paper}"],
    )
    formerly: Formerly = ()
