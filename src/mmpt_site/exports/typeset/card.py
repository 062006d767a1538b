"""A page in, what its card says out."""

from collections.abc import Mapping
from dataclasses import dataclass

from mmpt_site.exports.typeset.faces import legible
from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Site
from mmpt_site.model.when import is_unknown
from mmpt_site.pages import dates
from mmpt_site.pages.language import Language
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
    colours: tuple[str, str, str, str, str]  # paper, ink, faint, accent, mark


def card(page: Page, site: Site, light: Mapping[str, str], language: Language) -> Card:
    """The front page says what the workshop is, every other page what it is itself."""
    edition, workshop = page.edition, page.edition.workshop
    front = page.template == "home.html"
    whole = label(site, edition) if page.canonical.startswith(f"/{edition.id}/") else site.series.acronym
    title = workshop.title if front else page.subject.title if page.subject else page.label
    above = _host(edition, language) if front else workshop.title
    colours = (light["paper"], light["ink"], light["faint"], light["accent"], light["mark"])
    name = _legible(whole) or edition.id
    return Card(site.series.acronym, name, _legible(above), _legible(title) or name, _foot(edition, language), colours)


def _host(edition: Edition, language: Language) -> str:
    host = edition.workshop.host
    if not host:
        return ""
    return language.say("Workshop at %(host)s", host=f"{host.name} ({host.acronym})" if host.acronym else host.name)


def _foot(edition: Edition, language: Language) -> tuple[str, ...]:
    """When and where, as far as it is known."""
    workshop = edition.workshop
    place = "" if workshop.place is None or is_unknown(workshop.place) else workshop.place
    when = dates.when(workshop.days, language) if workshop.days else ""
    return tuple(said for text in (when, place) if (said := _legible(text)))


def _legible(text: str) -> str:
    return legible(text)[0]
