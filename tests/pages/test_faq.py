"""The page of questions and answers."""

import json

from tests.harness import SiteFolder
from tests.pages.reading import Page
from tests.pages.test_structured import SCRIPT
from tests.small_files import SMALL


def test_groups_have_headings_and_each_question_a_place(site: SiteFolder) -> None:
    page = Page.of(site.write("faq.yaml", SMALL["faq"]).build().source("/2021/faq/"))
    assert page.texts["h2"] == ["Submission", "Other questions"]
    assert {"question-poster", "question-may-i-send-two-papers"} <= set(page.values("id"))
    assert "#question-poster" in page.values("href")


def test_without_groups_the_questions_are_the_headings(site: SiteFolder) -> None:
    made = site.write("faq.yaml", 'faq: [{question: "May I?", answer: You may.}]\n').build()
    page = Page.of(made.source("/2021/faq/"))
    assert [tag for tag, _ in page.tags if tag in {"h2", "h3"}] == ["h2"]
    made.shows("/2021/faq/", "May I? You may.")


def test_nothing_has_to_be_opened_to_be_read(site: SiteFolder) -> None:
    assert "<details" not in site.write("faq.yaml", SMALL["faq"]).build().source("/2021/faq/")


def test_search_engines_get_the_questions_and_the_way_to_them(site: SiteFolder) -> None:
    made = site.write("faq.yaml", SMALL["faq"]).build()
    (found,) = SCRIPT.findall(made.source("/2021/faq/"))
    questions, way = json.loads(found)["@graph"]
    assert (questions["@type"], way["@type"]) == ("FAQPage", "BreadcrumbList")
    assert questions["mainEntity"][1] == {
        "@type": "Question",
        "name": "May I send two papers?",
        "acceptedAnswer": {"@type": "Answer", "text": "You may."},
    }
    assert "@graph" not in made.source("/2021/")
