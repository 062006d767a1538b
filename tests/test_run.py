"""run.py on machines made up for it: a folder, a PATH and a uv that writes down what it is asked."""

import ast
import ensurepip
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from mmpt_site.cli.main import COMMANDS
from tests.preview.running import eventually

PROJECT = Path(__file__).parents[1]
WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))

WINDOWS = os.name == "nt"
BIN, EXE = ("Scripts", ".exe") if WINDOWS else ("bin", "")

PROGRAM = """\
import os, sys
name, words = os.path.basename(sys.argv[0]).removesuffix(".exe"), " ".join(sys.argv[1:])
of, browser = os.environ.get("MMPT_SITE_PROJECT", ""), os.environ.get("MMPT_SITE_BROWSER", "")
called = os.environ.get("MMPT_SITE_CALLED", "")
said = f"{name} {words} in {os.getcwd()} with browser {browser}\\n" + (f"for {of} as {called}\\n" if of else "")
sys.stdout.buffer.write(said.encode())
sys.exit(7 if os.environ.get("FAILING") == name else 0)
"""
UV = """\
import os, shutil, sys, time
words, trouble = sys.argv[1:], os.environ.get("TROUBLE")
if words == ["--version"]:
    sys.exit(int(os.environ.get("BROKEN_UV", "0")))
with open("uv.log", "ab") as log:
    log.write((" ".join(words) + "\\n").encode())
if trouble == "network" and "sync" in words:
    sys.exit("error: no route to PyPI")
if trouble == "slow" and "sync" in words:
    time.sleep(0.3)
if trouble == "index" and os.environ.get("UV_INDEX_URL") != "https://packages.example.org/simple":
    sys.exit("error: no index")
if trouble == "certificate" and "UV_SYSTEM_CERTS" not in os.environ:
    sys.exit("invalid peer certificate")
programs = os.path.join(".venv", os.path.dirname(PYTHON))
if words[0] == "venv":
    os.makedirs(programs)
    if os.name == "nt":
        shutil.copy(words[2], os.path.join(".venv", PYTHON))
    else:
        os.symlink(words[2], os.path.join(".venv", PYTHON))
elif "sync" in words:
    sys.exit(not os.path.exists(os.path.join(".venv", PYTHON)))
else:
    for name in PROGRAMS:
        shutil.copy(os.path.join(HERE, name), programs)
    if trouble == "killed":
        open("waits", "w").close()
        while os.path.exists("waits"):
            time.sleep(0.02)
"""
NPM = """\
import os, sys
with open(os.path.join("..", "..", "npm.log"), "ab") as log:
    log.write((" ".join(sys.argv[1:]) + " in " + os.getcwd() + "\\n").encode())
if os.environ.get("BROKEN_NPM"):
    sys.exit(1)
os.makedirs("node_modules", exist_ok=True)
"""


