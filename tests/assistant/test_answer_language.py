"""Answers in another language than the sources': own words translated, quotes left alone."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.dialogue import Ask, Message
from assistant.messages import DEFAULT, Messages, languages

OTHERS = [code for code in languages() if code != DEFAULT]
HELP = "Kuka auttaa työnhaussa Oulussa?"
FACT = "Mihin asti Duuniportti kestää?"
DANGER = "Haluan kuolla"


@pytest.fixture
def answer(true_assistant):
    def ask(text: str, language: str | None):
        messages = (Message("user", text),)
        return true_assistant.ask(Ask(messages, as_of=date(2026, 11, 24), language=language))

    return ask


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("text", [HELP, FACT])
def test_the_language_of_the_quotes_is_told_once_and_they_stay_the_same(answer, code, text):
    told, finnish = answer(text, code), answer(text, DEFAULT)
    note = Messages(code).say("language-note")
    assert told.language == code
    assert told.text.count(note) == 1
    assert Messages(DEFAULT).say("language-note") not in finnish.text
    quotes, same = ({c.quote for c in one.citations} for one in (told, finnish))
    # Whoever asks in a language from abroad may have moved here, and is told of that help too.
    assert quotes == same if text is FACT or code == "sv" else quotes & same
    assert told.services[0].name == finnish.services[0].name
    assert [card.status_text for card in told.services] != [
        card.status_text for card in finnish.services
    ]


@pytest.mark.parametrize(
    ("code", "place"), [("fi", "Oulussa"), ("sv", "Uleåborg"), ("en", "Oulu"), ("ru", "Oulu")]
)
def test_a_place_is_inflected_in_finnish_and_named_in_others(answer, code, place):
    lead = answer(HELP, code).text.split("\n")[0]
    words = lead.replace("(", " ").replace(")", " ").replace(":", " ").split()
    assert place in words


@pytest.mark.parametrize("code", OTHERS)
def test_in_distress_one_learns_what_language_the_line_speaks(answer, code):
    told = answer(DANGER, code)
    language = Messages(code).say("language-in-source")
    assert told.outcome == "crisis"
    assert any(language in citation.quote for citation in told.citations)
    assert Messages(code).say("crisis-line-language", url="https://mieli.fi") in told.text


def test_in_finnish_the_crisis_line_needs_no_word_of_its_language(answer):
    assert "https://" not in answer(DANGER, DEFAULT).text
