"""Planned pages in, those out to which every page of an edition leads: in its menu, and at its end."""

from collections.abc import Mapping

from mmpt_site.model.edition import Edition
from mmpt_site.model.workshop import Phase
from mmpt_site.pages.page import Page

# what comes first in the menu after Home, and what comes last; in other phases pages stand in the order of KINDS
ORDER: Mapping[Phase, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "announced": (("call", "dates"), ()),
    "open": (("call", "dates"), ()),
    "program": (("program", "papers", "keynotes"), ("call",)),
    "live": (("program", "papers", "keynotes"), ("call",)),
    "over": (("papers", "program", "keynotes"), ("dates", "call")),
}


def menu(pages: tuple[Page, ...], edition: Edition, phase: Phase) -> tuple[Page, ...]:
    """The pages that the menu of an edition leads to, those first that visitors ask for in this phase."""
    found = _placed(pages, edition, "menu")
    first, last = ORDER.get(phase, ((), ()))

    def place(page: Page) -> int:
        name = page.address.removeprefix(f"/{edition.id}/").rstrip("/")
        return first.index(name) - len(first) if name in first else 1 + last.index(name) if name in last else 0

    return (*found[:1], *sorted(found[1:], key=place))


def footer(pages: tuple[Page, ...], edition: Edition) -> tuple[Page, ...]:
    """The pages that the end of every page of an edition leads to."""
    return _placed(pages, edition, "footer")


def _placed(pages: tuple[Page, ...], edition: Edition, place: str) -> tuple[Page, ...]:
    found = (page for page in pages if page.place == place and page.address == page.canonical)
    return tuple(page for page in found if page.edition is edition or page.of_the_series)
