"""A site in, the people of `people.yaml` out whom no other file names, so that no page shows them."""

from collections.abc import Iterator
from itertools import chain

from mmpt_site.content.load import Loaded
from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Site
from mmpt_site.problems import Problem


def check(site: Site, loaded: Loaded) -> Iterator[Problem]:
    """A note for each of them."""
    documents = {edition.id: edition.documents for edition in loaded.editions}
    for edition in site.editions:
        named = _named(edition)
        for index, person in enumerate(edition.people.people if edition.people else ()):
            if person.id not in named:
                mark = documents[edition.id]["people"].at(("people", index, "name"))
                message = f"No other file names {person.name}, so no page shows this entry."
                hint = "Name them in organizers.yaml, keynotes.yaml or program.yaml, letter by letter as here."
                yield Problem(mark, message, hint, "note")


def _named(edition: Edition) -> set[str]:
    """The ids of everybody who is named outside of `people.yaml`."""
    program = edition.program
    sessions = [session for day in program.program.values() for session in day] if program else []
    entries = (part.everybody for part in (edition.organizers, edition.keynotes, edition.papers) if part)
    roles = (
        ids for session in sessions for ids in (session.chair, session.speaker, session.moderator, session.panelist)
    )
    talks = (talk.speaker for session in sessions for talk in session.talks)
    return {person.id for persons in entries for person in persons} | set(chain(*roles, *talks))
