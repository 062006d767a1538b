"""The page with the list of papers in, a page for each of them out."""

from collections.abc import Iterator
from dataclasses import replace

from mmpt_site.model.papers import Paper
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page
from mmpt_site.plain import shortened, title_text, to_text


def of_papers(whole: Page, owner: str, language: Language) -> Iterator[Page]:
    """Every page below the list of papers of an edition; `owner` is what the edition is called in short."""
    edition = whole.edition
    for paper, (file, _) in zip(edition.papers.papers if edition.papers else (), edition.paper_files, strict=True):
        title = title_text(paper.title)
        address = f"{whole.canonical}{paper.id}/"
        yield replace(
            whole,
            address=address,
            canonical=address,
            template="paper.html",
            label=title,
            title=f"{title} · {owner}",
            description=_described(paper, owner, language),
            sources=(f"{edition.id}/{file}.yaml",),
            place="",
            subject=paper,
            above=whole,
        )


def _described(paper: Paper, owner: str, language: Language) -> str:
    """What a search engine says of it: in one sentence, or as its abstract begins, or who wrote it."""
    if paper.tldr or paper.abstract:
        return shortened(title_text(paper.tldr) if paper.tldr else to_text(paper.abstract or ""))
    title, authors = title_text(paper.title), language.comma.join(author.name for author in paper.authors)
    if authors:
        return language.say(
            "A paper at %(label)s: %(title)s, by %(authors)s.", label=owner, title=title, authors=authors
        )
    return language.say("A paper at %(label)s: %(title)s.", label=owner, title=title)
