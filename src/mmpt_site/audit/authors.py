"""A site in, the papers that nobody seems to have written out."""

from collections.abc import Iterator

from mmpt_site.content.load import Loaded
from mmpt_site.model.site import Site
from mmpt_site.problems import Problem


def check(site: Site, loaded: Loaded) -> Iterator[Problem]:
    """A warning for each of them."""
    places = {edition.id: edition.places for edition in loaded.editions}
    for edition in site.editions:
        for index, paper in enumerate(edition.accepted):
            if not paper.authors:
                mark = places[edition.id]["papers"].at(("papers", index, "title"))
                hint = "Write below it for example: authors: [Ada Example, Bo Example]"
                yield Problem(mark, "This paper has no authors.", hint, "warning")
