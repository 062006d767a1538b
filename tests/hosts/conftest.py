"""What the tests of asking other hosts may ask for."""

from collections.abc import Iterator

import pytest

from tests.hosts.world import World, world


@pytest.fixture
def hosts() -> Iterator[World]:
    """A world of hosts, empty yet."""
    with world() as made:
        yield made
