"""The model in, a JSON Schema for each YAML file out, by which editors complete and check what is typed.

The law: what the program accepts, the schema accepts. YAML gives an editor numbers, truth values and nothing where the
program reads text, so the marks in `model/written.py` say what each type takes. `described` is the schema with words
for people (see `reference.py`); `for_editors` is what goes into files.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from mmpt_site.content.edition import FILES
from mmpt_site.model.part import Part
from mmpt_site.model.site import Series
from mmpt_site.model.written import Schema, whole
from mmpt_site.problems import either

KINDS: dict[str, type[Part]] = {"site": Series, **FILES}
DRAFT = "http://json-schema.org/draft-07/schema#"
YES_OR_NO = {
    "type": ["string", "number", "boolean"],
    "pattern": whole("[Yy]([Ee][Ss])?|[Nn][Oo]?|[Oo]([Nn]|[Ff][Ff])|[Tt]([Rr][Uu][Ee])?|[Ff]([Aa][Ll][Ss][Ee])?|[01]"),
    "words": "yes or no",
    "many": "words",
}
TYPES = ("string", "number", "boolean", "null", "array", "object")
NOTHING: Schema = {"not": {"type": [kind for kind in TYPES if kind != "null"]}}  # else editors would propose "null"
FOR_PEOPLE = {"words", "many", "default", "or_list"}


@cache
def files() -> Mapping[str, bytes]:
    """The bytes of every schema, by the name of its file; the same on every machine."""
    return {f"{name}.json": encoded(for_editors(f"{name}.yaml", kind)) for name, kind in KINDS.items()}


def outdated(written: Mapping[str, bytes]) -> bool:
    """Whether schemas, given by the names of their files, are not those of this program."""
    return any(written.get(name) != data for name, data in files().items())


def encoded(schema: Schema) -> bytes:
    """A schema as bytes: sorted, so that differences are small."""
    return (json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def for_editors(title: str, kind: type[Part]) -> Schema:
    """The schema of a file, with nothing in it but what editors know."""
    return {"$schema": DRAFT, "title": title, **_for_editors(described(kind))}


def described(kind: type[Part]) -> Schema:
    """The schema of a part in one piece, in the order of the model; each value says its kind in `words` and `many`."""
    made = kind.model_json_schema()
    return _described(made, made.get("$defs", {}))


def _described(made: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """A schema as pydantic makes it, simplified: no references, and as few alternatives as can be."""
    if "$ref" in made:
        made = {**definitions[made["$ref"].rpartition("/")[2]], **made}
    schema = {key: value for key, value in made.items() if key not in {"$ref", "$defs", "title", "propertyNames"}}
    if "const" in schema:
        schema["enum"] = [schema.pop("const")]
    if schema.get("type") == "boolean":
        schema |= YES_OR_NO
    if "properties" in schema:
        needed = schema.get("required", [])
        fields = {name: _described(field, definitions) for name, field in schema["properties"].items()}
        schema["properties"] = {name: each if name in needed else _or_nothing(each) for name, each in fields.items()}
    if "items" in schema:
        schema["items"] = _described(schema["items"], definitions)
    if "patternProperties" in schema:
        inner = {key: _described(value, definitions) for key, value in schema["patternProperties"].items()}
        schema |= {"patternProperties": inner, "additionalProperties": False}
    if isinstance(schema.get("additionalProperties"), dict):
        schema["additionalProperties"] = _described(schema["additionalProperties"], definitions)
    if "anyOf" in schema:
        alternatives = [each for each in schema["anyOf"] if each.get("type") != "null"]  # see `_or_nothing`
        schema = _joined(schema, [_described(each, definitions) for each in alternatives])
    return {**_words(schema), **schema}


def _joined(schema: Schema, alternatives: list[Schema]) -> Schema:
    """Alternatives as one schema where that says the same: each is of another type, and a keyword is for one type.

    An editor can then say what is wrong with a value of the right type, and not only that no alternative fits.
    """
    told = {"description", *FOR_PEOPLE}
    keywords = [key for each in alternatives for key in each if key not in {"type", *told}]
    types = [kind for each in alternatives for kind in _types(each)]
    joined: Schema = {}
    if all(map(_types, alternatives)) and len(keywords) == len(set(keywords)):
        for each in alternatives:
            joined |= {key: value for key, value in each.items() if key not in told}
        joined["type"] = list(dict.fromkeys(types))
    else:
        joined["anyOf"] = [{key: value for key, value in each.items() if key != "description"} for each in alternatives]
    words = either([each.get("words", "") for each in alternatives])
    if schema.get("or_list"):
        words = f"{alternatives[0].get('words', '')}, or a list of {alternatives[0].get('many', '')}"
    many = either([each.get("many", "") for each in alternatives])
    return {"words": words, "many": many, **joined, **{k: v for k, v in schema.items() if k != "anyOf"}}


def _types(schema: Schema) -> list[str]:
    """The types that a schema names; none when other keywords decide."""
    kinds = schema.get("type", [])
    return [] if {"enum", "anyOf"} & schema.keys() else [kinds] if isinstance(kinds, str) else kinds


def _or_nothing(schema: Schema) -> Schema:
    """A field that need not be there may also be empty."""
    if kinds := _types(schema):
        return {**schema, "type": list(dict.fromkeys([*kinds, "null"]))}
    if "enum" in schema:
        told = {key: schema[key] for key in ("description", "examples", *FOR_PEOPLE) if key in schema}
        return {**told, "anyOf": [{"enum": schema["enum"]}, NOTHING]}
    return {**schema, "anyOf": [*schema["anyOf"], NOTHING]}


def _words(schema: Schema) -> Schema:
    """What a value is called, one and several, where its type does not say so itself."""
    if "enum" in schema:
        return {"words": either([f"`{word}`" for word in schema["enum"]]), "many": "words"}
    if "items" in schema:
        return {"words": f"a list of {schema['items'].get('many', 'values')}", "many": "lists"}
    if schema.get("type") == "object":
        return {"words": "fields", "many": "entries with fields"}
    return {}


def _for_editors(schema: Schema) -> Schema:
    """A described schema with words where editors show them: under a field, beside it, and at a mistake."""
    made = {key: _below(key, value) for key, value in schema.items() if key not in FOR_PEOPLE}
    words, kinds = schema.get("words", ""), set(_types(schema))
    example = str(next(iter(made.get("examples", ())), ""))
    if "examples" in made and kinds:  # editors list the words of an enum by themselves
        made["markdownDescription"] = f"{made['description']}\n\n*{words[:1].upper()}{words[1:]}.*"
    if example.startswith("- "):  # a list, which editors would propose as one text
        made["markdownDescription"] += f"\n\n```yaml\n{example}\n```"
        del made["examples"]
        example = ""
    message = f"Write {words}, for example {example}" if example else f"Write {words}"
    if "pattern" in made:
        made["patternErrorMessage"] = message
    if kinds & {"string", "null"}:
        made |= _quietly(made.pop("type"), message)
    elif "array" in kinds:
        made["errorMessage"] = message
    return made


def _below(keyword: str, value: Any) -> Any:
    """The schemas that a keyword holds, for editors."""
    if keyword in {"properties", "patternProperties"}:
        return {name: _for_editors(each) for name, each in value.items()}
    if keyword == "anyOf":
        return list(map(_for_editors, value))
    return _for_editors(value) if isinstance(value, dict) and keyword in {"items", "additionalProperties"} else value


def _quietly(kinds: list[str], message: str) -> Schema:
    """Types, said so that editors do not propose to write true, false or null for a text."""
    others = [kind for kind in TYPES if kind not in kinds]
    return {"if": {"type": others}, "then": {"type": kinds, "errorMessage": message}} if others else {}
