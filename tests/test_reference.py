"""The reference of fields: what researchers read of the model."""

import html
import re

import markdown
import pytest

from mmpt_site import reference
from mmpt_site.reference import Field, File, as_markdown, as_text, every_field, field_as_text
from mmpt_site.schema import KINDS

FILES = {file.name: file for file in reference.files()}
HOSTILE = "<script>|*a*_b_`c|<d>`[e](javascript:f)$g$ `` h`i `` \\ & #"


def named(file: str, name: str) -> Field:
    return next(field for field in every_field(FILES[file].fields) if field.name == name)


def test_every_file_and_field_is_there() -> None:
    assert set(FILES) == {*KINDS, "pages"}
    for name, kind in KINDS.items():
        assert [field.name for field in FILES[name].fields] == [i.alias or n for n, i in kind.model_fields.items()]
    assert [field.name for field in named("dates", "dates").below][:4] == ["name", "id", "kind", "date"]
    assert {field.name for field in named("program", "program").below} >= {"at", "title", "for"}
    assert {field.name for field in named("topics", "topics").below} == {"group", "topics"}


@pytest.mark.parametrize(
    ("file", "field", "words"),
    [
        ("site", "name", "text"),
        ("site", "language", "a language"),
        ("call", "goals", "Markdown, or a list of texts in Markdown"),
        ("dates", "date", "a date, a date with time and zone, a range, or `to be announced`"),
        ("dates", "hard", "yes or no"),
        ("dates", "dates", "a list of entries with fields"),
        ("organizers", "organizers", "a list of names, or entries with fields"),
        ("organizers", "affiliation", "a name, or fields, or a list of names, or entries with fields"),
        ("program", "program", "days, each with a list of sessions, or `to be announced`"),
        ("workshop", "host", "fields"),
        ("workshop", "contact", "an email address, or a list of email addresses"),
    ],
)
def test_what_to_write_is_said_in_plain_words(file: str, field: str, words: str) -> None:
    assert named(file, field).words == words


def test_nothing_reads_like_a_program() -> None:
    said = " ".join([as_markdown(), *map(as_text, FILES.values())])
    assert not re.findall(r"\b(?:null|None|str|bool|int|tuple|dict|string|boolean|object|array|model|schema)\b", said)


def test_a_file_on_a_terminal() -> None:
    text = as_text(FILES["dates"], width=100)
    assert text.startswith("content/2027/dates.yaml\n  The important dates, in the order written.\n")
    assert (
        """
  dates: a list of entries with fields; needed
      One entry a date.
          dates:
            - {name: Submission, date: 2021-04-20}

      name: text; needed
          What happens.
              name: Workshop paper submission
"""
        in text
    )
    assert "`other`; without it: other\n" in text
    assert as_text(FILES["site"]).startswith("content/site.yaml\n")


def test_a_narrow_terminal_gets_narrow_lines() -> None:
    lines = "\n".join(as_text(file, width=60) for file in FILES.values()).split("\n")
    prose = [line for line in lines if not re.match(r" +(- )?[{\w]+: ", line)]
    assert max(map(len, prose)) <= 60
    assert not any(line.endswith("travel-") for line in lines)


def test_a_field_on_a_terminal() -> None:
    assert (
        field_as_text(named("dates", "hard"))
        == """\
hard: yes or no
    Whether it will not be extended.
        hard: yes"""
    )


def test_the_page_links_to_each_of_its_parts() -> None:
    page = as_markdown()
    anchors = re.findall('<a id="([a-z-]+)"></a>', page)
    assert len(anchors) == len(set(anchors))
    assert {f"{name}-yaml" for name in KINDS} <= set(anchors)
    assert {"dates-yaml-dates", "organizers-yaml-committees-members", "workshop-yaml-host"} <= set(anchors)
    assert set(re.findall(r"\]\(#([a-z-]+)\)", page)) <= set(anchors)
    assert page.endswith("|\n")


def test_each_part_of_the_page_is_a_table_of_its_fields() -> None:
    made = markdown.markdown(as_markdown(), extensions=["tables"])
    tables = made.count("<table>")
    again = made.count("Its fields are those of <a href=")
    assert tables + again == as_markdown().count("<a id=")
    assert again > 2
    rows = re.findall("<tr>(.*?)</tr>", made, re.DOTALL)
    groups = {field.below for file in FILES.values() for field in every_field(file.fields) if field.below}
    assert len(rows) == tables + sum(map(len, groups)) + sum(len(file.fields) for file in FILES.values())
    assert all(len(re.findall("<t[dh]>", row)) == 4 for row in rows)
    assert "<td><code>date</code></td>" in made
    assert "<strong>needed</strong>" in made


def test_what_means_something_to_markdown_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    field = Field("a|b", HOSTILE, True, HOSTILE, f"a|b: {HOSTILE}", "`x", ())
    monkeypatch.setattr(reference, "files", lambda: (File("hostile", HOSTILE, (field,)),))
    made = markdown.markdown(as_markdown(), extensions=["tables"])
    row = re.findall("<tr>(.*?)</tr>", made, re.DOTALL)[1]
    assert row.count("<td>") == 4
    assert "<script" not in made
    assert 'href="javascript' not in made
    assert "<em>a" not in row
    assert "<code>c|<d></code>" in html.unescape(row)
    assert "<code>h`i</code>" in html.unescape(row)


def test_the_page_is_the_same_each_time() -> None:
    assert as_markdown() == as_markdown()
