"""`dates.ics` and a file for each date, as two other readers of calendars understand them."""

import re
from datetime import UTC, date, datetime

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from mmpt_site.model.site import Series
from tests.harness import SERIES, Built, SiteFolder, snapshot

ALL = "/2021/dates.ics"


def dated(site: SiteFolder, *entries: str) -> Built:
    """A build with these important dates, one line of fields each."""
    return site.write("dates.yaml", "dates:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)).build()


def read(made: Built, address: str = ALL) -> list[Event]:
    """The entries of a calendar, after what holds for all of them."""
    data = (made.folder / address.lstrip("/")).read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    calendar = Calendar.from_ical(data)
    assert "METHOD" not in calendar
    assert [event.errors for event in calendar.events] == [[] for _ in calendar.events]
    for event in calendar.events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"} <= set(event)
        assert event["TRANSP"] == "TRANSPARENT"
    others = list(vobject.readComponents(data.decode()))
    assert len(others) == 1
    others[0].validate(raiseException=True)
    summaries = [event.summary.value for event in others[0].vevent_list]
    assert summaries == [str(event["SUMMARY"]) for event in calendar.events]
    return list(calendar.events)


def only(made: Built, address: str = ALL) -> Event:
    (event,) = read(made, address)
    return event


def test_a_day_is_a_day_and_ends_before_the_next(site: SiteFolder) -> None:
    event = only(dated(site, "name: Paper submission, date: 2021-04-20"))
    assert event["SUMMARY"] == "WSE 2021: Paper submission"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2021, 4, 20), date(2021, 4, 21))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["UID"] == "2021-paper-submission@wse"
    assert (event["SEQUENCE"], event["STATUS"]) == (0, "CONFIRMED")
    assert event["URL"] == "https://example.org/2021/dates/#date-paper-submission"


def test_several_days_end_with_the_last(site: SiteFolder) -> None:
    event = only(dated(site, "name: Rebuttal, date: 2021-04-30 to 2021-05-02"))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2021, 4, 30), date(2021, 5, 3))


@pytest.mark.parametrize(
    ("when", "at", "written"),
    [
        ("2021-04-20 23:59 AoE", datetime(2021, 4, 21, 11, 59, tzinfo=UTC), "April 20, 2021, 23:59 AoE"),
        ("2021-04-20 23:59:59 AoE", datetime(2021, 4, 21, 11, 59, 59, tzinfo=UTC), "April 20, 2021, 23:59:59 AoE"),
        ("2021-04-20 23:59 Asia/Taipei", datetime(2021, 4, 20, 15, 59, tzinfo=UTC), "April 20, 2021, 23:59 Taipei"),
        ("2021-12-31 18:00 America/New_York", datetime(2021, 12, 31, 23, 0, tzinfo=UTC), "18:00 New York time"),
        ("2021-07-01T23:59+14:00", datetime(2021, 7, 1, 9, 59, tzinfo=UTC), "July 1, 2021, 23:59 UTC+14:00"),
    ],
)
def test_a_moment_is_right_to_the_second_and_said_as_written(
    site: SiteFolder, when: str, at: datetime, written: str
) -> None:
    event = only(dated(site, f'name: Paper, date: "{when}"'))
    assert event.decoded("dtstart") == at
    assert "DTEND" not in event
    assert written in str(event["SUMMARY"])
    assert written in str(event["DESCRIPTION"])
    assert f"DTSTART:{at:%Y%m%dT%H%M%SZ}\r\n".encode() in event.to_ical()


def test_each_date_has_a_file_that_says_the_same(site: SiteFolder) -> None:
    made = dated(site, "name: Paper, date: 2021-04-20", 'name: Demo, track: B, date: "2021-05-20 12:00 UTC"')
    alone = [only(made, f"/2021/dates/{name}.ics").to_ical() for name in ("paper", "b-demo")]
    assert [event.to_ical() for event in read(made)] == alone
    page = made.source("/2021/dates/")
    assert all(f'href="{address}"' in page for address in ("../dates.ics", "paper.ics", "b-demo.ics"))
    assert 'href="webcal://example.org/2021/dates.ics"' in page
    assert '<link rel="alternate" type="text/calendar" title="Dates of WSE 2021" href="../dates.ics">' in page
    assert site.check() == []


def test_what_has_passed_is_offered_to_nobody_but_stays_where_it_is(site: SiteFolder) -> None:
    made = dated(site, "name: Paper, date: 2021-02-20", "name: Demo, date: 2021-05-20")
    assert len(read(made)) == 2
    assert only(made, "/2021/dates/paper.ics").decoded("dtstart") == date(2021, 2, 20)
    made.shows("/2021/dates/", "Paper Passed May 20").lacks("/2021/dates/", "Passed Add to your calendar")
    assert 'href="paper.ics"' not in made.source("/2021/dates/")


