"""Moments in, what calendars need to know of their time zone out: its offsets while they last (RFC 5545, VTIMEZONE).

icalendar can make one, too. But it finds no change that is undone within weeks, such as that of Morocco in Ramadan, and
has summer time begin an hour late on its first day, since an onset is told by the clocks before it (3.6.5).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STEP = timedelta(days=1)  # no clocks are changed twice within one


def named(moment: datetime) -> bool:
    """Whether a moment is in a zone that calendars know by name, and not at a bare offset."""
    return isinstance(moment.tzinfo, ZoneInfo)


def time_zone(zone: ZoneInfo, moments: Iterable[datetime]) -> Timezone:
    """A zone from the first of some moments in it to the last."""
    instants = [moment.astimezone(UTC) for moment in moments]
    first, last = min(instants), max(instants)
    made = Timezone()
    made.add("tzid", zone.key)
    before = first - STEP  # any, as long as it is no later than the first
    made.add_component(_observance(zone, before, before))
    for change in _changes(zone, before, last):
        made.add_component(_observance(zone, change - timedelta(seconds=1), change))
    return made


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """The instants after the first at which the clocks are changed, until there is none before the last."""
    while first < last:
        until = first + STEP
        if _offset(zone, first) != _offset(zone, until):
            yield _change(zone, first, until)
        first = until


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The one instant between two at which the clocks are changed: both are whole seconds, so it is found."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        before, after = (middle, after) if _offset(zone, middle) == _offset(zone, before) else (before, middle)
    return after


def _observance(zone: ZoneInfo, before: datetime, onset: datetime) -> TimezoneStandard | TimezoneDaylight:
    """What holds from an instant on, which the clocks tell as they were just before."""
    local, earlier = onset.astimezone(zone), _offset(zone, before)
    ahead = (local.dst() or timedelta()) > timedelta()  # Irish winters are behind
    made = TimezoneDaylight() if ahead else TimezoneStandard()
    made.add("dtstart", (onset + earlier).replace(tzinfo=None))
    made.add("tzoffsetfrom", earlier)
    made.add("tzoffsetto", _offset(zone, onset))
    made.add("tzname", local.tzname())
    return made


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()
