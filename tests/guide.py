"""A how-to of the guide in, the same with what a terminal really says out.

A how-to is walked in a fresh site: comments in it say what its reader does with the files, and every line of a
`console` block that starts with `$` is run. What stands below it is what was printed.

    <!-- write PATH -->                  the next code block is the whole file
    <!-- replace PATH: OLD -> NEW -->    a word in a file
    <!-- bytes PATH: PK\\x03 -->          the bytes of a file
    <!-- photo PATH -->                  a photo
    <!-- commit -->                      all of it is committed
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.camera import photo

PIECE = re.compile(
    r"<!-- (?P<what>write|replace|bytes|photo|commit)(?: (?P<path>[^\s:]+))?(?:: (?P<rest>.*?))? -->"
    r"|```(?P<language>\w*)\n(?P<block>.*?)```",
    re.DOTALL,
)
AS_OF = "2027-03-01"
DATED = {"build", "check", "changes"}
ANSWERS = '--name "Workshop on Small Examples" --acronym WSE --year 2027 --organizer "Ada Example"'
WHO = ("-c", "user.name=Somebody", "-c", "user.email=name@example.org", "-c", "commit.gpgsign=false")


@dataclass
class Walk:
    """A reader of the guide at work in a folder."""

    folder: Path
    next_file: str = ""

    def page(self, text: str) -> str:
        """Do what a page says; gives the page with what the terminal said."""
        return PIECE.sub(self._piece, text)

    def start(self) -> None:
        """Make the site that most pages are about, and commit it."""
        self.run(f"mmpt-site new . {ANSWERS}")
        site = self.folder / "content" / "site.yaml"
        text = site.read_text("utf-8").replace("#url: https://name.github.io/", "url: https://name.github.io/")
        site.write_text(text, "utf-8", newline="\n")
        self.run("git init --quiet --initial-branch=main")
        self.commit()

    def commit(self) -> None:
        """Commit everything."""
        self.run("git add .")
        self.run("git commit --quiet --allow-empty --message=Next")

    def run(self, line: str) -> str:
        """What a command prints, where its reader is."""
        words = shlex.split(line)
        if words[0] == "git":
            words = ["git", *WHO, *words[1:]]
        else:
            start = 2 if words[:2] == ["python3", "run.py"] else 1
            dated = ("--as-of", AS_OF) if words[start] in DATED else ()
            words = [sys.executable, "-m", "mmpt_site", *words[start:], *dated]
        called = {"MMPT_SITE_CALLED": "python3 run.py"} if line.startswith("python3 run.py") else {}
        command = partial(subprocess.run, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        done = command(words, cwd=self._here(), env={**os.environ, **called}, check=False)
        self._published_program()
        said = re.sub(r"in \d+\.\d s", "in 0.5 s", done.stdout)
        return re.sub(r"\nrequirements\.txt names a place on this computer\..*\n", "", said)  # true of a clone only

    def _published_program(self) -> None:
        """Let the site ask for a program that everybody finds, as step 4 of the guide says."""
        needed = self._here() / "requirements.txt"
        if needed.is_file() and "\nmmpt-site @ file:" in (text := needed.read_text("utf-8")):
            needed.write_text(re.sub("\nmmpt-site @ file:.*", "\nmmpt-site==1", text), "utf-8", newline="\n")

    def _here(self) -> Path:
        made = self.folder / "wse"
        return made if made.is_dir() else self.folder

    def _piece(self, found: re.Match[str]) -> str:
        match found["what"]:
            case "write":
                self.next_file = found["path"]
            case "replace":
                file, (old, new) = self._here() / found["path"], found["rest"].split(" -> ")
                assert old in file.read_text("utf-8"), f"{old} does not stand in {file.name}"
                file.write_text(file.read_text("utf-8").replace(old, new), "utf-8", newline="\n")
            case "bytes":
                (self._here() / found["path"]).parent.mkdir(exist_ok=True)
                (self._here() / found["path"]).write_bytes(
                    found["rest"].encode().decode("unicode_escape").encode("latin-1")
                )
            case "photo":
                (self._here() / found["path"]).parent.mkdir(exist_ok=True)
                (self._here() / found["path"]).write_bytes(photo(800, 800))
            case "commit":
                self.commit()
            case _:
                return self._block(found)
        return found[0]

    def _block(self, found: re.Match[str]) -> str:
        if self.next_file:
            (self._here() / self.next_file).write_text(found["block"], "utf-8", newline="\n")
            self.next_file = ""
        if found["language"] != "console":
            return found[0]
        lines = []
        for line in found["block"].splitlines():
            if line.startswith("$ "):
                lines += [line, *self.run(line[2:]).rstrip("\n").splitlines()]
        return "```console\n" + "\n".join(lines) + "\n```"
