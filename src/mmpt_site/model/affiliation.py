"""Where somebody works: a name, or a name with department and place, in, an Affiliation out."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mmpt_site.model.part import COLON, Part, colon_in_text, wrong
from mmpt_site.model.scalars import Text
from mmpt_site.model.written import OrText


class Affiliation(Part):
    """Where somebody works."""

    name: Text = Field(description="The university, the company or the institute.", examples=["Example University"])
    department: Text | None = Field(None, description="The part of it.", examples=["Department of Examples"])
    city: Text | None = Field(None, description="Its city.", examples=["Example City"])
    country: Text | None = Field(None, description="Its country.", examples=["France"])

    @property
    def parts(self) -> tuple[str, ...]:
        """What there is of it, from the name outward, as an address is written."""
        return tuple(part for part in (self.name, self.department, self.city, self.country) if part)

    def __str__(self) -> str:
        """The name alone."""
        return self.name


def _named(value: Any) -> Any:
    """A name alone is a place of work of which nothing else is told."""
    if (text := colon_in_text(value)) and value.keys().isdisjoint(Affiliation.model_fields):
        raise wrong(COLON, f"Put the text in quotes: {text}")
    return {"name": value} if isinstance(value, str) else value


NamedAffiliation = Annotated[
    Affiliation, BeforeValidator(_named), OrText("a name, or fields", "names, or entries with fields")
]
