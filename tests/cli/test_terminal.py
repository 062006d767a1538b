"""A bar for somebody who waits, and nothing for anybody else."""

import io
import sys
from collections.abc import Iterator

import pytest

from mmpt_site.cli import terminal as terminal_module
from mmpt_site.cli.terminal import progress


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


def looked_at(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def slow(seconds: list[float], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Letters, each of which takes its time on a clock of our own."""
    now = [0.0]
    monkeypatch.setattr(terminal_module, "perf_counter", lambda: now[0])

    def letters() -> Iterator[str]:
        for letter, took in zip("abcdefgh", seconds, strict=False):
            now[0] += took
            yield letter

    return letters()


def test_work_over_a_second_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    items = slow([0.4] * 8, monkeypatch)
    assert list(progress(items, 8, "Making pages")) == list("abcdefgh")
    assert "Making pages" in terminal.getvalue()
    assert "37%" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_quick_work_is_done_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    assert list(progress(slow([0.1] * 8, monkeypatch), 8, "Making pages")) == list("abcdefgh")
    assert terminal.getvalue() == ""


def test_nothing_to_do_is_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    assert list(progress(iter(()), 0, "Making pages")) == []
    assert terminal.getvalue() == ""


def test_where_nobody_looks_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(progress(slow([2.0] * 3, monkeypatch), 3, "Making pages")) == list("abc")
    assert stream.getvalue() == ""
