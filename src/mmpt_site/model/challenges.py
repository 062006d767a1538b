"""Challenges and shared tasks: `challenges.yaml` in, Challenges out."""

from typing import Self

from pydantic import Field, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.announced import Announced
from mmpt_site.model.dates import Dates, Deadline
from mmpt_site.model.leaderboard import Standings
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import CitedPerson, Id, OneOrMany, Prose, Several, Text, Url, slug


class Dataset(Part):
    """Data to work with."""

    name: Text = Field(description="What it is called.", examples=["Example Data Set"])
    url: Url | None = Field(None, description="Where it is.", examples=["https://www.example.org/data"])
    note: Prose | None = Field(None, description="What else to know of it; Markdown.", examples=["For training only."])


class Challenge(Part):
    """A task that teams compete in."""

    name: Text = Field(description="What it is called.", examples=["Small Captions"])
    given_id: Id | None = Field(None, alias="id", description="Needed when two have one name.", examples=["captions"])
    text: Prose | None = Field(None, description="What the task is; Markdown.", examples=["Teams describe pictures."])
    datasets: OneOrMany[Dataset] = Field(
        (), description="The data.", examples=["- {name: Example Data Set, url: https://www.example.org/data}"]
    )
    metric: Prose | None = Field(None, description="How results are measured; Markdown.", examples=["Accuracy."])
    baseline: Prose | None = Field(
        None, description="What there is to begin with; Markdown.", examples=["[Ours](https://example.org/code): 81.5."]
    )
    registration: Url | None = Field(None, description="Where teams register.", examples=["https://example.org/join"])
    submission: Url | None = Field(
        None, description="Where they send their results.", examples=["https://example.org/submit"]
    )
    timeline: Several[Deadline] | None = Field(
        None, description="Its dates, as in dates.yaml.", examples=["- {name: Test data, date: 2021-05-01}"]
    )
    leaderboard: Standings | None = Field(
        None,
        description="The results: rows with fields of your own, the best first.",
        examples=["- {team: Ada Example, accuracy: 91.2}"],
    )
    winners: OneOrMany[Text] = Field((), description="Who has won, as it is printed.", examples=["Ada Example"])
    prizes: Prose | None = Field(
        None, description="What there is to win; Markdown.", examples=["The first gets a book."]
    )
    organizers: OneOrMany[CitedPerson] = Field((), description="Who organizes it.", examples=["Ada Example"])
    formerly: OneOrMany[Id] = Field((), description="Earlier ids, so that old links still lead here.", examples=["c1"])

    @property
    def id(self) -> str:
        """The id that links use: as given, otherwise made of the name."""
        return self.given_id or slug(self.name)

    @property
    def dates(self) -> Dates | None:
        """Its timeline, in the order written."""
        return Dates(dates=self.timeline) if self.timeline else None

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        if not self.id:
            raise wrong("This name has no letters, so it needs an id.", "Write for example id: captions", at="name")
        return self


class Challenges(Part):
    """The challenges, in the order written, or the word that they will be announced."""

    introduction: Prose | None = Field(
        None, description="The sentence before them; Markdown.", examples=["Three tasks, one data set."]
    )
    challenges: Announced[Challenge] = Field(
        description="One entry each; or `to be announced`.", examples=["- {name: Small Captions, text: Describe it.}"]
    )
    formerly: Formerly = ()
