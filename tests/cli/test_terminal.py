"""A bar for somebody who waits, and nothing for anybody else."""

import io
import sys

import pytest

from mmpt_site.cli.terminal import progress


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


def test_somebody_who_waits_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(progress(iter("abc"), 3, "Asking other hosts")) == ["a", "b", "c"]
    assert "Asking other hosts" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


@pytest.mark.parametrize(("number", "stream"), [(0, Terminal()), (3, io.StringIO())])
def test_where_nobody_waits_there_is_no_bar(monkeypatch: pytest.MonkeyPatch, number: int, stream: io.StringIO) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(progress(iter("abc"[:number]), number, "Asking other hosts")) == list("abc"[:number])
    assert stream.getvalue() == ""
