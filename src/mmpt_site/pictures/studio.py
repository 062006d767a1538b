"""Files of pictures in, what is known of them and what is made of them out: remembered, or made on every core.

Pillow takes time to import and longer to encode. Both are only paid for a picture that is not yet remembered under what
it was made from: its bytes, what was wanted of it, and how it was made.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from mmpt_site.cache import Store
from mmpt_site.pictures import vector
from mmpt_site.pictures.facts import Facts, UnreadableError, broken
from mmpt_site.pictures.wanted import Wanted

FACTS = TypeAdapter(Facts)
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Job:
    """A picture for a place, and the files that are to be made of it: paths in the site, in the order of its facts."""

    wanted: Wanted
    facts: Facts
    paths: tuple[str, ...]

    @property
    def files(self) -> tuple[tuple[str, int], ...]:
        """The format and the width of each."""
        return self.facts.files(self.wanted.place)

    def recipes(self) -> tuple[str, ...]:
        """Under what each file is remembered; raises OSError."""
        recipe = f"{digest(self.wanted.file)} {self.facts.kind} {'square' if self.wanted.place.square else 'whole'}"
        return tuple(f"{recipe} {form} {width} {_how()}" for form, width in self.files)


def facts(files: Iterable[Path], store: Store) -> Iterator[Facts]:
    """What is known of each file."""

    def looked_at(file: Path) -> Facts:
        try:
            key = f"{digest(file)} facts {_how()}"
            if known := _recalled(store.recall(key)):
                return known
            found = _inspect(file.read_bytes())
        except OSError as error:
            cause = _unreadable(error)
            return broken(str(cause), cause.hint)
        store.remember(key, FACTS.dump_json(found))
        return found

    yield from _on_every_core(looked_at, files)


def made(jobs: Iterable[Job], store: Store) -> Iterator[tuple[Job, list[bytes] | UnreadableError]]:
    """Every job with the bytes of its files, or why there are none: first those that are remembered."""
    missing = []
    for job in jobs:
        try:
            known = [data for key in job.recipes() if (data := store.recall(key)) is not None]
        except OSError as error:
            yield job, _unreadable(error)
            continue
        if len(known) == len(job.paths):
            yield job, known
        else:
            missing.append(job)
    if missing:
        encode: Callable[..., list[bytes]] = import_module("mmpt_site.pictures.encode").encode  # late, see above

        def worked(job: Job) -> list[bytes] | UnreadableError:
            try:
                data = job.wanted.file.read_bytes()
                found = encode(data, job.facts.kind, job.files, square=job.wanted.place.square)
                for key, each in zip(job.recipes(), found, strict=True):
                    if key.startswith(sha256(data).hexdigest()):  # it may have been saved again in the meantime
                        store.remember(key, each)
            except UnreadableError as error:
                return error
            except OSError as error:
                return _unreadable(error)
            return found

        yield from zip(missing, _on_every_core(worked, missing), strict=True)


def is_located(file: Path, data: bytes, store: Store) -> bool:
    """Whether a file says where on Earth it was taken."""
    key = f"{digest(file)} located {_how()}"
    known = store.recall(key)
    if known is None:
        asked: Callable[[bytes], bool] = import_module("mmpt_site.pictures.original").is_located  # late, see above
        known = b"yes" if asked(data) else b"no"
        store.remember(key, known)
    return known == b"yes"


def digest(file: Path) -> str:
    """SHA-256 of a file; while a preview runs, it is only read again after it was saved."""
    found = file.stat()
    return _digest(file, found.st_mtime_ns, found.st_size, found.st_ino)


@lru_cache(maxsize=4096)
def _digest(file: Path, *_state: int) -> str:
    return sha256(file.read_bytes()).hexdigest()


@lru_cache(maxsize=1)
def _how() -> str:
    """How pictures are read and written: by which version of Pillow, and by which code of ours."""
    ours = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    return f"{version('pillow')} {sha256(ours).hexdigest()}"


def _inspect(data: bytes) -> Facts:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return vector.inspect(data)
    inspect: Callable[[bytes], Facts] = import_module("mmpt_site.pictures.original").inspect  # late, see above
    return inspect(data)


def _unreadable(error: OSError) -> UnreadableError:
    return UnreadableError(f"This picture cannot be read: {error.strerror}.", "Are you allowed to?")


def _recalled(data: bytes | None) -> Facts | None:
    try:
        return FACTS.validate_json(data) if data else None
    except ValidationError:
        return None


def _on_every_core(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """The result of each, in order; Pillow lets other threads run while it decodes and encodes."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            yield from pool.map(work, items)
        finally:
            pool.shutdown(cancel_futures=True)
