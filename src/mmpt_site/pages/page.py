"""A page of the site: its address and what it is about, decided before anything is rendered."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mmpt_site.model.edition import Edition
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.papers import Paper
from mmpt_site.model.timetable import Place, TimedSession, TimedTalk


@dataclass(frozen=True)
class Page:
    """One page: its address from the root of the site, what makes it, and what it is about."""

    address: str
    template: str
    label: str
    title: str
    description: str
    edition: Edition
    canonical: str  # of a page that moved, where it is now
    sources: tuple[str, ...]  # the files that it shows, from the folder of the content
    place: Literal["menu", "footer", ""] = "menu"  # where links to it stand on every page
    subject: MarkdownPage | Paper | None = None
    above: "Page | None" = None  # the page of which it is a part, whose card stands for it, too
    old: Place = ()  # of a page that moved, the place in its source that says where it was
    presentation: tuple[TimedSession, TimedTalk] | None = None  # the talk that it is about, in its session

    @property
    def of_the_series(self) -> bool:
        """Whether it belongs to the series as a whole, and to none of its editions."""
        return not self.canonical.startswith(f"/{self.edition.id}/")

    @property
    def updated(self) -> date | None:
        """The day of the last change, as far as the files of its edition say so."""
        return None if self.of_the_series else self.edition.workshop.updated

    @property
    def card(self) -> str:
        """Where the picture is that stands for the page when its address is shared; nothing for one without any."""
        return f"{(self.above or self).canonical}card.png" if self.canonical else ""

    @property
    def path(self) -> str:
        """The file that a web server answers with."""
        return self.address.lstrip("/") + ("index.html" if self.address.endswith("/") else "")
