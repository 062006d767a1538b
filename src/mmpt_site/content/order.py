"""Dates that follow each other in decoded parts in, those that stand in the wrong order out."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from mmpt_site.content.document import Location
from mmpt_site.content.finding import Finding
from mmpt_site.content.spans import days_of, is_before
from mmpt_site.model.awards import Awards
from mmpt_site.model.challenges import Challenges
from mmpt_site.model.dates import Dates, Deadline, moment
from mmpt_site.model.registration import Registration
from mmpt_site.model.when import ToBeAnnounced
from mmpt_site.model.workshop import Workshop

ORDER = ("opens", "abstract", "submission", "notification", "camera-ready", "workshop")
STAGES = {"opens": "it opens", "early": "the early fees end", "closes": "it closes"}


def deadlines_in_order(dates: Dates) -> Iterator[Finding]:
    """Within a track, what follows from something does not come before it."""
    yield from _in_order("dates", ("dates",), dates.dates)


def timelines_in_order(challenges: Challenges) -> Iterator[Finding]:
    """So it is in each challenge."""
    for index, challenge in enumerate(challenges.challenges):
        yield from _in_order("challenges", ("challenges", index, "timeline"), challenge.timeline or ())


def registration_in_order(registration: Registration) -> Iterator[Finding]:
    """Registration opens before the early fees end, and these before it closes."""
    for (first, earlier), (second, later) in combinations(registration.stages, 2):
        if is_before(later, earlier):
            day = days_of(earlier)
            what = STAGES[second].replace("it", "registration", 1)
            message = f"{what.capitalize()} before {STAGES[first]}{f', on {day[0]}' if day else ''}."
            yield Finding("registration", (second,), message, "Is one of the two dates a slip?")
            return


def early_fees_end(registration: Registration) -> Iterator[Finding]:
    """Where there are early fees, guests know until when."""
    early = next((index for index, fee in enumerate(registration.fees) if fee.early), None)
    if early is not None and registration.early is None:
        hint = "Write early: and the last day on which it holds, or early: to be announced."
        message = "Nobody knows until when this early fee holds."
        yield Finding("registration", ("fees", early, "early"), message, hint, "note")


def applied_in_time(workshop: Workshop, awards: Awards) -> Iterator[Finding]:
    """Whoever applies for a grant or an award does so before the workshop is over."""
    span = days_of(workshop.days) if workshop.days else None
    for index, award in enumerate(awards.awards):
        own = days_of(award.deadline) if award.deadline else None
        if span and own and own[0] > span[1]:
            message = f"This deadline comes after the workshop, which ends on {span[1]}."
            yield Finding(
                "awards", ("awards", index, "deadline"), message, "Is one of the two dates a slip?", "warning"
            )


def _in_order(file: str, field: Location, deadlines: Sequence[Deadline]) -> Iterator[Finding]:
    latest: dict[tuple[str | None, str], Deadline] = {}
    for deadline in deadlines:
        key = (deadline.track, deadline.kind)
        if not isinstance(deadline.date, ToBeAnnounced):
            latest[key] = max(latest.get(key, deadline), deadline, key=lambda each: moment(each.date))
    for index, later in enumerate(deadlines):
        for kind in ORDER[: ORDER.index(later.kind)] if later.kind in ORDER else ():
            earlier = latest.get((later.track, kind))
            if earlier and is_before(later.date, earlier.date):
                message = f"The {later.kind} ({later.name}) comes before the {kind} ({earlier.name})."
                day = days_of(earlier.date)
                hint = f"The {kind} is on {day[0] if day else earlier.date}. Is one of the two dates a slip?"
                yield Finding(file, (*field, index, "date"), message, hint)
                break
