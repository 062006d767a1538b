"""`mmpt-site theme`: one file of the theme is brought over and takes the theme's place."""

from pathlib import Path

import pytest

from mmpt_site.project import theme
from tests.harness import SiteFolder


def test_every_file_of_the_theme_is_listed(site: SiteFolder) -> None:
    listed = site.run("theme", "list").stdout.splitlines()
    assert {"templates/dates.html", "templates/base.html", "templates/style.css", "static/site.js"} <= set(listed)


@pytest.mark.parametrize("name", ["dates.html", "templates/dates.html"])
def test_a_template_is_copied_and_shadows_the_themes(site: SiteFolder, name: str) -> None:
    site.write("dates.yaml", "dates: [{name: Papers, date: 2021-04-20}]\n")
    copied = site.run("theme", "copy", name)
    assert copied.stdout.startswith("Copied templates/dates.html: from now on yours is used.")
    own = site.path("templates/dates.html")
    assert own.read_bytes() == (theme("templates") / "dates.html").read_bytes()
    own.write_text(own.read_text("utf-8").replace("Important dates", "When it matters"), "utf-8")
    site.build().shows("/2021/dates/", "When it matters").shows("/2021/", "Important dates")
    assert "templates/dates.html    (yours)" in site.run("theme", "list").stdout.splitlines()


def test_a_style_sheet_is_copied_and_shadows_the_themes(site: SiteFolder) -> None:
    site.run("theme", "copy", "style.css")
    site.path("templates/style.css").write_text("body { color: red }", "utf-8")
    assert (site.build().folder / "static/style.css").read_text("utf-8") == "body { color: red }"


def test_what_is_there_is_not_overwritten(site: SiteFolder) -> None:
    site.write("templates/dates.html", "mine")
    again = site.run("theme", "copy", "dates.html")
    assert again.returncode == 2
    assert "templates/dates.html is there already. To start anew, delete it first." in again.stderr
    assert site.path("templates/dates.html").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("date.html", "Did you mean dates.html?"), ("zebra", 'See all of them with "mmpt-site theme list".')],
)
def test_a_file_that_the_theme_lacks_is_told(site: SiteFolder, name: str, hint: str) -> None:
    result = site.run("theme", "copy", name)
    assert result.returncode == 2
    assert f'The theme has no file "{name}". {hint}' in result.stderr
    assert not Path(site.root, "templates").exists()


def test_nothing_outside_of_the_theme_can_be_copied(site: SiteFolder) -> None:
    assert site.run("theme", "copy", "../pyproject.toml").returncode == 2


def test_a_folder_that_is_a_file_is_told(site: SiteFolder) -> None:
    (site.root / "templates").write_text("mine", "utf-8")
    result = site.run("theme", "copy", "dates.html")
    assert result.returncode == 2
    assert "templates/dates.html cannot be written: " in result.stderr
