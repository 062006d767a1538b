"""A host and a port in, sockets that listen there and the names that lead to them out, or what to write instead."""

import errno
import socket
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address

from tornado.netutil import bind_sockets

PORTS = range(8000, 8020)  # where nobody says which, the first that is free
LOOPBACK = ("127.0.0.1", "::1")  # this computer alone; `localhost` may lead to either
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - only where an organizer asks for it
LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
DOCUMENTATION = ("192.0.2.1", 9)  # an address that leads to nobody (RFC 5737)


class Refused(Exception):  # noqa: N818 - a refusal, and no error of the program
    """Says in full sentences why nobody can listen there, and what to write instead."""


@dataclass(frozen=True)
class Listening:
    """Sockets, the names by which a browser may call them, and whether others in the network can."""

    sockets: tuple[socket.socket, ...]
    names: tuple[str, ...]  # as addresses have them: IPv6 in brackets; the first is the one to tell
    public: bool
    neighbours: tuple[str, ...] = ()  # the names to tell others in the network, as far as they are known

    @property
    def port(self) -> int:
        """The port of all the sockets."""
        return int(self.sockets[0].getsockname()[1])

    @property
    def origin(self) -> str:
        """The address without its path: 'http://127.0.0.1:8000'."""
        return self.origin_at(self.names[0])

    def origin_at(self, name: str) -> str:
        """The same for another of its names."""
        return f"http://{name}" if self.port == 80 else f"http://{name}:{self.port}"


def listen(host: str | None = None, port: int | None = None) -> Listening:
    """Listen at a name or an IP address of this computer, otherwise for this computer alone; raises Refused.

    Without a port, it is the first of PORTS that is free.
    """
    called = (host or "").strip().removeprefix("[").removesuffix("]").lower()
    addresses = LOOPBACK if host is None else EVERYWHERE if called in EVERYWHERE else _addresses(called)
    sockets = _bound(addresses, port) if port else _first_free(addresses)
    if all(ip_address(address).is_loopback for address in addresses):
        own = () if host is None else (_bracketed(called),)
        return Listening(sockets, _distinct([*own, *LOCAL_NAMES]), public=False)
    if called in EVERYWHERE:
        return Listening(sockets, LOCAL_NAMES, public=True, neighbours=_in_network())
    names = _distinct([_bracketed(called), *map(_bracketed, addresses), *LOCAL_NAMES])
    return Listening(sockets, names, public=True, neighbours=names[:1])


def _addresses(host: str) -> tuple[str, ...]:
    """The IP addresses that a name leads to."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM) if host else []
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise Refused(
            f'There is no computer called "{host}". --host takes a name or an IP address of this computer, without '
            "http:// and without a port. For all of its addresses, write --host 0.0.0.0."
        )
    return _distinct(str(entry[4][0]) for entry in found)


def _bound(addresses: tuple[str, ...], port: int) -> tuple[socket.socket, ...]:
    try:
        return _bind(addresses, port)
    except OSError as error:
        raise Refused(_reason(error, addresses, port)) from error


def _first_free(addresses: tuple[str, ...]) -> tuple[socket.socket, ...]:
    for port in PORTS:
        try:
            return _bind(addresses, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE and not isinstance(error, PermissionError):
                raise Refused(_reason(error, addresses, port)) from error
    raise Refused(f"The ports from {PORTS[0]} to {PORTS[-1]} are all taken. Choose another, for example --port 8100.")


def _bind(addresses: tuple[str, ...], port: int) -> tuple[socket.socket, ...]:
    """Listen at all of the addresses; one that this computer turns out not to have is no loss, but for the first."""
    sockets: list[socket.socket] = []
    for address in addresses:
        try:
            sockets += bind_sockets(port, address)
        except OSError as error:
            if sockets and error.errno != errno.EADDRINUSE:  # a system without IPv6
                continue
            for other in sockets:
                other.close()
            raise
    if not sockets:
        raise OSError(errno.EADDRNOTAVAIL, "No such address")
    return tuple(sockets)


def _reason(error: OSError, addresses: tuple[str, ...], port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        free = _next_free(addresses, port)
        return f"Port {port} is taken by another program. Choose another, for example --port {free}."
    if isinstance(error, PermissionError):
        return f"This system does not give port {port} to everyone. Choose another, for example --port {PORTS[0]}."
    if error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
        return (
            f"{addresses[0]} is no address of this computer. Leave --host away to show the site on this computer "
            "only, or write --host 0.0.0.0 to show it in this network, too."
        )
    return f"Port {port} cannot be used: {error.strerror or error}. Choose another, for example --port {PORTS[0]}."


def _next_free(addresses: tuple[str, ...], port: int) -> int:
    """A port after this one that can be had now, as far as one can be found."""
    for near in range(port + 1, min(port + len(PORTS), 65535) + 1):
        with suppress(OSError):
            for probe in _bind(addresses, near):
                probe.close()
            return near
    return PORTS[0]


def _in_network() -> tuple[str, ...]:
    """The address of this computer in its network, if it is in one; only the way is looked up, nothing is sent."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(DOCUMENTATION)
        found = str(probe.getsockname()[0])
        return () if ip_address(found).is_loopback else (found,)
    return ()


def _bracketed(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
