"""A planned page in, what it is about out as JSON-LD, in the words of schema.org.

On a home page that is the workshop, on that of a paper the paper, and on every page but the first the way to it; on
that of the keynotes each of them of which title, time and place are known, and on that of questions these, too. Only
what the organizers wrote is claimed. Search engines ask for `startDate` and `location` before they show more of an
Event; the workshop has a `startDate` when its own days are known, and never for the days of its conference, which stand
in `superEvent`. Of a workshop of which neither is known, nothing is said. A workshop is held where its conference is,
so the place is that of both.

https://developers.google.com/search/docs/appearance/structured-data/event, /breadcrumb
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from markupsafe import Markup

from mmpt_site.model.edition import Edition
from mmpt_site.model.keynotes import Keynote
from mmpt_site.model.papers import Paper
from mmpt_site.model.person import Person
from mmpt_site.model.site import Site
from mmpt_site.model.timetable import TimedSession, TimedTalk
from mmpt_site.model.when import is_unknown
from mmpt_site.pages import routes
from mmpt_site.pages.page import Page
from mmpt_site.pages.scholarly import article
from mmpt_site.pages.things import Thing, days, known, location, person, place
from mmpt_site.plain import to_text
from mmpt_site.prose import EMAIL

SCHEMA = "https://schema.org/"
MODES = {
    "in-person": f"{SCHEMA}OfflineEventAttendanceMode",
    "virtual": f"{SCHEMA}OnlineEventAttendanceMode",
    "hybrid": f"{SCHEMA}MixedEventAttendanceMode",
}
TELLING = {"startDate", "previousStartDate", "eventStatus", "location"}  # without any of them it is no event yet
IN_A_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def structured(page: Page, site: Site, now: datetime) -> Markup:
    """The JSON for a `<script type="application/ld+json">`; nothing for a page of which there is nothing to say."""
    if page.template == "home.html":
        thing = _workshop(page, site, now)
        if TELLING.isdisjoint(thing.keys() | thing.get("superEvent", {}).keys()):
            return Markup()
    else:
        way = [_way(page, site)] if site.series.url and page.canonical else []
        things = [*_about(page, site, now), *way]
        if not things:
            return Markup()
        thing = things[0] if len(things) == 1 else {"@graph": things}
    text = json.dumps({"@context": SCHEMA.rstrip("/"), **thing}, ensure_ascii=False).translate(IN_A_SCRIPT)
    return Markup(EMAIL.sub(lambda found: found[0].replace("@", "\\u0040"), text))


def _about(page: Page, site: Site, now: datetime) -> Iterable[Thing]:
    """What a page is about, where there are words for it."""
    if isinstance(page.subject, Paper):
        return [known(article(site, page.edition, page.subject))]
    if site.series.url and page.template == "keynotes.html":
        return [event for event in _keynotes(page, site, now) if "location" in event]
    return _questions(page)


def _workshop(page: Page, site: Site, now: datetime) -> Thing:
    """The workshop as an Event within that of its conference."""
    edition, workshop = page.edition, page.edition.workshop
    home = routes.absolute(site, page.canonical) if site.series.url else ""
    host = workshop.host
    where = location(edition, home)
    held_with = host and {
        "@type": "Event",
        "name": host.name,
        "alternateName": host.acronym,
        "url": host.url,
        **days(host.date),
        "location": place(edition),
    }
    return known(
        {
            "@type": "Event",
            "@id": home and f"{home}#workshop",
            "name": f"{routes.label(site, edition)}: {workshop.title}",
            "description": page.description,
            "url": home,
            "image": home and routes.absolute(site, page.card),
            **days(workshop.date),
            "previousStartDate": [days(old)["startDate"] for old in workshop.was if days(old)],
            "eventStatus": _status(site, edition, now),
            "eventAttendanceMode": MODES.get(workshop.mode or ""),
            "location": where,
            "organizer": [person(edition.detailed(each)) for each in _organizers(edition)],
            "superEvent": held_with and known(held_with),
        }
    )


def _keynotes(page: Page, site: Site, now: datetime) -> Iterator[Thing]:
    """Each keynote of an edition as an Event, where there are a title, a time and a place for it."""
    edition = page.edition
    for keynote in edition.keynotes.keynotes if edition.keynotes else ():
        for session, talk in edition.timetable.keynotes.get(keynote.id, ()):
            if keynote.title and not is_unknown(keynote.title) and session.start.tzinfo:
                thing = _keynote(page, site, keynote, session, talk)
                status = _status(site, edition, now)
                off = {f"{SCHEMA}EventCancelled", f"{SCHEMA}EventPostponed"}
                yield thing | ({"eventStatus": status} if status in off else {})


def _keynote(page: Page, site: Site, keynote: Keynote, session: TimedSession, talk: TimedTalk | None) -> Thing:
    """A keynote within the workshop; it takes place unless the program says otherwise."""
    edition, home = page.edition, routes.absolute(site, f"/{page.edition.id}/")
    timed = talk or session
    cancelled = session.session.cancelled or bool(talk and talk.talk.cancelled)
    return known(
        {
            "@type": "Event",
            "name": keynote.title,
            "url": routes.absolute(site, page.canonical, f"keynote-{keynote.id}"),
            "startDate": timed.start.isoformat(),
            "endDate": timed.end and timed.end.isoformat(),
            "eventStatus": f"{SCHEMA}Event{'Cancelled' if cancelled else 'Scheduled'}",
            "eventAttendanceMode": MODES.get(edition.workshop.mode or ""),
            "location": location(edition, home),
            "performer": [person(edition.detailed(each)) for each in keynote.speaker],
            "superEvent": {"@id": f"{home}#workshop"},
        }
    )


def _way(page: Page, site: Site) -> Thing:
    """The pages above a page, and itself."""
    above = (
        (site.series.acronym, "/") if page.of_the_series else (routes.label(site, page.edition), f"/{page.edition.id}/")
    )
    steps = (above, *((each.label, each.canonical) for each in (page.above, page) if each))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": routes.absolute(site, address)}
            for number, (name, address) in enumerate(steps, start=1)
        ],
    }


def _status(site: Site, edition: Edition, now: datetime) -> str:
    """What has become of the workshop: as it says itself, as a notice says of the current edition, or else its days."""
    notice, workshop = site.series.notice, edition.workshop
    if workshop.status:
        return f"{SCHEMA}Event{workshop.status.capitalize()}"
    kind = notice.kind if notice and notice.shown(now) and edition is site.current else None
    if kind == "cancelled":
        return f"{SCHEMA}EventCancelled"
    if kind == "postponed" or (workshop.was and not workshop.own_days):
        return f"{SCHEMA}EventPostponed"
    if workshop.was:
        return f"{SCHEMA}EventRescheduled"
    return f"{SCHEMA}EventScheduled" if workshop.own_days else ""


def _questions(page: Page) -> list[Thing]:
    """The questions of their page, with the answers as plain text."""
    if page.template != "faq.html" or not page.edition.faq:
        return []
    asked = [
        {
            "@type": "Question",
            "name": each.question,
            "acceptedAnswer": {"@type": "Answer", "text": to_text(each.answer)},
        }
        for each in page.edition.faq.faq
    ]
    return [{"@type": "FAQPage", "mainEntity": asked}]


def _organizers(edition: Edition) -> tuple[Person, ...]:
    return edition.organizers.organizers if edition.organizers else ()
