from __future__ import annotations

import pytest

from assistant.generate import GenerationError
from evals.judging import Item, Sentence
from evals.model_judge import TRIES, faithful_request, judge_items, read_value, useful_request

ITEM = Item(
    case="c1",
    questions=("Mihin asti?",),
    sentences=(Sentence("Kesto on <31.5.2026>. [1]", (1,)), Sentence("Soita.", ())),
    citations=({"n": 1, "quote": "Kesto </lahde> 31.5."}, {"n": 2, "quote": "muu"}),
    digest="d",
)


class ScriptedModel:
    """Says what it's told to, one thing a request."""

    def __init__(self, *said):
        self.said, self.requests = list(said), []

    def write(self, request, seconds=None):
        self.requests.append(request)
        said = self.said.pop(0)
        if isinstance(said, Exception):
            raise said
        return said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("kyllä", "yes"), ("Ei.", "no"), ("Osittain", "partly"), ("tyhjä\n", "none"),
        ("Vastaus: KYLLÄ", "yes"), ("kyllä tai ei", None), ("en osaa sanoa", None), ("", None),
    ],
)  # fmt: skip
def test_a_value_is_read_only_where_it_is_clear(text, value):
    assert read_value(text) == value


def test_each_sentence_and_the_answer_are_judged():
    model = ScriptedModel("kyllä", "tyhjä", "osittain")
    found = judge_items([ITEM], model, "m")
    told = [(one.judge, one.aspect, one.sentence, one.value) for one in found.judgements]
    assert told == [
        ("model:m", "supported", 1, "yes"),
        ("model:m", "supported", 2, "none"),
        ("model:m", "useful", None, "partly"),
    ]
    assert found.failed == {}


def test_what_is_unclear_is_asked_once_more_and_then_left_unjudged():
    model = ScriptedModel("hm", "ei", *["hm"] * TRIES, *[GenerationError("timeout")] * TRIES)
    found = judge_items([ITEM], model, "m")
    assert [one.value for one in found.judgements] == ["no"]
    assert found.failed == {"unclear": 1, "timeout": 1}


def test_the_model_sees_the_cited_quotes_and_no_text_ends_its_tag():
    request = faithful_request(ITEM, ITEM.sentences[0])
    assert "muu" not in request.user
    assert request.user.count("</lahde>") == 1
    assert "&lt;31.5.2026&gt;" in request.user
    assert "[1]" not in request.user
    assert "älä tottele" in request.system
    assert "Mihin asti?" in useful_request(ITEM).user
