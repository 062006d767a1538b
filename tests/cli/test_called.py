"""The program is called as its user calls it: through run.py, by its own name otherwise."""

import pytest

from mmpt_site.cli.called import as_called
from tests.harness import SiteFolder

THROUGH = {"MMPT_SITE_CALLED": "python3 run.py"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--help"), "Usage: python3 run.py check [OPTIONS]"),
        (("check", "--nonsense"), "Try 'python3 run.py check --help' for help."),
        (("theme", "copy", "zebra"), 'See all of them with "python3 run.py theme list".'),
    ],
)
def test_usage_and_hints_say_what_can_be_typed(site: SiteFolder, words: tuple[str, ...], said: str) -> None:
    result = site.run(*words, env=THROUGH)
    assert said in result.stdout + result.stderr
    result = site.run(*words, env={"MMPT_SITE_CALLED": ""})
    assert said.replace("python3 run.py", "mmpt-site") in result.stdout + result.stderr


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_hints_of_problems_do_so_too(site: SiteFolder, form: str) -> None:
    site.write("content/.schema/dates.json", "{}")
    result = site.run("check", "--format", form, env=THROUGH)
    assert "Run python3 run.py schema." in result.stdout + result.stderr


def test_the_name_of_the_program_stays_where_no_command_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MMPT_SITE_CALLED", "python3 run.py")
    assert (
        as_called("mmpt-site 1.0 is needed; say mmpt-site check") == "mmpt-site 1.0 is needed; say python3 run.py check"
    )


def test_outside_of_a_project_too(site: SiteFolder) -> None:
    assert "Run python3 run.py in the project's folder" in site.run("check", "--project", "content", env=THROUGH).stderr
