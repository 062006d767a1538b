"""An open page follows what is saved, without being touched."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.harness import SiteFolder
from tests.preview.running import Preview

DATES = """\
dates:
  - name: Paper submission
    kind: submission
    date: 2021-04-20
"""
SOON = 5_000  # milliseconds; it takes a small part of that on a machine with nothing else to do


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """A workshop with a date."""
    return site.write("dates.yaml", DATES)


def test_an_open_page_follows_through_problems_and_a_restart(site: SiteFolder, page: Page) -> None:
    with Preview(site) as preview:
        address = f"http://localhost:{preview.port}/2021/dates/"
        page.goto(address)
        body = page.locator("body")
        expect(body).to_contain_text("April 20, 2021")
        for day in ("27", "28", "29"):  # quickly one after the other
            site.write("dates.yaml", DATES.replace("04-20", f"04-{day}"))
            expect(body).to_contain_text(f"April {day}, 2021", timeout=SOON)
        site.write("dates.yaml", DATES.replace("04-20", "14-20"))
        expect(page).to_have_title("1 problem", timeout=SOON)
        expect(body).to_contain_text("content/2021/dates.yaml:4:11")
        site.write("dates.yaml", DATES)
        expect(body).to_contain_text("April 20, 2021", timeout=SOON)
        assert page.url == address
        preview.ends()
    site.write("dates.yaml", DATES.replace("04-20", "04-30"))
    with Preview(site, preview.port):
        expect(body).to_contain_text("April 30, 2021", timeout=SOON)


def test_a_page_that_is_older_than_the_site_catches_up(site: SiteFolder, page: Page) -> None:
    with Preview(site) as preview:
        asked: list[Route] = []

        def hold(route: Route) -> None:
            asked.append(route)

        page.route("**/livereload.js**", hold)  # the script comes late
        page.goto(f"http://localhost:{preview.port}/2021/dates/", wait_until="commit")
        expect(page.locator("body")).to_contain_text("April 20, 2021")
        site.write("dates.yaml", DATES.replace("04-20", "04-27"))
        preview.shows("/2021/dates/", "April 27, 2021")
        asked[0].continue_()
        page.unroute("**/livereload.js**", hold)
        expect(page.locator("body")).to_contain_text("April 27, 2021", timeout=SOON)


POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'"
STRICT = f"""\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="stylesheet" href="{{{{ static('style.css') }}}}">
<script src="{{{{ link('/static/own.js') }}}}"></script>
</head><body><h1>{{{{ edition.id }}}}</h1><p id="said">Nothing ran.</p></body></html>
"""
LOOSE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Loose</title></head>
<body><p id="said">Nothing ran.</p><iframe src="frame/" title="Its own"></iframe>
<script>document.getElementById("said").textContent = "It ran."</script></body></html>
"""


def complaints(page: Page) -> list[str]:
    """What the browser says that policies forbid, from now on."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if "Content Security Policy" in said.text else None)
    return heard


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_a_page_with_a_strict_policy_follows_and_what_it_forbids_stays_forbidden(
    site: SiteFolder, page: Page, host: str
) -> None:
    site.write("templates/dates.html", STRICT).write("static/own.js", "document.title = 'ran'")
    with Preview(site) as preview:
        heard = complaints(page)
        page.goto(f"http://{host}:{preview.port}/2021/dates/")
        expect(page.locator("h1")).to_have_text("2021")
        site.write("templates/dates.html", STRICT.replace("Nothing ran.", "Still nothing."))
        expect(page.locator("#said")).to_have_text("Still nothing.", timeout=SOON)
        if host != "[::1]":  # for which no policy can name a single script
            expect(page).to_have_title("Strict")
            assert heard
            assert all("/static/own.js" in text for text in heard)


def test_a_page_without_a_policy_runs_what_it_runs_when_it_is_published(site: SiteFolder, page: Page) -> None:
    site.write("templates/dates.html", LOOSE).write("content/2021/files/frame/index.html", "<p>framed")
    site.write("templates/dates.html", LOOSE.replace("frame/", "../files/frame/"))
    with Preview(site) as preview:
        heard = complaints(page)
        page.goto(f"http://localhost:{preview.port}/2021/dates/")
        expect(page.locator("#said")).to_have_text("It ran.")
        expect(page.frame_locator("iframe").locator("p")).to_have_text("framed")
        assert heard == []


def test_the_previews_own_pages_have_their_style_and_follow(site: SiteFolder, page: Page) -> None:
    site.write("site.yaml", "name: Small Examples\nacronym: WSE\nurl: https://you.github.io/repo/\n")
    with Preview(site) as preview:
        heard = complaints(page)
        page.goto(f"http://localhost:{preview.port}/2021/dates/")
        expect(page.locator("h1")).to_have_text("There is nothing at this address")
        expect(page.locator("body")).to_have_css("margin", "0px")
        page.get_by_role("link", name="Go to the site").click()
        assert page.url == f"http://localhost:{preview.port}/repo/"
        expect(page.locator("h1")).to_contain_text("Small Examples")
        site.write("dates.yaml", DATES.replace("04-20", "14-20"))
        expect(page).to_have_title("1 problem", timeout=SOON)
        expect(page.locator("body")).to_have_css("margin", "0px")
        site.write("dates.yaml", DATES)
        expect(page.locator("h1")).to_contain_text("Small Examples", timeout=SOON)
        assert heard == []


def test_ctrl_c_ends_it_while_a_browser_is_open(site: SiteFolder, page: Page) -> None:
    with Preview(site) as preview:
        page.goto(f"http://localhost:{preview.port}/2021/dates/")
        site.write("dates.yaml", DATES.replace("04-20", "04-27"))
        expect(page.locator("body")).to_contain_text("April 27, 2021", timeout=SOON)  # so it is connected
        assert preview.ends() < 5
