"""The preview, as its user meets it: saved changes, problems, and how it ends."""

import signal
import socket
from datetime import date
from pathlib import Path

import pytest

from mmpt_site import preview as preview_module
from mmpt_site.problems import Problem, describe
from tests.harness import SiteFolder, snapshot
from tests.preview import Preview, SlowFile

DATES = """\
dates:
  - name: Paper submission
    kind: submission
    date: 2021-04-20
"""
EXTENDED = DATES.replace("04-20", "04-27")
BROKEN = DATES.replace("04-20", "14-20")
CALL = "invitation: Tell us about small examples.\n"


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """A workshop with dates and a call."""
    return site.write("dates.yaml", DATES).write("call.yaml", CALL)


class Terminal:
    """What a preview in this process tells and says."""

    def __init__(self, site: SiteFolder) -> None:
        self.told: list[list[Problem]] = []
        self.said: list[str] = []
        origin = "http://127.0.0.1:8000"
        tell = lambda problems: self.told.append(list(problems))  # noqa: E731
        self.preview = preview_module.Preview(site.project, date(2021, 3, 1), origin, tell, self.said.append)

    def saved(self, *names: str) -> str:
        """Build as after a save of these files; the line that is said."""
        self.preview.update(map(Path, names))
        return self.said[-1] if self.said else ""


def test_a_saved_change_is_shown_and_nothing_is_written(site: SiteFolder) -> None:
    before = set(snapshot(site.root))
    with Preview(site) as preview:
        preview.shows("/2021/dates/", "April 20, 2021")
        assert preview.said == f"Serving http://127.0.0.1:{preview.port}/ — Ctrl-C ends it.\n"
        site.write("dates.yaml", EXTENDED)
        preview.shows("/2021/dates/", "April 27, 2021")
        preview.says("\ndates.yaml changed: rebuilt in ")
        assert set(snapshot(site.root)) == before
        assert preview.ends(signal.SIGTERM) < 5
        assert preview.said.count("\n") == 2


def test_a_burst_of_saves_is_one_rebuild(site: SiteFolder) -> None:
    with Preview(site) as preview:
        preview.process.send_signal(signal.SIGSTOP)  # so that no machine is too slow for a burst
        for number in range(40):
            site.write("dates.yaml", EXTENDED).write("call.yaml", f"invitation: Call {number}.\n")
            site.write(f"static/{number}.css", "p {}")
        preview.process.send_signal(signal.SIGCONT)
        preview.shows("/2021/call/", "Call 39.")
        preview.shows("/2021/dates/", "April 27, 2021")
        site.write("dates.yaml", DATES)
        preview.shows("/2021/dates/", "April 20, 2021")
        preview.says("dates.yaml changed")
        # a folder static/ that has just appeared may be noticed by itself
        assert preview.said.count("rebuilt in") <= 3


def test_pages_are_answered_during_a_build_and_a_save_meanwhile_is_not_lost(site: SiteFolder) -> None:
    with Preview(site) as preview:
        slow = SlowFile(site, "dates.yaml").put(BROKEN).wait()
        assert preview.get("/2021/dates/").status == 200
        assert "April 20, 2021" in preview.get("/2021/dates/").text
        site.write("call.yaml", "invitation: Saved meanwhile.\n")
        (site.root / "later").write_text(EXTENDED)
        (site.root / "later").replace(site.path("dates.yaml"))
        assert "small examples" in preview.get("/2021/call/").text
        slow.give()
        preview.shows("/2021/call/", "Saved meanwhile.")
        preview.shows("/2021/dates/", "April 27, 2021")
        preview.says("dates.yaml changed: 1 problem", "call.yaml and dates.yaml changed: rebuilt")


def test_problems_take_the_place_of_pages_until_they_are_mended(site: SiteFolder) -> None:
    with Preview(site) as preview:
        site.write("dates.yaml", BROKEN)
        place = "content/2021/dates.yaml:4:11"
        for address in ("/", "/2021/dates/", "/2021/call", "/no/such/page/"):
            page = preview.shows(address, "<title>1 problem</title>", place, "date: 2021-14-20", "^^^", status=500)
            assert "/.preview/livereload.js?" in page.text
        assert preview.get("/static/style.css").status == 200
        preview.says(f"{place}: error: There is no month 14.", "dates.yaml changed: 1 problem, found in 0.")
        site.write("call.yaml", "invitation: Something else.\n")
        preview.says("call.yaml changed: the same 1 problem")
        assert preview.said.count(place) == 1
        site.write("dates.yaml", DATES)
        preview.shows("/2021/dates/", "April 20, 2021")
        preview.says("Mended: the site is shown again.\n")


