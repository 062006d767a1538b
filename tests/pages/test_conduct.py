"""The code of conduct, to which every page leads."""

from tests.harness import SiteFolder
from tests.pages.reading import Page

CONDUCT = "text: We respect each other.\nurl: https://example.org/conduct\ncontacts: [Ada Example, help@example.org]\n"


def test_the_code_says_whom_to_tell(site: SiteFolder) -> None:
    site.write("organizers.yaml", "organizers: [{name: Ada Example, email: ada@example.org}]\n")
    made = site.write("conduct.yaml", CONDUCT).build()
    made.shows("/2021/conduct/", "We respect each other. Read the whole policy")
    made.shows("/2021/conduct/", "Whom to tell Ada Example ada@example.org help@example.org")
    assert "help@example.org" not in made.source("/2021/conduct/")


def test_every_page_of_the_edition_leads_to_it(site: SiteFolder) -> None:
    site.write("content/2020/workshop.yaml", "title: Older\n")
    made = site.write("organizers.yaml", "organizers: [Ada Example]\n").write("conduct.yaml", CONDUCT).build()
    for address in ("/", "/2021/", "/2021/organizers/", "/404.html"):
        assert "Code of conduct" in made.text(address).partition("WSE 2021")[2]
    made.lacks("/2020/", "Code of conduct")


def test_an_address_of_the_whole_policy_is_enough(site: SiteFolder) -> None:
    made = site.write("conduct.yaml", "url: https://example.org/conduct\n").build()
    assert "https://example.org/conduct" in Page.of(made.source("/2021/conduct/")).values("href")
    made.lacks("/2021/conduct/", "Whom to tell")
