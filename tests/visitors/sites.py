"""A folder in, the sites whose every file is held to its standard out: built there as visitors get them."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mmpt_site.build import build, publish
from mmpt_site.project import Project
from tests.browser.server import serve_folder
from tests.examples import EXAMPLES, example

DAYS = (date(2021, 3, 1), date(2021, 5, 1), date.today())  # the call is open, it has closed, years later
ADDRESSES = ("https://example.org/", "https://example.org/mmpt/")
EXPECTED = (
    "*.html",
    "*.css",
    "*.svg",
    "*.ics",
    "feed.xml",
    "robots.txt",
    "sitemap.xml",
)  # what this repository's own site must have
ROOT = Path(__file__).resolve().parents[2]


MANY = 30  # files of one kind in one folder, such as the pages of papers


@dataclass(frozen=True)
class Made:
    """A built site, the address it was built for, and the day."""

    folder: Path
    url: str
    day: date

    @property
    def prefix(self) -> str:
        """What stands before every address on its host."""
        return "/" + self.url.split("/", 3)[3]

    def files(self, pattern: str) -> list[Path]:
        """Its files whose names match, in order; of very many of one kind, the first, the smallest and the largest."""
        kinds: dict[tuple[Path, str], list[Path]] = {}
        for file in sorted(self.folder.rglob(pattern)):
            kind = (file.parents[1], file.name) if file.stem == "index" else (file.parent, file.suffix)
            kinds.setdefault(kind, []).append(file)
        return sorted(file for kind in kinds.values() for file in (some_of(kind) if len(kind) > MANY else kind))

    def has(self, address: str) -> bool:
        """Whether there is something at a whole address, if it is one of this site."""
        path = address.removeprefix(self.url).partition("#")[0]
        return path == address or (self.folder / path).is_file() or (self.folder / path / "index.html").is_file()

    def address(self, page: Path) -> str:
        """Where a page is below the address of the site, as links write it."""
        path = page.relative_to(self.folder).as_posix()
        return path.removesuffix("index.html") if path.endswith("index.html") else path


def some_of(files: list[Path]) -> set[Path]:
    """The first, the smallest and the largest of files that a template makes."""
    by_size = sorted(files, key=lambda file: file.stat().st_size)
    return {files[0], by_size[0], by_size[-1]}


def make_sites(folder: Path) -> list[Made]:
    """This repository's site on three days at two addresses, its guide, and the examples."""
    wanted = [("site", Project(ROOT), day, url) for day in DAYS for url in ADDRESSES]
    wanted += [("guide", Project(ROOT / "docs"), DAYS[0], ADDRESSES[1])]
    wanted += [(name, example(name, folder), DAYS[0], ADDRESSES[1]) for name in EXAMPLES]
    return [make_site(folder / "made" / str(number) / which[0], *which[1:]) for number, which in enumerate(wanted)]


def make_site(folder: Path, project: Project, day: date, url: str) -> Made:
    """One site, of which nothing may be told, not even a warning, but that it lacks the words of its language."""
    made = build(project, day, url=url)
    untranslated = bool(made.problems) and all("has no words in" in problem.message for problem in made.problems)
    published = publish(made, folder, strict=not untranslated)
    assert published.problems == (made.problems if untranslated else ())
    return Made(folder, url, day)


@contextmanager
def served(sites: list[Made]) -> Iterator[dict[Path, str]]:
    """Serve every site as a host would, each at a port of its own; gives their addresses by their folders."""
    with ExitStack() as stack:
        yield {site.folder: stack.enter_context(serve_folder(site.folder, site.prefix)) for site in sites}


def distinct(sites: list[Made], pattern: str) -> Iterator[tuple[Made, Path]]:
    """Each file that matches, once where sites have the same but for their address; there must be one."""
    seen = set()
    for site in sites:
        for file in site.files(pattern):
            data = file.read_bytes().replace(site.url.partition(":")[2].encode(), b"//example.org/")
            data = re.sub(rb"'sha256-[^']+'", b"'sha256-'", data)
            key = (file.relative_to(site.folder), data)
            if key not in seen:
                seen.add(key)
                yield site, file
    assert seen, f"No site has a file {pattern}."


def complaints(sites: list[Made], pattern: str, check: Callable[[Made, Path], list[str]]) -> list[str]:
    """What a check has to say of every file that matches, each with the name of its file."""
    return [f"{file}: {what}" for site in sites for file in site.files(pattern) for what in check(site, file)]
