"""The colours of a site are derived once, and remembered."""

from pathlib import Path

from mmpt_site.cache import Store
from mmpt_site.pages import oklch
from mmpt_site.pages.colour import palette
from tests.harness import SiteFolder


def test_what_is_remembered_is_what_is_derived(tmp_path: Path) -> None:
    store = Store(tmp_path)
    derived = oklch.palette("#962810")
    assert palette("#962810", "MMPT", store) == palette("#962810", "MMPT", store) == derived
    assert palette(None, "MMPT", store) == oklch.derived(None, "MMPT") != derived


def test_what_is_damaged_is_derived_anew(tmp_path: Path) -> None:
    derived = palette("#962810", "MMPT", Store(tmp_path))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-5] + b"{}}}}")
    assert palette("#962810", "MMPT", Store(tmp_path)) == derived


def test_a_build_remembers_templates_and_sees_that_one_has_changed(site: SiteFolder) -> None:
    site.write("templates/dates.html", "{% extends 'base.html' %}{% block content %}<h1>One</h1>{% endblock %}")
    site.write("dates.yaml", "dates: [{name: Paper, date: 2021-04-20}]\n").build().shows("/2021/dates/", "One")
    assert list((site.project.cache / "templates").iterdir())
    site.write("templates/dates.html", "{% extends 'base.html' %}{% block content %}<h1>Two</h1>{% endblock %}")
    site.build().shows("/2021/dates/", "Two")
    for file in (site.project.cache / "templates").iterdir():
        file.write_bytes(b"damaged")
    site.build().shows("/2021/dates/", "Two")
