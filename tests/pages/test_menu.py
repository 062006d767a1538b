"""What stands in the menu, what at the end of every page, and how a Markdown page chooses."""

import re

from tests.harness import Built, SiteFolder
from tests.small_files import with_small_files


def menu(made: Built, address: str = "/2021/") -> list[str]:
    return _labels(re.search(r"<nav.*?</nav>", made.source(address), re.DOTALL))


def footer(made: Built, address: str = "/2021/") -> list[str]:
    return _labels(re.search(r"<footer.*?</footer>", made.source(address), re.DOTALL))


def _labels(found: re.Match[str] | None) -> list[str]:
    assert found
    return re.findall(r"<a [^>]*>([^<]+)</a>", found[0])


def test_the_menu_has_what_visitors_look_for_first(site: SiteFolder) -> None:
    made = with_small_files(site.write("organizers.yaml", "organizers: [Bei Liu]\n")).build()
    assert menu(made) == ["Organizers", "Challenges", "Venue", "Registration"]
    assert footer(made) == ["Awards", "Resources", "Gallery", "Questions and answers", "Sponsors", "Code of conduct"]


def test_a_page_of_an_edition_can_go_to_the_end_and_one_of_the_site_into_the_menu(site: SiteFolder) -> None:
    site.write("content/2021/pages/social.md", "---\nplace: footer\n---\n# Social\n\nCome.\n")
    site.write("content/pages/about.md", "---\nplace: menu\n---\n# About\n\nUs.\n")
    site.write("content/pages/imprint.md", "# Imprint\n\nWe.\n")
    made = site.write("content/2021/pages/hidden.md", "---\nnav: no\nplace: menu\n---\n# Hidden\n\nHere.\n").build()
    assert menu(made) == ["About"]
    assert footer(made) == ["Social", "Imprint"]


def test_the_end_of_a_page_leads_to_pages_of_its_own_edition(site: SiteFolder) -> None:
    site.write("content/2020/workshop.yaml", "title: Older\n").write("content/2020/faq.yaml", "faq: []\n")
    site.write("content/2020/faq.yaml", 'faq: [{question: "May I?", answer: Yes.}]\n')
    made = site.build()
    assert "Questions and answers" in footer(made, "/2020/")
    assert "Questions and answers" not in footer(made)
