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


def default_branch(folder: Path) -> str:
    """The branch that is published: the one of the place that it was cloned from, or else main or master, if any."""
    cloned = asked(folder, "symbolic-ref", "--short", "refs/remotes/origin/HEAD")
    names = [cloned.decode().strip().removeprefix("origin/")] if cloned else []
    known = (name for name in (*names, "main", "master") if name)
    return next((name for name in known if asked(folder, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}")), "")
