"""The house and its floors: what the code of the program says of its own shape."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "mmpt_site"
FILES = {file.relative_to(SOURCE).as_posix(): file.read_text("utf-8") for file in sorted(SOURCE.rglob("*.py"))}
TREES = {path: ast.parse(text, path) for path, text in FILES.items()}

# a room imports only from rooms that stand after it
HOUSE = (
    *("__main__", "cli"),
    *("starter", "changes", "hosts"),
    "preview",
    "build",
    "claims",
    "pictures",
    *("audit", "exports", "pages"),
    "reference",
    "schema",
    *("importers", "content", "output", "plain", "prose", "formula", "reports"),
    *("model", "project", "cache", "problems"),
    "__init__",
)
IMPORT = (ast.Import, ast.ImportFrom)


def module(path: str) -> str:
    """`model/when.py` as Python knows it."""
    return ".".join(["mmpt_site", *Path(path).with_suffix("").parts]).removesuffix(".__init__")


MODULES = {module(path) for path in FILES}


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a tree imports, ours as exactly as it can be told."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            assert node.module
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)


def ours(path: str) -> set[str]:
    """The modules of the program that a file imports."""
    return {name for name in imported(TREES[path]) if name.split(".")[0] == "mmpt_site"}


def room(name: str) -> str:
    """The part of the house that a module is in."""
    return [*name.split("."), "__init__"][1]


def hidden(path: str) -> list[int]:
    """The lines of imports that do not stand at the top of a file."""
    top = [node for node in TREES[path].body if isinstance(node, IMPORT)]
    return [node.lineno for node in ast.walk(TREES[path]) if isinstance(node, IMPORT) and node not in top]


def test_every_file_has_its_room() -> None:
    assert "build.py" in FILES
    assert {room(module(path)) for path in FILES} <= set(HOUSE)


@pytest.mark.parametrize("path", FILES)
def test_imports_point_down(path: str) -> None:
    here = room(module(path))
    below = HOUSE[HOUSE.index(here) + 1 :]
    assert {room(name) for name in ours(path)} - {here} <= set(below)


def test_no_import_goes_in_a_circle() -> None:
    graph = {module(path): ours(path) - {module(path)} for path in FILES}
    assert set(TopologicalSorter(graph).static_order()) >= MODULES


@pytest.mark.parametrize("path", FILES)
def test_every_import_stands_at_the_top(path: str) -> None:
    assert hidden(path) == []


@pytest.mark.parametrize("path", FILES)
def test_a_file_fits_in_one_sitting(path: str) -> None:
    assert len(FILES[path].splitlines()) <= 250


@pytest.mark.parametrize("path", FILES)
def test_every_module_says_what_it_is_for(path: str) -> None:
    said = ast.get_docstring(TREES[path]) or ""
    assert said.partition("\n")[0].endswith((".", ":")), said


def test_there_is_no_drawer_for_everything() -> None:
    names = {part for path in FILES for part in Path(path).with_suffix("").parts}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "misc", "core", "base"})


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("model/")])
def test_the_model_knows_no_paths_no_html_and_no_disk(path: str) -> None:
    known = {"pydantic", "pydantic_core", "babel"}  # babel: which languages there are, as zoneinfo knows the zones
    tops = {name.split(".")[0] for name in imported(TREES[path]) if not name.startswith("mmpt_site")}
    assert tops <= set(sys.stdlib_module_names) | known
    assert tops.isdisjoint({"pathlib", "os", "io", "html", "locale", "subprocess"})
    assert {room(name) for name in ours(path)} <= {"model", "problems"}


@pytest.mark.parametrize("path", [path for path in FILES if room(module(path)) not in {"cli", "__main__"}])
def test_only_the_command_line_prints_and_exits(path: str) -> None:
    called = {
        node.func.id for node in ast.walk(TREES[path]) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called.isdisjoint({"print", "input", "exit", "quit"})
    assert "click" not in set(imported(TREES[path]))
