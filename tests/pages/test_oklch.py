"""Every colour of a site is derived from one accent, and every text in it can be read."""

import pytest
from coloraide import Color
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mmpt_site.pages.oklch import DRAWING, TEXT, accent_of, palette
from tests.harness import SiteFolder

ACCENTS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def contrast(one: str, other: str) -> float:
    return float(Color(one).contrast(other))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(accent=ACCENTS)
@example(accent="#000000")
@example(accent="#ffffff")
@example(accent="#ffff00")
@example(accent="#0000ff")
def test_every_text_has_the_contrast_of_aaa_and_every_drawing_can_be_seen(accent: str) -> None:
    found = palette(accent)
    for colours in (found.light, found.dark):
        for ground in ("paper", "shade"):
            for text in ("ink", "faint", "accent"):
                assert contrast(colours[text], colours[ground]) >= TEXT, (text, ground)
            assert contrast(colours["mark"], colours[ground]) >= DRAWING


@pytest.mark.parametrize("accent", ["#962810", "#0046a0"])
def test_an_accent_that_can_carry_text_is_used_as_it_is(accent: str) -> None:
    assert palette(accent).light["accent"] == palette(accent).light["mark"] == accent


def test_an_accent_that_cannot_keeps_its_hue() -> None:
    made = Color(palette("#ffcc00").light["accent"]).convert("oklch")
    assert made["hue"] == pytest.approx(Color("#ffcc00").convert("oklch")["hue"], abs=8)


def test_a_grey_accent_has_grey_tints() -> None:
    for colour in palette("#808080").light.values():
        assert colour[1:3] == colour[3:5] == colour[5:7]


def test_without_an_accent_the_acronym_chooses_one() -> None:
    assert accent_of("#123456", "MMPT") == "#123456"
    assert accent_of(None, "MMPT") == accent_of(None, "MMPT")
    assert len({accent_of(None, name) for name in ("MMPT", "ICMR", "CLEF", "BEA", "WMT", "多模态")}) > 3


def test_the_colours_are_in_the_style_sheet_of_the_site(site: SiteFolder) -> None:
    site.write("site.yaml", "name: Small\nacronym: WSE\nlook: {accent: '#06c'}\n")
    made = site.build()
    assert not made.failed
    style = (made.folder / "static/style.css").read_text("utf-8")
    assert f"--mark: light-dark(#0066cc, {palette('#0066cc').dark['mark']})" in style


def test_a_style_sheet_of_the_projects_own_takes_the_place_of_the_one_that_is_made(site: SiteFolder) -> None:
    site.write("static/style.css", "h1 { color: teal }")
    made = site.build()
    assert (made.folder / "static/style.css").read_text("utf-8") == "h1 { color: teal }"
    assert not made.failed
