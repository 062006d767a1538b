"""The preview, as its user meets it: saved changes, problems, and how it ends."""

import signal
import socket
import sys
import webbrowser
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from mmpt_site.cli.serve import open_browser
from mmpt_site.preview import listen as listen_module
from mmpt_site.preview import serve
from mmpt_site.preview import site as preview_module
from mmpt_site.preview.listen import Listening, listen
from mmpt_site.preview.policy import SOCKET
from mmpt_site.problems import Problem, describe
from tests.harness import SiteFolder, snapshot
from tests.preview.running import Preview, SlowFile, eventually, free_port

DATES = """\
dates:
  - name: Paper submission
    kind: submission
    date: 2021-04-20
"""
EXTENDED = DATES.replace("04-20", "04-27")
BROKEN = DATES.replace("04-20", "14-20")
ANY = listen_module.EVERYWHERE[0]
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
    def files() -> set[str]:
        return {path for path in snapshot(site.root) if not path.startswith(".cache/")}  # where pictures are remembered

    before = files()
    with Preview(site) as preview:
        preview.shows("/2021/dates/", "April 20, 2021")
        assert preview.said == f"Serving http://127.0.0.1:{preview.port}/ — Ctrl-C ends it.\n"
        site.write("dates.yaml", EXTENDED)
        preview.shows("/2021/dates/", "April 27, 2021")
        preview.says("\ndates.yaml changed: rebuilt in ")
        assert files() == before
        assert preview.ends(signal.SIGTERM) < 5
        assert preview.said.count("\n") == 2


def test_a_burst_of_saves_is_one_rebuild(site: SiteFolder) -> None:
    with Preview(site.write("static/0.css", "")) as preview:
        slow = SlowFile(site, "workshop.yaml").put("title: Workshop\n").wait()  # so that no machine is too slow
        for number in range(40):
            site.write("dates.yaml", EXTENDED).write("call.yaml", f"invitation: Call {number}.\n")
            site.write(f"static/{number}.css", "p {}")
        slow.give()
        preview.says("files changed: rebuilt in ")
        assert "Call 39." in preview.get("/2021/call/").text
        assert "April 27, 2021" in preview.get("/2021/dates/").text
        site.write("dates.yaml", DATES)
        preview.shows("/2021/dates/", "April 20, 2021")
        preview.says("dates.yaml changed")
        assert preview.said.count("rebuilt in") <= 4  # most often 3, for a burst may last longer than it is waited for


def test_pages_are_answered_during_a_build_and_a_save_meanwhile_is_not_lost(site: SiteFolder) -> None:
    with Preview(site) as preview:
        slow = SlowFile(site, "dates.yaml").put(BROKEN).wait()
        assert preview.get("/2021/dates/").status == 200
        assert "April 20, 2021" in preview.get("/2021/dates/").text
        site.write("call.yaml", "invitation: Saved meanwhile.\n")
        (site.root / "later").write_text(EXTENDED, "utf-8")
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


def test_ctrl_c_ends_it_quietly_while_browsers_are_open(site: SiteFolder) -> None:
    with Preview(site) as preview:
        here = f"127.0.0.1:{preview.port}"
        news = f"Upgrade: websocket\r\nConnection: Upgrade\r\nOrigin: http://{here}\r\nSec-WebSocket-Version: 13\r\n"
        page, waits = (socket.create_connection(("127.0.0.1", preview.port)) for _ in range(2))
        page.sendall(f"GET / HTTP/1.1\r\nHost: {here}\r\n\r\n".encode())  # a browser keeps its connection
        assert page.recv(100)
        key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        waits.sendall(f"GET {SOCKET} HTTP/1.1\r\nHost: {here}\r\n{news}{key}\r\n".encode())
        assert waits.recv(100).startswith(b"HTTP/1.1 101")
        assert preview.ends() < 5
        assert preview.said.count("\n") == 1
        page.close()
        waits.close()


@pytest.mark.parametrize("times", [1, 2, 30])
def test_ctrl_c_ends_it_during_the_first_build(site: SiteFolder, times: int) -> None:
    slow = SlowFile(site, "dates.yaml").put(DATES)
    with Preview(site, wait=False) as preview:
        slow.wait()
        assert preview.ends(times=times) < 5
        assert preview.said == ""


@pytest.mark.parametrize("times", [1, 2, 30])
def test_ctrl_c_ends_it_during_a_later_build(site: SiteFolder, times: int) -> None:
    with Preview(site) as preview:
        SlowFile(site, "dates.yaml").put(EXTENDED).wait()
        assert preview.ends(times=times) < 5
        assert preview.said.count("\n") == 1


@pytest.mark.parametrize("times", [2, 30])
def test_whoever_is_impatient_ends_it_as_quietly(site: SiteFolder, times: int) -> None:
    with Preview(site) as preview:
        assert preview.ends(times=times) < 5
        assert preview.said.count("\n") == 1


