"""Where people are found on the systems of the field."""

import pytest
from pydantic import ValidationError

from mmpt_site.model.person import Person

ADDRESSES = [
    ("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
    ("orcid", "https://orcid.org/0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X"),
    ("scholar", "aB_defghijk-", "https://scholar.google.com/citations?user=aB_defghijk-"),
    (
        "scholar",
        "https://scholar.google.com/citations?user=abcdefghijkl&hl=en",
        "https://scholar.google.com/citations?user=abcdefghijkl",
    ),
    ("dblp", "https://dblp.org/pid/12/3456-1.html", "https://dblp.org/pid/12/3456-1"),
    ("openreview", "~Ada_Example1", "https://openreview.net/profile?id=~Ada_Example1"),
    (
        "openreview",
        "https://openreview.net/profile?id=%7EAda_Example1",
        "https://openreview.net/profile?id=~Ada_Example1",
    ),
    ("github", "www.github.com/ada-example/", "https://github.com/ada-example"),
]


@pytest.mark.parametrize(("field", "written", "address"), ADDRESSES)
def test_an_id_or_an_address_leads_to_the_profile(field: str, written: str, address: str) -> None:
    person = Person.model_validate({"name": "Ada Example", field: written})
    assert [found for _, found in person.profiles] == [address]


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("orcid", "0000-0002-1825-0098"),
        ("orcid", "0000-0002-1825"),
        ("scholar", "Ada Example"),
        ("dblp", "Ada"),
        ("openreview", "Ada_Example1"),
        ("github", "https://github.com/ada/example"),
        ("github", "javascript:alert(1)"),
    ],
)
def test_what_is_no_id_is_told(field: str, written: str) -> None:
    with pytest.raises(ValidationError):
        Person.model_validate({"name": "Ada Example", field: written})
