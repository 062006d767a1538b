"""Invited talks: `keynotes.yaml` in, Keynotes out."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.files import PublishedFile
from mmpt_site.model.names import full_names, with_workplace
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.person import NamedPerson, Person
from mmpt_site.model.scalars import SEVERAL, WITH_WORKPLACE, Id, OneOrMany, Prose, Several, Text, Url, as_list
from mmpt_site.model.written import OrList


def _one_each(value: Any) -> Any:
    """A text is one speaker, or refused with the list of those whom it names."""
    if not isinstance(value, str):
        return value
    if entry := with_workplace(value, likely=False):
        raise wrong(WITH_WORKPLACE, f"Write speaker: {entry}")
    if several := full_names(value):
        entry = with_workplace(value, likely=True)
        or_one = f"; or, if {several[1]} is where they work, speaker: {entry}" if entry else ""
        raise wrong(SEVERAL, f"Write speaker: [{', '.join(several)}]{or_one}")
    return value


Speakers = Annotated[tuple[NamedPerson, ...], BeforeValidator(as_list), BeforeValidator(_one_each), OrList()]


class Keynote(Part):
    """A talk that somebody is invited to give."""

    speaker: Speakers = Field(
        description="Who speaks: a name, or an entry like those of the organizers.", examples=["Ada Example"]
    )
    title: Text | None = Field(
        None, description="What the talk is called; `to be announced` is allowed.", examples=["Learning to see"]
    )
    abstract: Prose | None = Field(None, description="What it is about; Markdown.", examples=["How machines …"])
    slides: PublishedFile | None = Field(
        None, description="Its slides: a file in files/, or an address.", examples=["slides.pdf"]
    )
    recording: Url | None = Field(None, description="Where it can be seen later.", examples=["https://example.org/v"])
    remote: bool = Field(False, description="Whether the speaker is elsewhere.", examples=["yes"])
    given_id: Id | None = Field(
        None, alias="id", description="Needed when somebody gives two talks.", examples=["second-talk"]
    )
    formerly: OneOrMany[Id] = Field((), description="Earlier ids, so that old links still lead here.", examples=["k1"])

    @model_validator(mode="after")
    def _somebody_speaks(self) -> Self:
        if not self.speaker:
            raise wrong("Nobody speaks here.", "Write for example speaker: Ada Example", at="speaker")
        return self

    @property
    def id(self) -> str:
        """The id that links use: as given, otherwise that of the first speaker."""
        return self.given_id or self.speaker[0].id


class Keynotes(Part):
    """The invited talks, in the order written."""

    keynotes: Several[Keynote] = Field(description="One entry a talk.", examples=["- speaker: Ada Example"])
    formerly: Formerly = ()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Every entry of a person here, in the order written."""
        return tuple(person for keynote in self.keynotes for person in keynote.speaker)
