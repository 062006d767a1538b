"""A folder in, the content of a conference of two days out, made up by chance that is always the same.

    python examples/conference/make.py FOLDER [PAPERS]

Without a number there are 300 papers, in four rooms side by side.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import yaml

PAPERS = 300
DAYS = (date(2021, 7, 12), date(2021, 7, 13))
SLOTS = (time(9, 30), time(11), time(14), time(16))  # when sessions side by side begin
KNOWN = 14  # people who organize or are invited
IN_A_SESSION, EACH, PAPERS_A_ROOM = 6, 15, 75  # talks, minutes, and papers for which there is one room more
WORK = ("retrieval", "alignment", "captioning", "counting", "segmentation", "translation", "compression", "naming")
KINDS = ("synthetic", "small", "coloured", "nested", "moving", "folded", "hidden", "nearly equal")
THINGS = ("triangles", "squares", "knots", "signs", "circles", "sums", "rhymes", "maps")
ENDS = ("", "", " from one example", " in $n$ dimensions", " without labels", ", and back", " at $O(\\log n)$ cost")
SENTENCES = (
    "We consider {work} of {kind} {things}, of which there are none: this abstract is made up.",
    "Of $n$ examples, no more than $\\sqrt{{n}}$ are needed.",
    "What is *known* about {things} does not say which of them are {kind}.",
    "We make up a set of {number} {things}, and count them twice; both counts are the same.",
    "Neither method is better than the other, since there is neither.",
    "All {things} of this paper can be drawn again by anybody who has a pencil -- and paper.",
    "A survey of nobody shows that everybody agrees.",
)
MADE_UP = "This conference is an example. A program made up every name, paper and talk of it."
SITE = {
    "name": "Conference on Made-up Examples",
    "acronym": "CME",
    "key": "cme",
    "url": "https://example.org/",
    "look": {"accent": "#5a2a82"},
    "notice": MADE_UP,
}
WORKSHOP = {
    "title": "Conference on Made-up Examples",
    "date": f"{DAYS[0]} to {DAYS[1]}",
    "place": "Example City",
    "mode": "hybrid",
    "timezone": "America/New_York",
    "introduction": MADE_UP,
}


class Conference:
    """Everything that is made up, in the words of the content's files."""

    def __init__(self, papers: int) -> None:
        self.chance = Random(2021)
        self.rooms = [f"Room {number + 1}" for number in range(max(2, round(papers / PAPERS_A_ROOM)))]
        self.people = list(self._people(max(20, papers)))
        self.papers = [self._paper(number + 1) for number in range(papers)]
        self._talks, self._chairs = iter(self.papers), iter(self.people[KNOWN:])

    def files(self) -> dict[str, Any]:
        """What to write, by the names of the files."""
        program = {day.isoformat(): list(self._day(day)) for day in DAYS}
        sessions = [session for day in program.values() for session in day if "papers" in session]
        spoken = {paper for session in sessions for paper in session["papers"]}
        oral = [paper for paper in self.papers if paper["id"] in spoken]
        rest = [paper for paper in self.papers if paper["id"] not in spoken]
        shown = (*rest, *oral[::20])  # some are presented twice
        for sessions_of_day, papers in zip(program.values(), (shown[::2], shown[1::2]), strict=True):
            sessions_of_day.insert(-1, self._posters(papers))
        return {
            "site": SITE,
            "2021/workshop": WORKSHOP,
            "2021/people": {"people": self.people[: KNOWN + len(sessions)]},
            "2021/organizers": {"organizers": [person["name"] for person in self.people[: KNOWN - 4]]},
            "2021/keynotes": {"keynotes": [self._keynote(number) for number in range(4)]},
            "2021/papers/oral": {"papers": oral},
            "2021/papers/poster": {"papers": rest},
            "2021/program": {"rooms": ["Great Hall", *self.rooms, "Hall"], "program": program},
        }

    def _people(self, number: int) -> Iterator[dict[str, str]]:
        """People whose names are syllables, each name once."""
        names: set[str] = set()
        while len(names) < number:
            name = f"{self._word(2)} {self._word(3)}"
            if name not in names:
                names.add(name)
                yield {"name": name, "affiliation": f"Example University of {self._word(2)}"}

    def _word(self, syllables: int) -> str:
        return "".join(
            self.chance.choice("bdfgklmnprstvz") + self.chance.choice("aeiou") for _ in range(syllables)
        ).title()

    def _paper(self, number: int) -> dict[str, Any]:
        pick = self.chance.choice
        words = {"work": pick(WORK), "kind": pick(KINDS), "things": pick(THINGS)}
        authors = self.chance.sample(self.people, self.chance.randint(1, 6))
        abstract = " ".join(self.chance.sample(SENTENCES, self.chance.randint(3, 6)))
        paper = {
            "id": f"e{number}",
            "number": str(1000 + number),
            "title": f"Example {number}: {words['work'].title()} of {words['kind']} {words['things']}{pick(ENDS)}",
            "authors": [dict(author) for author in authors],
            "abstract": abstract.format(number=number * 10, **words),
            "keywords": [words["work"], words["things"]],
            "kind": pick(("Long paper", "Long paper", "Short paper", "Demo")),
            "track": words["work"].title(),
            "links": {"pdf": f"https://example.org/papers/{number}.pdf"},
        }
        return paper | ({"award": "Best example"} if number == 7 else {})

    def _keynote(self, number: int) -> dict[str, Any]:
        person = self.people[10 + number]["name"]
        return {
            "id": f"keynote-{number + 1}",
            "speaker": {"name": person, "bio": f"{person} is made up, and so is the talk."},
            "title": f"What {THINGS[number]} would teach us",
            "abstract": SENTENCES[3].format(number=number + 2, things=THINGS[number]),
        }

    def _day(self, day: date) -> Iterator[dict[str, Any]]:
        """The sessions of a day in time, but for the posters."""
        first = 2 * DAYS.index(day)
        if not first:
            yield self._session("08:45", "Opening", minutes=15, kind="opening", speaker=self.people[0]["name"])
        yield {"at": "09:00", "for": "30 min", "keynote": f"keynote-{first + 1}", "room": "Great Hall"}
        yield from self._side_by_side(day, SLOTS[0])
        yield from self._side_by_side(day, SLOTS[1])
        yield self._session("12:30", "Lunch", minutes=60, kind="lunch", room="")
        yield {"at": "13:30", "for": "30 min", "keynote": f"keynote-{first + 2}", "room": "Great Hall"}
        yield from self._side_by_side(day, SLOTS[2])
        yield self._session("15:30", "Coffee", minutes=30, kind="break", room="")
        yield from self._side_by_side(day, SLOTS[3])
        if first:
            yield self._session("19:00", "Closing", minutes=30, kind="closing", speaker=self.people[1]["name"])
        else:
            yield self._session("21:30", "Dance of the examples", minutes=210, kind="social", room="Hall")

    def _side_by_side(self, day: date, begin: time) -> Iterator[dict[str, Any]]:
        """A session in each room, as long as there are papers; some are only shown as posters."""
        letter = "ABCD"[SLOTS.index(begin)] if day == DAYS[0] else "EFGH"[SLOTS.index(begin)]
        for number, room in enumerate(self.rooms, 1):
            papers = [paper["id"] for paper in islice(self._talks, IN_A_SESSION)]
            if papers:
                at, title, chair = f"{begin:%H:%M}", f"Session {letter}{number}", next(self._chairs)["name"]
                yield self._session(at, title, kind="oral", room=room, chair=chair, papers=papers, each=f"{EACH} min")

    def _posters(self, papers: Sequence[dict[str, Any]]) -> dict[str, Any]:
        boards = [{"paper": paper["id"], "board": str(number)} for number, paper in enumerate(papers, 1)]
        return self._session("17:30", "Posters", minutes=90, kind="poster", room="Hall", talks=boards)

    def _session(
        self, at: str, title: str, *, minutes: int = 0, room: str = "Great Hall", **more: Any
    ) -> dict[str, Any]:
        length = {"for": f"{minutes} min"} if minutes else {}
        return {"at": at, **length, "title": title, **({"room": room} if room else {}), **more}


def make(folder: Path, papers: int = PAPERS) -> None:
    """Write `content/` into a folder."""
    for name, data in Conference(papers).files().items():
        file = folder / "content" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
        file.write_text(f"# Made by examples/conference/make.py\n{text}", "utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    make(Path(sys.argv[1]), *map(int, sys.argv[2:]))
