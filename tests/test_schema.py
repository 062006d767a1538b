"""Schemas for editors. The law: what the program accepts without an error, the schema accepts."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import fastjsonschema
import pytest
import yaml
from hypothesis import example as given_example
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    WrapValidator,
)

from mmpt_site import schema
from mmpt_site.content.compose import NOTHING
from mmpt_site.content.decode import decode
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import OneOrMany, Text, Url
from mmpt_site.model.when import LATER, is_unknown
from mmpt_site.model.written import Written
from mmpt_site.schema import KINDS, described, for_editors
from tests.editor_values import plain, values
from tests.examples_of_yaml import Example, parsed, slips, sound

PROPERTY = settings(max_examples=250, deadline=None, derandomize=True)
FLAGGED = 58  # of the slips that the program calls errors; measured
READERS = (BeforeValidator, PlainValidator, WrapValidator)


@cache
def validator(kind: str) -> Callable[[Any], Any]:
    return compiled(for_editors(kind, KINDS[kind]))


def compiled(made: dict[str, Any]) -> Callable[[Any], Any]:
    check: Callable[[Any], Any] = fastjsonschema.compile(made, use_default=False)
    return check


def complaint(check: Callable[[Any], Any], value: Any) -> str:
    """What a schema has against a value, or nothing."""
    try:
        check(value)
    except fastjsonschema.JsonSchemaValueException as error:
        return str(error.message)
    return ""


# The law


@pytest.mark.parametrize("found", sound(), ids=lambda each: f"{each.kind}: {each.where}")
def test_what_the_program_accepts_the_schema_accepts(found: Example) -> None:
    assert complaint(validator(found.kind), values(found.text)) == ""


def test_the_corpus_is_large_and_has_every_file() -> None:
    assert {each.kind for each in sound()} == set(KINDS)
    assert len(sound()) > 100


def parts(kind: type[BaseModel], found: dict[type[BaseModel], None]) -> None:
    """Every part of the model below `kind`."""
    if kind not in found:
        found[kind] = None
        for info in kind.model_fields.values():
            for inner in below(info.annotation):
                parts(inner, found)


def below(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from below(inner)


PARTS: dict[type[BaseModel], None] = {}
for each_kind in KINDS.values():
    parts(each_kind, PARTS)
FIELDS = [(part, name) for part in PARTS for name in part.model_fields]


@cache
def field(part: type[Part], name: str) -> tuple[Callable[[Any], Any], TypeAdapter[Any], dict[str, Any]]:
    """A field's schema for editors, compiled; its type; and its schema with words."""
    info = part.model_fields[name]
    made = described(part)["properties"][info.alias or name]
    own: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    compact = for_editors("", part)["properties"][info.alias or name]
    return compiled(compact), TypeAdapter(own, config=None), made


def choices(made: dict[str, Any]) -> set[str]:
    """The words of an enumeration."""
    return set(made.get("enum", [])).union(*map(choices, made.get("anyOf", [])))


CHOICES = sorted({word for part, name in FIELDS for word in choices(field(part, name)[2])})
DAYS = st.dates().map(str) | st.sampled_from(["2021-04-20", "1980-01-01", "2200-12-31", "2020-02-29"])
CLOCKS = st.builds("{}:{:02}".format, st.integers(0, 23), st.integers(0, 59)) | st.sampled_from(["09:30", "23:59:59"])
ZONES = st.sampled_from("AoE aoe UTC Z +08:00 -1200 Asia/Taipei America/Argentina/Buenos_Aires Etc/UTC".split())
GAPS = st.sampled_from([" ", "  ", "\n", "\t ", "\xa0", "\x1f", "\x85", ""])
WORDS = "NULL Null null ~ yes NO on true False 0 1 1.10 010 0x1F .inf 1e3 2021 12:30 9:30 =".split()
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(WORDS),
    DAYS,
    CLOCKS,
    ZONES,
    st.builds("{}{}{}{}{}".format, DAYS, st.sampled_from(" T"), CLOCKS, GAPS, ZONES),
    st.builds("{}{}{}{}{}".format, DAYS, GAPS, st.sampled_from("to - – — until till".split()), GAPS, DAYS),
    st.builds("{}{}{}".format, CLOCKS, GAPS, ZONES),
    st.builds("{}{}{}".format, st.sampled_from(["TBA", "tbd", "To be announced", "to  be\nannounced"]), GAPS, GAPS),
    st.builds("{}{}{}".format, st.integers(0, 999), st.sampled_from(["", " "]), st.sampled_from("min h hours".split())),
    st.sampled_from(["1 h 30 min", "2h30min", "1hour 5 minutes"]),
    st.builds("{}://{}/{}".format, st.sampled_from("http https HTTPS ftp".split()), st.text(max_size=8), st.text()),
    st.builds("{}@{}.org".format, st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8)),
    st.sampled_from(["https://example.org/?q=1#x", "name@example.org", "bei-liu", "第2回", "İstanbul", "été-2"]),
    st.text(alphabet=st.characters(categories=["Ll", "Lo", "Nd", "Mn"], include_characters="-"), min_size=1),
    st.sampled_from(CHOICES),
)
SPACED = st.builds("{}{}{}".format, GAPS, TEXTS, GAPS)


