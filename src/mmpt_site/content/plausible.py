"""What may be meant, and hardly is: decoded parts in, notes out."""

from collections.abc import Iterator

from mmpt_site.content.document import Location
from mmpt_site.content.finding import Finding
from mmpt_site.content.spans import days_of
from mmpt_site.model.dates import Dates
from mmpt_site.model.scalars import same_name
from mmpt_site.model.topics import Topics
from mmpt_site.model.workshop import Workshop


def rescheduled_from_a_day(workshop: Workshop) -> Iterator[Finding]:
    """Of a workshop that moved, visitors want to know from when."""
    if workshop.status == "rescheduled" and not workshop.was:
        hint = "Write was: and the day that it had before, such as was: 2021-06-07"
        yield Finding("workshop", ("status",), "This workshop moved, and nothing says from when.", hint, "note")


def topics_once(topics: Topics) -> Iterator[Finding]:
    """Within a group a topic stands once, and so do those without a group."""
    seen: set[tuple[int, str]] = set()
    for index, entry in enumerate(topics.topics):
        for step, topic in enumerate(entry.topics):
            key = (index if entry.group else -1, same_name(topic).casefold())
            if key in seen:
                location: Location = ("topics", index, "topics", step)  # of a line alone this is the line itself
                yield Finding("topics", location, "This topic stands here twice.", "Take one of the two out.", "note")
            seen.add(key)


def notified_in_time(workshop: Workshop, dates: Dates) -> Iterator[Finding]:
    """Authors hear whether they take part before the workshop is over."""
    own = days_of(workshop.own_days) if workshop.own_days else None
    for index, deadline in enumerate(dates.dates):
        day = days_of(deadline.date)
        if own and day and deadline.kind == "notification" and day[0] > own[1]:
            message = f"This notification comes after the workshop, which ends on {own[1]}."
            yield Finding("dates", ("dates", index, "date"), message, "Is one of the two dates a slip?", "note")
