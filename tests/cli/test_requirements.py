"""A program that only this computer has is told before somebody publishes."""

import pytest

from mmpt_site.cli.requirements import unpublishable
from tests.harness import SiteFolder


def test_a_place_on_this_computer_is_noted_by_a_check(site: SiteFolder) -> None:
    site.write(
        "./requirements.txt", "# mmpt-site @ file:///a\n-c constraints.txt\n\nmmpt-site @ file:///home/ada/mmpt\n"
    )
    result = site.run("check")
    assert result.returncode == 0
    assert "requirements.txt:4:13: note: This place is on this computer only, so the site can be made" in result.stderr
    assert "    4 | mmpt-site @ file:///home/ada/mmpt\n      |             ^^^^^^^^^^^^^^^^^^^^^\n" in result.stderr


@pytest.mark.parametrize("text", [b"mmpt-site==1\n", b"mmpt-site @ git+https://example.org/a@b\n", b"\xff", None])
def test_what_others_find_is_not(site: SiteFolder, text: bytes | None) -> None:
    if text is not None:
        site.write("./requirements.txt", text)
    assert list(unpublishable(site.project)) == []
