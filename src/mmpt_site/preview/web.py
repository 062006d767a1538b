"""What is shown in, answers to browsers out, and word to them when there is something new.

Other names for this computer in an address (DNS rebinding) and pages of other sites are refused. A page is never
cached, so that a browser cannot show an old one.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.web import Application, HTTPError, RequestHandler

from mmpt_site.preview.answers import HTML, Answer, Shown, answer
from mmpt_site.preview.listen import Listening
from mmpt_site.preview.policy import FRAMED, SCRIPT, SOCKET, Host, own_policy, previewed

HOST = re.compile(r"(?P<name>[a-z\d._-]+|\[[\da-f:.]+\])(?::(?P<port>\d{1,5}))?", re.IGNORECASE)

FOREIGN = "This preview does not answer to this name, for by such a name a foreign site could read it."


def application(shown: Callable[[], Shown], watcher: Watcher, listening: Listening) -> Application:
    """What answers browsers that call it by its name; `shown` gives the state of the site whenever one asks."""
    Reload.watcher, Reload.live_css = watcher, False
    handlers = [(re.escape(SOCKET), Reload), (re.escape(SCRIPT), Script), (r".*", Pages)]
    return Application([(path, handler, {"shown": shown, "listening": listening}) for path, handler in handlers])


class Guarded(RequestHandler):
    """Answers nobody but those who call it by its name, and says in a sentence why not."""

    refusal = ""

    def initialize(self, shown: Callable[[], Shown], listening: Listening) -> None:
        """Take what gives the state of the site, and where it is."""
        self.shown, self.listening = shown, listening

    def set_default_headers(self) -> None:
        """Keep browsers from keeping anything, from guessing types, and from giving anything to other sites."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    def compute_etag(self) -> None:
        """Nothing is kept, so nothing is compared."""

    def prepare(self) -> None:
        """Refuse a host that only leads here by a trick, and what pages of other sites load from here."""
        found = HOST.fullmatch(self.request.host)
        if not found or not self._is_ours(found["name"].lower()):
            raise self._refused(f"{FOREIGN} Open {self._reached}/ instead.")
        self.host = Host(found["name"].lower(), found["port"] or "")
        headers = self.request.headers
        is_foreign = headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}
        if is_foreign and headers.get("Sec-Fetch-Mode") != "navigate":  # following a link to the preview is fine
            raise self._refused("This preview gives nothing to pages of other sites.")

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what is wrong with the request."""
        said = self.refusal or "This preview cannot answer that."
        if status_code == 405:
            self.set_header("Allow", "GET, HEAD")
            said = "This preview shows pages, and takes nothing: it answers GET and HEAD."
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(said + "\n")

    def _is_ours(self, name: str) -> bool:
        """Whether it is one of the names, or the very IP address at which the browser has come in."""
        return name in self.listening.names or name.strip("[]") == self._address

    @property
    def _address(self) -> str:
        """The IP address at which the browser has come in."""
        stream = getattr(self.request.connection, "stream")  # noqa: B009 - tornado's types do not know of it
        return str(stream.socket.getsockname()[0])

    @property
    def _reached(self) -> str:
        """Where the browser is answered: the IP address that it has come to, so that it learns no other."""
        if "%" in self._address:  # a zone, which addresses of pages cannot have
            return self.listening.origin
        return self.listening.origin_at(f"[{self._address}]" if ":" in self._address else self._address)

    def _refused(self, sentence: str) -> HTTPError:
        self.refusal = sentence
        return HTTPError(403)


class Pages(Guarded):
    """The site."""

    def get(self) -> None:
        """Answer with a file of the site."""
        shown = self.shown()
        found = answer(shown, self.request.path, self.request.query)
        self.set_status(found.status)
        self.set_header("Content-Type", found.type)
        if found.location:
            self.set_header("Location", found.location)
        self.finish(self._page(found, shown) if found.type == HTML else found.body)

    head = get

    def _page(self, found: Answer, shown: Shown) -> bytes:
        """A page with the preview's script; a page of the site may do what it may do when it is published."""
        self.set_header("Content-Security-Policy", own_policy(self.host) if found.ours else FRAMED)
        if found.ours:
            self.set_header("Referrer-Policy", "no-referrer")
        return previewed(found.body, self.host, shown.version, None if found.ours else shown.as_of)


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's own script."""

    head = LiveReloadJSHandler.get


class Reload(Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """An open page that waits for news."""

    version = ""  # of the site when the page was asked for

    def prepare(self) -> None:
        """Refuse whoever is no page of this preview: a browser always says where its page is from."""
        super().prepare()
        if self.request.headers.get("Origin", "").lower() != f"http://{self.host}":
            raise self._refused("This preview tells its news to its own pages only.")

    def check_origin(self, origin: str) -> bool:
        """Leave it at what `prepare` has found."""
        del origin
        return True

    def on_message(self, message: str | bytes) -> None:
        """Take the greeting; a page that is older than what is shown now is told at once, lest it miss the news."""
        super().on_message(message)
        said = json.loads(message)
        if said["command"] == "hello":
            self.version = said.get("snipver")
        elif said["command"] == "info" and self.version != self.shown().version:
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})
