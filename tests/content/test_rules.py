"""Every rule has an example of what it tells: a pair among the diagnostics."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from pathlib import Path

import pytest

from mmpt_site.content import rules
from mmpt_site.content.finding import Finding
from mmpt_site.content.load import load
from tests.content.test_diagnostics import INPUTS, set_up
from tests.harness import SiteFolder

Check = Callable[..., Iterator[Finding]]


def test_every_rule_has_an_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: set[str] = set()

    def heard(check: Check) -> Check:
        @wraps(check)
        def listened(*parts: object) -> Iterator[Finding]:
            for finding in check(*parts):
                spoken.add(check.__name__)
                yield finding

        return listened

    names = [rule.check.__name__ for rule in rules.RULES]
    monkeypatch.setattr(rules, "RULES", tuple(replace(rule, check=heard(rule.check)) for rule in rules.RULES))
    for number, slip in enumerate(INPUTS):
        site = SiteFolder.make(tmp_path / str(number))
        set_up(site, slip)
        load(site.root / "content")
    assert [name for name in names if name not in spoken] == []
