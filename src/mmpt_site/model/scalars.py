"""The kinds of text a field can hold: the scalar as written goes in, a clean value or a sentence comes out."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo

from mmpt_site.model.names import names_in, nearest_name, with_workplace
from mmpt_site.model.part import quoted, wrong
from mmpt_site.model.written import NotEmpty, OrList, Written
from mmpt_site.problems import either, nearest

Item = TypeVar("Item")
SEVERAL = "Here are several people in one text."
WITH_WORKPLACE = "Here are a name and a place of work in one text."

# for editors: each takes what its check below takes, and a little more
WEB_ADDRESS = r'[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"\\^`{|}]+'
ADDRESS = r"[^\s@<>()\"',;:]+@[^\s@<>()\"',;:.]+(?:\.[^\s@<>()\"',;:.]+)+"
ID = r"(?:[0-9a-z]|[^\x00-\x7f])+(?:-(?:[0-9a-z]|[^\x00-\x7f])+)*"


@dataclass(frozen=True)
class Markdown:
    """Marks a field as prose, so that it can be found and checked."""


def _one_line(text: str) -> str:
    """Text on one line; white space at its ends and doubled white space mean nothing."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    if not text:
        raise wrong("This text is empty.", "Write something here, or take the field out.")
    if text in {"…", "..."}:
        raise wrong("These dots only stand for a text.", "Write the text itself, or take the field out.")
    return text


def _visible(text: str) -> str:
    """A word without characters that nobody sees, which come along when it is copied."""
    if hidden := [char for char in text if unicodedata.category(char) in {"Cf", "Zs", "Zl", "Zp"} and char != " "]:
        raise wrong(f"Here is an invisible character (U+{ord(hidden[0]):04X}).", "Type it again instead of copying it.")
    return text


def _prose(text: str) -> str:
    if not text.strip():
        raise wrong("This text is empty.", "Write something here, or take the field out.")
    return text


def web_address(text: str) -> str:
    """An absolute http or https address (RFC 3986), as written."""
    if found := re.search(r"(?:\]\(|<)(https?://[^\s()<>]+)[)>]$", text):
        raise wrong("A link is written alone here, without Markdown.", f"Write {found[1]}")
    scheme, colon, rest = text.partition(":")
    scheme = scheme if colon else ""
    if not re.fullmatch(r"https?", scheme, re.IGNORECASE):
        if re.match(r"(www\.|[\w-]+(\.[\w-]+)+(/|$))", text):
            raise wrong("This link has no scheme.", f"Write https://{text}")
        hint = "A link starts with https:// or http://, for example https://example.org/"
        near = nearest(scheme, ["https", "http"]) if rest.startswith("//") else ""
        raise wrong(f"{quoted(text)} is not a web address.", f"Did you mean {near}:{rest} ?" if near else hint)
    try:
        parts = urlsplit(text)
        valid = bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid or re.search(r'[\s<>"\\^`{|}]', text):
        raise wrong(f"{quoted(text)} is not a web address.", "Copy it again from the browser's address bar.")
    return text


def _email(text: str) -> str:
    """An address as people write it; the full grammar of RFC 5322 is not wanted here."""
    if text.lower().startswith(("mailto:", "maito:")):
        raise wrong("An email address is written alone.", f"Write {text.partition(':')[2]}")
    if len(several := re.split(r"\s*[,;]\s*|\s+and\s+", text)) > 1 and all("@" in each for each in several):
        raise wrong("Here are several addresses in one text.", f"Write [{', '.join(several)}]")
    if not re.fullmatch(r"[^\s@<>()\"',;:]+@[^\s@<>()\"',;:.]+(\.[^\s@<>()\"',;:.]+)+", text):
        raise wrong(f"{quoted(text)} is not an email address.", f"Write {_spelt_out(text) or 'it as name@example.org'}")
    return text


def _spelt_out(text: str) -> str:
    """The address in 'name at example.org', 'name [at] example.org' and 'Name <name@example.org>'; else nothing."""
    if found := re.fullmatch(r"[^<>]+<([^\s<>@]+@[^\s<>@]+)>", text):
        return found[1]
    at = r"\s*[\[({]\s*at\s*[\])}]\s*|\s+at\s+|\s*@\s*"
    found = re.fullmatch(rf"([\w.+-]+)(?:{at})([\w-]+(?:\.[\w-]+)+)", text, re.IGNORECASE)
    return f"{found[1]}@{found[2]}" if found else ""


