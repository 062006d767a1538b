"""What the script adds to a program: one's own time, what is on, search and filters, stars, and a calendar of them."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import serve_folder
from tests.browser.visitor import opened
from tests.harness import SiteFolder

WORKSHOP = "title: Small Examples\ndate: 2021-07-12 to 2021-07-13\ntimezone: Asia/Taipei\n"
PAPERS = """\
papers:
  - {id: p1, title: Größe von Beispielen, authors: [Łukasz Example]}
  - {id: p2, title: 跨模态预训练中的小样本学习, authors: [示例甲]}
"""
PROGRAM = """\
program:
  2021-07-12:
    - {at: 09:00, for: 1 h, title: Opening, kind: opening, room: Great Hall}
    - {at: 10:30, title: Small, id: small, room: Great Hall, track: Methods, papers: [p1, p2], each: 20 min}
    - at: 10:30
      for: 1 h
      title: Demos
      kind: demo
      room: Attic
      track: Demonstrations
      talks: [{title: Show, at: 10:50, for: 20 min, speaker: Bo Example}]
    - {at: 12:00, for: 1 h, title: Lunch, kind: lunch}
    - {at: 13:00, for: 1 h, title: Walk, kind: social, status: cancelled}
    - at: 14:00
      for: 1 h
      title: Posters
      kind: poster
      talks: [{title: Red}, {title: Blue}, {title: Green}, {title: Gray}, {title: Pink}, {title: Gold}]
    - {at: 22:30, for: 3 h, title: Night, kind: social, room: Attic}
  2021-07-13:
    - {at: 09:00, for: 1 h, title: Farewell, kind: closing, was: 2021-07-12 15:00}
"""
PEOPLE = "people: [{name: Bo Example}]\n"
EARLY = "2021-07-01T00:00Z"
TAIPEI = "Asia/Taipei"
MOVED = """window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (moved += entry.value)))
    .observe({ type: "layout-shift", buffered: true });"""
DENIED = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } });"""
)


