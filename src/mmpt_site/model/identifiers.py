"""Numbers of publications: an ISBN or a DOI as people write it in, its plain form out, or that it has a slip."""

import re
from typing import Annotated

from pydantic import BeforeValidator

from mmpt_site.model.part import quoted, text_of, wrong
from mmpt_site.model.written import Written

# for editors: each takes what its check below takes, and a little more
ISBN = r"(?:ISBN[-: ]*(?:1[03][-: ]+)?)?[0-9][-0-9 –]{8,16}[0-9Xx]"
DOI = r"(?:https?://(?:dx[.])?doi[.]org/|[Dd][Oo][Ii]: *)?10[.][0-9]{4,9}/\S+"


def _isbn(value: object) -> str:
    """An ISBN-13 or ISBN-10 with the hyphens as written (ISO 2108); its last digit proves the others."""
    written = " ".join(text_of(value, "an ISBN", "978-0-306-40615-7").split())
    bare = re.sub(r"^ISBN[-: ]*(?:1[03][-: ]+)?", "", written, flags=re.IGNORECASE).replace("–", "-")
    digits = bare.replace("-", "").replace(" ", "").upper()
    if not re.fullmatch("97[89][0-9]{10}|[0-9]{9}[0-9X]", digits):
        raise wrong(f"{quoted(written)} is no ISBN.", "Write its 13 digits, such as 978-0-306-40615-7")
    values = [10 if digit == "X" else int(digit) for digit in digits]
    long = len(digits) == 13
    total = sum(
        each * (1 if long and not place % 2 else 3 if long else 10 - place) for place, each in enumerate(values)
    )
    if total % (10 if long else 11):
        message = f"{quoted(written)} has a slip in one of its digits: the last one does not fit."
        raise wrong(message, "Copy it once more.")
    return bare.upper()


def _doi(value: object) -> str:
    """A DOI without the address of its resolver (ISO 26324)."""
    written = text_of(value, "a DOI", "10.1000/182")
    bare = re.sub(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:\s*", "", written, flags=re.IGNORECASE)
    if not re.fullmatch(r"10\.[0-9]{4,9}/\S+", bare):
        raise wrong(f"{quoted(written)} is no DOI.", "Write what follows https://doi.org/, such as 10.1000/182")
    return bare


Isbn = Annotated[str, BeforeValidator(_isbn), Written("an ISBN", "ISBNs", ISBN, ("string", "number"))]
Doi = Annotated[str, BeforeValidator(_doi), Written("a DOI", "DOIs", DOI)]