@pytest.mark.parametrize(("part", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
@PROPERTY
@given(text=TEXTS | SPACED)
@given_example("NULL")
def test_what_a_field_accepts_its_schema_accepts_however_an_editor_reads_it(
    part: type[Part], name: str, text: str
) -> None:
    check, kind, _ = field(part, name)
    for read in {text, text if text in NOTHING else plain(text)}:
        for value, shown in ((text, read), ([text], [read])):
            try:
                kind.validate_python(value)
            except ValidationError:
                continue
            assert complaint(check, shown) == ""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("workshop", "title: 2021"),
        ("workshop", "title: NULL"),
        ("workshop", "{title: yes, place: NO, tagline: 1.10, host: {name: true, acronym: ~}, contact: , mode: }"),
        ("workshop", "{title: A, host: , contact: [a@example.org, b@example.org]}"),
        ("site", "{name: NO, acronym: yes, current: 2021, key: 2021, url: }"),
        ("program", "program: {2021-07-12: [{at: 12:30, until: 9:30, title: 1}]}"),
        ("program", "program: TBA"),
        ("dates", "dates: [{name: on, date: 2021-04-20, was: 2021-04-13, hard: on}, {name: A, date: TBD, hard: 1}]"),
        ("organizers", "organizers: [Bei Liu, {name: NO}, 2021]"),
        ("topics", "topics: [Vision, 3.5, {group: A, topics: [true]}]"),
    ],
)
def test_scalars_that_yaml_turns_into_something_else_are_no_mistake(kind: str, text: str) -> None:
    assert complaint(validator(kind), values(text)) == ""


# What is wrong


def test_most_slips_that_can_be_seen_in_a_value_are_flagged() -> None:
    flagged: list[str] = []
    passed: list[str] = []
    for slip in slips():
        source = parsed(slip.data, slip.where)
        if source.document and not source.problems and decode(source.document, KINDS[slip.kind], {}).problems:
            told = complaint(validator(slip.kind), values(slip.text))
            (flagged if told else passed).append(slip.where)
    assert len(flagged) >= FLAGGED, passed


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("dates", "dates: [{nmae: A, date: 2021-04-20}]", "must contain ['name'] properties"),
        ("dates", "dates: [{name: A, date: 2021-04-20, knid: submission}]", "must not contain {'knid'} properties"),
        ("dates", "dates: [{name: A, date: 2021-04-20, kind: submision}]", "cannot be validated by any definition"),
        ("dates", "dates: [{name: A, date: April 20}]", "must match pattern"),
        ("dates", "dates: [{name: A, date: 2021-04-20, was: [2021-04-31 23:59]}]", "must match pattern"),
        ("dates", "dates: [{name: A, date: 2021-04-20, url: www.example.org}]", "must match pattern"),
        ("dates", "dates: []", "must contain at least 1 items"),
        ("dates", "dates: {name: A}", "must be array"),
        ("workshop", "{title: [A, B]}", "must be string or number or boolean or null"),
        ("workshop", "title: A\ntimezone: CET", "must match pattern"),
        ("workshop", "title: A\nhost: {name: B, date: 2021-07-12 09:00 AoE}", "must match pattern"),
        ("workshop", "- title: A", "must be object"),
        ("program", "program: soon", "must match pattern"),
        ("program", "program: {2021-07-32: [{at: 9:00, title: A}]}", "must not contain"),
        ("program", "program: {2021-07-12: [{at: 25:00, title: A}]}", "must match pattern"),
        ("program", "program: {2021-07-12: [{at: 9:00, title: A, for: 45}]}", "must be string or null"),
    ],
)
def test_a_slip_is_flagged(kind: str, text: str, told: str) -> None:
    assert told in complaint(validator(kind), values(text))


def _unknown(text: str) -> str:
    if not is_unknown(text):
        raise wrong("This is known.")
    return text


ToBeAnnouncedText = Annotated[str, AfterValidator(_unknown), Written("TBA", "TBAs", LATER, ("string",))]


