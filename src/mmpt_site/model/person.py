"""People: an entry of `organizers.yaml` or `people.yaml` in, a Person out."""

import re
from typing import Annotated, Any, Self
from urllib.parse import quote

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from mmpt_site.model.affiliation import NamedAffiliation
from mmpt_site.model.family import family_name, sort_key
from mmpt_site.model.files import PictureFile
from mmpt_site.model.links import LinkOrAddress
from mmpt_site.model.names import full_names, with_workplace
from mmpt_site.model.part import Part, quoted, wrong
from mmpt_site.model.profiles import SYSTEMS, Dblp, GitHub, OpenReview, Orcid, Scholar
from mmpt_site.model.scalars import (
    SEVERAL,
    WITH_WORKPLACE,
    Email,
    Id,
    KnownPeople,
    OneOrMany,
    Prose,
    Several,
    Text,
    Url,
    same_name,
    slug,
)
from mmpt_site.model.written import OrText
from mmpt_site.problems import either


def _one_person(name: str) -> str:
    if entry := with_workplace(name, likely=False):
        raise wrong(WITH_WORKPLACE, f"Write the two as fields: {entry[1:-1].replace(', aff', ' and, below it, aff')}")
    if several := full_names(name):
        each = " and ".join(f"- name: {one}" for one in several)
        hint = f"Write an entry for each: {each}. Where somebody works is written as affiliation: of their entry."
        raise wrong(SEVERAL, hint)
    return name


Name = Annotated[Text, AfterValidator(_one_person)]


class Person(Part):
    """Somebody, with what is known of them."""

    name: Name = Field(description="The name as it is printed.", examples=["Ada Example"])
    given_id: Id | None = Field(
        None, alias="id", description="Needed when two people have one name.", examples=["ada-example"]
    )
    family: Text | None = Field(
        None,
        description="The part of the name by which lists order people; needed where it is not the last word.",
        examples=["van der Example"],
    )
    native: Text | None = Field(None, description="The name in another script, printed beside it.", examples=["阿达"])
    honorific: Text | None = Field(None, description="What is printed before the name.", examples=["Prof."])
    pronouns: Text | None = Field(None, description="What is printed after the name.", examples=["she/her"])
    role: Text | None = Field(None, description="What they do here, if it is special.", examples=["General chair"])
    affiliation: OneOrMany[NamedAffiliation] = Field(
        (), description="Where they work; one or a list.", examples=["Example University"]
    )
    email: Email | None = Field(None, description="Their address; hidden from robots.", examples=["name@example.org"])
    url: Url | None = Field(None, description="Their page.", examples=["https://example.org/~name"])
    photo: PictureFile | None = Field(
        None,
        description="A picture of them: the name of a file in files/, the largest there is.",
        examples=["ada-example.jpg"],
    )
    orcid: Orcid | None = Field(None, description="Their ORCID iD.", examples=["0000-0002-1825-0097"])
    scholar: Scholar | None = Field(None, description="Their id on Google Scholar.", examples=["abcdefghijkl"])
    dblp: Dblp | None = Field(None, description="Their id on DBLP.", examples=["12/3456"])
    openreview: OpenReview | None = Field(None, description="Their id on OpenReview.", examples=["~Ada_Example1"])
    github: GitHub | None = Field(None, description="Their name on GitHub.", examples=["ada-example"])
    social: OneOrMany[LinkOrAddress] = Field(
        (), description="Their pages on networks.", examples=["https://bsky.app/profile/example.org"]
    )
    bio: Prose | None = Field(None, description="A few sentences about them; Markdown.", examples=["She works on …"])

    @property
    def id(self) -> str:
        """The id that references and addresses use: as given, otherwise the slug of the name."""
        return self.given_id or slug(self.name)

    @property
    def profiles(self) -> tuple[tuple[str, str], ...]:
        """Where else they are found: what a system is called, and the address of their page there."""
        ids = ((system, getattr(self, field)) for field, system in SYSTEMS.items())
        known = ((system.name, system.address + quote(known, safe="/~")) for system, known in ids if known)
        return (*known, *((link.label, link.url) for link in self.social))

    @property
    def family_name(self) -> str:
        """The part of the name by which lists order people: as given, otherwise guessed."""
        return self.family or family_name(self.name)

    @property
    def sort_key(self) -> tuple[tuple[int, ...], ...]:
        """What two people are compared by in a list that is ordered by family name."""
        return sort_key(self.family_name, self.name)

    @property
    def initials(self) -> str:
        """What stands for a face: 'BL' for Bei Liu, 'M' for Michelangelo, and the first sign of a name as in 刘蓓."""
        words = [word for word in re.split(r"[\s.]+", self.name) if word[:1].isalpha()]
        capitals = [word for word in words if word[0].isupper()] or words  # not those of "van der"
        return "".join(word[0].upper() for word in dict.fromkeys((*capitals[:1], *capitals[-1:])))

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        if not self.id:
            raise wrong("This name has no letters, so it needs an id.", "Write for example id: someone", at="name")
        return self

    @model_validator(mode="after")
    def _family_is_of_the_name(self) -> Self:
        if self.family and same_name(self.family).casefold() not in same_name(self.name).casefold():
            hint = f"Write the part of the name that is it, such as {family_name(self.name)}"
            raise wrong(f"{quoted(self.family)} is no part of the name {self.name}.", hint, at="family")
        return self

    def merged(self, other: "Person") -> "Person":
        """This person, with what is missing here taken from `other`."""
        missing = {field: getattr(other, field) for field in Person.model_fields if not getattr(self, field)}
        return self.model_copy(update=missing)


def _named(value: Any) -> Any:
    """A name alone is an entry with nothing but a name."""
    if not isinstance(value, str):
        return value
    if found := re.match(r"(name|id|role|affiliation|email|url|photo|bio):(\S.*)", value):
        raise wrong("There is no space after the colon.", f"Write {found[1]}: {found[2]}")
    if entry := with_workplace(value, likely=False):
        raise wrong(WITH_WORKPLACE, f"Write {entry}")
    return {"name": value}


def known_id(given: str | None, name: str, info: ValidationInfo) -> str | None:
    """The id of somebody: as given, otherwise the one that an earlier file has for the name, if any."""
    known = (info.context or {}).get("known")
    if given or not isinstance(known, KnownPeople):
        return given
    ids = known.ids.get(same_name(name), ())
    if len(ids) > 1:
        raise wrong(f"There are {len(ids)} people called {name}.", f"Give the id, too: {either(ids)}", at="name")
    return ids[0] if ids else None


def _known(person: Person, info: ValidationInfo) -> Person:
    found = known_id(person.given_id, person.name, info)
    return person.model_copy(update={"given_id": found}) if found != person.given_id else person


NamedPerson = Annotated[
    Person,
    BeforeValidator(_named),
    AfterValidator(_known),
    OrText("a name, or fields", "names, or entries with fields"),
]


class People(Part):
    """Details of people whom several files name."""

    people: Several[Person] = Field(description="One entry a person.", examples=["- name: Ada Example"])

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Every entry of a person here, in the order written."""
        return self.people
