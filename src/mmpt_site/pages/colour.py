"""The look of a site in, its colours out: remembered, or derived anew, which takes a library and its time to load."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from mmpt_site.cache import Store

DERIVING = "mmpt_site.pages.oklch"


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`, by name, for a light page and for a dark one.

    `paper` is the ground, `shade` a ground that stands out, `rule` a line, `ink` and `faint` are text, `accent` is a
    link or another text, `mark` the accent of drawings. Each text has contrast on each ground.
    """

    light: Mapping[str, str]
    dark: Mapping[str, str]


def palette(accent: str | None, acronym: str, store: Store) -> Palette:
    """The colours around an accent; without one, around that which the acronym chooses."""
    how = sha256((Path(__file__).parent / "oklch.py").read_bytes()).hexdigest()
    key = f"colours {accent or acronym!r} {version('coloraide')} {how}"
    known = store.recall(key)
    if known is not None:
        return Palette(**json.loads(known))
    found: Palette = import_module(DERIVING).derived(accent, acronym)
    store.remember(key, json.dumps(asdict(found)).encode())
    return found
