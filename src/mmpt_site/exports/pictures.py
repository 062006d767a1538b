"""The site in, its icons and the cards of its pages out: everything that is drawn and not written.

A card is what a page looks like where somebody shares its address. It needs the address of the site; without one there
are no cards. An icon that the site brings itself, as `static/favicon.svg`, takes the place of ours.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mmpt_site.cache import Store
from mmpt_site.exports.typeset.card import card
from mmpt_site.exports.typeset.press import printed
from mmpt_site.model.site import Site
from mmpt_site.output import Output
from mmpt_site.pages.colour import ACCENT, palette
from mmpt_site.pages.emblem.draw import icon
from mmpt_site.pages.page import Page
from mmpt_site.problems import Mark, Problem
from mmpt_site.project import Project


def _svg(site: Site, _store: Store) -> bytes:
    colours = palette(ACCENT)
    return icon(site.series.acronym, colours.light["accent"], colours.dark["accent"]).encode()


def _ico(site: Site, store: Store) -> bytes:
    return printed(store, "stamp.favicon", site.series.acronym, palette(ACCENT).light["accent"])


def _tile(size: int, site: Site, store: Store) -> bytes:
    light = palette(ACCENT).light
    return printed(store, "stamp.tile", site.series.acronym, size, light["paper"], light["accent"])


def _manifest(site: Site, _store: Store) -> bytes:
    """The web app manifest (W3C), for those who keep the site on the screen of their phone."""
    paper = palette(ACCENT).light["paper"]
    icons = [
        {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for purpose in ("any", "maskable")
        for size in (192, 512)
    ]
    said = {
        "name": site.series.name,
        "short_name": site.series.acronym,
        "lang": site.series.language,
        "start_url": "./",
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


ICONS: Mapping[str, Callable[[Site, Store], bytes]] = {
    "favicon.svg": _svg,
    "favicon.ico": _ico,
    "apple-touch-icon.png": partial(_tile, 180),
    "icon-192.png": partial(_tile, 192),
    "icon-512.png": partial(_tile, 512),
    "site.webmanifest": _manifest,
}


@dataclass(frozen=True)
class Pictures:
    """What is to be drawn for a site; `own` are the files of static/ by name."""

    project: Project
    site: Site
    pages: tuple[Page, ...]
    own: Mapping[str, Path]

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that there will be."""
        return (*ICONS, *(card_path(page) for page in self._with_card()))

    def outputs(self) -> Iterator[Output | Problem]:
        """The files, one at a time; what no page has any more is forgotten."""
        store = Store(self.project.cache / "cards")
        for path, make in ICONS.items():
            if path in self.own:
                yield _copied(path, self.own[path], self.project)
            else:
                yield Output(path, make(self.site, store))
        for page in self._with_card():
            yield Output(card_path(page), printed(store, "cover.painted", card(page, self.site)))
        if self.project.kept is None:  # otherwise others remember there, too
            store.forget()

    def _with_card(self) -> list[Page]:
        return [page for page in self.pages if self.site.series.url and page.canonical and page.old is None]


def card_path(page: Page) -> str:
    """The file of a page's card, beside the page."""
    return page.path.removesuffix("index.html") + "card.png"


def _copied(path: str, file: Path, project: Project) -> Output | Problem:
    try:
        return Output(path, file.read_bytes())
    except OSError as error:
        return Problem(Mark(project.named(file)), f"This file cannot be read: {error.strerror}.")
