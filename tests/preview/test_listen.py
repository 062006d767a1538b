"""Where the preview listens, how it is called there, and what is said when it cannot."""

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tornado.netutil import bind_sockets

from mmpt_site.preview import listen as listen_module
from mmpt_site.preview.listen import Listening, Refused, listen
from tests.preview.running import free_port

ANY = listen_module.EVERYWHERE[0]
LOCAL = ("127.0.0.1", "localhost", "[::1]")


@contextmanager
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


@contextmanager
def listening(host: str | None = None, port: int | None = 0) -> Iterator[Listening]:
    """Listen for a while, at a port that is free unless a test says which."""
    found = listen(host, free_port() if port == 0 else port)
    try:
        yield found
    finally:
        for each in found.sockets:
            each.close()


def bound(found: Listening) -> set[str]:
    """The IP addresses that it listens at, for IPv4, which every system has."""
    return {each.getsockname()[0] for each in found.sockets if each.family == socket.AF_INET}


def test_by_itself_it_is_there_for_this_computer_only() -> None:
    with listening() as found:
        assert (bound(found), found.names, found.public) == ({"127.0.0.1"}, LOCAL, False)
        assert found.origin == f"http://127.0.0.1:{found.port}"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LOCALHOST"])
def test_a_name_of_this_computer_alone_is_not_public(host: str) -> None:
    with listening(host) as found:
        assert (found.public, found.names[0], found.neighbours) == (False, host.lower(), ())
        assert set(LOCAL) == set(found.names)


@pytest.mark.parametrize("host", [ANY, "::", "[::]"])
def test_everywhere_is_public(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listen_module, "_in_network", lambda: ("192.0.2.7",))
    with listening(host) as found:
        assert (bound(found), found.names, found.public) == ({ANY}, LOCAL, True)
        assert [found.origin_at(name) for name in found.neighbours] == [f"http://192.0.2.7:{found.port}"]


def test_a_name_in_the_network_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    # a name for this computer that only the test knows
    known = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *a, **k: known(host.replace("box.local", ANY), *a, **k))
    with listening("Box.local") as found:
        assert (found.names, found.public) == (("box.local", ANY, *LOCAL), True)
        assert found.neighbours == ("box.local",)


def test_an_address_in_the_network_is_looked_up_without_sending_anything() -> None:
    for name in listen_module._in_network():  # none, where there is no network
        with listening(name) as found:
            assert (found.public, found.names[0], found.neighbours) == (True, name, (name,))


def test_ipv6_stands_in_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as either:
        either.bind(("127.0.0.1", 0))
        monkeypatch.setattr(listen_module, "_bind", lambda *_: (either,))
        for host in ("::1", "[::1]"):
            found = listen(host, 8000)
            assert (found.origin, found.public) == (f"http://[::1]:{found.port}", False)


def test_port_80_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Listening, "port", 80)
    assert Listening((), LOCAL, public=False).origin == "http://127.0.0.1"


def test_the_next_free_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with taken() as first, taken() as second:
        free = free_port()
        monkeypatch.setattr(listen_module, "PORTS", (first, second, free))
        with listening(port=None) as found:
            assert {each.getsockname()[1] for each in found.sockets} == {free}


def test_that_all_ports_are_taken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with taken() as first, taken() as last:
        monkeypatch.setattr(listen_module, "PORTS", (first, last))
        with pytest.raises(Refused) as refused:
            listen()
    assert str(refused.value) == (
        f"The ports from {first} to {last} are all taken. Choose another, for example --port 8100."
    )


def test_a_port_that_is_taken_for_ipv6_alone_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    closed = socket.socket()

    def bind(port: int, address: str) -> list[socket.socket]:
        asked.append(address)
        if address == "::1":
            raise OSError(errno.EADDRINUSE, "Address already in use")
        return [closed]

    monkeypatch.setattr(listen_module, "bind_sockets", bind)
    with pytest.raises(Refused, match="Port 8000 is taken by another program"):
        listen(port=8000)
    assert asked[:2] == ["127.0.0.1", "::1"]
    assert closed.fileno() == -1


def test_a_system_without_ipv6_is_none_the_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_ipv4(port: int, address: str) -> list[socket.socket]:
        if ":" in address:
            raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
        return bind_sockets(port, address)

    monkeypatch.setattr(listen_module, "bind_sockets", only_ipv4)
    with listening() as found:
        assert len(found.sockets) == 1


@pytest.mark.parametrize("host", ["no.such.invalid", "http://127.0.0.1", "127.0.0.1:8000", "", "a" * 70, "a b"])
def test_a_host_that_nobody_knows_is_told(host: str) -> None:
    with pytest.raises(Refused) as refused:
        listen(host, 8000)
    assert str(refused.value) == (
        f'There is no computer called "{host}". --host takes a name or an IP address of this computer, without http:// '
        "and without a port. For all of its addresses, write --host 0.0.0.0."
    )


@pytest.mark.parametrize("port", [None, 8000])
def test_a_host_that_is_another_computer_is_told(port: int | None) -> None:
    with pytest.raises(Refused) as refused:
        listen("192.0.2.1", port)
    assert str(refused.value) == (
        "192.0.2.1 is no address of this computer. Leave --host away to show the site on this computer only, "
        "or write --host 0.0.0.0 to show it in this network, too."
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "This system does not give port 80 to everyone."),
        (OSError(errno.ENOBUFS, "No buffer space"), "Port 80 cannot be used: No buffer space."),
    ],
)
def test_a_port_that_the_system_refuses_is_told(monkeypatch: pytest.MonkeyPatch, error: OSError, said: str) -> None:
    def refuse(*_: object) -> list[socket.socket]:
        raise error

    monkeypatch.setattr(listen_module, "bind_sockets", refuse)
    with pytest.raises(Refused) as refused:
        listen(port=80)
    assert str(refused.value) == f"{said} Choose another, for example --port 8000."
