"""Everybody whom decoded parts name in, those out who seem to be one person written in two ways, or two with one id.

Nobody is taken for somebody else by a likeness alone: two names that differ by more than accents, case, hyphens and
spaces also need a place of work in common.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mmpt_site.content.document import Location
from mmpt_site.content.finding import THERE, Finding
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.papers import Author, Papers
from mmpt_site.model.person import People, Person
from mmpt_site.model.scalars import slug

# letters that one may write as two, or as one without its accent
PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
MOST = 20  # of one name that are compared with each other
ACCENTS = {chr(code) for code in range(0x300, 0x370)}  # of Latin letters; those of other scripts are letters
TITLES = {"dr", "prof", "professor", "mr", "ms", "mrs"}


@dataclass(frozen=True)
class Entry:
    """Somebody as one place names them."""

    file: str
    place: Location
    person: Person | Author

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name without accents, hyphens, dots and forms of address."""
        words = [_folded(word) for word in re.split(r"[\s.]+", self.person.name)]
        return tuple(word for word in words if word and word not in TITLES)

    @property
    def letters(self) -> str:
        """The name without what separates its words."""
        return "".join(self.words)

    @property
    def initial(self) -> bool:
        """Whether the first name is only a letter."""
        return len(self.words) > 1 and len(self.words[0]) == 1

    @property
    def named(self) -> bool:
        """Whether an id says who is meant, and not only the name."""
        return self.person.given_id not in {None, slug(self.person.name)}

    @cached_property
    def signs(self) -> frozenset[str]:
        """What tells one of several of a name from the others: where they work, their address."""
        email = getattr(self.person, "email", None)
        return frozenset(_folded(sign) for sign in (*map(str, self.person.affiliation), *filter(None, [email])))


def people_are_distinct(organizers: Organizers) -> Iterator[Finding]:
    """Nobody stands twice in one list; two people of one name have ids."""
    lists: list[tuple[Location, tuple[Person, ...]]] = [(("organizers",), organizers.organizers)]
    lists += [(("committees", i, "members"), group.members) for i, group in enumerate(organizers.committees)]
    for location, people in lists:
        yield from _listed_once("organizers", location, people)


def people_have_one_entry(people: People) -> Iterator[Finding]:
    """In `people.yaml`, everybody has one entry."""
    yield from _listed_once("people", ("people",), people.people)


def people_are_written_one_way(*parts: object) -> Iterator[Finding]:
    """One person has one name, since people are known by their names."""
    entries = _first_of_each(_everybody(parts))
    told = set()
    for found in (_spelt_otherwise(entries), _turned_round(entries), _with_initials(entries)):
        for first, entry in found:
            if entry.person.id == first.person.id or entry.named or first.named or entry.person.id in told:
                continue
            told.add(entry.person.id)
            message = f'Is this the same person as "{first.person.name}" ({THERE})?'
            hint = (
                f"If so, write it the same in both places, or give this one id: {first.person.id}. "
                f"If not, give it an id of its own, such as id: {entry.person.id}-2"
            )
            yield Finding(entry.file, (*entry.place, "name"), message, hint, "warning", _at(first))


def names_are_written_one_way(*parts: object) -> Iterator[Finding]:
    """One person, whom case and hyphens do not make another, is not called differently here and there."""
    first_of: dict[str, Entry] = {}
    told = set()
    for entry in _everybody(parts):
        first = first_of.setdefault(entry.person.id, entry)
        name = entry.person.name
        if name == first.person.name or entry.named or first.named or (entry.person.id, name) in told:
            continue
        told.add((entry.person.id, name))
        message = f'Elsewhere this name is written "{first.person.name}" ({THERE}).'
        yield Finding(
            entry.file, (*entry.place, "name"), message, "Write it the same in both places.", "note", _at(first)
        )


def names_with_ids_have_them_everywhere(*parts: object) -> Iterator[Finding]:
    """Somebody who has an id is not named without it in the same file, which would make another person of them."""
    entries = list(_everybody(parts))
    with_id = {(entry.file, entry.person.name): entry for entry in reversed(entries) if entry.named}
    told = set()
    for entry in entries:
        other = with_id.get((entry.file, entry.person.name))
        if not other or entry.named or entry.person.id == other.person.id or (entry.file, entry.person.id) in told:
            continue
        told.add((entry.file, entry.person.id))
        name, known = entry.person.name, other.person.id
        hint = f"If so, write {{name: {name}, id: {known}}}; if not, give it an id of its own, such as id: {known}-2"
        message = f"Is this the {name} with id: {known} ({THERE})?"
        yield Finding(entry.file, (*entry.place, "name"), message, hint, "warning", _at(other))


