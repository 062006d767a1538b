"""What is known of a file that should be a picture, and what of it an organizer has to hear."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mmpt_site.pages.picture import Place
from mmpt_site.problems import Level

# a photo has no edges that must stay sharp; a cutout is one with transparency; what is drawn has few colours
Kind = Literal["photo", "cutout", "drawing", "vector"]
Told = tuple[Level, str, str]  # how bad it is, a sentence, a hint

# what each kind is written as, best first; the last is for every browser
FORMATS: dict[Kind, tuple[str, ...]] = {
    "photo": ("avif", "webp", "jpg"),
    "cutout": ("avif", "webp", "png"),
    "drawing": ("webp", "png"),  # without loss
    "vector": (),  # it is shown as it is
}
SUFFIXES = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "SVG": (".svg",),
}
BIGGER = "Give the largest one that you have: what visitors get is made from it."


class UnreadableError(Exception):
    """Says why a file cannot be shown; `hint` is what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Facts:
    """What a file holds: how large it is the right way up, in pixels, and what is special about it."""

    format: str = ""
    width: int = 0
    height: int = 0
    kind: Kind = "photo"
    prints: bool = False  # has the colours of print (CMYK), and does not say which
    moves: bool = False
    is_located: bool = False  # says where it was taken
    complaint: str = ""  # why it cannot be shown
    hint: str = ""

    def largest(self, place: Place) -> tuple[int, int]:
        """Width and height of what there is for a place, at most."""
        return (min(self.width, self.height),) * 2 if place.square else (self.width, self.height)

    def files(self, place: Place) -> tuple[tuple[str, int], ...]:
        """Every file that is made for a place: its format and its width, never more than there is.

        Of the format for every browser there is one file, for only old browsers take it.
        """
        if self.kind == "vector":
            return ()
        most = min(self.largest(place)[0], place.widths[-1])
        widths = (*(width for width in place.widths if width < most), most)
        *better, common = FORMATS[self.kind]
        return (*((form, width) for form in better for width in widths), (common, widths[len(widths) // 2]))


def broken(complaint: str, hint: str = "Save it again, or take another.") -> Facts:
    """The facts of a file that cannot be shown."""
    return Facts(complaint=complaint, hint=hint)


def told(facts: Facts, name: str, place: Place) -> Iterator[Told]:
    """What is to be said of a file called `name` at a place that shows it."""
    if facts.complaint:
        yield "error", facts.complaint, facts.hint
        return
    stem, _, suffix = name.rpartition(".")
    if f".{suffix.casefold()}" not in SUFFIXES[facts.format]:
        level: Level = "error" if facts.kind == "vector" else "note"  # which is shown under this name
        message = f"This is a picture in the format {facts.format}, whatever its name."
        yield level, message, f"Call it {stem}{SUFFIXES[facts.format][0]}"
    if facts.kind == "vector":
        return
    width = facts.largest(place)[0]
    if (facts.width, facts.height) == (1, 1):
        yield "error", "This picture is a single pixel.", BIGGER
    elif place.square and width < place.widths[0]:
        needed, sharp = place.widths[0], place.widths[-1]
        own = f"{facts.width} × {facts.height}"
        message = f"This picture has {own} pixels, and is shown at {needed} × {needed}, on sharp screens at more."
        yield "warning", message, f"{BIGGER} {sharp} × {sharp} are enough."
    if facts.moves:
        message = "This picture moves, and only the first of its frames is shown."
        yield "warning", message, "Beside moving pictures nobody can read; put a video elsewhere, and link to it."
    if facts.prints:
        message = "This picture has the colours of print (CMYK), and does not say of which."
        yield "note", message, "Look whether its colours are right; otherwise save it again in RGB."
