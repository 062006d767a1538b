"""Questions that are asked often: `faq.yaml` in, a Faq out."""

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.grouped import Group, grouped
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Id, Prose, Several, Text, slug

LONGEST_ID = 60  # characters; it is only part of an address


class Question(Part):
    """A question with its answer."""

    question: Text = Field(description="The question, as somebody asks it.", examples=["Can I take part online?"])
    answer: Prose = Field(description="The answer; Markdown.", examples=["Yes. We send you a link."])
    group: Text | None = Field(None, description="What it is about; a heading.", examples=["Submission"])
    given_id: Id | None = Field(None, alias="id", description="A short word for links to it.", examples=["online"])

    @property
    def id(self) -> str:
        """The id that links use: as given, otherwise the first words of the question."""
        return self.given_id or slug(self.question)[:LONGEST_ID].strip("-") or "question"


class Faq(Part):
    """The questions, in the order written."""

    introduction: Prose | None = Field(
        None, description="The sentence before them; Markdown.", examples=["Write to us if yours is not here."]
    )
    faq: Several[Question] = Field(
        description="One entry a question.", examples=['- {question: "Can I take part online?", answer: Yes.}']
    )
    formerly: Formerly = ()

    @property
    def groups(self) -> tuple[Group[Question], ...]:
        """The questions by group, as the groups first appear; those without one come last."""
        return grouped(self.faq, lambda question: question.group)
