"""The site's own words: complete in every language that the theme has, and told when those of a site are not."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.checkers import python_format

from mmpt_site.model.language import canonical
from mmpt_site.pages.catalogs import parsed, translated
from tests.harness import SERIES, SiteFolder
from tests.words import brought_up_to_date, every_message, template

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "languages"
SHIPPED = sorted(file.stem for file in FOLDER.glob("*.po"))
JAPANESE = 'msgid "Important dates"\nmsgstr "重要な日付"\n'
DATES = "dates: [{name: Papers, date: 2021-04-20}, {name: More, date: TBA}]\n"


def speaking(site: SiteFolder, tag: str) -> SiteFolder:
    """The same site in a language."""
    return site.write("site.yaml", f"{SERIES}language: {tag}\n").write("dates.yaml", DATES)


def test_the_list_of_all_messages_is_what_the_theme_and_the_program_say(
    root: Path, pytestconfig: pytest.Config
) -> None:
    file, made = FOLDER / "words.pot", template(every_message(root))
    if pytestconfig.getoption("--update-goldens"):
        file.write_text(made, "utf-8", newline="\n")
    assert file.read_text("utf-8") == made
    assert 'msgid "Important dates"' in made
    assert made.count("\nmsgid ") > 50


@pytest.mark.parametrize("tag", SHIPPED)
def test_a_language_of_the_theme_has_all_messages_and_no_others(
    tag: str, root: Path, pytestconfig: pytest.Config
) -> None:
    file = FOLDER / f"{tag}.po"
    text = file.read_text("utf-8")
    made = brought_up_to_date(text, tag, every_message(root))
    if pytestconfig.getoption("--update-goldens"):
        file.write_text(made, "utf-8", newline="\n")
    assert text == made
    assert tag == canonical(tag)
    catalog = parsed(text, tag)
    assert [message.id for message in catalog if message.id and not translated(message)] == []
    assert catalog.obsolete == {}
    for message in catalog:
        python_format(catalog, message)


def test_what_is_translated_stays_and_what_nobody_says_goes(root: Path) -> None:
    old = f'# Japanese.\n{JAPANESE}\nmsgid "Gone"\nmsgstr "なし"\n\n#, fuzzy\nmsgid "Home"\nmsgstr "家"\n'
    made = brought_up_to_date(old, "ja", every_message(root))
    assert made.startswith("# Japanese.\n")
    assert JAPANESE in made
    assert 'msgid "Home"\nmsgstr ""' in made
    assert "Gone" not in made
    assert "fuzzy" not in made


@pytest.mark.parametrize("tag", ["zh", "zh-Hans", "zh-CN", "zh-SG"])
def test_a_chinese_site_speaks_chinese(site: SiteFolder, tag: str) -> None:
    made = speaking(site, tag).write("call.yaml", "invitation: 欢迎投稿。\n").build()
    assert made.problems == []
    made.shows("/", "征稿启事", "重要日期", "2021年4月20日", "待定", "即将到来")
    made.shows("/2021/call/", "征稿邀请", "欢迎投稿。")
    assert f'<html lang="{tag}" dir="ltr">' in made.source("/")
    assert "<title>重要日期 · WSE 2021</title>" in made.source("/2021/dates/")
    assert "研讨会简介、征稿启事、重要日期。" in made.source("/2021/")


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-Hant-HK"])
def test_traditional_characters_are_a_language_of_their_own(site: SiteFolder, tag: str) -> None:
    made = speaking(site, tag).write("program.yaml", "program: TBA\n").build()
    assert made.problems == []
    made.shows("/2021/program/", "議程", "待公布。").lacks("/", "议程")


def test_a_language_without_words_has_its_dates_and_direction_and_is_told(site: SiteFolder) -> None:
    made = speaking(site, "ar-EG").build()
    (problem,) = made.problems
    assert problem.level == "warning"
    assert str(problem.mark) == "content/site.yaml:5:11"
    made.tells("The site has no words in Arabic (Egypt) yet", "words.pot", "ar.po", "There are words for")
    made.shows("/", "Important dates", "20 أبريل 2021")
    assert '<html lang="ar-EG" dir="rtl">' in made.source("/")
    assert 'lang="en' not in made.source("/")


def test_a_language_written_in_other_letters_has_not_the_words_of_its_sister(site: SiteFolder) -> None:
    speaking(site, "sr-Latn").write("templates/languages/sr.po", JAPANESE.replace("重要な日付", "Датуми"))
    site.build().shows("/", "Important dates").tells("The site has no words in Serbian (Latin) yet")


def test_a_site_adds_a_language_and_is_told_what_is_missing(site: SiteFolder) -> None:
    made = speaking(site, "ja").write("templates/languages/ja.po", JAPANESE).build()
    made.shows("/2021/dates/", "重要な日付", "Next")
    made.tells("templates/languages/ja.po: warning: ", "texts of the site are not translated here", '"Page not found"')
    assert len(made.problems) == 1


def test_a_site_changes_a_word_of_the_theme_in_english_too(site: SiteFolder) -> None:
    own = JAPANESE.replace("重要な日付", "Deadlines")
    site.write("templates/languages/en.po", own).write("templates/languages/zh.po", own)
    for tag in ("en-GB", "zh"):
        made = speaking(site, tag).build().shows("/2021/dates/", "Deadlines")
        assert made.problems == []
    made.shows("/2021/dates/", "即将到来")


def test_words_that_are_changed_count_at_once(site: SiteFolder) -> None:
    for word in ("One", "Two"):
        own = JAPANESE.replace("重要な日付", word)
        speaking(site, "en-US").write("templates/languages/en.po", own).build().shows("/2021/dates/", word)
    speaking(site, "zh").build().shows("/2021/dates/", "重要日期")


def test_plural_forms_are_those_of_the_language(site: SiteFolder) -> None:
    page = '{% extends "base.html" %}{% block content %}<h1>A</h1>' + "".join(
        f'<p>{{{{ ngettext("%(num)s day", "%(num)s days", {number}) }}}}</p>' for number in (1, 2, 5)
    )
    site.write("templates/dates.html", page + "{% endblock %}")
    speaking(site, "en").build().shows("/2021/dates/", "1 day 2 days 5 days")
    forms = "".join(f'msgstr[{index}] "%(num)s {word}"\n' for index, word in enumerate(("dzień", "dni", "dni (5+)")))
    site.write("templates/languages/pl.po", f'msgid "%(num)s day"\nmsgid_plural "%(num)s days"\n{forms}')
    speaking(site, "pl").build().shows("/2021/dates/", "1 dzień 2 dni 5 dni (5+)")


@pytest.mark.parametrize(
    ("words", "place", "told"),
    [
        (b'msgid "a"\nmsgstr "b\n', "ja.po:2:1", "This is not a text in quotes."),
        (b'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "ja.po:", "Something is missing after this."),
        (b"\xff", "ja.po", "This file of words cannot be read"),
        (b'msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=y\\n"\n', "ja.po", "cannot be read"),
        (b'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=y(;\\n"\n', "ja.po", "cannot be read"),
        (b'msgid "Photo of %(name)s"\nmsgstr "%(nam)s"\n', "ja.po:1:1", '"%(nam)s" does not fit'),
        (b'msgid "Photo of %(name)s"\nmsgstr "photo"\n', "ja.po:1:1", '"photo" does not fit'),
        (b'\nmsgid "Home"\nmsgstr "100 %"\n', "ja.po:2:1", "A sign for percent is written %%."),
    ],
)
def test_a_slip_in_a_file_of_words_is_told_and_nothing_is_published(
    site: SiteFolder, words: bytes, place: str, told: str
) -> None:
    made = speaking(site, "ja").write("templates/languages/ja.po", words).build()
    assert made.failed
    made.tells(f"templates/languages/{place}", told)


@pytest.mark.parametrize(
    ("name", "told"),
    [("zh_hant.po", "Name it zh-Hant.po"), ("PT-br.po", "Name it pt-BR.po"), ("chinese.po", "No language")],
)
def test_a_file_of_words_that_is_never_read_is_told(site: SiteFolder, name: str, told: str) -> None:
    made = site.write(f"templates/languages/{name}", JAPANESE).build()
    made.tells(f"templates/languages/{name}: warning: ", told)
    assert not made.failed


def test_an_english_site_does_not_wait_for_what_reads_words(site: SiteFolder) -> None:
    program = (
        "import sys; from datetime import date; from pathlib import Path; from mmpt_site.build import *;"
        "publish(build(Project(Path('.')), date(2021, 3, 1)), Path('site'));"
        "assert Path('site/index.html').is_file(); assert 'babel.messages' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], cwd=speaking(site, "en-US").root, check=True)
