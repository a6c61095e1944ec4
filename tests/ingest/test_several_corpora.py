"""The whole way with the true model: import, ingest, ask, and see which corpus answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tiny_corpus import TinyCorpus
from typer.testing import CliRunner

import tienviitta
from assistant.chain import Assistant
from assistant.dialogue import Ask, Message
from assistant.errors import InvalidQuestionError
from assistant.generation import GENERATIONS
from assistant.index import Index
from assistant.places import Places
from ingest.publish import publish
from ingest.read import read_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assistant.dialogue import Answer
    from assistant.embedding import Embedder

PLAN = """# Raahen ohjaussuunnitelma

## Nykytila

Opinto-ohjaaja auttaa lukiossa opiskelijoita jatko-opintojen suunnittelussa.

## Tavoitteet

Aikuisten uraohjausta aletaan antaa kirjastossa torstaisin.
"""
SERVICE = """[{"id": "5b1c0000-0000-4000-8000-000000000001", "type": "Service",
"serviceNames": [{"language": "fi", "value": "Kuntouttava pajatyö", "type": "Name"}],
"areaType": "LimitedType",
"areas": [{"type": "Municipality", "municipalities": [{"code": "678", "name": []}]}],
"serviceDescriptions": [{"language": "fi", "type": "Description",
 "value": "Pajalla harjoitellaan työelämän taitoja ohjaajan kanssa. Paja on avoin."}],
"languages": ["fi"], "targetGroups": [{"code": "KR1.5", "name": []}],
"serviceChannels": null, "organizations": [], "publishingStatus": "Published",
"modified": "2026-10-02T00:00:00"}]"""


@pytest.fixture(scope="module")
def asked(
    tmp_path_factory: pytest.TempPathFactory, true_embedder: Embedder
) -> Iterator[Callable[..., Answer]]:
    """Ask what two imported corpora and the tiny main one hold."""
    directory = tmp_path_factory.mktemp("several")
    main = TinyCorpus.write(directory / "corpus").directory
    _import(main, directory / "plan.md", PLAN, "document", directory / "more/raahe")
    _import(main, directory / "ptv.json", SERVICE, "ptv", directory / "more/suomi-fi")
    corpus = read_corpus(main, [directory / "more"]).corpus
    name = publish(corpus, directory / "index", true_embedder).manifest.generation
    index = Index(
        directory / "index" / GENERATIONS / name, true_embedder.as_langchain(), true_embedder.name
    )
    assistant = Assistant(index, true_embedder, Places.from_data(dict(index.corpus.places)))

    def ask(question: str, **more: object) -> Answer:
        messages = (Message("user", question),)
        return assistant.ask(Ask(messages, as_of=date(2026, 11, 24), **more))

    yield ask
    index.close()


def _import(main: Path, source: Path, text: str, command: str, into: Path) -> None:
    source.write_text(text, encoding="utf-8")
    told = CliRunner().invoke(
        tienviitta.app,
        ["import", command, str(source), "--into", str(into),
         "--corpus-title", into.name.title(), "--licence", "CC BY 4.0"],
        env={"TIENVIITTA_CORPUS": str(main), "TIENVIITTA_CORPORA": ""},
        catch_exceptions=False,
    )  # fmt: skip
    assert told.exit_code == 0, told.output


def quotes(answer: Answer) -> dict[str, str]:
    """The corpus of each quote."""
    return {citation.quote: str(citation.corpus) for citation in answer.citations}


def test_a_plan_that_was_imported_answers_and_the_citation_tells_its_corpus(asked):
    answer = asked("Annetaanko aikuisten uraohjausta kirjastossa torstaisin?")
    told = [one for one in answer.citations if "uraohjausta" in one.quote]

    assert told, answer.text
    assert told[0].corpus == "raahe"
    assert told[0].title == "Raahen ohjaussuunnitelma (Raahe)"
    assert told[0].locator == "Raahen ohjaussuunnitelma › Tavoitteet"


def test_a_service_that_was_imported_answers_and_the_citation_tells_its_corpus(asked):
    answer = asked("Mikä on Kuntouttava pajatyö?")
    told = [one for one in answer.citations if "harjoitellaan" in one.quote]

    assert told, answer.text
    assert told[0].corpus == "suomi-fi"
    assert told[0].title == "Kuntouttava pajatyö (Suomi-Fi)"
    assert told[0].basis[0].seen_on == "2026-10-02"
    assert "suomi-fi.5b1c0000-0000-4000-8000-000000000001" in {s.id for s in answer.services}


def test_a_question_limited_to_a_corpus_is_not_answered_from_another(asked):
    question = "Annetaanko aikuisten uraohjausta kirjastossa torstaisin?"

    assert "raahe" in quotes(asked(question, corpora=("raahe",))).values()
    assert "raahe" not in quotes(asked(question, corpora=("suomi-fi", "main"))).values()


def test_a_corpus_that_does_not_exist_is_named(asked):
    with pytest.raises(InvalidQuestionError, match="no 'lappi', only main, raahe, suomi-fi"):
        asked("Kuka auttaa?", corpora=("lappi",))
