"""A project in, its running preview out: what it answers, what its terminal says, how it ends."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from mmpt_site.cli.main import main
from mmpt_site.content import source
from mmpt_site.content.outline import Outline
from tests.harness import SiteFolder

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20.0  # seconds, for a machine that is busy with other things


@dataclass(frozen=True)
class Reply:
    """What the preview answered."""

    status: int
    headers: dict[str, str]  # by name in lower case
    text: str


@dataclass
class Preview:
    """`mmpt-site serve` in a process of its own, in the folder of a site."""

    site: SiteFolder
    port: int | None = 0  # 0: one that is free; None: whichever it finds by itself
    wait: bool = True  # until it serves
    words: tuple[str, ...] = ()  # more of its command line
    said: str = field(default="", init=False)  # by its terminal until now

    def __enter__(self) -> Self:
        if sys.platform == "darwin":
            time.sleep(1)  # for it also tells what was saved a moment before
        self.port = free_port() if self.port == 0 else self.port
        where = [] if self.port is None else ["--port", str(self.port)]
        command = [sys.executable, "-m", "tests.preview.running", "serve", *where, "--as-of", "2021-03-01", *self.words]
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, "PYTHONPATH": path.rstrip(os.pathsep)}
        self.process = subprocess.Popen(
            command,
            cwd=self.site.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            # on Windows, a signal reaches a group of processes, which must not be that of the tests
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()
        if self.wait:
            self.says("Serving http", " — Ctrl-C ends it.\n")
            found = re.search(r"Serving http://.*?:(\d+)/", self.said)
            self.port = int(found[1]) if found else self.port
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        self.listener.join()

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.said += line

    def says(self, *texts: str) -> Self:
        """The terminal says every one of `texts`, now or soon."""
        eventually(lambda: all(text in self.said for text in texts), lambda: f"{texts} is not said: {self.said}")
        return self

    def get(self, address: str, method: str = "GET", at: str = "127.0.0.1", **headers: str) -> Reply:
        """What an address is answered with at an IP address; headers are named with `_` for `-`."""
        connection = http.client.HTTPConnection(at, self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, address, headers=named)
            reply = connection.getresponse()
            found = {name.lower(): value for name, value in reply.getheaders()}
            return Reply(reply.status, found, reply.read().decode())
        finally:
            connection.close()

    def shows(self, address: str, *texts: str, status: int = 200) -> Reply:
        """The page says every one of `texts`, now or soon."""
        latest = [Reply(0, {}, "")]

        def shown() -> bool:
            latest[0] = self.get(address)
            return latest[0].status == status and all(text in latest[0].text for text in texts)

        eventually(shown, lambda: f"{address} does not show {texts}: {latest[0]}\n{self.said}")
        return latest[0]

    def ends(self, number: int = signal.SIGINT, times: int = 1) -> float:
        """Send a signal, as Ctrl-C does, perhaps impatiently; how many seconds it takes to end, with exit code 0."""
        started = time.perf_counter()
        for _ in range(times):
            self.process.send_signal(getattr(signal, "CTRL_BREAK_EVENT", number))
            time.sleep(0.005 if times > 1 else 0)
        code = self.process.wait(PATIENCE)
        took = time.perf_counter() - started
        self.listener.join()
        assert (code, "Traceback" in self.said) == (0, False), self.said
        return took


def eventually(holds: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Ask again and again until it holds, or fail with a sentence."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, otherwise()
        time.sleep(0.02)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class SlowFile:
    """A file of a site that takes as long to be read as a test wants."""

    site: SiteFolder
    name: str

    def put(self, text: str) -> Self:
        """Write the file, and let whoever reads it wait."""
        self._beside("gate").touch()
        self.site.write(self.name, text)
        return self

    def wait(self) -> Self:
        """Wait until a build has read it, and waits in turn."""
        eventually(self._beside("read").exists, lambda: f"{self.name} is not read")
        return self

    def give(self) -> None:
        """Let the build go on."""
        self._beside("gate").unlink()

    def _beside(self, end: str) -> Path:
        file = self.site.path(self.name)
        return file.with_name(f".{file.name}.{end}")


def run_slowly() -> None:
    """Run `mmpt-site` with a reader that minds the gates of slow files."""
    quick = source.read

    def slow(file: Path, path: str, outline: Outline | None = None) -> source.Source:
        found = quick(file, path, outline)
        gate = file.with_name(f".{file.name}.gate")
        if gate.exists():
            file.with_name(f".{file.name}.read").touch()
        while gate.exists():
            time.sleep(0.01)
        return found

    source.read = slow
    main()


if __name__ == "__main__":
    run_slowly()
