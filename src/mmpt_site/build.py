"""A project in, its website out: the story of the whole program, in reading order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from mmpt_site.audit import external, prose
from mmpt_site.audit.links import LinkCheck
from mmpt_site.content.load import Loaded, load
from mmpt_site.exports import table
from mmpt_site.model.site import Site
from mmpt_site.output import Output, OutputError, Written, check_ours, staging
from mmpt_site.pages.dates import day
from mmpt_site.pages.render import Theme, load_theme, render
from mmpt_site.pages.routes import Page, collisions, plan
from mmpt_site.problems import Mark, Problem, stops
from mmpt_site.project import Project, files, left_out
from mmpt_site.schema import outdated


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
    problems = (*loaded.problems, *_prose_problems(loaded), *_old_schemas(project))
    if not loaded.site:
        return Build(loaded, problems, url or "", iter(()))
    site = _addressed(loaded.site, url)
    pages = plan(site)
    assets = dict(_assets(project, site))
    problems = (
        *problems,
        *_missed(project, site),
        *collisions(_claims(project, site, pages, assets)),
        *_left_out(project, site, loaded),
        *_no_longer_shown(site, loaded, today),
    )
    static = {path.removeprefix("static/"): file for path, file in assets.items() if path.startswith("static/")}
    theme = load_theme(project.templates, static, project.named)
    outputs = _outputs(project, site, pages, assets, theme, today)
    number = len(assets) + len(pages) + len(table.planned(site))
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
    problems += links.problems(made.loaded.editions)
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


def _missed(project: Project, site: Site) -> list[Problem]:
    """Files of the organizers that are not copied, and why."""
    folders = [project.content / edition.id / "files" for edition in site.editions]
    missed = [(path, reason) for folder in folders for path, reason in left_out(folder)]
    hint = "Put the file itself here."
    return [Problem(Mark(project.named(path)), f"{reason}.", hint, "warning") for path, reason in missed]


def _claims(
    project: Project, site: Site, pages: tuple[Page, ...], assets: Mapping[str, Path]
) -> Iterator[tuple[str, Mark]]:
    """Who wants which file of the site."""
    content = project.content.name
    for page in pages:
        yield page.path, Mark(f"{content}/{page.sources[0] if page.sources else page.edition.id}")
    for export in table.planned(site):
        yield export.path, Mark(export.path)
    for path, file in assets.items():
        yield path, Mark(project.named(file))


def _prose_problems(loaded: Loaded) -> list[Problem]:
    return [problem for files in loaded.editions for problem in prose.check(files.parts, files.documents)]


def _old_schemas(project: Project) -> list[Problem]:
    """A note when editors check the content against another version of the model."""
    try:
        written = {path.name: path.read_bytes() for path in project.schemas.glob("*.json")}
    except OSError:  # what cannot be read is written anew, too
        written = {"": b""}
    if not written or not outdated(written):
        return []
    where = project.named(project.schemas)
    message = f"The editor's schemas in {where}/ are of another version."
    return [Problem(Mark(where), message, "Run mmpt-site schema.", "note")]


def _addressed(site: Site, url: str | None) -> Site:
    return replace(site, series=site.series.model_copy(update={"url": url})) if url else site


def _left_out(project: Project, site: Site, loaded: Loaded) -> list[Problem]:
    """What a site without an address cannot have."""
    if site.series.url:
        return []
    path = f"{project.content.name}/site.yaml"
    mark = loaded.documents[path].at() if path in loaded.documents else Mark(path)
    message = "The site has no address yet, so canonical links and the sitemap are left out."
    return [Problem(mark, message, "Write for example url: https://example.org/mmpt/", "note")]


def _no_longer_shown(site: Site, loaded: Loaded, today: date) -> list[Problem]:
    """A notice whose day is over."""
    notice = site.series.notice
    if not notice or not notice.until or notice.shown(today):
        return []
    mark = loaded.editions[-1].documents["site"].at(("notice", "until"))
    last = day(notice.until, site.series.language)
    return [Problem(mark, f"This notice was shown until {last}, and is not shown any more.", "Take it out.", "note")]
