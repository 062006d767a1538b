"""Answers are remembered as long as they are worth it, and a file that is not ours changes nothing but time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mmpt_site.audit.external import Answer
from mmpt_site.hosts.remembered import remembering

A, B = "http://a.example/", "http://b.example/"
NOW = datetime(2021, 3, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
GOOD, BAD = Answer("good", moved_to=B), Answer("bad", "it is gone")
UNFOUND, UNREACHED = Answer("unfound", "there is no host"), Answer("unreached", "no way")
UNKNOWN, OFFLINE = Answer("unknown", "a.example answers 403"), Answer("offline")


@dataclass
class Hosts:
    """Hosts that give these answers, and what they were asked for."""

    answers: Mapping[str, Answer]
    asked: list[str] = field(default_factory=list)

    def anew(self, addresses: Sequence[str]) -> Iterator[tuple[str, Answer]]:
        """Answer."""
        for address in addresses:
            self.asked.append(address)
            yield address, self.answers[address]


def asked_again(file: Path, answer: Answer, later: timedelta) -> bool:
    """Whether an address is asked for a second time after a while."""
    hosts = Hosts({A: answer})
    for now in (NOW, NOW + later):
        assert remembering(hosts.anew, file, now)([A]) == {A: answer}
    return hosts.asked == [A, A]


@pytest.mark.parametrize(
    ("answer", "later", "again"),
    [
        *((GOOD, timedelta(0), False), (GOOD, 7 * DAY - MINUTE, False), (GOOD, 7 * DAY, True), (GOOD, -MINUTE, True)),
        *((BAD, HOUR - MINUTE, False), (BAD, HOUR, True), (UNFOUND, HOUR - MINUTE, False), (UNFOUND, HOUR, True)),
        (UNKNOWN, timedelta(0), True),
    ],
)
def test_how_long_an_answer_is_good(tmp_path: Path, answer: Answer, later: timedelta, again: bool) -> None:
    assert asked_again(tmp_path / "links.json", answer, later) == again


def test_only_what_is_new_is_asked_for(tmp_path: Path) -> None:
    hosts = Hosts({A: GOOD, B: BAD})
    remembering(hosts.anew, tmp_path / "links.json", NOW)([A])
    assert remembering(hosts.anew, tmp_path / "links.json", NOW)([A, B]) == {A: GOOD, B: BAD}
    assert hosts.asked == [A, B]


def test_what_is_old_is_forgotten_and_what_was_asked_on_another_day_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    hosts = Hosts({A: GOOD, B: BAD})
    remembering(hosts.anew, file, NOW)([A, B])
    remembering(Hosts({"http://c.example/": GOOD}).anew, file, NOW + DAY)(["http://c.example/"])
    said = file.read_text("utf-8")
    assert (A in said, B + '": {' in said, "c.example" in said) == (True, False, True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", '{"version": 2, "answers": {}}', '{"version": 1, "answers": {"http://a.example/": 3}}'),
        '{"version": 1, "answers": {"http://a.example/": {"asked": "2021-03-01", "answer": {"kind": "good"}}}}',
        '{"version": 1, "answers": {"http://a.example/": {"asked": "2021-03-01T00:00:00Z", "answer": {"kind": "x"}}}}',
    ],
)
def test_a_file_that_is_damaged_or_not_ours_only_costs_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "links.json").write_text(text, "utf-8")
    assert not asked_again(tmp_path / "links.json", GOOD, DAY)


def test_what_was_answered_before_an_end_is_kept(tmp_path: Path) -> None:
    hosts = Hosts({A: GOOD})
    with pytest.raises(KeyError):
        remembering(hosts.anew, tmp_path / "links.json", NOW)([A, B])
    assert remembering(hosts.anew, tmp_path / "links.json", NOW)([A]) == {A: GOOD}
    assert hosts.asked == [A, B]


@pytest.mark.parametrize(
    ("answers", "offline"),
    [
        ({A: UNFOUND, B: UNFOUND}, True),
        ({A: UNREACHED}, True),
        ({A: UNREACHED, B: UNFOUND}, True),
        ({A: UNFOUND}, False),
        ({A: UNFOUND, A + "1": UNFOUND}, False),
        ({A: UNFOUND, B: GOOD}, False),
        ({A: UNREACHED, B: UNKNOWN}, False),
    ],
)
def test_no_network_at_all_is_no_fault_of_the_links(tmp_path: Path, answers: dict[str, Answer], offline: bool) -> None:
    file = tmp_path / "links.json"
    found = remembering(Hosts(answers).anew, file, NOW)(list(answers))
    assert found == (dict.fromkeys(answers, OFFLINE) if offline else answers)
    if offline:
        assert "example" not in file.read_text("utf-8")
