"""The program as visitors see it: days, sessions side by side, talks, what became of them, and who speaks."""

import gzip

import pytest

from tests.harness import Built, SiteFolder
from tests.pages.reading import Page

ZONE = "title: Workshop on Small Examples\ntimezone: Asia/Taipei\n"
PEOPLE = (
    "people: [{name: Ada Example, affiliation: Example University}, {name: Bo van der Small}, {name: Cy Example}]\n"
)
KEYNOTES = (
    "keynotes: [{speaker: Ada Example, title: Small $x$, slides: 'https://example.org/s'}, {speaker: Cy Example}]\n"
)


@pytest.fixture
def peopled(site: SiteFolder) -> SiteFolder:
    return site.write("people.yaml", PEOPLE)


def program(site: SiteFolder, *sessions: str, day: str = "2021-07-12") -> Built:
    """What is made of one day with these sessions."""
    listed = "".join(f"    - {session}\n" for session in sessions)
    return site.write("program.yaml", f"program:\n  {day}:\n{listed}").build()


def of(made: Built, address: str = "/2021/program/") -> Page:
    """A page as a browser reads it."""
    return Page.of(made.source(address))


def element(page: Page, element_id: str) -> dict[str, str]:
    """The attributes of the element of an id."""
    (found,) = [values for _, values in page.tags if values.get("id") == element_id]
    return found


def test_sessions_have_times_in_words_and_for_scripts(site: SiteFolder) -> None:
    site.write("workshop.yaml", ZONE)
    made = program(site, "{at: 09:00, title: Opening, until: 09:10, kind: opening, room: Hall A, track: Vision}")
    made.shows("/2021/program/", "Monday, July 12, 2021 Taipei time (UTC+08:00)", "09:00 – 09:10 Hall A Opening Vision")
    assert element(of(made), "session-opening") == {
        "class": "session opening",
        "id": "session-opening",
        "data-id": "opening",
        "data-start": "2021-07-12T01:00Z",
        "data-end": "2021-07-12T01:10Z",
        "data-kind": "opening",
        "data-track": "Vision",
        "data-room": "Hall A",
    }
    assert of(made).values("datetime")[1:] == ["2021-07-12T09:00+08:00", "2021-07-12T09:10+08:00"]
    assert of(made).values("data-zone") == ["Asia/Taipei"]


def test_without_a_zone_times_are_those_written_and_nothing_is_made_up(site: SiteFolder) -> None:
    made = program(site, "{at: 09:00, title: Opening}").lacks("/2021/program/", "time", "UTC", "Moved", "None", "Chair")
    assert element(of(made), "session-opening").keys() == {"class", "id", "data-id", "data-kind"}
    assert of(made).values("datetime") == ["2021-07-12", "2021-07-12T09:00"]
    assert of(made).values("data-zone") == []


def test_a_zone_whose_clocks_change_has_the_offset_of_each_day(site: SiteFolder) -> None:
    site.write("workshop.yaml", ZONE.replace("Asia/Taipei", "Europe/Paris"))
    sessions = "[{at: 12:00, title: A}]"
    site.write("program.yaml", f"program: {{2021-03-27: {sessions}, 2021-03-28: {sessions.replace('A', 'B')}}}\n")
    site.build().shows(
        "/2021/program/", "March 27, 2021 Paris time (UTC+01:00)", "March 28, 2021 Paris time (UTC+02:00)"
    )


@pytest.mark.parametrize(
    ("zone", "said"),
    [("AoE", "AoE (UTC−12:00)"), ("UTC", "UTC"), ('"+08:00"', "UTC+08:00"), ("Asia/Taipei", "Taipei time")],
)
def test_a_zone_is_said_as_people_read_it(site: SiteFolder, zone: str, said: str) -> None:
    site.write("workshop.yaml", ZONE.replace("Asia/Taipei", zone))
    program(site, "{at: 09:00, title: Opening}").shows("/2021/program/", f"July 12, 2021 {said}")


def test_days_are_led_to_where_there_are_several(site: SiteFolder) -> None:
    assert not [href for href in of(program(site, "{at: 09:00, title: A}")).values("href") if href.startswith("#day")]
    site.write("program.yaml", "program: {2021-07-12: [{at: 09:00, title: A}], 2021-07-13: [{at: 09:00, title: B}]}\n")
    made = site.build().shows("/2021/program/", "Mon, Jul 12 Tue, Jul 13")
    assert {"#day-2021-07-12", "#day-2021-07-13"} <= set(of(made).values("href"))
    assert site.check() == []


