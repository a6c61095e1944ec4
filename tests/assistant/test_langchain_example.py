"""The examples of docs/langchain.md, run as they stand there on the true corpus and model."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from langchain_core.documents import Document
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import AIMessage

from assistant.chain import Assistant
from assistant.dialogue import Answer, Outcome
from assistant.domain import Status
from assistant.retriever import TienviittaRetriever
from assistant.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = re.findall(
    r"^```python\n(.*?)^```$",
    (ROOT / "docs" / "langchain.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)
QUESTION = "Mistä Kalajoella saa ohjausta työnhakuun?"


@pytest.fixture(scope="module")
def assistant(true_index, true_embedder, true_places) -> Assistant:
    return Assistant(true_index, true_embedder, true_places)


@pytest.fixture(scope="module")
def examples(true_index_directory) -> Iterator[dict[str, Any]]:
    """The names that the examples leave behind, run one after another."""
    names: dict[str, Any] = {"chat_model": FakeListChatModel(responses=["Kyllä."])}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIENVIITTA_INDEX", str(true_index_directory))
        for example in EXAMPLES:
            exec(compile(example, "docs/langchain.md", "exec"), names)
    yield names
    names["retriever"].assistant._index.close()


def test_the_retriever_of_the_example_gives_documents(examples) -> None:
    assert len(EXAMPLES) == 3
    assert examples["documents"]
    assert all(isinstance(document, Document) for document in examples["documents"])


def test_the_first_example_needs_five_lines() -> None:
    assert len([line for line in EXAMPLES[0].splitlines() if line.strip()]) == 5


def test_the_runnable_of_the_example_gives_a_cited_answer(examples) -> None:
    answer = examples["answer"]

    assert isinstance(answer, Answer)
    assert answer.outcome in {Outcome.ANSWERED, Outcome.PARTIAL}
    assert answer.citations


def test_the_documents_reach_a_chat_model(examples) -> None:
    assert isinstance(examples["reply"], AIMessage)
    assert examples["documents"][0].page_content in examples["sources"]


def test_a_document_is_its_source_to_the_character(assistant) -> None:
    sources = {source.id: source for source in assistant.sources()}

    for document in TienviittaRetriever(assistant=assistant).invoke(QUESTION):
        place = document.metadata
        quote = sources[place["source_id"]].quote(place["start"], place["end"])
        assert document.page_content == quote
        assert document.id.startswith(place["source_id"])
        assert place["locator"]


def test_status_is_judged_on_the_day_that_is_given(assistant) -> None:
    def of(day: date) -> set[str]:
        question = "Kohtaantoa-hanke"
        documents = TienviittaRetriever(assistant=assistant, as_of=day).invoke(question)
        return {d.metadata["status"] for d in documents if d.metadata["service_id"] == "kohtaantoa"}

    assert of(date(2040, 1, 1)) == {str(Status.ENDED)}
    assert of(date(2024, 9, 1)) == {str(Status.ACTIVE)}


def test_the_limit_counts_services_and_not_their_passages(assistant) -> None:
    documents = TienviittaRetriever(assistant=assistant, limit=2).invoke(QUESTION)
    found = [document.metadata["service_id"] or document.id for document in documents]

    assert len(set(found)) == 2


def test_an_asynchronous_chain_finds_the_same(assistant) -> None:
    import asyncio

    retriever = TienviittaRetriever(assistant=assistant)

    assert asyncio.run(retriever.ainvoke(QUESTION)) == retriever.invoke(QUESTION)
