"""What is remembered comes back, and no state of the file does harm."""

from pathlib import Path

import pytest

from mmpt_site.cache import recall, remember


def test_what_is_remembered_comes_back_readable_and_sorted(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "memo.json"
    remember(file, {"b": 1, "a": "é"})
    assert recall(file) == {"a": "é", "b": 1}
    assert file.read_text("ascii") == '{\n "a": "\\u00e9",\n "b": 1\n}\n'
    assert [each.name for each in file.parent.iterdir()] == ["memo.json"]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "memo.json").write_bytes(data)
    assert recall(tmp_path / "memo.json") is None


def test_a_file_that_is_missing_or_a_folder_is_none(tmp_path: Path) -> None:
    assert recall(tmp_path / "memo.json") is None
    assert recall(tmp_path) is None


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "memo.json" / "full").mkdir(parents=True)
    remember(tmp_path / "file" / "memo.json", {})
    remember(tmp_path / "memo.json", {})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "memo.json"]
