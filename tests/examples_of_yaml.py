"""The YAML in this repository in, each text with the kind of file it could be and what the program says of it out."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import yaml

from mmpt_site.content.decode import decode
from mmpt_site.content.source import Source, read
from mmpt_site.problems import stops
from mmpt_site.schema import KINDS
from mmpt_site.starter import Answers, new_site

TESTS = Path(__file__).parent
DIAGNOSTICS = TESTS / "content" / "diagnostics"


@dataclass(frozen=True)
class Example:
    """A file as somebody could have written it."""

    where: str
    kind: str  # the name of the file, without .yaml
    data: bytes
    sound: bool  # whether the program takes it without an error

    @property
    def readable(self) -> bool:
        """Whether it is text at all."""
        return self.data.isascii() or self.data.decode("utf-8", "ignore").encode() == self.data

    @property
    def text(self) -> str:
        """The file as an editor shows it."""
        return self.data.decode("utf-8-sig")


def example(where: str, kind: str, data: bytes) -> Example:
    """A file with what the program says of it by itself; whom it can cite is not asked."""
    source = parsed(data, where)
    problems = (*source.problems, *(decode(source.document, KINDS[kind], {}).problems if source.document else ()))
    return Example(where, kind, data, not stops(problems, strict=False))


def parsed(data: bytes, where: str) -> Source:
    """A file as the program reads it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "example.yaml"
        file.write_bytes(data)
        return read(file, where)


@cache
def slips() -> tuple[Example, ...]:
    """The files of the diagnostics, most of which are wrong in one way."""
    return tuple(example(path.stem, path.stem.partition(".")[0], path.read_bytes()) for path in _diagnosed())


@cache
def sound() -> tuple[Example, ...]:
    """Every sound file here: the content, a new site, the diagnostics, and whatever stands in quotes in a test."""
    content = sorted((TESTS.parent / "content").rglob("*.yaml"))
    written = [example(path.name, path.stem, path.read_bytes()) for path in content]
    quoted = [
        example(f"{path.name}, {number}", kind, text.encode())
        for path in [
            *sorted(TESTS.rglob("test_*.py")),
            TESTS / "harness.py",
            TESTS / "small_files.py",
            TESTS / "pages" / "examples.py",
        ]
        for number, text in enumerate(_texts(path))
        for kind in kinds_of(text)
    ]
    fresh = [
        example(f"new site, {file.path}", Path(file.path).stem, file.data)
        for file in new_site(Answers("Workshop on Small Examples", "WSE", "2027", ("Ada Example",)), "mmpt-site")
        if file.path.startswith("content/") and file.path.endswith(".yaml")
    ]
    return tuple(each for each in (*written, *fresh, *slips(), *quoted) if each.sound)


def _diagnosed() -> list[Path]:
    return sorted(path for path in DIAGNOSTICS.glob("*.yaml") if path.stem.partition(".")[0] in KINDS)


def _texts(path: Path) -> Iterator[str]:
    """The texts of more than a word in a Python file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ":" in node.value:
            yield dedent(node.value)


def kinds_of(text: str) -> list[str]:
    """Which files a text could be: all that have its first field."""
    try:
        found = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts, lists and dicts
    except (yaml.YAMLError, ValueError):
        return []
    first = next(iter(found), None) if isinstance(found, dict) else None
    return [name for name, kind in KINDS.items() if first in {i.alias or n for n, i in kind.model_fields.items()}]
