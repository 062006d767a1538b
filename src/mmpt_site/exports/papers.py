"""The site in, its papers as files out: BibTeX of all of an edition and of each, and what the search knows of them."""

import json
from collections.abc import Iterable
from functools import partial

from mmpt_site.exports.file import File
from mmpt_site.model.edition import Edition
from mmpt_site.model.family import family_name
from mmpt_site.model.papers import Paper
from mmpt_site.model.site import Site
from mmpt_site.pages import bibtex, routes
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page
from mmpt_site.plain import plain, title_text


def papers(site: Site, _pages: tuple[Page, ...], _language: Language) -> Iterable[File]:
    """The files of all editions that have papers."""
    for edition in site.editions:
        listed = edition.accepted
        if not listed:
            continue
        source = f"{edition.id}/{edition.papers_in[0]}.yaml"
        yield File(routes.bibliography(edition).lstrip("/"), partial(_bibliography, site, edition, listed), source)
        yield File(routes.index(edition).lstrip("/"), partial(_index, edition), source)
        for paper, (name, index) in zip(listed, edition.paper_files, strict=True):
            path = routes.bibliography(edition, paper.id).lstrip("/")
            make = partial(_bibliography, site, edition, (paper,))
            yield File(path, make, f"{edition.id}/{name}.yaml", ("papers", index))


def _bibliography(site: Site, edition: Edition, listed: tuple[Paper, ...]) -> bytes:
    return "\n".join(bibtex.entry(site, edition, paper) for paper in listed).encode()


def _index(edition: Edition) -> bytes:
    """What can be searched for, in the order of the list; fields that a paper lacks are left out."""
    found = [_known(paper) for group in edition.paper_groups for paper in group.papers]
    return (json.dumps({"papers": found}, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _known(paper: Paper) -> dict[str, object]:
    names = [plain(author.name) for author in paper.authors]
    facts = {
        "id": paper.id,
        "number": paper.number,
        "title": title_text(paper.title),
        "author": names,
        "sort": f"{family_name(names[0])} {names[0]}" if names else "",
        "keyword": paper.keywords,
        "track": paper.track,
        "kind": paper.kind,
        "award": paper.award,
    }
    return {name: value for name, value in facts.items() if value}
