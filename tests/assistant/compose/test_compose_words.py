"""What a word means, the plan's own title page, and benefits that others pay."""

from __future__ import annotations

import pytest

from assistant.dialogue import Ask, Message, Outcome


@pytest.fixture
def ask(true_assistant):
    def ask_(question):
        return true_assistant.ask(Ask((Message("user", question),)))

    return ask_


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Mitä se opinnollistaminen on suomeksi?", "Opinnollistaminen tunnistaa osaamisen"),
        ("Mitä segregaatio tarkoittaa?", "Segregaatio tarkoittaa eriytymistä"),
        ("mikä on oppisopimus", "jossa oppii ammattia työssä"),
    ],
)
def test_a_word_is_told_by_the_sentence_that_says_what_it_is(ask, question, told):
    answer = ask(question)
    assert told in answer.text
    assert "tästä sanasta" in answer.text
    assert answer.citations


def test_a_sentence_that_only_holds_the_word_isnt_told_as_its_meaning(ask):
    assert "tästä sanasta" not in ask("Mitä tarkoittaa nivelvaihe?").text


@pytest.mark.parametrize(
    "question",
    ["Milloin suunnitelmasta tehtiin ensimmäinen versio?", "Kuka on laatinut suunnitelman?"],
)
def test_when_and_by_whom_the_plan_was_made_is_quoted_from_its_title_page(ask, question):
    answer = ask(question)
    assert "Versio 1 (06 2024)" in answer.text
    assert "ympäristökeskus" in answer.text
    assert answer.outcome is Outcome.ANSWERED


def test_what_stands_in_the_plan_isnt_answered_by_its_title_page(ask):
    assert "Versio 1" not in ask("Mitä suunnitelma sanoo tekoälystä?").text


@pytest.mark.parametrize(
    "question",
    ["Paljonko työmarkkinatuki on kuussa?", "montako euroa opintoraha on lukiolaiselle"],
)
def test_how_much_a_benefit_pays_is_asked_of_who_pays_it(ask, question):
    answer = ask(question)
    assert answer.outcome is Outcome.OUT_OF_SCOPE
    assert [one.id for one in answer.services] == ["kela"]
    assert answer.citations


def test_an_employment_area_across_a_border_isnt_told_to_be_outside(ask):
    answer = ask("Mikä kunta on Kainuu-Koillismaan työllisyysalueen vastuukunta?")
    assert "Pohjois-Pohjanmaahan" not in answer.text
    assert "Pohjois-Pohjanmaahan" in ask("Mistä saa apua työnhakuun Kajaanissa?").text


def test_a_question_in_ukrainian_is_answered_in_ukrainian_with_a_word_on_the_quotes(ask):
    answer = ask("Я живу в Оулу і шукаю роботу. Хто допоможе?")
    assert answer.language == "uk"
    assert "Цитати й описи наведено фінською мовою" in answer.text


def test_an_adverb_is_no_word_whose_meaning_is_asked(ask):
    assert "tästä sanasta" not in ask("Mitä on tarjolla?").text