def test_what_goes_on_past_midnight_says_so(site: SiteFolder) -> None:
    talks = "talks: [{title: One, at: 23:40}, {title: Two, at: 00:15, for: 10 min}]"
    made = program(site, f"{{at: 23:30, title: Night, for: 1 h 30 min, {talks}}}")
    made.shows("/2021/program/", "23:30 – 01:00 the next day Night", "23:40 One", "00:15 – 00:25 the next day Two")


def test_an_end_is_said_only_where_something_else_follows(site: SiteFolder) -> None:
    talks = "talks: [{title: One}, {title: Two}, {title: Three, at: 09:40, for: 10 min}]"
    made = program(site, f"{{at: 09:00, title: Talks, until: 10:00, each: 15 min, {talks}}}")
    made.shows("/2021/program/", "09:00 One 09:15 – 09:30 Two 09:40 – 09:50 Three")


def test_talks_without_times_of_their_own_have_none(site: SiteFolder) -> None:
    made = program(site, "{at: 09:00, title: Talks, until: 10:00, talks: [{title: One}, {title: Two, board: 12}]}")
    made.shows("/2021/program/", "09:00 – 10:00 Talks Add to calendar One Two Board 12")


def test_what_is_cancelled_or_moved_says_so_in_words(site: SiteFolder) -> None:
    made = program(
        site,
        "{at: 09:00, title: A, status: cancelled}",
        "{at: 10:00, title: B, was: [09:30, 2021-07-13 09:00], talks: [{title: C, status: cancelled, was: 10:05}]}",
    )
    made.shows("/2021/program/", "09:00 Cancelled A", "Moved from 09:30 , Tuesday, July 13, 2021, 09:00")
    made.shows("/2021/program/", "Cancelled C Moved from 10:05")
    assert of(made).texts["s"][0] == "A"


def test_scripts_know_when_it_began_before_it_moved_and_not_when_what_is_off_would_be(site: SiteFolder) -> None:
    made = program(
        site.write("workshop.yaml", ZONE),
        "{at: 09:00, title: A, status: cancelled, talks: [{title: B, at: 09:10}]}",
        "{at: 10:00, title: C, was: [09:30, 2021-07-13 09:00], talks: [{title: D, status: cancelled}, {title: E}]}",
    )
    page = of(made)
    known = {
        name: "data-start" in element(page, name) for name in ("session-a", "talk-b", "session-c", "talk-d", "talk-e")
    }
    assert known == {"session-a": False, "talk-b": False, "session-c": True, "talk-d": False, "talk-e": True}
    assert {"2021-07-12T09:30+08:00", "2021-07-13T09:00+08:00"} < set(page.values("datetime"))


def test_people_are_named_with_what_they_do(peopled: SiteFolder) -> None:
    made = program(
        peopled,
        "{at: 09:00, title: A, chair: Ada Example}",
        "{at: 10:00, title: B, chair: [Ada Example, Cy Example]}",
        "{at: 11:00, title: C, moderator: Cy Example, panelist: [Ada Example], questions: [What next?, And then?]}",
    )
    made.shows("/2021/program/", "A Chair: Ada Example", "B Chairs: Ada Example, Cy Example")
    made.shows("/2021/program/", "Moderator: Cy Example On the panel: Ada Example What next? And then?")


def test_a_keynote_leads_to_what_there_is_of_it(site: SiteFolder) -> None:
    site.write("keynotes.yaml", KEYNOTES).write("workshop.yaml", ZONE)
    made = program(
        site,
        "{at: 09:00, keynote: Ada Example, for: 1 h, room: Hall A}",
        "{at: 10:00, title: Second keynote, keynote: Cy Example}",
        "{at: 11:00, title: Talks, talks: [{keynote: Cy Example}]}",
    )
    made.shows("/2021/program/", "Hall A Keynote Small", "Ada Example Slides")
    made.shows("/2021/program/", "Second keynote Title to be announced Cy Example Add to calendar")
    made.shows("/2021/program/", "Talks Add to calendar Title to be announced Cy Example")
    assert of(made).values("href").count("../keynotes/#keynote-ada-example") == 1
    made.shows("/2021/keynotes/", "Monday, July 12, 2021, 09:00 – 10:00 · Taipei time (UTC+08:00) · Hall A Slides")
    made.shows("/2021/", "Ada Example Mon, Jul 12, 09:00 – 10:00 · Taipei time (UTC+08:00) · Hall A")
    assert "../program/#session-ada-example" in of(made, "/2021/keynotes/").values("href")
    assert site.check() == []


def test_a_cancelled_keynote_says_so_wherever_its_time_stands(site: SiteFolder) -> None:
    made = program(site.write("keynotes.yaml", KEYNOTES), "{at: 09:00, keynote: Ada Example, status: cancelled}")
    for address in ("/2021/program/", "/2021/keynotes/", "/2021/", "/2021/program/speakers/"):
        made.shows(address, "Cancelled")


