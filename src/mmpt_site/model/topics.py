"""Topics of interest: `topics.yaml` in, Topics out."""

from itertools import groupby
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Prose, Several, Text


class TopicGroup(Part):
    """Topics under a common heading; without a heading they stand for themselves."""

    group: Text | None = Field(None, description="The heading.", examples=["Learning"])
    topics: Several[Text] = Field(description="One line a topic.", examples=["- Cross-modality retrieval"])


def _grouped(value: Any) -> Any:
    """A line alone is a topic by itself."""
    return {"topics": [value]} if isinstance(value, str) else value


class Topics(Part):
    """What fits, in the order written."""

    introduction: Prose | None = Field(None, description="The sentence before the list; Markdown.")
    topics: Several[Annotated[TopicGroup, BeforeValidator(_grouped)]] = Field(
        description="One line a topic, or entries of `group` and `topics`.", examples=["- Cross-modality retrieval"]
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
