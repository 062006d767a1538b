"""What is to be printed in, its bytes out: remembered, or made anew.

Pillow and the fonts take time to load. That is only paid for a picture that is not yet remembered under all that it was
made from: its words and colours, the fonts, Pillow, and our own code.
"""

from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from mmpt_site.cache import Store
from mmpt_site.exports.typeset.faces import FONTS
from mmpt_site.pages import emblem

CODE = (Path(__file__).parent, Path(emblem.__file__).parent)


def printed(store: Store, work: str, *arguments: object) -> bytes:
    """What a function of this folder, such as `cover.painted`, makes of values that `repr` tells wholly."""
    key = f"{work} {arguments!r} {_how()}"
    known = store.recall(key)
    if known is None:
        module, _, function = work.partition(".")
        known = bytes(getattr(import_module(f"mmpt_site.exports.typeset.{module}"), function)(*arguments))
        store.remember(key, known)
    return known


@lru_cache(maxsize=1)
def _how() -> str:
    code = b"".join(file.read_bytes() for folder in CODE for file in sorted(folder.glob("*.py")))
    fonts = "".join(f"{file.name} {file.stat().st_size} " for file in sorted(FONTS.iterdir()))
    return f"{version('pillow')} {sha256(code + fonts.encode()).hexdigest()}"