def written(site: SiteFolder) -> SiteFolder:
    """The same with a program."""
    return site.write("people.yaml", PEOPLE).write("papers.yaml", PAPERS).write("program.yaml", PROGRAM)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A program of two days in Taipei."""
    site = written(SiteFolder.make(tmp_path_factory.mktemp("program") / "project"))
    made = site.write("workshop.yaml", WORKSHOP).build()
    assert not made.failed, made.told
    with serve_folder(made.folder, "/") as base:
        yield f"{base}2021/program/"


@pytest.fixture
def program(browser: Browser, address: str) -> Iterator[Page]:
    """The same, as somebody in Taipei sees it before it begins."""
    with opened(browser, address, EARLY, TAIPEI) as page:
        yield page


def shown(page: Page) -> list[str]:
    """The ids of what can be seen, in order."""
    entries = page.locator(".program :is(.session, .talk):visible")
    return list(entries.evaluate_all("all => all.map((each) => each.dataset.id)"))


def star(page: Page, *titles: str) -> None:
    """Set stars, or take them away."""
    for title in titles:
        page.get_by_role("button", name=f"My program: {title}", exact=True).click()


def starred(page: Page) -> set[str]:
    """What has a star."""
    pressed = page.locator(".star[aria-pressed=true]")
    return set(pressed.evaluate_all("all => all.map((each) => each.closest('[data-id]').dataset.id)"))


def when(page: Page, session: str) -> str:
    """The times that stand at a session."""
    return page.locator(f"#session-{session} > .date").inner_text()


def states(page: Page) -> dict[str, str]:
    """What is now, and what is next."""
    marked = page.locator(".state")
    return dict(marked.evaluate_all("all => all.map((each) => [each.parentElement.dataset.id, each.textContent])"))


@pytest.mark.parametrize(
    ("zone", "name", "opening", "night", "moved"),
    [
        ("America/New_York", "America/New York", "Sun 21:00–22:00", "10:30–13:30", "Mon 03:00"),
        ("Europe/Paris", "Europe/Paris", "03:00–04:00", "16:30–19:30", "Mon 09:00"),
        ("Atlantic/Cape_Verde", "Atlantic/Cape Verde", "00:00–01:00", "13:30–16:30", "Mon 06:00"),
        ("America/St_Johns", "America/St Johns", "Sun 22:30–23:30", "12:00–15:00", "Mon 04:30"),
        ("America/Noronha", "America/Noronha", "Sun 23:00–Mon 00:00", "12:30–15:30", "Mon 05:00"),
        ("Pacific/Auckland", "Pacific/Auckland", "13:00–14:00", "Tue 02:30–05:30", "Mon 19:00"),
    ],
)
def test_times_are_ones_own_and_say_the_day_where_it_is_another(
    browser: Browser, address: str, zone: str, name: str, opening: str, night: str, moved: str
) -> None:
    with opened(browser, address, EARLY, zone) as page:
        before = page.locator(".program").inner_text()
        page.get_by_role("combobox", name="Times").select_option("Your own")
        assert (when(page, "opening"), when(page, "night")) == (opening, night)
        expect(page.locator("#session-farewell .history")).to_have_text(f"Moved from {moved}")
        expect(page.locator(".zone").first).to_have_text(f"Your time: {name}")
        page.reload()
        assert (when(page, "opening"), when(page, "night")) == (opening, night)
        page.get_by_role("combobox", name="Times").select_option("Taipei time (UTC+08:00)")
        assert page.locator(".program").inner_text() == before
        assert "22:30–01:30 the next day" in before
        assert page.url == address


@pytest.mark.parametrize("zone", [TAIPEI, "Asia/Shanghai"])
def test_there_is_no_choice_of_times_where_they_are_ones_own(browser: Browser, address: str, zone: str) -> None:
    with opened(browser, address, EARLY, zone) as page:
        expect(page.get_by_role("combobox", name="Room")).to_be_visible()
        expect(page.get_by_role("combobox", name="Times")).to_be_hidden()


def test_where_no_zone_is_known_nothing_is_said_of_ones_own_time_or_of_now(browser: Browser, site: SiteFolder) -> None:
    made = written(site).build()
    assert not made.failed, made.told
    with serve_folder(made.folder, "/") as base, opened(browser, f"{base}2021/program/", "2021-07-12T10:40Z") as page:
        expect(page.get_by_role("combobox", name="Times")).to_have_count(0)
        star(page, "Small", "Demos")
        expect(page.locator(".clashes li")).to_have_count(0)
        assert states(page) == {}
        assert len(calendar(page).walk("VEVENT")) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("große", ["small", "p1"]),
        ("GROSSE", ["small", "p1"]),
        ("lukasz", ["small", "p1"]),
        ("模态 学习", ["small", "p2"]),
        ("甲", ["small", "p2"]),
        ("bo show", ["demos", "show"]),
        ("attic", ["demos", "show", "night"]),
        ("posters red", ["posters", "red"]),
        ("methods", ["small", "p1", "p2"]),
        ("modern", []),
    ],
)
def test_talks_are_found_by_their_words_and_those_of_their_session(program: Page, text: str, found: list[str]) -> None:
    program.get_by_role("searchbox").fill(text)
    assert shown(program) == found
    told = r"^\d of 17 entries$" if found else "^Nothing in the program has all of this.$"
    assert program.get_by_role("status").filter(has_text=re.compile(told)).count() == 1


def test_what_is_chosen_can_be_sent_and_undone(browser: Browser, program: Page, address: str) -> None:
    everything = shown(program)
    program.get_by_role("combobox", name="Room").select_option("Attic")
    assert shown(program) == ["demos", "show", "night"]
    program.get_by_role("combobox", name="Track").select_option("Demonstrations")
    star(program, "Show")
    expect(program.get_by_role("status")).to_have_text("2 of 17 entries")
    assert program.url == f"{address}?room=Attic&track=Demonstrations&starred=show"
    program.reload()
    assert shown(program) == ["demos", "show"]
    with opened(browser, program.url, EARLY, TAIPEI) as other:
        assert (shown(other), starred(other)) == (["demos", "show"], {"show"})
        expect(other.get_by_role("heading", name="Tuesday")).to_be_hidden()
        other.get_by_role("button", name="Show all").click()
        assert shown(other) == everything
        expect(other.get_by_role("button", name="Show all")).to_be_hidden()
        expect(other.get_by_role("searchbox")).to_be_focused()
        assert other.url == f"{address}?starred=show"


def test_only_ones_own_program_is_shown_and_a_session_with_all_of_its_talks(program: Page) -> None:
    star(program, "Small", "Red")
    program.get_by_role("button", name="My program (2)").click()
    assert shown(program) == ["small", "p1", "p2", "posters", "red"]
    star(program, "Small")
    assert shown(program) == ["posters", "red"]
    program.reload()
    assert shown(program) == ["posters", "red"]
    expect(program.get_by_role("button", name="My program (1)")).to_have_attribute("aria-pressed", "true")


def test_breaks_have_no_star(program: Page) -> None:
    expect(program.get_by_role("button", name="My program: Opening")).to_be_visible()
    expect(program.get_by_role("button", name="My program: Lunch")).to_have_count(0)


def test_the_stars_of_somebody_else_leave_ones_own_as_they_are(program: Page, address: str) -> None:
    star(program, "Opening", "Red")
    program.goto(f"{address}?starred=night,red,nothing-such")
    assert starred(program) == {"night", "red"}
    star(program, "Show", "Red")
    assert starred(program) == {"night", "show"}
    program.goto(address)
    assert starred(program) == {"opening", "show"}


def test_a_star_set_in_another_tab_is_kept(program: Page, address: str) -> None:
    other = program.context.new_page()
    other.goto(address)
    star(other, "Night")
    star(program, "Opening")
    other.goto(address)
    assert starred(other) == {"night", "opening"}


def test_back_to_an_earlier_place_keeps_what_is_chosen_in_the_address(program: Page, address: str) -> None:
    program.get_by_role("link", name="Tue, Jul 13").click()
    star(program, "Night")
    program.go_back()
    expect(program).to_have_url(f"{address}?starred=night")
    assert starred(program) == {"night"}


def test_where_nothing_may_be_remembered_the_address_has_it(browser: Browser, address: str) -> None:
    with opened(browser, address, EARLY, TAIPEI, before=DENIED) as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        star(page, "Night")
        page.reload()
        assert (starred(page), wrong) == ({"night"}, [])


def calendar(page: Page) -> Calendar:
    """The calendar of one's own program, loaded and read."""
    with page.expect_download() as loaded:
        page.get_by_role("button", name="My calendar").click()
    assert loaded.value.suggested_filename == "program.ics"
    data = loaded.value.path().read_bytes()
    assert data.replace(b"\r\n", b"").count(b"\n") == 0
    return Calendar.from_ical(data)


