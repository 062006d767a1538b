"""Truths that need more than one field: decoded parts in, problems at their places out.

A rule names the files it needs, and runs when these could be read, whatever is wrong elsewhere. It is a function from
parts to findings; a new truth is one function and one row in RULES.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mmpt_site.content.clocks import times_come_once
from mmpt_site.content.document import Document
from mmpt_site.content.finding import THERE, Finding
from mmpt_site.content.history import history_differs, history_goes_forward
from mmpt_site.content.ids import (
    ids_of_the_program_are_distinct,
    old_ids_of_dates_are_free,
    old_ids_of_keynotes_are_free,
    old_ids_of_papers_are_free,
    old_ids_of_the_program_are_free,
)
from mmpt_site.content.joined import Joined
from mmpt_site.content.listed_papers import (
    authors_are_distinct,
    bibtex_is_one_entry,
    papers_are_distinct,
)
from mmpt_site.content.once import (
    awards_are_distinct,
    challenges_are_distinct,
    fees_once,
    leaderboards_are_whole,
    pictures_once,
    questions_once,
    resources_once,
    sponsors_once,
    tiers_known,
)
from mmpt_site.content.order import (
    applied_in_time,
    deadlines_in_order,
    early_fees_end,
    registration_in_order,
    timelines_in_order,
)
from mmpt_site.content.overlaps import (
    people_are_in_one_place,
    rooms_hold_one_session,
    sessions_without_rooms_follow_each_other,
)
from mmpt_site.content.people import (
    ids_belong_to_one_person,
    names_are_written_one_way,
    names_with_ids_have_them_everywhere,
    people_are_distinct,
    people_are_written_one_way,
    people_have_one_entry,
)
from mmpt_site.content.plausible import (
    deadlines_near_the_workshop,
    notified_in_time,
    rescheduled_from_a_day,
    topics_once,
    workshop_within_host,
)
from mmpt_site.content.program import program_on_the_days, rooms_are_known, sessions_in_order
from mmpt_site.content.talks import (
    sessions_are_filled,
    talks_fit_into_their_sessions,
    talks_name_their_papers,
)
from mmpt_site.model.call import Call
from mmpt_site.model.dates import Dates, Deadline
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.news import News
from mmpt_site.model.part import Part
from mmpt_site.model.program import Program
from mmpt_site.model.site import Series
from mmpt_site.model.timetable import Timetable, timetable
from mmpt_site.model.when import parse_zone
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import Problem, nearest


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
    problems = []
    seen: set[tuple[int, str | None]] = set()
    for index, past in enumerate(series.editions):
        mark, here = document.at(("editions", index, "year")), f"content/{past.year}/"
        if str(past.year) in editions:
            message = f"There is an edition {past.year} on this site: {here}."
            problems.append(Problem(mark, message, "Take this one out: all editions are listed anyway.", "warning"))
        elif (past.year, past.name) in seen:
            hint = "Take one out; or, if there were two, give each a name."
            problems.append(Problem(mark, f"The edition of {past.year} stands here twice.", hint))
        seen.add((past.year, past.name))
    if series.current and series.current not in editions and editions:
        near = nearest(series.current, editions) or editions[-1]
        message = f"There is no edition {series.current}: content/{series.current}/ does not exist."
        problems.append(Problem(document.at(("current",)), message, f"Did you mean {near}?"))
    return problems


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


def kinds_are_distinct(call: Call) -> Iterator[Finding]:
    """Two kinds of papers have two names, so that links can tell them apart."""
    seen: set[str] = set()
    for index, kind in enumerate(call.kinds):
        if kind.id in seen:
            yield Finding("call", ("kinds", index, "name"), f'"{kind.name}" is given twice.', "Name them differently.")
        seen.add(kind.id)


def news_are_distinct(news: News) -> Iterator[Finding]:
    """Links and feeds can tell two of them apart."""
    seen: set[str] = set()
    for index, item in enumerate(news.news):
        if item.id in seen:
            hint = f"Take one out, or give this one an id of its own, such as id: {item.id}-2"
            yield Finding("news", ("news", index), f'"{item.title}" stands here twice.', hint)
        seen.add(item.id)


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
    Rule(names_with_ids_have_them_everywhere, (), ("people", "organizers", "keynotes", "papers")),
    Rule(ids_belong_to_one_person, (), ("people", "organizers", "keynotes", "papers")),
    Rule(keynotes_are_distinct, ("keynotes",)),
    Rule(news_are_distinct, ("news",)),
    Rule(papers_are_distinct, ("papers",)),
    Rule(authors_are_distinct, ("papers",)),
    Rule(bibtex_is_one_entry, ("papers",)),
    Rule(kinds_are_distinct, ("call",)),
    Rule(rescheduled_from_a_day, ("workshop",)),
    Rule(workshop_within_host, ("workshop",)),
    Rule(program_on_the_days, ("workshop", "program")),
    Rule(sessions_in_order, ("program",)),
    Rule(times_come_once, ("workshop", "program")),
    Rule(sponsors_once, ("sponsors",)),
    Rule(tiers_known, ("sponsors",)),
    Rule(fees_once, ("registration",)),
    Rule(registration_in_order, ("registration",)),
    Rule(early_fees_end, ("registration",)),
    Rule(awards_are_distinct, ("awards",)),
    Rule(applied_in_time, ("workshop", "awards")),
    Rule(challenges_are_distinct, ("challenges",)),
    Rule(timelines_in_order, ("challenges",)),
    Rule(leaderboards_are_whole, ("challenges",)),
    Rule(questions_once, ("faq",)),
    Rule(pictures_once, ("gallery",)),
    Rule(resources_once, ("resources",)),
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
