"""Each diagnostic is a pair of files: `diagnostics/FILE.SLIP.yaml`, and beside it, as `.txt`, what organizers read.

The first part of the name says which file of a small, otherwise sound edition is replaced; `page.SLIP.md` is a page of
its own. A slip that takes two files says what the other holds: `# with papers.yaml: papers: […]`. To see and take over
a change of words: pytest tests/content/test_diagnostics.py --update-goldens, and read the difference in git.
"""

import re
from pathlib import Path

import pytest

from mmpt_site.problems import describe
from tests.camera import SLIPS
from tests.harness import SiteFolder

FOLDER = Path(__file__).parent / "diagnostics"
INPUTS = sorted(path for path in FOLDER.iterdir() if path.suffix in {".yaml", ".md"})
SOUND = {
    "organizers.yaml": "organizers:\n  - {name: Ada Example, email: ada@example.org}\n  - name: Bo Example\n",
    "workshop.yaml": "title: Small Examples\nhost: {name: Large Examples, date: 2021-07-12 to 2021-07-15}\n"
    "timezone: Europe/Paris\n",
}


def set_up(site: SiteFolder, slip: Path) -> None:
    """Make a sound edition with one slip in it."""
    for name, text in SOUND.items():
        site.write(name, text)
    place = f"{slip.name.partition('.')[0]}.yaml" if slip.suffix == ".yaml" else "content/2021/pages/page.md"
    written = slip.read_bytes()
    site.write(place, written)
    for name, text in re.findall(r"^# with (\S+): (.+)$", written.decode("utf-8", "replace"), re.MULTILINE):
        site.write(name, f"{text}\n")
    for name, data in SLIPS.items():
        if name.encode() in written:
            site.write(f"content/{'' if place == 'site.yaml' else '2021/'}files/{name}", data)


@pytest.mark.parametrize("slip", INPUTS, ids=lambda path: path.stem)
def test_a_slip_is_told_as_written(slip: Path, site: SiteFolder, pytestconfig: pytest.Config) -> None:
    set_up(site, slip)
    told = "\n\n".join(map(describe, site.check())) + "\n"
    golden = slip.with_suffix(".txt")
    if pytestconfig.getoption("--update-goldens"):
        golden.write_text(told, "utf-8", newline="\n")
    assert told == golden.read_text("utf-8")


def test_every_expected_text_has_its_input() -> None:
    assert sorted(FOLDER.glob("*.txt")) == [path.with_suffix(".txt") for path in INPUTS]
    assert len(INPUTS) > 60
