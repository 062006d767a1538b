"""Days, instants, ranges and the known unknown."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mmpt_site.model.when import (
    AOE,
    Day,
    Days,
    Instant,
    ToBeAnnounced,
    beginning,
    end,
    parse_when,
    parse_zone,
    start,
    today_aoe,
)
from tests.harness import SiteFolder

PROPERTY = settings(max_examples=50, deadline=None, derandomize=True)
MOMENTS = st.datetimes(datetime(1980, 1, 1), datetime(2199, 12, 31))
ZONES = st.sampled_from(sorted(name for name in available_timezones() if "/" in name))
WITH_CHANGES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"])
OFFSETS = st.builds("{}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(0, 11), st.sampled_from([0, 30, 45]))


def refused(text: object) -> tuple[str, str]:
    """The sentence and the hint with which a text is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_when(text)
    context = caught.value.context or {}
    return context["message"], context["hint"]


def readings(hint: str) -> list[datetime]:
    """The instants that a hint proposes."""
    texts = re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d\d:\d\d", hint)
    return [instant.at for instant in map(parse_when, texts) if isinstance(instant, Instant)]


@PROPERTY
@given(st.dates(date(1980, 1, 1), date(2200, 12, 31)))
def test_a_date_alone_is_a_day_and_no_time_is_added(day: date) -> None:
    assert parse_when(day.isoformat()) == Day(day)


@PROPERTY
@given(MOMENTS, ZONES | WITH_CHANGES | OFFSETS | st.sampled_from(["AoE", "UTC", "Z"]))
@example(datetime(2021, 3, 28, 2, 30), "Europe/Berlin")
@example(datetime(2021, 10, 31, 2, 30), "Europe/Berlin")
@example(datetime(2021, 4, 4, 1, 45), "Australia/Lord_Howe")
@example(datetime(2011, 12, 30, 12, 0), "Pacific/Apia")
@example(datetime(2021, 4, 20, 23, 59), "AoE")
def test_a_local_time_is_one_instant_or_is_refused_with_both_readings(moment: datetime, zone: str) -> None:
    local = moment.replace(second=0, microsecond=0)
    text = f"{local:%Y-%m-%d %H:%M} {zone}"
    try:
        read = parse_when(text)
    except PydanticCustomError as error:
        first, second = readings((error.context or {})["hint"])
        assert first != second
        assert first.replace(tzinfo=None) == second.replace(tzinfo=None) == local
    else:
        assert isinstance(read, Instant)
        assert read.at.replace(tzinfo=None) == local
        there_and_back = read.at.astimezone(UTC).astimezone(parse_zone(zone))
        assert there_and_back.replace(tzinfo=None) == local


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2021-03-28 02:30 Europe/Berlin", "does not exist"),
        ("2021-10-31 02:30 Europe/Berlin", "happens twice"),
        ("2021-03-14 02:00 America/New_York", "does not exist"),
        ("2021-11-07 01:59 America/New_York", "happens twice"),
        ("2011-12-30 12:00 Pacific/Apia", "does not exist"),
    ],
)
def test_a_skipped_and_a_repeated_time_are_told_apart(text: str, kind: str) -> None:
    message, hint = refused(text)
    assert kind in message
    assert len(readings(hint)) == 2


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2021-04-20 23:59 AoE", datetime(2021, 4, 21, 11, 59, tzinfo=UTC)),
        ("2021-04-20 23:59 aoe", datetime(2021, 4, 21, 11, 59, tzinfo=UTC)),
        ("2021-04-20  9:05   UTC", datetime(2021, 4, 20, 9, 5, tzinfo=UTC)),
        ("2021-04-20T23:59Z", datetime(2021, 4, 20, 23, 59, tzinfo=UTC)),
        ("2021-04-20T23:59+08:00", datetime(2021, 4, 20, 15, 59, tzinfo=UTC)),
        ("2021-04-20 23:59 +0800", datetime(2021, 4, 20, 15, 59, tzinfo=UTC)),
        ("2021-04-20 23:59 Asia/Taipei", datetime(2021, 4, 20, 15, 59, tzinfo=UTC)),
        ("2021-03-28 02:30+01:00", datetime(2021, 3, 28, 1, 30, tzinfo=UTC)),
    ],
)
def test_a_day_with_time_and_zone_is_an_instant(text: str, instant: datetime) -> None:
    read = parse_when(text)
    assert isinstance(read, Instant)
    assert read.at == instant


@pytest.mark.parametrize("text", ["TBA", "tbd", "To be announced", "to be announced.", " to  be announced "])
def test_the_known_unknown_has_three_names(text: str) -> None:
    assert parse_when(text) == ToBeAnnounced()