def test_an_interrupt_that_is_lost_ends_it_all_the_same(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    class Lossy:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)  # Python drops what is raised here

    def update(*_: object) -> None:
        Lossy()

    monkeypatch.setattr(preview_module.Preview, "update", update)
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    before = {number: signal.getsignal(number) for number in serve.SIGNALS}
    try:
        serve.serve(site.project, date(2021, 3, 1), listen(port=free_port()), tell=print, say=print)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_the_next_free_port_is_found_and_told(site: SiteFolder) -> None:
    with socket.socket() as taken:
        with suppress(OSError):  # somebody else has taken it, which is as well
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        with Preview(site, port=None) as preview:
            assert preview.port != 8000
            assert preview.said.startswith(f"Port 8000 is taken, so this is port {preview.port}.\nServing http://")
            assert preview.get("/2021/").status == 200


def test_a_port_that_is_taken_is_told_before_anything_else(site: SiteFolder) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = site.write("dates.yaml", BROKEN).run("serve", "--port", str(port))
    assert run.returncode == 2
    assert run.stdout == ""
    assert f"Error: Port {port} is taken by another program. Choose another, for example --port " in run.stderr
    assert "dates.yaml" not in run.stderr


def test_a_host_that_is_not_here_is_told(site: SiteFolder) -> None:
    run = site.run("serve", "--host", "192.0.2.1")
    assert (run.returncode, run.stdout) == (2, "")
    assert "Error: 192.0.2.1 is no address of this computer. Leave --host away" in run.stderr


def test_everyone_in_the_network_sees_it_if_asked_and_only_by_its_own_address(site: SiteFolder) -> None:
    with Preview(site, words=("--host", ANY)) as preview:
        preview.says("Everyone in this network can see this preview, drafts and all, at ")
        for address in listen_module._in_network() or ("127.0.0.1",):
            for host in (address, f"{address}:{preview.port}", "localhost"):
                assert preview.get("/2021/", at=address, Host=host).status == 200
            for host in ("192.0.2.7", ANY, "evil.example", "10.0.0.1.evil.example"):
                assert preview.get("/2021/", at=address, Host=host).status == 403


def test_where_others_see_it_is_told_as_far_as_it_is_known() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        told = serve._exposed(Listening((bound,), ("127.0.0.1",), True, ("192.0.2.7",)), "/repo/")
        assert told.endswith(f", at http://192.0.2.7:{port}/repo/")
        told = serve._exposed(Listening((bound,), ("127.0.0.1",), public=True), "/")
        assert told.endswith(f", at the address of this computer and port {port}")


SITE = "name: Workshop on Small Examples\nacronym: WSE\nkey: wse\n"


def test_a_site_in_a_folder_is_shown_in_it_and_moves_with_its_address(site: SiteFolder) -> None:
    site.write("site.yaml", f"{SITE}url: https://you.github.io/repo/\n")
    with Preview(site) as preview:
        here = f"http://127.0.0.1:{preview.port}"
        assert preview.said == f"Serving {here}/repo/ — Ctrl-C ends it.\n"
        assert preview.get("/").headers["location"] == "/repo/"
        preview.shows("/repo/2021/dates/", "April 20, 2021", f'rel="canonical" href="{here}/repo/2021/dates/"')
        preview.shows("/2021/dates/", "There is nothing at this address", '<a href="/repo/">', status=404)
        preview.shows("/repo/nowhere/at/all", '"/repo/static/style.css', "/.preview/livereload.js", status=404)
        site.write("site.yaml", f"{SITE}url: https://example.org/other/place\n")
        preview.shows("/other/place/2021/dates/", "April 20, 2021")
        preview.shows("/repo/2021/dates/", "There is nothing at this address", status=404)
        preview.says(f"moved with its address in site.yaml, and is now at {here}/other/place/\n")
        site.write("site.yaml", SITE)
        preview.shows("/2021/dates/", "April 20, 2021")
        preview.says(f" is now at {here}/\n")
        assert preview.said.count("\n") == 5


def test_a_site_stays_in_its_folder_while_it_is_broken(site: SiteFolder) -> None:
    terminal = Terminal(site.write("site.yaml", f"{SITE}url: https://you.github.io/repo/\n"))
    terminal.saved()
    site.write("site.yaml", "name: [\n")
    terminal.saved("site.yaml")
    assert (terminal.preview.shown.broken, terminal.preview.address) == (True, "http://127.0.0.1:8000/repo/")


def test_the_browser_is_opened_once_the_site_is_there(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = site.root / "opened"
    monkeypatch.setenv("BROWSER", f"\"{sys.executable}\" -c \"open(r'{opened}', 'w').write(r'%s')\"")
    with Preview(site, words=("--open",)) as preview:
        eventually(lambda: opened.exists() and opened.read_text("utf-8") != "", lambda: preview.said)
        assert opened.read_text("utf-8") == f"http://127.0.0.1:{preview.port}/"
        assert preview.said.count("\n") == 1


@pytest.mark.parametrize("failure", [False, webbrowser.Error("none"), OSError("no such program")])
def test_that_there_is_no_browser_is_only_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failure: bool | Exception
) -> None:
    def fail(_: str) -> bool:
        if isinstance(failure, Exception):
            raise failure
        return failure

    monkeypatch.setattr(webbrowser, "open", fail)
    open_browser("http://127.0.0.1:8000/")
    assert capsys.readouterr().out == (
        "No browser could be opened here. Please open http://127.0.0.1:8000/ yourself.\n"
    )
