"""Whole builds: many mistakes at once, the same bytes everywhere, warnings, addresses, templates."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.camera import SVG, photo
from tests.harness import SiteFolder, snapshot

TWELVE = {
    "site.yaml": (
        "name: W\nacronym: W\nurl: www.example.org\n",
        "content/site.yaml:3:6: error: This link has no scheme.",
    ),
    "workshop.yaml": (
        "title: Small Examples\nhost: {name: Large, date: 2021-07-12 to 2021-07-15}\nplase: Taipei\nmode: hybird\n",
        'content/2021/workshop.yaml:3:1: error: There is no field "plase" here.',
        'content/2021/workshop.yaml:4:7: error: "hybird" is not allowed here.',
    ),
    "call.yaml": ("goals:\n\t- One\n", "content/2021/call.yaml:2:1: error: A tab stands where YAML wants spaces."),
    "topics.yaml": (
        'topics:\n  - Vision\n  - "Language\n',
        "content/2021/topics.yaml:3:5: error: This quotation mark is never closed.",
    ),
    "dates.yaml": (
        """\
        dates:
          - {name: Abstract, kind: abstract, date: 2021-04-31}
          - {name: Submission, kind: submission, date: 2021-05-20}
          - {name: Answer, kind: notification, date: 2021-05-10}
          - {name: Camera-ready, date: June 1 2021, date: 2021-06-02}
        """,
        "content/2021/dates.yaml:2:44: error: There is no April 31, 2021.",
        "content/2021/dates.yaml:4:46: error: The notification (Answer) comes before the submission (Submission).",
        'content/2021/dates.yaml:5:45: error: "date" is given twice; the first is on line 5.',
        'content/2021/dates.yaml:5:32: error: "June 1 2021" is not a date as it is written here.',
    ),
    "organizers.yaml": (
        "organizers:\n  - {name: Ada Example, email: 'maito:ada@example.org'}\n",
        "content/2021/organizers.yaml:2:32: error: An email address is written alone.",
    ),
    "program.yaml": (
        "program:\n  2021-07-12:\n    - {at: 09:00, title: Opening, chair: Ada Exampel}\n"
        "    - {at: 10:00, title: Talk, speaker: Ada Example, for: 45}\n",
        "content/2021/program.yaml:3:42: error: Nobody here is called Ada Exampel.",
        'content/2021/program.yaml:4:59: error: "45" is not a duration.',
    ),
}


def test_twelve_mistakes_are_twelve_messages_in_one_run_and_the_site_stays(site: SiteFolder) -> None:
    site.build()
    before = snapshot(site.root / "site")
    stamps = {path: (site.root / "site" / path).stat().st_mtime_ns for path in before}
    expected = []
    for name, (text, *messages) in TWELVE.items():
        site.write(name, text)
        expected += messages
    result = site.run("build", "--as-of", "2021-03-01")
    told = [line for line in result.stderr.splitlines() if ": error: " in line or ": warning: " in line]
    assert len(expected) == 12
    assert sorted(told) == sorted(expected)
    assert result.returncode == 1
    assert "Found 12 errors in 7 files." in result.stderr
    assert snapshot(site.root / "site") == before
    assert {path: (site.root / "site" / path).stat().st_mtime_ns for path in before} == stamps


def test_two_builds_anywhere_give_identical_bytes(root: Path, tmp_path: Path) -> None:
    sites = []
    for name, env in {
        "one": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        "two with ü and spaces": {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
    }.items():
        project = SiteFolder(tmp_path / name)
        for folder in ("content", "templates", "static"):
            shutil.copytree(root / folder, project.root / folder)
        result = project.run("build", "--as-of", "2021-03-01", env={**env, "PYTHONPATH": str(root / "src")})
        assert result.returncode == 0, result.stderr
        sites.append(snapshot(project.root / "site"))
    assert sites[0] == sites[1]
    assert len(sites[0]) > 10


def test_a_second_build_changes_nothing(site: SiteFolder) -> None:
    site.build()
    written = site.build().published.written
    assert written
    assert (written.changed, written.removed) == (0, 0)


def test_a_change_changes_only_the_pages_that_show_it(site: SiteFolder) -> None:
    site.write("dates.yaml", "dates: [{name: Submission, date: 2021-04-20}]").write("call.yaml", "goals: One goal")
    site.write("organizers.yaml", "organizers: [Ada Example]").build()
    site.write("organizers.yaml", "organizers: [Bo Example]")
    written = site.build().published.written
    assert written
    assert written.changed == 3  # the front page, the home page and the organizers


def test_what_is_taken_out_of_the_content_is_removed_from_the_site(site: SiteFolder) -> None:
    site.write("dates.yaml", "dates: [{name: Submission, date: 2021-04-20}]").build()
    site.remove("dates.yaml")
    built = site.build()
    assert not (built.folder / "2021" / "dates").exists()
    assert "dates/" not in built.source("/2021/")


def test_a_warning_is_told_and_stops_only_a_strict_build(site: SiteFolder) -> None:
    site.write("call.yaml", "invitation: We invite <blink>papers</blink>.")
    site.build().shows("/2021/call/", "We invite papers.").tells("warning: <blink> is not allowed here")
    strict = site.build(strict=True)
    assert strict.failed
    result = site.run("build", "--strict", "--as-of", "2021-03-01")
    assert result.returncode == 1
    assert "Found 1 error in 1 file." in result.stderr


def test_a_site_without_an_address_builds_and_says_what_is_left_out(site: SiteFolder) -> None:
    built = site.write("site.yaml", "name: Workshop\nacronym: W\n").build(strict=True)
    built.tells(
        "note: The site has no address yet, so canonical links, the sitemap, the feed and the cards are left out."
    )
    assert "canonical" not in built.source("/2021/")
    assert not (built.folder / "sitemap.xml").exists()


def test_where_the_line_for_the_address_waits_it_is_pointed_at(site: SiteFolder) -> None:
    built = site.write("site.yaml", "name: Workshop\nacronym: W\n#url: https://name.github.io/\n").build()
    built.tells(
        "content/site.yaml:3:1: note: The site has no", "Take out the # before url: in line 3, and write your own"
    )


def test_the_address_can_be_overridden(site: SiteFolder) -> None:
    built = site.build(url="https://people.example.org/repo/")
    assert '<link rel="canonical" href="https://people.example.org/repo/2021/">' in built.source("/")
    assert 'href="/repo/static/style.css' in built.source("/404.html")


def test_pictures_of_an_edition_are_copied_and_found_from_prose(site: SiteFolder) -> None:
    site.write("content/2021/files/map of the way.svg", SVG)
    site.write("call.yaml", "invitation: '![A map](<files/map of the way.svg>)'")
    built = site.build()
    assert (built.folder / "2021/files/map of the way.svg").read_bytes() == SVG
    assert site.check() == []


def test_a_file_that_nothing_leads_to_is_published_and_noted_by_a_check(site: SiteFolder) -> None:
    for name in ("reviews.xlsx", "IMG.HEIC", "talk (final).pdf", "linked.pdf", "shown.jpg"):
        site.write(f"content/2021/files/{name}", photo(300, 300) if name == "shown.jpg" else b"data")
    site.write("content/files/all.pdf", b"data")
    site.write("workshop.yaml", "title: Small\nintroduction: 'See [it](files/linked.pdf). ![A cat](files/shown.jpg)'\n")
    notes = [problem for problem in site.check() if problem.message.startswith("Nothing on the site leads")]
    assert [str(note.mark) for note in notes] == [
        *("content/2021/files/IMG.HEIC", "content/2021/files/reviews.xlsx"),
        *("content/2021/files/talk (final).pdf", "content/files/all.pdf"),
    ]
    assert {note.level for note in notes} == {"note"}
    made = site.build()
    assert made.told == ""
    assert (made.folder / "2021/files/reviews.xlsx").read_bytes() == b"data"
    assert not (made.folder / "2021/files/shown.jpg").exists()
    site.write(
        "content/2021/pages/talks.md", "# Talks\n\n[Slides](<../files/talk (final).pdf>), [all](/files/all.pdf)\n"
    )
    assert [problem.mark.path.rpartition("/")[2] for problem in site.check()] == ["IMG.HEIC", "reviews.xlsx"]


@pytest.mark.parametrize("name", ["site.yaml", "2021/workshop.yaml"])
def test_a_missing_file_is_told(site: SiteFolder, name: str) -> None:
    (site.root / "content" / name).unlink()
    site.build().tells(f"content/{name}: error: This file is missing.")


def test_a_file_that_nothing_reads_is_told(site: SiteFolder) -> None:
    site.write("date.yml", "dates: []").write("content/notes.txt", "")
    site.build().tells("content/2021/date.yml: error: Nothing reads this file.", "Did you mean dates.yaml?")
    site.build().tells("content/notes.txt: error: Nothing reads this file.")


def test_a_syntax_error_is_the_only_message_of_its_file_and_has_no_echoes(site: SiteFolder) -> None:
    site.write("organizers.yaml", "organizers:\n\t- Ada Example\n")
    site.write("program.yaml", "program: {2021-07-12: [{at: 9:00, title: Opening, chair: Ada Example, rom: 2}]}")
    built = site.build()
    assert len(built.problems) == 2
    built.tells("organizers.yaml:2:1: error: A tab", 'program.yaml:1:71: error: There is no field "rom" here.')


def test_an_unreadable_file_is_told(site: SiteFolder) -> None:
    (site.root / "content/2021/dates.yaml").mkdir()
    site.build().tells("content/2021/dates.yaml: error: This is not a file that can be read.")


def test_years_of_editions_live_side_by_side(site: SiteFolder) -> None:
    site.write("content/2020/workshop.yaml", "title: Smaller Examples\n")
    built = site.build(date(2021, 3, 1))
    built.shows("/", "Workshop on Small Examples", "Editions : 2021").shows("/2020/", "Smaller Examples")
    assert '<link rel="canonical" href="https://example.org/2021/">' in built.source("/")
