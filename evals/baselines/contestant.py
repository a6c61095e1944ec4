"""What is compared: something that indexes texts and finds them again for a question."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from assistant.errors import TienviittaError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from assistant.dialogue import Ask
    from assistant.embedding import Embedder

    Search = Callable[[Ask, int], list[str]]
    """Finds the ids of at most so many texts for a question, the best first."""


class BaselineError(TienviittaError):
    """A baseline can't be measured."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be found, by its id."""

    id: str
    text: str


class Contestant(Protocol):
    """A module of this package. Its index is written by one process and opened by another."""

    def build(self, texts: Sequence[Text], embedder: Embedder | None, directory: Path) -> None:
        """Index texts into an empty directory."""

    def open_index(self, embedder: Embedder | None, directory: Path) -> Search:
        """Open what `build` wrote."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table.

    Attributes:
        name: As the command names it.
        title: As the table does.
        package: The package that it needs, as it's imported.
        published: What it stands on, as it's published.
        embeds: Whether it uses the embedding model.
    """

    name: str
    title: str
    package: str
    published: tuple[str, ...]
    embeds: bool = True

    @property
    def is_installed(self) -> bool:
        """Whether its package can be imported."""
        return find_spec(self.package) is not None

    @property
    def versions(self) -> str:
        """What it stands on, with the releases that are installed."""
        return ", ".join(f"{name} {metadata.version(name)}" for name in self.published)

    def load(self) -> Contestant:
        """Import its module."""
        module: Contestant = import_module(f"evals.baselines.{self.name}")
        return module


OURS = Entry("ours", "Tienviitta", "assistant", ("tienviitta",))
BASELINES = (
    Entry("chroma", "LangChain + Chroma", "langchain_chroma", ("langchain-chroma", "chromadb")),
    Entry("llamaindex", "LlamaIndex", "llama_index", ("llama-index-core",)),
    Entry("haystack", "Haystack", "haystack", ("haystack-ai",)),
    Entry("words", "bm25s on words", "bm25s", ("bm25s",), embeds=False),
)
ENTRY = {entry.name: entry for entry in (OURS, *BASELINES)}
