"""Where a project's things lie, in a checkout and in an installation."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from mmpt_site.project import Project, files, theme
from mmpt_site.starter import Answers, new_site
from tests.camera import photo as taken
from tests.harness import SiteFolder, link, snapshot


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The program as a wheel brings it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    made = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "installed")
    return folder / "installed"


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_in_a_checkout_the_theme_lies_at_the_top(root: Path, folder: str) -> None:
    assert theme(folder) == root / folder


def test_the_projects_own_folders_come_before_the_theme(root: Path, tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.templates == (tmp_path / "templates", root / "templates")
    assert project.static == (tmp_path / "static", root / "static")


def test_a_project_that_is_the_checkout_itself_has_each_folder_once(root: Path) -> None:
    assert Project(root).templates == (root / "templates",)
    assert Project(root).static == (root / "static",)


def test_only_folders_that_are_there_are_watched(root: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert Project(tmp_path).watched == (tmp_path / "content", root / "templates", root / "static")


def test_a_file_is_called_by_its_path_in_the_project(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    assert project.named(tmp_path / "project" / "content" / "site.yaml") == "content/site.yaml"
    assert project.named(tmp_path / "other.html") == (tmp_path / "other.html").as_posix()


def test_files_come_in_one_order_and_hidden_ones_stay_at_home(tmp_path: Path) -> None:
    for name in ("c.css", "a/z.png", "a/.DS_Store", ".git/config", "B.css", "a/b/c.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    link(tmp_path / "again", tmp_path / "a")
    assert [name for name, _ in files(tmp_path)] == ["B.css", "a/b/c.png", "a/z.png", "c.css"]
    assert list(files(tmp_path / "nowhere")) == []


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_a_wheel_holds_the_theme(installed: Path, root: Path, folder: str) -> None:
    assert snapshot(installed / "mmpt_site" / "theme" / folder) == snapshot(root / folder)


def test_a_wheel_holds_the_whole_program_and_nothing_else(installed: Path, root: Path) -> None:
    ours = {name for name in snapshot(root / "src" / "mmpt_site") if not name.endswith(".pyc")}
    theirs = {name for name in snapshot(installed / "mmpt_site") if not name.startswith("theme/")}
    assert theirs == ours
    assert {entry.name.partition("-")[0] for entry in installed.iterdir()} == {"mmpt_site"}


def built_by(code: Path | None, project: Path, output: Path) -> dict[str, bytes]:
    """What the program at `code` makes of a project; without it, the one that this environment has installed."""
    path = {"PYTHONPATH": str(code)} if code else {}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | path
    if code:  # another one must not answer in its place
        where = "import mmpt_site; print(mmpt_site.__file__)"
        said = subprocess.run(
            [sys.executable, "-c", where], env=environment, capture_output=True, text=True, check=True
        )
        assert Path(said.stdout.strip()).is_relative_to(code)
    words = ("build", "--strict", "--as-of", "2021-03-01", "--project", str(project), "--output", str(output))
    command = [sys.executable, "-m", "mmpt_site", *words]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return snapshot(output)


@pytest.mark.parametrize("name", ["the first site", "the guide", "a new site"])
def test_checkout_wheel_and_editable_install_make_the_same_bytes(
    installed: Path, root: Path, tmp_path: Path, name: str
) -> None:
    """The checkout's own templates must not help the wheel: each project is built from a copy without them."""
    project = tmp_path / "project"
    if name == "a new site":
        for output in new_site(Answers("Small Examples", "SE", "2021", ("Ada Example",)), "mmpt-site"):
            (project / output.path).parent.mkdir(parents=True, exist_ok=True)
            (project / output.path).write_bytes(output.data)
    else:
        shutil.copytree((root if name == "the first site" else root / "docs") / "content", project / "content")
    checkout = built_by(root / "src", project, tmp_path / "checkout")
    assert len(checkout) > 10
    assert built_by(installed, project, tmp_path / "wheel") == checkout
    assert built_by(None, project, tmp_path / "editable") == checkout


def test_from_a_wheel_a_new_site_is_made_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    words = ("new", "wse", "--name", "Small Examples", "--acronym", "WSE", "--year", "2027", "--organizer", "Ada")
    for command in (words, ("theme", "copy", "dates.html"), ("build", "--base-url", "https://example.org/")):
        where = tmp_path / "wse" if command != words else tmp_path
        line = [sys.executable, "-m", "mmpt_site", *command]
        ran = subprocess.run(line, cwd=where, env=environment, capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "wse/site/2027/dates/index.html").is_file()
    assert (tmp_path / "wse/templates/dates.html").is_file()


def test_links_to_folders_and_out_of_the_content_are_not_followed_and_that_is_told(
    site: SiteFolder, tmp_path: Path
) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key.txt").write_text("mine", "utf-8")
    folder = site.write("content/2021/files/map.svg", "<svg/>").path("content/2021/files")
    link(folder / "secret", tmp_path / "secret")
    link(folder / "round", folder)
    made = site.build()
    assert sorted(path.name for path in (made.folder / "2021/files").iterdir()) == ["map.svg"]
    made.tells("content/2021/files/round: warning: This is a link to a folder, and is left out.")
    made.tells("content/2021/files/secret: warning: This link leads out of content/, and is left out.")


