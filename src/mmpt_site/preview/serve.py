"""A project in, its site in the browser out, and every change of it as soon as it is saved.

The site is built in memory; nothing is written. Builds run here, one after the other, and pages are answered in a
thread of their own meanwhile. While something is wrong, pages show the problems; the last good site is kept for its
pictures and styles, and comes back when they are mended.
"""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import date
from socket import socket
from threading import Event, Thread

from tornado.httpserver import HTTPServer
from tornado.web import Application

from mmpt_site.preview.listen import Listening
from mmpt_site.preview.site import Preview
from mmpt_site.preview.watch import FolderWatcher
from mmpt_site.preview.web import Reload, application
from mmpt_site.problems import Problem
from mmpt_site.project import Project

# what asks a program to end; on Windows there is Ctrl-Break, too
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)]


def serve(
    project: Project,
    today: date,
    listening: Listening,
    *,
    tell: Callable[[Iterable[Problem]], None],
    say: Callable[[str], None],
    show: Callable[[str], object] = lambda _: None,
    explain: Callable[[Iterable[Problem]], tuple[Problem, ...]] = tuple,
) -> None:
    """Show the site until Ctrl-C or SIGTERM, as it is on the day `today`; call it from the main thread, and last.

    `tell` is given problems, `say` one line at a time, and `show` the address, once it answers. `explain` may say more
    on problems.
    """
    with _until_ended() as ended:
        watcher = FolderWatcher(lambda: project.watched, say, ended)
        preview = Preview(project, today, listening.origin, tell, say, explain)
        preview.update()
        with _answering(listening.sockets, application(lambda: preview.shown, watcher, listening)) as reload_browsers:
            say(f"Serving {preview.address} — Ctrl-C ends it.")
            if listening.public:
                say(_exposed(listening, preview.shown.prefix))
            Thread(target=show, args=[preview.address], daemon=True).start()
            for changed in watcher.changes():
                before = preview.shown
                preview.update(changed)
                if preview.shown.version != before.version:
                    reload_browsers()


def _exposed(listening: Listening, prefix: str) -> str:
    """A word on who else can see the preview, and how."""
    known = " and ".join(f"{listening.origin_at(name)}{prefix}" for name in listening.neighbours)
    where = known or f"the address of this computer and port {listening.port}"
    return f"Everyone in this network can see this preview, drafts and all, at {where}"


@contextmanager
def _answering(sockets: Iterable[socket], answers: Application) -> Iterator[Callable[[], None]]:
    """Answer in a thread of its own as long as the block runs; gives what tells browsers that there is news."""
    for name in ("tornado", "livereload"):  # the terminal hears of builds, not of requests
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
    thread = Thread(target=lambda: _run(_answer(sockets, answers, started)), daemon=True)
    thread.start()
    loop, ended = started.result()

    def reload_browsers() -> None:
        loop.call_soon_threadsafe(Reload.reload_waiters, "*")

    try:
        yield reload_browsers
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(timeout=0.5)


def _run(answering: Coroutine[None, None, None]) -> None:
    """Run in the loop that tornado asks for, which is not the usual one on Windows."""
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(answering)


async def _answer(
    sockets: Iterable[socket], answers: Application, started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]]
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
def _until_ended() -> Iterator[Event]:
    """Run a block until Ctrl-C or SIGTERM, and tell it by an event, too, lest an exception be lost somewhere in it.

    From the first signal on, others are ignored until the process has ended: nothing disturbs how it ends.
    """
    ended = Event()

    def end(*_: object) -> None:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        ended.set()
        raise KeyboardInterrupt

    before = {number: signal.signal(number, end) for number in SIGNALS}
    try:
        yield ended
    except KeyboardInterrupt:
        pass
    finally:
        if not ended.is_set():
            for number, handler in before.items():
                signal.signal(number, handler)
