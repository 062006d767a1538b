"""Every page of every site is there after one round trip of a new connection."""

import random
from datetime import date
from pathlib import Path

import pytest

from tests.visitors.sites import Made, complaints
from tests.visitors.weight import BUDGET, FEW, TOOLS, over_budget, weigh

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
    many = "".join(f'<li id="paper-{number}">' for number in range(FEW + 2))
    page.write_text(page.read_text("utf-8") + many, "utf-8")
    (told,) = over_budget(small, page)
    assert "bytes, more than 14,486: 2021/index.html " in told
    (small.folder / "b.js").write_text('import "./c.js";', "utf-8")
    (small.folder / "c.js").write_text("", "utf-8")
    (told,) = over_budget(small, page)
    assert told.startswith("5 requests, more than 4: ")


def test_what_a_long_list_is_searched_with_comes_on_top_up_to_a_limit(small: Made) -> None:
    page = small.folder / "2021/index.html"
    page.write_text(PAGE.format(style="papers.css"), "utf-8")
    (small.folder / "b.js").write_bytes(random.Random(1).randbytes(BUDGET * 3 // 4).hex().encode())
    (small.folder / "papers.css").write_bytes(random.Random(2).randbytes(TOOLS // 2).hex().encode())
    assert weigh(small, page).total > BUDGET
    assert over_budget(small, page) == []
    (small.folder / "papers.css").write_bytes(random.Random(2).randbytes(TOOLS + BUDGET // 4).hex().encode())
    (told,) = over_budget(small, page)
    assert "bytes, more than 22,528: 2021/index.html " in told


def test_what_comes_from_elsewhere_is_told(small: Made) -> None:
    page = small.folder / "2021/index.html"
    page.write_text(PAGE.format(style="../elsewhere.css"), "utf-8")
    with pytest.raises(AssertionError, match="from elsewhere"):
        weigh(small, page)
