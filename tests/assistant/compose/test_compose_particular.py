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


@pytest.mark.parametrize(
    "question",
    [
        "Kummassa on enemmän työttömiä, Nivalassa vai Haapajärvellä?",
        "Mikä on Oulaisten työttömyysaste?",
    ],
)
def test_figures_that_no_source_holds_are_said_to_be_missing(true_assistant, question):
    found = answer(true_assistant, question)
    assert found.outcome is Outcome.NOT_FOUND
    assert "lukuja tai vertailuja" in found.text


def test_what_comes_after_an_end_is_not_told_but_the_end_is(true_assistant):
    found = answer(true_assistant, "Milloin Duuniportin toinen vaihe alkaa?")
    assert found.outcome is Outcome.PARTIAL
    assert "31.5.2026" in found.text
    assert "miten toiminta jatkuu" in found.text


def test_a_next_date_is_not_the_running_time(true_assistant):
    found = answer(true_assistant, "Milloin Villa Victorissa alkaa seuraava suomen ryhmä?")
    assert found.outcome is Outcome.NOT_FOUND
    assert "seuraavaa alkamis- tai hakupäivää" in found.text


def test_of_two_questions_the_one_that_is_told_is_answered(true_assistant):
    found = answer(true_assistant, "Milloin Motio loppui ja onko sille tulossa jatkoa?")
    assert found.outcome is Outcome.PARTIAL
    assert "31.12.2025" in found.text
    assert "miten toiminta jatkuu" in found.text


def test_where_something_does_not_work_is_said_to_be_untold_beside_where_it_does(true_assistant):
    found = answer(true_assistant, "Missä kunnissa Rekryopo ei ole mukana?")
    assert found.outcome is Outcome.PARTIAL
    assert found.text.startswith("Lähteet eivät kerro, missä tämä ei toimi")
    assert "Kalajo" in found.text


def test_why_something_does_not_go_on_is_not_where_it_does_not_work(true_assistant):
    found = answer(true_assistant, "Mistä syystä Rekryopo ei jatku kunnassa?")
    assert "missä tämä ei toimi" not in found.text


def test_whether_there_is_more_of_something_needs_no_figure(true_assistant):
    found = answer(true_assistant, "Onko ohjauksen väelle annettu enemmän varoja ja tekijöitä?")
    assert "tällaisia lukuja" not in found.text
