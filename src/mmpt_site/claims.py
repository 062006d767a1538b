"""All that the site will consist of in, who wants which file of it out: two that want one are a problem."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mmpt_site.content.load import Loaded
from mmpt_site.exports.file import File
from mmpt_site.pages.page import Page
from mmpt_site.problems import Mark
from mmpt_site.project import Project

RENAME, STAYS = "Rename this one.", "Take it out: what is there now stays there."
ANOTHER_ID = "Give it another id, such as id: about-speakers"
OURS = Mark("the site itself")


def claims(
    project: Project, loaded: Loaded, pages: tuple[Page, ...], exports: tuple[File, ...], assets: Mapping[str, Path]
) -> Iterator[tuple[str, Mark, str]]:
    """Path, who wants it, and what to do if another has it: old addresses come last."""
    content = project.content.name
    for page in (page for page in pages if not page.old):
        yield page.path, _told_at(loaded, content, page), ANOTHER_ID if page.presentation else RENAME
    for export in exports:
        if not export.old:
            yield export.path, _source(loaded, content, export), ""
    for path, file in assets.items():
        yield path, Mark(project.named(file)), RENAME
    for page in (page for page in pages if page.old):
        mark = loaded.documents[f"{content}/{page.sources[0]}"].at(page.old)
        yield page.path, mark, STAYS
    for export in exports:
        if export.old:
            yield export.path, _source(loaded, content, export), STAYS


def _told_at(loaded: Loaded, content: str, page: Page) -> Mark:
    """Where that stands which a page is about: a talk of several in a file, otherwise the file."""
    if page.presentation:
        return loaded.documents[f"{content}/{page.sources[0]}"].at(page.presentation[1].place)
    return Mark(f"{content}/{page.sources[0]}") if page.sources else OURS


def _source(loaded: Loaded, content: str, export: File) -> Mark:
    """Where that stands for which a file for machines is made."""
    return loaded.documents[f"{content}/{export.source}"].at(export.place) if export.source else OURS
