"""Pictures for tests: photos with all that cameras write into them, drawings, and what organizers send by mistake."""

import struct
import zlib
from io import BytesIO

from PIL import ExifTags, Image, ImageCms, ImageDraw

COMMENT = b"a word of the photographer"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30z"/></svg>'


def scene(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture with the many colours of a photo: red at its top, green at its left, noise everywhere."""
    fall = Image.linear_gradient("L").resize((width, height))
    noise = Image.frombytes("L", (64, 64), bytes(i * i * 7919 % 251 for i in range(4096))).resize((width, height))
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    inverse = fall.point(lambda value: 255 - value)
    return Image.merge("RGB", (inverse, across.point(lambda value: 255 - value), noise)).convert(mode)


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    """The bytes of a file."""
    file = BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def exif(*, orientation: int = 1, located: bool = True) -> bytes:
    """What a camera writes into a photo."""
    found = Image.Exif()
    found[ExifTags.Base.Orientation] = orientation
    found[ExifTags.Base.Make] = "Example Cameras"
    if located:
        place = found.get_ifd(ExifTags.IFD.GPSInfo)
        place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", (25.0, 2.0, 1.0)
        place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", (121.0, 33.0, 1.0)
    return found.tobytes()


def photo(width: int = 640, height: int = 800, *, orientation: int = 1) -> bytes:
    """A JPEG as from a telephone, with its place, a comment and a profile."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    given = exif(orientation=orientation)
    return saved(scene(width, height), "JPEG", quality=90, exif=given, comment=COMMENT, icc_profile=profile)


def drawing(width: int = 900, height: int = 300, mode: str = "RGB") -> bytes:
    """A PNG with a few large areas."""
    image = Image.new("RGBA", (width, height), (255, 255, 255, 0 if mode == "RGBA" else 255))
    ImageDraw.Draw(image).ellipse((20, 20, width // 2, height - 20), fill=(150, 40, 16, 255))
    return saved(image.convert(mode), "PNG")


def moving() -> bytes:
    """A GIF of two frames."""
    frames = [scene(300, 300).quantize(64), Image.new("RGB", (300, 300), "white").quantize(64)]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A small PNG that would be huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


# what organizers send, by the names under which they send it
SLIPS = {
    "empty.jpg": b"",
    "telephone.jpg": HEIC,
    "cut-off.jpg": photo()[:-9000],
    "cut-off.png": saved(scene(300, 300), "PNG")[:-9000],
    "letter.jpg": b"Dear organizers, this is no picture.",
    "bomb.png": bomb(),
    "called-otherwise.png": photo(),
    "for-print.jpg": saved(scene(500, 500, "CMYK"), "JPEG"),
    "moving.gif": moving(),
    "small.jpg": photo(96, 120),
    "point.png": saved(Image.new("RGB", (1, 1)), "PNG"),
    "script.svg": SVG.replace(b"<path", b"<script>alert(1)</script><path"),
    "handler.svg": SVG.replace(b"<path", b"<path onclick='alert(1)'"),
    "fetching.svg": SVG.replace(b"<path", b"<image href='https://example.org/a.png'/><path"),
    "styled.svg": SVG.replace(b"<path", b"<style>@import 'https://example.org/a.css';</style><path"),
    "broken.svg": SVG.replace(b"</svg>", b""),
    "nameless.svg": b"<svg/>",
    "really.png": SVG,
}
