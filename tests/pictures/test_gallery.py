"""Pictures of a site: given at any size, shown at the sizes of their places, told at their names."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mmpt_site.pictures import encode, original, studio
from tests.camera import SVG, drawing, photo, saved, scene
from tests.harness import SERIES, Built, SiteFolder, everything, snapshot
from tests.pages.reading import Page

TYPES = {".avif": "AVIF", ".webp": "WEBP", ".jpg": "JPEG", ".png": "PNG"}
KEYNOTES = "keynotes: [{speaker: {name: Ada Example, photo: ./people/Ada Example.jpg}}]\n"


@pytest.fixture
def pictured(site: SiteFolder) -> SiteFolder:
    """A photo, a logo, and a drawing, a photo and an SVG in texts of the edition and of the series."""
    site = SiteFolder(site.root, kept=None)
    site.write("site.yaml", SERIES + "look: {logo: {file: sign.png, alt: The sign & more}}\n")
    site.write("content/files/sign.png", drawing(900, 300, "RGBA")).write("content/files/we.jpg", photo(1600, 900))
    site.write("content/pages/imprint.md", "# Imprint\n\n![All of us](../files/we.jpg)\n")
    site.write("content/2021/files/people/Ada Example.jpg", photo(900, 1200)).write("keynotes.yaml", KEYNOTES)
    site.write("content/2021/files/map.svg", SVG).write("content/2021/files/plot.png", drawing(900, 300))
    text = '![The <way>](files/map.svg) and\n  ![A plot](files/plot.png "Its title").'
    return site.write("workshop.yaml", f"title: Small\nintroduction: |\n  {text}\n")


def images(made: Built) -> dict[str, list[dict[str, str]]]:
    """Every image of every page."""
    found = {}
    for file in everything(made.folder):
        if file.suffix == ".html":
            page = Page.of(file.read_text("utf-8"))
            assert page.unbalanced == []
            found[file.relative_to(made.folder).as_posix()] = [each for tag, each in page.tags if tag == "img"]
    return found


def test_every_image_of_every_page_has_words_a_size_and_a_file(pictured: SiteFolder) -> None:
    made = pictured.build()
    assert not made.failed, made.told
    assert made.told == ""
    found = images(made)
    assert {each["alt"] for image in found.values() for each in image} == {
        *("The sign & more", "All of us", "Photo of Ada Example", "The <way>", "A plot")
    }
    for image in (each for several in found.values() for each in several):
        assert int(image["width"]) > 0
        assert int(image["height"]) > 0
        assert image["decoding"] == "async"
        assert ("loading" in image) == (image["alt"] != "The sign & more")
    assert [each["title"] for each in found["2021/index.html"] if each["alt"] == "A plot"] == ["Its title"]
    assert pictured.check() == []


def test_pictures_are_what_their_names_say_and_hold_nothing_else(pictured: SiteFolder) -> None:
    made = pictured.build()
    pictures = [file for file in everything(made.folder) if "pictures" in file.parts]
    assert {file.relative_to(made.folder).as_posix() for file in pictures} >= {
        *(
            f"2021/pictures/people-ada-example-square-{width}.{form}"
            for width in (160, 320, 480)
            for form in ("avif", "webp")
        ),
        *("2021/pictures/people-ada-example-square-320.jpg", "2021/pictures/plot-800.png", "pictures/we-1440.avif"),
        *("pictures/sign-small-160.webp", "pictures/sign-small-320.png"),
    }
    for file in pictures:
        image = Image.open(file)
        assert (image.format, image.width) == (TYPES[file.suffix], int(file.stem.rpartition("-")[2]))
        assert (dict(image.getexif()), "exif" in image.info, "comment" in image.info) == ({}, False, False)
    for file in everything(made.folder):
        assert b"Example Cameras" not in file.read_bytes(), file


def test_an_original_is_published_only_where_something_points_at_it(pictured: SiteFolder) -> None:
    made = pictured.build()
    assert (made.folder / "2021/files/map.svg").read_bytes() == SVG
    assert not (made.folder / "2021/files/people").exists()
    assert not (made.folder / "files").exists()
    pictured.write("call.yaml", "invitation: '[The photo](files/people/Ada%20Example.jpg)'\n")
    made = pictured.build().tells(
        "content/2021/files/people/Ada Example.jpg: warning: This picture is published as it is, and says where"
    )
    assert (made.folder / "2021/files/people/Ada Example.jpg").is_file()
    assert [problem.level for problem in pictured.check()] == ["warning"]


def test_a_template_of_the_organizers_may_point_at_an_original(pictured: SiteFolder) -> None:
    pointing = "<i data-a=\"{{ absolute('/files/we.jpg') }}\"></i>"
    own = f"{{% extends 'base.html' %}}{{% block content %}}<h1>K</h1>{pointing}{{% endblock %}}"
    made = pictured.write("templates/keynotes.html", own).build(url="https://example.org/repo/")
    assert (made.folder / "files/we.jpg").is_file()


def test_a_file_that_says_where_it_was_taken_is_told_also_when_nothing_shows_it(site: SiteFolder) -> None:
    site.write("content/2021/files/Group.JPG", photo()).write(
        "content/2021/files/plain.jpg", saved(scene(9, 9), "JPEG")
    )
    (problem,) = site.build().problems
    assert (problem.mark.path, problem.level) == ("content/2021/files/Group.JPG", "warning")
    assert problem.hint.startswith("Nothing on the site leads to it: delete it")
    (problem,) = site.write("call.yaml", "invitation: '[All](files/Group.JPG)'\n").build().problems
    assert problem.hint.startswith("Export it again without its place, or do not link to it")


def test_a_picture_of_html_keeps_the_size_that_its_writer_gives(pictured: SiteFolder) -> None:
    text = '<img id="a" src="files/plot.png" alt="A" width="300"><img src="files/plot.png" alt="B" height="50">'
    made = pictured.write("call.yaml", f"invitation: |\n  {text}\n").build()
    sizes = {each["alt"]: (each["width"], each["height"]) for each in images(made)["2021/call/index.html"]}
    assert (sizes["A"], sizes["B"]) == (("300", "100"), ("150", "50"))
    assert 'sizes="(min-width: 49rem) 300px, 92vw"' in made.source("/2021/call/")
    assert made.source("/2021/call/").count('id="a"') == 1


def test_images_of_other_hosts_and_missing_ones_are_left_as_they_are(site: SiteFolder) -> None:
    site.write("call.yaml", "invitation: '![A](https://example.org/files/a.png) ![B](files/b.png)'\n")
    assert [each["src"] for each in images(site.build())["2021/call/index.html"]] == [
        *("https://example.org/files/a.png", "../files/b.png")
    ]


def test_the_last_good_site_stays_when_a_photo_is_broken(pictured: SiteFolder) -> None:
    before = snapshot(pictured.build().folder)
    pictured.write("content/2021/files/people/Ada Example.jpg", photo(900, 1200)[:-20_000])
    made = pictured.build().tells("content/2021/keynotes.yaml:1:49: error: This picture is damaged or cut off.")
    assert made.failed
    assert snapshot(made.folder) == before


def test_two_pictures_never_share_an_address(site: SiteFolder) -> None:
    site.write("content/2021/files/a.jpg", photo()).write("content/2021/files/A.png", saved(scene(500, 500), "PNG"))
    site.write("call.yaml", "invitation: '![A](files/a.jpg) ![B](files/A.png)'\n")
    site.build().tells("call.yaml:1:37: error: The address /2021/pictures/a-400.avif is taken already", "Rename one")


def test_one_file_may_be_a_photo_and_stand_in_a_text(site: SiteFolder) -> None:
    site.write("content/2021/files/ada.jpg", photo())
    site.write("keynotes.yaml", "keynotes: [{speaker: {name: Ada, photo: ada.jpg}, abstract: '![A](files/ada.jpg)'}]\n")
    made = site.build()
    assert [each["height"] for each in images(made)["2021/keynotes/index.html"]] == ["160", "800"]
    assert site.check() == []


@pytest.mark.parametrize("kept", [True, False])
def test_a_build_that_remembers_gives_the_same_bytes_as_one_that_does_not(pictured: SiteFolder, kept: bool) -> None:
    before = snapshot(pictured.build().folder)
    shutil.rmtree(pictured.root / "site")
    if not kept:
        shutil.rmtree(pictured.root / ".cache")
    assert snapshot(pictured.build().folder) == before


def test_a_damaged_memory_changes_nothing(pictured: SiteFolder) -> None:
    before = snapshot(pictured.build().folder)
    shutil.rmtree(pictured.root / "site")
    files = list(everything(pictured.root / ".cache"))
    for number, file in enumerate(files):
        data = file.read_bytes()
        file.write_bytes(
            [b"", data[: len(data) // 2], data[:-1] + bytes([data[-1] ^ 1]), files[0].read_bytes()][number % 4]
        )
    assert snapshot(pictured.build().folder) == before


def test_what_no_picture_needs_any_more_is_forgotten(pictured: SiteFolder) -> None:
    pictured.build()
    assert everything(pictured.project.cache / "pictures")
    pictured.remove("keynotes.yaml").write("workshop.yaml", "title: Small\n").write("site.yaml", SERIES)
    pictured.remove("content/pages/imprint.md").remove("content/2021/files/people/Ada Example.jpg")
    for name in ("content/files/we.jpg", "content/files/sign.png", "content/2021/files/plot.png"):
        pictured.remove(name)
    pictured.build()
    assert everything(pictured.project.cache / "pictures") == []


def test_a_photo_that_is_saved_again_is_made_again(pictured: SiteFolder) -> None:
    file = "2021/pictures/people-ada-example-square-320.jpg"
    first = pictured.build()
    before = (first.folder / file).read_bytes(), Page.of(first.source("/2021/keynotes/")).values("src")
    pictured.write("content/2021/files/people/Ada Example.jpg", photo(800, 800))
    then = pictured.build()
    assert (then.folder / file).read_bytes() != before[0]
    assert Page.of(then.source("/2021/keynotes/")).values("src") != before[1]


def test_a_photo_that_cannot_be_read_is_told(pictured: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path) -> str:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(studio, "digest", refuse)
    pictured.build().tells("keynotes.yaml:1:49: error: This picture cannot be read: Permission denied.")


def test_after_a_save_of_a_text_nothing_is_made_again(pictured: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    pictured.build()
    for module, name in ((encode, "encode"), (original, "inspect"), (original, "is_located")):
        monkeypatch.delattr(module, name)
    pictured.write("call.yaml", "invitation: We invite.\n").build().shows("/2021/call/", "We invite.")


def test_without_a_picture_or_with_remembered_ones_pillow_is_not_imported(pictured: SiteFolder, tmp_path: Path) -> None:
    bare = SiteFolder.make(tmp_path / "bare")
    for site in (bare, pictured):
        for _ in range(2):  # the cards of the pages are remembered, too
            done = site.run("build", "--as-of", "2021-03-01", env={"PYTHONPROFILEIMPORTTIME": "1"})
            assert done.returncode == 0, done.stdout
        assert "pydantic" in done.stderr
        assert "PIL.Image" not in done.stderr


def test_a_picture_for_every_browser_is_as_wide_as_its_place(pictured: SiteFolder) -> None:
    made = pictured.build()
    photo_of = next(each for each in images(made)["2021/keynotes/index.html"] if "Ada" in each["alt"])
    file = made.folder / "2021/keynotes" / photo_of["src"].partition("?")[0]
    assert Image.open(BytesIO(file.read_bytes())).size == (320, 320)
