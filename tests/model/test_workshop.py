"""One edition in short: its days, its place, its mode."""

from datetime import date

import pytest

from mmpt_site.model.when import Day, Days, parse_when
from mmpt_site.model.workshop import Workshop
from tests.harness import SiteFolder

HOST_DAYS = Days(date(2021, 7, 12), date(2021, 7, 15))


@pytest.mark.parametrize(
    ("own", "host", "days"),
    [
        ("2021-07-13", "2021-07-12 to 2021-07-15", Day(date(2021, 7, 13))),
        ("to be announced", "2021-07-12 to 2021-07-15", HOST_DAYS),
        (None, "2021-07-12 to 2021-07-15", HOST_DAYS),
        (None, "to be announced", None),
        (None, None, None),
    ],
)
def test_the_days_are_the_workshops_own_or_those_of_its_host(
    own: str | None, host: str | None, days: Day | Days | None
) -> None:
    fields = {"title": "Small", "host": {"name": "ICMR", "date": host and parse_when(host)}, "date": own}
    written = {name: value for name, value in fields.items() if value}
    if not host:
        del written["host"]
    assert Workshop.model_validate(written).days == days


@pytest.mark.parametrize(
    ("written", "place"),
    [("date: 2021-07-12 09:00 AoE", ":2:7:"), ("host: {name: ICMR, date: 2021-07-12 09:00 AoE}", ":2:26:")],
)
def test_a_time_on_the_workshops_day_is_sent_to_the_program(site: SiteFolder, written: str, place: str) -> None:
    made = site.write("workshop.yaml", f"title: Small\n{written}\n").build()
    made.tells(f"content/2021/workshop.yaml{place}", "Write 2021-07-12; times go into program.yaml.")


def test_what_is_known_is_shown_and_nothing_else(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\ndate: 2021-07-12\nmode: hybrid\nplace: Taipei\ntagline: The third\n")
    made = site.build().shows("/", "Small", "The third", "July 12, 2021", "Taipei", "In person and online")
    made.lacks("/", "None", "Next", "Introduction", "Contact", "()")


def test_a_notification_after_the_workshop_is_noted(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\ndate: 2021-07-12\n")
    site.write("dates.yaml", "dates:\n  - {name: Notification, kind: notification, date: 2021-07-13}\n")
    site.build(strict=True).tells("dates.yaml:2:52: note: This notification comes after the workshop, which ends on")
    site.write("dates.yaml", "dates:\n  - {name: Notification, kind: notification, date: 2021-07-12}\n")
    assert site.check() == []
