"""Small sites on disk, told like a story: `site.write("dates.yaml", …).build().shows("/2021/dates/", "April 20")`."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Self

import pytest

from mmpt_site.build import Published, build, check, publish
from mmpt_site.problems import Problem, describe, sort
from mmpt_site.project import Project

if sys.platform == "win32":
    import _winapi

SERIES = """\
name: Workshop on Small Examples
acronym: WSE
key: wse
url: https://example.org/
"""
WORKSHOP = """\
title: Workshop on Small Examples
"""
AS_OF = date(2021, 3, 1)
KEPT = Path(__file__).parents[1] / ".cache" / "tests"  # what takes long to draw is drawn once for all tests


@dataclass(frozen=True)
class Built:
    """What a build did, and the folder it did it in."""

    folder: Path
    published: Published

    @property
    def problems(self) -> list[Problem]:
        """The problems in the order in which they are printed."""
        return sort(self.published.problems)

    def text(self, address: str) -> str:
        """What a page says: its text without tags and without what is hidden, on one line."""
        hidden = r"<(style|script)\b.*?</\1>|<(p|div|span)\b[^>]* (?:hidden|aria-hidden=\"true\")>.*?</\2>"
        page = re.sub(hidden, "", self.source(address), flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())

    def source(self, address: str) -> str:
        """The bytes of a page as text."""
        path = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
        return (self.folder / path).read_text("utf-8")

    def shows(self, address: str, *texts: str) -> Self:
        """The page says every one of `texts`."""
        assert not self.failed, self.told
        said = self.text(address)
        for text in texts:
            assert text in said, f"{address} does not say {text!r}: {said}"
        return self

    def lacks(self, address: str, *texts: str) -> Self:
        """The page says none of `texts`."""
        said = self.text(address)
        for text in texts:
            assert text not in said, f"{address} says {text!r}"
        return self

    @property
    def failed(self) -> bool:
        """Whether nothing was written."""
        return self.published.written is None

    @property
    def told(self) -> str:
        """What an organizer reads."""
        return "\n\n".join(map(describe, self.problems))

    def tells(self, *texts: str) -> Self:
        """An organizer reads every one of `texts`."""
        for text in texts:
            assert text in self.told, f"{text!r} is not told: {self.told}"
        return self


@dataclass(frozen=True)
class SiteFolder:
    """A project on disk with the least content that builds."""

    root: Path
    kept: Path | None = KEPT

    @classmethod
    def make(cls, root: Path) -> Self:
        """A series with one edition, 2021, that has only a title."""
        root.mkdir(parents=True, exist_ok=True)
        return cls(root).write("site.yaml", SERIES).write("workshop.yaml", WORKSHOP)

    @property
    def project(self) -> Project:
        """The folder as the program sees it."""
        return Project(self.root, kept=self.kept)

    def path(self, name: str) -> Path:
        """Where a file lies: `site.yaml`, `dates.yaml` of edition 2021, or any path with a slash from the root."""
        if "/" in name:
            return self.root / name
        return self.root / "content" / ("" if name == "site.yaml" else "2021") / name

    def write(self, name: str, text: str | bytes) -> Self:
        """Write a file; the indentation that all its lines share means nothing."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return self

    def remove(self, name: str) -> Self:
        """Delete a file."""
        self.path(name).unlink()
        return self

    def build(self, as_of: date = AS_OF, *, strict: bool = False, url: str | None = None) -> Built:
        """Build into `site/`."""
        folder = self.root / "site"
        return Built(folder, publish(build(self.project, as_of, url=url), folder, strict=strict))

    def check(self, as_of: date = AS_OF, *, url: str | None = None) -> list[Problem]:
        """Everything that `mmpt-site check` finds."""
        return sort(check(build(self.project, as_of, url=url)))

    def run(self, *words: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run the command line in the project's folder, in a process of its own."""
        command = [sys.executable, "-m", "mmpt_site", *words]
        variables = {**os.environ, **(env or {})}
        return subprocess.run(command, cwd=self.root, env=variables, capture_output=True, encoding="utf-8", check=False)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in everything(folder)}


def link(place: Path, target: Path) -> None:
    """Make a link: on Windows one to a folder is a junction, for which nobody needs to be an administrator."""
    if sys.platform == "win32" and target.is_dir():
        _winapi.CreateJunction(str(target), str(place))
        return
    try:
        place.symlink_to(target)
    except OSError as error:
        if getattr(error, "winerror", 0) != 1314:
            raise
        pytest.skip("Windows gives links to files to administrators and developers only")


def everything(folder: Path) -> Iterable[Path]:
    """Every file below a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
