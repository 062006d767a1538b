"""A word to everybody who comes to the site: `notice` of `site.yaml` in, a Notice out."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mmpt_site.model.days_and_times import CalendarDay
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Prose
from mmpt_site.model.when import Day, end
from mmpt_site.model.written import OrText


class Notice(Part):
    """What stands above every page for a while."""

    kind: Literal["cancelled", "postponed", "urgent"] | None = Field(
        None, description="What it is about; it is printed before the text.", examples=["postponed"]
    )
    text: Prose = Field(description="What everybody has to know; Markdown.", examples=["The workshop is online only."])
    until: CalendarDay | None = Field(
        None, description="The last day on which it is shown, anywhere on Earth.", examples=["2021-07-15"]
    )

    @property
    def ends(self) -> datetime | None:
        """From which moment on it is not shown any more."""
        return end(Day(self.until)) if self.until else None

    def shown(self, now: datetime) -> bool:
        """Whether it stands on the pages."""
        return self.ends is None or now < self.ends


def _said(value: Any) -> Any:
    """A text alone is a notice."""
    return {"text": value} if isinstance(value, str) else value


Said = Annotated[Notice, BeforeValidator(_said), OrText("Markdown, or fields", "texts, or entries with fields")]