def test_links_say_of_what_they_are(site: SiteFolder) -> None:
    site.write("content/2021/files/two words.pdf", b"%PDF-1.4\n")
    made = program(
        site,
        "{at: 09:00, title: A & B, stream: 'https://example.org/live', chat: 'https://example.org/chat'}",
        "{at: 10:00, title: C, talks: [{title: D, slides: two words.pdf, recording: 'https://example.org/v'}]}",
    )
    said = {
        values["aria-label"]: values["href"] for tag, values in of(made).tags if tag == "a" and "aria-label" in values
    }
    assert said == {
        "Live stream: A & B": "https://example.org/live",
        "Chat: A & B": "https://example.org/chat",
        "Slides: D": "../files/two%20words.pdf",
        "Recording: D": "https://example.org/v",
        "Add to calendar: A & B": "a-b.ics",
        "Add to calendar: C": "c.ics",
    }
    assert site.check() == []


def test_papers_have_their_authors_awards_and_boards(peopled: SiteFolder) -> None:
    papers = (
        "[{id: p1, title: One, authors: [Ada Example, Dee New], award: Best paper, board: 3}, {id: p2, title: Two}]"
    )
    peopled.write("papers.yaml", f"papers: {papers}\n")
    made = program(
        peopled,
        "{at: 09:00, title: Talks, talks: [{paper: p1, speaker: Cy Example, remote: yes}]}",
        "{at: 10:00, title: Posters, kind: poster, papers: [p1, p2]}",
    )
    made.shows("/2021/program/", "One Ada Example, Dee New Presented by Cy Example Best paper Remote")
    made.shows("/2021/program/", "One Ada Example, Dee New Best paper Board 3 Two")
    assert of(made).values("href").count("../papers/p1/") == 2


def test_what_overlaps_has_places_in_a_grid(site: SiteFolder) -> None:
    made = program(
        site,
        "{at: 09:00, title: A, room: Hall A, for: 1 h}",
        "{at: 09:00, title: B, room: Hall B, for: 2 h}",
        "{at: 10:00, title: C, room: Hall A, for: 1 h}",
        "{at: 11:00, title: D}",
    )
    classes = {
        values["id"]: values["class"] for _, values in of(made).tags if "session" in values.get("class", "").split()
    }
    assert classes == {
        "session-a": "session other c1 w1 r1 h1",
        "session-b": "session other c2 w1 r1 h2",
        "session-c": "session other c1 w1 r2 h1",
        "session-d": "session other",
    }
    style = (made.folder / "static/program.css").read_text("utf-8")
    assert all(f".{name} {{" in style for name in ("c1", "w41", "r60", "h60"))
    assert of(made).values("tabindex") == []


def test_many_rooms_are_a_region_that_a_keyboard_can_scroll(site: SiteFolder) -> None:
    made = program(site, *(f"{{at: 09:00, title: S{n}, room: R{n}}}" for n in range(5)))
    (region,) = [values for _, values in of(made).tags if values.get("role") == "region"]
    assert region == {
        "class": "band",
        "role": "region",
        "aria-label": "Parallel sessions: Mon, Jul 12, 09:00",
        "tabindex": "0",
    }


def test_a_talk_with_a_text_has_a_page(peopled: SiteFolder) -> None:
    peopled.write("workshop.yaml", ZONE)
    talk = (
        "{title: On $x$ & y, speaker: Ada Example, text: Some *words*., slides: 'https://example.org/s', formerly: old}"
    )
    made = program(
        peopled, f"{{at: 09:00, title: Talks, room: Hall A, each: 15 min, talks: [{talk}, {{title: Short}}]}}"
    )
    address = "/2021/program/on-x-y/"
    made.shows(address, "Program · Talks On", "Monday, July 12, 2021, 09:00 – 09:15 · Taipei time (UTC+08:00) · Hall A")
    made.shows(address, "Slides Add to calendar Some words . Speaker Ada Example Example University")
    page = of(made, address)
    assert page.title.endswith(" & y · WSE 2021")
    assert {"../", "../#session-talks"} <= set(page.values("href"))
    assert "https://example.org/2021/program/card.png" in page.values("content")
    assert not (made.folder / "2021/program/on-x-y/card.png").exists()
    assert not (made.folder / "2021/program/short").exists()
    assert "https://example.org/2021/program/on-x-y/" in made.source("/2021/program/old/")
    made.lacks("/2021/program/", "Some words")
    assert "on-x-y/" in of(made).values("href")
    assert [problem for problem in peopled.check() if problem.level != "note"] == []


