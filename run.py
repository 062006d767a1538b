"""Set up what this site needs, then build, preview, check or test it: `python3 run.py build`.

This file needs only Python's standard library, and even Python 3.6 can read it (hence the quoted types): an old
Python gives a clear answer and not a syntax error.
"""

import errno
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

USAGE = """\
{commands}

The options of a command are listed by --help, as in "python3 run.py build --help".
The first run sets up an environment in the folder ".venv", which takes about a minute."""
TEST = 'Test the program itself; words after "test" go to pytest, which then runs alone.'
INSTEAD = {"preview": "serve", "start": "new", "publish": "build, or git push, which publishes the site"}

PROJECT = Path(__file__).resolve().parent
NAMED = "MMPT_SITE_PROJECT"  # tells mmpt-site which project is meant, wherever its user stands
CALLED = "MMPT_SITE_CALLED"  # and how its user calls it
VENV, TOOLS = PROJECT / ".venv", PROJECT / ".tools"
STAMP = VENV / "set-up-is-complete"
PROGRAMS, EXE = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
REQUIREMENTS = {"build": "requirements.txt", "test": "requirements-test.txt"}
UV = "uv==0.13.9"

CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("pytest",))
BROWSER = "MMPT_SITE_BROWSER"
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
LAUNCH = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    playwright.chromium.launch(executable_path=sys.argv[1] or None).close()"""
APT_GET_CHROMIUM = """
test "$(id -u)" = 0 || as_root="sudo -n"
$as_root true 2>/dev/null && command -v apt-get >/dev/null || exit 1
apt_get="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq"
$apt_get update
$apt_get install -y libatomic1 >/dev/null  # for Playwright
$apt_get install -y --no-install-recommends chromium >/dev/null"""
NO_BROWSER = f"""
No browser could be installed, so the tests that need one will fail. Please install Chromium or Google Chrome.
If it is in an unusual place, put its path into the environment variable {BROWSER}."""

NODE = PROJECT / "tests" / "node"
NPM_CI = ("ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund")  # a script of vnu-jar would fetch a Java
NO_NODE = """
npm could not install the programs in tests/node, so the tests that need them will fail. Please install Node.js 20 or
newer, which brings npm, and run the same command again; this needs the network."""


class SetUpError(Exception):
    """Says in full sentences why run.py cannot go on, and what the reader can do."""


def main(arguments: "list[str]") -> int:
    """Take the words after run.py, do what they say, and return the exit code."""
    command, words = "".join(arguments[:1]), arguments[1:]
    try:
        if command in ("-h", "--help", "help"):
            print(usage())
            return 0
        if command not in commands():
            print(complaint(command) + "\n\n" + usage(), file=sys.stderr)
            return 2
        require_python(sys.version_info[:3])
        here = os.getcwd()
        os.chdir(PROJECT)
        set_up("test" if command == "test" else "build")
        if command == "test":
            return test(words)
        os.chdir(here)  # A folder in the words is meant from there.
        return hand_over(command, words)
    except (SetUpError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def commands() -> "dict[str, str]":
    """Explain the commands: those in the table of mmpt-site itself, which may not be set up yet, and test."""
    table = (PROJECT / "src" / "mmpt_site" / "cli" / "main.py").read_text(encoding="utf-8")
    return {**dict(re.findall('^    "([a-z-]+)": "(.*)",$', table, re.MULTILINE)), "test": TEST}


def usage() -> str:
    """Say what can be written after run.py."""
    lines = [f"python3 run.py {name:10}  {said}" for name, said in commands().items()]
    return USAGE.format(commands="\n".join(lines))


def complaint(command: str) -> str:
    """Say what is wrong with a command that there is not."""
    if not command:
        return "Please say what run.py shall do."
    near = [INSTEAD[command]] if command in INSTEAD else get_close_matches(command, commands(), n=1)
    return f'run.py has no command "{command}".' + (f" Did you mean {near[0]}?" if near else "")


def require_python(version: "tuple[int, ...]") -> None:
    """Stop when this version of Python is too old for the program."""
    if version < (3, 11):
        raise SetUpError(
            f"This is Python {'.'.join(map(str, version))}, and the site needs Python 3.11 or newer. "
            'Please install a newer Python and start run.py with it, for example "python3.13 run.py build".'
        )


def set_up(kind: str) -> None:
    """See that the environment for a build or for the tests is in place, made by one run of this file at a time."""
    if is_set_up(kind):
        return
    print("Setting up the environment in .venv (once, about a minute) ...", file=sys.stderr)
    with open("pyproject.toml", "rb") as lock:
        wait_for(lock)
        if not is_set_up(kind):
            make_environment(kind)


def wait_for(lock: "BinaryIO") -> None:
    """Wait until no other run of this file has locked a file, and lock it until it is closed."""
    if sys.platform == "win32":
        lock.seek(1 << 30)  # Far behind its end: on Windows nobody else can read what is locked.
        while True:
            try:
                msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
            except OSError as problem:
                if problem.errno != errno.EDEADLK:  # which means that ten seconds have passed
                    raise
            else:
                break
    else:
        os.set_inheritable(lock.fileno(), True)  # A uv that outlives this process keeps the lock.
        fcntl.flock(lock, fcntl.LOCK_EX)


def make_environment(kind: str) -> None:
    """Make the environment from nothing, and stamp it last of all."""
    STAMP.unlink(missing_ok=True)
    shutil.rmtree(VENV, ignore_errors=True)
    # This file may run in the very environment that was just removed: the Python under it makes the new one.
    uv("venv", "--python", getattr(sys, "_base_executable", sys.executable), str(VENV))
    uv("pip", "sync", "--python", program("python"), "--require-hashes", REQUIREMENTS[kind])
    uv("pip", "install", "--python", program("python"), "--no-deps", "--editable", ".")
    STAMP.write_text(stamp(kind), encoding="ascii")


def is_set_up(kind: str) -> bool:
    """Say whether the environment is whole and up to date; one made for the tests serves a build, too."""
    whole = all(os.path.exists(path) for path in (STAMP, program("python"), program("mmpt-site")))
    return whole and STAMP.read_text(encoding="ascii") in (stamp(kind), stamp("test"))


def stamp(kind: str) -> str:
    """Return the mark of a complete environment, a digest of all that goes into it."""
    files = [(PROJECT / name).read_bytes() for name in (REQUIREMENTS[kind], "pyproject.toml")]
    return hashlib.sha256(b"\0".join([*files, sys.version.encode(), os.fsencode(PROJECT)])).hexdigest()


def program(name: str) -> str:
    """Return where the environment keeps one of its programs."""
    return str(VENV / PROGRAMS / (name + EXE))


def uv(*words: str) -> None:
    """Run uv on the package index set for pip, if any, and with the system's certificates where its own fail."""
    if "PIP_INDEX_URL" in os.environ:
        os.environ.setdefault("UV_INDEX_URL", os.environ["PIP_INDEX_URL"])
    command = [find_uv(), *words, "--quiet"]
    try:
        quietly(command)
    except SetUpError as problem:
        if "certificate" not in str(problem):
            raise
        os.environ["UV_SYSTEM_CERTS"] = "true"
        quietly(command)


