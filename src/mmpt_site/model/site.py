"""The series and its site: `site.yaml` in, a Site of editions out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, Field

from mmpt_site.model.edition import Edition
from mmpt_site.model.language import LanguageTag
from mmpt_site.model.license import NamedLicense
from mmpt_site.model.look import Look
from mmpt_site.model.notice import Said
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.past import PastEdition
from mmpt_site.model.repository import Repository
from mmpt_site.model.scalars import Id, OneOrMany, Text, Url, same_name, slug
from mmpt_site.model.when import Day
from mmpt_site.model.written import Written


def _site_url(text: str) -> str:
    """The address of a folder: links are built by joining to it."""
    if "?" in text or "#" in text:
        raise wrong("The address of a site has no ? and no #.", f"Write {text.partition('?')[0].partition('#')[0]}")
    return text.rstrip("/") + "/"


EditionName = Annotated[Text, AfterValidator(same_name), Written("text", "texts")]
SiteUrl = Annotated[Url, AfterValidator(_site_url)]


class Series(Part):
    """The workshop through the years, and its site."""

    name: Text = Field(description="The full name of the workshop.", examples=["Multi-Modal Pre-Training"])
    acronym: Text = Field(description="The short name.", examples=["MMPT"])
    key: Id | None = Field(None, description="A short word that never changes, for calendars.", examples=["mmpt"])
    url: SiteUrl | None = Field(None, description="Where the site is published.", examples=["https://example.org/"])
    language: LanguageTag = Field(
        "en-US",
        description="The language of the pages: of their texts, their dates, and the site's own words.",
        examples=["en-US"],
    )
    current: EditionName | None = Field(None, description="The edition shown at the front.", examples=["2021"])
    look: Look = Field(Look(), description="How the site looks.")
    notice: Said | None = Field(
        None, description="A word to everybody, above every page for a while.", examples=["The date has moved."]
    )
    license: NamedLicense | None = Field(
        None, description="Under which terms the content may be used.", examples=["CC BY 4.0"]
    )
    repository: Repository | None = Field(
        None, description="Where the files of the site are kept.", examples=["https://github.com/name/workshop"]
    )
    editions: OneOrMany[PastEdition] = Field(
        (),
        description="Editions that have no folder here, such as those on older sites.",
        examples=["- {year: 2019, url: https://example.org/2019/}"],
    )
    requires: Text | None = Field(
        None, description="The versions of mmpt-site that can build this site.", examples=['">=1.2"']
    )

    @property
    def lasting_key(self) -> str:
        """What calendars and feeds know the series by: its key, or else its acronym, which had better not change."""
        return self.key or slug(self.acronym) or slug(self.name) or "workshop"


@dataclass(frozen=True)
class Site:
    """The series with its editions, in the order of their folder names."""

    series: Series
    editions: tuple[Edition, ...]
    pages: Mapping[str, MarkdownPage] = field(default_factory=dict)  # of the series as a whole, by name

    @property
    def current(self) -> Edition:
        """The edition that the front page shows: the one named, otherwise the last."""
        named = [edition for edition in self.editions if edition.id == self.series.current]
        return (named or self.editions)[-1]

    @property
    def history(self) -> tuple[Edition | PastEdition, ...]:
        """All editions, here and elsewhere, the newest first."""
        return tuple(sorted((*reversed(self.editions), *self.series.editions), key=_year, reverse=True))


def _year(edition: Edition | PastEdition) -> int:
    """The year of an edition: that of its days, otherwise the one in the name of its folder; 0 where there is none."""
    if isinstance(edition, PastEdition):
        return edition.year
    days = edition.workshop.days
    if days:
        return (days.day if isinstance(days, Day) else days.first).year
    found = re.search("[0-9]{4}", edition.id)
    return int(found[0]) if found else 0
