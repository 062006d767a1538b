"""Problems in, the same out, of which those with a file that is lost say how git brings it back, as far as it can.

Lost is a file that is no text any more, or that was emptied. Nobody is told of a version that is as broken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mmpt_site.cli.git import asked
from mmpt_site.content.sniff import not_text
from mmpt_site.content.source import lines_of, parse_lines
from mmpt_site.problems import Problem
from mmpt_site.project import Project

MOST = "--max-count=50"  # versions of a file that are looked at
ELSEWHERE = "Perhaps your editor remembers one, or somebody has a copy; or write it anew."


def with_way_back(project: Project, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, with the way back in the hint of each that has one."""
    return tuple(_with_way_back(project, problem) for problem in problems)


def _with_way_back(project: Project, problem: Problem) -> Problem:
    path = problem.mark.path
    if problem.level != "error" or not path.startswith(f"{project.content.name}/"):
        return problem
    try:
        data = (project.root / path).read_bytes()
    except OSError:
        return problem
    is_empty = not data.strip()
    if not is_empty and not not_text(data):
        return problem
    way = next(_ways(project, path), "")
    if is_empty:
        return replace(problem, hint=f"{way} Or start anew. {problem.hint}") if way else problem
    return replace(problem, hint=way or f"{_without(project)} {ELSEWHERE}")


def _ways(project: Project, path: str) -> Iterator[str]:
    """How each version that can be read comes back, newest first: what was added, what was committed last, older ones.

    `git restore` alone takes what was added, which may be the broken file itself.
    """
    root, committed = project.root, asked(project.root, "show", f"HEAD:./{path}")
    added = asked(root, "show", f":./{path}")
    if _is_good(path, added):
        which = "committed last" if added == committed else "added last"
        yield f"git restore {path} brings back the version that was {which}."
    if _is_good(path, committed):
        way = f"git restore --source=HEAD --staged --worktree {path}"
        yield f"{way} brings back the version that was committed last; the one added after it is broken, too."
    for line in (asked(root, "log", MOST, "--format=%h %as", "--", path) or b"").decode().splitlines():
        commit, day = line.split()
        if _is_good(path, asked(root, "show", f"{commit}:./{path}")):
            way = f"git restore --source={commit} {path}"
            yield f"{way} brings back the version of {day}, the last one committed that can be read."


def _is_good(path: str, data: bytes | None) -> bool:
    """Whether a version is a text that says something and, if it is YAML, can be read as such."""
    if not data or not data.strip() or not_text(data):
        return False
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not path.endswith(".yaml") or parse_lines(lines_of(text), text, path).document is not None


def _without(project: Project) -> str:
    """Why git has nothing to bring back."""
    if asked(project.root, "rev-parse", "--git-dir") is None:
        return "There is no earlier version of it in git: this folder is in no git repository, or git is not installed."
    return "git has no earlier version of it that can be read."
