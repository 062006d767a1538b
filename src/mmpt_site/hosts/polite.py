"""Addresses in, an answer for each out: every host asked one thing at a time, slowly, and no more when it declines.

HEAD comes first, and GET where HEAD is declined (RFC 9110, 9.3.2: servers should support it, and some do not).
"""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from queue import SimpleQueue
from threading import Event, Lock
from urllib.parse import urljoin, urlsplit

from mmpt_site.audit.external import Answer, asked_for, is_private
from mmpt_site.hosts.request import NoReplyError, Reply, Send

PAUSE = 1.0  # seconds between two requests to the same host
AT_ONCE = 8  # hosts
REDIRECTS = 5
MOVED, FOR_GOOD = {301, 302, 303, 307, 308}, {301, 308}
GONE = {404, 410}


@dataclass
class _Host:
    """Whose turn it is at a host, when it may be asked again, and what it has already answered for all addresses."""

    turn: Lock = field(default_factory=Lock)
    free_at: float = 0.0
    closed: dict[str, Answer] = field(default_factory=dict)  # by scheme and port, '' for all


@dataclass
class Asking:
    """One run: `send` asks, `clock` and `pause` count seconds."""

    send: Send
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep
    hosts: dict[str, _Host] = field(default_factory=dict)
    stopped: Event = field(default_factory=Event)

    def answers(self, addresses: Sequence[str]) -> Iterator[tuple[str, Answer]]:
        """Ask for every address; the answers come in the order in which they arrive."""
        by_host: dict[str, list[str]] = {}
        for address in addresses:
            by_host.setdefault(_name(address), []).append(address)
        arrived: SimpleQueue[tuple[str, Answer] | Exception] = SimpleQueue()
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            for of_host in by_host.values():
                pool.submit(self._ask_all, of_host, arrived.put)
            for _ in addresses:
                item = arrived.get()
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            self.stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)

    def _ask_all(self, addresses: Sequence[str], put: Callable[[tuple[str, Answer] | Exception], None]) -> None:
        """Ask one host for its addresses, one after the other."""
        for address in addresses:
            if self.stopped.is_set():
                return
            try:
                put((address, self._ask(address)))
            except Exception as bug:  # noqa: BLE001 - raised again where somebody waits for it
                put(bug)

    def _ask(self, address: str) -> Answer:
        """Follow an address to where it leads."""
        here, moved, for_good = address, "", True
        for _ in range(REDIRECTS + 1):
            try:
                reply = self._reply(here)
            except NoReplyError as error:
                return error.answer
            if reply.status not in MOVED or not reply.location:
                return _judged(reply, _name(here), moved)
            there = _joined(here, reply.location)
            if not there or is_private(there):
                return Answer("unknown", f"{_name(here)} leads on to what is not on the public web")
            for_good = for_good and reply.status in FOR_GOOD
            here, moved = there, there if for_good else moved
        return Answer("unknown", f"{_name(here)} leads on and on, more than {REDIRECTS} times")

    def _reply(self, address: str) -> Reply:
        """The reply to HEAD, or to GET where HEAD is declined."""
        try:
            reply = self._in_turn("HEAD", address)
        except NoReplyError as error:
            if error.whole_host:
                raise
            return self._in_turn("GET", address)
        return reply if reply.status < 400 else self._in_turn("GET", address)

    def _in_turn(self, method: str, address: str) -> Reply:
        """Send when the host has had its pause; raises NoReplyError at once where it wants no more requests."""
        host = self.hosts.setdefault(_name(address), _Host())
        origin = urljoin(address, "/")
        with host.turn:
            if declined := host.closed.get("") or host.closed.get(origin):
                raise NoReplyError(declined, whole_host=True)
            if (wait := host.free_at - self.clock()) > 0:
                self.pause(wait)
            try:
                reply = self.send(method, address)
            except NoReplyError as error:
                if error.whole_host:
                    host.closed[origin] = error.answer
                raise
            finally:
                host.free_at = self.clock() + PAUSE
            if reply.later and reply.status >= 400:
                host.closed[""] = Answer("unknown", f"{_name(address)} wants to be asked later ({reply.status})")
                raise NoReplyError(host.closed[""], whole_host=True)
            return reply


def _judged(reply: Reply, host: str, moved: str) -> Answer:
    """What the last reply on the way means."""
    if reply.status < 400:
        return Answer("good", moved_to=moved)
    phrase = f" ({HTTPStatus(reply.status).phrase})" if reply.status in set(HTTPStatus) else ""
    return Answer("bad" if reply.status in GONE else "unknown", f"{host} answers {reply.status}{phrase}")


def _joined(here: str, location: str) -> str:
    """Where a redirect leads; nothing when that is no web address."""
    try:
        return asked_for(urljoin(here, location))
    except ValueError:
        return ""


def _name(address: str) -> str:
    return urlsplit(address).hostname or ""
