"""XML in, what its schema and the words of its standard have against it out: Atom (RFC 4287) and sitemaps (0.9)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import feedparser
from lxml import etree

HERE = Path(__file__).parent
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def kind(file: Path) -> str:
    """The outermost element, as `{namespace}name`; raises XMLSyntaxError for what is no XML."""
    return str(etree.parse(file).getroot().tag)


def wrong_with_feed(file: Path, url: str) -> list[str]:
    """What is wrong with a feed that lies at `url`."""
    feed = etree.parse(file).getroot()
    return [*_against(HERE / "atom.rng", file), *_wrong_with_entries(feed, url), *_unread(file)]


def wrong_with_sitemap(file: Path, url: str) -> list[str]:
    """What is wrong with the sitemap of the site at `url`."""
    places = Counter(place.text or "" for place in etree.parse(file).iter(f"{SITEMAP}loc"))
    return [
        *_against(HERE / "sitemap.rng", file),
        *(f"{place} is there twice" for place, number in places.items() if number > 1),
        *(f"{place} is not of this site" for place in places if not place.startswith(url)),
        *(["more than 50,000 addresses"] if len(places) > 50_000 else []),
        *(["more than 50 MB"] if file.stat().st_size > 52_428_800 else []),
    ]


def _against(schema: Path, file: Path) -> list[str]:
    grammar = etree.RelaxNG(etree.parse(schema))
    grammar.validate(etree.parse(file))
    return [f"line {error.line}: {error.message}" for error in grammar.error_log]


def _wrong_with_entries(feed: etree._Element, url: str) -> Iterator[str]:
    """What RFC 4287 says in words: 4.1.1, 4.1.2 and 4.2.7."""
    entries = feed.findall(f"{ATOM}entry")
    if [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] != [url]:
        yield f"it does not say that it lies at {url}"
    ids = Counter(part.findtext(f"{ATOM}id") for part in [feed, *entries])
    yield from (f"two things with the id {name}" for name, number in ids.items() if number > 1)
    for entry in entries:
        name = entry.findtext(f"{ATOM}id")
        alternate = [link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        if feed.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            yield f"{name} has no author, nor has the feed"
        if not alternate and entry.find(f"{ATOM}content") is None:
            yield f"{name} has neither content nor a link to it"
        pairs = Counter((link.get("type"), link.get("hreflang")) for link in alternate)
        yield from (f"{name} has two links to the same" for number in pairs.values() if number > 1)


def _unread(file: Path) -> Iterator[str]:
    read = feedparser.parse(file.read_bytes())
    if read.bozo:
        yield f"a feed reader says: {read.bozo_exception}"
    yield from (f"a feed reader knows no time of {entry.id}" for entry in read.entries if not entry.updated_parsed)
