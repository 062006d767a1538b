"""An edition in, who appears in its program out: when, where and as what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mmpt_site.model.edition import Edition
from mmpt_site.model.timetable import TimedSession, TimedTalk

As = Literal["speaker", "chair", "moderator", "panelist"]


@dataclass(frozen=True)
class Appearance:
    """What somebody does in a session, or in one of its talks."""

    role: As
    session: TimedSession
    talk: TimedTalk | None = None

    @property
    def timed(self) -> TimedSession | TimedTalk:
        """What it is about, with its time."""
        return self.talk or self.session


def appearances(edition: Edition) -> Mapping[str, tuple[Appearance, ...]]:
    """All that people do in the program, in time, by their ids, in the order of their family names."""
    found: dict[str, list[Appearance]] = {}
    for person_id, appearance in _all(edition):
        found.setdefault(person_id, []).append(appearance)
    ordered = sorted(found, key=lambda person_id: edition.person(person_id).sort_key)
    return {person_id: tuple(sorted(found[person_id], key=lambda each: each.timed.start)) for person_id in ordered}


def has_appearances(edition: Edition) -> bool:
    """Whether the program names anybody."""
    return next(_all(edition), None) is not None


def _all(edition: Edition) -> Iterator[tuple[str, Appearance]]:
    for timed in edition.timetable.sessions:
        session = timed.session
        roles: tuple[tuple[As, tuple[str, ...]], ...] = (
            ("speaker", edition.speakers(session)),
            ("chair", session.chair),
            ("moderator", session.moderator),
            ("panelist", session.panelist),
        )
        for role, ids in roles:
            yield from ((person_id, Appearance(role, timed)) for person_id in ids)
        for talk in timed.talks:
            yield from ((person_id, Appearance("speaker", timed, talk)) for person_id in edition.speakers(talk.talk))
