"""A name in, the project of that example out, with content that a program makes made."""

import subprocess
import sys
from pathlib import Path

from mmpt_site.project import Project
from tests.harness import KEPT

FOLDER = Path(__file__).resolve().parents[1] / "examples"
EXAMPLES = ("everything", "minimal", "chinese", "arabic", "conference")


def example(name: str, folder: Path) -> Project:
    """The example of a name; what its `make.py` writes goes below a folder, and is not in the repository."""
    maker = FOLDER / name / "make.py"
    if not maker.exists():
        return Project(FOLDER / name, kept=KEPT)
    if not (folder / name).exists():
        subprocess.run([sys.executable, maker, folder / name], check=True)
    return Project(folder / name, kept=KEPT)
