"""What one can use: `resources.yaml` in, Resources out."""

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.announced import Announced
from mmpt_site.model.grouped import Group, grouped
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Prose, Text, Url


class Resource(Part):
    """Something to read, to watch or to use."""

    name: Text = Field(description="What it is called.", examples=["Example Data Set"])
    url: Url = Field(description="Where it is.", examples=["https://www.example.org/data"])
    kind: Text | None = Field(None, description="What it is, in your words; a heading.", examples=["Data sets"])
    text: Prose | None = Field(None, description="What it is good for; Markdown.", examples=["Ten small examples."])


class Resources(Part):
    """Data sets, code, tutorials and whatever else is of use, in the order written."""

    introduction: Prose | None = Field(
        None, description="The sentence before them; Markdown.", examples=["These may help you to begin."]
    )
    resources: Announced[Resource] = Field(
        description="One entry each; or `to be announced`.",
        examples=["- {name: Example Data Set, url: https://www.example.org/data}"],
    )
    formerly: Formerly = ()

    @property
    def groups(self) -> tuple[Group[Resource], ...]:
        """The resources by kind, as the kinds first appear; those without one come last."""
        return grouped(self.resources, lambda resource: resource.kind)