def find_uv() -> str:
    """Return the uv on PATH, or else the one in .tools, which pip puts there when it is first needed."""
    own = str(TOOLS / PROGRAMS / ("uv" + EXE))
    for path in (shutil.which("uv"), own):
        if path and starts(path):
            return path
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV]
    if find_spec("venv") and find_spec("ensurepip"):
        quietly([sys.executable, "-m", "venv", "--clear", str(TOOLS)])
        quietly([str(TOOLS / PROGRAMS / ("python" + EXE)), *pip])
    elif find_spec("pip"):
        quietly([sys.executable, *pip, "--upgrade", "--target", str(TOOLS)])
    else:
        raise SetUpError(
            "This Python comes without venv, which the set-up needs. On Debian and Ubuntu, please run "
            '"sudo apt install python3-venv" and try again. A uv on your PATH works, too.'
        )
    return own


def quietly(command: "list[str]") -> None:
    """Run a step of the set-up without its chatter; if it fails, stop with its words and with what to do."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, close_fds=False, check=False)
    if done.returncode != 0:
        raise SetUpError(
            done.stdout.decode(errors="replace") + "\nThe environment could not be set up, for the reason above. "
            "This needs the network: if it was away, please run the same command again once it is back."
        )


def starts(path: str) -> bool:
    """Say whether a program is there and runs, and is not a stand-in that only tells how to install it."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def hand_over(command: str, words: "list[str]") -> int:
    """Let mmpt-site do the command, where possible in the place of this process: then Ctrl-C is its own affair."""
    line = [program("mmpt-site"), command, *words]
    os.environ[NAMED] = str(PROJECT)
    os.environ[CALLED] = "python3 run.py"
    if os.name != "nt":
        os.execv(line[0], line)  # noqa: S606
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(line)


def test(words: "list[str]") -> int:
    """Run every check, pytest last so that its summary ends the output; with words for it, pytest alone."""
    provide_browser()
    provide_node_programs()
    checks = [("pytest", *words)] if words else CHECKS
    failed = [" ".join(check) for check in checks if subprocess.call([program(check[0]), *check[1:]]) != 0]
    if failed and not failed[0].startswith("pytest"):
        print(f"These checks failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def provide_browser() -> None:
    """See that the tests have a browser: the one named in the environment, one found, or else one installed now."""
    if os.environ.get(BROWSER) or find_browser():
        return
    print("Installing Chromium for the tests ...", file=sys.stderr)
    for install in (["/bin/sh", "-c", APT_GET_CHROMIUM], [program("playwright"), "install", "chromium"]):
        if shutil.which(install[0]):
            subprocess.call(install)
        if find_browser():
            return
    print(NO_BROWSER, file=sys.stderr)


def provide_node_programs() -> None:
    """See that the tests have their programs of Node.js, which npm installs once for each version of their list."""
    wanted = hashlib.sha256((NODE / "package-lock.json").read_bytes()).hexdigest()
    stamp = NODE / "node_modules" / "set-up-is-complete"
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print("Installing the checkers and the language server for the tests ...", file=sys.stderr)
    npm = shutil.which("npm")
    if not npm or subprocess.call([npm, *NPM_CI], cwd=str(NODE)) != 0:
        print(NO_NODE, file=sys.stderr)
    else:
        stamp.write_text(wanted, encoding="ascii")


def find_browser() -> bool:
    """Name a browser of the system to the tests, or else say whether Playwright has one of its own."""
    for path in filter(None, map(shutil.which, BROWSERS)):
        if drives(path):
            os.environ[BROWSER] = path
            return True
    return drives("")


def drives(path: str) -> bool:
    """Say whether Playwright can start the browser at this path, or its own where the path is empty."""
    return subprocess.run([program("python"), "-c", LAUNCH, path], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
