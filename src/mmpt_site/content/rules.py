"""Truths that need more than one field: decoded parts in, problems at their places out.

A rule names the files it needs, and runs when these could be read, whatever is wrong elsewhere. It is a function from
parts to findings; a new truth is one function and one row in RULES.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mmpt_site.content.document import Document
from mmpt_site.content.finding import THERE, Finding
from mmpt_site.content.history import history_differs, history_goes_forward
from mmpt_site.content.ids import (
    ids_of_the_program_are_distinct,
    old_ids_of_dates_are_free,
    old_ids_of_keynotes_are_free,
    old_ids_of_papers_are_free,
    old_ids_of_the_program_are_free,
    papers_are_distinct,
)
from mmpt_site.content.joined import Joined
from mmpt_site.content.overlaps import (
    people_are_in_one_place,
    rooms_hold_one_session,
    sessions_without_rooms_follow_each_other,
)
from mmpt_site.content.people import (
    ids_belong_to_one_person,
    names_are_written_one_way,
    people_are_distinct,
    people_are_written_one_way,
    people_have_one_entry,
)
from mmpt_site.content.plausible import notified_in_time, topics_once
from mmpt_site.content.program import program_on_the_days, rooms_are_known, sessions_in_order
from mmpt_site.content.spans import days_apart, days_of, is_before
from mmpt_site.content.talks import (
    sessions_are_filled,
    talks_fit_into_their_sessions,
    talks_name_their_papers,
)
from mmpt_site.model.dates import Dates, Deadline, moment
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.news import News
from mmpt_site.model.part import Part
from mmpt_site.model.program import Program
from mmpt_site.model.site import Series
from mmpt_site.model.timetable import Timetable, timetable
from mmpt_site.model.when import ToBeAnnounced, parse_zone
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import Problem, nearest

ORDER = ("opens", "abstract", "submission", "notification", "camera-ready", "workshop")


@dataclass(frozen=True)
class Rule:
    """A function and the files whose parts it takes, in the order of its arguments; it can do without `also`."""

    check: Callable[..., Iterator[Finding]]
    files: tuple[str, ...]
    also: tuple[str, ...] = ()


def check_edition(parts: Mapping[str, Part], places: Mapping[str, Document | Joined]) -> list[Problem]:
    """Every problem that the rules find in one edition."""
    known: dict[str, object] = {**parts, **_in_time(parts.get("workshop"), parts.get("program"))}
    return [
        _problem(found, places)
        for rule in RULES
        if all(file in known for file in rule.files)
        for found in rule.check(*(known[file] for file in rule.files), *map(known.get, rule.also))
    ]


def _in_time(workshop: Part | None, program: Part | None) -> dict[str, Timetable]:
    """The program laid out in time, as a part of its own."""
    if not (isinstance(workshop, Workshop) and isinstance(program, Program)):
        return {}
    return {"timetable": timetable(program, parse_zone(workshop.timezone) if workshop.timezone else None)}


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
    Rule(old_ids_of_papers_are_free, ("papers",)),
    Rule(papers_are_distinct, ("papers",)),
    Rule(people_are_distinct, ("organizers",)),
    Rule(people_have_one_entry, ("people",)),
    Rule(people_are_written_one_way, (), ("people", "organizers", "keynotes", "papers")),
    Rule(names_are_written_one_way, (), ("people", "organizers", "keynotes", "papers")),
    Rule(ids_belong_to_one_person, (), ("people", "organizers", "keynotes", "papers")),
    Rule(keynotes_are_distinct, ("keynotes",)),
    Rule(news_are_distinct, ("news",)),
    Rule(workshop_within_host, ("workshop",)),
    Rule(program_on_the_days, ("workshop", "program")),
    Rule(sessions_in_order, ("program",)),
    Rule(rooms_are_known, ("program",)),
    Rule(rooms_hold_one_session, ("timetable",)),
    Rule(sessions_without_rooms_follow_each_other, ("timetable",)),
    Rule(people_are_in_one_place, ("timetable",), ("keynotes", "people", "organizers", "papers")),
    Rule(talks_fit_into_their_sessions, ("timetable",)),
    Rule(sessions_are_filled, ("timetable",)),
    Rule(talks_name_their_papers, ("program", "papers")),
    Rule(ids_of_the_program_are_distinct, ("timetable",)),
    Rule(old_ids_of_the_program_are_free, ("timetable",)),
    Rule(topics_once, ("topics",)),
    Rule(notified_in_time, ("workshop", "dates")),
)


def _problem(found: Finding, places: Mapping[str, Document | Joined]) -> Problem:
    mark, message = places[found.file].at(found.location), found.message
    if found.there:
        file, location = found.there
        there = places[file].at(location)
        message = message.replace(
            THERE, f"line {there.line}" if there.path == mark.path else f"{there.path}:{there.line}"
        )
    return Problem(mark, message, found.hint, found.level)