def ids_belong_to_one_person(*parts: object) -> Iterator[Finding]:
    """One id is not given to two people whose names have nothing in common."""
    first_of: dict[str, Entry] = {}
    for entry in _everybody(parts):
        first = first_of.setdefault(entry.person.id, entry)
        in_one_list = (entry.file, entry.place[:-1]) == (first.file, first.place[:-1])  # of which others tell
        if not (entry.named or first.named) or _may_be_one(first, entry) or in_one_list:
            continue
        message = f'The id "{entry.person.id}" is that of {first.person.name} ({THERE}).'
        hint = f"Take it out here, or write another, such as id: {slug(entry.person.name)}"
        yield Finding(entry.file, (*entry.place, "id"), message, hint, "warning", _at(first))


def _listed_once(file: str, location: Location, people: tuple[Person, ...]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for index, person in enumerate(people):
        first = seen.setdefault(person.id, index)
        if first == index:
            continue
        message = f"{person.name} stands twice in this list."
        hint = f"Take one out; or, if these are two people, give one an id, such as id: {person.id}-2"
        if person.given_id and slug(person.name) != slug(people[first].name):
            message = f"{people[first].name} and {person.name} have one id in this list: {person.id}"
            hint = f"Write another, such as id: {slug(person.name)}; or, if this is one person, take one entry out."
        yield Finding(file, (*location, index, "name"), message, hint)


def _spelt_otherwise(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Names that only accents, case, hyphens and spaces tell apart, unless people work in different places."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for other in groups[entry.letters][:MOST]:
            if not (entry.signs and other.signs) or entry.signs & other.signs:
                yield other, entry
        groups[entry.letters].append(entry)


def _turned_round(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Names of the same words in another order, of people who work in one place."""
    first: dict[tuple[tuple[str, ...], str], Entry] = {}
    for entry in entries:
        for sign in entry.signs:
            other = first.setdefault((tuple(sorted(entry.words)), sign), entry)
            if other.words != entry.words and len(entry.words) > 1:
                yield other, entry


def _with_initials(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """A name with an initial, and the only one in the same place of work for which it can stand."""
    whole: defaultdict[tuple[str, str, str], dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        for key in [] if entry.initial else _by_initial(entry):
            whole[key].setdefault(entry.person.id, entry)
    for entry in entries:
        for key in _by_initial(entry) if entry.initial else []:
            if len(whole[key]) == 1:
                yield next(iter(whole[key].values())), entry


def _by_initial(entry: Entry) -> list[tuple[str, str, str]]:
    return [(entry.words[0][0], entry.words[-1], sign) for sign in entry.signs] if len(entry.words) > 1 else []


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Whether two names can be those of one person: they have a word in common, or are of different scripts."""
    scripts = {entry.letters.isascii() for entry in (one, other)}
    return bool(set(one.words) & set(other.words)) or one.letters == other.letters or len(scripts) > 1


def _everybody(parts: Iterable[object]) -> Iterator[Entry]:
    """Every entry of a person, in the order of the parts."""
    for part in parts:
        match part:
            case People():
                yield from (Entry("people", ("people", i), each) for i, each in enumerate(part.people))
            case Organizers():
                yield from (Entry("organizers", ("organizers", i), each) for i, each in enumerate(part.organizers))
                for index, group in enumerate(part.committees):
                    place = ("committees", index, "members")
                    yield from (Entry("organizers", (*place, i), each) for i, each in enumerate(group.members))
            case Keynotes():
                for index, keynote in enumerate(part.keynotes):
                    place = ("keynotes", index, "speaker")
                    yield from (Entry("keynotes", (*place, i), each) for i, each in enumerate(keynote.speaker))
            case Papers():
                for index, paper in enumerate(part.papers):
                    place = ("papers", index, "authors")
                    yield from (Entry("papers", (*place, i), each) for i, each in enumerate(paper.authors))


def _first_of_each(entries: Iterable[Entry]) -> list[Entry]:
    """Everybody once, by id and place of work."""
    return list({(entry.person.id, entry.signs): entry for entry in reversed(list(entries))}.values())[::-1]


def _at(entry: Entry) -> tuple[str, Location]:
    return entry.file, (*entry.place, "name")


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """A text in lower case, without accents and signs."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN_LETTERS))
    return "".join(char for char in apart if unicodedata.category(char)[0] in "LMN" and char not in ACCENTS)
