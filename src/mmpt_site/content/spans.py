"""Dates of every kind in, the days that they take and what lies between them out."""

from datetime import date

from mmpt_site.model.when import Day, Days, ToBeAnnounced, When


def days_of(when: When) -> tuple[date, date] | None:
    """The first and the last day of a date, in the place where it is written; nothing for the unknown."""
    match when:
        case Day(day):
            return day, day
        case Days(first, last):
            return first, last
        case ToBeAnnounced():
            return None
        case _:
            return when.at.date(), when.at.date()


def days_apart(day: date, span: tuple[date, date]) -> int:
    """How many days lie between a day and a span; 0 within it."""
    return max((span[0] - day).days, (day - span[1]).days, 0)


def is_before(one: When, other: When) -> bool:
    """Whether a date lies on an earlier day than another; two kinds may share a day."""
    first, second = days_of(one), days_of(other)
    return bool(first and second and first[0] < second[0])
