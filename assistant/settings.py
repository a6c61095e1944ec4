"""The settings, read from the environment in this one place and passed on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_MODEL = "default"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with its default.

    Attributes:
        corpus: Directory of the corpus (``TIENVIITTA_CORPUS``).
        index: Directory of the index generations (``TIENVIITTA_INDEX``).
        cache: Directory of prepared embedding models (``TIENVIITTA_CACHE``).
        embedding_model: ``default``, a hub name or a local path (``TIENVIITTA_EMBEDDING_MODEL``).
        query_prompt: Put before a question, for models that want it (``TIENVIITTA_QUERY_PROMPT``).
        passage_prompt: Put before a passage (``TIENVIITTA_PASSAGE_PROMPT``).
        threads: Threads of the embedding model (``TIENVIITTA_THREADS``).
    """

    corpus: Path = ROOT / "corpus"
    index: Path = ROOT / "var" / "index"
    cache: Path = Path.home() / ".cache" / "tienviitta"
    embedding_model: str = DEFAULT_MODEL
    query_prompt: str | None = None
    passage_prompt: str | None = None
    threads: int = 2

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            environment: Names and values; the process's own when absent.

        Raises:
            SettingsError: A value doesn't hold; names the variable.
        """
        env = os.environ if environment is None else environment
        base = cls()
        return cls(
            corpus=Path(env.get("TIENVIITTA_CORPUS") or base.corpus),
            index=Path(env.get("TIENVIITTA_INDEX") or base.index),
            cache=Path(env.get("TIENVIITTA_CACHE") or base.cache),
            embedding_model=env.get("TIENVIITTA_EMBEDDING_MODEL") or base.embedding_model,
            query_prompt=env.get("TIENVIITTA_QUERY_PROMPT"),
            passage_prompt=env.get("TIENVIITTA_PASSAGE_PROMPT"),
            threads=_positive(env, "TIENVIITTA_THREADS", base.threads),
        )


def _positive(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name)
    if not value:
        return default
    if not value.isdecimal() or int(value) < 1:
        raise SettingsError(f"{name} must be a whole number above 0, not {value!r}.")
    return int(value)
