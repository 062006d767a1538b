"""The page of registration: whether it is open, what it costs."""

from datetime import date

import pytest

from tests.harness import SiteFolder
from tests.pages.reading import Page
from tests.small_files import SMALL

DATES = "opens: 2021-02-15\ncloses: 2021-07-05\nurl: https://example.org/register\n"


@pytest.mark.parametrize(
    ("day", "says", "silent"),
    [
        (date(2021, 2, 1), "Registration opens February 15, 2021", ("is open until", "has closed", "Register ")),
        (date(2021, 3, 1), "Registration is open until July 5, 2021 Register", ("has closed",)),
        (date(2021, 7, 7), "Registration has closed.", ("is open until",)),
    ],
)
def test_the_page_leads_with_what_holds_on_the_day(
    site: SiteFolder, day: date, says: str, silent: tuple[str, ...]
) -> None:
    made = site.write("registration.yaml", DATES).build(day)
    made.shows("/2021/registration/", says)
    lead = made.text("/2021/registration/").partition("Dates Registration opens")[0].partition("Dates ")[0]
    assert not [word for word in silent if word in lead]


def test_without_dates_there_is_a_link(site: SiteFolder) -> None:
    made = site.write("registration.yaml", "url: https://example.org/register\n").build()
    made.shows("/2021/registration/", "Registration Register").lacks("/2021/registration/", "open", "Dates", "Fees")


def test_the_table_has_the_columns_that_some_fee_has(site: SiteFolder) -> None:
    fees = "fees: [{name: Student, regular: € 150}, {name: Others, regular: € 250, note: at the door}]\n"
    page = Page.of(site.write("registration.yaml", fees).build().source("/2021/registration/"))
    assert page.texts["th"] == ["Who", "Regular", "Note", "Student", "Others"]
    assert page.texts["td"] == ["€ 150", "€ 250", "at the door"]


@pytest.mark.parametrize(
    ("fees", "shown"),
    [
        ("fees: to be announced\n", "Fees To be announced."),
        ("fees: [{name: Students}]\n", "Fees Students"),
    ],
)
def test_fees_that_are_not_known_yet(site: SiteFolder, fees: str, shown: str) -> None:
    site.write("registration.yaml", fees).build().shows("/2021/registration/", shown)


def test_everything_that_is_known_is_there(site: SiteFolder) -> None:
    made = site.write("registration.yaml", SMALL["registration"]).build()
    made.shows("/2021/registration/", "Early fees end", "How to register", "The fee includes All talks Lunch")
    made.shows("/2021/registration/", "Letters for a visa", "Cancellation We return it all.", "€ 1,150")