def test_a_link_to_a_file_is_followed_within_the_content_only(site: SiteFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("mine", "utf-8")
    site.write("content/2020/workshop.yaml", "title: Small Examples\n").write("content/2020/files/logo.svg", "<svg/>")
    folder = site.write("content/2021/files/map.svg", "<svg/>").path("content/2021/files")
    link(folder / "secret.txt", tmp_path / "secret.txt")
    link(folder / "gone.png", tmp_path / "nowhere")
    link(folder / "logo.svg", site.path("content/2020/files/logo.svg"))
    assert [path for path, _ in files(folder)] == ["map.svg"]
    assert [path for path, _ in files(folder, site.project.content)] == ["logo.svg", "map.svg"]
    made = site.build()
    assert (made.folder / "2021/files/logo.svg").read_text("utf-8") == "<svg/>"
    made.tells("content/2021/files/gone.png: warning: This link leads nowhere, and is left out.")
    made.tells("content/2021/files/secret.txt: warning: This link leads out of content/, and is left out.")


def test_a_link_that_leads_out_of_the_content_is_not_read(site: SiteFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Mine\n\nA secret.", "utf-8")
    site.write("pages/venue.md", "# Venue\n\nHere.\n").write("content/2021/pages/map.md", "# Map\n\nThere.\n")
    link(site.path("content/2021/pages/key.md"), tmp_path / "secret.md")
    link(site.path("content/2021/dates.yaml"), tmp_path / "nowhere")
    made = site.build()
    assert made.failed
    assert made.told.count("error:") == 2
    made.tells("content/2021/pages/key.md: error: This link leads out of content/.")
    made.tells("content/2021/dates.yaml: error: This link leads nowhere.")


def test_a_needed_file_that_is_a_link_out_of_the_content_is_told_once(site: SiteFolder, tmp_path: Path) -> None:
    site.path("site.yaml").rename(tmp_path / "site.yaml")
    link(site.path("site.yaml"), tmp_path / "site.yaml")
    made = site.build()
    assert made.told.count("error:") == 1
    made.tells("content/site.yaml: error: This link leads out of content/.")


def test_a_link_to_another_page_of_the_content_is_that_page(site: SiteFolder) -> None:
    site.write("content/pages/venue.md", "# Venue\n\nHere.\n").write("content/2021/pages/map.md", "# Map\n\nThere.\n")
    link(site.path("content/2021/pages/venue.md"), site.path("content/pages/venue.md"))
    site.build().shows("/2021/venue/", "Here.")


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_names_in_the_form_of_macos_are_published_in_that_of_all_others(site: SiteFolder) -> None:
    """A name with its accents apart (NFD) is the same name, wherever it stands."""
    edition, photo, page = "zürich-2021", "Zoë.jpg", "anfahrt-für-gäste"
    site.path("content/2021").rename(site.root / "content" / apart(edition))
    below = f"content/{apart(edition)}"
    site.write(f"{below}/organizers.yaml", f"organizers: [{{name: Zoë Example, photo: {photo}}}]\n")
    site.write(f"{below}/files/{apart('Pläne')}/{apart('Übersicht.pdf')}", "plan")
    site.write(f"{below}/files/{apart(photo)}", taken())
    plan = apart("../files/Pläne/Übersicht.pdf")
    site.write(f"{below}/pages/{apart(page)}.md", f"# Anfahrt\n\nEin [Plan]({plan}), [auch hier](<{quote(plan)}>).\n")
    site.write("site.yaml", f"name: Small\nacronym: SE\nurl: https://example.org/\ncurrent: {apart(edition)}\n")
    assert site.check() == []
    made = site.build().shows(f"/{edition}/{page}/", "Anfahrt")
    assert list((made.folder / edition / "pictures").glob("*-square-160.avif"))
    assert (made.folder / edition / "files/Pläne/Übersicht.pdf").read_bytes() == b"plan"
    links = re.findall(r'href="([^"]*bersicht.pdf)"', made.source(f"/{edition}/{page}/"))
    assert [unquote(each) for each in links] == ["../files/Pläne/Übersicht.pdf"] * 2


@pytest.mark.skipif(sys.platform == "darwin", reason="There, these are not two names")
def test_two_names_that_differ_in_the_form_of_their_accents_only_are_told(site: SiteFolder) -> None:
    names = (unicodedata.normalize("NFC", "pläne"), apart("pläne"))
    for name in names:
        site.write(f"content/2021/files/{name}.svg", f"<svg>{len(name)}</svg>")
    made = site.build()
    made.tells("content/2021/files/pläne.svg: warning: Another file here has the same name, with its accents written")
    assert (made.folder / "2021/files/pläne.svg").read_text("utf-8") == "<svg>5</svg>"

    for name in names:
        site.write(f"content/2021/pages/{name}.md", "# Plan\n\nHere.\n")
    site.build().tells("content/2021/pages/pläne.md: error: Two files have this name, each with its accents written")


def test_the_files_of_the_whole_site_are_published_and_links_among_them_told(site: SiteFolder, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    link(site.write("content/files/map.pdf", "x").path("content/files") / "secret", tmp_path / "secret")
    made = site.build().tells("content/files/secret: warning: This link leads out of content/, and is left out.")
    assert [path.name for path in (made.folder / "files").iterdir()] == ["map.pdf"]


def test_what_editors_and_windows_leave_behind_is_not_published(site: SiteFolder) -> None:
    for name in ("map.svg", "map.svg~", "#map.svg#", ".map.svg.swp", "Thumbs.db", "desktop.ini"):
        site.write(f"content/2021/files/{name}", "<svg/>")
    assert [path for path, _ in files(site.path("content/2021/files"))] == ["map.svg"]
