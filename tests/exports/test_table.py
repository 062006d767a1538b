"""The table of files for machines."""

import pytest

from mmpt_site.exports.table import EXPORTS
from tests.harness import SiteFolder


@pytest.mark.parametrize("path", [export.path for export in EXPORTS])
def test_every_row_of_the_table_is_a_file_of_the_site(site: SiteFolder, path: str) -> None:
    assert (site.build().folder / path).is_file()


def test_github_is_told_to_publish_the_files_as_they_are(site: SiteFolder) -> None:
    assert (site.build().folder / ".nojekyll").read_bytes() == b""
