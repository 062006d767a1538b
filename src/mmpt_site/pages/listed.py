"""A page with papers in, what only its template may use out: the list, or one paper with all that belongs to it."""

from collections.abc import Iterator
from typing import Any

from mmpt_site.model.edition import Edition
from mmpt_site.model.listing import choices
from mmpt_site.model.papers import Paper
from mmpt_site.model.site import Site
from mmpt_site.pages import bibtex, routes
from mmpt_site.pages.byline import byline
from mmpt_site.pages.language import Language, message
from mmpt_site.pages.page import Page
from mmpt_site.pages.scholarly import tags

LABELS = {
    "pdf": "PDF",
    "doi": "DOI",
    "arxiv": "arXiv",
    "anthology": "ACL Anthology",
    "openreview": "OpenReview",
    "code": message("Code"),
    "data": message("Data"),
    "project": message("Project page"),
    "poster": message("Poster"),
    "slides": message("Slides"),
    "video": message("Video"),
    "supplementary": message("Supplementary material"),
}


def of_papers(page: Page, site: Site, language: Language) -> dict[str, Any]:
    """What the list of papers and the page of a paper know besides what every page does."""
    edition = page.edition
    if isinstance(page.subject, Paper):
        return _of_one(page.subject, site, edition, language)
    if page.template == "papers.html" and edition.papers:
        return {
            "choices": choices(edition.papers.papers),
            "bibliography": routes.bibliography(edition),
            "index": routes.index(edition),
        }
    return {}


def _of_one(paper: Paper, site: Site, edition: Edition, language: Language) -> dict[str, Any]:
    before, after = edition.neighbours[paper.id]
    return {
        "paper": paper,
        "byline": byline(edition, paper),
        "links": tuple(_links(edition, paper, language)),
        "presented": edition.timetable.presentations.get(paper.id, ()),
        "entry": bibtex.entry(site, edition, paper),
        "bibliography": routes.bibliography(edition, paper.id),
        "tags": tuple(tags(site, edition, paper)),
        "before": before and (before, routes.paper(edition, before.id)),
        "after": after and (after, routes.paper(edition, after.id)),
    }


def _links(edition: Edition, paper: Paper, language: Language) -> Iterator[tuple[str, str, str]]:
    """What each link is called, where it leads, and how large the file is if it is one of the site."""
    for field, target in paper.links.known:
        if "://" in target:
            yield language.say(LABELS[field]), target, ""
        else:
            size = edition.sizes.get(target, 0)
            yield language.say(LABELS[field]), routes.file(edition, target), language.size(size) if size else ""
