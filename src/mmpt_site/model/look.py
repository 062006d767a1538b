"""How the site looks: `look` of `site.yaml` in, a Look out."""

from pydantic import Field

from mmpt_site.model.files import PictureFile
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Text


class Logo(Part):
    """The sign of the workshop, at the top of every page."""

    file: PictureFile = Field(description="The picture: the name of a file in content/files/.", examples=["logo.svg"])
    alt: Text = Field(description="What it says, for those who do not see it.", examples=["MMPT"])


class Look(Part):
    """How the site looks."""

    logo: Logo | None = Field(None, description="The sign of the workshop.")
