"""The links of a site that lead to other hosts and what those answer in, what would disappoint a visitor out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Literal
from urllib.parse import unquote, urldefrag, urlsplit, urlunsplit

from mmpt_site.audit.links import LinkCheck, prose_links, shown
from mmpt_site.content.load import Loaded
from mmpt_site.problems import Mark, Problem, count

Kind = Literal["good", "bad", "unfound", "unreached", "unknown", "offline"]

AT_HOME = {"localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp"}
BY_HAND = "Open it in a browser to be sure."
MOVED = "This link has moved for good; it still leads on to its new address."


@dataclass(frozen=True)
class Answer:
    """What became of a request: why an address is not good, in a clause, and where it has moved to for good.

    bad: gone; unfound: there is no such host; unreached: no way to the host; offline: no way to any host.
    """

    kind: Kind
    reason: str = ""
    moved_to: str = ""


@dataclass(frozen=True)
class Place:
    """Where an address is given: the address as written, and words for a page that a template gave it to."""

    mark: Mark
    address: str
    where: str = ""


Ask = Callable[[Sequence[str]], Mapping[str, Answer]]


def check(site: LinkCheck, loaded: Loaded, own: str, ask: Ask) -> list[Problem]:
    """Ask for every address outside of the site once; what is wrong is told at every place where it is written.

    `own` is the address of the site itself: its pages, which this build makes, are not asked for.
    """
    places = _places(site, loaded, own)
    private = [address for address in places if is_private(address)]
    answers = ask([address for address in places if address not in private])
    problems = [_private(place) for address in private for place in places[address]]
    unknown: dict[str, list[str]] = {}
    for address, answer in answers.items():
        if answer.kind in {"unreached", "unknown", "offline"}:
            unknown.setdefault("" if answer.kind == "offline" else answer.reason, []).append(address)
        elif answer.kind != "good" or answer.moved_to:
            problems += [_told(place, answer) for place in places[address]]
    for reason, addresses in unknown.items():
        problems.append(_unknown(places[addresses[0]][0], reason, len(addresses)))
    return problems


def asked_for(address: str) -> str:
    """What a request for a link asks for: no fragment, no name or password; nothing for what is no web address."""
    try:
        parts = urlsplit(re.sub(r"[\t\r\n]", "", address.strip()))
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if not host or parts.scheme not in {"http", "https", ""}:
        return ""
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return urlunsplit((parts.scheme or "https", netloc, parts.path or "/", parts.query, ""))


def is_private(address: str) -> bool:
    """Whether an address leads to somebody's own computer or network, where visitors of a public site cannot go."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    last = host.rpartition(".")[2]
    try:
        ip = ip_address(host.partition("%")[0])
    except ValueError:  # a name, or a number in one of the old ways of writing it
        return "." not in host or last in AT_HOME or bool(re.fullmatch(r"\d+|0x[0-9a-f]*", last))
    mapped = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
    return not (mapped or ip).is_global


def _places(site: LinkCheck, loaded: Loaded, own: str) -> dict[str, list[Place]]:
    """Every place of every address outside of the site; what only templates give has the first page that shows it."""
    found: dict[str, list[Place]] = {}
    for place in (*_in_prose(loaded), *_in_fields(loaded)):
        known = found.setdefault(asked_for(place.address), [])
        if all(place.mark != each.mark for each in known):
            known.append(place)
    kept = _in_series(loaded, "repository").rstrip("/")  # what is new lies there only after the next push
    pages: dict[str, list[tuple[str, str]]] = {}
    for path, page in sorted(site.pages.items()):
        for link in dict.fromkeys(page.links):
            if asked_for(link) not in found and not (kept and link.startswith(f"{kept}/")):
                pages.setdefault(asked_for(link), []).append((shown(path), link))
    for address, given in pages.items():
        others = len({path for path, _ in given}) - 1
        where = f" on /{given[0][0]}" + (f" and {count(others, 'other page')}" if others else "")
        found[address] = [Place(Mark(given[0][0] or "index.html"), given[0][1], where)]
    bases = _own(loaded, own)
    return {a: places for a, places in found.items() if a and not any(_is_ours(site, a, base) for base in bases)}


def _in_prose(loaded: Loaded) -> Iterator[Place]:
    for edition in loaded.everything:
        yield from (Place(link.mark, link.address) for link in prose_links(edition))


def _in_fields(loaded: Loaded) -> Iterator[Place]:
    """Every scalar of every file that is a web address."""
    for document in loaded.documents.values():
        for location, text in document.texts():
            if re.fullmatch(r"\s*https?://\S+\s*", text, re.IGNORECASE):
                yield Place(document.find(location, text.strip()), text.strip())


def _own(loaded: Loaded, own: str) -> list[str]:
    """The addresses of the site: that of this build, and that in `site.yaml`."""
    return [base for base in map(asked_for, (own, _in_series(loaded, "url"))) if base]


def _in_series(loaded: Loaded, field: str) -> str:
    """A field of `site.yaml` as written, or nothing."""
    series = loaded.documents.get("content/site.yaml")
    node = series.node((field,)) if series else None
    return node.value.strip() if node and isinstance(node.value, str) else ""


def _is_ours(site: LinkCheck, address: str, base: str) -> bool:
    """Whether an address is that of a file of this very site; if the site cannot be made, of any it may have."""
    if not address.startswith(base):
        return False
    path = unquote(urlsplit(address.removeprefix(base)).path)
    return not site.paths or (path + "index.html" if not path or path.endswith("/") else path) in site.paths


def _private(place: Place) -> Problem:
    message = f'The link "{place.address}"{place.where} leads to a computer or a network of your own.'
    hint = "Visitors cannot go there: write the address that the page has on the public web."
    return Problem(place.mark, message, hint, "warning")


def _told(place: Place, answer: Answer) -> Problem:
    """An address that is gone, or has moved."""
    if answer.kind == "good":
        fragment = urldefrag(place.address).fragment
        moved = answer.moved_to + (f"#{fragment}" if fragment else "")
        where = f" The link is{place.where}." if place.where else ""
        return Problem(place.mark, MOVED + where, f"Write {moved}", "note")
    message = f'The link "{place.address}"{place.where} leads nowhere: {answer.reason}.'
    if answer.kind == "unfound":
        return Problem(place.mark, message, "Is it spelled right? Otherwise take the link out.", "warning")
    return Problem(place.mark, message, "Find out where the page is now, or take the link out.", "warning")


def _unknown(place: Place, reason: str, number: int) -> Problem:
    """What cannot be told today: once for all addresses with the same reason."""
    if not reason:
        message = f"No other host could be reached, so {count(number, 'link')} to other hosts could not be checked."
        return Problem(Mark("content"), message, "Is this computer online?", "note")
    more = f" So it is with {count(number - 1, 'more link')} to this host." if number > 1 else ""
    message = f'Whether the link "{place.address}"{place.where} works cannot be told today: {reason}.{more}'
    return Problem(place.mark, message, BY_HAND, "note")
