"""One person, one entry, many roles: who does what in an edition."""

from pathlib import Path

from mmpt_site.content.load import load
from mmpt_site.model.roles import roles
from tests.harness import SiteFolder
from tests.whole_site import everything


def told(folder: Path) -> dict[str, list[str]]:
    """What everybody does, in order: the part, and what it is called where it has a name of its own."""
    site = load(folder / "content").site
    assert site
    return {person: [role.called or role.part for role in found] for person, found in roles(site.current).items()}


def test_everybody_has_one_entry_with_all_that_they_do(tmp_path: Path) -> None:
    everything(tmp_path)
    found = told(tmp_path)
    assert found["ada-example"] == ["keynote", "panelist", "author"]
    assert found["bo-example"] == ["General chair", "keynote", "speaker", "chair", "author", "author"]
    assert found["gus-example"] == ["Program committee", "speaker"]


def test_they_stand_in_the_order_of_their_family_names(site: SiteFolder) -> None:
    names = ["Ann van der Zand", "Liu Bei", "Østen Ångström", "刘蓓", "Carl Maria Adler"]
    people = [f"{{name: {name}{', family: Liu' if name == 'Liu Bei' else ''}}}" for name in names]
    site.write("people.yaml", f"people: [{', '.join(people)}]")
    site.write("program.yaml", f"program: {{2021-07-12: [{{at: 09:00, title: S, speaker: [{', '.join(names)}]}}]}}")
    ordered = ["carl-maria-adler", "østen-ångström", "liu-bei", "ann-van-der-zand", "刘蓓"]
    assert [person for person in told(site.root) if person in ordered] == ordered


def test_a_keynote_in_the_program_is_told_once(site: SiteFolder) -> None:
    site.write("keynotes.yaml", "keynotes: [{speaker: Ada Example, title: To see}]")
    site.write("program.yaml", "program: {2021-07-12: [{at: 09:00, keynote: Ada Example}]}")
    assert told(site.root)["ada-example"] == ["keynote"]
