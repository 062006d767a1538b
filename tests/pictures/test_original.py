"""What a file holds, whatever its name says."""

import pytest

from mmpt_site.pictures.facts import Facts
from mmpt_site.pictures.original import inspect, is_located
from tests import camera
from tests.camera import drawing, exif, photo, saved, scene


@pytest.mark.parametrize(
    ("data", "facts"),
    [
        (photo(640, 800), Facts("JPEG", 640, 800, is_located=True)),
        (photo(640, 800, orientation=6), Facts("JPEG", 800, 640, is_located=True)),
        (saved(scene(300, 200), "PNG"), Facts("PNG", 300, 200)),
        (saved(scene(300, 200, "L"), "PNG"), Facts("PNG", 300, 200)),
        (saved(scene(300, 200).convert("I;16"), "PNG"), Facts("PNG", 300, 200)),
        (saved(scene(300, 200), "WEBP"), Facts("WEBP", 300, 200)),
        (saved(scene(300, 200), "AVIF"), Facts("AVIF", 300, 200)),
        (saved(scene(300, 200).quantize(200), "PNG"), Facts("PNG", 300, 200, "drawing")),
        (drawing(), Facts("PNG", 900, 300, "drawing")),
        (drawing(mode="RGBA"), Facts("PNG", 900, 300, "drawing")),
        (drawing(mode="P"), Facts("PNG", 900, 300, "drawing")),
        (camera.moving(), Facts("GIF", 300, 300, "drawing", moves=True)),
        (camera.SLIPS["for-print.jpg"], Facts("JPEG", 500, 500, prints=True)),
    ],
)
def test_what_is_known_of_a_picture(data: bytes, facts: Facts) -> None:
    assert inspect(data) == facts


def test_a_photo_that_one_sees_through_is_a_cutout() -> None:
    image = scene(300, 200, "RGBA")
    image.putalpha(scene(300, 200).getchannel("R"))
    assert inspect(saved(image, "PNG")).kind == "cutout"


def test_a_photo_with_others_behind_it_is_a_photo() -> None:
    data = saved(scene(300, 200), "MPO", save_all=True, append_images=[scene(30, 20)])
    assert inspect(data) == Facts("JPEG", 300, 200)


def test_the_place_of_a_picture_is_found_in_every_format() -> None:
    given = exif()
    for form in ("JPEG", "PNG", "WEBP", "AVIF"):
        assert is_located(saved(scene(30, 20), form, exif=given)), form
        assert not is_located(saved(scene(30, 20), form, exif=exif(located=False))), form
    assert is_located(camera.HEIC + b"Exif\0\0" + given.removeprefix(b"Exif\0\0"))
    assert not is_located(camera.HEIC)
    assert not is_located(camera.HEIC + b"Exif\0\0MM broken")
    assert not is_located(b"")


@pytest.mark.parametrize("cut", [0, 1, 20, 100, 1000])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_no_piece_of_a_file_is_more_than_a_complaint(form: str, cut: int) -> None:
    data = saved(scene(120, 90), form)
    facts = inspect(data[:cut])
    assert facts.complaint or facts.format == form
