"""The word that posts on networks are found by: a text in, the same with its `#` out."""

import re
from typing import Annotated

from pydantic import PlainValidator

from mmpt_site.model.part import quoted, text_of, wrong
from mmpt_site.model.written import Written

HASHTAG = r"[#＃]?[^\s#＃.,;:!?/@\"'()\[\]{}]+"


def _hashtag(value: object) -> str:
    """One word of letters, digits and underscores, in any script."""
    written = text_of(value, "one word", '"#WSE2021"')
    word = written.removeprefix("#").removeprefix("＃")
    if not re.fullmatch(r"\w+", word) or word.isdecimal():
        bare = re.sub(r"\W+", "", word)
        hint = f'Write "#{bare}"' if bare and not bare.isdecimal() else 'Write one word, such as "#WSE2021"'
        raise wrong(f"{quoted(written)} is no hashtag.", hint)
    return f"#{word}"


# YAML takes #WSE2021 without quotes for a remark of the writer's own, and WSE2021 for what it is
Hashtag = Annotated[
    str,
    PlainValidator(_hashtag),
    Written('one word, such as `"#WSE2021"`', "words", HASHTAG, ("string", "number", "boolean")),
]
