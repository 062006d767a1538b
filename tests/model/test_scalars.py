"""The kinds of text that a field can hold."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from mmpt_site.model.scalars import CitedPerson, Email, Id, KnownPeople, OneOrMany, Prose, Text, Url, same_name, slug
from tests.harness import SiteFolder

PROPERTY = settings(max_examples=50, deadline=None, derandomize=True)
NAMES = st.text(max_size=12) | st.text("aAéÉßİıϴǅﬁＡ中ไทยहि 1²-_'.", max_size=12)


def read(kind: Any, value: object, people: KnownPeople | None = None) -> Any:
    """A value of a field of this kind."""
    return TypeAdapter(kind).validate_python(value, context={"people": people})


def refused(kind: Any, value: object, people: KnownPeople | None = None) -> str:
    """The sentence and the hint with which a value is refused."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value, people)
    (error,) = caught.value.errors()
    return f"{error['ctx']['message']} {error['ctx']['hint']}"


@pytest.mark.parametrize("text", ["Bei  Liu", " Bei Liu ", "Bei\nLiu", "Bei\t Liu\r\n"])
def test_a_text_is_one_line_with_single_spaces(text: str) -> None:
    assert read(Text, text) == "Bei Liu"


def test_a_text_keeps_a_space_that_does_not_break() -> None:
    assert read(Text, "10\N{NO-BREAK SPACE}min") == "10\N{NO-BREAK SPACE}min"


@pytest.mark.parametrize("kind", [Text, Prose])
def test_an_empty_text_is_refused(kind: Any) -> None:
    assert "This text is empty." in refused(kind, " \n ")


def test_prose_keeps_its_lines() -> None:
    assert read(Prose, "One.\n\nTwo.\n") == "One.\n\nTwo.\n"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c&d#e",
        "HTTPS://Example.ORG/",
        "https://例え.jp/é",
        "https://[2001:db8::1]/",
        "https://example.org/(a),'b';c",
    ],
)
def test_a_web_address_is_kept_as_written(text: str) -> None:
    assert read(Url, f" {text} ") == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("www.example.org", "Write https://www.example.org"),
        ("example.org/a", "Write https://example.org/a"),
        ("htps://example.org", "Did you mean https://example.org ?"),
        ("javascript:alert(1)", "A link starts with https:// or http://"),
        ("mailto:a@example.org", "A link starts with"),
        ("//example.org/", "A link starts with"),
        ("/2021/", "A link starts with"),
        ("https://", "not a web address"),
        ("http:///a", "not a web address"),
        ("https://example.org:99999/", "not a web address"),
        ("https://[::1", "not a web address"),
        ('https://example.org/"onclick=', "not a web address"),
        ("https://exa mple.org/", "not a web address"),
        ("https://example.org/<b>", "not a web address"),
    ],
)
def test_what_is_no_web_address_is_answered_with_one(text: str, told: str) -> None:
    assert told in refused(Url, text)


@pytest.mark.parametrize("text", ["bei.liu@microsoft.com", "qjin@ruc.edu.cn", "a+b@x-y.org", "é@example.org"])
def test_an_email_address_is_kept_as_written(text: str) -> None:
    assert read(Email, f" {text} ") == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mailto:a@example.org", "Write a@example.org"),
        ("Bei Liu <a@example.org>", "Write a@example.org"),
        ("a at example.org", "Write a@example.org"),
        ("a.b [AT] example.org", "Write a.b@example.org"),
        ("a @ example.org", "Write a@example.org"),
        ("meet at noon", "Write it as name@example.org"),
        ("a@example", "Write it as name@example.org"),
        ("a@example..org", "Write it as name@example.org"),
        ("a@b@example.org", "Write it as name@example.org"),
        ("a@example.org, b@example.org", "Write [a@example.org, b@example.org]"),
    ],
)
def test_what_is_no_email_address_is_answered_with_one(text: str, told: str) -> None:
    assert told in refused(Email, text)


@PROPERTY
@given(NAMES)
@example("İstanbul")
@example("ϴ ᾼ ǅ")
def test_the_slug_of_any_name_is_an_id_or_nothing(name: str) -> None:
    made = slug(name)
    assert made == "" or read(Id, made) == made
    assert slug(made) == made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Bei Liu", "bei-liu"),
        ("Workshop: Paper (Submission)!", "workshop-paper-submission"),
        ("Étienne  O'Neil", "étienne-o-neil"),
        ("刘蓓", "刘蓓"),
        ("عربى", "عربى"),
        ("ＭＭＰＴ", "mmpt"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("हिन्दी", "हिन्दी"),
        ("ภาษาไทย", "ภาษาไทย"),
        ("???", ""),
    ],
)
def test_a_slug_keeps_the_letters_of_every_script(name: str, made: str) -> None:
    assert slug(name) == made


def test_two_people_whose_names_differ_only_in_a_vowel_sign_are_two(site: SiteFolder) -> None:
    site.write("organizers.yaml", "organizers: [कमल, कमला]\n").build().shows("/2021/organizers/", "कमल", "कमला")


@pytest.mark.parametrize(
    ("text", "told"),
    [("Bei Liu", "Write bei-liu"), ("a_b", "Write a-b"), ("-a", "Write a"), ("!", "Write a short word")],
)
def test_what_is_no_id_is_answered_with_one(text: str, told: str) -> None:
    assert told in refused(Id, text)


@pytest.mark.parametrize(("value", "texts"), [("one", ("one",)), (["one", "two"], ("one", "two")), ([], ())])
def test_one_may_be_written_where_several_can_stand(value: object, texts: tuple[str, ...]) -> None:
    assert read(OneOrMany[Text], value) == texts


PEOPLE = KnownPeople.of(
    [("bei-liu", "Bei Liu"), ("wei-1", "Wei Wang"), ("wei-2", "Wei Wang"), ("rené", "René")], complete=True
)


@pytest.mark.parametrize("text", ["Bei Liu", " Bei  Liu", "bei-liu"])
def test_a_person_is_cited_by_name_or_by_id(text: str) -> None:
    assert read(CitedPerson, text, PEOPLE) == "bei-liu"


def test_names_are_the_same_however_their_accents_are_encoded() -> None:
    assert same_name("Rene\N{COMBINING ACUTE ACCENT}") == same_name("René")
    assert read(CitedPerson, "Rene\N{COMBINING ACUTE ACCENT}", PEOPLE) == "rené"


def test_two_people_of_one_name_are_told_apart_by_their_ids() -> None:
    assert "Write the id instead: wei-1 or wei-2" in refused(CitedPerson, "Wei Wang", PEOPLE)
    assert read(CitedPerson, "wei-2", PEOPLE) == "wei-2"


def test_somebody_unknown_is_answered_with_a_name_that_is_close() -> None:
    assert "Did you mean Bei Liu?" in refused(CitedPerson, "Bei Lu", PEOPLE)
    assert "Did you mean" not in refused(CitedPerson, "Qin Jin", PEOPLE)


def test_nobody_is_unknown_while_a_file_of_people_cannot_be_read() -> None:
    assert read(CitedPerson, "Qin Jin", KnownPeople({}, {}, complete=False)) == "qin-jin"


def test_a_person_with_two_spellings_is_found_by_both() -> None:
    people = KnownPeople.of([("bei-liu", "Bei Liu"), ("bei-liu", "Bei LIU")], complete=True)
    assert [read(CitedPerson, name, people) for name in ("Bei Liu", "Bei LIU")] == ["bei-liu", "bei-liu"]
