"""Topics of interest: `topics.yaml` in, Topics out."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Prose, Text


class TopicGroup(Part):
    """Topics under a common heading; without a heading they stand for themselves."""

    group: Text | None = Field(None, description="The heading.", examples=["Learning"])
    topics: tuple[Text, ...] = Field(description="One line a topic.")


def _grouped(value: Any) -> Any:
    """A line alone is a topic by itself."""
    return {"topics": [value]} if isinstance(value, str) else value


class Topics(Part):
    """What fits, in the order written."""

    introduction: Prose | None = Field(None, description="The sentence before the list; Markdown.")
    topics: tuple[Annotated[TopicGroup, BeforeValidator(_grouped)], ...] = Field(
        description="One line a topic, or entries of `group` and `topics`."
    )

    @property
    def groups(self) -> tuple[TopicGroup, ...]:
        """The groups in order, neighbouring lines without a heading joined into one."""
        joined: list[TopicGroup] = []
        for entry in self.topics:
            if joined and not entry.group and not joined[-1].group:
                joined[-1] = TopicGroup(topics=joined[-1].topics + entry.topics)
            else:
                joined.append(entry)
        return tuple(joined)
