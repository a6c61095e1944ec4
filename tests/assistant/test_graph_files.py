from __future__ import annotations

import pytest

from assistant.graph_files import HEADER, blank_unused


def graph(directory, texts, *, room=4, size=10, version=1, length=4):
    inner = directory / "segment"
    inner.mkdir()
    (inner / "header.bin").write_bytes(HEADER.pack(version, 0, room, texts, size) + bytes(48))
    (inner / "data_level0.bin").write_bytes(b"x" * room * size)
    (inner / "length.bin").write_bytes(b"x" * room * length)
    return inner


@pytest.mark.parametrize("texts", [0, 1, 4])
def test_what_no_text_uses_is_blanked_and_the_rest_stays(tmp_path, texts):
    inner = graph(tmp_path, texts)
    blank_unused(tmp_path)
    assert (inner / "data_level0.bin").read_bytes() == b"x" * 10 * texts + bytes(10 * (4 - texts))
    assert (inner / "length.bin").read_bytes() == b"x" * 4 * texts + bytes(4 * (4 - texts))


def test_a_file_that_holds_no_more_than_its_texts_is_left(tmp_path):
    inner = graph(tmp_path, 4, room=4)
    (inner / "data_level0.bin").write_bytes(b"x" * 40)
    blank_unused(tmp_path)
    assert (inner / "data_level0.bin").read_bytes() == b"x" * 40


@pytest.mark.parametrize(
    "header", [b"", b"short", HEADER.pack(2, 0, 4, 0, 10), HEADER.pack(1, 0, 4, 9, 10)]
)
def test_a_header_that_isnt_known_leaves_the_graph_as_it_is(tmp_path, header):
    inner = graph(tmp_path, 0)
    (inner / "header.bin").write_bytes(header)
    blank_unused(tmp_path)
    assert (inner / "data_level0.bin").read_bytes() == b"x" * 40


def test_the_true_graph_has_the_header_that_is_read(true_index):
    (header, *_) = sorted((true_index.directory / "chroma").glob("*/header.bin"))
    version, _, room, texts, size = HEADER.unpack(header.read_bytes()[: HEADER.size])
    data = header.with_name("data_level0.bin").stat().st_size
    assert version == 1
    assert texts <= room
    assert data in {texts * size, room * size}
    assert 4 * true_index.manifest.dimension < size < 6 * true_index.manifest.dimension
