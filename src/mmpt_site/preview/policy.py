"""A page in, the same page with the preview's script out, and the content security policy that goes with it.

A page that is published without a policy is shown without one, but that only the preview may frame it: the preview
hides nothing that visitors will see. In a page with a policy of its own, in a <meta>, precisely the preview's script
and its websocket are added to it; whatever else it forbids stays forbidden. Source: Content Security Policy Level 3.
"""

import re
import secrets
from datetime import datetime
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from mmpt_site.preview.problem_page import STYLE_DIGEST

# No file of a site is called so, for hidden files are left out of it.
SCRIPT, SOCKET = "/.preview/livereload.js", "/.preview/livereload"
META = "content-security-policy"
FRAMED = "frame-ancestors 'self'"
SCRIPTS, CONNECTIONS, OTHERWISE = ("script-src-elem", "script-src"), ("connect-src",), "default-src"


class Host(NamedTuple):
    """How a browser calls the preview: a name or an IP address, and the port where it is not 80."""

    name: str
    port: str = ""

    def __str__(self) -> str:
        return f"{self.name}:{self.port}" if self.port else self.name


def own_policy(host: Host) -> str:
    """What one of the preview's own pages may do, when it is asked for at this host: next to nothing."""
    script, socket = _sources(host)
    return (
        f"default-src 'none'; style-src '{STYLE_DIGEST}'; script-src {script}; connect-src {socket}; "
        f"base-uri 'none'; form-action 'none'; {FRAMED}"
    )


def previewed(html: bytes, host: Host, version: str, as_of: datetime | None = None) -> bytes:
    """The page with livereload's script, which is told where to ask for news, and of which version this page is.

    `as_of` is the moment that the page's own script shall take for now.
    """
    options = {
        "host": host.name,
        "port": (host.port or "80") + SOCKET.removesuffix("/livereload"),  # the script joins host:port/livereload
        "snipver": version,
        "mindelay": "200",  # it asks soon again when the preview was ended
        "maxdelay": "1000",
    }
    query = "&amp;".join(f"{key}={value}" for key, value in options.items())
    nonce = secrets.token_urlsafe(16)
    script = f'<script src="{SCRIPT}?{query}" nonce="{nonce}" async></script>'
    day = f'<meta name="as-of" content="{as_of.isoformat()}">' if as_of else ""
    return with_script(loosened(html, host, nonce), day + script)


def with_script(html: bytes, script: str) -> bytes:
    """The page with a script at the end of its head, or at its own end if it has none."""
    end = re.search(rb"(?i)</head\s*>", html)
    at = end.start() if end else len(html)
    return html[:at] + script.encode() + html[at:]


def loosened(html: bytes, host: Host, nonce: str) -> bytes:
    """The page whose own policies, if it has any, let the preview's script run and hear news."""
    if META.encode() not in html.lower():
        return html
    text = html.decode("latin-1")  # every byte is kept
    metas = _Metas()
    metas.feed(text)
    metas.close()
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    done, parts = 0, []
    for line_number, column, tag, policy in metas.found:
        at = starts[line_number - 1] + column
        mild = escape(loosened_policy(policy, host, nonce))
        parts += [text[done:at], f'<meta http-equiv="Content-Security-Policy" content="{mild}">']
        done = at + len(tag)
    return "".join([*parts, text[done:]]).encode("latin-1", "xmlcharrefreplace")


def loosened_policy(policy: str, host: Host, nonce: str) -> str:
    """The policy with the script and the websocket added to what it allows, where it forbids them."""
    directives: dict[str, list[str]] = {}
    for words in filter(None, map(str.split, policy.split(";"))):
        directives.setdefault(words[0].lower(), words[1:])  # of two with one name, the first counts
    directives.pop("upgrade-insecure-requests", None)  # a preview has no https
    script, socket = _sources(host)
    for names, source in (SCRIPTS, script), (CONNECTIONS, socket):
        governing = next((name for name in (*names, OTHERWISE) if name in directives), None)
        if governing:
            allowed = [word for word in directives[governing] if word.lower() != "'none'"]
            trusted = f"'nonce-{nonce}'" if "'strict-dynamic'" in allowed and names == SCRIPTS else source
            directives[names[-1] if governing == OTHERWISE else governing] = [*allowed, trusted]
    return "; ".join(" ".join([name, *words]) for name, words in directives.items())


def _sources(host: Host) -> tuple[str, str]:
    """The script and the websocket as a policy names them; it has no words for IPv6 addresses (section 2.3.1)."""
    if host.name.startswith("["):
        return "'self'", "'self'"
    return f"http://{host}{SCRIPT}", f"ws://{host}{SOCKET}"


class _Metas(HTMLParser):
    """The policies of a page: line, column, tag, and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, int, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a policy."""
        values = {name: value or "" for name, value in reversed(attrs)}  # of two with one name, the first counts
        if tag == "meta" and values.get("http-equiv", "").strip().lower() == META:
            self.found.append((*self.getpos(), self.get_starttag_text() or "", values.get("content", "")))
