"""ISBNs and DOIs: as people write them, and with slips."""

import pytest
from pydantic import TypeAdapter, ValidationError

from mmpt_site.model.identifiers import Doi, Isbn

ISBN, DOI = TypeAdapter(Isbn), TypeAdapter(Doi)


@pytest.mark.parametrize(
    ("written", "isbn"),
    [
        ("978-0-306-40615-7", "978-0-306-40615-7"),
        ("9780306406157", "9780306406157"),
        ("ISBN 978-0-306-40615-7", "978-0-306-40615-7"),
        ("ISBN-13: 978-0-306-40615-7", "978-0-306-40615-7"),
        ("978–0–306–40615–7", "978-0-306-40615-7"),
        ("0-306-40615-2", "0-306-40615-2"),
        ("0-8044-2957-x", "0-8044-2957-X"),
    ],
)
def test_an_isbn_is_read(written: str, isbn: str) -> None:
    assert ISBN.validate_python(written) == isbn


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("978-0-306-40615-8", "slip"),
        ("978-0-360-40615-7", "slip"),
        ("0-306-40615-3", "slip"),
        ("978-0-306", "no ISBN"),
        ("977-0-306-40615-7", "no ISBN"),
        ("to come", "no ISBN"),
    ],
)
def test_a_slip_in_an_isbn_is_told(written: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        ISBN.validate_python(written)


@pytest.mark.parametrize(
    "written", ["10.1000/182", "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "doi: 10.1000/182"]
)
def test_a_doi_is_read(written: str) -> None:
    assert DOI.validate_python(written) == "10.1000/182"


@pytest.mark.parametrize("written", ["182", "https://example.org/10.1000/182", "10.1000/", "10.1/x y"])
def test_what_is_no_doi_is_told(written: str) -> None:
    with pytest.raises(ValidationError, match="is no DOI"):
        DOI.validate_python(written)
