"""An emblem as SVG is small, says nothing to screen readers, and takes the colour around it."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from mmpt_site.pages.emblem.draw import icon, inline, inline_small
from tests.harness import SiteFolder

ACRONYMS = "MMPT ICMR BEA XR SIGIR SemEval NeurReps 多模态 שפה W4A X".split()


@pytest.mark.parametrize("acronym", ACRONYMS)
def test_an_emblem_is_small_and_takes_the_colour_of_the_text(acronym: str) -> None:
    for drawn in (inline(acronym), inline_small(acronym)):
        (svg,) = [ElementTree.fromstring(drawn)]  # noqa: S314 - our own text
        assert (svg.get("stroke"), svg.get("aria-hidden"), svg.get("focusable")) == ("currentColor", "true", "false")
        assert len(gzip.compress(drawn.encode())) < 1500
        assert not re.search(r" id=|style=|#[0-9a-f]{3}|\de-", drawn)


@pytest.mark.parametrize("acronym", ACRONYMS)
def test_a_drawing_stays_in_its_box(acronym: str) -> None:
    for drawn, half in ((inline(acronym), 500), (inline_small(acronym), 32)):
        for start in re.findall(r"M(-?[\d.]+) ?(-?[\d.]+)", drawn):
            assert max(abs(float(number)) for number in start) <= half


def test_an_icon_has_a_colour_for_each_ground() -> None:
    drawn = icon("MMPT", "#962810", "#ffa185")
    assert "stroke:#962810" in drawn
    assert "@media(prefers-color-scheme:dark){path{stroke:#ffa185}}" in drawn
    ElementTree.fromstring(drawn)  # noqa: S314 - our own text


def test_the_front_page_shows_the_emblem_and_every_page_its_small_form(site: SiteFolder) -> None:
    built = site.write("dates.yaml", "dates:\n- {name: Deadline, date: 2021-04-20}\n").build()
    assert inline("WSE") in built.source("/")
    assert inline("WSE") not in built.source("/2021/dates/")
    assert inline_small("WSE") in built.source("/2021/dates/")
