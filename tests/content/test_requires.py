"""The version that a site asks for comes before everything else."""

import pytest

from mmpt_site.content.document import Document
from mmpt_site.content.requires import check_requires
from mmpt_site.content.source import read
from tests.harness import SERIES, SiteFolder


def document(site: SiteFolder, requires: str) -> Document:
    site.write("site.yaml", f"{SERIES}requires: {requires}\n")
    found = read(site.path("site.yaml"), "content/site.yaml").document
    assert found
    return found


@pytest.mark.parametrize("requires", ['">=1.2"', "1.2", "==1.2.*", '">=1, <2"', "~=1.2", ""])
def test_a_version_that_fits_is_no_matter(site: SiteFolder, requires: str) -> None:
    wanted = f'"=={requires}"' if requires == "1.2" else requires
    assert check_requires(document(site, wanted), "1.2") is None


def test_a_newer_version_is_asked_for_in_clear_words(site: SiteFolder) -> None:
    problem = check_requires(document(site, '">=1.2"'), "1.1.3")
    assert problem
    assert problem.message == "This site asks for mmpt-site >=1.2, and this is mmpt-site 1.1.3."
    assert problem.hint == "Write mmpt-site>=1.2 into requirements.txt, or install it."


def test_a_development_version_of_what_is_asked_for_will_do(site: SiteFolder) -> None:
    assert check_requires(document(site, '">=1.2"'), "1.3.dev1") is None


@pytest.mark.parametrize(("written", "proposed"), [("1.2", ">=1.2"), ("version 2", ">=2"), ('"=>1.5"', ">=1.5")])
def test_a_range_that_is_none_is_answered_with_one(site: SiteFolder, written: str, proposed: str) -> None:
    problem = check_requires(document(site, written), "1.0")
    assert problem
    assert problem.hint == f'Write requires: "{proposed}"'


def test_what_a_newer_version_would_understand_is_not_told_as_a_slip(site: SiteFolder) -> None:
    site.write("site.yaml", f'{SERIES}requires: ">=999"\nhologram: yes\n').write("holograms.yaml", "a: 1\n")
    (problem,) = site.build().problems
    assert problem.message.startswith("This site asks for mmpt-site >=999, and this is mmpt-site ")
    assert str(problem.mark) == "content/site.yaml:5:11"
