"""The files of an edition together: what is wrong in one hides nothing in another, and proves nothing there either."""

import pytest

from mmpt_site.problems import Problem
from tests.harness import SiteFolder

PROGRAM = "program:\n  2021-07-12:\n    - {at: 09:00, title: Opening, chair: Bo Example}\n"
BROKEN = {
    "a quotation mark is open": '  - {name: "Bo Example}\n',
    "a first line is gone": "    title: A talk\n    title: Another talk\n",
    "a name is misspelt": "  - {nam: Bo Example}\n",
    "two people in one entry": "  - name: Bo Example and Cy Example\n",
}


def named_nowhere(problems: list[Problem]) -> list[Problem]:
    """The problems that say that a name is nobody's."""
    return [problem for problem in problems if "Nobody here" in problem.message]


@pytest.mark.parametrize("slip", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("file", ["organizers", "people", "keynotes"])
def test_no_name_is_nobodys_while_a_file_of_people_is_broken(site: SiteFolder, file: str, slip: str) -> None:
    written = f"{file}:\n  - name: Ada Example\n{slip}"
    written = written.replace("name:", "speaker:") if file == "keynotes" else written
    site.write("program.yaml", PROGRAM).write(f"{file}.yaml", written)
    problems = site.check()
    assert {problem.mark.path for problem in problems if problem.level == "error"} == {f"content/2021/{file}.yaml"}


def test_a_name_is_nobodys_where_only_a_detail_of_somebody_is_wrong(site: SiteFolder) -> None:
    site.write("program.yaml", PROGRAM).write("organizers.yaml", "organizers:\n  - {name: Ada Example, email: ada}\n")
    assert named_nowhere(site.check())
