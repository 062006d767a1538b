"""The made site in, every link, anchor and asset that leads nowhere out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import basename, dirname, join, normpath
from urllib.parse import quote, unquote, urlsplit

from mmpt_site.audit.prose import prose_of
from mmpt_site.content.edition import EditionFiles
from mmpt_site.output import Output
from mmpt_site.pages.addresses import meant
from mmpt_site.problems import Mark, Problem, nearest
from mmpt_site.prose import to_html

WRITTEN = "Links are written as https://… to other sites, and here as dates/, /imprint/, venue.md or files/map.pdf."
MOST_HEADINGS = 6  # that a hint lists
MAIL = re.compile(r"[^/@\s]+@[^/@\s]+\.\w+")
ADDRESSED = {"href", "src", "action", "poster", "data"}
SRCSET = r"[\s,]*(\S*[^\s,])(?:,+|\s[^,]*(?:,|$)|$)"  # HTML, "parsing a srcset attribute": an address may hold commas


@dataclass
class _Reader(HTMLParser):
    """Gathers what a page points at, and what can be pointed at in it."""

    links: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    headings: list[str] = field(default_factory=list)  # the ids of those

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ADDRESSED and value is not None:
                self.links.append(value)
            elif name == "srcset" and value:
                self.links += re.findall(SRCSET, value)
            elif name == "id" and value:
                self.ids[value] += 1
                if re.fullmatch("h[1-6]", tag):
                    self.headings.append(value)


@dataclass(frozen=True)
class ProseLink:
    """A link that an organizer wrote: where it stands, as it is written, what it means from the root of the site."""

    mark: Mark
    address: str
    target: str
    page: str = ""  # the file of the page that alone shows it


@dataclass
class LinkCheck:
    """Takes the files of a site one by one; of each page it keeps its links and its ids."""

    base: str  # the path of the site on its host, '/' or '/repo/'
    paths: set[str] = field(default_factory=set)
    pages: dict[str, _Reader] = field(default_factory=dict)

    def add(self, output: Output) -> None:
        """Take one file."""
        self.paths.add(output.path)
        if output.path.endswith(".html"):
            self.pages[output.path] = _read(output.data.decode())

    def problems(self, editions: Iterable[EditionFiles]) -> list[Problem]:
        """What leads nowhere: once where an organizer wrote it, otherwise at each page that a template gave it to."""
        written = [link for edition in editions for link in prose_links(edition)]
        found = [problem for link in written if (problem := self._prose_problem(link))]
        places = {(link.page, link.address): link.mark for link in written if link.address.startswith("#")}
        told = {self._target("index.html", link.target) for link in written} - {None}
        mail = {link.address for link in written if MAIL.fullmatch(link.address)}  # stands on each page as written
        for path, page in self.pages.items():
            for address in dict.fromkeys(page.links):
                mark = places.get((path, address)) or places.get(("", address))
                if (self._target(path, address) in told or address in mail) and not mark:
                    continue
                if message := self._broken(path, address, f" on /{shown(path)}"):
                    found.append(Problem(mark or Mark(shown(path) or "index.html"), message, self._near(path, address)))
            found += _doubled(path, page)
        return list({problem.mark if problem.mark.line else problem: problem for problem in reversed(found)}.values())

    def _prose_problem(self, link: ProseLink) -> Problem | None:
        """A link in a text is meant from where the text stands, on whatever page it is shown."""
        if link.address.startswith(("#", "www.")):
            return None  # of the page that shows it, and told with the prose
        message = self._broken("index.html", link.target, "", link.address)
        hint = self._near("index.html", link.target, link.address) or ("" if "#" in link.address else WRITTEN)
        return Problem(link.mark, message, hint) if message else None

    def _broken(self, path: str, target: str, where: str, address: str = "") -> str:
        """Why an address on a page leads nowhere, or nothing; messages call it as it was written."""
        address = address or target
        parts = _split(target)
        if parts is None:
            return f'"{address}" is not an address.'
        outside, inside, fragment = parts
        if outside:
            return ""
        file = self._file(path, inside)
        if file not in self.paths:
            return f'The link "{address}"{where} leads nowhere.'
        if fragment and fragment != "top" and file in self.pages and fragment not in self.pages[file].ids:
            return f'The link "{address}"{where} leads to a place that /{shown(file)} does not have.'
        return ""

    def _target(self, path: str, address: str) -> tuple[str, str] | None:
        """The file and the place in it that an address on a page leads to; None when it leads outside."""
        parts = _split(address)
        return (self._file(path, parts[1]), parts[2]) if parts and not parts[0] else None

    def _file(self, path: str, target: str) -> str:
        """The file that a server answers with, as a path from the root of the site."""
        if not target:
            return path
        if target.startswith("/"):
            base = unquote(self.base) if path == "404.html" else "/"
            full = target.removeprefix(base)
        else:
            full = join(dirname(path), target)
        clean = normpath(full) if full else ""
        clean = "" if clean == "." else clean
        return join(clean, "index.html") if target.endswith(("/", "/.", "/..")) or target in {".", ".."} else clean

    def _near(self, path: str, target: str, address: str = "") -> str:
        """What was most likely meant, as it can be written."""
        address = address or target
        parts = _split(target)
        file = self._file(path, parts[1]) if parts else ""
        if file in self.paths:
            return self._heading(file, address, parts[2]) if parts and file in self.pages else ""
        if f"{file}/index.html" in self.paths:
            page, mark, fragment = address.partition("#")
            return f"Did you mean {page}/{mark}{fragment}" + (" with a slash at its end?" if not mark else "?")
        page, mark, fragment = address.partition("#")
        if (name := re.sub(r"\.(html?|ya?ml)$", "", file)) != file and f"{name}/index.html" in self.paths:
            return f"Did you mean {re.sub('[.][^.]+$', '', page)}/{mark}{fragment}?"
        if MAIL.fullmatch(address):
            return f"Did you mean mailto:{address}?"
        if re.fullmatch(r"[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}/.*", address):
            return f"Did you mean https://{address}?"
        names = {path: _name(path) for path in sorted(self.paths)}
        name = nearest(_name(file), filter(None, names.values()), alike=0.75)
        alike = [path for path in names if name and names[path] == name]
        near = nearest(file, alike) or "".join(alike[:1])
        if near:
            return f"Did you mean /{quote(shown(near))}?"
        lies = re.fullmatch(r"((?:[^/]+/)?files)/(?:[^/]+/)*[^/]+\.\w+", file)
        return f"Put the file into the folder content/{lies[1]}/, or mend the name here." if lies else ""

    def _heading(self, file: str, address: str, fragment: str) -> str:
        """The place of a page that was most likely meant, or those that it has."""
        page, reader = address.partition("#")[0], self.pages[file]
        if near := nearest(fragment, reader.ids):
            return f"Did you mean {page}#{near}?"
        headings = [f"{page}#{each}" for each in reader.headings[:MOST_HEADINGS]]
        if not headings:
            return "No heading there is called so, and there is none to lead to."
        more = ", and more" if len(reader.headings) > MOST_HEADINGS else ""
        return f"No heading there is called so. There are {', '.join(headings)}{more}."


def prose_links(edition: EditionFiles) -> Iterator[ProseLink]:
    """Every link and image in the texts of an edition."""
    for name, part in edition.parts.items():
        for location, text in prose_of(part):
            for address in dict.fromkeys(_read(to_html(text).html).links):
                document = edition.documents[name]
                snippet = next((each for each in (address, unquote(address)) if each in text), address)
                parts = _split(address)
                inside = parts and not parts[0] and parts[1]
                file = document.path.partition("/")[2]
                target = meant(file, address) if inside else address
                page = meant(file, basename(file)).lstrip("/") + "index.html" if file.endswith(".md") else ""
                yield ProseLink(document.find_link(location, snippet), address, target, page)


def _name(path: str) -> str:
    """The last name in a path, by which somebody remembers it: that of a page without `/` or `.md`."""
    return basename(shown(path).rstrip("/")).removesuffix(".md")


def _doubled(path: str, page: _Reader) -> Iterator[Problem]:
    for name, times in page.ids.items():
        if times > 1:
            message = f'{times} places of /{shown(path)} have the id "{name}", so that links to it are ambiguous.'
            yield Problem(Mark(shown(path) or "index.html"), message, "Word one of the headings differently.")


def _read(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader


def _split(address: str) -> tuple[bool, str, str] | None:
    """Whether an address leads outside, its path and its fragment."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return bool(parts.scheme or parts.netloc), unquote(parts.path), unquote(parts.fragment)


def shown(path: str) -> str:
    """A file of the site as visitors know it: a page without `index.html`."""
    return re.sub(r"(^|/)index\.html$", r"\1", path)
