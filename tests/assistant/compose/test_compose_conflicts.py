from __future__ import annotations

import pytest
from compose_examples import TODAY

from assistant.dialogue import Ask, Message


def asked(assistant, question):
    return assistant.ask(Ask((Message("user", question),), as_of=TODAY))


def test_the_errors_of_the_sources_are_listed_as_they_are_printed(true_assistant):
    answer = asked(true_assistant, "Mitä virheitä suunnitelman päivämäärissä on?")
    assert "1.10.2303" in answer.text
    assert "31.12.2025" in answer.text
    assert "Lukiopiritti" in answer.text
    assert {card.id for card in answer.services} >= {"toimi", "uula", "digipajalta-tyoelamaan"}


def test_a_year_that_cant_be_names_the_project_that_prints_it(true_assistant):
    answer = asked(true_assistant, "Mikä on se hanke, jonka pitäisi alkaa vuonna 2303?")
    assert answer.services[0].id == "toimi"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("fTwist on listalla kahteen kertaan, miksi?", "aikaa ei ole painettu"),
        ("Uulasta on kaksi eri tietoa, mitkä?", "1.3.2024-31.12.2025"),
        ("Onko nimi Digipajalta vai Digipaljalta?", "kirjoitettu eri tavoin"),
    ],
)
def test_entries_that_differ_are_told_side_by_side(true_assistant, question, told):
    answer = asked(true_assistant, question)
    assert told in answer.text
    quotes = {citation.quote for citation in answer.citations}
    assert len(quotes) > 1


def test_who_sees_no_conflict_is_told_of_none(true_assistant):
    answer = asked(true_assistant, "Kuka järjestää fTwistiä?")
    assert "aikaa ei ole painettu" not in answer.text


def test_the_error_of_one_project_is_told_when_it_is_named(true_assistant):
    answer = asked(true_assistant, "Onko TOIMI-hankkeen päivissä virhe?")
    assert "2303" in answer.text
    assert [card.id for card in answer.services] == ["toimi"]
