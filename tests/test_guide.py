"""The guide: its how-tos are walked as written, and it is a site without a problem that this program builds."""

import re
from datetime import date
from pathlib import Path

import pytest

from mmpt_site import schema
from mmpt_site.build import build, check, publish
from mmpt_site.project import Project
from mmpt_site.reference import as_pages
from tests.examples_of_yaml import example, kinds_of
from tests.guide import Walk
from tests.harness import SERIES, Built
from tests.small_files import SMALL

PAGES = Path(__file__).resolve().parents[1] / "docs" / "content" / "guide" / "pages"
HOW_TOS = ("start", "deadline", "keynote", "program", "papers", "github", "recover", "templates")


@pytest.mark.parametrize("name", HOW_TOS)
def test_a_terminal_says_what_the_how_to_says(name: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    page = PAGES / f"{name}.md"
    walk = Walk(tmp_path)
    if name != "start":
        walk.start()
    told = walk.page(page.read_text("utf-8"))
    if pytestconfig.getoption("--update-goldens"):
        page.write_text(told, "utf-8", newline="\n")
    assert told == page.read_text("utf-8")


def test_the_pages_of_all_fields_are_made_from_the_model(pytestconfig: pytest.Config) -> None:
    front = (PAGES / "fields.md").read_text("utf-8").split("---\n")[1]
    made = {f"{name}.md": text for name, text in as_pages().items()}
    made["fields.md"] = f"---\n{front}---\n{made['fields.md']}"
    if pytestconfig.getoption("--update-goldens"):
        for page in PAGES.glob("fields*.md"):
            page.unlink()
        for name, text in made.items():
            (PAGES / name).write_text(text, "utf-8", newline="\n")
    assert {page.name: page.read_text("utf-8") for page in PAGES.glob("fields*.md")} == made


def test_every_example_of_the_smaller_files_is_right() -> None:
    blocks = re.findall("```yaml\n(.*?)```", (PAGES / "more.md").read_text("utf-8"), re.DOTALL)
    assert len(blocks) == len(SMALL) + 1  # and the past editions
    for block in blocks:
        whole = SERIES + block if block.startswith("editions:") else block
        assert any(example("more.md", kind, whole.encode()).sound for kind in kinds_of(whole)), block


def test_editors_find_the_schemas_of_the_guide(root: Path) -> None:
    written = {path.name: path.read_bytes() for path in (root / "docs" / "content" / ".schema").iterdir()}
    assert written == dict(schema.files())


def test_every_page_with_a_console_is_walked() -> None:
    assert {page.stem for page in PAGES.glob("*.md") if "```console" in page.read_text("utf-8")} == set(HOW_TOS)


@pytest.fixture(scope="module")
def guide(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The guide as a site."""
    folder = tmp_path_factory.mktemp("guide") / "site"
    made = build(Project(root / "docs"), date(2026, 11, 25), url="https://example.org/docs/")
    return Built(folder, publish(made, folder, strict=True))


def test_the_guide_has_no_problem_and_every_link_leads_somewhere(root: Path) -> None:
    assert check(build(Project(root / "docs"), date(2026, 11, 25), url="https://example.org/docs/")) == ()


def test_the_front_page_leads_to_every_page(guide: Built) -> None:
    guide.shows(
        "/", "A site for your workshop", "Extend a deadline", "Every field of every file", "When something is wrong"
    )
    for page in PAGES.glob("*.md"):
        above = ("/guide/fields/", "../") if page.name.startswith("fields-") else ("/", "guide/")
        assert f'href="{above[1]}{page.stem}/"' in guide.source(above[0]), page.name


def test_the_index_for_github_leads_to_every_page(root: Path) -> None:
    index = (root / "docs" / "README.md").read_text("utf-8")
    pages = [page.name for page in PAGES.glob("*.md") if not page.name.startswith("fields-")]
    assert all(f"(content/guide/pages/{name})" in index for name in pages)
