"""Where the files are kept: what is meant beyond doubt is taken, of the rest is said what to write."""

import pytest
from pydantic import TypeAdapter, ValidationError

from mmpt_site.model.repository import Repository

READ = TypeAdapter(Repository)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://github.com/o/r", "https://github.com/o/r"),
        ("https://github.com/o/r/", "https://github.com/o/r"),
        ("https://github.com/o/r.git", "https://github.com/o/r"),
        ("https://github.com/o/o.github.io", "https://github.com/o/o.github.io"),
        ("https://github.com/o/r/tree/main", "https://github.com/o/r/tree/main"),
        ("https://github.com/o/r/tree/main/site/", "https://github.com/o/r/tree/main/site"),
        ("https://github.example.org/o/r.git", "https://github.example.org/o/r"),
        ("https://gitlab.com/group/part/r.git", "https://gitlab.com/group/part/r"),
        ("https://gitlab.com/group/r/-/tree/main/site", "https://gitlab.com/group/r/-/tree/main/site"),
        ("https://gitlab.com/group/r/tree/main", "https://gitlab.com/group/r/tree/main"),
        ("https://git.example.org/?p=r.git", "https://git.example.org/?p=r.git"),
        ("https://git.example.org/pub/r.git/", "https://git.example.org/pub/r.git/"),
    ],
)
def test_a_repository_is_called_by_its_own_address(written: str, meant: str) -> None:
    assert READ.validate_python(written) == meant


PAGE = "This is a page of the repository, and not its own address."
OWNER = "This leads to an owner, and not to a repository."
GIT = "This address is for git, and visitors cannot open it."
SITE = "This is the address of a site, and not of the repository with its files."


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("https://github.com/o/r/issues", PAGE, "Write https://github.com/o/r"),
        ("https://github.com/o/r.git/issues", PAGE, "Write https://github.com/o/r"),
        ("https://github.com/o/r/tree", PAGE, "Write https://github.com/o/r"),
        ("https://github.com/o/r/blob/main/content/site.yaml", PAGE, "Write https://github.com/o/r"),
        ("https://github.com/o/r?tab=readme-ov-file#edit-it", PAGE, "Write https://github.com/o/r"),
        ("https://github.com/o/r/tree/main/site?a", PAGE, "Write https://github.com/o/r/tree/main/site"),
        ("https://gitlab.com/group/r/-/issues", PAGE, "Write https://gitlab.com/group/r"),
        ("https://github.com/o", OWNER, "Write https://github.com/o/ and its name"),
        ("https://github.com/", OWNER, "Write https://github.com/OWNER/ and its name"),
        ("https://github.com/orgs/o/repositories", OWNER, "Write https://github.com/o/ and its name"),
        ("https://gitlab.com/group/-/issues", OWNER, "Write https://gitlab.com/group/ and its name"),
        ("git@github.com:o/r.git", GIT, "Write https://github.com/o/r"),
        ("ssh://git@github.com:22/o/r.git", GIT, "Write https://github.com/o/r"),
        ("git://git.example.org/o/r.git/", GIT, "Write https://git.example.org/o/r"),
        ("https://o.github.io/r/", SITE, "Write https://github.com/o/r"),
        ("https://o.github.io/", SITE, "Write https://github.com/o/o.github.io"),
        ("https://group.gitlab.io/r/2021/", SITE, "Write https://gitlab.com/group/r"),
        (
            "https://name:secret@github.com/o/r",
            "Everybody would see the name or the password in this address.",
            "Write https://github.com/o/r",
        ),
    ],
)
def test_what_is_no_repository_is_told_with_what_to_write(written: str, message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as told:
        READ.validate_python(written)
    (error,) = told.value.errors()
    assert (error["ctx"]["message"], error["ctx"]["hint"]) == (message, hint)
