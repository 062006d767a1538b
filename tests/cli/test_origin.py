"""Where this program came from, and what pip has to be told to find it there."""

import json
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from mmpt_site import __version__
from mmpt_site.cli.origin import is_local, pins, public, requirement


@pytest.mark.parametrize(
    ("origin", "required"),
    [
        ({}, f"mmpt-site=={__version__}"),
        ({"url": "https://e.org/r.git", "vcs_info": {"commit_id": "ab12"}}, "mmpt-site @ git+https://e.org/r.git@ab12"),
        ({"url": "file:///no/such/place", "dir_info": {}}, f"mmpt-site=={__version__}"),
    ],
)
def test_a_new_site_asks_for_the_program_where_it_came_from(
    origin: dict[str, Any], required: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mmpt_site.cli.origin.distribution", lambda _name: _Installed(json.dumps(origin)))
    assert requirement() == required


@dataclass(frozen=True)
class _Needing:
    version: str
    requires: list[str] | None = None


def test_all_that_is_needed_here_is_pinned_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    world = {
        "mmpt-site": _Needing("9", ["Big_One>=1", 'nowhere; python_version < "3"', "lost", "web[fast]"]),
        "Big_One": _Needing("2.0", ["small", "mmpt-site"]),
        "nowhere": _Needing("1"),
        "small": _Needing("0.1", ['extra-of-small; extra == "more"']),
        "extra-of-small": _Needing("1"),
        "web": _Needing("3", ['quick; extra == "fast"']),
        "quick": _Needing("4"),
    }

    def distribution(name: str) -> _Needing:
        try:
            return world[name]
        except KeyError as error:
            raise PackageNotFoundError(name) from error

    monkeypatch.setattr("mmpt_site.cli.origin.distribution", distribution)
    assert pins() == ("big-one==2.0", "quick==4", "small==0.1", "web==3")


@pytest.mark.parametrize(
    ("remote", "origin"),
    [
        ("git@github.com:name/mmpt-site.git", "https://github.com/name/mmpt-site.git"),
        ("ssh://git@github.com/name/mmpt-site", "https://github.com/name/mmpt-site"),
        ("https://github.com/name/mmpt-site", "https://github.com/name/mmpt-site"),
        ("/elsewhere/on/this/computer", ""),
        ("", ""),
    ],
)
def test_a_program_from_a_clone_is_asked_for_where_it_was_cloned_from(
    remote: str, origin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=name@example.org", "-c", "commit.gpgsign=false")
    add = [("remote", "add", "origin", remote)] if remote else []
    pushed = ("update-ref", "refs/remotes/origin/main", "HEAD")
    for words in (("init", "--quiet"), (*who, "commit", "--quiet", "--allow-empty", "--message=First"), *add, pushed):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    installed = _Installed(json.dumps({"url": tmp_path.as_uri(), "dir_info": {"editable": True}}))
    monkeypatch.setattr("mmpt_site.cli.origin.distribution", lambda _name: installed)
    found = requirement()
    assert is_local(found) == (not origin)
    assert found.startswith(f"mmpt-site @ git+{origin}@" if origin else f"mmpt-site @ {tmp_path.as_uri()}")


@dataclass(frozen=True)
class _Installed:
    origin: str

    def read_text(self, name: str) -> str:
        return self.origin


def test_a_commit_that_was_never_pushed_is_found_on_this_computer_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=name@example.org", "-c", "commit.gpgsign=false")
    commit = (*who, "commit", "--quiet", "--allow-empty", "--message=First")
    for words in (("init", "--quiet"), commit, ("remote", "add", "origin", "https://example.org/r.git")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    installed = _Installed(json.dumps({"url": tmp_path.as_uri(), "dir_info": {}}))
    monkeypatch.setattr("mmpt_site.cli.origin.distribution", lambda _name: installed)
    assert is_local(requirement())


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://name:secret@github.com/x/y.git", "https://github.com/x/y.git"),
        ("https://token@github.com/x/y", "https://github.com/x/y"),
        ("ssh://git@example.org:2222/a/b", "https://example.org/a/b"),
        ("git@example.org:a/b.git", "https://example.org/a/b.git"),
        ("https://example.org:8443/a/b", "https://example.org:8443/a/b"),
        ("/home/name/repo", ""),
        ("file:///home/name/repo", ""),
    ],
)
def test_no_name_and_no_password_gets_into_an_address(remote: str, address: str) -> None:
    assert public(remote) == address
