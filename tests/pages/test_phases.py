"""What the front page leads with and what the menu begins with, in each phase of an edition."""

import re
from datetime import date

import pytest

from mmpt_site.model.phase import PHASES
from tests.harness import Built, SiteFolder
from tests.pages.reading import Page

DATES = """\
dates:
  - {name: Submission opens, kind: opens, date: 2021-02-10}
  - {name: Submission, kind: submission, date: 2021-04-20}
  - {name: Notification, kind: notification, date: 2021-05-20}
"""
PROGRAM = "program: {2021-07-12: [{at: 09:00, title: Opening}]}\n"
WORKSHOP = "title: Small Examples\ndate: 2021-07-12\n"
LATER = ["Dates", "Program", "Keynotes", "Organizers", "News"]
LIVE = ["Program", "Keynotes", "Dates", "Organizers", "News", "Call for papers"]
WALK = (
    ("announced", date(2021, 2, 1), "Next February 10, 2021 Submission opens", ["Call for papers", *LATER]),
    ("open", date(2021, 3, 1), "The call is open until April 20, 2021 Submission", ["Call for papers", *LATER]),
    ("reviewing", date(2021, 5, 1), "The call is closed, next is May 20, 2021", ["Call for papers", *LATER]),
    ("notified", date(2021, 6, 1), "", ["Call for papers", *LATER]),
    ("program", date(2021, 6, 2), "The program is out See the whole program", LIVE),
    ("live", date(2021, 7, 12), "Now July 12, 2021 See the whole program", LIVE),
    (
        "over",
        date(2021, 7, 13),
        "This edition is over.",
        ["Program", "Keynotes", "Organizers", "News", "Dates", "Call for papers"],
    ),
)


def everything(site: SiteFolder) -> SiteFolder:
    """An edition with every file whose place in the menu depends on the phase, and some others."""
    site.write("workshop.yaml", WORKSHOP).write("dates.yaml", DATES).write("call.yaml", "invitation: Come.\n")
    site.write("keynotes.yaml", "keynotes: [{speaker: Ada Example}]\n").write(
        "organizers.yaml", "organizers: [Ada Example]\n"
    )
    return site.write("news.yaml", "news: [{date: 2021-02-01, title: It begins}]\n").write(
        "program.yaml", "program: TBA\n"
    )


def lead(made: Built) -> str:
    """What the front page says first of all on the day of the build."""
    blocks = re.findall(r'<div class="lead"([^>]*)>(.*?)</div>', made.source("/"), re.DOTALL)
    shown = [text for given, text in blocks if not given.endswith(" hidden")]
    assert len(shown) <= 1
    seen = re.sub(r"<(a|p)\b[^>]* hidden>.*?</\1>", "", "".join(shown), flags=re.DOTALL)
    return " ".join(re.sub("<[^>]*>", " ", seen).split())


def menu(made: Built, address: str = "/2021/dates/") -> list[str]:
    """The words of the menu, without the first, which leads home."""
    (nav,) = re.findall(r"<nav.*?</nav>", made.source(address), re.DOTALL)
    return [text.strip() for text in Page.of(nav).texts["a"] if text.strip()][1:]


def test_the_walk_meets_every_phase() -> None:
    assert tuple(phase for phase, *_ in WALK) == PHASES


@pytest.mark.parametrize(("phase", "day", "says", "order"), WALK, ids=PHASES)
def test_a_site_walks_through_its_phases(site: SiteFolder, phase: str, day: date, says: str, order: list[str]) -> None:
    everything(site)
    if day > date(2021, 6, 1):
        site.write("program.yaml", PROGRAM)
    made = site.build(day)
    assert lead(made).startswith(says)
    assert bool(says) is bool(lead(made))
    assert menu(made) == menu(made, "/") == order


@pytest.mark.parametrize(("phase", "day", "says", "order"), WALK, ids=PHASES)
def test_a_phase_can_be_said(site: SiteFolder, phase: str, day: date, says: str, order: list[str]) -> None:
    """On the first of March the dates say that the call is open, whatever stands there."""
    everything(site).write("workshop.yaml", f"{WORKSHOP}phase: {phase}\n")
    made = site.build()
    assert len(made.problems) == (phase in {"announced", "live", "over"})
    expected = {
        "announced": "Next April 20, 2021",
        "open": "The call is open until April 20, 2021 Submission Read the call",
        "reviewing": "The call is closed, next is April 20, 2021",
        "notified": "Next April 20, 2021",
        "program": "Next April 20, 2021",
        "live": "Now July 12, 2021",
        "over": "This edition is over.",
    }
    assert lead(made).startswith(expected[phase])
    assert menu(made) == order
    assert ("Call for papers closed" in made.text("/2021/call/")) is (phase in {"reviewing", "notified"})