def _slug(text: str) -> str:
    proposal = slug(text)
    if not text or text != proposal:
        hint = f"Write {proposal}" if proposal else "Write a short word, for example ada-example"
        raise wrong(f"{quoted(text)} cannot be an id: ids are lower-case words joined by hyphens.", hint)
    return text


def slug(text: str) -> str:
    """A name as an id: lower case, words joined by hyphens; letters, marks and digits of every script kept."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in folded)
    return "-".join("".join(kept).split())


def same_name(name: str) -> str:
    """The form in which two names are compared: normalised, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def as_list(value: Any) -> Any:
    """One value as a list of one."""
    return value if isinstance(value, list | tuple) else [value]


def _not_empty(items: tuple[Item, ...]) -> tuple[Item, ...]:
    if not items:
        raise wrong("This list is empty.", "Write its first entry on a line that starts with '- '.")
    return items


@dataclass(frozen=True)
class KnownPeople:
    """Who can be cited in an edition: compared name → ids, and id → written name.

    `complete` is False when a file of people could not be read, so that an unknown name proves nothing.
    """

    ids: dict[str, tuple[str, ...]]
    names: dict[str, str]
    complete: bool

    @classmethod
    def of(cls, people: Iterable[tuple[str, str]], *, complete: bool) -> "KnownPeople":
        """Gather (id, name) pairs."""
        known = cls({}, {}, complete)
        known.add(people)
        return known

    def add(self, people: Iterable[tuple[str, str]]) -> None:
        """Know more (id, name) pairs; the same id twice is the same person."""
        for person_id, name in people:
            self.names.setdefault(person_id, name)
            ids = self.ids.get(same_name(name), ())
            if person_id not in ids:
                self.ids[same_name(name)] = (*ids, person_id)


def _cited_person(text: str, info: ValidationInfo) -> str:
    """Turn a name (or an id) into the id of a person of this edition."""
    people = (info.context or {}).get("people")
    if not isinstance(people, KnownPeople):
        return slug(text)
    found = people.ids.get(same_name(text), ()) or ((text,) if text in people.names else ())
    if len(found) > 1:
        raise wrong(f"There are {len(found)} people called {text}.", f"Write the id instead: {either(found)}")
    if not found and people.complete:
        several = names_in(text)
        if len(several) > 1 and all(same_name(name) in people.ids for name in several):
            raise wrong(SEVERAL, f"Write [{', '.join(several)}]")
        if same_name(several[0]) in people.ids and with_workplace(text, likely=False):
            raise wrong(WITH_WORKPLACE, f"Write {several[0]}")
        near = nearest_name(text, people.names.values())
        add = "Otherwise add them to people.yaml or organizers.yaml."
        hint = f"Did you mean {near}? {add}" if near else "Add them to people.yaml or organizers.yaml."
        raise wrong(f"Nobody here is called {quoted(text)[1:-1]}.", hint)
    return found[0] if found else slug(text)


Word = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_visible)]

Text = Annotated[str, AfterValidator(_one_line), Written("text", "texts")]
Prose = Annotated[str, AfterValidator(_prose), Markdown(), Written("Markdown", "texts in Markdown")]
Lines = Annotated[str, AfterValidator(_prose), Written("lines of text", "lines of text")]
Url = Annotated[Word, AfterValidator(web_address), Written("a web address", "web addresses", WEB_ADDRESS, ("string",))]
Email = Annotated[Word, AfterValidator(_email), Written("an email address", "email addresses", ADDRESS, ("string",))]
Id = Annotated[
    str,
    AfterValidator(_slug),
    Written("lower-case words joined by hyphens", "ids", ID, ("string", "number", "boolean")),
]
CitedPerson = Annotated[
    Text, AfterValidator(_cited_person), Written("the name of a known person", "names of known people")
]
OneOrMany = Annotated[tuple[Item, ...], BeforeValidator(as_list), OrList()]
Several = Annotated[tuple[Item, ...], AfterValidator(_not_empty), NotEmpty()]