def program(path: Path, script: str) -> None:
    """Make a program of a script in Python: one that a shell starts, or on Windows one as pip makes them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not WINDOWS:
        path.write_text(f"#!/bin/sh\n'''exec' \"{sys.executable}\" -I \"$0\" \"$@\"\n' '''\n{script}", "utf-8")
        path.chmod(0o755)
        return
    (pip,) = Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl")
    with zipfile.ZipFile(pip) as bundled:
        launcher = bundled.read("pip/_vendor/distlib/t64.exe")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("__main__.py", script)
    path.write_bytes(launcher + f'#!"{sys.executable}" -I\n'.encode() + packed.getvalue())


class Machine:
    """A project's folder, and the words, the environment and the place run.py is called with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "the workshop's site, 第2回"
        self.path = folder / "bin"
        self.path.mkdir()
        self.folder.mkdir()
        shutil.copy(PROJECT / "run.py", self.folder)
        for name in ("requirements.txt", "requirements-test.txt", "pyproject.toml"):
            (self.folder / name).write_text(name, "utf-8")
        for name in ("src/mmpt_site/cli/main.py", "tests/node/package-lock.json"):
            (self.folder / name).parent.mkdir(parents=True)
            shutil.copy(PROJECT / name, self.folder / name)
        names = [name + EXE for name in ("mmpt-site", "ruff", "mypy", "pytest")]
        for name in names:
            program(folder / "programs" / name, PROGRAM)
        known = {"PYTHON": f"{BIN}/python{EXE}", "PROGRAMS": names, "HERE": str(folder / "programs")}
        self.uv = "".join(f"{name} = {value!r}\n" for name, value in known.items()) + UV
        program(self.path / f"uv{EXE}", self.uv)
        program(self.path / f"npm{EXE}", NPM)

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        system = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "PATHEXT") if name in os.environ}
        path = [str(self.path), *([] if WINDOWS else ["/usr/bin", "/bin"])]
        return subprocess.Popen(
            [sys.executable, str(self.folder / "run.py"), *words],
            cwd=self.path,
            env={**system, "PATH": os.pathsep.join(path), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *words: str, **environment: str) -> tuple[int, str, str]:
        process = self.start(*words, **environment)
        out, err = process.communicate()
        return process.returncode, out, err

    def uv_calls(self) -> list[str]:
        return self.calls("uv")

    def calls(self, name: str) -> list[str]:
        log = self.folder / f"{name}.log"
        return log.read_text("utf-8").splitlines() if log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def run_py(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module itself, on a machine with nothing on its PATH and nothing in .tools."""
    spec = importlib.util.spec_from_file_location("run_py", PROJECT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "TOOLS", tmp_path / ".tools")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("MMPT_SITE_BROWSER", "")
    return module


# The words of the command line


def test_an_old_python_can_read_it() -> None:
    tree = ast.parse((PROJECT / "run.py").read_text("utf-8"), feature_version=(3, 6))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    hints = [hint for f in functions for hint in (f.returns, *(a.annotation for a in f.args.args)) if hint]
    assert {type(hint) for hint in hints} <= {ast.Name, ast.Constant}, "list[str] needs quotes for Python 3.8"


def test_an_old_python_says_what_it_is_and_what_is_needed(run_py: Any) -> None:
    with pytest.raises(run_py.SetUpError, match=r"This is Python 3\.10\.13, .* needs Python 3\.11 or newer"):
        run_py.require_python((3, 10, 13))
    run_py.require_python((3, 11, 0))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Please say what run.py shall do.\n"),
        (["biuld"], 'run.py has no command "biuld". Did you mean build?\n'),
        (["dance"], 'run.py has no command "dance".\n'),
    ],
)
def test_wrong_use_is_told_and_shows_every_command(machine: Machine, words: list[str], says: str) -> None:
    code, out, err = machine.run(*words)
    assert (code, out) == (2, "")
    assert err.startswith(says)
    assert all(re.search(f"^python3 run.py {name} +{said}$", err, re.MULTILINE) for name, said in COMMANDS.items())
    assert "python3 run.py test " in err
    assert machine.uv_calls() == []


def test_help_is_no_mistake(machine: Machine) -> None:
    code, out, err = machine.run("--help")
    assert (code, err) == (0, "")
    assert "python3 run.py build" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_program_is_passed_through(machine: Machine, command: str) -> None:
    assert machine.run(command, "--some", "words")[1].startswith(f"mmpt-site {command} --some words in ")


def test_the_commands_are_read_from_the_programs_own_table(run_py: Any) -> None:
    assert list(run_py.commands().items())[:-1] == list(COMMANDS.items())
    assert list(run_py.commands())[-1] == "test"


def test_folders_are_meant_from_where_the_user_stands_and_the_project_is_told(machine: Machine) -> None:
    _, out, _ = machine.run("new", "hello")
    assert out == f"mmpt-site new hello in {machine.path} with browser \nfor {machine.folder} as python3 run.py\n"


# Setting up


def test_the_first_build_sets_up_and_the_second_does_not(machine: Machine) -> None:
    first = machine.run("build", "--strict", "two words", FAILING="mmpt-site")
    assert first[0] == 7
    assert first[1].startswith("mmpt-site build --strict two words in ")
    assert first[2] == "Setting up the environment in .venv (once, about a minute) ...\n"
    python = machine.folder / f".venv/{BIN}/python{EXE}"
    made, filled, joined = machine.uv_calls()
    assert made.startswith("venv --python ")
    assert made.endswith(f" {machine.folder / '.venv'} --quiet")
    assert filled == f"pip sync --python {python} --require-hashes requirements.txt --quiet"
    assert joined == f"pip install --python {python} --no-deps --editable . --quiet"

    assert machine.run("check")[2] == ""
    assert len(machine.uv_calls()) == 3


def remove_the_python_under_it(folder: Path) -> None:
    python = folder / f".venv/{BIN}/python{EXE}"
    python.unlink()
    if not WINDOWS:  # where it is no link to another
        python.symlink_to("/nowhere/python3")


HARM: dict[str, Callable[[Path], object]] = {
    "a new requirement": lambda folder: (folder / "requirements.txt").write_text("newer", "utf-8"),
    "a new pyproject.toml": lambda folder: (folder / "pyproject.toml").write_text("newer", "utf-8"),
    "half an environment": lambda folder: (folder / ".venv/set-up-is-complete").unlink(),
    "a lost program": lambda folder: (folder / f".venv/{BIN}/mmpt-site{EXE}").unlink(),
    "a lost Python": remove_the_python_under_it,
    "a lost environment": lambda folder: shutil.rmtree(folder / ".venv"),
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM.keys())
def test_what_is_harmed_or_out_of_date_is_made_anew(machine: Machine, harm: Callable[[Path], object]) -> None:
    machine.run("build")
    harm(machine.folder)
    code, out, err = machine.run("build")
    assert (code, out.split(" in ")[0]) == (0, "mmpt-site build")
    assert err.startswith("Setting up")
    assert machine.run("build")[2] == ""


def test_a_moved_folder_is_set_up_anew(machine: Machine) -> None:
    machine.run("build")
    machine.folder = machine.folder.rename(machine.folder.parent / "moved")
    assert machine.run("build")[2].startswith("Setting up")
    assert machine.uv_calls()[-1].startswith(f"pip install --python {machine.folder}")


def test_a_set_up_that_was_killed_is_done_again(machine: Machine) -> None:
    killed = machine.start("build", TROUBLE="killed")
    eventually((machine.folder / "waits").exists, lambda: str(machine.uv_calls()))
    killed.kill()
    (machine.folder / "waits").unlink()
    killed.communicate()
    assert killed.returncode != 0
    assert machine.run("build")[0] == 0
    assert len(machine.uv_calls()) == 6


def test_two_runs_at_once_set_up_once(machine: Machine) -> None:
    runs = [machine.start("check", TROUBLE="slow") for _ in range(2)]
    outputs = [run.communicate()[0] for run in runs]
    assert all(output.startswith("mmpt-site check") for output in outputs)
    assert len(machine.uv_calls()) == 3


def test_without_a_network_the_reason_and_the_remedy_are_said(machine: Machine) -> None:
    code, out, err = machine.run("build", TROUBLE="network")
    assert (code, out) == (1, "")
    assert "error: no route to PyPI\n" in err
    assert "run the same command again" in err
    assert "Traceback" not in err
    assert machine.run("build")[0] == 0


def test_a_network_with_certificates_of_its_own_is_served_with_the_systems(machine: Machine) -> None:
    assert machine.run("build", TROUBLE="certificate")[0] == 0


def test_the_package_index_set_for_pip_is_used(machine: Machine) -> None:
    assert machine.run("build", TROUBLE="index", PIP_INDEX_URL="https://packages.example.org/simple")[0] == 0


def test_a_uv_that_does_not_start_is_passed_over_for_the_one_in_tools(machine: Machine) -> None:
    program(machine.folder / f".tools/{BIN}/uv{EXE}", machine.uv.replace("BROKEN_UV", "OTHER"))
    assert machine.run("build", BROKEN_UV="1")[0] == 0
    assert len(machine.uv_calls()) == 3


def test_without_venv_and_pip_debians_package_is_named(run_py: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_py, "find_spec", {"venv": "of Debian, without ensurepip"}.get)
    with pytest.raises(run_py.SetUpError, match="sudo apt install python3-venv"):
        run_py.find_uv()


def test_without_venv_pip_fills_tools_and_leaves_the_system_alone(run_py: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_py, "find_spec", {"venv": "of Debian, without ensurepip", "pip": "there"}.get)
    commands: list[list[str]] = []
    monkeypatch.setattr(run_py, "quietly", commands.append)
    run_py.find_uv()
    assert [command[-2:] for command in commands] == [["--target", str(run_py.TOOLS)]]


# The tests and their browser


def test_an_environment_for_the_tests_serves_a_build_but_not_the_reverse(machine: Machine) -> None:
    machine.run("build")
    assert machine.run("test", MMPT_SITE_BROWSER="/usr/bin/chromium")[2].startswith("Setting up")
    assert "requirements-test.txt" in machine.uv_calls()[4]
    assert machine.run("build")[2] == ""


def test_every_check_runs_with_the_named_browser_and_pytest_is_last(machine: Machine) -> None:
    code, out, _ = machine.run("test", MMPT_SITE_BROWSER="/opt/chrome")
    place = f"in {machine.folder} with browser /opt/chrome"
    assert code == 0
    assert out.splitlines() == [
        f"{check} {place}" for check in ("ruff check .", "ruff format --check .", "mypy ", "pytest ")
    ]


@pytest.mark.parametrize(
    ("failing", "last"), [("ruff", "These checks failed: ruff check ., ruff format --check ."), ("pytest", "")]
)
def test_a_failed_check_stops_no_other_and_fails_the_run(machine: Machine, failing: str, last: str) -> None:
    machine.run("test", MMPT_SITE_BROWSER="/opt/chrome")
    code, out, err = machine.run("test", MMPT_SITE_BROWSER="/opt/chrome", FAILING=failing)
    assert code == 1
    assert len(out.splitlines()) == 4
    assert err == (last and last + ".\n")


def test_words_after_test_are_for_pytest_alone(machine: Machine) -> None:
    _, out, _ = machine.run("test", "tests/content", "-k", "dates", MMPT_SITE_BROWSER="/opt/chrome")
    assert out.startswith("pytest tests/content -k dates in ")
    assert len(out.splitlines()) == 1


def test_the_first_browser_that_starts_is_taken(run_py: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_py.shutil, "which", lambda name: None if name == "chromium" else f"/bin/{name}")
    monkeypatch.setattr(run_py, "drives", lambda path: path.endswith(("google-chrome", "chrome")))
    assert run_py.find_browser()
    assert os.environ["MMPT_SITE_BROWSER"] == "/bin/google-chrome"


def test_playwrights_own_browser_needs_no_name(run_py: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_py, "drives", lambda path: path == "")
    assert run_py.find_browser()
    assert os.environ["MMPT_SITE_BROWSER"] == ""


def test_without_any_browser_one_is_installed_or_the_remedy_said(
    run_py: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(run_py, "drives", {}.get)
    monkeypatch.setattr(run_py.shutil, "which", lambda name: name if os.path.dirname(name) else None)
    monkeypatch.setattr(run_py.subprocess, "call", commands.append)
    run_py.provide_browser()
    assert "install -y --no-install-recommends chromium" in commands[0][-1]
    assert commands[1] == [run_py.program("playwright"), "install", "chromium"]
    assert "put its path into the environment variable MMPT_SITE_BROWSER" in capsys.readouterr().err


# The tests and their programs of Node.js


def test_the_programs_of_node_are_installed_once_for_each_version_of_their_list(machine: Machine) -> None:
    machine.run("build")
    assert machine.calls("npm") == [], "only the tests need it"
    assert "Installing the checkers" in machine.run("test", "tests/content", MMPT_SITE_BROWSER="/opt/chrome")[2]
    assert machine.run("test", MMPT_SITE_BROWSER="/opt/chrome")[2] == ""
    words = "ci --ignore-scripts --silent --no-audit --no-fund"
    assert machine.calls("npm") == [f"{words} in {machine.folder / 'tests' / 'node'}"]
    (machine.folder / "tests/node/package-lock.json").write_text("newer", "utf-8")
    machine.run("test", MMPT_SITE_BROWSER="/opt/chrome")
    assert len(machine.calls("npm")) == 2


def test_without_npm_or_a_network_the_remedy_is_said_and_the_tests_run(machine: Machine) -> None:
    for _ in range(2):
        code, out, err = machine.run("test", "tests", MMPT_SITE_BROWSER="/opt/chrome", BROKEN_NPM="1")
        assert (code, out.split(" in ")[0]) == (0, "pytest tests")
        assert "Please install Node.js 20 or\nnewer, which brings npm, and run the same command again" in err
    assert len(machine.calls("npm")) == 2


def test_a_machine_without_npm_says_so(run_py: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run_py.NODE = tmp_path / "node"
    run_py.NODE.mkdir()
    (run_py.NODE / "package-lock.json").write_text("", "utf-8")
    run_py.provide_node_programs()
    assert "Node.js 20" in capsys.readouterr().err


@pytest.mark.parametrize(("folder", "program"), [("tests/node", "vnu-jar"), ("benchmarks", "lighthouse")])
def test_the_lists_of_the_programs_of_node_name_no_registry(folder: str, program: str) -> None:
    lock = json.loads((PROJECT / folder / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert f"node_modules/{program}" in packages
    assert all("resolved" not in package and package["integrity"] for package in packages.values())


# What runs elsewhere


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request: pytest.FixtureRequest) -> Any:
    return yaml.load(request.param.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def steps(workflow: Any) -> list[Any]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_every_system_and_the_oldest_and_newest_python_are_tested() -> None:
    (ci,) = [path for path in WORKFLOWS if path.stem == "ci"]
    matrix = yaml.safe_load(ci.read_text("utf-8"))["jobs"]["checks"]["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["system"]} == {"ubuntu", "macos", "windows"}
    assert {"3.11", "3.14"} == set(matrix["python"])


def test_workflows_run_nothing_but_this_file(workflow: Any) -> None:
    lines = [line for step in steps(workflow) if "run" in step for line in step["run"].splitlines()]
    assert lines
    for line in lines:
        assert line.split()[:2] == ["python3", "run.py"]
        assert line.split()[2] in ("build", "changes", "check", "test")
        assert "${{" not in line, "what GitHub fills in reaches a script through env, never as its text"


def test_workflows_may_do_as_little_as_they_can(workflow: Any) -> None:
    assert workflow["permissions"] == {}
    writing = {
        (name, what)
        for name, job in workflow["jobs"].items()
        for what, level in job["permissions"].items()
        if level != "read"
    }
    assert writing <= {("deploy", "pages"), ("deploy", "id-token")}
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())


def test_workflows_use_githubs_own_actions_and_keep_no_password(workflow: Any) -> None:
    used = [step for step in steps(workflow) if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in used)
    for step in used:
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.skipif(WINDOWS, reason="Windows has no such scripts")
def test_the_ci_runs_the_same_command_from_any_place(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(PROJECT / ".ci/run", tmp_path / ".ci/run")
    (tmp_path / "run.py").write_text("import os, sys; print(sys.argv[1:], os.getcwd()); sys.exit(3)", "utf-8")
    done = subprocess.run([tmp_path / ".ci/run"], cwd="/", capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (3, f"['test'] {tmp_path}\n")
