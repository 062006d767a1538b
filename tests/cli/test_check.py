"""`mmpt-site check` in its formats, with its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness import SiteFolder
from tests.hosts.world import Page, World, world

WRONG = "dates: [{name: Submission, date: 2021-04-31}]\n"
SUSPECT = "invitation: We invite <blink>papers</blink>."


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_the_format_changes_no_exit_code(site: SiteFolder, form: str) -> None:
    words = ("check", "--as-of", "2021-03-01", "--format", form)
    assert site.run(*words).returncode == 0
    site.write("call.yaml", SUSPECT)
    assert (site.run(*words).returncode, site.run(*words, "--strict").returncode) == (0, 1)
    assert site.write("dates.yaml", WRONG).run(*words).returncode == 1
    assert site.run(*words, "--nonsense").returncode == 2


def test_text_goes_where_it_always_went(site: SiteFolder) -> None:
    result = site.write("dates.yaml", WRONG).run("check", env={"GITHUB_ACTIONS": ""})
    assert result.stdout == ""
    assert result.stderr.startswith("content/2021/dates.yaml:1:34: error: There is no April 31, 2021.\n    1 | dates: ")
    assert result.stderr.endswith("\n\nFound 1 error in 1 file.\n")


@pytest.mark.parametrize("text", ["dates: []\n", WRONG])
def test_json_is_alone_on_the_standard_output_and_always_the_same(site: SiteFolder, text: str) -> None:
    site.write("dates.yaml", text)
    first, second = (site.run("check", "--format", "json", env={"PYTHONHASHSEED": seed}) for seed in "12")
    assert first.stdout == second.stdout
    assert first.stderr == ""
    assert len(json.loads(first.stdout)["problems"]) == json.loads(first.stdout)["summary"]["errors"]


def test_text_in_a_pipe_is_utf_8_whatever_the_system_would_write(site: SiteFolder) -> None:
    site.write("organizers.yaml", "organizers: [{name: 名前, emial: a@example.org}]\n")
    for form in ("text", "github"):
        result = site.run("check", "--format", form, env={"PYTHONIOENCODING": "cp1252"})
        assert "名前" in result.stdout + result.stderr
        assert result.returncode == 1


def test_a_strict_check_counts_warnings_as_errors_in_json_too(site: SiteFolder) -> None:
    site.write("call.yaml", SUSPECT)
    levels = [
        json.loads(site.run("check", "--format", "json", *more).stdout)["problems"][0]["level"]
        for more in ((), ("--strict",))
    ]
    assert levels == ["warning", "error"]


def test_on_github_paths_start_at_the_checkout_and_the_page_of_the_run_has_a_table(
    site: SiteFolder, tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    env = {"GITHUB_WORKSPACE": str(tmp_path), "GITHUB_STEP_SUMMARY": str(page), "GITHUB_ACTIONS": "true"}
    result = site.write("dates.yaml", WRONG).run("check", "--format", "github", env=env)
    assert "\n::error file=project/content/2021/dates.yaml,line=1,col=34,endColumn=44," in result.stdout
    assert "\ncontent/2021/dates.yaml:1:34: error: There is no April 31, 2021.\n" in result.stdout
    assert "| error | project&#47;content&#47;2021&#47;dates&#46;yaml&#58;1 |" in page.read_text("utf-8")


def test_on_github_all_is_well_is_said_too(site: SiteFolder) -> None:
    env = {"GITHUB_WORKSPACE": "", "GITHUB_STEP_SUMMARY": "/no/such/file"}
    result = site.run("check", "--format", "github", env=env)
    assert result.stdout == "All is well: the content, and every link of the site it makes.\n"


@pytest.mark.parametrize("command", ["check", "build"])
def test_on_github_text_is_not_obeyed_either(site: SiteFolder, command: str) -> None:
    site.write("organizers.yaml", 'organizers: ["::add-mask::a"]\n').write("dates.yaml", WRONG)
    lines = site.run(command, env={"GITHUB_ACTIONS": "true"}).stderr.splitlines()
    assert lines[0].startswith("::stop-commands::")
    assert f"::{lines[0].removeprefix('::stop-commands::')}::" in lines


GONE = "http://a.example/gone"
MOVED = "http://b.example/old"


def linked(site: SiteFolder, *links: str) -> SiteFolder:
    """A site with these links."""
    return site.write("call.yaml", "invitation: |\n  We invite.\n" + "".join(f"  [this]({link})\n" for link in links))


def through(made: World) -> dict[str, str]:
    """Variables that lead a program to the hosts of a world."""
    proxy = f"http://127.0.0.1:{made.port}"
    return {"http_proxy": proxy, "HTTP_PROXY": proxy, "NO_PROXY": "", "no_proxy": "", "GITHUB_ACTIONS": ""}


def test_other_hosts_are_asked_once_and_their_answers_remembered(site: SiteFolder) -> None:
    linked(site, GONE, MOVED)
    with world() as made:
        made.pages |= {MOVED: Page(301, {"Location": "http://c.example/"}), "http://c.example/": Page()}
        results = [site.run("check", "--external", env=through(made)) for _ in range(2)]
        asked = sorted(made.asked)
    assert asked == [f"GET {GONE}", f"HEAD {GONE}", f"HEAD {MOVED}", "HEAD http://c.example/"]
    assert results[0].stderr == results[1].stderr
    assert [result.returncode for result in results] == [0, 0]
    assert "content/2021/call.yaml:3:10: warning: The link" in results[0].stderr
    assert "content/2021/call.yaml:4:10: note: This link has moved for good" in results[0].stderr
    assert "Asking" not in results[0].stderr
    memo = json.loads((site.root / ".cache/mmpt-site/links.json").read_text("utf-8"))
    assert set(memo["answers"]) == {GONE, MOVED}


def test_a_strict_check_fails_for_a_link_that_is_gone(site: SiteFolder) -> None:
    linked(site, GONE)
    with world() as made:
        assert site.run("check", "--external", "--strict", env=through(made)).returncode == 1


def test_without_the_option_nobody_is_asked(site: SiteFolder) -> None:
    linked(site, GONE)
    with world() as made:
        assert site.run("check", "--strict", env=through(made)).returncode == 0
        assert made.asked == []
    assert not (site.root / ".cache/mmpt-site/links.json").exists()


def test_a_build_does_not_wait_for_what_only_asks_other_hosts() -> None:
    code = "import sys, mmpt_site.cli.build, mmpt_site.cli.serve; print('httpx' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout
        == "False\n"
    )
