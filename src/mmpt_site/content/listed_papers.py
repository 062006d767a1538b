"""What must be true of the accepted papers as a whole: the papers of all files in, findings out."""

import logging
from collections.abc import Iterator

from bibtexparser.model import DuplicateFieldKeyBlock
from bibtexparser.splitter import Splitter

from mmpt_site.content.finding import Finding
from mmpt_site.model.papers import Paper, Papers
from mmpt_site.model.part import quoted
from mmpt_site.model.scalars import same_name
from mmpt_site.problems import either

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it has to say is told as a problem


def papers_are_distinct(papers: Papers) -> Iterator[Finding]:
    """Over all files, an address leads to one paper and a number means one; a title that comes again is told."""
    ids: dict[str, Paper] = {}
    numbers: dict[str, Paper] = {}
    titles: dict[str, Paper] = {}
    for index, paper in enumerate(papers.papers):
        title = same_name(paper.title).casefold()
        if paper.id in ids:
            yield _taken(index, paper, ids[paper.id])
        elif paper.number and paper.number in numbers:
            message = f"The number {paper.number} is that of another paper, too: {quoted(numbers[paper.number].title)}."
            yield Finding("papers", ("papers", index, "number"), message, "Is one of the two numbers a slip?")
        elif title in titles:
            hint = "Take one of the two out; if there are two papers of this title, all is well."
            yield Finding("papers", ("papers", index, "title"), "This title stands here twice.", hint, "warning")
        ids.setdefault(paper.id, paper)
        numbers.setdefault(paper.number or "", paper)
        titles.setdefault(title, paper)


def _taken(index: int, paper: Paper, other: Paper) -> Finding:
    """Two papers of one id: given, or made of the same number or title."""
    if same_name(paper.title) == same_name(other.title):
        hint = f"Take one out; or, if these are two papers, give this one an id, such as id: {paper.id}-2"
        return Finding("papers", ("papers", index, "title"), "This paper stands here twice.", hint)
    field = "id" if paper.given_id else "number" if paper.number else "title"
    message = f'The id "{paper.id}" is that of another paper, too: {quoted(other.title)}.'
    hint = f"Give one of them an id of its own, such as id: {paper.id}-2"
    return Finding("papers", ("papers", index, field), message, hint)


def authors_are_distinct(papers: Papers) -> Iterator[Finding]:
    """Nobody stands twice among the authors of a paper."""
    for index, paper in enumerate(papers.papers):
        seen: set[str] = set()
        for step, author in enumerate(paper.authors):
            if author.id in seen:
                message = f"{author.name} stands twice among the authors."
                hint = f"Take one out; or, if these are two people, give one an id, such as id: {author.id}-2"
                yield Finding("papers", ("papers", index, "authors", step), message, hint)
            seen.add(author.id)


def bibtex_is_one_entry(papers: Papers) -> Iterator[Finding]:
    """BibTeX that somebody wrote can be read, and is of this paper alone."""
    for index, paper in enumerate(papers.papers):
        if paper.bibtex and (complaint := _not_one_entry(paper.bibtex)):
            hint = "Write one whole entry, such as @inproceedings{key, title = {…}}, or take the field out."
            yield Finding("papers", ("papers", index, "bibtex"), complaint, hint)


def _not_one_entry(bibtex: str) -> str:
    """What is wrong with BibTeX, or nothing."""
    library = Splitter(bibtex).split()
    for block in library.failed_blocks:
        if isinstance(block, DuplicateFieldKeyBlock):
            return f"In this BibTeX, {either(sorted(block.duplicate_keys))} is given twice."
        reason = getattr(block.error, "abort_reason", "") or "it is not whole"
        return f"This BibTeX cannot be read: {reason[:1].lower()}{reason[1:].rstrip('.')}."
    if len(library.entries) > 1:
        return f"Here one entry of BibTeX is expected, and {len(library.entries)} are given."
    if not library.entries:
        return "This is no entry of BibTeX."
    return "" if library.entries[0].key else "This BibTeX has no key."
