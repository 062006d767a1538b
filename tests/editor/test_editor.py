"""What an editor shows: the schemas of this repository in the language server that editors use."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mmpt_site.content.modeline import with_modeline
from tests.editor.language_server import LanguageServer
from tests.examples_of_yaml import Example, slips, sound

FLAGGED = 97  # of the slips that are errors for the program; measured
DATES = """\
# yaml-language-server: $schema=../.schema/dates.json
dates:
  - name: Submission
    kind: submission
    date: 2021-04-20
  - name: Notification
    \n"""
EMPTY_LINE = 6  # counted from 0, as editors do


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


@pytest.fixture
def dates(server: LanguageServer, root: Path) -> str:
    """The address of a file of dates that somebody is writing."""
    uri = (root / "content" / "2030" / "dates.yaml").as_uri()
    server.open(uri, DATES)
    server.told([uri])
    return uri


def shown(server: LanguageServer, root: Path, examples: tuple[Example, ...]) -> dict[Example, list[str]]:
    """What the server tells of each example, as of a file of an edition."""
    opened = {}
    for number, example in enumerate(examples):
        uri = (root / "content" / f"{len(examples)}-{number}" / f"{example.kind}.yaml").as_uri()
        server.open(uri, with_modeline(example.text.encode(), f"../.schema/{example.kind}.json").decode())
        opened[uri] = example
    told = server.told(opened)
    return {example: [each["message"] for each in told[uri]] for uri, example in opened.items()}


def test_the_content_of_this_repository_has_no_mistakes(server: LanguageServer, root: Path) -> None:
    files = sorted((root / "content").rglob("*.yaml"))
    assert files
    for file in files:
        server.open(file.as_uri(), file.read_text("utf-8"))
    assert not any(server.told(file.as_uri() for file in files).values())


def test_no_sound_file_has_a_mistake(server: LanguageServer, root: Path) -> None:
    told = shown(server, root, sound())
    assert {(example.where, *messages) for example, messages in told.items() if messages} == set()


def test_most_slips_are_flagged(server: LanguageServer, root: Path) -> None:
    wrong = tuple(slip for slip in slips() if not slip.sound and slip.readable)
    told = shown(server, root, wrong)
    flagged = [slip for slip in wrong if told[slip]]
    assert len(flagged) >= FLAGGED, [slip.where for slip in wrong if not told[slip]]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{nmae: A, name: A, date: TBA}", "Property nmae is not allowed."),
        ("{date: TBA}", 'Missing property "name".'),
        ("{name: A, date: TBA, kind: submision}", 'Value is not accepted. Valid values: "opens", "abstract",'),
        ("{name: A, date: April 20}", "Write a date, a date with time and zone, a range, or `to be announced`, for"),
        ("{name: A, date: TBA, url: www.example.org}", "Write a web address, for example https://openreview.net/"),
        ("{name: [A, B], date: TBA}", "Write text, for example Workshop paper submission"),
        ("{name: A, date: TBA, was: [2021]}", "Write a date, a date with time and zone, a range, or"),
    ],
)
def test_a_slip_is_told_in_plain_words(server: LanguageServer, root: Path, entry: str, message: str) -> None:
    uri = (root / "content" / message.encode().hex() / "dates.yaml").as_uri()
    server.open(uri, f"# yaml-language-server: $schema=../.schema/dates.json\ndates:\n  - {entry}\n")
    (told,) = server.told([uri])[uri]
    assert told["message"].startswith(message)
    assert told["range"]["start"]["line"] == 2


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("date", "When; `to be announced` is allowed.\n\n*A date, a date with time and zone, a range,"),
        ("kind", "What sort of date it is."),
        ("was", "The dates it had before, oldest first."),
    ],
)
def test_at_an_empty_line_the_fields_are_proposed_with_what_they_are_for(
    server: LanguageServer, dates: str, field: str, words: str
) -> None:
    proposed = server.complete(dates, EMPTY_LINE, 4)
    assert described(proposed[field]).startswith(words)
    assert "name" not in proposed, "it is there already"


def described(item: dict[str, Any]) -> str:
    """What stands beside a proposal."""
    said = item["documentation"]
    return str(said["value"] if isinstance(said, dict) else said)


def test_a_kind_is_chosen_from_a_list_without_odd_words(server: LanguageServer, root: Path) -> None:
    uri = (root / "content" / "2031" / "dates.yaml").as_uri()
    server.open(uri, DATES.replace("kind: submission", "kind: "))
    assert set(server.complete(uri, 3, 10)) >= {"submission", "notification", "camera-ready"}
    assert set(server.complete(uri, 3, 10)).isdisjoint({"null", "true", "false"})
    assert set(server.complete(uri, 2, 10)).isdisjoint({"null", "true", "false"})


@pytest.mark.parametrize(
    ("line", "words"),
    [(1, "One entry a date."), (2, "What happens."), (3, "What sort of date it is."), (4, "When; `to be announced`")],
)
def test_a_field_is_explained_where_somebody_points_at_it(
    server: LanguageServer, dates: str, line: int, words: str
) -> None:
    assert words in server.hover(dates, line, 6 if line > 1 else 2)
