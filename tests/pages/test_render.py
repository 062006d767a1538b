"""Templates: what goes wrong in them is told at its line, and what they print is escaped."""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.harness import SiteFolder
from tests.pages.reading import Page

HOME = '{% extends "base.html" %}\n{% block content %}\n'
NAMES = ["<script>alert(1)</script>", "R&D \"quoted\" & 'single'", "多模态预训练", "التدريب المسبق", "&lt;b&gt;"]


@pytest.mark.parametrize(
    ("body", "place", "told"),
    [
        ("<h1>A</h1>\n  {{ nope }}\n", "4:3", "'nope' is undefined"),
        ("<h1>A</h1>\n<p>{{ workshop.nope }}</p>\n", "4:1", "has no attribute 'nope'"),
        ("{% for a in menu %}\n{{ a.nope.deeper }}\n{% endfor %}\n", "4:1", "has no attribute 'nope'"),
        ("{{ 1 // 0 }}\n", "3:1", "ZeroDivisionError"),
        ("{{ static('nope.css') }}\n", "3:1", 'There is no file "nope.css" in static/.'),
        ("{{ none|clock }}\n", "3:1", "Met while making /"),
    ],
)
def test_a_mistake_in_a_template_is_told_at_its_line(site: SiteFolder, body: str, place: str, told: str) -> None:
    made = site.write("templates/home.html", f"{HOME}{body}{{% endblock %}}\n").build()
    assert made.failed
    made.tells(f"templates/home.html:{place}: error: ", told)


@pytest.mark.parametrize(
    ("body", "line"), [("{% if %}\n", 3), ("<p>\n{{ a b }}\n", 4), ("\n\n{% endfor %}\n", 5), ("{{ a|nope }}\n", 3)]
)
def test_a_template_that_is_none_is_told_at_its_line(site: SiteFolder, body: str, line: int) -> None:
    made = site.write("templates/home.html", f"{HOME}{body}{{% endblock %}}\n").build()
    assert made.failed
    made.tells(f"templates/home.html:{line}:")


def test_a_mistake_in_a_macro_is_told_at_the_line_of_the_macro(site: SiteFolder, root: Path) -> None:
    ours = (root / "templates" / "macros.html").read_text("utf-8")
    broken = ours.replace("{% macro topics(topics) %}\n", "{% macro topics(topics) %}\n{{ nope }}\n")
    line = broken.splitlines().index("{{ nope }}") + 1
    made = site.write("templates/macros.html", broken).write("topics.yaml", "topics: [Retrieval]\n").build()
    assert made.failed
    made.tells(f"templates/macros.html:{line}:1: error: 'nope' is undefined.", "{{ nope }}")


def test_one_mistake_that_many_pages_meet_is_told_once(site: SiteFolder) -> None:
    made = site.write("templates/home.html", f"{HOME}{{{{ nope }}}}\n{{% endblock %}}\n").build()
    assert len(made.problems) == 1


@pytest.mark.parametrize("line", ['{% extends "nope.html" %}', '{% include "nope.html" %}'])
def test_a_template_that_is_missing_is_named(site: SiteFolder, line: str) -> None:
    made = site.write("templates/home.html", f"{line}\n").build()
    assert made.failed
    made.tells("templates/nope.html", "This template is missing", "/2021/ needs it")


def test_a_template_that_is_no_text_is_named(site: SiteFolder) -> None:
    made = site.write("templates/home.html", b"\xff\xfe<h1>").build()
    assert made.failed
    made.tells("templates/home.html")


