"""Truths that need more than one field: decoded parts in, problems at their places out.

A rule names the files it needs, and runs when these could be read, whatever is wrong elsewhere. It is a function from
parts to findings; a new truth is one function and one row in RULES.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mmpt_site.content.document import Document, Location
from mmpt_site.content.finding import Finding
from mmpt_site.content.history import history_differs, history_goes_forward
from mmpt_site.content.joined import Joined
from mmpt_site.content.listed_papers import (
    authors_are_distinct,
    bibtex_is_one_entry,
    old_ids_of_papers_are_free,
    papers_are_distinct,
)
from mmpt_site.content.old_ids import old_ids_once
from mmpt_site.content.plausible import notified_in_time, topics_once
from mmpt_site.content.spans import days_apart, days_of, is_before
from mmpt_site.model.dates import Dates, Deadline, moment
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.news import News
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.part import Part
from mmpt_site.model.person import People, Person
from mmpt_site.model.program import Program, Session
from mmpt_site.model.site import Series
from mmpt_site.model.when import ToBeAnnounced
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import Problem, nearest

ORDER = ("opens", "abstract", "submission", "notification", "camera-ready", "workshop")


@dataclass(frozen=True)
class Rule:
    """A function and the files whose parts it takes, in the order of its arguments."""

    check: Callable[..., Iterator[Finding]]
    files: tuple[str, ...]


def check_edition(parts: Mapping[str, Part], places: Mapping[str, Document | Joined]) -> list[Problem]:
    """Every problem that the rules find in one edition."""
    return [
        Problem(places[found.file].at(found.location), found.message, found.hint, found.level)
        for rule in RULES
        if all(file in parts for file in rule.files)
        for found in rule.check(*(parts[file] for file in rule.files))
    ]


def check_series(series: Series, document: Document, editions: list[str]) -> list[Problem]:
    """What `site.yaml` says of the editions is true."""
    if not series.current or series.current in editions or not editions:
        return []
    near = nearest(series.current, editions) or editions[-1]
    message = f"There is no edition {series.current}: content/{series.current}/ does not exist."
    return [Problem(document.at(("current",)), message, f"Did you mean {near}?")]


def deadlines_in_order(dates: Dates) -> Iterator[Finding]:
    """Within a track, what follows from something does not come before it."""
    latest: dict[tuple[str | None, str], Deadline] = {}
    for deadline in dates.dates:
        key = (deadline.track, deadline.kind)
        if not isinstance(deadline.date, ToBeAnnounced):
            latest[key] = max(latest.get(key, deadline), deadline, key=lambda each: moment(each.date))
    for index, later in enumerate(dates.dates):
        for kind in ORDER[: ORDER.index(later.kind)] if later.kind in ORDER else ():
            earlier = latest.get((later.track, kind))
            if earlier and is_before(later.date, earlier.date):
                message = f"The {later.kind} ({later.name}) comes before the {kind} ({earlier.name})."
                day = days_of(earlier.date)
                hint = f"The {kind} is on {day[0] if day else earlier.date}. Is one of the two dates a slip?"
                yield Finding("dates", ("dates", index, "date"), message, hint)
                break


def deadlines_are_distinct(dates: Dates) -> Iterator[Finding]:
    """Two dates can be told apart, since calendars know them by their ids."""
    seen: dict[str, Deadline] = {}
    for index, deadline in enumerate(dates.dates):
        if deadline.id in seen:
            message = f'"{deadline.name}" is given twice.'
            hint = f"Name them differently, or give the second an id of its own, such as id: {deadline.id}-2"
            yield Finding("dates", ("dates", index, "name"), message, hint)
        seen[deadline.id] = deadline


def old_ids_of_dates_are_free(dates: Dates) -> Iterator[Finding]:
    """An id that a date once had is not that of another date."""
    yield from old_ids_once("dates", "dates", dates.dates)


def old_ids_of_keynotes_are_free(keynotes: Keynotes) -> Iterator[Finding]:
    """An id that a talk once had is not that of another talk."""
    yield from old_ids_once("keynotes", "keynotes", keynotes.keynotes)


def people_are_distinct(organizers: Organizers) -> Iterator[Finding]:
    """Nobody stands twice in one list; two people of one name have ids."""
    lists: list[tuple[Location, tuple[Person, ...]]] = [(("organizers",), organizers.organizers)]
    lists += [(("committees", i, "members"), group.members) for i, group in enumerate(organizers.committees)]
    for location, people in lists:
        yield from _listed_once("organizers", location, people)


def people_have_one_entry(people: People) -> Iterator[Finding]:
    """In `people.yaml`, everybody has one entry."""
    yield from _listed_once("people", ("people",), people.people)


def keynotes_are_distinct(keynotes: Keynotes) -> Iterator[Finding]:
    """Links can tell two talks apart."""
    seen: set[str] = set()
    for index, keynote in enumerate(keynotes.keynotes):
        if keynote.id in seen:
            message = f"{keynote.speaker[0].name} gives two talks here."
            hint = f"Give this one an id of its own, such as id: {keynote.id}-2"
            yield Finding("keynotes", ("keynotes", index), message, hint)
        seen.add(keynote.id)


def news_are_distinct(news: News) -> Iterator[Finding]:
    """Links and feeds can tell two of them apart."""
    seen: set[str] = set()
    for index, item in enumerate(news.news):
        if item.id in seen:
            hint = f"Take one out, or give this one an id of its own, such as id: {item.id}-2"
            yield Finding("news", ("news", index), f'"{item.title}" stands here twice.', hint)
        seen.add(item.id)


def workshop_within_host(workshop: Workshop) -> Iterator[Finding]:
    """The workshop's own days lie within those of the conference, or a day before or after."""
    if not (workshop.host and workshop.date and workshop.host.date):
        return
    own, host = days_of(workshop.date), days_of(workshop.host.date)
    if own and host and (days_apart(own[0], host) > 1 or days_apart(own[1], host) > 1):
        message = f"The workshop is not on the days of its conference, {host[0]} to {host[1]}."
        yield Finding("workshop", ("date",), message, "Is one of the two dates a slip?", "warning")


