"""A small world of hosts that one server on this computer plays: pages in, what was asked for and the answers out."""

import socket
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

import httpx

from mmpt_site.audit.external import Answer
from mmpt_site.hosts.polite import Asking
from mmpt_site.hosts.request import sender


@dataclass(frozen=True)
class Page:
    """How a page answers to GET, and to HEAD unless it declines that."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    head: int = 0  # the status for HEAD; 0: that for GET, -1: the connection is dropped
    meanwhile: Callable[[], object] = lambda: None
    endless: bool = False


@dataclass
class World:
    """The pages by address, the hosts that cannot be reached, and what happened."""

    pages: dict[str, Page] = field(default_factory=dict)
    failures: dict[str, Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # "HEAD http://a.example/"
    headers: list[dict[str, str]] = field(default_factory=list)
    most: Counter[str] = field(default_factory=Counter)  # requests at once by host, '' for all
    pauses: list[float] = field(default_factory=list)
    seconds: float = 0.0
    port: int = 0
    timeout: float = 5.0
    _now: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def pause(self, seconds: float) -> None:
        """Let time pass, without anybody waiting for it."""
        with self._lock:
            self.pauses.append(seconds)
            self.seconds += seconds

    def ask(self, *addresses: str) -> dict[str, Answer]:
        """Ask the hosts of this world."""
        with sender(_Wire(self), self.timeout) as send:
            return dict(Asking(send, lambda: self.seconds, self.pause).answers(addresses))

    def visit(self, method: str, address: str, headers: dict[str, str]) -> Page:
        """Note a request, and find its page."""
        host = httpx.URL(address).host
        with self._lock:
            self.asked.append(f"{method} {address}")
            self.headers.append(headers)
            for name in (host, ""):
                self._now[name] += 1
                self.most[name] = max(self.most[name], self._now[name])
        page = self.pages.get(address, Page(404))
        page.meanwhile()
        with self._lock:
            self._now.subtract([host, ""])
        return page


@contextmanager
def world() -> Iterator[World]:
    """A world, and the server that plays it."""
    made = World()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            host = self.headers["Host"]
            address = self.headers["X-Address"] or (self.path if ":" in self.path else f"http://{host}{self.path}")
            page = made.visit(self.command, address, {k.lower(): v for k, v in self.headers.items()})
            if self.command == "HEAD" and page.head < 0:
                return
            self.send_response(page.head if self.command == "HEAD" and page.head else page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                while page.endless and self.command == "GET":
                    self.wfile.write(b"all work and no play " * 1000)

        do_HEAD = do_GET = do_CONNECT = answer  # noqa: N815 - names of the standard library

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def failing(cause: Exception) -> httpx.ConnectError:
    """A failure to connect as httpx tells it."""
    error = httpx.ConnectError(str(cause))
    error.__cause__ = cause
    return error


def unfound() -> httpx.ConnectError:
    """The failure to connect to a host that does not exist."""
    return failing(socket.gaierror(socket.EAI_NONAME, "Name or service not known"))


class _Wire(httpx.HTTPTransport):
    """Leads every request to the server on this computer."""

    def __init__(self, made: World) -> None:
        super().__init__()
        self.made = made

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        if request.url.host in self.made.failures:
            self.made.asked.append(f"{request.method} {request.url}")
            raise self.made.failures[request.url.host]
        url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.made.port)
        headers = {**request.headers, "X-Address": str(request.url)}
        return super().handle_request(
            httpx.Request(request.method, url, headers=headers, extensions=request.extensions)
        )