def test_old_ids_of_sessions_and_talks_still_lead_there(site: SiteFolder) -> None:
    made = program(site, "{at: 09:00, title: A, formerly: [b, c], talks: [{title: D, formerly: e}]}")
    ids = set(of(made).values("id"))
    assert {"session-b", "session-c", "talk-e"} <= ids


def test_a_talk_that_wants_an_address_that_is_taken_is_told(peopled: SiteFolder) -> None:
    program(peopled, "{at: 09:00, title: A, speaker: Ada Example, talks: [{title: Speakers, text: Words.}]}").tells(
        "content/2021/program.yaml:3:59: error: The address /2021/program/speakers/index.html is taken already",
        "Give it another id, such as id: about-speakers",
    )


def test_the_program_by_speaker_says_who_does_what_and_when(peopled: SiteFolder) -> None:
    peopled.write("workshop.yaml", ZONE)
    made = program(
        peopled,
        "{at: 09:00, title: A, speaker: [Cy Example, Bo van der Small], room: Hall A}",
        "{at: 10:00, title: B, chair: Cy Example, moderator: Ada Example, panelist: Cy Example}",
    )
    assert (
        made.text("/2021/program/speakers/")
        .partition("See the whole program ")[2]
        .startswith(
            "Ada Example Example University B · Moderator Mon, Jul 12, 10:00 "
            "Cy Example A Mon, Jul 12, 09:00 · Hall A B · Chair Mon, Jul 12, 10:00 B · On the panel Mon, Jul 12, 10:00 "
            "Bo van der Small A"
        )
    )
    assert "speakers/" in of(made).values("href")
    assert peopled.check() == []


def test_a_program_that_names_nobody_has_no_page_of_speakers(site: SiteFolder) -> None:
    made = program(site, "{at: 09:00, title: Opening}").lacks("/2021/program/", "Who speaks when")
    assert not (made.folder / "2021/program/speakers").exists()


def test_a_program_to_be_announced_leads_on(site: SiteFolder) -> None:
    site.write("program.yaml", "program: to be announced\n").write("keynotes.yaml", KEYNOTES)
    site.write("call.yaml", "invitation: Come.\n")
    site.write("dates.yaml", "dates: [{name: Paper deadline, kind: submission, date: 2021-04-20}]\n")
    made = site.build().shows("/2021/program/", "Program To be announced.", "The call is open until April 20, 2021")
    made.shows("/2021/program/", "Keynotes Small", "Important dates")
    assert {"../call/", "../keynotes/#keynote-ada-example"} <= set(of(made).values("href"))
    assert "program.css" not in made.source("/2021/program/")
    assert site.check() == []


def test_the_front_page_has_a_short_day_as_it_is(site: SiteFolder) -> None:
    made = program(site, "{at: 09:00, title: Opening, until: 09:10}", "{at: 09:10, title: Off, status: cancelled}")
    made.shows("/", "Program Monday, July 12, 2021 09:00 – 09:10 Opening 09:10 Cancelled Off See the whole program")
    assert "2021/program/#session-opening" in of(made, "/").values("href")


def test_the_front_page_leads_to_the_days_of_a_long_program(site: SiteFolder) -> None:
    site.write(
        "program.yaml", "program: {2021-07-12: [{at: 09:00, title: A, for: 1 h}], 2021-07-13: [{at: 09:00, title: B}]}"
    )
    made = site.build().shows("/", "Program Monday, July 12, 2021 09:00 – 10:00 Tuesday, July 13, 2021 09:00 See the")
    assert "2021/program/#day-2021-07-13" in of(made, "/").values("href")
    many = program(site, *(f"{{at: '{hour:02}:00', title: T{hour}}}" for hour in range(6, 19))).lacks("/", "T6")
    many.shows("/", "Monday, July 12, 2021 06:00")


def test_a_long_program_is_one_light_page(site: SiteFolder) -> None:
    days = []
    for day in range(12, 17):
        sessions = [
            f"{{at: '{hour:02}:00', title: Session {day} {hour} {room}, room: Room {room}, each: 30 min, talks: ["
            f"{{title: Talk {day} {hour} {room} one}}, {{title: Talk {day} {hour} {room} two}}]}}"
            for hour in (9, 11, 14)
            for room in range(10)
        ]
        days.append(f"  2021-07-{day}: [{', '.join(sessions)}]\n")
    made = site.write("program.yaml", "program:\n" + "".join(days)).build()
    page = made.source("/2021/program/")
    assert page.count('class="talk"') == 300
    assert len(gzip.compress(page.encode(), 9)) < 30_000
