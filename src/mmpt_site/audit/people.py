"""A site in, the people of `people.yaml` out whom no other file names, so that no page shows them."""

from collections.abc import Iterator

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
                hint = "Name them where people are named, such as in program.yaml, letter by letter as here."
                yield Problem(mark, message, hint, "note")


def _named(edition: Edition) -> set[str]:
    """The ids of everybody who is named outside of `people.yaml`."""
    organizers, keynotes, program = edition.organizers, edition.keynotes, edition.program
    sessions = [session for day in program.program.values() for session in day] if program else []
    entries = (
        *(organizers.organizers if organizers else ()),
        *(member for group in (organizers.committees if organizers else ()) for member in group.members),
        *(speaker for keynote in (keynotes.keynotes if keynotes else ()) for speaker in keynote.speaker),
    )
    challenges = edition.challenges.challenges if edition.challenges else ()
    cited = {
        *(person for session in sessions for person in (*session.chair, *session.speaker)),
        *(person for challenge in challenges for person in challenge.organizers),
        *(edition.conduct.people if edition.conduct else ()),
    }
    return {person.id for person in entries} | cited
