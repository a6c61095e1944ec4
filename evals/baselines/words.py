"""Plain bm25s: BM25 over words as they're written, without any Finnish."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.dialogue import Ask
    from assistant.embedding import Embedder
    from evals.baselines.contestant import Search, Text

IDS = "ids.json"


def build(texts: Sequence[Text], _embedder: Embedder | None, directory: Path) -> None:
    """Index texts."""
    import bm25s

    model = bm25s.BM25()
    model.index(_words([one.text for one in texts]), show_progress=False)
    model.save(str(directory), show_progress=False)
    (directory / IDS).write_text(json.dumps([one.id for one in texts]), encoding="utf-8")


def open_index(_embedder: Embedder | None, directory: Path) -> Search:
    """Open the index."""
    import bm25s

    model = bm25s.BM25.load(str(directory), show_progress=False)
    ids = json.loads((directory / IDS).read_text(encoding="utf-8"))

    def search(ask: Ask, limit: int) -> list[str]:
        rows, scores = model.retrieve(
            _words([ask.question]), k=min(limit, len(ids)), show_progress=False
        )
        return [ids[row] for row, score in zip(rows[0], scores[0], strict=True) if score > 0]

    return search


def _words(texts: list[str]) -> Any:  # noqa: ANN401 - the library's own
    import bm25s

    # Its default stop words are English.
    return bm25s.tokenize(texts, stopwords=[], return_ids=False, show_progress=False)
