"""A paper in, its authors as its page names them out: affiliations are numbered once, marks say who did what."""

from dataclasses import dataclass

from mmpt_site.model.edition import Edition
from mmpt_site.model.papers import Paper
from mmpt_site.model.person import Person


@dataclass(frozen=True)
class Writer:
    """Somebody who wrote a paper; `places` are numbers of affiliations, from 1."""

    person: Person
    places: tuple[int, ...]
    equal: bool
    corresponding: bool


@dataclass(frozen=True)
class Byline:
    """The authors in order, and the affiliations in the order of their numbers."""

    writers: tuple[Writer, ...]
    affiliations: tuple[str, ...]

    @property
    def numbered(self) -> bool:
        """Whether it takes numbers to tell who works where: not when all work at all of the places."""
        return len({writer.places for writer in self.writers}) > 1


def byline(edition: Edition, paper: Paper) -> Byline:
    """What the paper says of its authors, and what other files know of them where it says nothing."""
    numbers: dict[str, int] = {}
    writers = []
    for author in paper.authors:
        person = edition.detailed(author.person)
        places = [numbers.setdefault(", ".join(each.parts), len(numbers) + 1) for each in person.affiliation]
        writers.append(Writer(person, tuple(sorted(set(places))), author.equal, author.corresponding))
    return Byline(tuple(writers), tuple(numbers))
