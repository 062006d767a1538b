"""Each diagnostic is a pair of files: `diagnostics/FILE.SLIP.yaml`, and beside it, as `.txt`, what organizers read.

The first part of the name says which file of a small, otherwise sound edition is replaced. To see and take over a
change of words: pytest tests/content/test_diagnostics.py --update-goldens, and read the difference in git.
"""

from pathlib import Path

import pytest

from tests.camera import SLIPS
from tests.harness import SiteFolder

FOLDER = Path(__file__).parent / "diagnostics"
CASES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SOUND = {
    "organizers.yaml": "organizers:\n  - {name: Ada Example, email: ada@example.org}\n  - name: Bo Example\n",
    "workshop.yaml": "title: Small Examples\nhost: {name: Large Examples, date: 2021-07-12 to 2021-07-15}\n",
}


@pytest.mark.parametrize("case", CASES)
def test_a_slip_is_told_as_written(case: str, site: SiteFolder, pytestconfig: pytest.Config) -> None:
    for name, text in SOUND.items():
        site.write(name, text)
    written = (FOLDER / f"{case}.yaml").read_bytes()
    site.write(f"{case.partition('.')[0]}.yaml", written)
    for name, data in SLIPS.items():
        if name.encode() in written:
            site.write(f"content/{'' if case.startswith('site.') else '2021/'}files/{name}", data)
    told = site.build().told + "\n"
    golden = FOLDER / f"{case}.txt"
    if pytestconfig.getoption("--update-goldens"):
        golden.write_text(told, "utf-8", newline="\n")
    assert told == golden.read_text("utf-8")


def test_every_expected_text_has_its_input() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == CASES
    assert len(CASES) > 60