def test_a_template_that_calls_itself_for_ever_is_told(site: SiteFolder) -> None:
    made = site.write("templates/home.html", "{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}\n").build()
    assert made.failed
    made.tells("templates/home.html:1:", "RecursionError")


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_name_holds_a_page_shows_it_as_text(site: SiteFolder, name: str) -> None:
    quoted = json.dumps(name)
    site.write("site.yaml", f"name: {quoted}\nacronym: {quoted}\nurl: https://example.org/\n")
    site.write("workshop.yaml", f"title: {quoted}\ntagline: {quoted}\nplace: {quoted}\nhost: {{name: {quoted}}}\n")
    person = f"{{id: somebody, name: {quoted}, affiliation: {quoted}, role: {quoted}}}"
    site.write("organizers.yaml", f"organizers: [{person}]\ncommittees: [{{name: {quoted}, members: [{person}]}}]\n")
    site.write("topics.yaml", f"topics: [{quoted}, {{group: {quoted}, topics: [{quoted}]}}]\n")
    site.write("dates.yaml", f"dates: [{{id: it, name: {quoted}, track: {quoted}, date: TBA}}]\n")
    session = f"{{at: 09:00, title: {quoted}, room: {quoted}, chair: somebody, speaker: somebody}}"
    site.write("program.yaml", f"program: {{2021-07-12: [{session}]}}\n")
    made = site.build()
    for address, times in {"/": 14, "/2021/call/": 8, "/2021/organizers/": 12, "/2021/program/": 9}.items():
        source = made.source(address)
        assert made.text(address).count(name) >= times - 4, made.text(address)
        assert "<script>alert" not in source
        assert Page.of(source).unbalanced == []
    page = Page.of(made.source("/"))
    assert page.title == f"{name} 2021: {name}"
    assert f", {name}: " in page.meta("description")[0]


def test_organizers_replace_templates_file_by_file(site: SiteFolder) -> None:
    site.write("dates.yaml", "dates: [{name: Papers, date: 2021-04-20}]\n")
    own = '{% extends "base.html" %}\n{% block content %}<h1>Our dates</h1>{% endblock %}\n'
    made = site.write("templates/dates.html", own).build()
    made.shows("/2021/dates/", "Our dates").lacks("/2021/dates/", "Important dates")
    made.shows("/2021/", "Workshop on Small Examples", "Important dates")


def test_organizers_add_to_a_template_of_ours_and_to_its_files(site: SiteFolder) -> None:
    site.write("static/style.css", "h1 { color: red }\n").write("static/logo.svg", "<svg/>\n")
    site.write(
        "templates/404.html", '{% extends "base.html" %}{% block content %}{{ static("logo.svg") }}{% endblock %}'
    )
    made = site.build()
    assert (made.folder / "static" / "style.css").read_text("utf-8") == "h1 { color: red }\n"
    made.shows("/404.html", f"/static/logo.svg?v={sha256(b'<svg/>' + bytes([10])).hexdigest()[:10]}")


def test_the_address_of_a_static_file_changes_with_its_bytes(site: SiteFolder) -> None:
    def style() -> str:
        (address,) = Page.of(site.build().source("/2021/")).link("stylesheet")
        return address

    before = style()
    digest = sha256((site.root / "site" / "static" / "style.css").read_bytes()).hexdigest()
    assert before == f"../static/style.css?v={digest[:10]}"
    site.write("static/style.css", "h1 { color: red }\n")
    assert style() != before


def test_a_template_that_is_made_edited_or_removed_counts_at_once(site: SiteFolder) -> None:
    plain = site.build().shows("/2021/", "Workshop").source("/2021/")
    old = site.write("templates/home.html", f"{HOME}<h1>One</h1>{{% endblock %}}\n").path("templates/home.html")
    site.build().shows("/2021/", "One")
    seen = old.stat()
    site.write("templates/home.html", f"{HOME}<h1>Two</h1>{{% endblock %}}\n")
    os.utime(old, ns=(seen.st_atime_ns, seen.st_mtime_ns))  # as on a disk with coarse times
    site.build().shows("/2021/", "Two")
    site.write("templates/base.html", "Three: {% block content %}{% endblock %}\n")
    site.build().shows("/2021/", "Three: Two")
    site.remove("templates/base.html").remove("templates/home.html")
    assert site.build().source("/2021/") == plain


def test_a_template_that_cannot_be_read_is_told(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    template = site.write("templates/home.html", "<h1>One</h1>\n").path("templates/home.html")
    read = Path.read_bytes
    opened = open

    def refuse(path: Path) -> bytes:
        if path == template:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    def refuse_open(path: Any, *rest: Any, **options: Any) -> Any:
        if isinstance(path, str | Path) and Path(path) == template:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *rest, **options)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr("builtins.open", refuse_open)
    made = site.build()
    assert made.failed
    made.tells("Permission denied")
