"""How days and times are said, and how machines read them."""

from datetime import date, datetime, time
from gettext import NullTranslations

import pytest
from babel.localedata import locale_identifiers
from markupsafe import Markup

from mmpt_site.model.when import parse_when, parse_zone
from mmpt_site.pages import dates
from mmpt_site.pages.language import language

AMERICAN, BRITISH = language("en-US"), language("en-GB")


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
    assert dates.when(parse_when(written), AMERICAN) == american
    assert dates.when(parse_when(written), BRITISH).startswith(british)


@pytest.mark.parametrize("written", ["2021-04-20 23:59Z", "2021-04-20 23:59 UTC"])
def test_universal_time_is_called_utc_however_it_is_written(written: str) -> None:
    assert dates.when(parse_when(written), AMERICAN) == "April 20, 2021, 23:59 UTC"


@pytest.mark.parametrize("written", ["2021-04-20 23:59 +0800", "2021-04-20 23:59+08:00"])
def test_an_offset_is_said_in_one_way_however_it_is_written(written: str) -> None:
    assert dates.when(parse_when(written), AMERICAN) == "April 20, 2021, 23:59 UTC+08:00"


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
    assert dates.weekday(date(2021, 7, 12), AMERICAN) == "Monday"
    assert dates.clock(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("tag", "day", "within_month", "within_year", "over_years", "instant", "weekday"),
    [
        (
            *("en-US", "April 20, 2021", "July 12–15, 2021", "July 30 – August 2, 2021"),
            *("December 30, 2021 – January 2, 2022", "April 20, 2021, 23:59 AoE", "Tuesday"),
        ),
        (
            *("en-GB", "20 April 2021", "12–15 July 2021", "30 July – 2 August 2021"),
            *("30 December 2021 – 2 January 2022", "20 April 2021, 23:59 AoE", "Tuesday"),
        ),
        (
            *("zh", "2021年4月20日", "2021年7月12日至15日", "2021年7月30日至8月2日"),
            *("2021年12月30日至2022年1月2日", "2021年4月20日 23:59 AoE", "星期二"),
        ),
        (
            *("ar", "20 أبريل 2021", "12–15 يوليو 2021", "30 يوليو – 2 أغسطس 2021"),
            *("30 ديسمبر 2021 – 2 يناير 2022", "20 أبريل 2021، 23:59 AoE", "الثلاثاء"),
        ),
        (
            *("de", "20. April 2021", "12.–15. Juli 2021", "30. Juli – 2. August 2021"),
            *("30. Dezember 2021 – 2. Januar 2022", "20. April 2021, 23:59 AoE", "Dienstag"),
        ),
        (
            *("fr", "20 avril 2021", "12–15 juillet 2021", "30 juillet – 2 août 2021"),
            *("30 décembre 2021 – 2 janvier 2022", "20 avril 2021, 23:59 AoE", "mardi"),
        ),
        (
            *("ja", "2021年4月20日", "2021年7月12日～15日", "2021年7月30日～8月2日"),
            *("2021年12月30日～2022年1月2日", "2021年4月20日 23:59 AoE", "火曜日"),
        ),
    ],
)
def test_other_languages_write_dates_in_their_own_order(
    tag: str, day: str, within_month: str, within_year: str, over_years: str, instant: str, weekday: str
) -> None:
    written = {
        "2021-04-20": day,
        "2021-07-12 to 2021-07-15": within_month,
        "2021-07-30 to 2021-08-02": within_year,
        "2021-12-30 to 2022-01-02": over_years,
        "2021-04-20 23:59 AoE": instant,
    }
    spoken = language(tag)
    assert {each: dates.when(parse_when(each), spoken) for each in written} == written
    assert dates.weekday(date(2021, 4, 20), spoken) == weekday


def test_every_language_can_write_every_date() -> None:
    tags = [name.replace("_", "-") for name in locale_identifiers() if name != "root"]
    for spoken in map(language, tags):
        for first, last in (("2021-07-12", "2021-07-15"), ("2021-07-30", "2021-08-02"), ("2021-12-30", "2022-01-02")):
            said = dates.when(parse_when(f"{first} to {last}"), spoken)
            assert "'" not in said, (spoken.tag, said)
        assert "23:59 AoE" in dates.when(parse_when("2021-04-20 23:59 AoE"), spoken)
    assert len(tags) > 1000


def test_a_city_has_the_name_that_the_language_has_for_it() -> None:
    words = NullTranslations()
    words.add_fallback(_Words())
    taipei, other = parse_when("2021-04-20 23:59 Asia/Taipei"), parse_when("2021-04-20 23:59 US/Pacific")
    assert dates.when(taipei, language("zh", words)) == "2021年4月20日 23:59 台北时间"
    assert dates.when(other, language("zh", words)) == "2021年4月20日 23:59 Pacific时间"
    assert dates.when(taipei, language("zh")) == "2021年4月20日 23:59 Taipei time"


class _Words(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"%(city)s time": "%(city)s时间"}[message]


def test_a_day_and_a_time_are_joined_as_the_language_has_it() -> None:
    when, hours = dates.full_day(date(2021, 7, 12), AMERICAN), Markup("<b>09:00</b>")
    assert dates.joined(when, hours, AMERICAN) == "Monday, July 12, 2021, <b>09:00</b>"
    assert dates.joined("<day>", hours, language("zh")) == "&lt;day&gt; <b>09:00</b>"
    assert dates.short_day(date(2021, 7, 12), language("de")) == "Mo., 12. Juli"


@pytest.mark.parametrize(
    ("name", "days", "said"),
    [
        ("Europe/Paris", [(2021, 7, 12)], "Paris time (UTC+02:00)"),
        ("Europe/Paris", [(2021, 7, 12), (2021, 1, 12)], "Paris time"),
        ("Atlantic/Reykjavik", [(2021, 7, 12)], "Reykjavik time (UTC)"),
        ("AoE", [(2021, 7, 12)], "AoE (UTC−12:00)"),
        ("UTC", [(2021, 7, 12)], "UTC"),
        ("+05:30", [(2021, 7, 12)], "UTC+05:30"),
    ],
)
def test_a_zone_says_what_it_is_ahead_where_that_is_one_time(
    name: str, days: list[tuple[int, int, int]], said: str
) -> None:
    moments = [datetime(*day, 12, tzinfo=parse_zone(name)) for day in days]
    assert dates.zone(name, moments, AMERICAN) == said