def test_what_is_to_be_announced_is_in_no_calendar(site: SiteFolder) -> None:
    made = dated(site, "name: Paper, date: 2021-04-20", "name: Demo, date: TBA")
    assert only(made)["SUMMARY"] == "WSE 2021: Paper"
    assert not (made.folder / "2021/dates/demo.ics").exists()
    made = dated(site, "name: Paper, date: TBA")
    assert [path for path in snapshot(made.folder) if path.endswith(".ics")] == []
    made.lacks("/2021/dates/", "calendar")


def test_a_date_that_moves_stays_the_same_entry(site: SiteFolder) -> None:
    before = only(dated(site, "name: Paper, kind: submission, date: 2021-04-20"))
    history = "was: [2021-04-13, {date: 2021-04-20, announced: 2021-04-16, reason: ICMR *moved*; so do we.}]"
    after = only(dated(site, f"name: Paper, kind: submission, date: 2021-04-27, {history}"))
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 2)
    assert after.decoded("dtstart") == date(2021, 4, 27)
    assert after["DESCRIPTION"] == "Extended from April 13, 2021, April 20, 2021\nICMR moved; so do we."
    assert before.decoded("dtstamp") < after.decoded("dtstamp") == datetime(2021, 4, 16, tzinfo=UTC)


def test_a_date_that_is_renamed_is_no_new_one_to_whoever_subscribed_to_it(site: SiteFolder) -> None:
    before = dated(site, "name: Paper, date: 2021-04-20")
    uid = only(before)["UID"]
    made = dated(site, "name: Full paper, date: 2021-04-20, formerly: [paper, long-paper]")
    for name in ("paper", "long-paper", "full-paper"):
        event = only(made, f"/2021/dates/{name}.ics")
        assert (event["UID"], event["SUMMARY"]) == (uid, "WSE 2021: Full paper")
    assert only(made)["UID"] == uid


def test_an_edition_that_is_renamed_is_no_new_one_either(site: SiteFolder) -> None:
    site.write("content/2021-spring/workshop.yaml", "title: Small\nformerly: ['21', /old.html]\n")
    site.write("content/2021-spring/dates.yaml", "dates: [{name: Paper, date: 2021-04-20, formerly: cfp}]\n")
    made = site.build()
    old = "/21/dates.ics", "/21/dates/paper.ics", "/21/dates/cfp.ics", "/2021-spring/dates/cfp.ics"
    assert {only(made, address)["UID"] for address in (*old, "/2021-spring/dates.ics")} == {"21-cfp@wse"}
    assert "URL:https://example.org/2021-spring/dates/#date-paper\r\n" in made.source("/21/dates.ics").replace(
        "\n", "\r\n"
    )


@pytest.mark.parametrize(
    ("workshop", "day"),
    [
        ("", "20200101"),
        ("updated: 2021-02-03\n", "20210203"),
        ("updated: 2021-05-06\n", "20210506"),
    ],
)
def test_the_stamp_is_the_last_day_that_the_content_knows(site: SiteFolder, workshop: str, day: str) -> None:
    site.write("workshop.yaml", f"title: Small\n{workshop}")
    assert f"DTSTAMP:{day}T000000Z" in dated(site, "name: Paper, date: 2021-04-20").source(ALL)


def test_the_clock_changes_nothing(site: SiteFolder) -> None:
    dated(site, "name: Paper, date: 2021-04-20")
    calendars = [site.build(day).source(ALL) for day in (date(2021, 3, 1), date(2026, 3, 1))]
    assert calendars[0] == calendars[1]


def test_the_days_of_the_host_are_not_those_of_the_workshop(site: SiteFolder) -> None:
    host = "title: Small\nplace: Taipei, Taiwan; China\nhost: {name: Large, date: 2021-07-12 to 2021-07-15}\n"
    assert not (site.write("workshop.yaml", host).build().folder / "2021/dates.ics").exists()
    event = only(site.write("workshop.yaml", host + "date: 2021-07-13\n").build())
    assert event.decoded("dtstart") == date(2021, 7, 13)
    assert event["UID"] == "2021@wse"
    assert (event["LOCATION"], event["DESCRIPTION"]) == ("Taipei, Taiwan; China", "Held with Large")


def test_a_workshop_that_moves_stays_the_same_entry(site: SiteFolder) -> None:
    event = only(site.write("workshop.yaml", "title: Small\ndate: 2021-10-04\nwas: 2021-07-13\n").build())
    assert (event["UID"], event["SEQUENCE"]) == ("2021@wse", 1)
    assert event["DESCRIPTION"] == "Moved from July 13, 2021"