def test_the_calendar_has_what_is_starred_and_the_zone_once(program: Page, address: str) -> None:
    expect(program.get_by_role("button", name="My calendar")).to_be_hidden()
    star(program, "Größe von Beispielen", "Red", "Farewell")
    read = calendar(program)
    answers = [program.request.get(f"{address}{name}.ics") for name in ("p1", "red", "farewell")]
    alone = [Calendar.from_ical(answer.body()).walk("VEVENT")[0] for answer in answers]
    assert {entry.to_ical() for entry in read.walk("VEVENT")} == {entry.to_ical() for entry in alone}
    assert [zone["TZID"] for zone in read.walk("VTIMEZONE")] == [TAIPEI]
    assert read["VERSION"] == "2.0"


def test_a_calendar_that_cannot_be_loaded_is_told(program: Page) -> None:
    star(program, "Opening")
    program.route("**/opening.ics", lambda route: route.fulfill(status=503))
    program.get_by_role("button", name="My calendar").click()
    expect(program.get_by_role("status")).to_have_text("The calendar could not be loaded. Is there a connection?")


def test_what_is_at_the_same_time_is_told(program: Page) -> None:
    star(program, "Größe von Beispielen", "Small", "Red", "Blue", "Opening")
    expect(program.locator(".clashes li")).to_have_count(0)
    expect(program.get_by_role("search").get_by_role("list")).to_be_attached()  # what is heard must be there before
    star(program, "Show")
    expect(program.locator(".clashes li")).to_have_text(["At the same time: Small, and Show."])
    star(program, "跨模态预训练中的小样本学习", "Small")
    expect(program.locator(".clashes li")).to_have_text(["At the same time: 跨模态预训练中的小样本学习, and Show."])
    assert set(program.locator(".clash").evaluate_all("all => all.map((each) => each.dataset.id)")) == {"p2", "show"}
    star(program, "Show")
    expect(program.locator(".clashes li, .clash")).to_have_count(0)
    expect(program.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize(
    ("at", "marked", "link"),
    [
        ("08:00", {"opening": "Next"}, "What is next"),
        ("09:00", {"opening": "Now", "small": "Next", "demos": "Next"}, "What is on now"),
        ("10:00", {"small": "Next", "demos": "Next"}, "What is next"),
        ("10:55", {"small": "Now", "p2": "Now", "demos": "Now", "show": "Now", "lunch": "Next"}, "What is on now"),
        ("13:30", {"posters": "Next"}, "What is next"),
        ("14:59", {"posters": "Now", "night": "Next"}, "What is on now"),
    ],
)
def test_what_is_on_and_what_is_next_are_marked(
    browser: Browser, address: str, at: str, marked: dict[str, str], link: str
) -> None:
    with opened(browser, address, f"2021-07-12T{at}+08:00", "Europe/Paris") as page:
        assert states(page) == marked
        page.get_by_role("link", name=link).click()
        assert page.url.endswith(f"#session-{next(iter(marked))}")
        page.clock.set_fixed_time(datetime.fromisoformat("2021-07-13T10:00+08:00"))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert states(page) == {}
        expect(page.get_by_role("link", name=link)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_the_script_is_there(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address, "2021-07-12T11:00+08:00", "Europe/Paris", before=MOVED) as page:
        page.set_viewport_size({"width": width, "height": 2000})
        star(page, "Small", "Show")
        page.goto(address)
        expect(page.locator(".clash")).to_have_count(2)
        assert page.evaluate("new Promise((done) => setTimeout(() => done(moved), 300))") == 0


def test_without_a_script_there_is_all_of_it_and_no_tools(browser: Browser, address: str, program: Page) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    assert shown(page) == shown(program)
    assert page.locator(".tools").bounding_box() is None
    expect(page.locator(".star")).to_have_count(0)
    page.close()