def program_on_the_days(workshop: Workshop, program: Program) -> Iterator[Finding]:
    """The program's days are days of the workshop."""
    span = days_of(workshop.days) if workshop.days else None
    for day in program.program:
        if span and days_apart(day, span) > 1:
            message = f"{day} is not a day of the workshop, {span[0]} to {span[1]}."
            yield Finding("program", ("program", day.isoformat(), "[key]"), message, "Is one of the two dates a slip?")


def sessions_in_order(program: Program) -> Iterator[Finding]:
    """Within a day and a room, sessions stand in the order in which they begin, so that nothing is lost."""
    for day, sessions in program.program.items():
        latest: dict[tuple[str, ...], Session] = {}
        for index, after in enumerate(sessions):
            before = latest.get(after.room)
            if before and after.at < before.at:
                name = after.title or after.keynote
                message = f"{name} begins at {after.at:%H:%M}, before {before.title} ({before.at:%H:%M}) above it."
                hint = "Is one of the times a slip? Otherwise put the sessions in order."
                yield Finding("program", ("program", day.isoformat(), index, "at"), message, hint)
            latest[after.room] = after


def deadlines_near_the_workshop(workshop: Workshop, dates: Dates) -> Iterator[Finding]:
    """A date years away from the workshop is a year left from last time."""
    span = days_of(workshop.days) if workshop.days else None
    for index, deadline in enumerate(dates.dates):
        own = days_of(deadline.date)
        if span and own and days_apart(own[0], span) > 550:
            message = f"This date is far from the workshop ({span[0]})."
            hint = "Is the year left from another edition?"
            yield Finding("dates", ("dates", index, "date"), message, hint, "warning")


RULES = (
    Rule(deadlines_in_order, ("dates",)),
    Rule(history_differs, ("dates",)),
    Rule(history_goes_forward, ("dates",)),
    Rule(deadlines_are_distinct, ("dates",)),
    Rule(deadlines_near_the_workshop, ("workshop", "dates")),
    Rule(old_ids_of_dates_are_free, ("dates",)),
    Rule(old_ids_of_keynotes_are_free, ("keynotes",)),
    Rule(people_are_distinct, ("organizers",)),
    Rule(people_have_one_entry, ("people",)),
    Rule(keynotes_are_distinct, ("keynotes",)),
    Rule(news_are_distinct, ("news",)),
    Rule(papers_are_distinct, ("papers",)),
    Rule(authors_are_distinct, ("papers",)),
    Rule(old_ids_of_papers_are_free, ("papers",)),
    Rule(bibtex_is_one_entry, ("papers",)),
    Rule(workshop_within_host, ("workshop",)),
    Rule(program_on_the_days, ("workshop", "program")),
    Rule(sessions_in_order, ("program",)),
    Rule(topics_once, ("topics",)),
    Rule(notified_in_time, ("workshop", "dates")),
)


def _listed_once(file: str, location: Location, people: tuple[Person, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, person in enumerate(people):
        if person.id in seen:
            message = f"{person.name} stands twice in this list."
            hint = f"Take one out; or, if these are two people, give one an id, such as id: {person.id}-2"
            yield Finding(file, (*location, index, "name"), message, hint)
        seen.add(person.id)
