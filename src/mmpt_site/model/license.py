"""Under which terms the content may be used: `license` of `site.yaml` in, a License out."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Text, Url
from mmpt_site.model.written import OrText


class License(Part):
    """A licence of the content, with the address of its text when there is one."""

    name: Text = Field(description="What it is called.", examples=["CC BY 4.0"])
    url: Url | None = Field(None, description="Its text.", examples=["https://creativecommons.org/licenses/by/4.0/"])


def creative_commons(name: str) -> str:
    """The address of a licence by its short name, as https://creativecommons.org/licenses/ gives it; else nothing."""
    words = name.casefold().replace("-", " ").split()
    if words[:1] == ["cc0"] and words[1:] in ([], ["1.0"]):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    found = re.fullmatch(r"cc (by(?: nc)?(?: sa| nd)?) ([34]\.0)", " ".join(words))
    return f"https://creativecommons.org/licenses/{found[1].replace(' ', '-')}/{found[2]}/" if found else ""


def _named(value: Any) -> Any:
    """A name alone is a licence; where the Creative Commons keep its text is known."""
    if not isinstance(value, str):
        return value
    url = creative_commons(value)
    return {"name": value, "url": url} if url else {"name": value}


NamedLicense = Annotated[License, BeforeValidator(_named), OrText("a name, or fields", "names, or entries with fields")]
