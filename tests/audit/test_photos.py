"""Photos that visitors would have to wait for."""

import pytest

from mmpt_site.audit.photos import HEAVY
from tests.harness import SiteFolder

KEYNOTES = "keynotes:\n  - speaker: {name: Ada Example, photo: ada.jpg}\n"


@pytest.mark.parametrize(("size", "warned"), [(HEAVY, 0), (HEAVY + 1, 1)])
def test_a_heavy_photo_is_told_at_its_name(site: SiteFolder, size: int, warned: int) -> None:
    site.write("keynotes.yaml", KEYNOTES).write("content/2021/files/ada.jpg", b"x" * size)
    problems = site.build().problems
    assert [str(problem.mark) for problem in problems] == ["content/2021/keynotes.yaml:2:41"] * warned
    assert [problem.level for problem in problems] == ["warning"] * warned
    assert all(problem.message.startswith("This photo has 1.0 MB, ") for problem in problems)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "content/2021/keynotes.yaml:2:41: error: This photo is empty."),
        (b"\0\0\0\x18ftypheic\0\0", "content/2021/keynotes.yaml:2:41: error: This photo is a HEIC picture"),
    ],
)
def test_a_photo_that_no_browser_shows_is_told(site: SiteFolder, data: bytes, told: str) -> None:
    site.write("keynotes.yaml", KEYNOTES).write("content/2021/files/ada.jpg", data).build().tells(told)
