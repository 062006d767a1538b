"""A project in, its website out: the story of the whole program, in reading order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from mmpt_site.audit import external
from mmpt_site.audit.links import LinkCheck
from mmpt_site.audit.project import check_files, check_site
from mmpt_site.content.load import Loaded, load
from mmpt_site.exports import table
from mmpt_site.exports.pictures import Pictures
from mmpt_site.model.site import Site
from mmpt_site.output import Output, OutputError, Written, check_ours, staging
from mmpt_site.pages.page import Page
from mmpt_site.pages.render import render
from mmpt_site.pages.routes import collisions, plan
from mmpt_site.pages.theme import Theme, load_theme
from mmpt_site.problems import Mark, Problem, stops
from mmpt_site.project import Project, files


@dataclass(frozen=True)
class Build:
    """A site that is ready to be made: its files as a stream, in which a template's failure is a problem."""

    loaded: Loaded
    problems: tuple[Problem, ...]
    address: str  # of the site, or nothing
    outputs: Iterator[Output | Problem]
    number: int = 0  # of outputs


@dataclass(frozen=True)
class Published:
    """What became of a build: numbers of files, unless problems left the site as it was."""

    written: Written | None
    problems: tuple[Problem, ...]


def build(project: Project, today: date, *, url: str | None = None) -> Build:
    """Read the content, check it, plan the pages; `url` overrides the address of the site."""
    loaded = load(project.content)
    problems = (*loaded.problems, *check_files(project, loaded))
    if not loaded.site:
        return Build(loaded, problems, url or "", iter(()))
    site = _addressed(loaded.site, url)
    pages = plan(site)
    assets = dict(_assets(project, site))
    static = {path.removeprefix("static/"): file for path, file in assets.items() if path.startswith("static/")}
    drawn = Pictures(project, site, pages, static)
    problems = (
        *problems,
        *check_site(project, site, loaded, today),
        *collisions(_claims(project, loaded, site, pages, assets, drawn)),
    )
    theme = load_theme(project.templates, static, project.named)
    outputs = chain(_outputs(project, site, pages, assets, theme, today), drawn.outputs())
    number = len(assets) + len(pages) + len(table.planned(site)) + len(drawn.paths)
    return Build(loaded, problems, site.series.url or "", outputs, number)


def refuse_output(project: Project, folder: Path) -> None:
    """Raise OutputError for a folder that a build must not write to: not ours, or part of the project's sources."""
    target = folder.resolve()
    for source in (*project.watched, project.root / "src", project.root):
        inside = target.is_relative_to(source.resolve()) and source != project.root
        if inside or source.resolve().is_relative_to(target):
            raise OutputError(f"{folder.as_posix()}/ holds the project's own files. Choose another with --output.")
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
    links = LinkCheck(urlsplit(made.address or "/").path)
    problems = list(made.problems)
    for item in made.outputs:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            links.add(item)
    if not stops(problems, strict=False):  # where pages are missing, links to them are no mistake
        problems += links.problems(made.loaded.everything)
    return (*problems, *(external.check(links, made.loaded, made.address, ask) if ask else ()))


def _outputs(
    project: Project, site: Site, pages: tuple[Page, ...], assets: Mapping[str, Path], theme: Theme, today: date
) -> Iterator[Output | Problem]:
    """Every file of the site, one at a time."""
    for path, file in assets.items():
        try:
            yield Output(path, file.read_bytes())
        except OSError as error:
            yield Problem(Mark(project.named(file)), f"This file cannot be read: {error.strerror}.")
    for page in pages:
        yield render(page, site, pages, theme, today)
    yield from table.outputs(site, pages)


def _assets(project: Project, site: Site) -> Iterator[tuple[str, Path]]:
    """Files that are copied as they are: the theme's, the project's own over them, the organizers'."""
    for folder in reversed(project.static):
        yield from ((f"static/{path}", file) for path, file in files(folder))
    for edition in site.editions:
        folder = project.content / edition.id / "files"
        yield from ((f"{edition.id}/files/{path}", file) for path, file in files(folder))


def _claims(
    project: Project,
    loaded: Loaded,
    site: Site,
    pages: tuple[Page, ...],
    assets: Mapping[str, Path],
    drawn: Pictures,
) -> Iterator[tuple[str, Mark, str]]:
    """Who wants which file of the site, and what to do if another has it: old addresses come last."""
    content = project.content.name
    for page in (page for page in pages if page.old is None):
        yield page.path, Mark(f"{content}/{page.sources[0]}" if page.sources else "the site itself"), "Rename this one."
    for export in table.planned(site):
        yield export.path, Mark("the site itself"), ""
    for path in drawn.paths:
        yield path, Mark("the site itself"), ""
    for path, file in assets.items():
        yield path, Mark(project.named(file)), "Rename this one."
    for page in (page for page in pages if page.old is not None):
        mark = loaded.documents[f"{content}/{page.sources[0]}"].at(("formerly", page.old or 0))
        yield page.path, mark, "Take it out: what is there now stays there."


def _addressed(site: Site, url: str | None) -> Site:
    return replace(site, series=site.series.model_copy(update={"url": url})) if url else site
