"""A folder in, a project with every file and every field out: the one in `examples/everything/`."""

import shutil
from pathlib import Path

from mmpt_site.project import Project
from tests.harness import SiteFolder

WHOLE = Path(__file__).resolve().parents[1] / "examples" / "everything"


def everything(folder: Path) -> Project:
    """A copy of the site with every file and field."""
    shutil.copytree(WHOLE / "content", folder / "content")
    return SiteFolder(folder).project
