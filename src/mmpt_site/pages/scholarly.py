"""A paper in, what search engines for papers read out: a ScholarlyArticle of schema.org, tags of Google Scholar.

https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
"""

from collections.abc import Iterator
from typing import Any

from mmpt_site.model.edition import Edition
from mmpt_site.model.papers import Paper
from mmpt_site.model.site import Site
from mmpt_site.model.when import Day, Days
from mmpt_site.pages import routes
from mmpt_site.pages.byline import Writer, byline
from mmpt_site.plain import plain, title_text, to_text

Thing = dict[str, Any]


def article(site: Site, edition: Edition, paper: Paper) -> Thing:
    """The facts of a ScholarlyArticle; those that nobody wrote are empty."""
    address = routes.absolute(site, routes.paper(edition, paper.id)) if site.series.url else ""
    first, _, last = (paper.pages or "").partition("-")
    known = dict(paper.links.known)
    elsewhere = [known[name] for name in ("doi", "arxiv", "anthology", "openreview") if name in known]
    return {
        "@type": "ScholarlyArticle",
        "@id": address and f"{address}#paper",
        "headline": title_text(paper.title),
        "author": [_author(writer) for writer in byline(edition, paper).writers],
        "abstract": to_text(paper.abstract) if paper.abstract else "",
        "keywords": list(paper.keywords),
        "award": list(paper.award),
        "datePublished": _day(edition),
        "pageStart": first,
        "pageEnd": last or first,
        "url": address,
        "sameAs": elsewhere,
        "isPartOf": {"@type": "PublicationIssue", "name": _collection(edition)},
    }


def tags(site: Site, edition: Edition, paper: Paper) -> Iterator[tuple[str, str]]:
    """Names and contents of the elements `meta` of a paper's page."""
    yield "citation_title", title_text(paper.title)
    for writer in byline(edition, paper).writers:
        yield "citation_author", plain(writer.person.name)
        for affiliation in writer.person.affiliation:
            yield "citation_author_institution", plain(affiliation.name)
    if day := _day(edition):
        yield "citation_publication_date", day.replace("-", "/")
    yield "citation_conference_title", _collection(edition)
    if paper.pages:
        first, _, last = paper.pages.partition("-")
        yield from (("citation_firstpage", first), ("citation_lastpage", last or first))
    if paper.links.doi:
        yield "citation_doi", paper.links.doi
    if paper.links.arxiv:
        yield "citation_arxiv_id", paper.links.arxiv
    if pdf := _whole(site, edition, paper.links.pdf or ""):
        yield "citation_pdf_url", pdf
    yield from (("citation_keywords", plain(keyword)) for keyword in paper.keywords)


def _author(writer: Writer) -> Thing:
    person = writer.person
    works_at = [{"@type": "Organization", "name": each.name} for each in person.affiliation]
    orcid = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    facts = {"@type": "Person", "name": person.name, "url": person.url, "sameAs": orcid, "affiliation": works_at}
    return {name: value for name, value in facts.items() if value}


def _day(edition: Edition) -> str:
    """The first day of the workshop, or the year alone."""
    match edition.workshop.own_days:
        case Day(day) | Days(day, _):
            return day.isoformat()
        case _:
            return edition.year


def _collection(edition: Edition) -> str:
    """What the papers are part of."""
    host = edition.workshop.host
    return title_text(edition.workshop.title) + (f", {host.acronym or host.name}" if host else "")


def _whole(site: Site, edition: Edition, target: str) -> str:
    """The whole address of a file or of a page elsewhere; nothing for a file of a site without an address."""
    if not target or "://" in target:
        return target
    return routes.absolute(site, routes.file(edition, target)) if site.series.url else ""
