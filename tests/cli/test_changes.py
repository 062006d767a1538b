"""`mmpt-site changes`: what edits change on the site, compared with what git knows."""

import subprocess

import pytest

from tests.camera import photo
from tests.harness import SiteFolder

DATES = "dates: [{name: Papers, kind: submission, date: 2021-04-20}]\n"
AS_OF = ("--as-of", "2021-03-01")


def git(site: SiteFolder, *words: str) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=name@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=site.root, check=True, capture_output=True)


@pytest.fixture
def committed(site: SiteFolder) -> SiteFolder:
    """A site whose first state git knows."""
    site.write("dates.yaml", DATES)
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message=First")
    return site


def test_without_an_edit_nothing_changes(committed: SiteFolder) -> None:
    result = committed.run("changes", *AS_OF)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "Nothing on the site would change since HEAD.\n"


def test_an_edit_is_told_on_every_page_that_shows_it(committed: SiteFolder) -> None:
    committed.write("dates.yaml", DATES.replace("04-20", "04-27"))
    said = committed.run("changes", *AS_OF).stdout
    assert said.startswith("5 files of the site would change since HEAD.\n")
    assert "\n/2021/dates/\n  ~ Papers: April 20, 2021 → April 27, 2021\n" in said
    assert said.count("→") == 3  # "The call is open until" on the front page, too


def test_a_date_that_moved_without_a_history_is_told(committed: SiteFolder) -> None:
    committed.write("dates.yaml", DATES.replace("04-20", "04-27"))
    said = committed.run("changes", *AS_OF).stdout
    assert "\ncontent/2021/dates.yaml does not say from when Papers has moved. If the old date" in said
    assert "write was: 2021-04-20 below it." in said
    remembered = DATES.replace("04-20", "04-27, was: 2021-04-20")
    assert "does not say" not in committed.write("dates.yaml", remembered).run("changes", *AS_OF).stdout
    git(committed, "commit", "--quiet", "--all", "--message=Moved")
    committed.write(
        "dates.yaml", "deadlines_end: 23:59 AoE\n" + remembered.replace("date: 2021-04-27", "date: 2021-05-04")
    )
    assert "write 2021-04-27 last under its was." in committed.run("changes", *AS_OF).stdout


def test_a_new_page_and_one_that_is_gone_are_told(committed: SiteFolder) -> None:
    committed.remove("dates.yaml").write("topics.yaml", "topics: [A]\n")
    said = committed.run("changes", *AS_OF).stdout
    assert "/2021/call/ is new" in said
    assert "/2021/dates/ is gone" in said


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_that_another_program_makes_the_site_is_told_for_its_own_changes_are_not(
    committed: SiteFolder, form: str
) -> None:
    committed.write("./constraints.txt", "jinja2==3\n")
    said = committed.run("changes", "--format", form, *AS_OF).stdout
    assert "Nothing on the site would change since HEAD." in said
    assert (
        "\nconstraints.txt has changed since HEAD, too. Both states were made with the program installed here" in said
    )
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message=Pinned")
    assert "constraints.txt" not in committed.run("changes", "--format", form, *AS_OF).stdout


def test_the_summary_for_github_is_markdown_in_which_nothing_of_the_content_is_obeyed(committed: SiteFolder) -> None:
    committed.write("dates.yaml", DATES.replace("Papers", "'</pre><img src=x> `a`'"))
    said = committed.run("changes", "--format", "markdown", *AS_OF).stdout
    assert said.startswith("## What this changes on the site\n")
    assert "### <code>&#47;2021&#47;dates&#47;</code>" in said
    assert "+ &#60;&#47;pre&#62;&#60;img src&#61;x&#62; &#96;a&#96;" in said
    assert "<img" not in said


def test_an_earlier_state_can_be_named(committed: SiteFolder) -> None:
    git(committed, "tag", "published")
    committed.write("dates.yaml", DATES.replace("04-20", "04-27"))
    git(committed, "commit", "--quiet", "--all", "--message=Second")
    assert "April 27" in committed.run("changes", "--since", "published", *AS_OF).stdout
    assert "Nothing" in committed.run("changes", *AS_OF).stdout


