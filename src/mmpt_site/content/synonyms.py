"""A word that is no field and no kind here in, the word that somebody meant out: one that looks like it or means it."""

from collections.abc import Iterable

from mmpt_site.problems import nearest

SYNONYMS = {
    "start": ("at",),
    "begin": ("at",),
    "begins": ("at",),
    "time": ("at",),
    "end": ("until",),
    "ends": ("until",),
    "to": ("until",),
    "duration": ("for",),
    "length": ("for",),
    "minutes": ("for",),
    "licence": ("license",),
    "image": ("photo",),
    "picture": ("photo", "image"),
    "portrait": ("photo",),
    "biography": ("bio",),
    "homepage": ("url",),
    "website": ("url",),
    "web": ("url",),
    "link": ("url",),
    "mail": ("email", "contact"),
    "email": ("contact",),
    "location": ("place", "room"),
    "venue": ("place", "room"),
    "city": ("place",),
    "university": ("affiliation",),
    "institution": ("affiliation",),
    "company": ("affiliation",),
    "deadline": ("date", "submission"),
    "day": ("date",),
    "when": ("date", "at"),
    "previous": ("was",),
    "extended": ("was",),
    "extended from": ("was",),
    "old": ("was",),
    "old date": ("was",),
    "original": ("was",),
    "earlier": ("was",),
    "before": ("was",),
    "because": ("reason",),
    "why": ("reason",),
    "headline": ("title",),
    "abstract": ("text", "introduction"),
    "description": ("text", "introduction", "note"),
    "intro": ("introduction",),
    "conference": ("host",),
    "double-blind": ("double",),
    "double blind": ("double",),
    "single-blind": ("single",),
    "single blind": ("single",),
    "canceled": ("cancelled",),
    "moved": ("rescheduled", "was"),
    "delayed": ("postponed",),
    "acknowledgements": ("acknowledgement",),
    "acknowledgments": ("acknowledgement",),
    "tracks": ("kinds",),
    "types": ("kinds",),
    "template": ("format", "latex"),
    "mailing list": ("mailing_lists",),
    "newsletter": ("mailing_lists",),
    "slack": ("chat",),
    "twitter": ("social",),
    "mastodon": ("social",),
    "alphabetical": ("by family name",),
    "family name": ("family",),
    "last name": ("family",),
    "surname": ("family",),
    "online": ("virtual",),
    "on-site": ("in-person",),
    "onsite": ("in-person",),
    "coffee": ("break",),
    "coffee break": ("break",),
    "paper": ("submission", "oral"),
    "papers": ("submission", "oral"),
    "full paper": ("submission",),
    "talk": ("oral",),
    "talks": ("oral",),
    "invited talk": ("keynote",),
    "decision": ("notification",),
    "acceptance": ("notification",),
    "final version": ("camera-ready",),
}


def synonym(name: str, known: Iterable[str]) -> str:
    """The known word that means what another does, or nothing."""
    known = tuple(known)
    return next((word for word in SYNONYMS.get(name.casefold(), ()) if word in known), "")


def meant(name: str, known: Iterable[str]) -> str:
    """The known word that somebody meant by another, or nothing."""
    known = tuple(known)
    return synonym(name, known) or nearest(name, known)
