"""The site in, the characters that its cards cannot show out: a note at each, for the page itself shows them."""

from collections.abc import Iterator

from mmpt_site.content.document import Document
from mmpt_site.content.load import Loaded
from mmpt_site.exports.typeset.faces import legible
from mmpt_site.model.site import Site
from mmpt_site.problems import Problem

HINT = "The pages themselves show it, in a font of the visitor."
OF_THE_WORKSHOP = (("title",), ("place",), ("host", "name"), ("host", "acronym"))


def check(site: Site, loaded: Loaded) -> Iterator[Problem]:
    """Every text of a card, where it is written; without an address there are no cards."""
    if not site.series.url:
        return
    for edition in loaded.everything:
        for name, document in edition.documents.items():
            texts = dict(document.texts())
            for location in _shown(name, document):
                text = texts.get(location, "")
                missing = legible(text)[1]
                if missing:
                    message = f"The cards of the pages leave out what none of their fonts has: {missing}"
                    yield Problem(document.find(location, missing[0]), message, HINT, "note")


def _shown(name: str, document: Document) -> tuple[tuple[str, ...], ...]:
    """Where in a file of an edition or of the series the texts of cards stand."""
    if name == "site":
        return (("acronym",),)
    if name == "workshop":
        return OF_THE_WORKSHOP
    return (("title",),) if document.path.endswith(".md") else ()
