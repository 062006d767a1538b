"""The decoded files of an edition in, the dates in their texts out that contradict the calendar or `dates.yaml`.

Texts also tell of other years and of other things: what is told here hardly anybody can mean.
"""

import re
from bisect import bisect, bisect_left
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from functools import lru_cache
from itertools import chain, islice

from mmpt_site.audit.calendar_words import Said, dates_in, weekday_near
from mmpt_site.audit.marked import marked
from mmpt_site.audit.prose import prose_of
from mmpt_site.audit.titles import PLAIN
from mmpt_site.content.edition import EditionFiles
from mmpt_site.content.spans import days_of
from mmpt_site.model.dates import Dates, Deadline
from mmpt_site.model.when import Instant, When
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import Problem

OF_OTHERS = {"papers", "people", "keynotes", "news", "site"}  # whose texts tell of other times
PAST = re.compile(
    r"\b(?:was|were|had|did|took|held|since|after|before|last|previous\w*|former\w*|published|appeared|released|between|from"
    r"|original\w*|extend\w*|mov\w+|postpone\w*|instead)\b",
    re.IGNORECASE,
)
DUE = re.compile(r"\b(?:deadline|due|by|until|no later than|closes?)\b", re.IGNORECASE)
KINDS = {
    "abstract": re.compile(r"\babstracts?\b", re.IGNORECASE),
    "submission": re.compile(r"\b(?:submi\w+|papers? (?:are |is )?due)\b", re.IGNORECASE),
    "notification": re.compile(r"\bnotif\w+", re.IGNORECASE),
    "camera-ready": re.compile(r"\b(?:camera[- ]ready|final version\w*)\b", re.IGNORECASE),
    "registration": re.compile(r"\bregist\w+", re.IGNORECASE),
    "commitment": re.compile(r"\bcommit(?:ment|ted|ting)?\b", re.IGNORECASE),
    "supplementary": re.compile(r"\bsupplement\w+", re.IGNORECASE),
    "rebuttal": re.compile(r"\b(?:rebuttals?|author responses?)\b", re.IGNORECASE),
    "travel-grant": re.compile(r"\bgrants?\b", re.IGNORECASE),
    "other": re.compile(
        r"\b(?:challenge|shared task|proposals?|demos?|posters?|slides|videos?|results?|tracks?|reviews?|data\w*)\b",
        re.IGNORECASE,
    ),
}
MAY_BE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|月|20[0-9]{2}-[0-9]")  # a date
END = re.compile(r"\n(?=\s*(?:\n|[-*+|#]|[0-9]+\.))|[.!?](?=\s+[A-Z])|[。！？]")  # of a sentence
LAST_YEAR = "Is the year left from last time?"
A_YEAR = 365


@dataclass(frozen=True)
class _Edition:
    """What dates are compared with."""

    year: int  # 0 where it is not known
    days: tuple[date, date] | None
    deadlines: tuple[Deadline, ...]


def check(edition: EditionFiles) -> Iterator[Problem]:
    """A warning for each."""
    known = _known(edition)
    for name, part in edition.parts.items():
        for location, text in chain(marked(part, PLAIN), prose_of(part)):
            seen: Counter[str] = Counter()
            if not MAY_BE.search(text) or "bibtex" in location:
                continue
            for said, sentence in _said(text):
                if found := _untrue(said, sentence, name, known):
                    mark = edition.documents[name].find(location, said.text, nth=seen[said.text])
                    yield Problem(mark, *found, "warning")
                seen[said.text] += 1


def _known(edition: EditionFiles) -> _Edition:
    workshop, dates = edition.parts.get("workshop"), edition.parts.get("dates")
    days = days_of(workshop.days) if isinstance(workshop, Workshop) and workshop.days else None
    year = int(edition.id) if re.fullmatch("[0-9]{4}", edition.id) else days[0].year if days else 0
    return _Edition(year, days, dates.dates if isinstance(dates, Dates) else ())


