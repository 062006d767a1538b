"""Who supports the workshop: `sponsors.yaml` in, Sponsors out."""

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.announced import Announced
from mmpt_site.model.files import PictureFile
from mmpt_site.model.grouped import Group, grouped
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Email, OneOrMany, Prose, Text, Url


class Sponsor(Part):
    """Somebody who supports the workshop."""

    name: Text = Field(description="Who it is.", examples=["Example Company"])
    tier: Text | None = Field(None, description="How much they give, in your words.", examples=["Gold"])
    url: Url | None = Field(None, description="Their site.", examples=["https://www.example.com/"])
    logo: PictureFile | None = Field(
        None, description="Their logo: the name of a file in files/, best an SVG.", examples=["example-company.svg"]
    )
    logo_dark: PictureFile | None = Field(
        None,
        description="Their logo for a dark ground; without it, the logo stands on a light one.",
        examples=["example-company-dark.svg"],
    )
    alt: Text | None = Field(None, description="What the logo says, if it is not the name.", examples=["Example Labs"])
    text: Prose | None = Field(None, description="A few words about them; Markdown.", examples=["They give the prize."])


class Sponsors(Part):
    """Who supports the workshop, in the order written, and how to become one of them."""

    introduction: Prose | None = Field(
        None, description="The sentence before them; Markdown.", examples=["We thank our sponsors."]
    )
    tiers: OneOrMany[Text] = Field(
        (), description="The tiers, the highest first; without it, as they first appear.", examples=["Gold"]
    )
    sponsors: Announced[Sponsor] = Field(
        description="One entry each; or `to be announced`.", examples=["- {name: Example Company, tier: Gold}"]
    )
    become: Prose | None = Field(
        None, description="How to become a sponsor; Markdown.", examples=["Sponsors have a table in the hall."]
    )
    contact: OneOrMany[Email] = Field(
        (), description="Whom those write to who would like to support the workshop.", examples=["name@example.org"]
    )
    formerly: Formerly = ()

    @property
    def groups(self) -> tuple[Group[Sponsor], ...]:
        """The sponsors by tier, the highest first; those without a tier come last."""
        return grouped(self.sponsors, lambda sponsor: sponsor.tier, self.tiers)
