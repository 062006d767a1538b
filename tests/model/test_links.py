"""What pages on networks are called."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from mmpt_site.model.links import LinkOrAddress, ListOrAddress


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("https://bsky.app/profile/example.org", "Bluesky"),
        ("https://www.linkedin.com/company/example", "LinkedIn"),
        ("https://example.slack.com/", "Slack"),
        ("https://example.social/@wse", "Mastodon"),
        ("https://netflix.com/", "netflix.com"),
        ("https://talk.example.org/", "talk.example.org"),
        ({"name": "Our forum", "url": "https://talk.example.org/"}, "Our forum"),
    ],
)
def test_a_link_has_the_name_of_its_network_or_its_own(written: Any, label: str) -> None:
    assert TypeAdapter(LinkOrAddress).validate_python(written).label == label


@pytest.mark.parametrize(
    ("written", "known"),
    [
        (
            "https://groups.google.com/g/wse-announce",
            ("wse-announce", "https://groups.google.com/g/wse-announce", None),
        ),
        ("list@example.org", ("list", None, "list@example.org")),
        ("wse-announce", ("wse-announce", None, None)),
    ],
)
def test_a_mailing_list_is_known_by_any_address_of_it(written: str, known: tuple[str | None, ...]) -> None:
    found = TypeAdapter(ListOrAddress).validate_python(written)
    assert (found.name, found.url, found.email) == known
