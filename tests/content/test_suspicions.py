"""What looks unmeant in YAML, and what only looks so: texts as programs and editors write them."""

import pytest
import yaml

from mmpt_site.content.compose import MAX_NODES
from tests.harness import SiteFolder

LONG = "We look at small examples - and at large ones -- which are slow, at all layers, and show that these are "


@pytest.mark.parametrize("dash", ["-", "--", "seen:as"])
def test_what_begins_a_line_of_a_long_text_is_no_entry_and_no_field(site: SiteFolder, dash: str) -> None:
    paper = "papers:\n  - title: Small Examples\n    authors: Ada Example\n"
    text = f"{paper}    abstract: {LONG}\n      {dash} that is all,\n      or more.\n"
    assert site.write("papers.yaml", text).check() == []


def test_two_dashes_below_each_other_are_a_list(site: SiteFolder) -> None:
    text = f"title: A\nintroduction: {LONG}\n    - one example\n    - another one\n"
    (problem,) = site.write("workshop.yaml", text).check()
    assert problem.message == "This line is read as part of the text above it."
    assert problem.mark.line == 3


def test_an_entry_below_a_long_one_is_no_part_of_it(site: SiteFolder) -> None:
    (problem,) = site.write("topics.yaml", f"topics:\n  - {LONG}\n    - one example\n").check()
    assert problem.mark.line == 3


@pytest.mark.parametrize(
    "text", [r"One.\nAs two.", r"One\n\nno\ttab", r"On \\theta", r"of a\rich one\nextrow", r"see\notes"]
)
def test_lines_and_tabs_in_quotes_as_programs_write_them_are_no_latex(site: SiteFolder, text: str) -> None:
    assert site.write("workshop.yaml", f'title: A\nintroduction: "{text}"\n').check() == []


@pytest.mark.parametrize("text", [r"\theta", r"\nabla f", r"\text{x}", r"\beta", r"\frac12", r"\rightarrow", r"C:\new"])
def test_latex_and_paths_in_double_quotes_are_told(site: SiteFolder, text: str) -> None:
    (problem,) = site.write("workshop.yaml", f'title: A\nintroduction: "Of {text}"\n').check()
    assert "is not a backslash and a letter" in problem.message


def test_a_file_can_hold_as_many_papers_as_a_large_conference_has(site: SiteFolder) -> None:
    authors = [{"name": f"Ada Example {number}", "affiliation": "Example University"} for number in range(8)]
    papers = [{"title": f"Example {number}", "authors": authors, "abstract": LONG} for number in range(4000)]
    text = yaml.dump({"papers": papers}, Dumper=_Plain, width=1000)
    assert text.count(": ") > MAX_NODES // 2
    assert site.write("papers.yaml", text).check() == []


class _Plain(yaml.CSafeDumper):
    """Writes what is the same twice, as organizers do."""

    def ignore_aliases(self, data: object) -> bool:
        """Of anything."""
        del data
        return True
