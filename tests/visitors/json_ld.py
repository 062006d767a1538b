"""Pages in, what is wrong with their JSON-LD out: by schema.org's vocabulary, and by what search engines ask of it.

The vocabulary comes as types of TypeScript, whose compiler checks the blocks of all pages in one run. What is asked of
an Event and of a BreadcrumbList is what Google's pages on structured data list as required.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import html
from pyld import jsonld

NODE = Path(__file__).parents[1] / "node"
COMPILER = NODE / "node_modules" / "typescript" / "bin" / "tsc"
TYPES = NODE / "node_modules" / "schema-dts" / "dist" / "schema"
STRICT = ("--noEmit", "--strict", "--skipLibCheck", "--pretty", "false")
CONTEXT = "https://schema.org"
REQUIRED = {"Event": ("name",), "BreadcrumbList": ("itemListElement",)}
WHEN_AND_WHERE = ("startDate", "location")  # of an Event, or else of the one that it is part of
PLACES = {"Place": "address", "VirtualLocation": "url"}
ADDRESSES = {"@id", "url", "image", "sameAs", "item", "logo", "contentUrl", "license", "mainEntityOfPage"}

Block = dict[str, Any]


def blocks(page: Path) -> list[str]:
    """The text of each block of JSON-LD in a page."""
    return [str(text) for text in html.parse(page).xpath("//script[@type='application/ld+json']/text()")]


def wrong_with_words(texts: list[str], folder: Path) -> list[str]:
    """What is not in schema.org's vocabulary, with the block; `folder` is for what the compiler reads."""
    program = folder / "blocks.ts"
    kinds = ("Graph" if "@graph" in json.loads(text) else "WithContext<Thing>" for text in texts)
    lines = [f"const b{n}: {kind} = {flat(text)};" for n, (kind, text) in enumerate(zip(kinds, texts, strict=True))]
    head = f"import type {{ Graph, Thing, WithContext }} from {json.dumps(TYPES.as_posix())};"
    program.write_text("\n".join([head, *lines]), "utf-8")
    node = shutil.which("node")
    assert node, "Node.js is missing: please install version 20 or newer."
    assert COMPILER.is_file(), "The vocabulary of schema.org is missing: python3 run.py test installs it."
    done = subprocess.run([node, COMPILER, *STRICT, program], stdout=subprocess.PIPE, encoding="utf-8", check=False)
    found = re.findall(r"^\S*blocks\.ts\((\d+),\d+\): (.*(?:\n .*)*)", done.stdout, re.MULTILINE)
    assert bool(found) == bool(done.returncode), done.stdout
    return [f"{texts[int(line) - 2]}: {what}" for line, what in found]


def wrong_with_block(text: str) -> list[str]:
    """What is wrong with one block but for its words."""
    try:
        block = json.loads(text)
        expanded = jsonld.expand(block, {"documentLoader": _vocabulary})
    except (ValueError, jsonld.JsonLdError) as error:
        return [f"not JSON-LD: {error}"]
    parts = list(_parts(block))
    return [
        *([] if expanded else ["it says nothing"]),
        *(what for part in parts for what in _wrong_with_part(part)),
        *(f"{name} is no whole address: {value}" for name, value in _addresses(parts) if "://" not in value),
    ]


def addresses(text: str) -> list[str]:
    """Every address in a block that names a page or a file."""
    return [value for _, value in _addresses(_parts(json.loads(text)))]


def flat(text: str) -> str:
    """A block on one line, as JavaScript reads it, too."""
    return json.dumps(json.loads(text))


def _vocabulary(address: str, _options: Any) -> Any:
    """The context of schema.org without the network: all words are its own."""
    if address.rstrip("/") != CONTEXT:
        raise jsonld.JsonLdError(f"the context {address} is not {CONTEXT}", "jsonld.LoadDocumentError")
    return {"documentUrl": address, "contextUrl": None, "document": {"@context": {"@vocab": f"{CONTEXT}/"}}}


def _parts(value: Any) -> Iterator[Block]:
    """Every object in a block."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _parts(item)


def _wrong_with_part(part: Block) -> Iterator[str]:
    kind = part.get("@type")
    yield from (f"{kind} without {name}" for name in REQUIRED.get(str(kind), ()) if not part.get(name))
    if kind == "Event":
        yield from _wrong_with_event(part)
    if kind == "BreadcrumbList":
        items = part.get("itemListElement", [])
        if [item.get("position") for item in items] != list(range(1, len(items) + 1)):
            yield "the positions of a BreadcrumbList do not count from 1"
        yield from ("a ListItem without item" for item in items[:-1] if not item.get("item"))
        yield from ("a ListItem without name" for item in items if not item.get("name"))


def _wrong_with_event(event: Block) -> Iterator[str]:
    whole = event.get("superEvent", {})
    yield from (f"Event without {name}" for name in WHEN_AND_WHERE if not event.get(name) and not whole.get(name))
    times = [str(event[name]) for name in ("startDate", "endDate") if name in event]
    yield from (f"no time with a zone, and no day: {time}" for time in times if not _is_time(time))
    if all(map(_is_time, times)) and sorted(times, key=lambda time: time[:10]) != times:
        yield f"it ends before it starts: {' '.join(times)}"
    places = event.get("location", [])
    for place in places if isinstance(places, list) else [places]:
        needed = PLACES.get(place.get("@type"))
        if not needed or not place.get(needed):
            yield f"a location is a Place with an address or a VirtualLocation with a url: {place}"


def _is_time(text: str) -> bool:
    try:
        return len(text) == 10 or datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _addresses(parts: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for part in parts:
        for name in ADDRESSES & part.keys():
            values = part[name] if isinstance(part[name], list) else [part[name]]
            yield from ((name, value) for value in values if isinstance(value, str))
