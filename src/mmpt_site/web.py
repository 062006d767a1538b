"""What is shown in, answers to the browsers of this computer out, and word to them when there is something new.

Nothing but this computer is answered: other names for it in an address (DNS rebinding) and pages of other sites are
refused. A page is never cached, so that a browser cannot show an old one.
"""

import json
import mimetypes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.web import Application, HTTPError, RequestHandler
from tornado.websocket import WebSocketHandler

from mmpt_site.problem_page import problem_page
from mmpt_site.problems import Problem, stops

HOST = re.compile(r"(?P<name>127\.0\.0\.1|localhost|\[::1\])(?::(?P<port>\d+))?", re.IGNORECASE)
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


def answer(shown: Shown, path: str, query: str = "") -> Answer:
    """What a path of the site, percent-encoded, is answered with: as GitHub Pages does, but for problems.

    A page that cannot be made is answered with status 500: browsers show it like any other page, and a program that
    asks, such as a link checker, does not take it for the page.
    """
    name = unquote(path).removeprefix("/")
    if not name or name.endswith("/"):
        name += "index.html"
    is_asset = name in shown.files and not name.endswith(".html")
    if shown.broken and not is_asset:
        return Answer(500, HTML, problem_page(shown.problems))
    if name in shown.files:
        return Answer(200, content_type(name), shown.files[name])
    if f"{name}/index.html" in shown.files:  # only a folder of the site: nobody can be sent elsewhere
        return Answer(301, content_type(".txt"), location=f"/{quote(name)}/" + (f"?{query}" if query else ""))
    return Answer(404, HTML, shown.files.get("404.html", b"There is no such page."))


def content_type(name: str) -> str:
    """The media type of a file by its name; text is UTF-8."""
    kind = TYPES.guess_type(name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if is_text else kind


def with_script(html: bytes, script: str) -> bytes:
    """The page with a script at the end of its head, or at its own end if it has none."""
    end = re.search(rb"(?i)</head\s*>", html)
    at = end.start() if end else len(html)
    return html[:at] + script.encode() + html[at:]


def application(shown: Callable[[], Shown], watcher: Watcher) -> Application:
    """What answers browsers; `shown` gives the state of the site whenever one asks."""
    Reload.watcher, Reload.live_css = watcher, False
    handlers = [(r"/livereload", Reload), (r"/livereload\.js", Script), (r".*", Pages)]
    return Application([(path, handler, {"shown": shown}) for path, handler in handlers])


class OnlyLocal(RequestHandler):
    """Answers nobody but this computer, and says in a sentence why not."""

    def initialize(self, shown: Callable[[], Shown]) -> None:
        """Take what gives the state of the site."""
        self.shown = shown

    def set_default_headers(self) -> None:
        """Keep browsers from keeping anything."""
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """Nothing is kept, so nothing is compared."""

    def prepare(self) -> None:
        """Refuse a host that only leads here by a trick."""
        host = HOST.fullmatch(self.request.host)
        if not host:
            raise HTTPError(403)
        self.host = host

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what is wrong with the request."""
        reasons = {
            403: "This preview answers this computer only, at http://127.0.0.1/ or http://localhost/ with its port.",
            405: "This preview shows pages, and takes nothing: it answers GET and HEAD.",
        }
        if status_code == 405:
            self.set_header("Allow", "GET, HEAD")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(reasons.get(status_code, "This preview cannot answer that.") + "\n")


class Pages(OnlyLocal):
    """The site."""

    def get(self) -> None:
        """Answer with a file of the site."""
        shown = self.shown()
        found = answer(shown, self.request.path, self.request.query)
        self.set_status(found.status)
        self.set_header("Content-Type", found.type)
        if found.location:
            self.set_header("Location", found.location)
        self.finish(with_script(found.body, self._script(shown)) if found.type == HTML else found.body)

    head = get

    def _script(self, shown: Shown) -> str:
        """livereload's script, told which version this page is, and to ask soon again when the preview was ended."""
        options = {
            "host": self.host["name"],
            "port": self.host["port"] or "80",
            "snipver": shown.version,
            "mindelay": "200",
            "maxdelay": "1000",
        }
        query = "&amp;".join(f"{name}={value}" for name, value in options.items())
        return f'<script src="/livereload.js?{query}" async></script>'


class Script(OnlyLocal, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's own script."""

    head = LiveReloadJSHandler.get


class Reload(OnlyLocal, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """An open page that waits for news."""

    version = ""  # of the site when the page was asked for

    def check_origin(self, origin: str) -> bool:
        """Whether the page is one of this preview."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        """Take the greeting; a page that is older than what is shown now is told at once, lest it miss the news."""
        super().on_message(message)
        said = json.loads(message)
        if said["command"] == "hello":
            self.version = said.get("snipver")
        elif said["command"] == "info" and self.version != self.shown().version:
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})
