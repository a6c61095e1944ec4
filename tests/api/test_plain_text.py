"""An answer as one text, and the text back without what was put after it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_assistant import ANSWERED, CLARIFY, CRISIS
from hypothesis import given
from hypothesis import strategies as st

from api.plain_text import place_url, whole_text, without_tail
from api.schemas import AnswerOut

BASE = "https://opas.example.fi/"


def out(answer=ANSWERED, **more) -> AnswerOut:
    return AnswerOut.model_validate(replace(answer, **more))


@pytest.mark.parametrize("language", ["fi", "sv", "en", "ru", "uk", "so"])
def test_the_tail_comes_off_again_in_every_language(language):
    told = whole_text(out(language=language), BASE)
    assert told != ANSWERED.text
    assert without_tail(told) == ANSWERED.text


@pytest.mark.parametrize("answer", [CLARIFY, CRISIS])
def test_an_answer_without_sources_is_its_text_alone(answer):
    assert whole_text(out(answer), BASE) == answer.text


def test_only_what_the_text_cites_is_listed():
    told = whole_text(out(text="Yksi asia. [2]"), BASE)
    assert "- [2] " in told
    assert "- [1] " not in told


def test_a_quote_links_to_its_place():
    citation = out().citations[0]
    place = f"start={citation.start}&end={citation.end}#kohta"
    assert (
        place_url(citation, BASE)
        == f"https://opas.example.fi/lahteet/services/villa-victor?{place}"
    )


def test_an_answer_that_speaks_of_sources_keeps_its_words():
    text = "Lähteet:\n- plan"
    assert without_tail(f"Katso.\n\n{text}") == f"Katso.\n\n{text}"


@given(st.text(alphabet="aä \n[1]-:.", max_size=60))
def test_the_tail_comes_off_whatever_the_text_is(text):
    answer = out(text=f"{text} [1]", services=())
    assert without_tail(whole_text(answer, BASE)) == f"{text} [1]"
