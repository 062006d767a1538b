"""Important dates: which is next, which has passed, which has moved."""

from datetime import date

import pytest
from pydantic import ValidationError

from mmpt_site.model.dates import Dates, Deadline
from mmpt_site.model.when import Day, Instant, ToBeAnnounced, beginning, parse_when
from tests.harness import SiteFolder


def dates(*entries: dict[str, object], end: str = "") -> Dates:
    """Important dates as a file would give them."""
    named = [{"name": f"Date {number}", **entry} for number, entry in enumerate(entries, start=1)]
    return Dates.model_validate({"dates": named} | ({"deadlines_end": end} if end else {}))


def following(found: Deadline | None) -> str:
    """The name of the date that comes next."""
    return found.name if found else ""


@pytest.mark.parametrize(
    ("when", "today", "passed"),
    [
        ("2021-04-20", date(2021, 4, 19), False),
        ("2021-04-20", date(2021, 4, 20), False),
        ("2021-04-20", date(2021, 4, 21), True),
        ("2021-04-20 23:59 AoE", date(2021, 4, 20), False),
        ("2021-04-20 23:59 AoE", date(2021, 4, 21), True),
        ("2021-04-20 09:00 Asia/Taipei", date(2021, 4, 19), False),
        ("2021-04-20 09:00 Asia/Taipei", date(2021, 4, 20), True),
        ("2021-04-18 to 2021-04-20", date(2021, 4, 20), False),
        ("2021-04-18 to 2021-04-20", date(2021, 4, 21), True),
        ("to be announced", date(2200, 1, 1), False),
    ],
)
def test_a_date_has_passed_when_its_day_has_ended_anywhere_on_earth(when: str, today: date, passed: bool) -> None:
    assert dates({"date": when}).dates[0].passed(beginning(today)) is passed


def test_the_next_date_is_the_first_in_time_and_not_in_the_file() -> None:
    found = dates({"date": "2021-05-20"}, {"date": "2021-04-20"}, {"date": "2021-03-01"})
    assert following(found.next(beginning(date(2021, 3, 2)))) == "Date 2"
    assert following(found.next(beginning(date(2021, 4, 21)))) == "Date 1"
    assert found.next(beginning(date(2021, 5, 21))) is None


def test_what_is_to_be_announced_is_never_next() -> None:
    assert dates({"date": "TBA"}).next(beginning(date(2021, 3, 1))) is None


def test_a_range_that_has_begun_is_still_next() -> None:
    found = dates({"date": "2021-04-01 to 2021-04-30"}, {"date": "2021-04-20"})
    assert following(found.next(beginning(date(2021, 4, 10)))) == "Date 1"


def test_of_two_instants_in_different_zones_the_earlier_one_is_next() -> None:
    found = dates({"date": "2021-04-20 22:00 AoE"}, {"date": "2021-04-20 23:00 Asia/Taipei"})
    assert following(found.next(beginning(date(2021, 4, 20)))) == "Date 2"


@pytest.mark.parametrize(
    ("kind", "was", "now", "moved"),
    [
        ("submission", [], "2021-04-20", ""),
        ("submission", ["2021-04-13"], "2021-04-20", "extended"),
        ("submission", "2021-04-13", "2021-04-20", "extended"),
        ("submission", ["2021-04-27"], "2021-04-20", "moved"),
        ("submission", ["2021-04-13", "2021-04-27"], "2021-04-20", "moved"),
        ("submission", ["2021-04-13"], "to be announced", "moved"),
        ("submission", ["to be announced"], "2021-04-20", "moved"),
        ("submission", ["2021-04-20 12:00 UTC"], "2021-04-20 18:00 UTC", "extended"),
        ("submission", ["2021-04-20 23:59 AoE"], "2021-04-21 08:00 Asia/Taipei", "moved"),
        ("notification", ["2021-04-13"], "2021-04-20", "moved"),
    ],
)
def test_a_deadline_that_is_put_off_is_extended_and_anything_else_is_moved(
    kind: str, was: object, now: str, moved: str
) -> None:
    assert dates({"kind": kind, "was": was, "date": now}).dates[0].moved == moved


def test_deadlines_without_a_time_end_when_the_file_says_so() -> None:
    (deadline,) = dates({"kind": "submission", "date": "2021-04-25", "was": "2021-04-20"}, end="23:59 AoE").dates
    assert deadline.date == parse_when("2021-04-25 23:59 AoE")
    assert deadline.history[:-1] == (parse_when("2021-04-20 23:59 AoE"),)


