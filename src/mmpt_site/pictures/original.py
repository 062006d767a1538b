"""The bytes of a photo or a drawing in, what is known of it out: the way in for Pillow, which takes time to import.

https://pillow.readthedocs.io/en/stable/handbook/image-file-formats.html
"""

import struct
from io import BytesIO

from PIL import ExifTags, Image, ImageChops, UnidentifiedImageError

from mmpt_site.model.files import AS_JPEG
from mmpt_site.pictures.facts import Facts, Kind, UnreadableError, broken

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
HEIC = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}  # brands (ISO/IEC 23008-12)
MOST_PIXELS = 120_000_000  # what the largest cameras make; decoded, half a gigabyte
FEW_COLOURS = 4096  # a photo in colour has more, a drawing with smooth edges fewer
FLAT = 0.5  # of a drawing at least so many points have the colour of the next one
TURNED = {5, 6, 7, 8}  # orientations (Exif 2.3, tag 0x0112) that stand on their side
EXIF = b"Exif\0\0"

Image.MAX_IMAGE_PIXELS = None  # Pillow would only warn; see `opened`


def opened(data: bytes) -> Image.Image:
    """The picture, not yet decoded; raises UnreadableError."""
    if not data:
        raise UnreadableError("This picture is empty.", "Save it again.")
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        if data[4:8] == b"ftyp" and data[8:12] in HEIC:
            message = "This is a HEIC picture, whatever its name, and few browsers show one."
            raise UnreadableError(message, AS_JPEG) from error
        raise UnreadableError("This file is no picture that can be read.", "Save it again as JPEG or PNG.") from error
    except (OSError, ValueError, SyntaxError, struct.error) as error:
        raise UnreadableError("This picture is broken.", "Save it again, or take another.") from error
    if image.width * image.height > MOST_PIXELS:
        message = f"This picture has {image.width * image.height / 1_000_000:,.0f} megapixels."
        raise UnreadableError(message, f"Make it smaller than {MOST_PIXELS // 1_000_000} megapixels.")
    return image


def decoded(image: Image.Image) -> None:
    """Decode the first frame; raises UnreadableError for one that is cut off or damaged."""
    try:
        image.load()
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, struct.error, MemoryError) as error:
        message = "This picture is damaged or cut off."
        raise UnreadableError(message, "Copy it anew from where it is whole.") from error


def inspect(data: bytes) -> Facts:
    """What is known of a picture; one that cannot be shown has a complaint."""
    try:
        image = opened(data)
        size = (image.width, image.height)
        form = "JPEG" if image.format == "MPO" else image.format or ""  # a JPEG with more pictures behind it
        moves = form != "JPEG" and bool(getattr(image, "is_animated", False))
        prints = image.mode == "CMYK" and not image.info.get("icc_profile")
        exif = _exif(image)
        kind: Kind = "photo"
        if form != "JPEG":
            decoded(image)
            kind = _kind(image)
    except UnreadableError as error:
        return broken(str(error), error.hint)
    width, height = reversed(size) if exif.get(ExifTags.Base.Orientation) in TURNED else size
    return Facts(form, width, height, kind, prints, moves, _has_place(exif))


def is_located(data: bytes) -> bool:
    """Whether a picture of any format, HEIC too, says where on Earth it was taken."""
    try:
        return _has_place(_exif(opened(data)))
    except UnreadableError:
        found = data.find(EXIF)
        exif = Image.Exif()
        try:
            exif.load(data[found:]) if found >= 0 else None
        except (OSError, ValueError, SyntaxError, struct.error, KeyError):
            return False
        return _has_place(exif)


def _kind(image: Image.Image) -> Kind:
    """Whether it has few colours and large areas of one, and if not, whether one sees through it."""
    if image.mode.startswith("I"):
        return "photo"
    bare = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if bare.getcolors(FEW_COLOURS) is not None:
        grey = bare.convert("L")
        same = ImageChops.difference(grey, ImageChops.offset(grey, 1, 0)).histogram()[0]
        if same >= FLAT * grey.width * grey.height:
            return "drawing"
    return "cutout" if bare.mode == "RGBA" and any(bare.getchannel("A").histogram()[:255]) else "photo"


def _exif(image: Image.Image) -> Image.Exif:
    try:
        return image.getexif()
    except (OSError, ValueError, SyntaxError, struct.error, KeyError):  # it is thrown away in any case
        return Image.Exif()


def _has_place(exif: Image.Exif) -> bool:
    try:
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    except (OSError, ValueError, SyntaxError, struct.error, KeyError, TypeError):
        return False
    return ExifTags.GPS.GPSLatitude in place
