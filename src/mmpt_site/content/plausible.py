"""What may be meant, and hardly is: decoded parts in, notes and warnings out."""

from collections.abc import Iterator

from mmpt_site.content.document import Location
from mmpt_site.content.finding import Finding
from mmpt_site.content.spans import days_apart, days_of
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


def workshop_within_host(workshop: Workshop) -> Iterator[Finding]:
    """The workshop's own days lie within those of the conference, or a day before or after."""
    if not (workshop.host and workshop.date and workshop.host.date):
        return
    own, host = days_of(workshop.date), days_of(workshop.host.date)
    if own and host and (days_apart(own[0], host) > 1 or days_apart(own[1], host) > 1):
        message = f"The workshop is not on the days of its conference, {host[0]} to {host[1]}."
        yield Finding("workshop", ("date",), message, "Is one of the two dates a slip?", "warning")


def deadlines_near_the_workshop(workshop: Workshop, dates: Dates) -> Iterator[Finding]:
    """A date years away from the workshop is a year left from last time."""
    span = days_of(workshop.days) if workshop.days else None
    for index, deadline in enumerate(dates.dates):
        own = days_of(deadline.date)
        if span and own and days_apart(own[0], span) > 550:
            message = f"This date is far from the workshop ({span[0]})."
            hint = "Is the year left from another edition?"
            yield Finding("dates", ("dates", index, "date"), message, hint, "warning")
