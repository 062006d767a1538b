"""Sites in Chinese and in Arabic, in a real browser: on a phone, and from right to left."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from mmpt_site.build import build, publish
from tests.browser.axe import STANDARDS
from tests.browser.conftest import Served
from tests.browser.server import serve_folder
from tests.harness import SiteFolder

DATES = """\
deadlines_end: 23:59 AoE
dates:
  - {id: papers, name: "%s", kind: submission, date: 2021-04-27, was: 2021-04-20}
  - {id: camera, name: "%s", date: 2021-05-30 to 2021-06-02}
  - {id: other, name: Notification, date: TBA}
"""
WORKSHOP = """\
title: "%s"
date: 2021-07-12
place: "%s"
host: {name: Large Examples, acronym: LE}
contact: [chairs@example.org, more@example.org]
introduction: "%s"
"""
ORGANIZERS = "organizers: [{name: Ada Example, affiliation: Example University}, {name: %s, affiliation: %s}]\n"
PROGRAM = "program: {2021-07-12: [{at: 09:00, title: %s, speaker: [Ada Example, %s], for: 5 min}]}\n"
CHINESE = {
    "language": "zh-CN",
    "title": "小例子研讨会：多模态预训练的方法与应用",
    "place": "中国台湾台北",
    "text": "本研讨会讨论*小例子*，以及它们在《大例子》中的用途。",
    "dates": ("论文提交", "终稿提交"),
    "person": ("示例甲", "示例大学"),
    "session": "开幕式",
}
ARABIC = {
    "language": "ar",
    "title": "ورشة الأمثلة الصغيرة: التدريب المسبق متعدد الوسائط (BERT)",
    "place": "القاهرة",
    "text": "تناقش هذه الورشة الأمثلة الصغيرة واستخداماتها في النماذج مثل BERT.",
    "dates": ("تقديم الأوراق", "النسخة النهائية"),
    "person": ("مثال أول", "جامعة المثال"),
    "session": "الافتتاح",
}


def written(folder: Path, words: dict[str, object]) -> SiteFolder:
    """A small site whose texts are in one language, but for some names."""
    site = SiteFolder.make(folder)
    site.write("site.yaml", f"name: {words['session']}\nacronym: WSE\nlanguage: {words['language']}\n")
    site.write("workshop.yaml", WORKSHOP % (words["title"], words["place"], words["text"]))
    site.write("dates.yaml", DATES % words["dates"]).write("organizers.yaml", ORGANIZERS % words["person"])
    site.write("call.yaml", f"invitation: {words['text']}\n").write("topics.yaml", f"topics: [{words['session']}]\n")
    return site.write("program.yaml", PROGRAM % (words["session"], words["person"][0]))  # type: ignore[index]


@pytest.fixture(scope="module", params=[CHINESE, ARABIC], ids=["Chinese", "Arabic"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Each site as a host would serve it."""
    folder = tmp_path_factory.mktemp("language")
    project = written(folder / "project", request.param).project
    assert publish(build(project, date(2021, 3, 1), url="https://example.org/"), folder / "site").written
    with serve_folder(folder / "site") as base:
        yield Served(folder / "site", base, date(2021, 3, 1))


@pytest.fixture(params=[320, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A phone and a screen."""
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    yield page
    page.close()


def test_every_page_says_its_language_and_stays_within_its_width(page: Page, served: Served) -> None:
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert len(served.addresses) == 8
    for address in served.addresses:
        page.goto(address)
        page_language, direction = page.evaluate(
            "[document.documentElement.lang, getComputedStyle(document.body).direction]"
        )
        assert (page_language, direction) in {("zh-CN", "ltr"), ("ar", "rtl")}
        found = Axe().run(page, options={"runOnly": STANDARDS})
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
        assert page.evaluate(overflow) <= 0, address
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
        assert page.evaluate(overflow) <= 0, f"{address} with large text"


def test_the_brand_stands_where_a_line_begins(page: Page, served: Served) -> None:
    page.goto(served.base)
    places = """[".brand", ".top li:last-child", ".top"].map(e => document.querySelector(e).getBoundingClientRect())
        .map(({left, right}) => [left, right])"""
    brand, last, line = page.evaluate(places)
    if page.locator("html").get_attribute("dir") == "rtl":
        assert brand[1] == line[1]
        assert last[0] < brand[0] or page.evaluate("innerWidth") == 320
    else:
        assert brand[0] == line[0]


def test_a_date_and_the_bullet_of_a_topic_stay_in_their_place(page: Page, served: Served) -> None:
    page.goto(served.base)
    assert page.locator("time").first.evaluate("time => getComputedStyle(time).unicodeBidi") == "isolate"
    inside = """document.querySelectorAll(".topics li").values().every(topic => {
        const whole = topic.getBoundingClientRect(), words = document.createRange()
        words.selectNodeContents(topic)
        const {left, right} = words.getBoundingClientRect()
        return whole.left <= left && right <= whole.right
    })"""
    assert page.evaluate(inside)


def test_nothing_is_slanted_in_chinese(page: Page, served: Served) -> None:
    page.goto(served.base)
    slanted = "[...document.querySelectorAll('body *')].filter(e => getComputedStyle(e).fontStyle !== 'normal').length"
    assert page.evaluate(slanted) == 0
    assert page.locator("em").count() == ("zh" in str(page.locator("html").get_attribute("lang"))) * 2
