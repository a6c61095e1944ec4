"""What's asked of something named that no text of it speaks of is said first."""

from __future__ import annotations

import pytest

from assistant.dialogue import Ask, Message, Outcome


@pytest.fixture
def ask(true_assistant):
    def ask_(question):
        return true_assistant.ask(Ask((Message("user", question),)))

    return ask_


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Onko Poijussa sauna?", "sauna"),
        ("Järjestääkö Poiju bussikyydin Sievistä Reisjärvelle?", "bussikyyti"),
        ("Myykö Villa Victor mattoja?", "matto"),
    ],
)
def test_a_thing_that_the_sources_dont_speak_of_is_said_before_what_they_tell(ask, question, thing):
    answer = ask(question)
    assert answer.outcome is Outcome.PARTIAL
    assert answer.text.startswith("Lähteeni eivät kerro tästä: ")
    assert thing in answer.text.split(".")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Mikä on Poiju?",
        "Voiko Villa Victorissa opiskella suomea?",
        "Auttaako Poiju maahanmuuttajia työelämään?",
        "Kerro Merke 2:sta",
        "Onko Lukiopirtti tänään käytössä?",
        "Saako Byströmin Ohjaamosta neuvoja ilman ajanvarausta?",
    ],
)
def test_what_the_sources_speak_of_isnt_said_to_be_unknown(ask, question):
    assert "eivät kerro tästä" not in ask(question).text
