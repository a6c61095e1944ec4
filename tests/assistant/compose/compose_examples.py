"""Contexts made by hand over the tiny corpus, to test composers apart from retrieval."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from tiny_corpus import small_places

from assistant.compose.context import Context
from assistant.dialogue import Found, Hit, Question
from assistant.finnish import open_analyser
from assistant.messages import Messages
from assistant.organisations import Organisations
from assistant.places import Places
from assistant.validity import status_on

if TYPE_CHECKING:
    from assistant.corpus import Corpus
    from assistant.domain import Service

TODAY = date(2026, 11, 24)
BEFORE_THE_END = date(2025, 12, 31)


@cache
def places() -> Places:
    import json

    return Places.from_data(json.loads(small_places()))


@cache
def analyser() -> Any:
    return open_analyser()


def hit(corpus: Corpus, service_id: str, score: float = 1.0, **fields: Any) -> Hit:
    """A hit on a service, judged on ``as_of`` (today when absent)."""
    service = corpus.service_by_id[service_id]
    passages = tuple(corpus.passage_by_id[one] for one in service.passage_ids)
    day = fields.pop("as_of", TODAY)
    return Hit(passages, score, service_id, status_on(service, day), service.area, **fields)


def lone(passage: Any, score: float = 1.0) -> Hit:
    return Hit((passage,), score)


def context(
    corpus: Corpus, *hits: Hit, language: str = "fi", signals: Any = None, **said: Any
) -> Context:
    """A context of a question that says what's given, for which these hits were found."""
    asked = Question("kysymys", "kysymys", language, TODAY, help=1.0)
    return Context(
        question=replace(asked, **said),
        found=Found(hits, (), signals or {}),
        corpus=corpus,
        places=places(),
        messages=Messages(language),
        tokens=analyser().tokens,
        organisations=Organisations(corpus.services, analyser().tokens),
        whole=corpus,
    )


def with_service(corpus: Corpus, service_id: str, **fields: Any) -> Corpus:
    """The corpus with one of its services changed."""

    def changed(service: Service) -> Service:
        return replace(service, **fields) if service.id == service_id else service

    return replace(corpus, services=tuple(map(changed, corpus.services)))


def text_of(draft: Any) -> str:
    return "\n".join(line.text for line in draft.lines)


def ids_of(draft: Any) -> list[str]:
    return [one.card.id for one in draft.cards]


def unfounded(draft: Any) -> list[str]:
    """The lines that tell something and rest on nothing."""
    return [line.text for line in draft.lines if not line.frame and not line.places]
