"""What a page says of each date on the day it is built for."""

from datetime import date

import pytest

from tests.harness import SiteFolder
from tests.pages.examples import furnish

DATES = "/2021/dates/"


def dated(site: SiteFolder, *entries: str) -> SiteFolder:
    """A site with these important dates, one line of fields each."""
    return site.write("dates.yaml", "dates:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries))


@pytest.mark.parametrize(
    ("today", "next_one", "over"),
    [
        (date(2021, 4, 20), "April 20, 2021 Paper deadline", False),
        (date(2021, 4, 21), "May 20, 2021 Acceptance notification", False),
        (date(2021, 5, 20), "May 20, 2021 Acceptance notification", False),
        (date(2021, 5, 21), "", True),
    ],
)
def test_the_next_date_leads_and_what_is_over_has_passed(
    site: SiteFolder, today: date, next_one: str, over: bool
) -> None:
    made = furnish(site).build(today)
    assert ("Next " + next_one in made.text("/")) is bool(next_one)
    assert made.text(DATES).count("Next") == bool(next_one)
    assert ("All of these dates have passed." in made.text(DATES)) is over
    assert made.source(DATES).count('class="passed"') == (today > date(2021, 4, 20)) + (today > date(2021, 5, 20))


@pytest.mark.parametrize(
    ("when", "today", "passed"),
    [
        ("2021-04-20 23:59 AoE", date(2021, 4, 20), False),
        ("2021-04-20 23:59 AoE", date(2021, 4, 21), True),
        ("2021-04-20 23:59 Asia/Taipei", date(2021, 4, 20), False),
        ("2021-04-20 19:59 Asia/Taipei", date(2021, 4, 20), True),
    ],
)
def test_an_instant_has_passed_when_its_day_has_ended_anywhere_on_earth(
    site: SiteFolder, when: str, today: date, passed: bool
) -> None:
    made = dated(site, f"name: Papers, kind: submission, date: {when}").build(today)
    assert ("Passed" in made.text(DATES)) is passed


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("date: 2021-04-25, was: 2021-04-20", "Next Extended from April 20, 2021"),
        ("date: 2021-04-25, was: [2021-04-13, 2021-04-20]", "Extended from April 13, 2021 , April 20, 2021"),
        ("date: 2021-04-15, was: [2021-04-20]", "Next Moved from April 20, 2021"),
        ("date: 2021-02-25, was: [2021-02-20]", "Passed Extended from February 20, 2021"),
        ("date: TBA, was: [2021-04-20]", "Moved from April 20, 2021"),
        ("date: 2021-04-20, hard: yes", "Next No extensions"),
        ("date: 2021-04-20, track: Demos", "Papers Demos Next"),
        ("date: 2021-04-20, note: 'Send *one* file.'", "Next Send one file."),
    ],
)
def test_a_date_says_what_became_of_it(site: SiteFolder, fields: str, says: str) -> None:
    made = dated(site, f"name: Papers, kind: submission, {fields}").build()
    assert says.replace(" ,", ",") in made.text(DATES).replace(" ,", ",")


def test_nothing_is_said_of_extensions_when_it_is_too_late_for_one(site: SiteFolder) -> None:
    dated(site, "name: Papers, date: 2021-02-20, hard: yes").build().lacks(DATES, "No extensions")


def test_the_dates_before_are_struck_through(site: SiteFolder) -> None:
    made = dated(site, "name: Papers, kind: submission, date: 2021-04-25, was: 2021-04-20").build()
    assert '<s><time datetime="2021-04-20">April 20, 2021</time></s>' in made.source(DATES)


def test_a_time_is_shown_with_its_zone_and_read_by_machines(site: SiteFolder) -> None:
    made = dated(site, "name: Papers, date: 2021-04-20 23:59 AoE").build()
    assert '<time datetime="2021-04-20T23:59-12:00">April 20, 2021, 23:59 AoE</time>' in made.source(DATES)


@pytest.mark.parametrize("earlier", [(), ("name: Papers, date: 2021-02-20",)], ids=["alone", "after one that passed"])
def test_a_date_to_be_announced_has_not_passed(site: SiteFolder, earlier: tuple[str, ...]) -> None:
    made = dated(site, *earlier, "name: Notification, date: to be announced").build()
    made.shows(DATES, "To be announced", "Notification")
    made.lacks(DATES, "All of these dates have passed.")


def test_where_there_are_no_dates_none_have_passed(site: SiteFolder) -> None:
    made = site.write("dates.yaml", "dates: []\n").build()
    assert made.failed or "have passed" not in made.text(DATES)


@pytest.mark.parametrize(("today", "closed"), [(date(2021, 4, 20), False), (date(2021, 4, 21), True)])
def test_a_call_is_closed_the_day_after_its_deadline(site: SiteFolder, today: date, closed: bool) -> None:
    made = furnish(site).build(today)
    assert ("Call for papers closed" in made.text("/2021/call/")) is closed
    assert ("Call for papers closed" in made.text("/")) is closed


@pytest.mark.parametrize(("today", "over"), [(date(2021, 7, 12), False), (date(2021, 7, 13), True)])
def test_an_edition_is_over_the_day_after_it(site: SiteFolder, today: date, over: bool) -> None:
    made = site.write("workshop.yaml", "title: Small\ndate: 2021-07-12\n").build(today)
    assert ("This edition is over." in made.text("/")) is over


def test_a_program_that_is_to_be_announced_says_so(site: SiteFolder) -> None:
    made = site.write("program.yaml", "program: to be announced\n").build()
    made.shows("/2021/program/", "Program To be announced.").shows("/", "Program To be announced.")


def test_the_same_day_gives_the_same_bytes(site: SiteFolder) -> None:
    first = furnish(site).build(date(2021, 4, 20))
    pages = {path: (first.folder / path).read_bytes() for path in ("index.html", "2021/dates/index.html")}
    again = site.build(date(2021, 4, 20))
    assert again.published.written is not None
    assert again.published.written.changed == 0
    assert pages == {path: (again.folder / path).read_bytes() for path in pages}


def test_dates_are_said_as_the_language_of_the_site_says_them(site: SiteFolder) -> None:
    site.write("site.yaml", "name: Small\nacronym: SE\nlanguage: en-GB\n")
    furnish(site).build().shows("/", "Next 20 April 2021").shows("/2021/program/", "Monday, 12 July 2021")


def test_a_date_that_moved_says_why(site: SiteFolder) -> None:
    was = '[2021-04-06, {date: 2021-04-13, announced: 2021-04-10, reason: "The *host* moved."}]'
    made = dated(site, f"name: Paper, kind: submission, date: 2021-04-20, was: {was}").build()
    made.shows(DATES, "Extended from April 6, 2021 , April 13, 2021 The host moved.")
    assert "<em>host</em>" in made.source(DATES)


def test_a_slip_in_a_reason_is_told_at_its_place(site: SiteFolder) -> None:
    dated(site, 'name: Paper, date: 2021-04-20, was: {date: 2021-04-13, reason: "See [this](nowhere/)."}')
    (problem,) = site.check()
    assert (problem.mark.path, problem.mark.line, problem.mark.column) == ("content/2021/dates.yaml", 2, 81)
