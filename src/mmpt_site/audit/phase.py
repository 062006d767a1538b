"""A site and a day in, each `phase` of a `workshop.yaml` out that its dates have contradicted for long."""

from collections.abc import Iterator
from datetime import date, timedelta

from mmpt_site.content.load import Loaded
from mmpt_site.model.edition import Edition
from mmpt_site.model.phase import PHASES, phase_of_dates
from mmpt_site.model.site import Site
from mmpt_site.model.when import beginning
from mmpt_site.model.workshop import Phase
from mmpt_site.problems import Problem

LONG = timedelta(days=14)
TAKE_OUT = "Take the line out, and the phase follows the dates again; or mend the dates."


def check(site: Site, loaded: Loaded, today: date) -> Iterator[Problem]:
    """A note for each of them."""
    documents = {edition.id: edition.documents for edition in loaded.editions}
    for edition in site.editions:
        said = edition.workshop.phase
        if said and (message := _contradicted(edition, said, today)):
            yield Problem(documents[edition.id]["workshop"].at(("phase",)), message, TAKE_OUT, "note")


def _contradicted(edition: Edition, said: Phase, today: date) -> str:
    """What the dates say instead, if they are further for two weeks, or will not be there for two more."""
    before, after = (phase_of_dates(edition, beginning(today + days)) for days in (-LONG, LONG))
    if PHASES.index(before) > PHASES.index(said):
        return f"The phase is said to be {said}, and by the dates it has been {before} for two weeks or more."
    if said in {"live", "over"} and edition.workshop.days and PHASES.index(after) < PHASES.index(said):
        return f"The phase is said to be {said}, and by the dates it will still be {after} in two weeks."
    return ""
