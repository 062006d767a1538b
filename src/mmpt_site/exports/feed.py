"""The site in, `feed.xml` (Atom, RFC 4287) out: what its editions tell as news, and every move of a date.

A move is in it when the day is known on which it was announced. Days have no time, and Atom wants one: it is noon in
UTC, which is on that day nearly everywhere. An entry is known by a UUID made of what calendars know its thing by (see
`entries.py`), so that it stays the same one when the site moves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from mmpt_site.exports.entries import uid
from mmpt_site.exports.file import File
from mmpt_site.exports.revised import revised
from mmpt_site.model.dates import Deadline
from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Site
from mmpt_site.model.when import When
from mmpt_site.pages import dates, routes
from mmpt_site.pages.context import markdown
from mmpt_site.pages.language import Language, message
from mmpt_site.pages.page import Page
from mmpt_site.plain import plain

EXTENDED = message("%(what)s: extended from %(old)s to %(new)s")
MOVED = message("%(what)s: moved from %(old)s to %(new)s")
MOST = 100  # entries; readers of feeds keep those that they have seen


@dataclass(frozen=True)
class Entry:
    """Something that was told on a day, with the page where it stands and, perhaps, where to read on."""

    uid: str
    day: date
    title: str
    html: str
    address: str
    url: str = ""


def feed(site: Site, pages: tuple[Page, ...], language: Language) -> Iterable[File]:
    """The one file, of a site with an address that has a place for news or dates."""
    if routes.feed(site):
        yield File(routes.feed(site).lstrip("/"), lambda: _feed(site, pages, language))


def _feed(site: Site, pages: tuple[Page, ...], language: Language) -> bytes:
    entries = [entry for edition in site.editions for entry in _entries(site, edition, pages, language)]
    latest = sorted(entries, key=lambda entry: entry.day, reverse=True)[:MOST]
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language.tag})
    _add(root, "id", _urn(site.series.lasting_key))
    _add(root, "title", language.say("%(series)s: news and dates", series=site.series.acronym))
    _add(root, "subtitle", site.series.name)
    _add(root, "updated", _noon(max((entry.day for entry in latest), default=revised(site.current))))
    _add(_add(root, "author"), "name", site.series.name)
    _add(root, "link", rel="alternate", type="text/html", href=routes.absolute(site, "/"))
    _add(root, "link", rel="self", type="application/atom+xml", href=routes.absolute(site, routes.feed(site)))
    if site.series.license:
        _add(root, "rights", site.series.license.name)
    _add(root, "generator", "mmpt-site")
    for entry in latest:
        _add_entry(root, entry)
    ET.indent(root, "")
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _add_entry(root: ET.Element, entry: Entry) -> None:
    element = _add(root, "entry")
    _add(element, "id", _urn(entry.uid))
    _add(element, "title", entry.title)
    _add(element, "published", _noon(entry.day))
    _add(element, "updated", _noon(entry.day))
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.url:
        _add(element, "link", rel="related", href=entry.url)
    if entry.html:
        _add(element, "content", entry.html, type="html")


def _entries(site: Site, edition: Edition, pages: tuple[Page, ...], language: Language) -> Iterator[Entry]:
    """What an edition has to tell."""
    home = next(page for page in pages if page.edition is edition)
    made = markdown(home, lambda target: (site.series.url or "/") + target.lstrip("/"), lambda *_: "")
    for item in edition.news.news if edition.news else ():
        html = made(item.text, f"{edition.id}/news.yaml") if item.text else ""
        where = routes.absolute(site, f"/{edition.id}/news/", f"news-{item.id}")
        known_as = uid(site, edition, f"news-{item.id}")
        yield Entry(known_as, item.date, f"{routes.label(site, edition)}: {item.title}", html, where, item.url or "")
    for deadline in edition.dates.dates if edition.dates else ():
        for number, (old, new) in enumerate(deadline.moves, start=1):
            if old.announced:
                reason = made(old.reason, f"{edition.id}/dates.yaml") if old.reason else ""
                said = _move(deadline, old.date, new, language)
                yield Entry(
                    uid(site, edition, f"{deadline.lasting_id}-move-{number}"),
                    old.announced,
                    f"{routes.label(site, edition)}: {said}",
                    f"<p>{escape(said)}.</p>{reason}",
                    routes.absolute(site, f"/{edition.id}/dates/", f"date-{deadline.id}"),
                )


def _move(deadline: Deadline, old: When, new: When, language: Language) -> str:
    """'Paper submission: extended from April 20, 2021 to April 25, 2021'."""
    name = f"{deadline.name} ({deadline.track})" if deadline.track else deadline.name
    said = EXTENDED if deadline.how_moved(old, new) == "extended" else MOVED
    return language.say(said, what=name, old=dates.when(old, language), new=dates.when(new, language))


def _urn(known_as: str) -> str:
    return uuid5(NAMESPACE_URL, known_as).urn


def _noon(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = plain(text) or None
    return element
