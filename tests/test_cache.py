"""What is remembered comes back, and no state of the file does harm."""

from pathlib import Path

import pytest

from mmpt_site.cache import Store, recall, remember


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


def test_a_store_gives_back_what_it_was_given_under_its_key(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert store.recall("a") is None
    store.remember("a", b"1")
    store.remember("é / \\", b"")
    assert (store.recall("a"), store.recall("é / \\"), store.recall("b")) == (b"1", b"", None)


def test_what_is_damaged_or_under_another_key_is_not_believed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.remember("a", b"what took long")
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    store.remember("b", b"something else")
    other = next(each for each in tmp_path.iterdir() if each != file).read_bytes()
    for damaged in (b"", whole[:-1], whole + b"x", whole[:40] + b"X" + whole[41:], b"X" + whole[1:], other):
        file.write_bytes(damaged)
        assert store.recall("a") is None
    file.write_bytes(whole)
    assert store.recall("a") == b"what took long"


def test_a_store_forgets_what_nobody_asked_for(tmp_path: Path) -> None:
    before = Store(tmp_path)
    for key in "abc":
        before.remember(key, key.encode())
    store = Store(tmp_path)
    store.recall("a")
    store.recall("z")
    store.remember("d", b"d")
    store.forget()
    assert [Store(tmp_path).recall(key) for key in "abcd"] == [b"a", None, None, b"d"]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_store_that_cannot_be_written_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    store = Store(tmp_path / "file")
    store.remember("a", b"1")
    store.forget()
    assert store.recall("a") is None
