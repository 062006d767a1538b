"""Files that are no text are called what they are, and how to get the last good one back is said."""

import pytest

from mmpt_site.content.sniff import not_text
from tests.harness import SiteFolder

WORD = b"PK\x03\x04\x14\x00\x06\x00"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (WORD, "a Word document, or another zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word document"),
        (rb"{\rtf1\ansi dates:", "a document with formats (RTF)"),
        (b"%PDF-1.7", "a PDF"),
        (b"\n<!DOCTYPE html>", "a web page"),
        (b"\x89PNG\r\n", "a picture"),
        (b"version https://git-lfs.github.com/spec/v1\n", "only a pointer to a file that Git LFS keeps elsewhere"),
        (bytes(range(256)) * 4, "no text at all"),
        (b"\x01\x00\x00\x00" * 100, "no text at all"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    assert not_text(data) == kind


@pytest.mark.parametrize(
    "data",
    [b"", b"dates: [", "名前: é".encode(), "a: b".encode("utf-16"), ("a: b" * 9).encode("utf-32"), b"a: \x01"],
)
def test_what_may_be_text_is_left_to_others(data: bytes) -> None:
    assert not_text(data) == ""


def test_the_way_back_is_told(site: SiteFolder) -> None:
    site.write("dates.yaml", WORD).build().tells(
        "content/2021/dates.yaml: error: This file is a Word document, or another zip archive.",
        "= Put an earlier version back: from a copy of yours, or one that your editor remembers.",
    )