@pytest.mark.parametrize("kind", ["notification", "workshop", "opens", "other"])
def test_what_is_no_deadline_stays_a_day(kind: str) -> None:
    assert isinstance(dates({"kind": kind, "date": "2021-04-20"}, end="23:59 AoE").dates[0].date, Day)


def test_a_time_of_its_own_stays_as_it_is() -> None:
    own, unknown = dates(
        {"kind": "submission", "date": "2021-04-20 12:00 UTC"}, {"kind": "abstract", "date": "TBA"}, end="23:59 AoE"
    ).dates
    assert isinstance(own.date, Instant)
    assert (own.date.zone, unknown.date) == ("UTC", ToBeAnnounced())


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("23:59", "Write 23:59 AoE"),
        ("AoE", "Write 23:59 AoE"),
        ("24:00 AoE", "Write 23:59"),
        ("23:59 Berlin", "Did you mean Europe/Berlin?"),
        ("at 23:59 AoE", "Write 23:59 AoE"),
    ],
)
def test_the_common_end_is_a_time_with_a_zone(end: str, told: str) -> None:
    with pytest.raises(ValidationError) as caught:
        dates({"date": "2021-04-20"}, end=end)
    (error,) = caught.value.errors()
    assert error["loc"] == ("deadlines_end",)
    assert told in error["ctx"]["hint"]


def test_a_common_end_that_a_day_does_not_have_is_told_with_both_readings() -> None:
    with pytest.raises(ValidationError) as caught:
        dates({"kind": "submission", "date": "2021-03-28"}, end="02:30 Europe/Berlin")
    (error,) = caught.value.errors()
    assert error["ctx"]["hint"] == "Write 2021-03-28 02:30+01:00 or 2021-03-28 02:30+02:00"


@pytest.mark.parametrize(
    ("entries", "closed"),
    [
        ([{"kind": "submission", "date": "2021-04-20"}], True),
        ([{"kind": "submission", "date": "2021-04-21"}], False),
        ([{"kind": "submission", "date": "2021-04-20"}, {"kind": "submission", "date": "2021-05-01"}], False),
        ([{"kind": "submission", "date": "2021-04-20"}, {"kind": "submission", "date": "TBA"}], False),
        ([{"kind": "submission", "date": "2021-04-20"}, {"kind": "notification", "date": "2021-05-01"}], True),
        ([{"kind": "notification", "date": "2021-04-20"}], False),
    ],
)
def test_a_call_is_closed_when_all_that_it_asks_for_is_past(entries: list[dict[str, object]], closed: bool) -> None:
    assert dates(*entries).closed(beginning(date(2021, 4, 21))) is closed


@pytest.mark.parametrize(
    ("entry", "made"),
    [
        ({"name": "Paper submission"}, "paper-submission"),
        ({"name": "Paper submission", "track": "Demos"}, "demos-paper-submission"),
        ({"name": "Paper submission", "track": "Demos", "id": "demo"}, "demo"),
    ],
)
def test_a_date_is_known_by_its_track_and_name(entry: dict[str, object], made: str) -> None:
    assert dates({"date": "TBA", **entry}).dates[0].id == made


@pytest.mark.parametrize("name", ["???", "🎉"])
def test_no_date_stands_on_a_page_with_an_empty_id(site: SiteFolder, name: str) -> None:
    made = site.write("dates.yaml", f'dates: [{{name: "{name}", date: 2021-04-20}}]\n').build()
    assert made.failed or 'id=""' not in made.source("/2021/dates/")


def test_every_move_is_told_with_what_came_of_it() -> None:
    told = {"date": "2021-04-13", "announced": "2021-04-10", "reason": "Why."}
    (deadline,) = dates({"kind": "submission", "date": "TBA", "was": ["2021-04-06", told]}).dates
    first, second = deadline.moves
    assert (first[0].announced, first[1]) == (None, Day(date(2021, 4, 13)))
    assert (second[0].announced, second[0].reason, second[1]) == (date(2021, 4, 10), "Why.", ToBeAnnounced())
    assert [deadline.how_moved(old.date, new) for old, new in deadline.moves] == ["extended", "moved"]


def test_a_date_is_known_for_ever_by_its_first_id() -> None:
    assert dates({"date": "TBA", "formerly": ["first", "second"], "id": "third"}).dates[0].lasting_id == "first"
    assert dates({"date": "TBA", "id": "third"}).dates[0].lasting_id == "third"


def test_earlier_dates_end_as_the_others_do() -> None:
    was = {"date": "2021-04-13", "reason": "Why."}
    (deadline,) = dates({"kind": "submission", "date": "2021-04-20", "was": was}, end="23:59 AoE").dates
    assert deadline.was[0].date == parse_when("2021-04-13 23:59 AoE")
    assert deadline.was[0].reason == "Why."
