from __future__ import annotations

import stat
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from assistant.errors import CorpusError
from ingest.importers import files
from ingest.importers.files import Input, find_inputs, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def archive(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in members.items():
            zipped.writestr(name.replace("__", "/").replace("_json", ".json"), text)
    return path


def test_files_of_directories_and_archives_are_found_in_the_order_of_their_names(tmp_path):
    (tmp_path / "d").mkdir()
    for name in ("b.json", "a.JSON", "c.txt"):
        (tmp_path / "d" / name).write_text("1")
    zipped = archive(tmp_path / "z.zip", two_json="2", deep__one_json="1", readme="x")

    found = find_inputs([tmp_path / "d", zipped], (".json",))

    assert [one.name.replace(":", "/").rsplit("/", 1)[-1] for one in found] == [
        "a.JSON", "b.json", "one.json", "two.json",
    ]  # fmt: skip
    assert [one.read() for one in found] == [b"1", b"1", b"1", b"2"]


def test_a_path_that_does_not_exist_or_holds_nothing_is_named(tmp_path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(CorpusError, match=r"puuttuu\.json: there's no such file"):
        find_inputs([tmp_path / "puuttuu.json"], (".json",))
    with pytest.raises(CorpusError, match="nothing in it that ends"):
        find_inputs([tmp_path / "empty"], (".json",))


@pytest.mark.parametrize("name", ["../ulos.json", "/etc/x.json", "a/../../x.json", "..\\x.json",
                                  "C:\\x.json", "C:/x.json"])  # fmt: skip
def test_names_that_lead_out_of_an_archive_are_refused(tmp_path, name):
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr(zipfile.ZipInfo(name), "[]")

    with pytest.raises(CorpusError, match="leads out of the archive"):
        find_inputs([path], (".json",))


def test_links_in_archives_are_refused(tmp_path):
    info = zipfile.ZipInfo("link.json")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as zipped:
        zipped.writestr(info, "/etc/passwd")

    with pytest.raises(CorpusError, match="is a link"):
        find_inputs([tmp_path / "z.zip"], (".json",))


def test_links_in_directories_are_passed_over(tmp_path):
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.json").write_text("[]")
    (tmp_path / "secret").write_text("x")
    (tmp_path / "d" / "b.json").symlink_to(tmp_path / "secret")

    assert [one.path.name for one in find_inputs([tmp_path / "d"], (".json",))] == ["a.json"]


def test_an_archive_that_unpacks_to_far_more_is_refused(tmp_path):
    path = archive(tmp_path / "bomb.zip", a_json="0" * (30 * files.MEGABYTE))

    with pytest.raises(CorpusError, match="a bomb"):
        find_inputs([path], (".json",))


def test_an_archive_that_lies_about_its_sizes_is_refused_while_it_is_read(tmp_path):
    path = archive(tmp_path / "bomb.zip", a_json="0" * (30 * files.MEGABYTE))
    data = bytearray(path.read_bytes())
    real = struct.pack("<I", 30 * files.MEGABYTE)
    assert data.count(real) >= 2
    path.write_bytes(bytes(data).replace(real, struct.pack("<I", 1000)))
    one = find_inputs([path], (".json",))[0]

    with pytest.raises((CorpusError, zipfile.BadZipFile)):
        one.read()


def test_too_many_files_in_an_archive_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_MEMBERS", 2)
    path = archive(tmp_path / "z.zip", a_json="1", b_json="1", c_json="1")

    with pytest.raises(CorpusError, match="holds 3 files"):
        find_inputs([path], (".json",))


def test_encrypted_files_are_refused(tmp_path):
    path = archive(tmp_path / "z.zip", a_json="[]")
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(bytes(data))

    with pytest.raises(CorpusError, match="is encrypted"):
        find_inputs([path], (".json",))


def test_a_torn_archive_is_refused(tmp_path):
    path = archive(tmp_path / "z.zip", a_json="[1, 2, 3]" * 100)
    data = path.read_bytes()
    path.write_bytes(data[:40] + b"\xff" * 10 + data[50:])
    one = find_inputs([path], (".json",))[0]

    with pytest.raises(CorpusError, match="torn"):
        one.read()


def test_a_file_larger_than_allowed_is_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"x" * 101)

    with pytest.raises(CorpusError, match="larger than"):
        Input("a.csv", tmp_path / "a.csv").read(largest=100)


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    write_atomically(path, b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(CorpusError, match="No space left"):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