@pytest.mark.parametrize("word", ["to", "-", "–", "until", "till"])
def test_a_range_is_written_with_a_word_between_two_days(word: str) -> None:
    assert parse_when(f"2021-07-12 {word} 2021-07-15") == Days(date(2021, 7, 12), date(2021, 7, 15))


def test_a_range_ends_after_it_starts() -> None:
    message, hint = refused("2021-07-15 to 2021-07-12")
    assert message == "This range ends before it starts."
    assert "2021-07-12 to 2021-07-15" in hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2021-04-20 23:59", "2021-04-20 23:59 AoE"),
        ("2021-04-20 23:59 Taipei", "Did you mean Asia/Taipei?"),
        ("2021-04-20 23:59 Asia/Taipeh", "Did you mean Asia/Taipei?"),
        ("2021-04-20 23:59 asia/taipei", "Did you mean Asia/Taipei?"),
        ("2021-04-20 23:59 UTC+8", "Write +08:00"),
        ("2021-04-20 23:59 GMT-3:30", "Write -03:30"),
        ("2021-04-20 23:59 PST", "AoE, UTC, an offset such as +08:00, or a place such as Asia/Taipei"),
        ("2021-04-20 23:59 +15:00", "an offset such as +08:00"),
        ("2021-4-20 23:59 AoE", "Write 2021-04-20"),
        ("2021-04-20 24:00 AoE", "Write 23:59"),
        ("2021-04-20 11:59 pm AoE", "23:59"),
        ("2021-04-20 11:59pm AoE", "23:59"),
        (["2021-04-20"], "Write it as 2021-04-20"),
    ],
)
def test_a_date_that_cannot_be_read_is_answered_with_one_that_can(text: object, hint: str) -> None:
    assert hint in refused(text)[1]


@pytest.mark.parametrize("zone", ["UTC+25", "GMT-19", "UTC+14:30"])
def test_no_hint_proposes_an_offset_that_is_refused(zone: str) -> None:
    proposed = re.search(r"Write ([+-]\d\d:\d\d)", refused(f"2021-04-20 23:59 {zone}")[1])
    assert not proposed or parse_zone(proposed[1])


@PROPERTY
@given(st.text(max_size=30) | st.builds("2021-04-20 23:59 {}".format, st.text("aoETZ/.+-08:\0é ", max_size=12)))
@example("2021-04-20 23:59 Asia/")
@example("2021-04-20 23:59 ../../etc/passwd")
@example("2021-04-20 23:59 a/" + "b" * 5000)
@example("2021 May 99999999999")
def test_any_text_is_a_date_or_is_refused_in_a_sentence(text: str) -> None:
    try:
        told = "" if parse_when(text) else "nothing"
    except PydanticCustomError as error:
        told = (error.context or {})["message"]
    assert not told or told.endswith(".")


@pytest.mark.parametrize("written", ["[Asia/Taipei]", "{name: Asia/Taipei}"])
def test_a_zone_that_is_no_text_is_told_at_its_place(site: SiteFolder, written: str) -> None:
    made = site.write("workshop.yaml", f"title: Small\ntimezone: {written}\n").build()
    assert made.failed
    made.tells("content/2021/workshop.yaml:2:11:")


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2021-04-20", "2021-04-20T00:00+00:00", "2021-04-21T12:00+00:00"),
        ("2021-04-18 to 2021-04-20", "2021-04-18T00:00+00:00", "2021-04-21T12:00+00:00"),
        ("2021-04-20 23:59 AoE", "2021-04-21T11:59+00:00", "2021-04-21T11:59+00:00"),
        ("2021-04-20 11:59 UTC", "2021-04-20T11:59+00:00", "2021-04-20T11:59+00:00"),
    ],
)
def test_a_day_begins_at_midnight_utc_and_is_over_when_it_has_ended_anywhere_on_earth(
    text: str, begins: str, ends: str
) -> None:
    read = parse_when(text)
    assert not isinstance(read, ToBeAnnounced)
    assert (start(read), end(read)) == (datetime.fromisoformat(begins), datetime.fromisoformat(ends))


def test_the_build_of_a_day_counts_the_days_before_it_as_over() -> None:
    assert beginning(date(2021, 4, 21)) == end(Day(date(2021, 4, 20)))


@pytest.mark.parametrize("zone", [UTC, AOE, ZoneInfo("Asia/Taipei"), timezone(timedelta(hours=14))])
def test_today_is_the_same_wherever_the_clock_hangs(zone: timezone | ZoneInfo) -> None:
    assert today_aoe(datetime(2021, 4, 21, 11, 59, tzinfo=UTC).astimezone(zone)) == date(2021, 4, 20)
    assert today_aoe(datetime(2021, 4, 21, 12, 0, tzinfo=UTC).astimezone(zone)) == date(2021, 4, 21)
