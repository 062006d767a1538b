"""A further page: a Markdown file of `pages/` in, a MarkdownPage out."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.part import Part, quoted, text_of, wrong
from mmpt_site.model.scalars import Prose, Text
from mmpt_site.model.written import Written

YES_OR_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
NEARLY = {"y": "yes", "1": "yes", "n": "no", "0": "no", "none": "no", "never": "no", "hide": "no", "hidden": "no"}


def _in_menu(value: object) -> object:
    """Yes, no, or the words of the menu."""
    if isinstance(value, bool):
        return value
    text = text_of(value, "yes, no or a word of the menu", "nav: no, or for example nav: Venue")
    if near := NEARLY.get(text.casefold()):
        raise wrong(f"The menu would say {quoted(text)}.", f"Write nav: {near}")
    return YES_OR_NO.get(text.casefold(), text)


def _number(value: object) -> int:
    if isinstance(value, int):
        return value
    text = text_of(value, "a number", "order: 10")
    if not text.removeprefix("-").isascii() or not text.removeprefix("-").isdigit() or len(text) > 6:
        raise wrong(f"{quoted(text)} is not a whole number.", "Write for example order: 10")
    return int(text)


Order = Annotated[int, BeforeValidator(_number), Written("a whole number", "whole numbers")]
InMenu = Annotated[bool | Text, BeforeValidator(_in_menu), Written("yes or no, or a short title", "words")]


class MarkdownPage(Part):
    """A page with a text of its own, such as one on the venue, an imprint or a privacy statement."""

    title: Text = Field(description="The title of the page.", examples=["Venue"])
    nav: InMenu = Field(
        True, description="Whether a menu leads to the page, or the word by which it does.", examples=["no"]
    )
    order: Order = Field(0, description="Its place among the pages; smaller numbers come first.", examples=["10"])
    place: Literal["menu", "footer"] | None = Field(
        None,
        description="Where links to it stand: in the menu, or at the end of every page. Without it, a page of an "
        "edition stands in the menu, and one of the whole site at the end.",
        examples=["footer"],
    )
    description: Text | None = Field(
        None, description="One sentence for search engines.", examples=["How to get to the workshop."]
    )
    text: Prose = Field(description="The page itself: what stands below the front matter.", examples=["# Venue"])
    formerly: Formerly = ()

    @property
    def label(self) -> str:
        """The word by which menus lead to it."""
        return self.nav if isinstance(self.nav, str) else self.title
