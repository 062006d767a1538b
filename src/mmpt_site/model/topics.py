"""Topics of interest: `topics.yaml` in, Topics out."""

from itertools import groupby
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WrapValidator

from mmpt_site.model.announced import listed_or_unknown
from mmpt_site.model.part import COLON, Part, colon_in_text, wrong
from mmpt_site.model.scalars import Prose, Several, Text
from mmpt_site.model.when import LATER
from mmpt_site.model.written import NotEmpty, OrText


class TopicGroup(Part):
    """Topics under a common heading; without a heading they stand for themselves."""

    group: Text | None = Field(None, description="The heading.", examples=["Learning"])
    topics: Several[Text] = Field(description="One line a topic.", examples=["- Cross-modality retrieval"])


def _grouped(value: Any) -> Any:
    """A line alone is a topic by itself."""
    if (text := colon_in_text(value)) and value.keys().isdisjoint({"group", "topics", "topic", "title", "name"}):
        raise wrong(COLON, f"Put the text in quotes: - {text}")
    return {"topics": [value]} if isinstance(value, str) else value


Entry = Annotated[TopicGroup, BeforeValidator(_grouped), OrText("text, or fields", "texts, or entries with fields")]
Entries = Annotated[
    tuple[Entry, ...],
    WrapValidator(listed_or_unknown),
    NotEmpty(),
    OrText("a list of texts, or of entries with fields; or `to be announced`", "lists", LATER),
]


class Topics(Part):
    """What fits, in the order written, or the word that it will be announced."""

    introduction: Prose | None = Field(
        None, description="The sentence before the list; Markdown.", examples=["We welcome work on …"]
    )
    topics: Entries = Field(
        description="One line a topic, or entries of `group` and `topics`; or `to be announced`.",
        examples=["- Cross-modality retrieval"],
    )

    @property
    def groups(self) -> tuple[TopicGroup, ...]:
        """The groups in order, neighbouring lines without a heading joined into one."""
        found: list[TopicGroup] = []
        for alone, entries in groupby(self.topics, key=lambda entry: entry.group is None):
            if alone:
                found.append(TopicGroup(topics=tuple(topic for entry in entries for topic in entry.topics)))
            else:
                found += entries
        return tuple(found)