def test_a_project_that_is_broken_from_the_start_can_be_mended(site: SiteFolder) -> None:
    site.write("dates.yaml", BROKEN)
    terminal = Terminal(site)
    terminal.saved()
    assert terminal.preview.shown.broken
    site.write("dates.yaml", DATES)
    assert terminal.saved("dates.yaml").endswith("Mended: the site is shown again.")
    assert "index.html" in terminal.preview.shown.files


def mistaken(*_: object, **__: object) -> None:
    raise ValueError("a mistake\nin two lines")


def test_a_bug_in_a_build_ends_nothing(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(site)
    with monkeypatch.context() as patch:
        patch.setattr(preview_module, "build", mistaken)
        assert terminal.saved("dates.yaml").startswith("dates.yaml changed: 1 problem, found in ")
    told = describe(terminal.told[0][0])
    assert "The site cannot be made: ValueError: a mistake in two lines\n" in told
    assert 'raise ValueError("a mistake\\nin two lines")\n' in told
    assert "This is a bug in mmpt-site, and no fault of your content." in told
    assert " mistaken\n" in f"{told}\n"
    assert terminal.saved("dates.yaml").endswith("Mended: the site is shown again.")


def test_a_file_that_cannot_be_read_is_a_problem(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(site)
    gone = site.root / "static/gone.css"
    with monkeypatch.context() as patch:
        patch.setattr(preview_module, "build", lambda *_, **__: gone.read_bytes())
        terminal.saved("gone.css")
    assert describe(terminal.told[0][0]) == (
        "static/gone.css: error: This file cannot be read: No such file or directory."
    )


def test_warnings_are_told_and_the_site_is_shown(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Talk #1 rocks\n")
    terminal = Terminal(site)
    assert terminal.saved("workshop.yaml").startswith("workshop.yaml changed: rebuilt in ")
    assert [problem.level for problem in terminal.told[0]] == ["warning"]
    assert not terminal.preview.shown.broken
    terminal.saved("workshop.yaml")
    assert len(terminal.told) == 1


def test_browsers_hear_only_of_what_they_would_see(site: SiteFolder) -> None:
    terminal = Terminal(site)
    terminal.saved()
    first = terminal.preview.shown.version
    site.write("dates.yaml", f"# A comment.\n{DATES}")
    terminal.saved("dates.yaml")
    assert terminal.preview.shown.version == first
    site.write("dates.yaml", BROKEN)
    terminal.saved("dates.yaml")
    broken = terminal.preview.shown.version
    assert broken != first
    site.write("dates.yaml", DATES)
    terminal.saved("dates.yaml")
    assert terminal.preview.shown.version not in {first, broken}


def test_files_are_named_two_at_a_time(site: SiteFolder) -> None:
    terminal = Terminal(site)
    assert terminal.saved("a.yaml", "b.yaml").startswith("a.yaml and b.yaml changed: ")
    assert terminal.saved("a.yaml", "b.yaml", "c.yaml").startswith("3 files changed: ")
    assert terminal.saved("evil\x1b[2J.yaml").startswith("evil\\u001b[2J.yaml changed: ")


def test_ctrl_c_ends_it_quietly(site: SiteFolder) -> None:
    with Preview(site) as preview:
        connection = socket.create_connection(("127.0.0.1", preview.port))
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")  # a browser keeps its connection
        assert connection.recv(100)
        assert preview.ends() < 5
        assert preview.said.count("\n") == 1
        connection.close()


def test_ctrl_c_ends_it_during_a_build(site: SiteFolder) -> None:
    slow = SlowFile(site, "dates.yaml").put(DATES)
    with Preview(site, wait=False) as preview:
        slow.wait()
        preview.ends()
        assert preview.said == ""


def test_a_port_that_is_taken_is_told_before_anything_else(site: SiteFolder) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = site.write("dates.yaml", BROKEN).run("serve", "--port", str(port))
    assert run.returncode == 2
    assert run.stdout == ""
    assert f"Port {port} is taken by another program. Choose another, for example --port {port + 1}." in run.stderr
    assert "dates.yaml" not in run.stderr
