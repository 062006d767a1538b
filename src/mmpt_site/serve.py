"""A project in, its site in the browser out, and every change of it as soon as it is saved.

The site is built in memory; nothing is written. Builds run here, one after the other, and pages are answered in a
thread of their own meanwhile. While something is wrong, pages show the problems; the last good site is kept for its
pictures and styles, and comes back when they are mended.
"""

import asyncio
import logging
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from socket import socket
from threading import Thread

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from mmpt_site.build import build
from mmpt_site.problem_page import title
from mmpt_site.problems import Mark, Problem, plain, stops
from mmpt_site.project import Project
from mmpt_site.watch import FolderWatcher
from mmpt_site.web import Reload, Shown, application

BUG = "This is a bug in mmpt-site, and no fault of your content. Please report it with the way to it:"


def serve(
    project: Project,
    today: date,
    port: int,
    *,
    tell: Callable[[Iterable[Problem]], None],
    say: Callable[[str], None],
) -> None:
    """Show the site until Ctrl-C or SIGTERM, as it is on the day `today`; call it from the main thread.

    `tell` is given problems, `say` one line at a time. Raises OSError, before anything else, for a port that cannot
    be used.
    """
    sockets = _listen(port)
    address = f"http://127.0.0.1:{port}/"
    with _until_ended():
        watcher = FolderWatcher(lambda: project.watched)
        preview = Preview(project, today, address, tell, say)
        preview.update()
        with _answering(sockets, application(lambda: preview.shown, watcher)) as reload_browsers:
            say(f"Serving {address} — Ctrl-C ends it.")
            for changed in watcher.changes():
                before = preview.shown
                preview.update(changed)
                if preview.shown.version != before.version:
                    reload_browsers()


@dataclass
class Preview:
    """A project and what is shown of it; the terminal hears of every build."""

    project: Project
    today: date
    address: str
    tell: Callable[[Iterable[Problem]], None]
    say: Callable[[str], None]
    shown: Shown = field(default_factory=lambda: Shown({}, (), _version()))

    def update(self, changed: Iterable[Path] = ()) -> None:
        """Build the site again, show it or what is wrong with it, and say so in a line, if files have changed."""
        started = time.perf_counter()
        before = self.shown
        files, problems = self._make()
        after = Shown(before.files if stops(problems, strict=False) else files, problems, before.version)
        if _differs(before, after):
            after = Shown(after.files, problems, _version())
        self.shown = after
        if problems and problems != before.problems:
            self.tell(problems)
        if names := sorted({plain(path.name) for path in changed}):
            self.say(f"{_listed(names)} changed: {_news(before, after, time.perf_counter() - started)}")

    def _make(self) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """Every file of the site, and what is wrong with it, be it the program itself."""
        files: dict[str, bytes] = {}
        try:
            made = build(self.project, self.today, url=self.address)
            problems = list(made.problems)
            for item in () if stops(problems, strict=False) else made.outputs:
                if isinstance(item, Problem):
                    problems.append(item)
                else:
                    files[item.path] = item.data
        except Exception as error:  # noqa: BLE001 - the preview outlives whatever happens in a build
            return {}, (_failure(error, self.project),)
        return files, tuple(problems)


def _version() -> str:
    """A name for what is shown from now on; not a number, for livereload's script would round it."""
    return f"v{time.time_ns()}"


def _differs(before: Shown, after: Shown) -> bool:
    """Whether a browser would see another page."""
    if before.broken != after.broken:
        return True
    return before.problems != after.problems if after.broken else before.files != after.files


def _news(before: Shown, after: Shown, seconds: float) -> str:
    """What became of a build, for the terminal."""
    if after.broken:
        same = before.problems == after.problems
        found = title(after.problems)
        return f"the same {found}, found in {seconds:.2f} s." if same else f"{found}, found in {seconds:.2f} s."
    mended = " Mended: the site is shown again." if before.broken else ""
    return f"rebuilt in {seconds:.2f} s.{mended}"


def _listed(names: list[str]) -> str:
    """'dates.yaml', 'call.yaml and dates.yaml', '12 files'."""
    return " and ".join(names) if len(names) <= 2 else f"{len(names)} files"


def _failure(error: Exception, project: Project) -> Problem:
    """An exception as a problem: a file that cannot be read, or a bug and what led to it."""
    if isinstance(error, OSError) and error.filename:
        return Problem(Mark(project.named(Path(error.filename))), f"This file cannot be read: {error.strerror}.")
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    way = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    last, text = frames[-1], frames[-1].line or ""
    mark = Mark(project.named(Path(last.filename)), last.lineno or 0, 1, text, max(1, len(text)))
    message = f"The site cannot be made: {type(error).__name__}: {' '.join(str(error).split())}"
    return Problem(mark, message, f"{BUG} {way}")


def _listen(port: int) -> list[socket]:
    """Sockets of this computer alone; raises OSError for a port that cannot be had."""
    sockets = bind_sockets(port, "127.0.0.1")
    with suppress(OSError):  # a system without IPv6
        sockets += bind_sockets(port, "::1")  # where `localhost` may lead first
    return sockets


@contextmanager
def _answering(sockets: list[socket], answers: Application) -> Iterator[Callable[[], None]]:
    """Answer in a thread of its own as long as the block runs; gives what tells browsers that there is news."""
    for name in ("tornado", "livereload"):  # the terminal hears of builds, not of requests
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
    thread = Thread(target=lambda: asyncio.run(_answer(sockets, answers, started)), daemon=True)
    thread.start()
    loop, ended = started.result()

    def reload_browsers() -> None:
        loop.call_soon_threadsafe(Reload.reload_waiters, "*")

    try:
        yield reload_browsers
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(timeout=0.5)


async def _answer(
    sockets: list[socket], answers: Application, started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]]
) -> None:
    server = HTTPServer(answers, max_body_size=64 * 1024)
    server.add_sockets(sockets)
    ended = asyncio.Event()
    started.set_result((asyncio.get_running_loop(), ended))
    await ended.wait()
    server.stop()
    for waiter in set(Reload.waiters):
        waiter.close()
    await server.close_all_connections()


@contextmanager
def _until_ended() -> Iterator[None]:
    """Run a block until Ctrl-C or SIGTERM; a second one cannot disturb how it ends."""

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
