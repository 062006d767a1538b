"""The first line that leads editors to a schema."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mmpt_site.content.modeline import with_modeline

DATES = "../.schema/dates.json"
LINE = b"# yaml-language-server: $schema=../.schema/dates.json"
REST = b"# The dates.\ndates: []\n"


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_it_comes_first_and_the_rest_stays_byte_for_byte(bom: bytes, ending: bytes) -> None:
    rest = REST.replace(b"\n", ending)
    assert with_modeline(bom + rest, DATES) == bom + LINE + ending + rest


@pytest.mark.parametrize("data", [b"", b"dates: []", b"\n", b"dates: [\xff]\n", b"---\ndates: []\n"])
def test_any_other_file_gets_it_too(data: bytes) -> None:
    assert with_modeline(data, DATES) == LINE + b"\n" + data


@pytest.mark.parametrize(
    "data",
    [
        LINE + b"\n" + REST,
        LINE + b"\r\n" + REST,
        LINE,
        b"# The dates.\n\n  # More.\n" + LINE + b"\ndates: []\n",
        b"# yaml-language-server: $schema=https://example.org/their-own.json\n" + REST,
        b"# yaml-language-server: $schema: ../.schema/dates.json\n" + REST,
        b"#  yaml-language-server : $schema=../.schema/dates.json\n" + REST,
        "dates: []\n".encode("utf-16"),
        "dates: []\n".encode("utf-16-le"),
    ],
)
def test_a_file_that_has_one_is_left_alone_and_so_is_one_in_utf_16(data: bytes) -> None:
    assert with_modeline(data, DATES) == data


@pytest.mark.parametrize("wrong", [b".schema/dates.json", b"../.schema/topics.json", b"../../.schema/dates.json"])
def test_one_that_leads_to_another_of_our_schemas_is_set_right(wrong: bytes) -> None:
    before = b"\xef\xbb\xbf# The dates.\r\n# yaml-language-server: $schema=%s\r\ndates: []\r\n"
    assert with_modeline(before % wrong, DATES) == before % DATES.encode()


def test_a_line_further_down_is_text_like_any_other() -> None:
    data = b"dates:\n  - name: A\n" + LINE + b"\n"
    assert with_modeline(data, DATES) == LINE + b"\n" + data


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=40) | st.text("#\r\n :a\ufeff", max_size=40).map(str.encode))
def test_twice_is_once(data: bytes) -> None:
    once = with_modeline(data, DATES)
    assert with_modeline(once, DATES) == once
    assert once.endswith(data[3:] if data.startswith(b"\xef\xbb\xbf") else data)
