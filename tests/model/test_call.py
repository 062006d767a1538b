"""The call: its portal, and what it is called."""

from typing import Any

import pytest

from mmpt_site.model.call import Call, Portal


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ({"name": "Small", "url": "https://openreview.net/"}, "Small"),
        ({"system": "ARR", "url": "https://example.org/"}, "ARR"),
        ({"url": "https://openreview.net/group?id=x"}, "OpenReview"),
        ({"url": "https://small.hotcrp.com/"}, "HotCRP"),
        ({"url": "https://submit.example.org/"}, "submit.example.org"),
        ({"email": "papers@example.org"}, ""),
        ({"system": "email", "email": "papers@example.org"}, ""),
        ({"system": "CMT", "opens": "to be announced"}, "CMT"),
    ],
)
def test_a_portal_has_the_name_that_it_is_given_or_known_by(written: dict[str, Any], label: str) -> None:
    assert Portal.model_validate(written).label == label


def test_a_call_that_only_moved_says_nothing() -> None:
    assert not Call.model_validate({"formerly": "cfp"}).says_something
    assert Call.model_validate({"blind": "open"}).says_something
