"""A folder and what git is asked there in, its answer out: none where there is no git, or where it refuses."""

import subprocess
from pathlib import Path


def asked(folder: Path, *words: str) -> bytes | None:
    """What git prints; nothing is changed by it."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except OSError:  # there is no git
        return None
    return done.stdout if done.returncode == 0 else None


def published(folder: Path) -> str:
    """The branch that is published, as git calls it, if what stands here is another state of it.

    It is the one that the repository was cloned with, or else main or master; on it, what was pushed of it.
    """

    def commit(name: str) -> bytes | None:
        return asked(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    cloned = asked(folder, "symbolic-ref", "--short", "refs/remotes/origin/HEAD") or b""
    names = filter(None, (cloned.decode().strip().removeprefix("origin/"), "main", "master"))
    known = (name for branch in names for name in (branch, f"origin/{branch}"))
    return next((name for name in known if commit(name) not in {None, commit("HEAD")}), "")
