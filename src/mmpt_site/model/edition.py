"""One edition of the workshop: the values of its files in, a whole that answers questions out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from mmpt_site.model.awards import Awards
from mmpt_site.model.call import Call
from mmpt_site.model.challenges import Challenges
from mmpt_site.model.citation import citation_keys
from mmpt_site.model.conduct import Conduct
from mmpt_site.model.dates import Dates
from mmpt_site.model.faq import Faq
from mmpt_site.model.gallery import Gallery
from mmpt_site.model.keynotes import Keynote, Keynotes
from mmpt_site.model.listing import Group, groups
from mmpt_site.model.news import News
from mmpt_site.model.organizers import Committee, Organizers
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.papers import Paper, Papers
from mmpt_site.model.person import People, Person
from mmpt_site.model.program import Program, Session, Talk
from mmpt_site.model.registration import Registration
from mmpt_site.model.resources import Resources
from mmpt_site.model.sponsors import Sponsors
from mmpt_site.model.timetable import Timetable, timetable
from mmpt_site.model.topics import Topics
from mmpt_site.model.venue import Venue
from mmpt_site.model.when import Day, Days, parse_zone
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
    papers: Papers | None = None
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
    paper_files: tuple[tuple[str, int], ...] = ()  # of each paper: its file in the folder, and which of its entries
    papers_in: tuple[str, ...] = ()  # the files in the folder that hold papers, or will
    sizes: Mapping[str, int] = field(default_factory=dict)  # of what lies in files/, in bytes

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

    @property
    def accepted(self) -> tuple[Paper, ...]:
        """The accepted papers, in the order written."""
        return self.papers.papers if self.papers else ()

    def paper(self, paper_id: str) -> Paper:
        """The paper of an id."""
        return self._papers[paper_id]

    @property
    def year(self) -> str:
        """The year in which it is, as far as its days or the name of its folder tell; or nothing."""
        match self.workshop.days:
            case Day(day) | Days(day, _):
                return f"{day:%Y}"
            case _:
                return "".join(re.findall("(?:19|20)[0-9]{2}", self.id)[:1])

    @property
    def awarded(self) -> tuple[Paper, ...]:
        """The papers that won something."""
        return tuple(paper for paper in self.accepted if paper.award)

    @cached_property
    def paper_groups(self) -> tuple[Group, ...]:
        """The papers as a list shows them."""
        return groups(self.accepted)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Paper | None, Paper | None]]:
        """The papers before and after each one in that list, by its id."""
        listed = [paper for group in self.paper_groups for paper in group.papers]
        around = zip([None, *listed], listed, [*listed[1:], None], strict=False)
        return {paper.id: (before, after) for before, paper, after in around}

    @cached_property
    def place_of_paper(self) -> Mapping[str, int]:
        """Which of the papers in its file each one is, by its id."""
        listed = self.accepted
        return {paper.id: index for paper, (_, index) in zip(listed, self.paper_files, strict=True)}

    @cached_property
    def citation_keys(self) -> Mapping[str, str]:
        """The key by which BibTeX cites each paper, by its id."""
        return citation_keys(self.accepted, self.year)

    def keynote(self, keynote_id: str) -> Keynote:
        """The keynote of an id."""
        return next(keynote for keynote in self.keynotes.keynotes if keynote.id == keynote_id)  # type: ignore[union-attr]

    def title(self, block: Session | Talk) -> str:
        """What a session or a talk is called: its own title, otherwise that of its paper or keynote; or nothing."""
        paper = block.paper if isinstance(block, Talk) else None
        if block.title or not (paper or block.keynote):
            return block.title or ""
        return self.paper(paper).title if paper else self.keynote(block.keynote or "").title or ""

    def speakers(self, block: Session | Talk) -> tuple[str, ...]:
        """The ids of those who speak: as named, otherwise those whose keynote it is."""
        if block.speaker or not block.keynote:
            return block.speaker
        return tuple(person.id for person in self.keynote(block.keynote).speaker)

    @cached_property
    def timetable(self) -> Timetable:
        """When and where everything in the program is."""
        zone = parse_zone(self.workshop.timezone) if self.workshop.timezone else None
        return timetable(self.program, zone) if self.program else Timetable(())

    @cached_property
    def _papers(self) -> dict[str, Paper]:
        return {paper.id: paper for paper in self.accepted}

    def members(self, committee: Committee) -> tuple[Person, ...]:
        """The entries of a committee, in the order that it asks for."""
        if committee.order == "as written":
            return committee.members
        return tuple(sorted(committee.members, key=lambda entry: self.detailed(entry).sort_key))

    @property
    def closes(self) -> datetime | None:
        """When the call closes, as its dates say; nothing where `phase` says that it is open, or not yet."""
        return self.dates.closes if self.dates and self.workshop.phase not in {"announced", "open"} else None

    def closed(self, now: datetime) -> bool:
        """Whether the call is closed: since its last deadline, or since `phase` says so."""
        said = self.workshop.phase in {"reviewing", "notified"} or self.workshop.status == "cancelled"
        return said or (self.closes is not None and self.closes <= now)

    @cached_property
    def _people(self) -> dict[str, Person]:
        found: dict[str, Person] = {}
        for part in (self.organizers, self.people, self.keynotes, self.papers):
            for person in part.everybody if part else ():
                found[person.id] = found[person.id].merged(person) if person.id in found else person
        return found
