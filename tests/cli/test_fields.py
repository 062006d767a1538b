"""`mmpt-site fields`."""

from mmpt_site.reference import as_markdown
from mmpt_site.schema import KINDS
from tests.harness import SiteFolder

TOLD = (
    *("workshop", "call", "topics", "dates", "organizers", "program", "keynotes", "papers", "news", "people"),
    *("venue", "registration", "challenges", "awards", "sponsors", "faq", "conduct", "gallery", "resources"),
)


def test_every_file_is_explained_and_no_project_is_needed(site: SiteFolder) -> None:
    (site.root / "content").rename(site.root / "elsewhere")
    said = site.run("fields").stdout
    assert [line for line in said.splitlines() if line.startswith("content/")] == [
        "content/site.yaml",
        *(f"content/2027/{name}.yaml" for name in TOLD),
        "content/2027/pages/NAME.md",
    ]
    assert {"site", *TOLD} == set(KINDS)


def test_a_file_alone(site: SiteFolder) -> None:
    said = site.run("fields", "dates.yaml").stdout
    assert said.startswith("content/2027/dates.yaml\n  The important dates, in the order written.\n")
    assert said.count("content/") == 1


def test_the_front_matter_of_pages(site: SiteFolder) -> None:
    said = site.run("fields", "pages", "nav").stdout
    assert said.startswith("nav: yes or no, or a short title\n")
    assert 'There is no field "text" in pages/NAME.md.' in site.run("fields", "pages", "text").stderr


def test_a_field_alone_wherever_it_stands_in_the_file(site: SiteFolder) -> None:
    assert site.run("fields", "dates", "hard").stdout == (
        "hard: yes or no\n    Whether it will not be extended.\n        hard: yes\n"
    )
    names = site.run("fields", "organizers", "name").stdout
    assert (names.count("name: Ada Example"), names.count("name: Program committee")) == (1, 1)


def test_the_nearest_is_named(site: SiteFolder) -> None:
    assert 'There is no file "dtes". Did you mean dates?' in site.run("fields", "dtes").stderr
    wrong = site.run("fields", "dates", "knid")
    assert wrong.returncode == 2
    assert 'There is no field "knid" in dates.yaml. Did you mean kind?' in wrong.stderr
    assert "The fields are deadlines_end, dates, name, id, " in site.run("fields", "dates", "xyzzy").stderr


def test_the_page_of_markdown(site: SiteFolder) -> None:
    assert site.run("fields", "--markdown").stdout == as_markdown()
