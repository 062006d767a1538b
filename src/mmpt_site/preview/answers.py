"""What is shown and an address in, the answer out: as GitHub Pages would give it, but for problems."""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, unquote, urlsplit

from mmpt_site.preview.problem_page import outside_page, problem_page
from mmpt_site.problems import Problem, stops

HTML = "text/html; charset=utf-8"
TYPES = mimetypes.MimeTypes()  # Python's own, without what a system adds to them
for _suffix, _type in {
    ".atom": "application/atom+xml",
    ".bib": "text/plain",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".md": "text/plain",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "text/plain",
}.items():
    TYPES.add_type(_type, _suffix)


@dataclass(frozen=True)
class Shown:
    """What browsers get: the files of the last good build, and the problems of the last one; the version names both."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    version: str
    prefix: str = "/"  # the folder of the site on its host, percent-encoded, as '/repo/'
    as_of: datetime | None = None  # the moment that pages take for now; None lets them look at the clock

    @property
    def broken(self) -> bool:
        """Whether problems are shown in place of pages."""
        return stops(self.problems, strict=False)


@dataclass(frozen=True)
class Answer:
    """An HTTP answer."""

    status: int
    type: str
    body: bytes = b""
    location: str = ""
    ours: bool = False  # a page of the preview, and not of the site


def answer(shown: Shown, path: str, query: str = "") -> Answer:
    """What a path, percent-encoded, is answered with.

    A page that cannot be made is answered with status 500: browsers show it like any other page, and a program that
    asks, such as a link checker, does not take it for the page.
    """
    asked, folder = unquote(path), unquote(shown.prefix)
    is_inside, name = asked.startswith(folder), asked.removeprefix(folder)
    file = f"{name}index.html" if not name or name.endswith("/") else name
    is_asset = is_inside and file in shown.files and not file.endswith(".html")
    if shown.broken and not is_asset:
        return Answer(500, HTML, problem_page(shown.problems), ours=True)
    if not is_inside:
        return _outside(asked, shown.prefix, query)
    if file in shown.files:
        return Answer(200, content_type(file), shown.files[file])
    if f"{name}/index.html" in shown.files:  # only a folder of the site: nobody can be sent elsewhere
        return _elsewhere(301, f"{shown.prefix}{quote(name)}/", query)
    return Answer(404, HTML, shown.files.get("404.html", b"There is no such page."))


def content_type(name: str) -> str:
    """The media type of a file by its name; text is UTF-8."""
    kind = TYPES.guess_type(name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if is_text else kind


def prefix(url: str | None) -> str:
    """The folder of a site on its host, percent-encoded: '/repo/' for https://you.github.io/repo/."""
    parts = [part for part in unquote(urlsplit(url or "/").path).split("/") if part]
    return "".join(["/", *(f"{quote(part)}/" for part in parts)])


def _outside(asked: str, prefix: str, query: str) -> Answer:
    """What an address that is not below the site's folder leads to: from the front door to the site, else nowhere."""
    if asked == "/":
        return _elsewhere(302, prefix, query)
    if f"{asked}/" == unquote(prefix):
        return _elsewhere(301, prefix, query)
    return Answer(404, HTML, outside_page(prefix), ours=True)


def _elsewhere(status: int, location: str, query: str) -> Answer:
    return Answer(status, content_type(".txt"), location=location + (f"?{query}" if query else ""))
