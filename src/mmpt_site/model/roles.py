"""An edition in, what everybody does in it out: one person, one entry, many roles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mmpt_site.model.appearances import Appearance, appearances
from mmpt_site.model.edition import Edition
from mmpt_site.model.keynotes import Keynote
from mmpt_site.model.papers import Paper

Part = Literal["organizer", "member", "keynote", "speaker", "chair", "moderator", "panelist", "author"]


@dataclass(frozen=True)
class Role:
    """What somebody does, and for what; `called` is what an organizer is, or the name of a committee."""

    part: Part
    called: str = ""
    keynote: Keynote | None = None
    paper: Paper | None = None
    appearance: Appearance | None = None


def roles(edition: Edition) -> Mapping[str, tuple[Role, ...]]:
    """The roles of everybody whom an edition names, by their ids, in the order of their family names."""
    found: dict[str, list[Role]] = {}
    for person_id, role in (*_organizers(edition), *_keynotes(edition), *_program(edition), *_papers(edition)):
        found.setdefault(person_id, []).append(role)
    ordered = sorted(found, key=lambda person_id: edition.person(person_id).sort_key)
    return {person_id: tuple(found[person_id]) for person_id in ordered}


def _organizers(edition: Edition) -> Iterator[tuple[str, Role]]:
    if edition.organizers:
        yield from ((person.id, Role("organizer", person.role or "")) for person in edition.organizers.organizers)
        for committee in edition.organizers.committees:
            yield from ((person.id, Role("member", committee.name)) for person in committee.members)


def _keynotes(edition: Edition) -> Iterator[tuple[str, Role]]:
    for keynote in edition.keynotes.keynotes if edition.keynotes else ():
        yield from ((person.id, Role("keynote", keynote=keynote)) for person in keynote.speaker)


def _program(edition: Edition) -> Iterator[tuple[str, Role]]:
    """What people do in the program; that they give a keynote is told already."""
    for person_id, found in appearances(edition).items():
        for each in found:
            block = each.talk.talk if each.talk else each.session.session
            if each.role != "speaker" or not block.keynote:
                yield person_id, Role(each.role, appearance=each)


def _papers(edition: Edition) -> Iterator[tuple[str, Role]]:
    for paper in edition.accepted:
        yield from ((author.id, Role("author", paper=paper)) for author in paper.authors)
