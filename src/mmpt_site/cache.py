"""Memo on disk: plain data in, the same out another day; a deleted, damaged or foreign file only costs time."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

SEAL = 32  # bytes of a SHA-256


def recall(file: Path) -> Any:
    """What was remembered in a file; None when it cannot be read."""
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def remember(file: Path, data: Any) -> None:
    """Write data as readable, sorted JSON, whole or not at all; where that is not allowed, nothing is remembered."""
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=True) + "\n"
    _put(file, text.encode("ascii"))


@dataclass
class Store:
    """A folder of results that take time to make, each by a key that names all it was made of.

    What is damaged, or stands under another key than its own, is not believed. `forget` removes what nobody has asked
    for since the store was opened.
    """

    folder: Path
    _asked: set[str] = field(default_factory=set)

    def recall(self, key: str) -> bytes | None:
        """What was remembered under a key."""
        self._asked.add(self._name(key))
        try:
            kept = (self.folder / self._name(key)).read_bytes()
        except OSError:
            return None
        seal, data = kept[:SEAL], kept[SEAL:]
        return data if seal == _seal(key, data) else None

    def remember(self, key: str, data: bytes) -> None:
        """Keep data under a key, whole or not at all."""
        self._asked.add(self._name(key))
        _put(self.folder / self._name(key), _seal(key, data) + data)

    def forget(self) -> None:
        """Remove what was not asked for."""
        with suppress(OSError):
            for file in self.folder.iterdir():
                if file.name not in self._asked and file.is_file():
                    file.unlink(missing_ok=True)

    def _name(self, key: str) -> str:
        return sha256(key.encode()).hexdigest()


def _seal(key: str, data: bytes) -> bytes:
    return sha256(key.encode() + b"\0" + data).digest()


def _put(file: Path, data: bytes) -> None:
    """Write a file, whole or not at all; where that is not allowed, nothing is written."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as whole:
            try:
                whole.write(data)
                whole.close()
                os.replace(whole.name, file)
            except OSError:
                Path(whole.name).unlink(missing_ok=True)
