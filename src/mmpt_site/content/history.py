"""Rules on the dates that a date had before: decoded dates in, findings out."""

from collections.abc import Iterator
from itertools import pairwise

from mmpt_site.content.finding import Finding
from mmpt_site.content.spans import is_before
from mmpt_site.model.dates import ENDING, Dates
from mmpt_site.model.when import ToBeAnnounced


def history_differs(dates: Dates) -> Iterator[Finding]:
    """A date that moved is not what it was."""
    for index, deadline in enumerate(dates.dates):
        for step, old in enumerate(deadline.was):
            if old.date == deadline.date:
                message = "This earlier date is the same as the date itself."
                hint = "Under `was` stand the dates before it moved; take it out, or change `date`."
                yield Finding("dates", ("dates", index, "was", step, "date"), message, hint)


def history_goes_forward(dates: Dates) -> Iterator[Finding]:
    """Earlier dates stand oldest first, and a deadline that moves hardly ever moves to an earlier day."""
    for index, deadline in enumerate(dates.dates):
        known = [(step, old.date) for step, old in enumerate(deadline.was) if not isinstance(old.date, ToBeAnnounced)]
        for (_, old), (step, new) in pairwise(known):
            if is_before(new, old):
                message = "This earlier date is older than the one before it."
                hint = "Under `was` the date that was announced first comes first. Is the order a slip?"
                yield Finding("dates", ("dates", index, "was", step, "date"), message, hint, "note")
        if known and deadline.kind in ENDING and is_before(deadline.date, known[-1][1]):
            message = "This deadline is before the day that it had before it moved."
            hint = "Are the two swapped? Under `date` stands the day that counts now, under `was` the one before."
            yield Finding("dates", ("dates", index, "date"), message, hint, "note")
