"""The assistant's own retrieval, from the index that serves or one made anew."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.bootstrap import open_assistant
from assistant.settings import ROOT, Settings
from evals.baselines.contestant import BaselineError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.dialogue import Ask
    from assistant.embedding import Embedder
    from evals.baselines.contestant import Search, Text


def build(_texts: Sequence[Text], _embedder: Embedder | None, directory: Path) -> None:
    """Make an index of the settings' corpus, as `tienviitta ingest` does.

    Raises:
        BaselineError: It can't be made.
    """
    elsewhere = {"TIENVIITTA_INDEX": str(directory)}
    made = subprocess.run(
        [sys.executable, "-m", "tienviitta", "ingest"],
        cwd=ROOT,
        env=os.environ | elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise BaselineError(f"`tienviitta ingest` failed: {made.stderr.strip()[-500:]}")


def open_index(embedder: Embedder | None, directory: Path) -> Search:
    """Open the index, and what the first questions would wait for."""
    assistant = open_assistant(replace(Settings.from_environment(), index=directory), embedder)
    assistant.warm()

    def search(ask: Ask, limit: int) -> list[str]:
        return [hit.service_id or hit.passages[0].id for hit in assistant.search(ask, limit)]

    return search
