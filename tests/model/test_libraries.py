"""Where papers are kept."""

import pytest
from pydantic import ValidationError

from mmpt_site.model.papers import Links


@pytest.mark.parametrize(
    ("field", "written", "address"),
    [
        ("doi", "10.1000/182", "https://doi.org/10.1000/182"),
        ("doi", "doi: 10.1000/182", "https://doi.org/10.1000/182"),
        ("doi", "http://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("doi", "https://doi.org/10.1002%2F(SICI)1(1996)1:1%3C1::A%3E3.0.CO;2-K", None),
        ("arxiv", "2101.00001", "https://arxiv.org/abs/2101.00001"),
        ("arxiv", "arXiv:2101.00001v2", "https://arxiv.org/abs/2101.00001v2"),
        ("arxiv", "https://arxiv.org/pdf/2101.00001v2.pdf", "https://arxiv.org/abs/2101.00001v2"),
        ("arxiv", "cs.CL/0112017", "https://arxiv.org/abs/cs.CL/0112017"),
        ("anthology", "2021.example-1.1", "https://aclanthology.org/2021.example-1.1"),
        ("anthology", "https://aclanthology.org/P19-1001/", "https://aclanthology.org/P19-1001"),
        ("anthology", "https://www.aclweb.org/anthology/P19-1001.pdf", "https://aclanthology.org/P19-1001"),
    ],
)
def test_an_id_or_an_address_leads_to_the_paper(field: str, written: str, address: str | None) -> None:
    (found,) = Links.model_validate({field: written}).known
    assert found == (field, address or "https://doi.org/10.1002/(SICI)1(1996)1:1%3C1::A%3E3.0.CO;2-K")


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("doi", "182"),
        ("doi", "https://example.org/10.1000/182"),
        ("doi", "10.1000/182 and more"),
        ("arxiv", "2101.1"),
        ("arxiv", "https://arxiv.org/list/cs.CL"),
        ("anthology", "2021"),
        ("anthology", ["P19-1001"]),
    ],
)
def test_what_is_no_id_is_told(field: str, written: object) -> None:
    with pytest.raises(ValidationError):
        Links.model_validate({field: written})
