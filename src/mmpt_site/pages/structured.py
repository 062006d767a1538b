"""A planned page in, what it is about out as JSON-LD, in the words of schema.org.

On a home page that is the workshop, on every other page the way to it. Only what the organizers wrote is claimed.
Search engines ask for `startDate` and `location` before they show more of an Event; the workshop has a `startDate` when
its own days are known, and never for the days of its conference, which stand in `superEvent`. Of a
workshop of which neither is known, nothing is said. A workshop is held where
its conference is, so the place is that of both.

https://developers.google.com/search/docs/appearance/structured-data/event, /breadcrumb
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup

from mmpt_site.model.edition import Edition
from mmpt_site.model.person import Person
from mmpt_site.model.site import Site
from mmpt_site.model.when import Day, Days, is_unknown
from mmpt_site.model.workshop import Workshop
from mmpt_site.pages import routes
from mmpt_site.pages.page import Page
from mmpt_site.prose import EMAIL

Thing = dict[str, Any]
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
    elif site.series.url and page.canonical:
        thing = _way(page, site)
    else:
        return Markup()
    text = json.dumps({"@context": SCHEMA.rstrip("/"), **thing}, ensure_ascii=False).translate(IN_A_SCRIPT)
    return Markup(EMAIL.sub(lambda found: found[0].replace("@", "\\u0040"), text))


def _workshop(page: Page, site: Site, now: datetime) -> Thing:
    """The workshop as an Event within that of its conference."""
    edition, workshop = page.edition, page.edition.workshop
    home = routes.absolute(site, page.canonical) if site.series.url else ""
    host = workshop.host
    location = _location(workshop, home)
    held_with = host and {
        "@type": "Event",
        "name": host.name,
        "alternateName": host.acronym,
        "url": host.url,
        **_days(host.date),
        "location": _place(workshop),
    }
    return _known(
        {
            "@type": "Event",
            "@id": home and f"{home}#workshop",
            "name": f"{routes.label(site, edition)}: {workshop.title}",
            "description": page.description,
            "url": home,
            "image": home and routes.absolute(site, page.card),
            **_days(workshop.date),
            "previousStartDate": [_days(old)["startDate"] for old in workshop.was if _days(old)],
            "eventStatus": _status(site, edition, now),
            "eventAttendanceMode": MODES.get(workshop.mode or ""),
            "location": location,
            "organizer": [_person(edition.detailed(each)) for each in _organizers(edition)],
            "superEvent": held_with and _known(held_with),
        }
    )


def _way(page: Page, site: Site) -> Thing:
    """The pages above a page, and itself."""
    of_the_series = page.place == "footer" or not page.canonical.startswith(f"/{page.edition.id}/")
    above = (site.series.acronym, "/") if of_the_series else (routes.label(site, page.edition), f"/{page.edition.id}/")
    steps = (above, *((each.label, each.canonical) for each in (page.above, page) if each))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": routes.absolute(site, address)}
            for number, (name, address) in enumerate(steps, start=1)
        ],
    }


def _status(site: Site, edition: Edition, now: datetime) -> str:
    """What has become of the workshop: as a notice says of the edition that the pages lead with, or else its days."""
    notice, workshop = site.series.notice, edition.workshop
    kind = notice.kind if notice and notice.shown(now) and edition is site.current else None
    if kind == "cancelled":
        return f"{SCHEMA}EventCancelled"
    if kind == "postponed" or (workshop.was and not workshop.own_days):
        return f"{SCHEMA}EventPostponed"
    if workshop.was:
        return f"{SCHEMA}EventRescheduled"
    return f"{SCHEMA}EventScheduled" if workshop.own_days else ""


def _days(when: object) -> Thing:
    match when:
        case Day(day):
            return {"startDate": day.isoformat(), "endDate": day.isoformat()}
        case Days(first, last):
            return {"startDate": first.isoformat(), "endDate": last.isoformat()}
        case _:
            return {}


def _location(workshop: Workshop, home: str) -> list[Thing]:
    """Where people meet: the place, the net, or both."""
    online = {"@type": "VirtualLocation", "url": home} if workshop.mode in {"virtual", "hybrid"} and home else None
    return [each for each in (_place(workshop), online) if each]


def _place(workshop: Workshop) -> Thing | None:
    if not workshop.place or is_unknown(workshop.place) or workshop.mode == "virtual":
        return None
    return {"@type": "Place", "name": workshop.place, "address": workshop.place}


def _organizers(edition: Edition) -> tuple[Person, ...]:
    return edition.organizers.organizers if edition.organizers else ()


def _person(person: Person) -> Thing:
    affiliations = [{"@type": "Organization", "name": name} for name in person.affiliation]
    return _known({"@type": "Person", "name": person.name, "url": person.url, "affiliation": affiliations})


def _known(thing: Mapping[str, Any]) -> Thing:
    """The facts without those that nobody wrote; a list of one is that one."""
    facts = {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in thing.items()}
    return {name: value for name, value in facts.items() if value}
