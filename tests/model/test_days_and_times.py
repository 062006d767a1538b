"""Calendar days, times of day and durations, as organizers write them."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mmpt_site.model.days_and_times import parse_day, parse_duration, parse_time

PROPERTY = settings(max_examples=50, deadline=None, derandomize=True)
DAYS = st.dates(date(1980, 1, 1), date(2200, 12, 31))
ALMOST = st.text("0123456789-/., :²TApmayjunehi", max_size=20) | st.text(max_size=20)


def refused(parse: Callable[[object], object], text: object) -> tuple[str, str]:
    """The sentence and the hint with which a text is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        parse(text)
    context = caught.value.context or {}
    return context["message"], context["hint"]


def answer(parse: Callable[[object], object], text: str) -> object:
    """What a text is read as, or the hint with which it is refused."""
    try:
        return parse(text)
    except PydanticCustomError as error:
        return (error.context or {})["hint"]


@PROPERTY
@given(DAYS)
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@PROPERTY
@given(st.times(), st.booleans())
def test_every_time_is_read_as_it_is_written(clock: time, padded: bool) -> None:
    text = f"{clock:%H:%M}" if padded else f"{clock.hour}:{clock:%M}"
    assert parse_time(text) == time(clock.hour, clock.minute)


@PROPERTY
@given(st.integers(0, 23), st.integers(0, 59))
def test_every_duration_is_read_as_it_is_written(hours: int, minutes: int) -> None:
    length = timedelta(hours=hours, minutes=minutes or 1)
    written = " ".join(filter(None, [f"{hours} h" if hours else "", f"{minutes or 1} min"]))
    assert parse_duration(written) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("35 min", timedelta(minutes=35)),
        ("90min", timedelta(minutes=90)),
        ("2 h", timedelta(hours=2)),
        ("1 hour", timedelta(hours=1)),
        ("2 hours 5 minutes", timedelta(hours=2, minutes=5)),
        ("1h30min", timedelta(minutes=90)),
    ],
)
def test_durations_may_be_written_in_these_ways(text: str, length: timedelta) -> None:
    assert parse_duration(text) == length


@PROPERTY
@given(ALMOST)
@example("² May 2021")
@example("2021 May 99999999999")
@example("2021-04-" + "9" * 5000)
@example("May 2021 " + "9" * 5000)
def test_a_text_is_a_day_or_is_refused_in_a_sentence(text: str) -> None:
    assert answer(parse_day, text)


@PROPERTY
@given(ALMOST)
@example("²:30")
@example("99.99")
def test_a_text_is_a_time_or_is_refused_in_a_sentence(text: str) -> None:
    assert answer(parse_time, text)


@PROPERTY
@given(ALMOST)
@example("0 min")
@example("² h")
def test_a_text_is_a_duration_or_is_refused_in_a_sentence(text: str) -> None:
    assert answer(parse_duration, text)


@pytest.mark.parametrize("parse", [parse_day, parse_time, parse_duration])
@pytest.mark.parametrize("value", [["2021-04-20"], {"day": "2021-04-20"}, None], ids=["list", "fields", "nothing"])
def test_what_is_no_text_is_refused(parse: Callable[[object], object], value: object) -> None:
    message, hint = refused(parse, value)
    assert message.endswith(".")
    assert "Write" in hint


@PROPERTY
@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%b %d %Y", "%A, %d %B %Y", "%Y/%m/%d", "%d.%m.%Y"]))
def test_a_day_in_another_way_of_writing_is_answered_with_ours(day: date, form: str) -> None:
    _, hint = refused(parse_day, day.strftime(form))
    assert hint == f"Write {day.isoformat()}"


@pytest.mark.parametrize("text", ["5 April", "April 2021", "soon", "12 13 2021 2022", ""])
def test_where_it_is_not_certain_which_day_is_meant_none_is_guessed(text: str) -> None:
    _, hint = refused(parse_day, text)
    assert hint == "Write year, month and day with hyphens between them, such as 2021-04-20"


def test_where_americans_and_others_read_two_days_both_are_named() -> None:
    assert refused(parse_day, "4/5/2021")[1] == "Write year, month and day: 2021-04-05 or 2021-05-04"
    assert refused(parse_day, "5/5/2021")[1] == "Write year, month and day: 2021-05-05"


def test_a_day_without_a_year_is_in_that_of_the_edition_where_it_is_known() -> None:
    assert refused(lambda text: parse_day(text, "2026"), "5 April")[1] == "Write 2026-04-05"
    assert refused(lambda text: parse_day(text, "2026"), "soon")[1].endswith("such as 2026-04-20")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2021-02-30", "There is no February 30, 2021.", "The month has 28 days."),
        ("2020-02-30", "There is no February 30, 2020.", "The month has 29 days."),
        ("2021-04-00", "There is no April 0, 2021.", "The month has 30 days."),
        ("2021-20-04", "There is no month 20.", "Did you mean 2021-04-20?"),
        ("2021-13-13", "There is no month 13.", "Months go from 01 to 12."),
        ("2021-00-10", "There is no month 0.", "Months go from 01 to 12."),
        ("0221-04-20", "The year 221 looks like a slip.", "A year lies between 1980 and 2200."),
        ("12021-04-20", '"12021-04-20" is not a date as it is written here.', "2021-04-20"),
    ],
)
def test_a_day_that_does_not_exist_is_named(text: str, message: str, hint: str) -> None:
    told = refused(parse_day, text)
    assert told[0] == message
    assert hint in told[1]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("11:59 pm", "Write 23:59"),
        ("9 a.m.", "Write 09:00"),
        ("12 am", "Write 00:00"),
        ("12:30pm", "Write 12:30"),
        ("9.30", "Write 09:30"),
        ("9h30", "Write 09:30"),
        ("24:00", "Write 23:59, or 00:00 of the next day."),
        ("25:00", "Hours go from 00 to 23, minutes from 00 to 59."),
        ("9:75", "Hours go from 00 to 23, minutes from 00 to 59."),
        ("noon", "Write hours and minutes: 09:30"),
    ],
)
def test_a_time_in_another_way_of_writing_is_answered_with_ours(text: str, hint: str) -> None:
    assert refused(parse_time, text)[1] == hint


@pytest.mark.parametrize("text", ["0", "45", "1h30", "35 mins", "1 hr", "half an hour", ""])
def test_the_hint_for_a_duration_is_itself_a_duration(text: str) -> None:
    _, hint = refused(parse_duration, text)
    assert parse_duration(hint.removeprefix("Write ").partition(",")[0])
