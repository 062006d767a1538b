"""A built page in, what a first visit to it costs out: its files and their bytes as hosts send them, compressed.

Photos and fonts are left out. A page has all that other pages have, too, within `BUDGET`. The program and the papers
may ask for the files of a list besides, which together have `LIST_FILES`; where such a list has more than `MANY`
entries, the rest of the page may have `LONG_LIST`: its end is far below the first screen. `tests/browser/tour.py` sees
to it that a browser asks for these files and no others.
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
LONG_LIST = 27_648
LIST_FILES = 8_192
MANY = 100  # sessions, talks or papers
REQUESTS = 4  # before photos
OF_A_LIST = {"papers.css", "papers.js", "program.css", "program.js", "search.css"}
ENTRIES = "//main//ol/li[@id]"
LOADED = "//link[@rel='stylesheet' or @rel='modulepreload']/@href | //script/@src"
IMPORTS = {".css": r"@import\s+(?:url\()?['\"]?([^'\")\s;]+)", ".js": r"""(?:\bfrom|\bimport)\s*["']([^"']+)["']"""}


@dataclass(frozen=True)
class Weight:
    """The bytes of each file that a page needs before it can be used, the page first."""

    files: dict[str, int]
    entries: int = 0

    @property
    def total(self) -> int:
        """HTML, CSS and scripts together."""
        return sum(self.files.values())

    @property
    def list_files(self) -> dict[str, int]:
        """Those of its files that only a list of sessions or papers asks for."""
        return {name: size for name, size in self.files.items() if name.rpartition("/")[2] in OF_A_LIST}

    @property
    def counted(self) -> int:
        """The bytes of all but these."""
        return self.total - sum(self.list_files.values())

    @property
    def budget(self) -> int:
        """How many bytes these may be."""
        return LONG_LIST if self.list_files and self.entries > MANY else BUDGET

    @property
    def requests(self) -> int:
        """How many requests the page may take."""
        return REQUESTS + len(self.list_files)


def weigh(site: Made, page: Path) -> Weight:
    """The weight of one page of a site."""
    files = {file.relative_to(site.folder).as_posix(): sent(file) for file in _needed(site, page)}
    return Weight(files, len(html.parse(page).xpath(ENTRIES)))


def sent(file: Path) -> int:
    """How many bytes a host sends for a file."""
    return len(gzip.compress(file.read_bytes(), 9))


def over_budget(site: Made, page: Path) -> list[str]:
    """What makes a page too heavy."""
    weight = weigh(site, page)
    many, listed = len(weight.files), sum(weight.list_files.values())
    told = " + ".join(f"{name} {size:,}" for name, size in weight.files.items())
    return [
        *([f"{weight.counted:,} bytes, more than {weight.budget:,}: {told}"] if weight.counted > weight.budget else []),
        *([f"{listed:,} bytes for its list, more than {LIST_FILES:,}: {told}"] if listed > LIST_FILES else []),
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
