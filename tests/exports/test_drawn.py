"""Icons and cards stand at their addresses, are made once, and are remembered."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mmpt_site.build import build
from mmpt_site.cache import Store
from mmpt_site.exports.typeset.press import printed
from mmpt_site.project import Project
from tests.harness import AS_OF, SiteFolder, snapshot

WITHOUT_PILLOW = """
import sys
from mmpt_site.__main__ import main
sys.argv = ["mmpt-site", "build"]
try:
    main()
finally:
    print("PIL" in sys.modules)
"""


def cards(site: SiteFolder) -> list[str]:
    built = site.build()
    assert not built.failed, built.told
    return sorted(path for path in snapshot(built.folder) if path.endswith("card.png"))


def test_every_page_has_a_card_but_not_one_that_moved_and_not_404(site: SiteFolder) -> None:
    site.write("dates.yaml", "formerly: [deadlines]\ndates:\n- {name: Deadline, date: 2021-04-20}\n")
    site.write("content/2021/pages/venue.md", "---\ntitle: Venue\n---\nHere.\n")
    site.write("content/pages/imprint.md", "---\ntitle: Imprint\n---\nWe.\n")
    assert cards(site) == [
        "2021/card.png",
        "2021/dates/card.png",
        "2021/venue/card.png",
        "imprint/card.png",
    ]
    assert (site.root / "site/2021/deadlines/index.html").is_file()


def test_without_an_address_there_are_no_cards_but_icons(site: SiteFolder) -> None:
    site.write("site.yaml", "name: Workshop on Small Examples\nacronym: WSE\n")
    assert cards(site) == []
    assert "and the cards are left out" in site.build().told
    assert (site.root / "site/favicon.svg").is_file()


def test_icons_stand_where_browsers_and_phones_look_for_them(site: SiteFolder) -> None:
    built = site.build()
    files = snapshot(built.folder)
    for path, form, sizes in (
        ("favicon.ico", "ICO", {(16, 16), (32, 32), (48, 48)}),
        ("apple-touch-icon.png", "PNG", {(180, 180)}),
        ("icon-192.png", "PNG", {(192, 192)}),
        ("icon-512.png", "PNG", {(512, 512)}),
    ):
        image = Image.open(BytesIO(files[path]))
        assert image.format == form
        assert image.info.get("sizes", {image.size}) == sizes
    said = json.loads(files["site.webmanifest"])
    assert (said["short_name"], said["start_url"]) == ("WSE", "./")
    assert {icon["src"] for icon in said["icons"]} <= set(files)
    for link in ('href="favicon.ico"', 'href="favicon.svg"', 'href="apple-touch-icon.png"', 'href="site.webmanifest"'):
        assert link in built.source("/")
    assert site.check() == []


def test_a_tile_is_opaque_and_its_emblem_is_in_the_safe_zone(site: SiteFolder) -> None:
    image = Image.open(BytesIO(snapshot(site.build().folder)["icon-512.png"])).convert("RGBA")
    pixels = image.load()
    assert pixels
    paper = pixels[0, 0]
    drawn = [(x, y) for x in range(512) for y in range(512) if pixels[x, y] != paper]
    assert drawn
    assert max((x - 255.5) ** 2 + (y - 255.5) ** 2 for x, y in drawn) ** 0.5 < 0.4 * 512


@pytest.mark.parametrize("name", ["favicon.svg", "favicon.ico", "apple-touch-icon.png"])
def test_an_icon_of_the_site_itself_takes_the_place_of_ours(site: SiteFolder, name: str) -> None:
    own = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    assert snapshot(site.write(f"static/{name}", own).build().folder)[name] == own


def test_what_was_drawn_is_remembered_until_nothing_shows_it(site: SiteFolder) -> None:
    project = Project(site.root)
    first = list(build(project, AS_OF).outputs)
    kept = snapshot(project.cache)
    again = list(build(project, AS_OF).outputs)
    assert (first, kept) == (again, snapshot(project.cache))
    site.write("workshop.yaml", "title: Another Title\n")
    list(build(project, AS_OF).outputs)
    now = snapshot(project.cache)
    assert len(now) == len(kept)
    assert len(set(now) - set(kept)) == 1


def test_a_build_whose_pictures_are_remembered_needs_no_pillow(site: SiteFolder) -> None:
    def run() -> str:
        return subprocess.run(
            [sys.executable, "-c", WITHOUT_PILLOW], cwd=site.root, capture_output=True, encoding="utf-8", check=False
        ).stdout.split()[-1]

    assert (run(), run()) == ("True", "False")


def test_a_card_says_what_its_page_is(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small Examples\nhost: {name: Large Examples, acronym: LE}\nplace: Taipei\n")
    before = snapshot(site.build().folder)
    after = snapshot(site.write("workshop.yaml", "title: Small Examples\nplace: Taipei\n").build().folder)
    assert before["2021/card.png"] != after["2021/card.png"]


def test_what_is_printed_is_printed_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = printed(store, "stamp.tile", "WSE", 48, "#ffffff", "#000000")
    assert made == printed(Store(tmp_path), "stamp.tile", "WSE", 48, "#ffffff", "#000000")
    assert len(list(tmp_path.iterdir())) == 1
    assert made != printed(store, "stamp.tile", "WSE", 64, "#ffffff", "#000000")


def test_a_card_without_a_character_is_told_at_its_place(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small 🎉 Examples\nplace: Taipei\n")
    site.build().tells("content/2021/workshop.yaml:1:14: note:", "none of their fonts has: 🎉")
    assert not site.build(url=None).failed
