"""Built sites in, what is wrong with their pages in a real browser out: every page is visited once, for all checks."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.browser.adapting import marked_in_forced_colours, still, within_its_width
from tests.browser.axe import accessible, readable_in_forced_colours
from tests.browser.keyboard import usable_by_keyboard
from tests.visitors.sites import Made, distinct, served
from tests.visitors.weight import weigh

CHECKS: dict[str, Callable[[Page], list[str]]] = {
    "accessible": accessible,
    "usable by keyboard": usable_by_keyboard,
    "within its width": within_its_width,
    "still": still,
    "readable in forced colours": readable_in_forced_colours,
    "marked in forced colours": marked_in_forced_colours,
}
LOADING = ("loads without trouble", "loads what was weighed", "says all of it without JavaScript")
VIOLATION = "addEventListener('securitypolicyviolation', event => console.error('policy: ' + event.violatedDirective))"

Told = dict[str, list[str]]


class Visit:
    """A page that remembers what went wrong and what was sent while it was used."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.host = ""
        self.trouble: list[str] = []
        self.sent: list[Response] = []
        self.page.add_init_script(VIOLATION)
        self.page.on("console", lambda message: self._note(message.type in {"error", "warning"}, message.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("requestfailed", lambda request: self._note(True, f"{request.failure}: {request.url}"))
        self.page.on("request", lambda request: self._note(not self._here(request.url), f"elsewhere: {request.url}"))
        self.page.on("response", self._answered)

    def go(self, address: str, day: datetime) -> None:
        """Visit an address on a day."""
        self.host, self.trouble, self.sent = address.split("/")[2], [], []
        self.page.clock.set_fixed_time(day)
        self.page.goto(address)

    def _answered(self, answer: Response) -> None:
        self.sent.append(answer)
        self._note(answer.status >= 400, f"{answer.status}: {answer.url}")

    def _here(self, url: str) -> bool:
        return url.startswith(("data:", "blob:")) or url.split("/")[2] == self.host

    def _note(self, bad: bool, what: str) -> None:
        if bad:
            self.trouble.append(what)


def tour(browser: Browser, sites: list[Made]) -> Told:
    """Every complaint by the name of the check that makes it."""
    told: Told = {name: [] for name in (*LOADING, *CHECKS)}
    with served(sites) as bases, browser.new_context() as context:
        visit, plain = Visit(context), browser.new_page(java_script_enabled=False)
        for site, file in distinct(sites, "*.html"):
            if 'http-equiv="refresh"' in file.read_text("utf-8"):
                continue  # it only leads on to another page
            address = bases[site.folder] + site.address(file)
            visit.go(address, datetime.combine(site.day, time(12, tzinfo=UTC)))  # when it begins anywhere on Earth
            found = _on_arrival(visit, plain, site, file)
            found |= {name: check(visit.page) for name, check in CHECKS.items()}
            found["loads without trouble"] += visit.trouble
            for name, complaints in found.items():
                told[name] += [f"{site.folder.name}, {site.day}, {address}: {what}" for what in complaints]
        plain.close()
    return told


def _on_arrival(visit: Visit, plain: Page, site: Made, file: Path) -> Told:
    weight = weigh(site, file)
    weighed = {urljoin(visit.page.url, site.prefix + name.removesuffix("index.html")) for name in weight.files}
    before_photos = [(answer.url, answer.request.resource_type) for answer in visit.sent if not _is_photo(answer)]
    sent = {url.partition("?")[0] for url, kind in before_photos if kind != "font"}
    # a page with emphasis, or with names in letters that few have, asks for a face more; the first real site has none
    faces = sum(kind == "font" for _, kind in before_photos)
    allowed = weight.requests + (0 if site.folder.name == "site" else max(0, faces - 1))
    many = [f"{len(before_photos)} requests before photos"] if len(before_photos) > allowed else []
    with_script = visit.page.locator("body").inner_text()
    plain.goto(visit.page.url)
    return {
        "loads without trouble": [],
        "loads what was weighed": [*many, *sorted(sent ^ weighed)],
        "says all of it without JavaScript": missing(plain.locator("body").inner_text(), with_script),
    }


def _is_photo(answer: Response) -> bool:
    return answer.request.resource_type == "image"


def missing(text: str, other: str) -> list[str]:
    """The words of a text that another one, with more words between them, does not have."""
    words, others = text.split(), other.split()
    there = iter(others)
    if all(word in there for word in words):
        return []
    changes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return [
        f"no {' '.join(words[first:last])!r} with JavaScript, but {' '.join(others[start:end])!r}"
        for kind, first, last, start, end in changes
        if kind in {"delete", "replace"}
    ]
