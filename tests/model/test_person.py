"""People, and what several files together say of them."""

from mmpt_site.model.edition import Edition
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.person import People, Person
from mmpt_site.model.workshop import Workshop
from tests.harness import SiteFolder


def edition(organizers: object, people: object) -> Edition:
    """An edition with these people."""
    return Edition(
        "2021",
        Workshop(title="Small"),
        organizers=Organizers.model_validate(organizers),
        people=People.model_validate(people),
    )


def test_a_person_is_known_by_the_slug_of_the_name_or_by_an_id() -> None:
    assert Person(name="Bei Liu").id == "bei-liu"
    assert Person.model_validate({"name": "Bei Liu", "id": "bei-liu-2"}).id == "bei-liu-2"


def test_what_one_file_leaves_out_the_other_adds() -> None:
    person = edition(
        {"organizers": [{"name": "Bei Liu", "role": "Chair"}]},
        {"people": [{"name": "Bei Liu", "role": "Speaker", "affiliation": "MSRA", "url": "https://example.org/"}]},
    ).person("bei-liu")
    affiliations = tuple(map(str, person.affiliation))
    assert (person.role, affiliations, person.url) == ("Chair", ("MSRA",), "https://example.org/")


def test_a_name_alone_is_a_person(site: SiteFolder) -> None:
    site.write(
        "organizers.yaml", "organizers: [Bei Liu]\ncommittees:\n  - {name: Program committee, members: [Qin Jin]}\n"
    )
    site.build().shows("/2021/organizers/", "Bei Liu", "Program committee", "Qin Jin")


def test_details_from_people_yaml_are_shown_where_the_person_is_named(site: SiteFolder) -> None:
    site.write("organizers.yaml", "organizers: [Bei Liu]\n")
    site.write("people.yaml", "people:\n  - {name: Bei Liu, affiliation: [MSRA, ICMR], email: bei@example.org}\n")
    site.build().shows("/2021/organizers/", "Bei Liu", "MSRA", "ICMR", "bei@example.org")


def test_people_stand_in_the_order_in_which_they_are_written(site: SiteFolder) -> None:
    said = (
        site.write("organizers.yaml", "organizers: [Zoe Zane, Adam Abel, Mia Moe]\n").build().text("/2021/organizers/")
    )
    assert said.index("Zoe Zane") < said.index("Adam Abel") < said.index("Mia Moe")


def test_a_photo_is_found_by_a_name_without_its_ending(site: SiteFolder) -> None:
    site.write("content/2021/files/ada-example.jpg", b"").write("content/2021/files/ada.png", b"")
    site.write("organizers.yaml", "organizers:\n  - {name: Ada Example, photo: ada-example}\n").build().tells(
        "organizers.yaml:2:32: error: There is no file", "Did you mean ada-example.jpg?"
    )


def test_a_name_is_printed_with_all_that_belongs_to_it(site: SiteFolder) -> None:
    entry = "name: Ada Example, honorific: Prof., native: 阿达, pronouns: she/her"
    made = site.write("organizers.yaml", f"organizers: [{{{entry}}}]\n").build()
    made.shows("/2021/organizers/", "Prof. Ada Example 阿达 (she/her)")


def test_a_place_of_work_is_a_name_or_more_than_that(site: SiteFolder) -> None:
    place = "{name: Example University, department: Department of Examples, city: Example City, country: France}"
    site.write(
        "organizers.yaml", f"organizers: [{{name: Ada Example, affiliation: [{place}, Institute of Samples]}}]\n"
    )
    made = site.build()
    whole = "Example University, Department of Examples, Example City, France"
    made.shows("/2021/organizers/", whole, "Institute of Samples").shows("/", whole)


def test_pages_on_networks_stand_with_the_other_profiles() -> None:
    person = Person.model_validate(
        {"name": "Ada Example", "github": "ada-example", "social": ["https://bsky.app/profile/example.org"]}
    )
    assert person.profiles == (
        ("GitHub", "https://github.com/ada-example"),
        ("Bluesky", "https://bsky.app/profile/example.org"),
    )


def test_a_committee_can_be_ordered_by_family_name(site: SiteFolder) -> None:
    site.write(
        "people.yaml", "people: [{name: Cy Aexample Dexample, family: Aexample Dexample}, {name: Ada Example}]\n"
    )
    members = "[Zoe Bexample, Bo van der Example, Ed Łexample, Di Ångexample, Cy Aexample Dexample, Ada Example]"
    committee = f"{{name: Program committee, order: by family name, members: {members}}}"
    said = site.write("organizers.yaml", f"committees: [{committee}]\n").build().text("/2021/organizers/")
    order = ["Cy Aexample", "Di Ångexample", "Zoe Bexample", "Ada Example", "Ed Łexample", "Bo van der Example"]
    assert sorted(order, key=said.index) == order
