"""What the front page says of an edition: how it is counted, its picture, its proceedings, and where people meet."""

import re
from datetime import date

import pytest

from tests.camera import photo
from tests.harness import SERIES, SiteFolder
from tests.pages.reading import Page


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("edition: 9th", "9th edition Small"),
        ("edition: 9th edition", "9th edition Small"),
        ("edition: Second\nhost: {name: ICMR}", "Second edition · Workshop at ICMR Small"),
        ("date: 2021-07-12\nhalf_day: morning", "July 12, 2021 Half a day, in the morning"),
        ("half_day: Afternoon", "Half a day, in the afternoon"),
        ("half_day: yes", "Half a day"),
        ("mailing_lists: list@example.org", "Stay in touch Mailing lists: list ( list@example.org )"),
        ("chat: https://example.zulipchat.com/", "Stay in touch Chat: Zulip"),
        ("social: [https://x.com/wse, https://bsky.app/profile/wse]", "Stay in touch Elsewhere: X , Bluesky"),
        ("hashtag: WSE2021", "Stay in touch Hashtag: #WSE2021"),
        ("hashtag: '#例子'", "Stay in touch Hashtag: #例子"),
        ("proceedings: Papers on Examples", "Proceedings Papers on Examples"),
        ("proceedings: https://example.org/p", "Proceedings Read the proceedings"),
        ("proceedings: {doi: 10.1000/182, isbn: 978-0-306-40615-7}", "DOI 10.1000/182 ISBN 978-0-306-40615-7"),
        ("acknowledgement: We thank *all*.", "Acknowledgement We thank all"),
    ],
)
def test_what_is_written_is_shown(site: SiteFolder, written: str, says: str) -> None:
    made = site.write("workshop.yaml", f"title: Small\n{written}\n").build().shows("/", says)
    made.lacks("/", "None", "edition edition")


@pytest.mark.parametrize("written", ["half_day: no", "half_day:", "proceedings:", "social: []", "status: scheduled"])
def test_what_is_not_leaves_nothing(site: SiteFolder, written: str) -> None:
    site.write("workshop.yaml", f"title: Small\n{written}\n").build().lacks("/", "Half", "Proceedings", "touch", "None")


def test_an_edition_has_an_acronym_of_its_own_everywhere(site: SiteFolder) -> None:
    made = site.write("workshop.yaml", "title: Small\nacronym: SmallEx\n").build()
    assert "<title>SmallEx 2021: Small</title>" in made.source("/")
    assert made.text("/404.html").count("SmallEx 2021") > 1


@pytest.mark.parametrize("introduction", ["", "introduction: About.\n"])
def test_its_picture_is_shown_with_its_words(site: SiteFolder, introduction: str) -> None:
    site.write("workshop.yaml", f"title: Small\n{introduction}image: {{file: city.jpg, alt: The harbour}}\n")
    made = site.write("content/2021/files/city.jpg", photo()).build()
    assert not made.failed
    (image,) = [given for tag, given in Page.of(made.source("/")).tags if tag == "img"]
    assert image["alt"] == "The harbour"
    assert (made.folder / image["src"].partition("?")[0]).is_file()
    assert ("Introduction" in made.text("/")) is bool(introduction)


def test_the_picture_of_an_edition_is_none_of_the_series(site: SiteFolder) -> None:
    site.write("site.yaml", f"{SERIES}image: {{file: city.jpg, alt: A city}}\n")
    site.build().tells('There is no field "image" here.')


def test_on_the_day_it_says_what_is_on_and_what_comes_next(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small Examples\ndate: 2021-07-12\ntimezone: Asia/Taipei\n")
    opening, talks = "{at: 09:00, title: Opening, until: 10:00, room: Hall}", "{at: 10:00, title: Talks, for: 1 h}"
    made = site.write("program.yaml", f"program: {{2021-07-12: [{opening}, {talks}]}}").build(date(2021, 7, 12))
    told = re.findall(r'<li data-since="([^"]+)" data-until="([^"]+)".*?>(.*?)</li>', made.source("/"), re.DOTALL)
    said = [(since, until, " ".join(re.sub("<[^>]+>", " ", text).split())) for since, until, text in told]
    assert said == [
        ("2021-07-12T01:00Z", "2021-07-12T02:00Z", "On now: Opening (Hall) At 10:00: Talks"),
        ("2021-07-12T02:00Z", "2021-07-12T03:00Z", "On now: Talks"),
    ]


@pytest.mark.parametrize(
    ("day", "order"),
    [
        (date(2021, 3, 1), ["important-dates", "call", "program"]),
        (date(2021, 7, 12), ["program", "important-dates", "call"]),
    ],
)
def test_the_call_stands_before_the_program_until_it_is_over(site: SiteFolder, day: date, order: list[str]) -> None:
    site.write("workshop.yaml", "title: Small Examples\ndate: 2021-07-12\n").write("call.yaml", "invitation: Come.\n")
    site.write("dates.yaml", "dates: [{name: Paper, kind: submission, date: 2021-04-20}]\n")
    made = site.write("program.yaml", "program: {2021-07-12: [{at: 09:00, title: Opening}]}").build(day)
    assert [each for each in re.findall('<h2 id="([a-z-]+)"', made.source("/")) if each in order] == order
