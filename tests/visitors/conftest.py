"""The sites whose every file is held to its standard."""

import pytest

from tests.visitors.sites import Made, make_sites


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    """Each of them, built anew."""
    return make_sites(tmp_path_factory.mktemp("visitors"))
