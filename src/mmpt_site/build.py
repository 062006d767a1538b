"""A project in, its website out: the story of the whole program, in reading order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from mmpt_site.audit import external
from mmpt_site.audit.links import LinkCheck
from mmpt_site.audit.project import check_files, check_site, without_words
from mmpt_site.cache import Store
from mmpt_site.claims import claims
from mmpt_site.content.load import Loaded, load
from mmpt_site.exports import table
from mmpt_site.exports.drawn import Drawing, drawn
from mmpt_site.exports.file import File
from mmpt_site.model.site import Site
from mmpt_site.output import Output, OutputError, Written, check_ours, staging
from mmpt_site.pages.colour import palette
from mmpt_site.pages.page import Page
from mmpt_site.pages.render import render
from mmpt_site.pages.routes import collisions, plan
from mmpt_site.pages.theme import Theme, load_theme
from mmpt_site.pages.words import load_words
from mmpt_site.pictures.gallery import Gallery, gallery
from mmpt_site.pictures.linked import linked
from mmpt_site.problems import Mark, Problem, stops
from mmpt_site.project import Project, files, place

UNLINKED = (
    "Nothing on the site leads to this file, and it is published.",
    "Link to it where it belongs, or delete it. If you give its address to people yourself, all is well.",
)


@dataclass(frozen=True)
class Planned:
    """All that the site will consist of, before any of it is made."""

    site: Site
    pages: tuple[Page, ...]
    exports: tuple[File, ...]
    assets: Mapping[str, Path]  # by path
    shown: Gallery
    theme: Theme

    @property
    def number(self) -> int:
        """How many files it has."""
        return sum(map(len, (self.pages, self.exports, self.assets, self.theme.made))) + self.shown.number


@dataclass(frozen=True)
class Build:
    """A site that is ready to be made: its files as a stream, in which a template's failure is a problem."""

    loaded: Loaded
    problems: tuple[Problem, ...]
    address: str  # of the site, or nothing
    outputs: Iterator[Output | Problem]
    number: int = 0  # of outputs
    originals: frozenset[str] = frozenset()  # paths of pictures that are shown, and only published where linked to
    given: Mapping[str, str] = field(default_factory=dict)  # files/: path on the site, and in the project


@dataclass(frozen=True)
class Published:
    """What became of a build: numbers of files, unless problems left the site as it was."""

    written: Written | None
    problems: tuple[Problem, ...]


def build(project: Project, today: date, *, url: str | None = None) -> Build:
    """Read the content, check it, plan the pages; `url` overrides the address of the site."""
    loaded = load(project.content)
    assets = dict(_assets(project, loaded))
    shown = gallery(project, loaded, assets)
    problems = (*loaded.problems, *check_files(project, loaded), *shown.problems)
    if not loaded.site:
        return Build(loaded, problems, url or "", iter(()))
    site = _addressed(loaded.site, url)
    store = Store(project.cache / "made")
    words = load_words(project.templates, site.series.language, project.named)
    colours = palette(site.series.look.accent, site.series.acronym, store)
    pages = plan(site, words.language)
    static = {path.removeprefix("static/"): file for path, file in assets.items() if path.startswith("static/")}
    drawing = Drawing(site, colours, words.language, store)
    exports = (*table.planned(site, pages, words.language), *drawn(pages, static, drawing))
    problems = (
        *problems,
        *words.problems,
        *without_words(words, loaded),
        *check_site(project, site, loaded, colours, today),
        *collisions(chain(claims(project, loaded, pages, exports, assets), shown.claims())),
    )
    theme = load_theme(project.templates, static, colours, words.language, project.named, project.cache / "templates")
    planned = Planned(site, pages, exports, assets, shown, theme)
    outputs = chain(_outputs(project, planned, today), _forgotten(project, store))
    given = {path: project.named(file) for path, file in assets.items() if _is_given(path)}
    return Build(loaded, problems, site.series.url or "", outputs, planned.number, shown.originals, given)


