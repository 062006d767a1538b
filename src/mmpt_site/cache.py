"""Memo on disk: plain data in, the same out another day; a deleted, damaged or foreign file only costs time."""

import json
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any


def recall(file: Path) -> Any:
    """What was remembered in a file; None when it cannot be read."""
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def remember(file: Path, data: Any) -> None:
    """Write data as readable, sorted JSON, whole or not at all; where that is not allowed, nothing is remembered."""
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=True) + "\n"
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as whole:
            try:
                whole.write(text.encode("ascii"))
                whole.close()
                os.replace(whole.name, file)
            except OSError:
                Path(whole.name).unlink(missing_ok=True)
