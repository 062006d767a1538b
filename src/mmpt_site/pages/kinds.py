"""The kinds of pages that an edition can have: a row in KINDS for each, in the order of the menu."""

from dataclasses import dataclass
from typing import Literal

from mmpt_site.model.edition import Edition
from mmpt_site.pages.language import message


@dataclass(frozen=True)
class Kind:
    """A kind of page that an edition can have: it exists when one of its files does."""

    address: str
    template: str
    label: str
    files: tuple[str, ...]
    description: str
    place: Literal["menu", "footer"] = "menu"  # the menu is for what visitors look for first

    def files_of(self, edition: Edition) -> tuple[str, ...]:
        """The files of an edition that such a page shows."""
        if self.files == ("papers",):
            return edition.papers_in
        if self.template == "people.html" and not has_people(edition):
            return ()
        names = ((file,) if file != "papers" else edition.papers_in for file in self.files if getattr(edition, file))
        return tuple(name for several in names for name in several)


def has_people(edition: Edition) -> bool:
    """Whether there is more to tell of people than who organizes it: they have details, or write papers."""
    return bool(edition.people) or any(paper.authors for paper in edition.accepted)


KINDS = (
    Kind("", "home.html", message("Home"), ("workshop",), message("%(label)s, %(title)s: %(parts)s.")),
    Kind(
        "call/",
        "call.html",
        message("Call for papers"),
        ("call", "topics"),
        message("What %(label)s asks of authors: goals and topics."),
    ),
    Kind(
        "dates/",
        "dates.html",
        message("Dates"),
        ("dates",),
        message("The important dates of %(label)s, each deadline and what follows."),
    ),
    Kind(
        "program/",
        "program.html",
        message("Program"),
        ("program",),
        message("The program of %(label)s: what happens, and when."),
    ),
    Kind(
        "papers/",
        "papers.html",
        message("Papers"),
        ("papers",),
        message("The accepted papers of %(label)s, each with its authors, abstract and links."),
    ),
    Kind(
        "keynotes/",
        "keynotes.html",
        message("Keynotes"),
        ("keynotes",),
        message("The invited talks of %(label)s, and who gives them."),
    ),
    Kind(
        "organizers/",
        "organizers.html",
        message("Organizers"),
        ("organizers",),
        message("Who organizes %(label)s, and how to reach them."),
    ),
    Kind(
        "challenges/",
        "challenges.html",
        message("Challenges"),
        ("challenges",),
        message("The challenges of %(label)s: tasks, data, dates and results."),
    ),
    Kind(
        "venue/",
        "venue.html",
        message("Venue"),
        ("venue",),
        message("Where %(label)s is, how to get there, and what to know before."),
    ),
    Kind(
        "registration/",
        "registration.html",
        message("Registration"),
        ("registration",),
        message("How to take part in %(label)s: where to register, until when, and what it costs."),
    ),
    Kind(
        "news/",
        "news.html",
        message("News"),
        ("news",),
        message("What is new with %(label)s, the latest first."),
    ),
    Kind(
        "awards/",
        "awards.html",
        message("Awards"),
        ("awards",),
        message("The awards and grants of %(label)s, and who gets them."),
        "footer",
    ),
    Kind(
        "resources/",
        "resources.html",
        message("Resources"),
        ("resources",),
        message("Data, code and whatever else %(label)s has gathered."),
        "footer",
    ),
    Kind(
        "gallery/",
        "gallery.html",
        message("Gallery"),
        ("gallery",),
        message("Pictures of %(label)s."),
        "footer",
    ),
    Kind(
        "people/",
        "people.html",
        message("People"),
        ("people", "papers"),
        message("Everybody at %(label)s, by family name: what they do, and where there is more of it."),
        "footer",
    ),
    Kind(
        "faq/",
        "faq.html",
        message("Questions and answers"),
        ("faq",),
        message("What people ask about %(label)s, and the answers."),
        "footer",
    ),
    Kind(
        "sponsors/",
        "sponsors.html",
        message("Sponsors"),
        ("sponsors",),
        message("Who supports %(label)s."),
        "footer",
    ),
    Kind(
        "conduct/",
        "conduct.html",
        message("Code of conduct"),
        ("conduct",),
        message("How people treat each other at %(label)s, and whom to tell when something is wrong."),
        "footer",
    ),
)
EDITIONS = Kind("editions/", "editions.html", message("Editions"), (), message("All editions of %(label)s."))
