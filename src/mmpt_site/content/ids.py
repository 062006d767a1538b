"""Decoded parts in, the ids out that two things have, and those of old that lead nowhere because another has them."""

from collections.abc import Iterable, Iterator, Sequence

from mmpt_site.content.document import Location
from mmpt_site.content.finding import THERE, Finding
from mmpt_site.content.overlaps import called
from mmpt_site.model.dates import Dates, Deadline
from mmpt_site.model.keynotes import Keynote, Keynotes
from mmpt_site.model.papers import Paper, Papers
from mmpt_site.model.program import Session, Talk
from mmpt_site.model.timetable import TimedSession, TimedTalk, Timetable

TAKE_OUT = "Take it out."


def old_ids_of_dates_are_free(dates: Dates) -> Iterator[Finding]:
    """An id that a date once had is not that of another date."""
    yield from _old_ids_of_entries("dates", dates.dates)


def old_ids_of_keynotes_are_free(keynotes: Keynotes) -> Iterator[Finding]:
    """An id that a talk once had is not that of another talk."""
    yield from _old_ids_of_entries("keynotes", keynotes.keynotes)


def old_ids_of_papers_are_free(papers: Papers) -> Iterator[Finding]:
    """An id that a paper once had is not that of another paper."""
    yield from _old_ids_of_entries("papers", papers.papers)


def ids_of_the_program_are_distinct(table: Timetable) -> Iterator[Finding]:
    """Links and calendars can tell sessions and talks apart, all of them."""
    seen: dict[str, TimedSession | TimedTalk] = {}
    for each in _everything(table):
        first = seen.setdefault(each.id, each)
        if first is not each:
            yield Finding("program", *_told_twice(each, called(_block(first))), "error", ("program", first.place))


def old_ids_of_the_program_are_free(table: Timetable) -> Iterator[Finding]:
    """An id that a session or a talk once had is not that of another."""
    everything = list(_everything(table))
    formerly = ((each.place, _block(each).formerly) for each in everything)
    yield from _old_ids("program", {each.id for each in everything}, formerly)


def _told_twice(each: TimedSession | TimedTalk, first: str) -> tuple[Location, str, str]:
    """Where the id of something stands again, what is wrong, and what to write."""
    block = _block(each)
    other = f"such as id: {each.id}-2"
    if block.given_id:
        return (
            (*each.place, "id"),
            f'"{each.id}" is the id of {first}, too ({THERE}).',
            f"Write another, {other}",
        )
    if isinstance(block, Talk) and block.paper:
        listed = each.place[-2] == "papers"
        hint = "Take one out." if listed else f"Take one out; or, if it has two parts, give one an id, {other}"
        return each.place, f"The paper {block.paper} stands in this session twice ({THERE}).", hint
    message = f"{called(block)} stands here twice ({THERE})."
    return (*each.place, "title"), message, f"Name them differently, or give this one an id of its own, {other}"


def _everything(table: Timetable) -> Iterator[TimedSession | TimedTalk]:
    for session in table.sessions:
        yield session
        yield from session.talks


def _block(each: TimedSession | TimedTalk) -> Session | Talk:
    return each.session if isinstance(each, TimedSession) else each.talk


def _there(index: int) -> tuple[str, Location]:
    return "papers", ("papers", index, "title")


def _old_ids_of_entries(name: str, entries: Sequence[Deadline | Keynote | Paper]) -> Iterator[Finding]:
    formerly = (((name, index), entry.formerly) for index, entry in enumerate(entries))
    yield from _old_ids(name, {entry.id for entry in entries}, formerly)


def _old_ids(file: str, taken: set[str], formerly: Iterable[tuple[Location, Sequence[str]]]) -> Iterator[Finding]:
    for place, ids in formerly:
        for step, old in enumerate(ids):
            if old in taken:
                message = f'The id "{old}" is taken already, so old links cannot lead here.'
                yield Finding(file, (*place, "formerly", step), message, TAKE_OUT)
            taken.add(old)
