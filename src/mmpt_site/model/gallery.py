"""Pictures of the workshop: `gallery.yaml` in, a Gallery out."""

from typing import Self

from pydantic import Field, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.announced import Announced
from mmpt_site.model.files import PictureFile
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import Prose, Text


class Shot(Part):
    """A picture with what it shows."""

    image: PictureFile = Field(
        description="The name of a file in files/, the largest there is.", examples=["poster-session.jpg"]
    )
    alt: Text | None = Field(
        None,
        description="What it shows, for those who do not see it: needed.",
        examples=["People stand around a poster and talk."],
    )
    caption: Text | None = Field(None, description="What to read below it.", examples=["The poster session"])
    credit: Text | None = Field(None, description="Who took it.", examples=["Bo Example"])

    @model_validator(mode="after")
    def _says_what_it_shows(self) -> Self:
        if not self.alt:
            hint = "Write what it shows, such as alt: People stand around a poster and talk."
            raise wrong("Blind visitors learn nothing of this picture, for it has no alt.", hint, at="image")
        return self


class Gallery(Part):
    """Pictures, in the order written."""

    introduction: Prose | None = Field(
        None, description="The sentence before them; Markdown.", examples=["Thank you for coming."]
    )
    gallery: Announced[Shot] = Field(
        description="One entry a picture; or `to be announced`.",
        examples=["- {image: posters.jpg, alt: People stand around a poster and talk.}"],
    )
    formerly: Formerly = ()
