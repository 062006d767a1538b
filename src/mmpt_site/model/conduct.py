"""How people treat each other: `conduct.yaml` in, a Conduct out."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError, ValidationInfo

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import CitedPerson, Email, OneOrMany, Prose, Text, Url
from mmpt_site.model.written import Written

EMAIL: TypeAdapter[str] = TypeAdapter(Email)
PERSON: TypeAdapter[str] = TypeAdapter(CitedPerson)


def _reached(text: str, info: ValidationInfo) -> str:
    """The address, or the id of the person."""
    is_address = "@" in text or re.search(r"\bat\b.*\.\w+$", text)
    try:
        return (EMAIL if is_address else PERSON).validate_python(text, context=info.context)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        raise wrong(context["message"], context["hint"]) from error


Contact = Annotated[
    Text,
    AfterValidator(_reached),
    Written("the name of a known person, or an email address", "names of known people, or email addresses"),
]


class Conduct(Part):
    """The code of conduct."""

    text: Prose | None = Field(None, description="What we expect; Markdown.", examples=["We respect each other."])
    url: Url | None = Field(None, description="The whole policy.", examples=["https://www.example.org/conduct"])
    contacts: OneOrMany[Contact] = Field(
        (),
        description="Whom to tell when something is wrong: names of people, or email addresses.",
        examples=["conduct@example.org"],
    )
    formerly: Formerly = ()

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the people among the contacts."""
        return tuple(contact for contact in self.contacts if "@" not in contact)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The email addresses among the contacts."""
        return tuple(contact for contact in self.contacts if "@" in contact)
