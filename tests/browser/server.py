"""A folder in, its files at an address out: a static host as plain as GitHub Pages, under any prefix."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Host(SimpleHTTPRequestHandler):
    """Answers as the host does: an address without a file gets the page that says so."""

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(self.prefix) if path.startswith(self.prefix) else "nothing-here"
        return super().translate_path("/" + below)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser may leave while a file is on its way
            super().handle()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def serve_folder(folder: Path, prefix: str = "/", host: type[Host] = Host) -> Iterator[str]:
    """Serve `folder` on loopback while the context lasts; gives its address, which ends with the prefix."""
    handler = partial(host, directory=str(folder), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
