"""A built page in, what a first visit to it costs out: its files and their bytes as hosts send them, compressed.

Photos and fonts are left out. `tests/browser/tour.py` sees to it that a browser asks for these files and no others.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from tests.visitors.sites import Made

BUDGET = 14_336  # bytes: what ten packets carry, the first that a new connection sends
FEW, EACH = 100, 75  # entries of a long list that it has room for; bytes for each further one
TOOLS = 8_192  # bytes more for what a page with a long list has to search it and to lay it out
REQUESTS = 4  # before photos
OF_ITS_OWN = {"papers.css", "papers.js", "program.css", "program.js", "search.css"}  # of pages with a long list alone
LISTED = ("session", "talk", "paper", "person", "speaker")  # entries of long lists, by the beginnings of their ids
ENTRIES = "//*[" + " or ".join(f"starts-with(@id, '{each}-')" for each in LISTED) + "]"
LOADED = "//link[@rel='stylesheet' or @rel='modulepreload']/@href | //script/@src"
IMPORTS = {".css": r"@import\s+(?:url\()?['\"]?([^'\")\s;]+)", ".js": r"""(?:\bfrom|\bimport)\s*["']([^"']+)["']"""}


@dataclass(frozen=True)
class Weight:
    """The bytes of each file that a page needs before it can be used, the page first."""

    files: dict[str, int]

    @property
    def total(self) -> int:
        """HTML, CSS and scripts together."""
        return sum(self.files.values())

    @property
    def requests(self) -> int:
        """How many requests the page may take."""
        return REQUESTS + len(self._tools)

    @property
    def allowed(self) -> int:
        """How many bytes a text page may have: those of the tools for a long list come on top, up to a limit."""
        return BUDGET + min(TOOLS, sum(self._tools))

    @property
    def _tools(self) -> list[int]:
        return [size for name, size in self.files.items() if name.rpartition("/")[2] in OF_ITS_OWN]


def weigh(site: Made, page: Path) -> Weight:
    """The weight of one page of a site."""
    return Weight({file.relative_to(site.folder).as_posix(): sent(file) for file in _needed(site, page)})


def sent(file: Path) -> int:
    """How many bytes a host sends for a file."""
    return len(gzip.compress(file.read_bytes(), 9))


def over_budget(site: Made, page: Path) -> list[str]:
    """What makes a page too heavy."""
    weight = weigh(site, page)
    many = len(weight.files)
    told = " + ".join(f"{name} {size:,}" for name, size in weight.files.items())
    most = weight.allowed + EACH * max(0, len(html.parse(page).xpath(ENTRIES)) - FEW)
    return [
        *([f"{weight.total:,} bytes, more than {most:,}: {told}"] if weight.total > most else []),
        *([f"{many} requests, more than {weight.requests}: {told}"] if many > weight.requests else []),
    ]


def _needed(site: Made, page: Path) -> Iterator[Path]:
    """The page, and whatever it or its files name, each once; the icon is not waited for."""
    base = site.prefix + site.address(page)
    wanted = [urljoin(base, str(address)) for address in html.parse(page).xpath(LOADED)]
    seen: set[str] = set()
    yield page
    while wanted:
        address = wanted.pop(0).partition("?")[0]
        if address in seen:
            continue
        seen.add(address)
        assert address.startswith(site.prefix), f"{page} loads {address} from elsewhere"
        file = site.folder / address.removeprefix(site.prefix)
        yield file
        if file.suffix in IMPORTS:
            wanted += [urljoin(address, name) for name in re.findall(IMPORTS[file.suffix], file.read_text("utf-8"))]
