"""Answers to four questions in, the files of a new site out, ready to be built and published."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mmpt_site import __version__, schema
from mmpt_site.model.scalars import slug
from mmpt_site.output import Output

FILES = Path(__file__).resolve().parent / "files"
SMALL_WORDS = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with", "workshop", "international"}


@dataclass(frozen=True)
class Answers:
    """What has to be known of a workshop to start its site."""

    name: str
    acronym: str
    edition: str  # mostly a year: the name of a folder, and part of addresses
    organizers: tuple[str, ...]


def proposed_acronym(name: str) -> str:
    """The initials of the words that carry the name: 'MEV' for 'Workshop on Multimodal Examples in Vision'."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.casefold() not in SMALL_WORDS]
    return "".join(word[0].upper() for word in words[:6])


def new_site(answers: Answers, requirement: str, pins: Iterable[str] = ()) -> Iterator[Output]:
    """Every file of the new site.

    `requirement` says where pip finds the program that builds it, `pins` in which versions all that this needs.
    """
    environment = Environment(
        loader=FileSystemLoader(FILES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        autoescape=False,  # noqa: S701 - these are no pages; in YAML, values pass through `yaml`
    )
    environment.filters.update(yaml=scalar, markdown=escaped)
    known = {
        **vars(answers),
        "key": slug(answers.acronym),
        "requirement": requirement,
        "pins": tuple(pins),
        "local": "@ file:" in requirement,
        "version": __version__,
    }
    for name in sorted(environment.list_templates(extensions=["j2"])):
        path = name.removesuffix(".j2").replace("dot_", ".").replace("EDITION", answers.edition)
        yield Output(path, environment.get_template(name).render(known).encode())
    yield from (Output(f"content/.schema/{name}", data) for name, data in schema.files().items())


def scalar(text: str) -> str:
    """A text as one YAML scalar on one line, in quotes only where some reader of YAML would see something else."""
    plain = re.fullmatch(r"[^\W\d_][\w ,()/+.&-]*", text) and yaml.safe_load(text) == text
    return text if plain or re.fullmatch("[12][0-9]{3}", text) else json.dumps(text, ensure_ascii=False)


def escaped(text: str) -> str:
    """A text as Markdown that shows just this text."""
    return re.sub(r"[\\`*_{}\[\]<>#$|~!&]", r"\\\g<0>", text)
