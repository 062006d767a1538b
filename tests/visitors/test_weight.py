"""Every page of every site is there after one round trip of a new connection."""

import random
from datetime import date
from pathlib import Path

import pytest

from tests.visitors.sites import Made, complaints
from tests.visitors.weight import BUDGET, LIST_FILES, LONG_LIST, MANY, over_budget, weigh

PAGE = '<!doctype html>\n<link rel="stylesheet" href="../{style}">\n<script type="module" src="/repo/a.js"></script>\n'


@pytest.fixture
def small(tmp_path: Path) -> Made:
    """A site of one page that needs three files."""
    (tmp_path / "2021").mkdir()
    (tmp_path / "2021/index.html").write_text(PAGE.format(style="style.css?1"), "utf-8")
    (tmp_path / "style.css").write_text("p { margin: 0 }", "utf-8")
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n', "utf-8")
    (tmp_path / "b.js").write_text('import "./a.js";\nexport const b = 1;\n', "utf-8")
    return Made(tmp_path, "https://example.org/repo/", date(2021, 3, 1))


def test_no_page_is_too_heavy(sites: list[Made]) -> None:
    assert all(site.files("*.html") for site in sites)
    assert complaints(sites, "*.html", over_budget) == []


def test_all_that_a_page_loads_counts(small: Made) -> None:
    page = small.folder / "2021/index.html"
    assert list(weigh(small, page).files) == ["2021/index.html", "style.css", "a.js", "b.js"]
    assert over_budget(small, page) == []


def test_a_page_that_is_too_heavy_is_told(small: Made) -> None:
    page = small.folder / "2021/index.html"
    (small.folder / "b.js").write_bytes(random.Random(1).randbytes(BUDGET).hex().encode())
    (told,) = over_budget(small, page)
    assert "bytes, more than 14,336: 2021/index.html " in told
    (small.folder / "b.js").write_text('import "./c.js";', "utf-8")
    (small.folder / "c.js").write_text("", "utf-8")
    (told,) = over_budget(small, page)
    assert told.startswith("5 requests, more than 4: ")


def noise(seed: int, size: int) -> str:
    """What compresses to little more than so many bytes."""
    return random.Random(seed).randbytes(size).hex()


def listed(small: Made, entries: int, size: int, style: str = "program.css") -> list[str]:
    """What is told of a page with a list of so many entries, which has about so many bytes."""
    (small.folder / style).write_text(f"/* {noise(1, 2_000)} */", "utf-8")
    text = "".join(f"<li id=e{number}>" for number in range(entries))
    page = small.folder / "2021/index.html"
    page.write_text(f"{PAGE.format(style=style)}<main><ol>{text}</ol>{noise(2, size)}</main>", "utf-8")
    return over_budget(small, page)


def test_files_of_a_list_come_besides(small: Made) -> None:
    assert listed(small, 3, BUDGET - 3_500) == []
    assert listed(small, MANY, BUDGET) != []
    assert listed(small, 3, BUDGET - 3_500, "style.css") != []


def test_only_a_long_list_may_be_heavier(small: Made) -> None:
    assert listed(small, MANY + 1, BUDGET + 5_000) == []
    (told,) = listed(small, MANY + 1, LONG_LIST)
    assert "bytes, more than 27,648: " in told
    assert listed(small, MANY + 1, BUDGET + 5_000, "style.css") != []


def test_the_files_of_a_list_have_a_budget_too(small: Made) -> None:
    assert listed(small, 3, 10, "papers.css") == []
    (small.folder / "a.js").write_text('import "./papers.js";', "utf-8")
    (small.folder / "papers.js").write_text(f"// {noise(3, LIST_FILES)}", "utf-8")
    (told,) = listed(small, 3, 10, "papers.css")
    assert "bytes for its list, more than 8,192: " in told


def test_what_comes_from_elsewhere_is_told(small: Made) -> None:
    page = small.folder / "2021/index.html"
    page.write_text(PAGE.format(style="../elsewhere.css"), "utf-8")
    with pytest.raises(AssertionError, match="from elsewhere"):
        weigh(small, page)
