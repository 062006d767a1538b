"""Organizers and committees: `organizers.yaml` in, an Organizers out."""

from typing import Literal

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.part import Part
from mmpt_site.model.person import NamedPerson, Person
from mmpt_site.model.scalars import Several, Text


class Committee(Part):
    """A group with a common task, such as the program committee."""

    name: Text = Field(description="What the group is called.", examples=["Program committee"])
    order: Literal["as written", "by family name"] = Field(
        "as written", description="The order of its members.", examples=["by family name"]
    )
    members: Several[NamedPerson] = Field(
        description="Names, or entries like those of the organizers.", examples=["- Ada Example"]
    )


class Organizers(Part):
    """Who runs the workshop, in the order written."""

    organizers: tuple[NamedPerson, ...] = Field(
        (), description="One entry a person.", examples=["- {name: Ada Example, affiliation: Example University}"]
    )
    committees: tuple[Committee, ...] = Field(
        (), description="One entry a group.", examples=["- {name: Program committee, members: [Ada Example]}"]
    )
    formerly: Formerly = ()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Every entry of a person here, in the order written."""
        return (*self.organizers, *(member for committee in self.committees for member in committee.members))
