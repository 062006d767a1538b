"""The language of a site: tags in every spelling, and what is told to somebody who wrote something else."""

import pytest
from pydantic import TypeAdapter, ValidationError

from mmpt_site.model.language import LanguageTag

LANGUAGE: TypeAdapter[str] = TypeAdapter(LanguageTag)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        *(
            ("en-US", "en-US"),
            ("en-us", "en-US"),
            ("EN", "en"),
            ("zh", "zh"),
            ("zh-CN", "zh-CN"),
            ("zh-hans", "zh-Hans"),
        ),
        *(
            ("ZH-HANT-tw", "zh-Hant-TW"),
            ("es-419", "es-419"),
            ("de-1996", "de-1996"),
            ("no", "no"),
            ("sr-latn", "sr-Latn"),
        ),
    ],
)
def test_a_known_tag_is_taken_in_any_case(written: str, tag: str) -> None:
    assert LANGUAGE.validate_python(written) == tag


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        *(("en_US", "Write en-US"), ("de_DE.UTF-8", "Write de-DE"), ("en-UK", "Write en-GB"), ("iw", "Write he")),
        *(("english", "Did you mean en (English)?"), ("Englsh", "Did you mean en (English)?")),
        *(("Deutsch", "Did you mean de (German)?"), ("中文", "Did you mean zh (Chinese)?")),
        *(("cn", "Did you mean zh (Chinese)?"), ("jp", "Did you mean ja (Japanese)?")),
        *(("en-XX", "Did you mean en (English)?"), ("xx", "Write for example en-US, en-GB, zh-Hans or de.")),
    ],
)
def test_somebody_who_wrote_something_else_is_told_the_tag(written: str, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        LANGUAGE.validate_python(written)
    assert caught.value.errors()[0]["ctx"]["hint"] == hint


@pytest.mark.parametrize("written", ["und", "root", "x", "zh-", "-", "zh-Hant-TW-TW", "i-klingon", "12", "mul"])
def test_what_is_no_language_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        LANGUAGE.validate_python(written)
