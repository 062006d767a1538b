"""By which part of a name lists order people, and how letters of every script stand in order."""

import subprocess
import sys

import pytest

from mmpt_site.model.family import family_name, sort_key
from mmpt_site.model.person import Person


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ada Example", "Example"),
        ("Ada B. Example", "Example"),
        ("Ada Example-Sample", "Example-Sample"),
        ("Ada van der Example", "van der Example"),
        ("Ada Van der Example", "Van der Example"),
        ("Ada de la Example", "de la Example"),
        ("Ada d'Example", "d'Example"),
        ("Van Example", "Example"),
        ("Ada Le", "Le"),
        ("Ada Example Jr.", "Example"),
        ("Ada Example, Jr.", "Example"),
        ("Ada Example III", "Example"),
        ("Ada Example, Ph.D.", "Example"),
        ("Example, Ada", "Example"),
        ("EXAMPLE Ada", "EXAMPLE"),
        ("ADA EXAMPLE", "EXAMPLE"),
        ("Example", "Example"),
        ("例阿达", "例阿达"),
        ("例 阿达", "例"),
        ("예 아다", "예"),
        ("阿达·例", "阿达·例"),
        ("Jr.", "Jr."),
        ("", ""),
        (",", ","),
    ],
)
def test_the_family_name_is_guessed(name: str, family: str) -> None:
    assert family_name(name) == family


def test_a_family_name_that_is_given_goes_before_the_guess() -> None:
    assert Person.model_validate({"name": "Ada Example Sample", "family": "Example Sample"}).family_name == (
        "Example Sample"
    )


@pytest.mark.parametrize(
    "names",
    [
        "Angle Ångström Ante",
        "Lukas Łukasz Luz Lz Ma",
        "Oster Øster Ostez",
        "Emil Émile Emma",
        "Dan Đan Dez",
        "Müller Mullet Münz",
        "O'Aaa Obb",
        "zed 예 例",
        "Zed Ελ Яна",
    ],
)
def test_letters_stand_where_readers_look_for_them(names: str) -> None:
    written = names.split()
    shuffled = [*written[1:], written[0]]
    assert sorted(shuffled, key=lambda name: sort_key(name, name)) == written


def test_people_of_one_family_name_stand_by_their_whole_names() -> None:
    people = [Person(name=name) for name in ("Cy Example", "Ada Example", "bo Example", "Ada Dexample")]
    assert [each.name for each in sorted(people, key=lambda each: each.sort_key)] == [
        "Ada Dexample",
        "Ada Example",
        "bo Example",
        "Cy Example",
    ]


def test_sites_that_order_nobody_do_not_load_the_order() -> None:
    ask = "import sys, mmpt_site.build; print('pyuca' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
