"""What is asked of a service that records don't keep: told where a sentence does, else said."""

from __future__ import annotations

import pytest

from assistant.dialogue import Ask, Message, Outcome


def answer(assistant, question):
    return assistant.ask(Ask((Message("user", question),)))


@pytest.mark.parametrize(
    ("question", "words", "service"),
    [
        ("Onko Villa Victorissa hissiä?", "esteettömyydestä", "villa-victor"),
        ("Kuinka pitkä jono Merkeen on?", "jonottaa", "merke-2"),
        ("Montako työntekijää Byströmin Ohjaamossa on?", "työntekijää", "bystromin-ohjaamo"),
        ("Montako osallistujaa Duuniportissa oli?", "tuloksia", "duuniportti"),
        ("Mikä parkkipaikka on Villa Victorin lähellä?", "auton", "villa-victor"),
        (
            "Kuka valittiin Pohjois-Suomen elinvoimakeskuksen johtajaksi?",
            "henkilöiden nimiä",
            "pohjois-suomen-elinvoimakeskus",
        ),
        ("How long is the queue at Villa Victor?", "queue", "villa-victor"),
    ],
)
def test_what_the_sources_do_not_tell_is_said_and_where_to_ask(
    true_assistant, question, words, service
):
    found = answer(true_assistant, question)
    assert found.outcome is Outcome.NOT_FOUND
    assert words in found.text
    assert [card.id for card in found.services] == [service]
    assert found.citations


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Joutuuko Sekasin-chatissa jonottamaan?", "Ruuhkan takia"),
        ("Tarvitaanko NUOTTI-valmennukseen lähete?", "lääkärinlausuntoa"),
    ],
)
def test_what_a_sentence_tells_is_told(true_assistant, question, told):
    found = answer(true_assistant, question)
    assert found.outcome is Outcome.ANSWERED
    assert told in found.text


def test_what_ended_is_said_to_have_ended_first(true_assistant):
    found = answer(true_assistant, "Kuinka iso Rekryopon budjetti oli?")
    assert found.outcome is Outcome.NOT_FOUND
    assert found.text.index("päättynyt") < found.text.index("rahasummaa")


@pytest.mark.parametrize(
    "question", ["Kuka järjestää Poijun?", "Mikä Villa Victor on?", "Milloin Merke 2 päättyy?"]
)
def test_what_records_keep_is_told_as_before(true_assistant, question):
    assert answer(true_assistant, question).outcome is Outcome.ANSWERED
