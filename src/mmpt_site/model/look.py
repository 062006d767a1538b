"""How the site looks: `look` of `site.yaml` in, a Look out."""

import re
from typing import Annotated

from pydantic import Field, PlainValidator

from mmpt_site.model.files import PictureFile
from mmpt_site.model.part import Part, quoted, text_of, wrong
from mmpt_site.model.scalars import Text
from mmpt_site.model.written import Written

HEX = "#?(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"


def _colour(value: object) -> str:
    """A colour as `#rrggbb`; the `#` may be left out, since YAML wants it in quotes."""
    written = text_of(value, "a colour", '"#962810"')
    if not re.fullmatch(HEX, written):
        hint = 'Write six digits of 0–9 and a–f, in quotes: "#962810"'
        raise wrong(f"{quoted(written)} is not a colour as it is written here.", hint)
    digits = written.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


# YAML reads 962810 as a number
Colour = Annotated[
    str,
    PlainValidator(_colour),
    Written('a colour such as `"#962810"`', "colours", HEX, ("string", "number")),
]


class Logo(Part):
    """The sign of the workshop, at the top of every page."""

    file: PictureFile = Field(description="The picture: the name of a file in content/files/.", examples=["logo.svg"])
    alt: Text = Field(description="What it says, for those who do not see it.", examples=["MMPT"])


class Look(Part):
    """What makes the site look like this workshop and no other."""

    accent: Colour | None = Field(
        None,
        description="The colour of links and of the emblem; without it, the acronym chooses one. All other colours are "
        "derived from it, so that every text stays readable, light and dark.",
        examples=['"#962810"'],
    )
    logo: Logo | None = Field(None, description="The sign of the workshop.")