def test_a_site_in_a_folder_of_its_repository_is_compared_with_itself(committed: SiteFolder) -> None:
    inner = SiteFolder.make(committed.root / "docs")
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message=Docs")
    inner.write("topics.yaml", "topics: [A]\n")
    assert "/2021/call/ is new" in inner.run("changes", *AS_OF).stdout


def test_problems_are_told_first(committed: SiteFolder) -> None:
    result = committed.write("dates.yaml", "dates: [{name: A, date: soon}]\n").run("changes", *AS_OF)
    assert result.returncode == 1
    assert "content/2021/dates.yaml:1:25: error:" in result.stderr


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_an_earlier_state_that_no_site_can_be_made_of_is_told(committed: SiteFolder, form: str) -> None:
    committed.write("dates.yaml", "dates: [\n")
    git(committed, "commit", "--quiet", "--all", "--message=Broken")
    result = committed.write("dates.yaml", DATES).run("changes", "--format", form, *AS_OF)
    assert result.returncode == 0
    assert result.stdout.startswith("There is nothing to compare with: no site could be made of the state HEAD.")
    assert " is new" not in result.stdout
    assert "content/2021/dates.yaml:" in result.stdout or "content&#47;2021&#47;dates" in result.stdout


def test_who_has_committed_on_a_branch_is_told_what_to_compare_with(committed: SiteFolder) -> None:
    git(committed, "switch", "--quiet", "--create", "longer")
    committed.write("dates.yaml", DATES.replace("04-20", "04-27"))
    git(committed, "commit", "--quiet", "--all", "--message=Longer")
    said = committed.run("changes", *AS_OF).stdout
    assert said == "Nothing on the site would change since HEAD. Already committed? Say --since main.\n"
    assert "Papers: April 20, 2021 → April 27, 2021" in committed.run("changes", "--since", "main", *AS_OF).stdout


def test_a_new_entry_of_the_menu_is_told_once(committed: SiteFolder) -> None:
    said = (
        committed.write("keynotes.yaml", "keynotes: [{speaker: {name: Ada Example}}]\n").run("changes", *AS_OF).stdout
    )
    assert "\nmenu\n  + Keynotes\n" in said
    assert said.count("+ Keynotes\n") == 3, "in the menu, in the list of pages of 404.html, and as a heading"


def test_many_new_pictures_are_counted(committed: SiteFolder) -> None:
    committed.write("content/2021/files/ada.jpg", photo(800, 800))
    said = committed.write("keynotes.yaml", "keynotes: [{speaker: {name: Ada, photo: ada.jpg}}]\n").run(
        "changes", *AS_OF
    )
    assert "\n7 pictures are new\n" in said.stdout
    assert "\n/2021/pictures/" not in said.stdout


def test_attributes_that_are_for_archives_and_links_that_lead_out_change_nothing(committed: SiteFolder) -> None:
    committed.write(".gitattributes", "dates.yaml export-ignore\n").write("content/2021/files/a.txt", "x")
    (committed.root / "elsewhere").symlink_to("/")
    (committed.path("content/2021/files") / "out.txt").symlink_to("/etc/hostname")
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message=Links")
    assert committed.run("changes", *AS_OF).stdout == "Nothing on the site would change since HEAD.\n"


def test_before_the_first_commit_that_is_said(site: SiteFolder) -> None:
    git(site, "init", "--quiet")
    result = site.run("changes", *AS_OF)
    assert result.returncode == 2
    assert "Nothing has been committed yet, so there is nothing to compare with." in result.stderr


@pytest.mark.parametrize("since", ["nothing-of-this-name", "--output=x", "-x", "HEAD:content"])
def test_a_state_that_git_does_not_know_is_told(committed: SiteFolder, since: str) -> None:
    result = committed.run("changes", f"--since={since}", *AS_OF)
    assert result.returncode == 2
    assert f'git knows no state "{since}"' in result.stderr


def test_a_folder_without_git_is_told(site: SiteFolder) -> None:
    result = site.run("changes", *AS_OF, env={"GIT_CEILING_DIRECTORIES": str(site.root.parent)})
    assert result.returncode == 2
    assert "This folder is not in a git repository, so no earlier state of it is known." in result.stderr
