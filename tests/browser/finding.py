"""A program as its YAML says it in, what visitors do not find in the built page, or at another time, out.

The times are worked out here once more, from the files alone, and by other means than those of the program.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from playwright.sync_api import Page

OWN = "own"  # the choice of one's own time
# types each title, and takes what can be seen then of every session and talk that is called so: its title and its time
SEEN = """titles => {
  const box = document.querySelector('.tools [name=q]');
  return titles.map(title => {
    box.value = title;
    box.dispatchEvent(new Event('input', {bubbles: true}));
    const all = document.querySelectorAll('.program .session, .program .talk');
    return [...all].filter(each => each.checkVisibility()).map(each => {
      const name = each.querySelector(each.matches('.talk') ? '.about' : '.what').textContent;
      const times = [each, each.closest('.session')].map(one => one.querySelector('time[datetime*=T]'));
      const timed = times.find(Boolean);
      return [name, timed.textContent.trim(), timed.dateTime];
    });
  });
}"""


@dataclass(frozen=True)
class Planned:
    """Something that takes place: what it is called, and when."""

    title: str
    start: datetime
    day: date  # under which it stands


def planned(edition: Path) -> list[Planned]:
    """Every session and every talk that the files of an edition name."""
    program, workshop = (_read(edition / f"{name}.yaml") for name in ("program", "workshop"))
    zone = ZoneInfo(workshop["timezone"])
    named = {entry["id"]: entry["title"] for file in ("papers", "keynotes") for entry in _entries(edition, file)}
    return [
        Planned(title, start, date.fromisoformat(day))
        for day, sessions in program["program"].items()
        for session in sessions
        for title, start in _begins(session, named, _at(day, session["at"], zone))
    ]


def _begins(session: dict[str, Any], named: dict[str, str], start: datetime) -> Iterator[tuple[str, datetime]]:
    """A session and its talks, each with when it begins; talks without a time of their own begin with the session."""
    yield session.get("title") or named[session["keynote"]], start
    length = _length(session.get("each", "0 min"))
    for number, paper in enumerate(session.get("papers", ())):
        yield named[paper], _later(start, number * length)
    for talk in session.get("talks", ()):
        at = talk.get("at")
        yield (
            talk.get("title") or named[talk.get("paper") or talk["keynote"]],
            _at(start.date().isoformat(), at, start.tzinfo) if at else start,
        )


def lost(page: Page, program: list[Planned], zone: str, *, own: bool) -> list[str]:
    """What is not found by its title, or not at its time: of the program, or with `own` of the visitor's zone."""
    if own:
        page.locator("[name=times]").select_option(OWN)
    titles = sorted({typed(each.title) for each in program})
    seen = dict(zip(titles, page.evaluate(SEEN, titles), strict=True))
    told = []
    for each in program:
        title = typed(each.title)
        times = [(shown, datetime.fromisoformat(at)) for name, shown, at in seen[title] if plain(title) in plain(name)]
        right = [shown for shown, at in times if at == each.start]
        expected = as_seen(each, ZoneInfo(zone)) if own else f"{each.start:%H:%M}"
        if expected not in right:
            told.append(f"{each.title!r} is not there at {expected}, but {times}")
    return told


def as_seen(each: Planned, zone: ZoneInfo) -> str:
    """Its time in another zone, with the day of the week where that is another day than the one it stands under."""
    local = each.start.astimezone(UTC).astimezone(zone)
    return f"{'' if local.date() == each.day else f'{local:%a} '}{local:%H:%M}"


def typed(title: str) -> str:
    """A title as somebody types it who does not know how formulas are typed."""
    return " ".join(title.partition("$")[0].split())


def plain(text: str) -> str:
    """Letters and digits, which are all that is compared."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _at(day: str, at: str, zone: Any) -> datetime:
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(at.zfill(5)), zone)


def _later(start: datetime, length: timedelta) -> datetime:
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)


def _length(text: str) -> timedelta:
    number, unit = text.split()
    return timedelta(**{{"min": "minutes", "h": "hours"}[unit]: int(number)})


def _entries(edition: Path, name: str) -> Iterator[dict[str, Any]]:
    """The entries of a file, or of the files of its folder."""
    for file in (edition / f"{name}.yaml", *sorted((edition / name).glob("*.yaml"))):
        yield from _read(file)[name] if file.exists() else ()


def _read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
