"""How days and times are said, and how machines read them."""

from datetime import date, time

import pytest

from mmpt_site.model.when import parse_when
from mmpt_site.pages import dates


@pytest.mark.parametrize(
    ("written", "american", "british"),
    [
        ("2021-04-20", "April 20, 2021", "20 April 2021"),
        ("2021-07-12 to 2021-07-15", "July 12–15, 2021", "12–15 July 2021"),
        ("2021-07-30 to 2021-08-02", "July 30 – August 2, 2021", "30 July – 2 August 2021"),
        ("2021-12-30 to 2022-01-02", "December 30, 2021 – January 2, 2022", "30 December 2021 – 2 January 2022"),
        ("2021-07-12 to 2021-07-12", "July 12, 2021", "12 July 2021"),
        ("2021-04-20 23:59 AoE", "April 20, 2021, 23:59 AoE", "20 April 2021, 23:59 AoE"),
        ("2021-04-20 09:05 UTC", "April 20, 2021, 09:05 UTC", "20 April 2021, 09:05 UTC"),
        ("2021-04-20 23:59 Asia/Taipei", "April 20, 2021, 23:59 Taipei time", "20 April 2021, 23:59 Taipei time"),
        ("2021-04-20 23:59 America/New_York", "April 20, 2021, 23:59 New York time", "20 April 2021, 23:59 New York"),
        ("2021-04-20 23:59 +08:00", "April 20, 2021, 23:59 UTC+08:00", "20 April 2021, 23:59 UTC+08:00"),
        ("2021-04-20 23:59 -03:30", "April 20, 2021, 23:59 UTC−03:30", "20 April 2021, 23:59 UTC−03:30"),
        ("tba", "To be announced", "To be announced"),
    ],
)
def test_a_date_is_said_in_the_language_of_the_site(written: str, american: str, british: str) -> None:
    assert dates.when(parse_when(written), "en-US") == american
    assert dates.when(parse_when(written), "en-GB").startswith(british)


@pytest.mark.parametrize("written", ["2021-04-20 23:59Z", "2021-04-20 23:59 UTC"])
def test_universal_time_is_called_utc_however_it_is_written(written: str) -> None:
    assert dates.when(parse_when(written), "en-US") == "April 20, 2021, 23:59 UTC"


@pytest.mark.parametrize("written", ["2021-04-20 23:59 +0800", "2021-04-20 23:59+08:00"])
def test_an_offset_is_said_in_one_way_however_it_is_written(written: str) -> None:
    assert dates.when(parse_when(written), "en-US") == "April 20, 2021, 23:59 UTC+08:00"


@pytest.mark.parametrize(
    ("written", "machine"),
    [
        ("2021-04-20", "2021-04-20"),
        ("2021-04-20 23:59 AoE", "2021-04-20T23:59-12:00"),
        ("2021-04-20 23:59 Asia/Taipei", "2021-04-20T23:59+08:00"),
        ("2021-04-20 23:59 UTC", "2021-04-20T23:59+00:00"),
        ("2021-04-20 23:59:59 UTC", "2021-04-20T23:59:59+00:00"),
        ("2021-07-12 to 2021-07-15", ""),
        ("tba", ""),
    ],
)
def test_machines_get_a_day_or_an_instant_with_its_offset(written: str, machine: str) -> None:
    assert dates.machine(parse_when(written)) == machine


def test_a_day_has_its_weekday_and_a_time_two_digits() -> None:
    assert dates.weekday(date(2021, 7, 12)) == "Monday"
    assert dates.clock(time(9, 5)) == "09:05"
