"""What the web layer needs of the assistant, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from assistant.corpus import Corpus
    from assistant.dialogue import Answer, Ask, Found, Question, ServiceCard
    from assistant.domain import CorpusInfo, Service, Source


class Assistant(Protocol):
    """One generation of the index with everything that answers from it. Safe between threads."""

    @property
    def generation(self) -> str:
        """The name of the index generation that is answered from."""

    @property
    def passages(self) -> int:
        """How many passages the generation holds."""

    @property
    def corpus(self) -> Corpus:
        """The corpus of the generation."""

    def evidence(self, ask: Ask) -> tuple[Question, Found]:
        """Return how a question is understood and what is found for it, the best first."""

    def ranked(self, ask: Ask) -> tuple[Question, Found]:
        """Return the same, of a list what stands on it first."""

    def ask(self, ask: Ask) -> Answer:
        """Answer the last message of a conversation.

        Raises:
            InvalidQuestionError: The question can't be answered as it was sent.
        """

    def service_cards(
        self,
        *,
        as_of: date,
        municipality: str | None = None,
        target_group: str | None = None,
        topic: str | None = None,
        query: str | None = None,
        status: str | None = None,
        area: str | None = None,
        theme: int | None = None,
        kind: str | None = None,
        funder: str | None = None,
        language: str | None = None,
        corpora: Collection[str] = (),
    ) -> tuple[ServiceCard, ...]:
        """Return the services that fit every given filter, judged on a day."""

    def service(self, id: str) -> Service | None:  # noqa: A002 - the domain's name
        """Return one service's whole record."""

    def source(self, id: str) -> Source | None:  # noqa: A002 - the domain's name
        """Return one source with its text."""

    def sources(self) -> tuple[Source, ...]:
        """Return every source of the corpus."""

    def corpora(self) -> tuple[CorpusInfo, ...]:
        """Return the corpora that a question can be limited to, the main one first."""

    def municipality_names(self) -> tuple[str, ...]:
        """Return the Finnish names of the municipalities that can be chosen."""


Provider = Callable[[], Assistant]
"""Gives the assistant of the newest generation; raises when there's none to give.

Called for every request, from several threads at a time, so it must be quick once it has loaded.
"""
