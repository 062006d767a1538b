"""The repository's own content in, the site of MMPT 2021 out: every fact of the workshop's announcement is on it."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mmpt_site.build import build, check, publish
from mmpt_site.project import Project
from tests.harness import Built, snapshot

CALL_OPEN, TODAY = date(2021, 3, 1), date(2026, 11, 23)
TOPICS = (
    "Multi-modal self-supervised learning",
    "Multi-modal pre-training task",
    "Multi-modal pre-training optimization",
    "Multi-modal representation learning",
    "Multi-modal model optimization",
    "Multi-modal model initialization",
    "Cross-modality retrieval",
    "Lightweight multi-modal pre-training",
    "Multi-modality alignment and parsing",
    "Advanced multi-modal applications",
    "Benchmark datasets and novel evaluation methods",
)
ORGANIZERS = (
    ("Bei Liu", "Microsoft Research Asia", "bei.liu@microsoft.com"),
    ("Jianlong Fu", "Microsoft Research Asia", "jianf@microsoft.com"),
    ("Shizhe Chen", "INRIA", "cshizhe@gmail.com"),
    ("Qin Jin", "Renmin University of China", "qjin@ruc.edu.cn"),
    ("Alexander Hauptmann", "Carnegie Mellon University", "alex@cs.cmu.edu"),
    ("Yong Rui", "Lenovo Group", "yongrui@lenovo.com"),
)
# the claims of the introduction, each by words that it cannot be made without
CLAIMS = (
    "key challenge",
    "image-text retrieval",
    "visual question answering",
    "video localization",
    "speech recognition",
    "one of the most important factors",
    "weight initialization",
    "Visual Genome",
    "vision-language models",
    "paradigm of model initialization",
    "state of the art",
    "outperform traditional methods",
    "different modalities",
    "without supervision",
    "computer vision, natural language processing and speech recognition",
    "10 hours on 2 Titan RTX",
    "unexplored",
    "standard settings",
    "compared fairly",
    "efficient the sub-modules and the pre-training tasks are",
    "training can be made more efficient",
)


@pytest.fixture(scope="module", params=[CALL_OPEN, TODAY], ids=["call open", "years later"])
def mmpt(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("mmpt") / "site"
    return Built(folder, publish(build(Project(root), request.param), folder, strict=True))


def test_the_content_has_no_problem_and_every_link_leads_somewhere(root: Path) -> None:
    assert check(build(Project(root), CALL_OPEN)) == ()


@pytest.mark.parametrize("address", ["/", "/2021/"])
def test_the_home_page_says_what_where_when_and_who(mmpt: Built, address: str) -> None:
    mmpt.shows(
        address,
        "Multi-Modal Pre-Training for Multimedia Understanding",
        "ACM International Conference on Multimedia Retrieval (ICMR)",
        "July 12–15, 2021",
        "Taipei, Taiwan, China",
        *CLAIMS,
        "image, language, video, speech",
        *TOPICS,
        *(fact for organizer in ORGANIZERS for fact in organizer),
    )


def test_the_call_gives_the_three_goals_and_the_eleven_topics_in_order(mmpt: Built) -> None:
    mmpt.shows(
        "/2021/call/",
        "multi-modal model initialization and multi-modal pre-training, involving image, language, video, speech",
        "Investigate research opportunities in multi-modal model initialization, and especially in multi-modal",
        "Solicit novel methodologies of multi-modal pre-training",
        "Explore and discuss the advantages and the possibilities of pre-training for more multimedia tasks",
        "include, but are not limited to",
        " ".join(TOPICS),
    )


def test_the_dates_stand_as_written(mmpt: Built) -> None:
    mmpt.shows("/2021/dates/", "April 20, 2021 Deadline for Workshop Paper Submission")
    mmpt.shows("/2021/dates/", "May 20, 2021 Acceptance Notification of Workshop Papers")
    assert '<time datetime="2021-04-20">' in mmpt.source("/2021/dates/")


def test_no_time_is_printed_that_nobody_wrote(mmpt: Built) -> None:
    mmpt.lacks("/2021/dates/", "AoE", "23:59", "UTC")


def test_the_program_is_to_be_announced(mmpt: Built) -> None:
    mmpt.shows("/2021/program/", "Program To be announced.")


def test_the_organizers_stand_with_affiliation_and_address(mmpt: Built) -> None:
    mmpt.shows("/2021/organizers/", " ".join(fact for organizer in ORGANIZERS for fact in organizer))


def test_no_address_of_a_person_stands_in_the_bytes_but_every_one_can_be_clicked(mmpt: Built) -> None:
    emails = {email for _, _, email in ORGANIZERS}
    for path, data in snapshot(mmpt.folder).items():
        assert not [email for email in emails if email.encode() in data], path
    links = _Links()
    links.feed(mmpt.source("/2021/organizers/"))
    assert {link.removeprefix("mailto:") for link in links.found if link.startswith("mailto:")} == emails


def test_while_the_call_is_open_the_front_page_leads_with_the_deadline(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    mmpt = Built(folder, publish(build(Project(root), CALL_OPEN), folder))
    mmpt.shows("/", "The call is open until April 20, 2021 Deadline for Workshop Paper Submission").lacks(
        "/", "closed", "over", "Passed"
    )


def test_years_later_nothing_pretends_to_be_open(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    mmpt = Built(folder, publish(build(Project(root), TODAY), folder))
    mmpt.shows("/", "This edition is over.", "Call for papers closed").lacks("/", "Next")
    mmpt.shows("/2021/call/", "Call for papers closed").shows("/2021/dates/", "All of these dates have passed.")


def test_each_file_opens_with_words_for_organizers(root: Path) -> None:
    for path in sorted((root / "content").rglob("*.yaml")):
        opening = re.match(
            r"(# yaml-language-server: .+\n)?(# (?!yaml-language-server).+\n){2,}", path.read_text("utf-8")
        )
        assert opening, f"{path.name} does not open with two lines of comment"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name == "href"]
