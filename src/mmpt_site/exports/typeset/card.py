"""A page in, what its card says out."""

from dataclasses import dataclass

from mmpt_site.exports.typeset.faces import legible
from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Site
from mmpt_site.model.when import is_unknown
from mmpt_site.pages import dates
from mmpt_site.pages.colour import ACCENT, palette
from mmpt_site.pages.page import Page
from mmpt_site.pages.routes import label


@dataclass(frozen=True)
class Card:
    """The texts of a card, all of them legible; `above` stands above the title, `foot` at the foot of the card."""

    acronym: str
    name: str  # below the emblem
    above: str
    title: str
    foot: tuple[str, ...]
    colours: tuple[str, str, str, str]  # paper, ink, faint, accent


def card(page: Page, site: Site) -> Card:
    """The front page says what the workshop is, every other page what it is itself."""
    edition, workshop = page.edition, page.edition.workshop
    front = page.template == "home.html"
    whole = label(site, edition) if page.canonical.startswith(f"/{edition.id}/") else site.series.acronym
    title = workshop.title if front else page.subject.title if page.subject else page.label
    above = _host(edition) if front else workshop.title
    light = palette(ACCENT).light
    colours = (light["paper"], light["ink"], light["faint"], light["accent"])
    name = _legible(whole) or edition.id
    return Card(site.series.acronym, name, _legible(above), _legible(title) or name, _foot(site, edition), colours)


def _host(edition: Edition) -> str:
    host = edition.workshop.host
    if not host:
        return ""
    return f"{host.name} ({host.acronym}) Workshop" if host.acronym else f"{host.name} Workshop"


def _foot(site: Site, edition: Edition) -> tuple[str, ...]:
    """When and where, as far as it is known."""
    workshop = edition.workshop
    place = "" if workshop.place is None or is_unknown(workshop.place) else workshop.place
    when = dates.when(workshop.days, site.series.language) if workshop.days else ""
    return tuple(said for text in (when, place) if (said := _legible(text)))


def _legible(text: str) -> str:
    return legible(text)[0]
