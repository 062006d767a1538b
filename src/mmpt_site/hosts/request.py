"""One request to another host in, its reply out, or why there is none in plain words."""

import errno
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from mmpt_site import __version__
from mmpt_site.audit.external import Answer

USER_AGENT = f"mmpt-site/{__version__} (link check)"
TIMEOUT = 10.0  # seconds for each step of a request
NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME), 11001}  # 11001: on Windows
NO_WAY = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH}
CERTIFICATES = {  # X509_V_ERR_… of OpenSSL
    10: "the certificate of {host} has expired, and browsers warn of it",
    62: "the certificate of {host} is made out to another name, and browsers warn of it",
}


@dataclass(frozen=True)
class Reply:
    """The head of a reply: where a redirect leads, and whether the host wants to be asked later."""

    status: int
    location: str = ""
    later: bool = False


class NoReplyError(Exception):
    """There is no reply, for a reason that holds for all of the host, or only for this request."""

    def __init__(self, answer: Answer, *, whole_host: bool) -> None:
        super().__init__(answer.reason)
        self.answer = answer
        self.whole_host = whole_host


Send = Callable[[str, str], Reply]  # method, address; raises NoReplyError


@contextmanager
def sender(transport: httpx.BaseTransport | None = None, timeout: float = TIMEOUT) -> Iterator[Send]:
    """A function that sends requests without cookies, passwords or redirects, and reads only the head of replies."""
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    headers = {"User-Agent": USER_AGENT}
    with httpx.Client(transport=transport, headers=headers, cookies=cookies, timeout=timeout) as client:

        def send(method: str, address: str) -> Reply:
            try:
                with client.stream(method, address) as reply:
                    later = reply.status_code == 429 or "retry-after" in reply.headers
                    return Reply(reply.status_code, reply.headers.get("location", ""), later)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise no_reply(error, httpx.URL(address).host if _is_valid(error) else address) from error

        yield send


def no_reply(error: Exception, host: str) -> NoReplyError:
    """An exception of httpx in words."""
    if isinstance(error, httpx.TimeoutException):
        reason = f"{host} did not answer within {TIMEOUT:.0f} seconds"
        return NoReplyError(Answer("unknown", reason), whole_host=True)
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return NoReplyError(_certificate(cause, host), whole_host=True)
        if isinstance(cause, socket.gaierror):
            if cause.errno in NO_SUCH_HOST:
                return NoReplyError(Answer("unfound", f"there is no host called {host}"), whole_host=True)
            return NoReplyError(Answer("unreached", f"{host} could not be looked up"), whole_host=True)
        if (isinstance(cause, OSError) and cause.errno in NO_WAY) or isinstance(cause, httpx.ProxyError):
            return NoReplyError(Answer("unreached", f"there is no way to {host} from here"), whole_host=True)
        if isinstance(cause, ConnectionRefusedError):
            return NoReplyError(Answer("unknown", f"{host} takes no connections"), whole_host=True)
    if isinstance(error, httpx.ConnectError):
        return NoReplyError(Answer("unknown", f"no connection to {host} could be made"), whole_host=True)
    if not _is_valid(error):
        return NoReplyError(Answer("unknown", f"{host} is not an address that can be asked for"), whole_host=False)
    return NoReplyError(Answer("unknown", f"{host} broke off its answer"), whole_host=False)


def _certificate(error: ssl.SSLCertVerificationError, host: str) -> Answer:
    """What browsers warn of is wrong; an unknown issuer may be known elsewhere."""
    code = getattr(error, "verify_code", 0)
    if code in CERTIFICATES:
        return Answer("bad", CERTIFICATES[code].format(host=host))
    detail = getattr(error, "verify_message", "") or "it cannot be read"
    return Answer("unknown", f"the certificate of {host} cannot be verified here ({detail})")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _is_valid(error: Exception) -> bool:
    return not isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol)
