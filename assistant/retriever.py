"""The assistant's retrieval as a LangChain retriever, for other applications to build on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.chain import Assistant
from assistant.dialogue import Ask, Audience, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_core.callbacks import CallbackManagerForRetrieverRun

    from assistant.dialogue import Hit


class TienviittaRetriever(BaseRetriever):
    """Finds the passages that the assistant would answer from.

    A service is found by one or more passages, and each is a document of its own: its text stands
    in the source to the character, from ``start`` to ``end``.

    Attributes:
        assistant: Answers from an opened generation of the index.
        audience: Who asks.
        municipality: Where the asker lives, when the question doesn't tell.
        as_of: The day on which validity is judged; today when absent.
        limit: At most so many services, and passages that belong to none.
    """

    assistant: Assistant
    audience: Audience = Audience.CITIZEN
    municipality: str | None = None
    as_of: date | None = None
    limit: int = 10

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain passes it
    ) -> list[Document]:
        ask = Ask((Message("user", query),), self.audience, self.municipality, self.as_of)
        hits = self.assistant.search(ask, self.limit)
        return [document for hit in hits for document in _documents(hit)]


def _documents(hit: Hit) -> Iterator[Document]:
    for passage in hit.passages:
        metadata: dict[str, Any] = {
            "source_id": passage.source_id,
            "locator": passage.locator,
            "start": passage.start,
            "end": passage.end,
            "service_id": hit.service_id,
            "status": None if hit.status is None else str(hit.status),
            "score": hit.score,
        }
        yield Document(id=passage.id, page_content=passage.text, metadata=metadata)
