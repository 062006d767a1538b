"""A program laid out in time in, the talks that do not fit into their sessions out."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from difflib import SequenceMatcher

from mmpt_site.content.finding import Finding
from mmpt_site.content.overlaps import OPEN, called, taking_place
from mmpt_site.model.papers import Paper, Papers
from mmpt_site.model.program import Program
from mmpt_site.model.scalars import slug
from mmpt_site.model.timetable import TimedSession, TimedTalk, Timetable, elapsed

SLIP = "Is one of the times a slip?"
DISCUSSION = timedelta(minutes=30)  # what sessions leave for questions and discussion
ALIKE = 0.9  # how much two titles have to be alike, 0 to 1
ENDS = 3  # words at the beginning or at the end that two titles have in common where they may be alike


def talks_fit_into_their_sessions(table: Timetable) -> Iterator[Finding]:
    """Talks follow each other within the time of their session, or of a session that goes on, in any order."""
    for session in taking_place(table):
        before: TimedTalk | None = None
        for talk in session.talks:
            if not talk.timed or talk.talk.cancelled:
                continue
            if found := _misplaced(session, talk) or _too_early(session, before, talk):
                yield found
            elif found := _too_late(session, talk):
                yield found
                break  # and so do those after it
            before = talk


def sessions_are_filled(table: Timetable) -> Iterator[Finding]:
    """No talk is missing in a session: what its talks leave is less than half an hour, or than the longest of them.

    Discussions that nobody wrote down hardly ever take longer than that.
    """
    for each in taking_place(table):
        ends = [talk.end for talk in each.talks if talk.timed and talk.end]
        if not ends or len(ends) < len(each.talks) or not _own_end(each) or each.session.sort in OPEN:
            continue
        longest = max(elapsed(talk.start, talk.end) for talk in each.talks if talk.end)
        left = elapsed(max(ends), _own_end(each) or max(ends))
        if left > max(DISCUSSION, longest):
            message = f"The talks of {called(each.session)} end at {max(ends):%H:%M}, and the session {_ends(each)}."
            hint = (
                f"Is a talk missing? What else happens can stand there: - {{title: Discussion, for: {_minutes(left)}}}"
            )
            field = "until" if each.session.until else "for"
            yield Finding("program", (*each.place, field), message, hint, "note")


def talks_name_their_papers(program: Program, papers: Papers) -> Iterator[Finding]:
    """A talk that is called like a paper says which, so that the paper says when it is presented."""
    titles = _Titles(papers)
    for day, sessions in program.program.items():
        for index, session in enumerate(sessions):
            for step, talk in enumerate(session.talks):
                paper = titles.like(talk.title) if talk.title and not (talk.paper or talk.keynote) else None
                if paper:
                    place = ("program", day.isoformat(), index, "talks", step, "title")
                    message = "This is the title of a paper, and the talk does not name it."
                    hint = f"Write paper: {paper.id} in place of the title; then each leads to the other."
                    yield Finding("program", place, message, hint, "warning")


class _Titles:
    """The papers by their titles, and by what these begin and end with."""

    def __init__(self, papers: Papers) -> None:
        self._exact: dict[str, Paper] = {}
        self._ends: dict[tuple[str, ...], list[tuple[str, Paper]]] = {}
        for paper in papers.papers:
            title = slug(paper.title)
            if title not in self._exact:
                self._exact[title] = paper
                for end in _both_ends(title):
                    self._ends.setdefault(end, []).append((title, paper))

    def like(self, written: str) -> Paper | None:
        """The paper that is called so, or nearly so."""
        title = slug(written)
        if title in self._exact:
            return self._exact[title]
        near = (found for end in _both_ends(title) for found in self._ends.get(end, ()))
        return next((paper for known, paper in near if _alike(title, known)), None)


def _both_ends(title: str) -> tuple[tuple[str, ...], ...]:
    words = title.split("-")
    return (("", *words[:ENDS]), (*words[-ENDS:], "")) if len(words) > ENDS else ()


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _misplaced(session: TimedSession, talk: TimedTalk) -> Finding | None:
    """A talk that begins outside of its session, or ends before it begins."""
    if talk.end and elapsed(talk.start, talk.end) <= timedelta():
        message = f"This talk ends at {talk.end:%H:%M}, and begins at {talk.start:%H:%M}, after those before it."
        return Finding("program", (*talk.place, "until"), message, SLIP)
    own_end = _own_end(session)
    outside = elapsed(session.start, talk.start) < timedelta() or (
        own_end and elapsed(talk.start, own_end) <= timedelta()
    )
    if not (outside and talk.talk.at):
        return None
    message = f"This talk begins at {talk.start:%H:%M}, and its session {_begins(session)}."
    return Finding("program", (*talk.place, "at"), message, SLIP, "warning")


def _too_early(session: TimedSession, before: TimedTalk | None, talk: TimedTalk) -> Finding | None:
    """A talk that begins before the one above it is over."""
    if not before or session.session.sort in OPEN:
        return None
    over = before.end or before.start
    if elapsed(over, talk.start) >= timedelta():
        return None
    over_at = f"is over ({over:%H:%M})" if before.end else f"({over:%H:%M}) above it"
    message = f"{called(talk.talk)} begins at {talk.start:%H:%M}, before {called(before.talk)} {over_at}."
    return Finding("program", (*talk.place, "at"), message, SLIP, "warning")


def _too_late(session: TimedSession, talk: TimedTalk) -> Finding | None:
    """The first talk that is not over when its session is."""
    own_end = _own_end(session)
    if not own_end or not talk.end or elapsed(talk.end, own_end) >= timedelta():
        return None
    message = f"{called(talk.talk)} ends at {talk.end:%H:%M}, and its session {_ends(session)}."
    hint = "Give the session more time or the talks less; or take out when it ends, which then is when its talks end."
    return Finding("program", talk.place, message, hint, "warning")


def _own_end(session: TimedSession) -> datetime | None:
    """When a session ends by what is written of it, and not only by its talks."""
    return session.end if session.session.until or session.session.length else None


def _begins(session: TimedSession) -> str:
    if _own_end(session):
        return f"is from {session.start:%H:%M} to {session.end:%H:%M}"
    return f"begins at {session.start:%H:%M}"


def _ends(session: TimedSession) -> str:
    return f"ends at {session.end:%H:%M}"


def _minutes(length: timedelta) -> str:
    return f"{length // timedelta(minutes=1)} min"