def refuse_output(project: Project, folder: Path) -> None:
    """Raise OutputError for a folder that a build must not write to: not ours, or part of the project's sources."""
    target = folder.resolve()
    for source in (*project.watched, project.root / "src", project.root):
        inside = target.is_relative_to(source.resolve()) and source != project.root
        if inside or source.resolve().is_relative_to(target):
            raise OutputError(
                f"{folder.as_posix().rstrip('/')}/ holds the project's own files. Choose another with --output."
            )
    check_ours(folder)


def publish(made: Build, folder: Path, *, strict: bool = False) -> Published:
    """Make every file and put them into `folder`; with problems, nothing in it changes. Raises OutputError."""
    problems = list(made.problems)
    if stops(problems, strict=strict):
        return Published(None, tuple(problems))
    with staging(folder) as stage:
        for item in made.outputs:
            if isinstance(item, Problem):
                problems.append(item)
            else:
                stage.add(item)
        written = None if stops(problems, strict=strict) else stage.publish()
    return Published(written, tuple(problems))


def check(made: Build, ask: external.Ask | None = None) -> tuple[Problem, ...]:
    """Make every file in memory and follow every link, anchor and asset in it; `ask` follows those to other hosts."""
    links = LinkCheck(urlsplit(made.address or "/").path, paths=set(made.originals))
    problems = list(made.problems)
    unlinked = set(made.given) - made.originals
    for item in made.outputs:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            links.add(item)
            unlinked -= linked(item, made.address or "/")
    if not stops(problems, strict=False):  # where pages are missing, links to them are no mistake
        problems += links.problems(made.loaded.everything)
    if not stops(problems, strict=False):  # a link that leads nowhere may have been meant for one of these
        problems += (Problem(Mark(made.given[path]), *UNLINKED, "note") for path in unlinked)
    return (*problems, *(external.check(links, made.loaded, made.address, ask) if ask else ()))


def _outputs(project: Project, planned: Planned, today: date) -> Iterator[Output | Problem]:
    """Every file of the site, one at a time."""
    site, pages, shown = planned.site, planned.pages, planned.shown
    unlinked = set(filter(_is_given, planned.assets))
    linked_from_all = tuple(page for page in pages if page.place)
    made = (render(page, site, linked_from_all, shown.pictures, planned.theme, today) for page in pages)
    for item in chain(made, (Output(export.path, export.make()) for export in planned.exports)):
        if isinstance(item, Output) and unlinked:
            unlinked -= linked(item, site.series.url or "/")
        yield item
    for path, file in planned.assets.items():
        if path in unlinked & shown.originals:
            continue
        try:
            data = file.read_bytes()
            yield Output(path, data)
            yield from shown.reveals(path, file, data, project.named(file), is_linked=path not in unlinked)
        except OSError as error:
            yield Problem(Mark(project.named(file)), f"This file cannot be read: {error.strerror}.")
    for path, data in planned.theme.made.items():
        yield Output(f"static/{path}", data)
    yield from shown.outputs()


def _is_given(path: str) -> bool:
    """Whether an asset is of the organizers' files/, and not of the theme."""
    return not path.startswith("static/")


def _forgotten(project: Project, store: Store) -> Iterator[Output]:
    """Nothing; but what this build did not ask for is forgotten, unless others remember there, too."""
    if project.kept is None:
        store.forget()
    yield from ()


def _assets(project: Project, loaded: Loaded) -> Iterator[tuple[str, Path]]:
    """Files that are copied as they are: the theme's, the project's own over them, the organizers'."""
    for folder in reversed(project.static):
        yield from ((f"static/{path}", file) for path, file in files(folder))
    for edition in loaded.everything:
        below = f"{edition.id}/files".lstrip("/")
        found = files(place(project.content, edition.id, "files"), project.content)
        yield from ((f"{below}/{path}", file) for path, file in found)


def _addressed(site: Site, url: str | None) -> Site:
    return replace(site, series=site.series.model_copy(update={"url": url})) if url else site
