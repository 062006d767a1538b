"""An SVG is shown as it is, so nothing in it may act or fetch."""

import pytest

from mmpt_site.pictures.facts import Facts
from mmpt_site.pictures.vector import HEAVY, inspect
from tests.camera import SVG


def within(inner: str) -> bytes:
    start = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="urn:x">'
    return f"{start}{inner}</svg>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        "<script/>",
        "<x:script/>",
        "<g ONLOAD='a()'/>",
        "<a href='javascript:a()'/>",
        "<a xlink:href=' java&#10;script:a()'/>",
        "<a href='data:text/html,x' xml:base='javascript:a()//'/>",
        "<set attributeName='href' to='javascript:a()'/>",
        "<animate attributeName='href' values='#a;javascript:a()'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "<image href='https://example.org/a.png'/>",
        "<image xlink:href='//example.org/a.png'/>",
        "<image href='a.png'/>",
        "<use href='other.svg#a'/>",
        "<use href='data:image/svg+xml;base64,AAAA#a'/>",
        "<rect fill='url(https://example.org/a.svg#b)'/>",
        "<rect style='fill: URL( \"//example.org/a\" )'/>",
        "<rect style='fill: u\\72l(//example.org/a)'/>",
        "<style>@import url(a.css);</style>",
        "<style>@font-face{src:u/**/rl(//example.org/a)}</style>",
        "<style><![CDATA[a{background:url('//example.org/a')}]]></style>",
        "<iframe src='#a'/>",
    ],
)
def test_what_acts_or_fetches_is_refused(inner: str) -> None:
    facts = inspect(within(inner))
    assert facts.complaint.startswith("This SVG ")
    assert "plain SVG" in facts.hint


@pytest.mark.parametrize(
    "inner",
    [
        "<a href='https://example.org/'><path d='M0 0'/></a>",
        "<defs><linearGradient id='a'/></defs><rect fill='url(#a)' style='stroke: url(\"#a\")'/>",
        "<image href='data:image/png;base64,AAAA'/><use xlink:href='#a'/>",
        "<style>a { fill: red } /* url(//example.org) */</style>",
        "<text>javascript: url(//example.org) @import</text>",
    ],
)
def test_what_only_draws_is_shown(inner: str) -> None:
    assert inspect(within(inner)).complaint == ""


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<?xml-stylesheet href='https://example.org/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        b"<svg/>",
        SVG + b"<!--" + b"x" * HEAVY + b"-->",
    ],
)
def test_what_no_browser_should_get_is_refused(data: bytes) -> None:
    assert inspect(data).complaint.startswith("This SVG ")


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("width='120' height='40'", (120, 40)),
        ("width='1in' height='0.5in'", (96, 48)),
        ("viewBox='0 0 40 30'", (40, 30)),
        ("viewBox='0,0,40,30' width='80px'", (80, 60)),
        ("viewBox='0 0 40 30' height='60'", (80, 60)),
        ("viewBox='0 0 40 30' width='100%' height='100%'", (40, 30)),
        ("viewBox='0 0 0 0'", (300, 150)),
        ("", (300, 150)),
    ],
)
def test_its_size_is_that_which_browsers_give_it(attributes: str, size: tuple[int, int]) -> None:
    data = f"<?xml version='1.0'?><!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg' {attributes}/>".encode()
    assert inspect(data) == Facts("SVG", *size, "vector")
