"""Two states of a site in, the dates out that moved between them without a word in their history."""

from collections.abc import Iterator

from mmpt_site.content.spans import days_of
from mmpt_site.model.dates import Dates
from mmpt_site.model.site import Site
from mmpt_site.model.when import Instant, When


def unremembered(before: Site, after: Site) -> Iterator[str]:
    """A sentence for each; whoever mends a slip of today needs no history, so this is no problem of the content."""
    earlier = {edition.id: edition.dates for edition in before.editions if edition.dates}
    for edition in after.editions:
        if not (edition.dates and edition.id in earlier):
            continue
        known = {deadline.id: deadline for deadline in earlier[edition.id].dates}
        for deadline in edition.dates.dates:
            old = next((known[name] for name in (deadline.id, *deadline.formerly) if name in known), None)
            if old and _moved(old.date, deadline.date) and not any(each == old.date for each in deadline.history):
                day = _written(old.date, earlier[edition.id])
                remember = f"write {day} last under its was." if deadline.was else f"write was: {day} below it."
                yield (
                    f"content/{edition.id}/dates.yaml does not say from when {deadline.name} has moved. "
                    f"If the old date was known to people, {remember}"
                )


def _moved(old: When, new: When) -> bool:
    """Whether a date is on other days than before, and both are known."""
    before, after = days_of(old), days_of(new)
    return bool(before and after and before != after)


def _written(when: When, dates: Dates) -> str:
    """A date as it is written in its file, where its time may stand once for all."""
    if isinstance(when, Instant) and not dates.deadlines_end:
        return f"{when.at:%Y-%m-%d %H:%M} {when.zone}"
    return " to ".join(dict.fromkeys(map(str, days_of(when) or ())))
