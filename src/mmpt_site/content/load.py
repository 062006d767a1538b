"""The folder `content/` in, a Site out, with every problem of all its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mmpt_site.content import rules, source
from mmpt_site.content.document import Document
from mmpt_site.content.edition import EditionFiles, decoded_part, known_files, read_edition, read_pages
from mmpt_site.content.folder import ContentFolder
from mmpt_site.content.outline import Outline
from mmpt_site.content.requires import check_requires
from mmpt_site.model.site import Series, Site
from mmpt_site.problems import Problem, stops


@dataclass(frozen=True)
class Loaded:
    """The site, unless something is wrong, and where everything stands."""

    site: Site | None
    editions: tuple[EditionFiles, ...]
    series: EditionFiles  # what belongs to all of them
    documents: Mapping[str, Document]  # by path
    problems: tuple[Problem, ...]

    @property
    def everything(self) -> tuple[EditionFiles, ...]:
        """The editions, and what belongs to all of them."""
        return (*self.editions, self.series)


def load(folder: Path) -> Loaded:
    """Read, decode and check everything under `folder`."""
    content = ContentFolder(folder)
    entries = content.entries()
    needed = {"site.yaml": "It holds the name of the workshop, its acronym, and the address of its site."}
    content.check_names(entries, ("site",), needed)
    series = document = None
    if "site.yaml" in entries:
        found = source.read(folder / "site.yaml", content.named("site.yaml"), Outline(Series))
        if found.document and (problem := check_requires(found.document)):
            return Loaded(None, (), EditionFiles("", {}, {}), {found.document.path: found.document}, (problem,))
        context = {"files": known_files(content)}
        decoded = decoded_part(content, Series, found, context)
        series, document = (decoded.part, decoded.document) if decoded else (None, None)
    editions = [read_edition(content, edition) for edition in content.editions(entries)]
    pages = read_pages(content, entries)
    if series and document:
        pages = EditionFiles("", {"site": series, **pages.parts}, {"site": document, **pages.documents})
    documents = {d.path: d for each in (*editions, pages) for d in each.documents.values()}
    if series and document:
        content.problems += rules.check_series(series, document, [each.id for each in editions])
    for each in editions:
        content.problems += rules.check_edition(each.fields, each.places)
    site = None
    if series and not stops(content.problems, strict=False):
        site = Site(series, tuple(each.edition for each in editions), pages.pages)
    return Loaded(site, tuple(editions), pages, documents, tuple(content.problems))
