"""The installation of this program in, what pip has to be told to install the same elsewhere out."""

import json
import re
import subprocess
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from mmpt_site import __version__


def requirement() -> str:
    """A version of the package index, unless the program was installed from elsewhere.

    Where a package came from is recorded as PEP 610 says, in `direct_url.json`.
    """
    released = f"mmpt-site=={__version__}"
    try:
        origin = json.loads(distribution("mmpt-site").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return released
    address = public(origin.get("url", ""))
    if (commit := origin.get("vcs_info", {}).get("commit_id")) and address:
        return f"mmpt-site @ git+{address}@{commit}"
    place = Path(url2pathname(urlsplit(origin.get("url", "")).path))
    if not origin.get("url", "").startswith("file:") or not place.exists():
        return released
    return _from_clone(place) or f"mmpt-site @ {place.resolve().as_uri()}"


def pins() -> tuple[str, ...]:
    """Every package that the program needs here, and what those need, in its version: `click==8.5.0`.

    They are meant as pip's constraints: those that another system does not need, it does not install.
    """
    versions: dict[str, str] = {}
    waiting, asked = [Requirement("mmpt-site")], set()
    while waiting:
        wanted = waiting.pop()
        if str(wanted) in asked:
            continue
        asked.add(str(wanted))
        with suppress(PackageNotFoundError):
            found = distribution(wanted.name)
            versions[canonicalize_name(wanted.name)] = found.version
            extras = ("", *wanted.extras)
            for needed in map(Requirement, found.requires or ()):
                marker = needed.marker
                if not marker or any(marker.evaluate({"extra": extra}) for extra in extras):
                    waiting.append(needed)
    return tuple(f"{name}=={version}" for name, version in sorted(versions.items()) if name != "mmpt-site")


def is_local(requirement: str) -> bool:
    """Whether only this computer finds the program there."""
    return "@ file:" in requirement


def public(remote: str) -> str:
    """The https address of a repository, without a name or a password in it; nothing where it has none."""
    over_https = re.fullmatch(r"https?://(?:[^@/]*@)?([\w.:-]+)/([^@\s]+)", remote)
    over_ssh = re.fullmatch(r"(?:ssh://)?[\w.-]+@([\w.-]+)(?::\d+(?=/))?[:/]([^@\s]+)", remote)
    found = over_https or over_ssh
    return f"https://{found[1]}/{found[2].lstrip('/')}" if found else ""


def _from_clone(folder: Path) -> str:
    """The commit of a clone, if it is known where it was cloned from; nothing otherwise."""

    def git(*words: str) -> str:
        command = ["git", "-C", str(folder), *words]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout.strip()

    if not folder.is_dir():
        return ""
    try:
        remote, commit = public(git("remote", "get-url", "origin")), git("rev-parse", "HEAD")
        pushed = commit and git("branch", "--remotes", "--contains", commit)
    except OSError:  # there is no git
        return ""
    return f"mmpt-site @ git+{remote}@{commit}" if remote and pushed else ""
