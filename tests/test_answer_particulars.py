"""Numbers, names, dates and addresses of answers stand in their quotes or the records' fields."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from assistant.dialogue import Ask, Audience, Message
from assistant.messages import day, month
from assistant.particulars import Ground, particulars
from assistant.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.dialogue import Answer

MARKER = re.compile(r" ?\[\d+\]")
CASES = [
    json.loads(line)
    for name in ("dev", "dev_more")
    for line in (ROOT / "evals" / "cases" / f"{name}.jsonl").read_text("utf-8").splitlines()
][::7]
FINNISH = [case for case in CASES if case.get("lang", "fi") == "fi"]


def held(answer: Answer) -> Iterator[str]:
    """What an answer may tell in particulars."""
    for citation in answer.citations:
        yield from (citation.quote, citation.locator, citation.title)
        yield from (basis.quote or basis.url or "" for basis in citation.basis)
        if citation.checked_on:
            yield month(citation.checked_on)
    for card in answer.services:
        yield from (card.name, card.description, card.status_text, card.cost or "")
        yield from (*card.providers, *card.funders, *card.municipalities)
        yield from (*card.target_groups, *card.topics)
        yield from map(str, dict(card.channels).values())
        yield from (day(one) for one in (card.valid_from, card.valid_to) if one)


def told(answer: Answer) -> Iterator[str]:
    """What an answer tells of the sources: what carries a marker, and the notices that cite."""
    for paragraph in answer.text.split("\n"):
        if MARKER.search(paragraph):
            yield MARKER.sub("", paragraph)
    yield from (notice.text for notice in answer.notices if notice.citations)


@pytest.mark.parametrize("case", FINNISH, ids=lambda case: case["id"])
def test_no_particular_of_an_answer_is_made(case, true_assistant) -> None:
    messages = tuple(Message(m["role"], m["content"]) for m in case["messages"])
    as_of, audience = date.fromisoformat(case["as_of"]), Audience(case["audience"])
    answer = true_assistant.ask(Ask(messages, as_of=as_of, audience=audience))
    tokens = true_assistant._understander.tokens
    noticed = " ".join(notice.text for notice in answer.notices)
    own = [
        day(one)
        for service in true_assistant.corpus.services
        if service.name in noticed
        for one in (service.valid_from, service.valid_to)
        if one
    ]
    ground = Ground((text, tokens(text)) for text in (*held(answer), *own))

    lacking = {
        (lack, text)
        for text in told(answer)
        for lack in ground.lacks(particulars(text, tokens(text)))
    }

    assert lacking == set()


def test_a_made_particular_would_be_noticed(true_assistant) -> None:
    answer = true_assistant.ask(Ask((Message("user", "Mikä on Poiju?"),), as_of=date(2026, 11, 24)))
    tokens = true_assistant._understander.tokens
    ground = Ground((text, tokens(text)) for text in held(answer))
    made = (
        "Poiju päättyy 30.12.2026.",
        "Poiju toimii 99 kunnassa.",
        "Poiju toimii Rovaniemellä.",
        "Katso poiju.example.",
    )
    assert all(ground.lacks(particulars(text, tokens(text))) for text in made)
