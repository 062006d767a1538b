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
from mmpt_site.pages.picture import LOGO, PORTRAIT, TEXT, THUMBNAIL, Picture, Pictures, file_at
from mmpt_site.pages.theme import Theme

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


def _as_asked(picture: Picture, width: str, height: str) -> Picture:
    """The picture at the size that its writer gives, in pixels; one side alone gives the other."""
    if width.isdecimal() and int(width):
        tall = int(height) if height.isdecimal() else round(picture.height * int(width) / picture.width)
        place = replace(picture.place, sizes=f"(min-width: 49rem) {width}px, 92vw")
        return replace(picture, width=int(width), height=max(1, tall), place=place)
    if height.isdecimal() and int(height):
        return _as_asked(picture, str(max(1, round(picture.width * int(height) / picture.height))), height)
    return picture
