"""What visitors get holds the picture, at the size and in the format wanted, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from mmpt_site.pages.picture import PORTRAIT, TEXT, Place
from mmpt_site.pictures.encode import encode
from mmpt_site.pictures.facts import UnreadableError
from mmpt_site.pictures.original import inspect
from tests import camera
from tests.camera import COMMENT, drawing, photo, saved, scene

NAMES = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


def encoded(data: bytes, place: Place) -> list[tuple[str, int, bytes]]:
    """Format, width and bytes of each file for a place."""
    facts = inspect(data)
    files = facts.files(place)
    made = encode(data, facts.kind, files, square=place.square)
    return [(form, width, each) for (form, width), each in zip(files, made, strict=True)]


def colour(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place from 0 to 1."""
    image = Image.open(BytesIO(data)).convert("RGBA")
    found = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(found, tuple)
    return tuple(map(int, found))


def test_a_photo_is_made_in_three_formats_and_widths_with_nothing_else_in_them() -> None:
    made = encoded(photo(1000, 1500), PORTRAIT)
    expected = [(form, width) for form in ("avif", "webp") for width in (160, 320, 480)]
    assert [(form, width) for form, width, _ in made] == [*expected, ("jpg", 320)]
    for form, width, data in made:
        image = Image.open(BytesIO(data))
        assert (image.format, image.size) == (NAMES[form], (width, width))
        assert dict(image.getexif()) == {}
        assert {"exif", "xmp", "icc_profile", "comment"}.isdisjoint(image.info)
        assert not any(word in data for word in (COMMENT, b"Exif", b"Example Cameras", b"ICC_PROFILE"))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright(orientation: int) -> None:
    image = scene(400, 300)
    turned = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    for each in turned.get(orientation, ()):
        image = image.transpose(each)
    data = saved(image, "JPEG", quality=95, exif=camera.exif(orientation=orientation))
    form, width, made = encoded(data, TEXT)[-1]
    assert (form, width, Image.open(BytesIO(made)).size) == ("jpg", 400, (400, 300))
    top, bottom = colour(made, 0.9, 0.02), colour(made, 0.9, 0.98)
    left, right = colour(made, 0.02, 0.9), colour(made, 0.98, 0.9)
    assert top[0] > bottom[0] + 150
    assert left[1] > right[1] + 150


def test_a_high_photo_is_cut_more_below_than_above() -> None:
    image = Image.new("RGB", (400, 800))
    image.paste(scene(400, 400).resize((400, 400)), (0, 100))
    made = encoded(saved(image, "PNG"), PORTRAIT)[-1][2]
    assert colour(made, 0.5, 0.005)[0] > 200  # the top of what was pasted a quarter below the edge of 400


def test_no_picture_is_larger_than_its_original() -> None:
    assert [(form, width) for form, width, _ in encoded(photo(200, 900), PORTRAIT)] == [
        *(("avif", 160), ("avif", 200), ("webp", 160), ("webp", 200), ("jpg", 200))
    ]
    assert [(form, width) for form, width, _ in encoded(drawing(900, 300), TEXT)] == [
        *(("webp", 400), ("webp", 800), ("webp", 900), ("png", 800))
    ]


def test_a_drawing_keeps_its_colours_and_what_is_behind_it() -> None:
    for form, _, data in encoded(drawing(800, 300, "RGBA"), TEXT):
        assert colour(data, 0.3, 0.5) == (150, 40, 16, 255), form
        assert colour(data, 0.99, 0.5)[3] == 0, form


@pytest.mark.parametrize("mode", ["L", "P", "I;16", "CMYK", "1"])
def test_every_kind_of_colours_becomes_that_of_screens(mode: str) -> None:
    image = scene(200, 200, "L").convert("I").point(lambda grey: grey * 257).convert(mode) if mode == "I;16" else None
    data = saved(image or scene(200, 200, mode), "JPEG" if mode == "CMYK" else "PNG")
    for _, _, made in encoded(data, TEXT):
        assert Image.open(BytesIO(made)).mode == "RGB"
        assert sum(colour(made, 0.1, 0.05)[:3]) > sum(colour(made, 0.9, 0.95)[:3]) + 100


def test_colours_of_another_profile_are_converted_and_a_broken_one_is_ignored() -> None:
    image = Image.new("RGB", (300, 300), (60, 20, 90))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    for profile in (b"broken", lab):
        data = saved(image, "JPEG", quality=100, subsampling=0, icc_profile=profile)
        assert inspect(data).complaint == ""
        made = encoded(data, TEXT)[-1][2]
        assert "icc_profile" not in Image.open(BytesIO(made)).info
    assert abs(colour(encoded(saved(image, "JPEG", quality=100), TEXT)[-1][2], 0.5, 0.5)[0] - 60) < 4


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert encoded(photo(), PORTRAIT) == encoded(photo(), PORTRAIT)


def test_a_photo_that_is_cut_off_is_told() -> None:
    with pytest.raises(UnreadableError, match="damaged or cut off"):
        encode(camera.SLIPS["cut-off.jpg"], "photo", (("jpg", 320),), square=True)
