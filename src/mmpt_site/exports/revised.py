"""An edition in, the day on which what it says was last revised out: from the content alone, never from the clock.

It is the last of the days that the organizers gave: `updated:` of the edition, and when a change was announced. Where
they gave none, it is January 1 of the year before the edition's own, when nothing of it can have been over: calendars
want some day here, and the same one at each build. The edition's year is that in the name of its folder, otherwise that
of its days, otherwise that of its first date.
"""

import re
from collections.abc import Iterable
from datetime import date

from mmpt_site.model.dates import moment
from mmpt_site.model.edition import Edition
from mmpt_site.model.when import end

NO_YEAR = 2000  # of an edition without any date, such as a manual


def revised(edition: Edition, announced: Iterable[date | None] = ()) -> date:
    """The last day of which it is known that something was said on it."""
    told = [day for day in (edition.workshop.updated, *announced) if day]
    return max(told, default=date(_year(edition) - 1, 1, 1))


def _year(edition: Edition) -> int:
    """The year of an edition."""
    if found := re.search(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", edition.id):
        return int(found[0])
    days = edition.workshop.days
    if days:
        return end(days).year
    dated = [deadline for deadline in (edition.dates.dates if edition.dates else ()) if deadline.known]
    return min((moment(when).year for deadline in dated for when in deadline.history), default=NO_YEAR)
