"""News: `news.yaml` in, News out."""

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.days_and_times import CalendarDay
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Id, Prose, Text, Url, slug


class Item(Part):
    """Something that is new."""

    date: CalendarDay = Field(description="The day on which it became known.", examples=["2021-03-01"])
    title: Text = Field(description="What is new, in a line.", examples=["The call for papers is open"])
    text: Prose | None = Field(None, description="More on it; Markdown.", examples=["We look forward to your papers."])
    url: Url | None = Field(None, description="Where to read on.", examples=["https://example.org/"])
    given_id: Id | None = Field(
        None, alias="id", description="Needed when two of one day have one title.", examples=["call-open"]
    )

    @property
    def id(self) -> str:
        """The id that links and feeds use: as given, otherwise made of day and title."""
        return self.given_id or slug(f"{self.date} {self.title}")


class News(Part):
    """What is new, in any order; readers see the newest first."""

    news: tuple[Item, ...] = Field(
        (), description="One entry each.", examples=["- {date: 2021-03-01, title: The call for papers is open}"]
    )
    formerly: Formerly = ()

    @property
    def latest(self) -> tuple[Item, ...]:
        """The newest first; those of one day in the order written."""
        return tuple(sorted(self.news, key=lambda item: item.date, reverse=True))
