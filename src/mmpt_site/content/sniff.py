"""The first bytes of a file in, what kind of file it is out, when it is none that a person wrote as text."""

import re

# by how they begin (the registrations of these media types at IANA give the same)
BEGINNINGS = (
    (rb"PK\x03\x04", "a Word document, or another zip archive"),
    (rb"\xd0\xcf\x11\xe0", "an old Word document"),
    (rb"\{\\rtf", "a document with formats (RTF)"),
    (rb"%PDF-", "a PDF"),
    (rb"\s*<(?:!doctype html|html\b)", "a web page"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", "a picture"),
    (rb"version https://git-lfs\.github\.com/", "only a pointer to a file that Git LFS keeps elsewhere"),
)
LOOK = 2048  # bytes; enough to tell
FEW = 10  # control characters may be slips
CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def not_text(data: bytes) -> str:
    """'a PDF', 'no text at all'; nothing for what may be text, be it in another encoding or with a slip in it."""
    start = data[:LOOK]
    for beginning, kind in BEGINNINGS:
        if re.match(beginning, start, re.IGNORECASE | re.DOTALL):
            return kind
    if b"\x00" in start and not data.strip(b"\x00 \t\r\n"):
        return "damaged: it holds nothing that can be read"
    controls = len(CONTROLS.findall(start))
    return "no text at all" if controls >= FEW and controls * 20 > len(start) else ""