def _said(text: str) -> Iterator[tuple[Said, str]]:
    """Every date of a text, in the order written, with the sentence or the line of a list that it stands in."""
    found = sorted(dates_in(text), key=lambda each: each.start)
    ends = [0, *(end.end() for end in END.finditer(text)), len(text)] if found else []
    for said in found:
        first, last = bisect(ends, said.start) - 1, bisect_left(ends, said.start + len(said.text))
        yield said, text[ends[first] : ends[last]]


@lru_cache(maxsize=1)
def _alone(sentence: str) -> bool:
    """Whether a sentence has one date."""
    return len(list(islice(dates_in(sentence), 2))) == 1


def _untrue(said: Said, sentence: str, file: str, known: _Edition) -> tuple[str, str] | None:
    """What is wrong with a date, and what to do."""
    if found := _weekday(said, file, known):
        return found
    if file in OF_OTHERS or PAST.search(sentence) or not known.year:
        return None
    return _last_year(said, file, known) or _deadline(said, sentence, known)


def _weekday(said: Said, file: str, known: _Edition) -> tuple[str, str] | None:
    """A weekday that the date does not have."""
    if said.weekday is None or not (said.year or (known.year and file not in OF_OTHERS)):
        return None
    day = said.in_year(known.year)
    if day and not said.year and known.days and day > known.days[1]:
        day = said.in_year(known.year - 1)  # what comes before the workshop, late in the year before
    if not day or day.weekday() == said.weekday:
        return None
    other = weekday_near(day, said.weekday)
    hint = f"Is the day or the date a slip? {day_name[said.weekday]} is {month_name[other.month]} {other.day}."
    return f"{month_name[day.month]} {day.day}, {day.year} is a {day_name[day.weekday()]}.", hint


def _last_year(said: Said, file: str, known: _Edition) -> tuple[str, str] | None:
    """A day of this edition in another year, and in the call a day that was long ago."""
    if not said.year or not (day := said.in_year(0)):
        return None
    for other in _days(known):
        if (day.month, day.day) == (other.month, other.day) and day.year != other.year:
            return f"In this edition this day is in another year: {other}", LAST_YEAR
    if file == "call" and known.days and (known.days[0] - day).days > A_YEAR:
        return f"This date is more than a year before the workshop ({known.days[0]}).", LAST_YEAR
    return None


def _deadline(said: Said, sentence: str, known: _Edition) -> tuple[str, str] | None:
    """A deadline that `dates.yaml` has on other days only."""
    day = said.in_year(known.year)
    if not day or said.several or not _alone(sentence) or not DUE.search(sentence):
        return None
    kinds = {kind for kind, words in KINDS.items() if words.search(sentence)}
    kinds -= {"submission"} if len(kinds) > 1 else set()
    own = [deadline for deadline in known.deadlines if deadline.kind in kinds and deadline.known]
    if len(kinds) != 1 or not own or any(day in _around(deadline.date) for deadline in known.deadlines):
        return None
    now = " or ".join(dict.fromkeys(str(span[0]) for each in own if (span := days_of(each.date))))
    kind = own[0].kind
    if any(day in _around(old.date) for each in own for old in each.was):
        hint = f"Write the day that counts now, {now}, or leave it to the page of dates."
        return f"This is the day that the {kind} had before it moved.", hint
    hint = "Write the same day in both. If it moved, the old one stands under was: in dates.yaml."
    return f"In dates.yaml the {kind} is on another day: {now}", hint


def _days(known: _Edition) -> Iterator[date]:
    """The days of this edition: those of the workshop, and its dates."""
    yield from known.days or ()
    for deadline in known.deadlines:
        yield from days_of(deadline.date) or ()


def _around(when: When) -> set[date]:
    """The days on which a date is, somewhere on Earth."""
    if isinstance(when, Instant):
        utc = when.at.astimezone(UTC)
        return {utc.date(), when.at.date(), (utc + timedelta(hours=14)).date(), (utc - timedelta(hours=12)).date()}
    span = days_of(when)
    return {span[0] + timedelta(days=step) for step in range((span[1] - span[0]).days + 1)} if span else set()
