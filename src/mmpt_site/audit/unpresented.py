"""A site in, the accepted papers out that no session presents while others are presented."""

from collections.abc import Iterator

from mmpt_site.content.load import Loaded
from mmpt_site.model.site import Site
from mmpt_site.problems import Problem

NAMED = 10  # papers that a message names


def check(site: Site, loaded: Loaded) -> Iterator[Problem]:
    """One note for all of an edition."""
    documents = {edition.id: edition.documents for edition in loaded.editions}
    for edition in site.editions:
        presented = edition.timetable.presentations
        papers = edition.accepted
        missing = [index for index, paper in enumerate(papers) if paper.id not in presented]
        if not (presented and missing):
            continue
        titles = [papers[index].title for index in missing[:NAMED]]
        more = [f"{len(missing) - NAMED} more"] if len(missing) > NAMED else []
        number = "1 paper is" if len(missing) == 1 else f"{len(missing)} papers are"
        file, place = edition.paper_files[missing[0]]
        mark = documents[edition.id][file].at(("papers", place, "title"))
        message = f"{number} in no session: {'; '.join(titles + more)}."
        yield Problem(mark, message, "Name each under papers: or talks: of its session in program.yaml.", "note")
