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
from mmpt_site.exports.file import File
from mmpt_site.exports.typeset.card import card
from mmpt_site.exports.typeset.press import printed
from mmpt_site.model.site import Site
from mmpt_site.pages.colour import Palette
from mmpt_site.pages.emblem.draw import icon
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page


@dataclass(frozen=True)
class Drawing:
    """What drawings are made with; `store` remembers those that take time."""

    site: Site
    colours: Palette
    language: Language
    store: Store


def drawn(pages: tuple[Page, ...], own: Mapping[str, Path], with_: Drawing) -> Iterator[File]:
    """Every drawing of a site; `own` are the files of its static/ by name."""
    for path, make in ICONS.items():
        yield File(path, own[path].read_bytes if path in own else partial(make, with_))
    for page in pages:
        if with_.site.series.url and page.address == page.canonical and not page.above:
            yield File(page.card.lstrip("/"), partial(_card, page, with_))


def _card(page: Page, with_: Drawing) -> bytes:
    return printed(with_.store, "cover.painted", card(page, with_.site, with_.colours.light, with_.language))


def _svg(with_: Drawing) -> bytes:
    colours = with_.colours
    return icon(with_.site.series.acronym, colours.light["mark"], colours.dark["mark"]).encode()


def _ico(with_: Drawing) -> bytes:
    return printed(with_.store, "stamp.favicon", with_.site.series.acronym, with_.colours.light["mark"])


def _tile(size: int, with_: Drawing) -> bytes:
    light = with_.colours.light
    return printed(with_.store, "stamp.tile", with_.site.series.acronym, size, light["paper"], light["mark"])


def _manifest(with_: Drawing) -> bytes:
    """The web app manifest (W3C), for those who keep the site on the screen of their phone."""
    paper, series = with_.colours.light["paper"], with_.site.series
    icons = [
        {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for purpose in ("any", "maskable")
        for size in (192, 512)
    ]
    said = {
        "name": series.name,
        "short_name": series.acronym,
        "lang": with_.language.tag,
        "dir": with_.language.direction,
        "start_url": "./",
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


ICONS: Mapping[str, Callable[[Drawing], bytes]] = {
    "favicon.svg": _svg,
    "favicon.ico": _ico,
    "apple-touch-icon.png": partial(_tile, 180),
    "icon-192.png": partial(_tile, 192),
    "icon-512.png": partial(_tile, 512),
    "site.webmanifest": _manifest,
}