def test_a_call_that_is_said_to_be_open_takes_papers_after_its_deadline(site: SiteFolder) -> None:
    everything(site).write("workshop.yaml", f"{WORKSHOP}phase: open\n")
    site.write("call.yaml", "portal: {url: https://openreview.net/x}\n")
    made = site.build(date(2021, 4, 23)).lacks("/2021/call/", "closed")
    assert lead(made) == "The call is open, next is May 20, 2021 Notification Submit a paper Read the call"
    site.remove("dates.yaml")
    assert lead(site.build()) == "The call is open Submit a paper Read the call"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2021, 4, 20), ""),
        (date(2021, 5, 4), ""),
        (date(2021, 5, 5), "The phase is said to be open, and by the dates it has been reviewing for two weeks"),
        (date(2022, 1, 1), "The phase is said to be open, and by the dates it has been over for two weeks"),
    ],
)
def test_a_phase_that_the_dates_contradict_for_long_is_noted(site: SiteFolder, day: date, told: str) -> None:
    everything(site).write("workshop.yaml", f"{WORKSHOP}phase: open\n")
    made = site.build(day)
    assert [each.level for each in made.problems] == ["note"] * bool(told)
    made.tells(told, *(["workshop.yaml:3:8: note"] if told else []))


@pytest.mark.parametrize(("day", "noted"), [(date(2021, 6, 20), True), (date(2021, 7, 1), False)])
def test_a_phase_that_will_not_come_for_long_is_noted(site: SiteFolder, day: date, noted: bool) -> None:
    everything(site).write("workshop.yaml", f"{WORKSHOP}phase: live\n")
    assert bool(site.build(day).problems) is noted


def test_a_track_that_is_elsewhere_has_a_line_of_its_own(site: SiteFolder) -> None:
    site.write(
        "dates.yaml",
        "dates:\n"
        "  - {name: Papers due, kind: submission, date: 2021-04-20, track: Papers}\n"
        "  - {name: Demos due, kind: submission, date: 2021-05-20, track: Demos}\n"
        "  - {name: Decisions, kind: notification, date: 2021-06-20, track: Papers}\n"
        "  - {name: Posters due, kind: submission, date: TBA, track: Posters}\n",
    )
    first = "The call is open until April 20, 2021 Papers due Papers"
    assert lead(site.build()) == f"{first} Demos: Demos due , May 20, 2021"
    assert lead(site.build(date(2021, 5, 1))).endswith("May 20, 2021 Demos due Demos Papers: Decisions , June 20, 2021")
    assert "Papers" not in lead(site.build(date(2021, 6, 21)))


def test_once_the_proceedings_are_there_they_lead(site: SiteFolder) -> None:
    everything(site).write("workshop.yaml", f"{WORKSHOP}proceedings: {{title: All Papers, doi: 10.1000/182}}\n")
    made = site.build(date(2021, 8, 1))
    assert lead(made).startswith("The proceedings are out All Papers This edition is over.")
    assert "https://doi.org/10.1000/182" in Page.of(made.source("/")).values("href")
    site.write("workshop.yaml", f"{WORKSHOP}proceedings: {{publisher: Example Press}}\n")
    made = site.build(date(2021, 8, 1)).shows("/", "Proceedings Example Press")
    assert lead(made).startswith("This edition is over.")


@pytest.mark.parametrize("day", [date(2021, 3, 1), date(2021, 7, 12), date(2022, 1, 1)])
def test_an_edition_that_is_cancelled_leads_with_that(site: SiteFolder, day: date) -> None:
    everything(site).write("workshop.yaml", f"{WORKSHOP}status: cancelled\n")
    made = site.build(day).shows("/", "Cancelled July 12, 2021").shows("/2021/call/", "Call for papers closed")
    assert lead(made) == "This edition does not take place."
    assert made.source("/2021/dates.ics").count("STATUS:CANCELLED") == 4


def test_a_postponed_workshop_does_not_take_place_on_the_days_of_its_conference(site: SiteFolder) -> None:
    host = "host: {name: Large Examples, date: 2021-07-12 to 2021-07-15}"
    site.write("workshop.yaml", f"title: Small\n{host}\nstatus: postponed\ndate: TBA\nwas: 2021-07-12\n")
    made = site.build(date(2021, 7, 13)).shows("/", "Postponed Date to be announced Moved from July 12, 2021")
    assert lead(made) == ""


def test_a_word_for_what_became_of_it_is_said_once(site: SiteFolder) -> None:
    site.write("workshop.yaml", f"{WORKSHOP}status: rescheduled\nwas: 2021-06-07\n")
    site.build().shows("/", "July 12, 2021 Moved from June 7, 2021").lacks("/", "Rescheduled")
    site.write("workshop.yaml", f"{WORKSHOP}status: scheduled\n").build().lacks("/", "cheduled")
