"""The pictures of a site in, those that a page shows out: of a person, of the series, in a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape

from markupsafe import Markup

from mmpt_site.model.papers import Paper
from mmpt_site.model.person import Person
from mmpt_site.model.site import Series
from mmpt_site.model.workshop import Workshop
from mmpt_site.pages.addresses import meant
from mmpt_site.pages.page import Page
from mmpt_site.pages.picture import LOGO, PORTRAIT, SHOT, SPONSOR, TEXT, THUMBNAIL, Picture, Pictures, file_at
from mmpt_site.pages.theme import Theme

AREAS = (18_000, 10_500, 7_000)  # of the logos of each tier, in square pixels: equal areas look equally large
TALL, WIDE = 96, 240  # pixels that no logo is larger than
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
OWN = {"src", "alt", "width", "height"}  # attributes of an image that are made anew


@dataclass(frozen=True)
class Shown:
    """What one page knows of pictures; None or nothing for what is none of ours, such as those of other hosts."""

    page: Page
    pictures: Pictures
    link: Callable[[str], str]
    theme: Theme

    def portrait(self, person: Person) -> Picture | None:
        """The photo of somebody of the page's edition."""
        return self.pictures.get((f"{self.page.edition.id}/files/{person.photo}", PORTRAIT.name))

    def figure(self, paper: Paper) -> Picture | None:
        """The picture of a paper, as large as a text."""
        return self.pictures.get((f"{self.page.edition.id}/files/{paper.thumbnail}", TEXT.name))

    def thumbnail(self, paper: Paper) -> Picture | None:
        """The same, small."""
        return self.pictures.get((f"{self.page.edition.id}/files/{paper.thumbnail}", THUMBNAIL.name))

    def logo(self, series: Series) -> Picture | None:
        """The logo of the series."""
        logo = series.look.logo
        return self.pictures.get((f"files/{logo.file}", LOGO.name)) if logo else None

    def image(self, workshop: Workshop) -> Picture | None:
        """The picture of the edition."""
        return (
            self.pictures.get((f"{self.page.edition.id}/files/{workshop.image.file}", TEXT.name))
            if workshop.image
            else None
        )

    def sponsor(self, name: str | None, tier: int, scale: float = 1) -> Picture | None:
        """The logo in a file of the page's edition, as large as those of its tier, the first of which is 0."""
        picture = self.pictures.get((f"{self.page.edition.id}/files/{name}", SPONSOR.name))
        return _of_area(picture, AREAS[min(tier, len(AREAS) - 1)] * scale**2) if picture else None

    def shot(self, name: str) -> Picture | None:
        """A picture of the gallery of the page's edition."""
        return self.pictures.get((f"{self.page.edition.id}/files/{name}", SHOT.name))

    def in_text(self, image: str, file: str) -> str:
        """An element `img` of a text of `file`, sanitised, as HTML that shows it at the size that visitors need."""
        attributes = dict(ATTRIBUTE.findall(image))
        path = file_at(meant(file, unescape(attributes.get("src", ""))))
        picture = self.pictures.get((path, TEXT.name))
        if not picture:
            return ""
        picture = _as_asked(picture, attributes.get("width", ""), attributes.get("height", ""))
        more = "".join(f' {name}="{value}"' for name, value in attributes.items() if name not in OWN)
        macros = self.theme.environment.get_template("macros.html").make_module({"link": self.link})
        return str(macros.picture(picture, Markup(attributes.get("alt", "")), more=Markup(more)))  # type: ignore[attr-defined]


def _of_area(picture: Picture, area: float) -> Picture:
    """The picture at a size of about this area in pixels, and not much wider or higher than others."""
    ratio = picture.width / max(1, picture.height)
    is_small = picture.sources and picture.width < picture.place.widths[0]
    width = max(1, round(min((area * ratio) ** 0.5, picture.width if is_small else WIDE, TALL * ratio)))
    place = replace(picture.place, sizes=f"{width}px")
    return replace(picture, width=width, height=max(1, round(width / ratio)), place=place)


def _as_asked(picture: Picture, width: str, height: str) -> Picture:
    """The picture at the size that its writer gives, in pixels; one side alone gives the other."""
    if width.isdecimal() and int(width):
        tall = int(height) if height.isdecimal() else round(picture.height * int(width) / picture.width)
        place = replace(picture.place, sizes=f"(min-width: 49rem) {width}px, 92vw")
        return replace(picture, width=int(width), height=max(1, tall), place=place)
    if height.isdecimal() and int(height):
        return _as_asked(picture, str(max(1, round(picture.width * int(height) / picture.height))), height)
    return picture
