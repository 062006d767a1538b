"""One edition of the workshop: the values of its files in, a whole that answers questions out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mmpt_site.model.awards import Awards
from mmpt_site.model.call import Call
from mmpt_site.model.challenges import Challenges
from mmpt_site.model.conduct import Conduct
from mmpt_site.model.dates import Dates
from mmpt_site.model.faq import Faq
from mmpt_site.model.gallery import Gallery
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.news import News
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.person import People, Person
from mmpt_site.model.program import Program
from mmpt_site.model.registration import Registration
from mmpt_site.model.resources import Resources
from mmpt_site.model.sponsors import Sponsors
from mmpt_site.model.topics import Topics
from mmpt_site.model.venue import Venue
from mmpt_site.model.workshop import Workshop


@dataclass(frozen=True)
class Edition:
    """One year of the series; `id` is the name of its folder, each other field the file of the same name in it."""

    id: str
    workshop: Workshop
    call: Call | None = None
    topics: Topics | None = None
    dates: Dates | None = None
    organizers: Organizers | None = None
    program: Program | None = None
    keynotes: Keynotes | None = None
    news: News | None = None
    people: People | None = None
    venue: Venue | None = None
    registration: Registration | None = None
    challenges: Challenges | None = None
    awards: Awards | None = None
    sponsors: Sponsors | None = None
    faq: Faq | None = None
    conduct: Conduct | None = None
    gallery: Gallery | None = None
    resources: Resources | None = None
    pages: Mapping[str, MarkdownPage] = field(default_factory=dict)  # by the names of their files

    @property
    def old_folders(self) -> tuple[tuple[int, str], ...]:
        """The names that the folder had before, oldest first, each with its place among the old addresses."""
        folders = enumerate(self.workshop.formerly)
        return tuple((index, old) for index, old in folders if not old.startswith("/") and "." not in old)

    @property
    def lasting_id(self) -> str:
        """The id by which calendars have known it from the first."""
        return self.old_folders[0][1] if self.old_folders else self.id

    def person(self, person_id: str) -> Person:
        """Everything that the files together say of a person."""
        return self._people[person_id]

    def people_of(self, ids: Iterable[str]) -> tuple[Person, ...]:
        """The people of these ids."""
        return tuple(map(self.person, ids))

    def detailed(self, entry: Person) -> Person:
        """An entry with what other files say of the same person; what stands in the entry itself comes first."""
        return entry.merged(self.person(entry.id))

    @cached_property
    def _people(self) -> dict[str, Person]:
        found: dict[str, Person] = {}
        for person in everybody(self.organizers, self.people, self.keynotes):
            found[person.id] = found[person.id].merged(person) if person.id in found else person
        return found


def everybody(organizers: Organizers | None, people: People | None, keynotes: Keynotes | None) -> tuple[Person, ...]:
    """Every entry of a person in the three files, in the order written; one person may have several."""
    groups = (
        organizers.organizers if organizers else (),
        *(committee.members for committee in (organizers.committees if organizers else ())),
        people.people if people else (),
        *(keynote.speaker for keynote in (keynotes.keynotes if keynotes else ())),
    )
    return tuple(person for group in groups for person in group)
