"""The language server of editors, spoken to as an editor does: over standard input and output (LSP 3.17)."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, Self

PROGRAM = Path(__file__).parents[1] / "node" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60.0  # seconds for an answer
SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    "schemaStore": {"enable": False},  # no network
    "kubernetesCRDStore": {"enable": False},
}
CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


class LanguageServer:
    """A running server."""

    def __init__(self) -> None:
        node = shutil.which("node")
        assert node, "Node.js is missing: please install version 20 or newer."
        assert PROGRAM.is_file(), "The language server is missing: python3 run.py test installs it."
        self._process = subprocess.Popen([node, PROGRAM, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._messages: Queue[dict[str, Any]] = Queue()
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._last = 0
        Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": CAPABILITIES})
        self._say({"method": "initialized", "params": {}})
        self._say({"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": SETTINGS}}})
        return self

    def __exit__(self, *_: object) -> None:
        self.ask("shutdown", None)
        self._say({"method": "exit"})
        self._process.communicate(timeout=PATIENCE)

    def open(self, uri: str, text: str) -> None:
        """Show a file to the server; what it has to say of it comes later."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._say({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def told(self, uris: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """The diagnostics of files that are open, as soon as all are there."""
        wanted = set(uris)
        while wanted - self._told.keys():
            self._answer(self._messages.get(timeout=PATIENCE))
        return {uri: self._told[uri] for uri in wanted}

    def complete(self, uri: str, line: int, character: int) -> dict[str, dict[str, Any]]:
        """What can be written at a place, counted from 0, by its label."""
        answer = self.ask("textDocument/completion", _place(uri, line, character))
        return {item["label"]: item for item in answer["items"]}

    def hover(self, uri: str, line: int, character: int) -> str:
        """What is shown at a place, counted from 0."""
        answer = self.ask("textDocument/hover", _place(uri, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._last += 1
        self._say({"id": self._last, "method": method, "params": params})
        while True:
            message = self._messages.get(timeout=PATIENCE)
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._answer(message)

    def _answer(self, message: dict[str, Any]) -> None:
        """Do what the server asks of an editor."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = [item.get("section") for item in message["params"]["items"]]
            self._say({"id": message["id"], "result": [SETTINGS if name == "yaml" else {} for name in asked]})
        elif "id" in message and "method" in message:
            self._say({"id": message["id"], "result": None})

    def _say(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            length = int(line.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))


def _place(uri: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
