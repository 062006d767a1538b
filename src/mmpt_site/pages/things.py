"""Parts of the model in, what schema.org calls them out: days, places, people."""

from collections.abc import Mapping
from typing import Any

from mmpt_site.model.affiliation import Affiliation
from mmpt_site.model.edition import Edition
from mmpt_site.model.person import Person
from mmpt_site.model.when import Day, Days, is_unknown

Thing = dict[str, Any]


def days(when: object) -> Thing:
    """When something begins and ends, as far as its days are known."""
    match when:
        case Day(day):
            return {"startDate": day.isoformat(), "endDate": day.isoformat()}
        case Days(first, last):
            return {"startDate": first.isoformat(), "endDate": last.isoformat()}
        case _:
            return {}


def location(edition: Edition, home: str) -> list[Thing]:
    """Where people meet: the place, the net, or both."""
    is_online = edition.workshop.mode in {"virtual", "hybrid"} and home
    online = {"@type": "VirtualLocation", "url": home} if is_online else None
    return [each for each in (place(edition), online) if each]


def place(edition: Edition) -> Thing | None:
    """The venue as far as its address is known, or else the place as it is written."""
    workshop, venue = edition.workshop, edition.venue
    if workshop.mode == "virtual":
        return None
    written = "" if is_unknown(workshop.place) else workshop.place
    if not venue or not venue.street_lines:
        return {"@type": "Place", "name": written, "address": written} if written else None
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.street,
        "addressLocality": venue.city,
        "addressRegion": venue.region,
        "postalCode": venue.postcode,
        "addressCountry": venue.country,
    }
    lat, lon = venue.geo.numbers if venue.geo else (0.0, 0.0)
    geo = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon} if venue.geo else None
    name = venue.name or written or venue.city
    return known({"@type": "Place", "name": name, "address": known(address), "geo": geo, "hasMap": venue.map_url})


def person(someone: Person) -> Thing:
    """Somebody, with where they work."""
    return known(
        {
            "@type": "Person",
            "name": someone.name,
            "alternateName": someone.native,
            "honorificPrefix": someone.honorific,
            "url": someone.url,
            "affiliation": [organization(each) for each in someone.affiliation],
        }
    )


def organization(affiliation: Affiliation) -> Thing:
    """Where somebody works, with its place and the part of it as far as they are known."""
    place = known({"addressLocality": affiliation.city, "addressCountry": affiliation.country})
    return known(
        {
            "@type": "Organization",
            "name": affiliation.name,
            "department": affiliation.department and {"@type": "Organization", "name": affiliation.department},
            "address": place and {"@type": "PostalAddress", **place},
        }
    )


def known(thing: Mapping[str, Any]) -> Thing:
    """The facts without those that nobody wrote; a list of one is that one."""
    facts = {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in thing.items()}
    return {name: value for name, value in facts.items() if value}
