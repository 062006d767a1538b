"""`mmpt-site schema`, and the note when what it wrote is of another version."""

import json
import os
import subprocess
import sys
from pathlib import Path

from mmpt_site import schema
from mmpt_site.content.modeline import with_modeline
from mmpt_site.starter import Answers, new_site
from tests.harness import SiteFolder, link, snapshot
from tests.pages.examples import furnish

OLD = "content/.schema: note: The editor's schemas in content/.schema/ are of another version."


def test_it_writes_the_schemas_and_leads_every_file_to_its_own(site: SiteFolder) -> None:
    ran = furnish(site).write("content/2022/dates.yaml", "dates: []\r\n").run("schema")
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert lines[0] == f"Wrote {len(schema.KINDS)} schemas to content/.schema/."
    assert lines[1] == "content/site.yaml: the first line now leads editors to .schema/site.json."
    assert "content/2021/dates.yaml: the first line now leads editors to ../.schema/dates.json." in lines
    assert len(lines) == 9
    assert snapshot(site.root / "content" / ".schema") == schema.files()
    data = (site.root / "content/2022/dates.yaml").read_bytes()
    assert data == b"# yaml-language-server: $schema=../.schema/dates.json\r\ndates: []\r\n"


def test_a_second_time_nothing_is_written(site: SiteFolder) -> None:
    site.run("schema")
    before = {path: path.stat().st_mtime_ns for path in site.root.rglob("*")}
    ran = site.run("schema")
    assert ran.stdout == f"The {len(schema.KINDS)} schemas in content/.schema/ are up to date.\n"
    assert {path: path.stat().st_mtime_ns for path in site.root.rglob("*")} == before


def test_only_what_changed_is_written(site: SiteFolder) -> None:
    site.run("schema")
    site.write("content/.schema/dates.json", "{}").write("content/.schema/mine.json", "{}")
    assert site.run("schema").stdout == "Wrote 1 schema to content/.schema/.\n"
    assert site.path("content/.schema/mine.json").read_text("utf-8") == "{}"


def test_the_yaml_files_can_be_left_alone(site: SiteFolder) -> None:
    before = snapshot(site.root / "content")
    ran = site.run("schema", "--no-modelines")
    assert ran.stdout == f"Wrote {len(schema.KINDS)} schemas to content/.schema/.\n"
    after = snapshot(site.root / "content")
    assert {name: after[name] for name in before} == before


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(site: SiteFolder) -> None:
    workshop = site.path("workshop.yaml")
    kept = workshop.rename(site.root / "kept.yaml")
    kept.chmod(0o640)  # of which Windows knows only that it can be written
    mode = kept.stat().st_mode
    link(workshop, kept)
    assert site.run("schema").returncode == 0
    assert workshop.is_symlink()
    assert kept.read_text("utf-8").startswith("# yaml-language-server: ")
    assert kept.stat().st_mode == mode
    assert not [name for name in os.listdir(site.root) if name.endswith(".new")]


def test_with_the_name_of_a_file_its_schema_is_printed_and_nothing_written(site: SiteFolder) -> None:
    before = snapshot(site.root)
    for name in ("dates", "dates.yaml", "content/2021/dates.yaml"):
        assert site.run("schema", name).stdout.encode() == schema.files()["dates.json"]
    assert snapshot(site.root) == before


def test_a_file_that_does_not_exist_is_answered_with_the_nearest(site: SiteFolder) -> None:
    ran = site.run("schema", "daets")
    assert ran.returncode == 2
    assert 'There is no file "daets". Did you mean dates?' in ran.stderr
    assert "The files are site, people," in site.run("schema", "xyzzy").stderr


def test_a_folder_that_cannot_be_written_is_named(site: SiteFolder) -> None:
    site.write("content/.schema", "a file in its place")
    ran = site.run("schema")
    assert ran.returncode == 2
    assert "Error: content/.schema" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_project_elsewhere_can_be_named(site: SiteFolder) -> None:
    (site.root / "below").mkdir()
    for folder in ("..", str(site.root)):
        ran = subprocess.run(
            [sys.executable, "-m", "mmpt_site", "schema", "--project", folder],
            cwd=site.root / "below",
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert "content/.schema/" in ran.stdout
    assert snapshot(site.root / "content" / ".schema") == schema.files()


def test_without_a_project_it_says_where_to_run_it(site: SiteFolder) -> None:
    (site.root / "content").rename(site.root / "elsewhere")
    assert "There is no folder content/" in site.run("schema").stderr


def test_schemas_of_another_version_are_noted_and_stop_nothing(site: SiteFolder) -> None:
    site.run("schema")
    assert site.build(strict=True).told == ""
    old = {**json.loads(schema.files()["dates.json"]), "description": "As it was."}
    site.write("content/.schema/dates.json", json.dumps(old))
    site.build(strict=True).tells(OLD, "= Run mmpt-site schema.").shows("/", "Small Examples")
    ran = site.run("check", "--strict")
    assert ran.returncode == 0
    assert OLD in ran.stderr
    site.remove("content/.schema/dates.json").build().tells(OLD)


def test_a_new_site_has_all_this_from_the_start() -> None:
    answers = Answers("Workshop on Small Examples", "WSE", "2027", ("Ada Example",))
    made = {output.path: output.data for output in new_site(answers, "mmpt-site")}
    for name, data in schema.files().items():
        assert made[f"content/.schema/{name}"] == data
    for path, data in made.items():
        if path.startswith("content/2027/") and path.endswith(".yaml"):
            assert with_modeline(data, f"../.schema/{Path(path).stem}.json") == data
    assert with_modeline(made["content/site.yaml"], ".schema/site.json") == made["content/site.yaml"]


def test_without_the_folder_nothing_is_noted(site: SiteFolder) -> None:
    assert site.build().told == ""
    (site.root / "content" / ".schema").mkdir()
    assert site.build().told == ""


def test_a_build_copies_no_schema_into_the_site(site: SiteFolder) -> None:
    site.run("schema")
    assert not [path for path in snapshot(site.build().folder) if "schema" in path]