class Shapes(Part):
    """Fields of kinds that the model may come to have."""

    only: Literal["yes"] | None = Field(None, description="One word.", examples=["yes"])
    several: OneOrMany[Literal["a", "b"]] = Field((), description="Words.", examples=["a"])
    named: dict[str, Text] = Field({}, description="Texts by name.")
    either: Url | ToBeAnnouncedText | None = Field(None, description="A link or not yet.", examples=["TBA"])
    open: bool = Field(False, description="Whether.", examples=["yes"])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("{only: yes, several: a, named: {x: 1, y: NO}, either: https://example.org/, open: true}", True),
        ("{only: , several: [a, b], named: , either: TBA, open: N}", True),
        ("{only: no}", False),
        ("{several: c}", False),
        ("{several: [a, c]}", False),
        ("{named: {x: [a]}}", False),
        ("{named: A}", False),
        ("{either: soon}", False),
        ("{open: maybe}", False),
        ("{open: []}", False),
    ],
)
def test_other_kinds_of_fields_are_read_as_the_model_reads_them(text: str, right: bool) -> None:
    source = parsed(text.encode(), "shapes.yaml")
    assert source.document
    assert (decode(source.document, Shapes, {}).problems == ()) is right
    assert (complaint(compiled(for_editors("shapes.yaml", Shapes)), values(text)) == "") is right


# What every field needs, so that all this goes on being true


@pytest.mark.parametrize(("part", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_every_field_explains_itself(part: type[Part], name: str) -> None:
    info = part.model_fields[name]
    made = field(part, name)[2]
    where = f"{part.__name__}.{name}"
    assert (info.description or "").endswith("."), f"{where} needs a description: what to write there, as a sentence."
    assert made.get("words"), (
        f"{where} is of a type without a schema: put a mark of model/written.py beside its validator."
    )
    if "type" in made and not {"object", "array"} & set(made["type"]):
        assert info.examples, f"{where} needs examples=[…]: what somebody could write there."


@pytest.mark.parametrize(("part", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_every_example_is_right(part: type[Part], name: str) -> None:
    check, kind, made = field(part, name)
    for text in made.get("examples", []):
        value = yaml.load(text, Loader=yaml.BaseLoader) if text.startswith(("- ", '"')) else text  # noqa: S506
        kind.validate_python(value)
        assert complaint(check, value) == ""


def readers(annotation: Any) -> Iterator[tuple[Any, ...]]:
    """The metadata of every type, within a field's type, that reads values in a way of its own."""
    metadata = getattr(annotation, "__metadata__", ())
    if any(isinstance(each, READERS) for each in metadata):
        yield metadata
    for inner in get_args(annotation):
        yield from readers(inner)


@pytest.mark.parametrize(("part", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_every_type_that_reads_values_in_its_own_way_says_what_it_takes(part: type[Part], name: str) -> None:
    info = part.model_fields[name]
    own = [tuple(info.metadata)] if any(isinstance(each, READERS) for each in info.metadata) else []
    for metadata in [*own, *readers(info.annotation)]:
        last = max(index for index, each in enumerate(metadata) if isinstance(each, READERS))
        marked = any(hasattr(each, "__get_pydantic_json_schema__") for each in metadata[last + 1 :])
        assert marked, f"{part.__name__}.{name}: put a mark of model/written.py after {metadata[last]}."


@pytest.mark.parametrize("part", PARTS, ids=lambda each: each.__name__)
def test_no_part_reads_values_where_its_schema_does_not_see_it(part: type[Part]) -> None:
    found = part.__pydantic_decorators__
    early = [name for name, each in found.model_validators.items() if each.info.mode != "after"]
    early += [name for name, each in found.field_validators.items() if each.info.mode != "after"]
    assert early == ["_empty_is_absent"], (
        f"{part.__name__}: give the field a type with a mark of model/written.py instead."
    )


@pytest.mark.parametrize("word", CHOICES)
def test_a_word_to_choose_is_a_text_for_editors_too(word: str) -> None:
    assert plain(word) == word, "YAML takes it for something else: choose another word."


# The files


def test_they_are_plain_json_sorted_and_the_same_each_time() -> None:
    for name, data in schema.files().items():
        made = json.loads(data)
        assert data == schema.encoded(made)
        assert (made["$schema"], made["title"]) == (schema.DRAFT, name.replace(".json", ".yaml"))
        assert data.endswith(b"}\n")
        assert b"\r" not in data
        assert len(data) < 80_000
        assert b"$ref" not in data


def test_nothing_of_the_reference_is_left_in_them() -> None:
    def keywords(made: Any) -> Iterator[str]:
        if isinstance(made, dict):
            yield from made
            for key, value in made.items():
                if key in {"properties", "patternProperties"}:
                    for each in value.values():
                        yield from keywords(each)
                elif key in {"items", "additionalProperties"}:
                    yield from keywords(value)
                elif key == "anyOf":
                    for each in value:
                        yield from keywords(each)

    for data in schema.files().values():
        assert set(keywords(json.loads(data))).isdisjoint(schema.FOR_PEOPLE)


def test_those_of_this_repository_are_those_of_its_program(root: Path) -> None:
    written = {path.name: path.read_bytes() for path in (root / "content" / ".schema").iterdir()}
    assert written == schema.files(), "Run mmpt-site schema."
