"""The bytes of an original and the sizes wanted in, the files that pages show out, with only the picture in them.

Orientation and colour profile (ICC.1) are applied to the pixels, then all metadata is gone: place, camera, comments.
"""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from mmpt_site.pictures.facts import Kind
from mmpt_site.pictures.original import decoded, opened

# how each format is written: with these nobody sees a difference, and every machine writes the same bytes
SETTINGS: dict[tuple[str, bool], dict[str, object]] = {  # by name and whether it is lossless
    ("avif", False): {"quality": 60, "speed": 6, "max_threads": 1},
    ("webp", False): {"quality": 78, "method": 5},
    ("webp", True): {"lossless": True, "quality": 80, "method": 4},
    ("jpg", False): {"format": "JPEG", "quality": 82, "progressive": True, "optimize": True},
    ("png", False): {"optimize": True},
    ("png", True): {"optimize": True},
}
ABOVE = 0.25  # of what is cut off a high photo; the rest goes below, for faces are above the middle


def encode(data: bytes, kind: Kind, sizes: tuple[tuple[str, int], ...], *, square: bool) -> list[bytes]:
    """Make a file for each format and width, in their order; raises UnreadableError."""
    image = opened(data)
    largest = max(width for _, width in sizes)
    if image.format in {"JPEG", "MPO"} and image.mode != "CMYK":  # a JPEG can be read at an eighth of its size
        image.draft(None, (2 * largest, 2 * largest))
    decoded(image)
    image = _screen(ImageOps.exif_transpose(image))
    if square:
        image = _square(image)
    by_width = {width: _resized(image, width) for width in {width for _, width in sizes}}
    return [_written(by_width[width], form, lossless=kind == "drawing") for form, width in sizes]


def _screen(image: Image.Image) -> Image.Image:
    """The picture in sRGB with eight bits a colour, and with transparency where it has some."""
    profile = image.info.get("icc_profile")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode.startswith("I"):  # greys of 16 bits, which a plain conversion would cut off
        image = image.convert("F").point(lambda grey: grey * (255 / 65535) + 0.5).convert("L")
    if mode == "RGBA" or image.mode not in {"L", "CMYK"}:
        image = image.convert(mode)
    if profile:
        image = _in_srgb(image, profile, mode)
    return image.convert(mode)


def _in_srgb(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    """The colours that a profile means; a profile that is broken, or of another kind of picture, means nothing."""
    try:
        made = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode=mode,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return made or image


def _square(image: Image.Image) -> Image.Image:
    """The middle of a wide picture; of a high one a part somewhat above it."""
    side = min(image.size)
    left, top = (image.width - side) // 2, round((image.height - side) * ABOVE)
    return image.crop((left, top, left + side, top + side))


def _resized(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    if (width, height) == image.size:
        return image
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _written(image: Image.Image, form: str, *, lossless: bool) -> bytes:
    bare = image.copy()
    bare.info.clear()  # encoders look for profiles, comments and more there
    settings = {"format": form.upper(), **SETTINGS[form, lossless]}
    file = BytesIO()
    bare.save(file, **settings)  # type: ignore[arg-type]  # every format has its own
    return file.getvalue()
