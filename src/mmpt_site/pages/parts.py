"""A page that others are parts of in, these out: talks, the program by speaker, papers."""

from collections.abc import Iterator
from dataclasses import replace

from mmpt_site.model.appearances import has_appearances
from mmpt_site.model.papers import Paper
from mmpt_site.model.timetable import TimedTalk
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page
from mmpt_site.plain import plain, shortened, title_text, to_text


def has_page(timed: TimedTalk) -> bool:
    """Whether a talk has a page of its own: there is a text, and nothing else that has a page for it."""
    return bool(timed.talk.text and not timed.talk.paper and not timed.talk.keynote)


def of_program(whole: Page, owner: str, language: Language) -> Iterator[Page]:
    """Every page below the program of an edition; `owner` is what the edition is called in short."""
    edition = whole.edition
    if has_appearances(edition):
        word = language.say("Speakers")
        description = language.say("Who speaks at %(label)s, when, and where.", label=owner)
        yield _part(whole, "speakers", "speakers.html", word, f"{word} · {owner}", description)
    for session in edition.timetable.sessions:
        for talk in filter(has_page, session.talks):
            name = plain(edition.title(talk.talk))
            speakers = language.comma.join(edition.person(each).name for each in edition.speakers(talk.talk))
            description = language.say("A talk at %(label)s: %(title)s.", label=owner, title=name)
            if speakers:
                description = language.say(
                    "A talk at %(label)s: %(title)s, by %(speakers)s.", label=owner, title=name, speakers=speakers
                )
            page = _part(whole, talk.id, "talk.html", name, f"{name} · {owner}", description)
            yield replace(page, presentation=(session, talk))


def of_papers(whole: Page, owner: str, language: Language) -> Iterator[Page]:
    """A page for each paper, below the list of them."""
    edition = whole.edition
    for paper, (file, _) in zip(edition.accepted, edition.paper_files, strict=True):
        title = title_text(paper.title)
        description = _described(paper, owner, language)
        page = _part(whole, paper.id, "paper.html", title, f"{title} · {owner}", description)
        yield replace(page, subject=paper, sources=(f"{edition.id}/{file}.yaml",))


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


def _part(whole: Page, name: str, template: str, label: str, title: str, description: str) -> Page:
    address = f"{whole.canonical}{name}/"
    return replace(
        whole,
        address=address,
        canonical=address,
        template=template,
        label=label,
        title=title,
        description=description,
        place="",
        above=whole,
    )