def test_the_day_of_the_workshop_stands_once(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\ndate: 2021-07-13\n")
    event = only(dated(site, "name: Workshop day, kind: workshop, date: 2021-07-13"))
    assert event["UID"] == "2021-workshop-day@wse"


def test_a_workshop_that_is_cancelled_is_cancelled_in_calendars(site: SiteFolder) -> None:
    site.write("site.yaml", SERIES + "notice: {kind: cancelled, text: We are sorry.}\n")
    event = only(site.write("workshop.yaml", "title: Small\ndate: 2021-07-13\n").build())
    assert event["STATUS"] == "CANCELLED"


def test_what_a_cancelled_workshop_had_in_calendars_is_cancelled_and_newer(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\ndate: 2021-07-12\n")
    before = read(dated(site, "name: Papers, date: 2021-04-20, was: 2021-04-13"))
    site.write("workshop.yaml", "title: Small\ndate: 2021-07-12\nstatus: cancelled\n")
    after = read(site.build())
    assert [event["UID"] for event in after] == [event["UID"] for event in before]
    assert [event["SEQUENCE"] for event in before] == [1, 0]
    assert [(event["SEQUENCE"], event["STATUS"]) for event in after] == [(2, "CANCELLED"), (1, "CANCELLED")]


@pytest.mark.parametrize("status", ["postponed", "rescheduled"])
def test_a_workshop_that_says_that_it_takes_place_is_not_cancelled_by_a_notice(site: SiteFolder, status: str) -> None:
    site.write("site.yaml", f"{SERIES}notice: {{kind: cancelled, text: The dinner.}}\n")
    site.write("workshop.yaml", f"title: Small\nstatus: {status}\n")
    assert only(dated(site, "name: Papers, date: 2021-04-20"))["STATUS"] == "CONFIRMED"


def test_the_calendar_says_what_it_is_and_when_to_look_again(site: SiteFolder) -> None:
    text = dated(site, "name: Paper, date: 2021-04-20").source(ALL)
    for line in (
        "PRODID:-//mmpt-site//EN",
        "NAME:WSE 2021: Workshop on Small Examples",
        "X-WR-CALNAME:WSE 2021: Workshop on Small Examples",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ):
        assert f"\n{line}\n" in text


def test_without_an_address_there_is_a_calendar_without_links(site: SiteFolder) -> None:
    made = dated(site.write("site.yaml", "name: Small\nacronym: SE\nkey: se\n"), "name: Paper, date: 2021-04-20")
    assert "URL" not in only(made)
    assert "webcal" not in made.source("/2021/dates/")


@pytest.mark.parametrize(
    ("series", "known_as"),
    [
        ({"name": "Small", "acronym": "NLP4X"}, "nlp4x"),
        ({"name": "Small", "acronym": "NLP4X", "key": "nlp"}, "nlp"),
        ({"name": "Small", "acronym": "🎉"}, "small"),
        ({"name": "🎉", "acronym": "🎉"}, "workshop"),
    ],
)
def test_a_series_is_known_by_its_key_or_else_by_its_acronym(series: dict[str, str], known_as: str) -> None:
    assert Series.model_validate(series).lasting_key == known_as


def test_a_series_without_a_key_is_told_by_what_it_is_known(site: SiteFolder) -> None:
    site.write("site.yaml", "name: Small\nacronym: SE 4 X\nurl: https://example.org/\n")
    assert site.build().problems == []
    made = dated(site, "name: Paper, date: 2021-04-20")
    made.tells("content/site.yaml:1:1: note: ", 'Calendars know this workshop by "se-4-x"', "Write key: se-4-x")
    assert only(made)["UID"] == "2021-paper@se-4-x"


def test_a_note_is_told_in_plain_words_and_no_address_of_a_person_is(site: SiteFolder) -> None:
    note = 'note: "See [the site](https://example.org/x), $x^2$, or ask ada@example.org.", hard: yes'
    event = only(dated(site, f"name: Paper, date: 2021-04-20, {note}, url: https://example.org/submit"))
    assert str(event["DESCRIPTION"]).split("\n") == [
        "No extensions",
        "See the site (https://example.org/x), $x^2$, or ask ada at example.org.",
        "https://example.org/submit",
    ]


NAMES = st.text(min_size=1, max_size=120).filter(lambda text: re.search(r"[a-zA-Z]", text) is not None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES)
def test_no_title_breaks_a_calendar(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    site = SiteFolder.make(tmp_path_factory.mktemp("hostile"))
    quoted = "".join(f"\\U{ord(char):08x}" for char in name if not "\ud800" <= char <= "\udfff")
    made = dated(site, f'name: "{quoted}", id: paper, date: 2021-04-20')
    if not made.failed:
        assert only(made)["UID"] == "2021-paper@wse"


@pytest.mark.parametrize(
    "name", ["a, b; c\\d: e", "🎉" * 60, "é" * 100, "BEGIN:VEVENT", "x\\nEND:VCALENDAR", '"quoted", ^caret', "a" * 180]
)
def test_a_hostile_title_comes_back_as_it_was(site: SiteFolder, name: str) -> None:
    made = dated(site, f"name: '{name}', id: paper, date: 2021-04-20")
    assert only(made)["SUMMARY"] == f"WSE 2021: {name}"
