"""Editions that have no folder here: `editions` of `site.yaml` in, PastEditions out."""

from pydantic import Field

from mmpt_site.model.days_and_times import Year
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Text, Url


class PastEdition(Part):
    """An edition of the workshop that has a site elsewhere, or none any more."""

    year: Year = Field(description="The year.", examples=["2019"])
    name: Text | None = Field(None, description="What it was called.", examples=["First Workshop on Small Examples"])
    url: Url | None = Field(None, description="Its site.", examples=["https://example.org/2019/"])
    host: Text | None = Field(None, description="The conference that it was held with.", examples=["ICMR 2019"])
    place: Text | None = Field(None, description="Where it was.", examples=["Example City"])
    proceedings: Url | None = Field(None, description="Its proceedings.", examples=["https://example.org/proceedings"])
