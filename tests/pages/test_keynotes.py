"""Keynotes: who speaks, on what, with a picture of them."""

import pytest

from tests.camera import drawing, photo
from tests.harness import SiteFolder
from tests.pages.reading import Page

KEYNOTES = """\
keynotes:
  - speaker:
      name: Ada Example
      affiliation: Example University
      url: https://example.org/ada
      photo: Ada Portrait.jpg
      bio: Ada studies *examples*.
    title: Small & large $x$
    abstract: What makes an example.
  - speaker: Bo Example
"""


@pytest.fixture
def keynotes(site: SiteFolder) -> SiteFolder:
    return site.write("keynotes.yaml", KEYNOTES).write("content/2021/files/Ada Portrait.jpg", photo())


def test_a_keynote_shows_speaker_title_abstract_bio_and_photo(keynotes: SiteFolder) -> None:
    made = keynotes.build().shows(
        "/2021/keynotes/",
        "Small &",
        "Ada Example , Example University",
        "What makes an example.",
        "Ada studies examples .",
        "Title to be announced Bo Example",
    )
    page = Page.of(made.source("/2021/keynotes/"))
    (shown,) = [values for tag, values in page.tags if tag == "img"]
    assert shown["src"].startswith("../pictures/ada-portrait-square-320.jpg?v=")
    assert shown["alt"] == "Photo of Ada Example"
    assert (made.folder / "2021/pictures/ada-portrait-square-320.jpg").is_file()
    assert keynotes.check() == []


def test_the_front_page_leads_to_each_talk(keynotes: SiteFolder) -> None:
    made = keynotes.build().shows("/", "Keynotes", "Small &", "Ada Example", "Title to be announced", "Bo Example")
    assert "2021/keynotes/#keynote-ada-example" in Page.of(made.source("/")).values("href")


def test_a_speaker_can_be_cited_in_the_program(keynotes: SiteFolder) -> None:
    keynotes.write("program.yaml", "program: {2021-07-12: [{at: 09:00, title: Talk, speaker: Bo Example}]}\n")
    keynotes.build().shows("/2021/program/", "Talk Bo Example")


def test_a_speaker_may_have_their_details_in_people(site: SiteFolder) -> None:
    site.write("people.yaml", "people: [{name: Bo Example, photo: bo.png, bio: Bo speaks.}]\n")
    site.write("content/2021/files/bo.png", drawing()).write("keynotes.yaml", "keynotes: [{speaker: Bo Example}]\n")
    made = site.build().shows("/2021/keynotes/", "Bo speaks.")
    assert any("/bo-square-" in src for src in Page.of(made.source("/2021/keynotes/")).values("src"))


def test_an_old_id_still_leads_to_its_talk(site: SiteFolder) -> None:
    made = site.write("keynotes.yaml", "keynotes: [{speaker: Bo, formerly: [k1]}]\n").build()
    assert 'id="keynote-k1"' in made.source("/2021/keynotes/")


def test_what_stands_with_the_talk_comes_before_what_other_files_say(site: SiteFolder) -> None:
    site.write("organizers.yaml", "organizers: [{name: Ada Example, affiliation: Old University, role: Chair}]\n")
    site.write("keynotes.yaml", "keynotes: [{speaker: {name: Ada Example, affiliation: New University}}]\n")
    site.build().shows("/2021/keynotes/", "New University").shows("/2021/organizers/", "Old University")


def test_a_speaker_without_an_id_is_the_one_person_of_that_name(site: SiteFolder) -> None:
    site.write("people.yaml", "people: [{name: Qin Jin, id: qj, bio: She speaks., affiliation: Example University}]\n")
    site.write("organizers.yaml", "organizers: [Qin Jin]\n").write("keynotes.yaml", "keynotes: [{speaker: Qin Jin}]\n")
    site.write("program.yaml", "program: {2021-07-12: [{at: 09:00, title: Talk, speaker: Qin Jin}]}\n")
    made = site.build().shows("/2021/keynotes/", "Qin Jin, Example University", "She speaks.")
    made.shows("/2021/organizers/", "Qin Jin Example University")
    assert 'id="keynote-qj"' in made.source("/2021/keynotes/")


def test_two_people_of_one_name_are_told_apart_by_their_ids(site: SiteFolder) -> None:
    site.write("people.yaml", "people: [{name: Bo, id: bo-1}, {name: Bo, id: bo-2}]\n")
    site.write("keynotes.yaml", "keynotes: [{speaker: Bo}, {speaker: {name: Bo, id: bo-2}}]\n")
    (problem,) = site.build().problems
    assert (str(problem.mark), problem.message) == ("content/2021/keynotes.yaml:1:22", "There are 2 people called Bo.")
    assert problem.hint == "Give the id, too: bo-1 or bo-2"
