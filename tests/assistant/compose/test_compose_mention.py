"""Whether the plan speaks of something: yes with its words, or that it has no such word."""

from __future__ import annotations

import pytest

from assistant.dialogue import Ask, Message, Outcome


@pytest.fixture
def ask(true_assistant):
    def ask_(*texts):
        roles = ("user", "assistant")
        messages = tuple(Message(roles[n % 2], text) for n, text in enumerate(texts))
        return true_assistant.ask(Ask(messages))

    return ask_


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Mainitaanko suunnitelmassa pendelöinti?", "pendelöinti"),
        ("Onko suunnitelmassa mitään osaamismerkeistä?", "osaamismerk"),
        ("Puhuuko suunnitelma eläkeiästä?", "eläkeiän"),
        ("Mainitaanko suunnitelmassa haasteena koulupudokkaat?", "koulupudok"),
        ("Otetaanko suunnitelmassa kantaa elinkustannusten nousemiseen?", "elinkustannus"),
    ],
)
def test_a_word_of_the_plan_is_affirmed_with_the_words_around_it(ask, question, word):
    answer = ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith("Kyllä. Suunnitelmassa sanotaan näin:")
    assert all(word in one.quote.casefold() for one in answer.citations[:1])


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Mainitaanko suunnitelmassa museot?", "museo"),
        ("Käsitelläänkö suunnitelmassa lentoliikennettä?", "lentoliikenne"),
        ("Onko suunnitelmassa tavoitetta hevostaloudelle?", "hevostalous"),
    ],
)
def test_a_word_that_is_not_in_the_plan_is_told_to_be_missing(ask, question, word):
    answer = ask(question)
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.text.startswith(f"Suunnitelmassa ei ole tätä sanaa: {word}.")


def test_a_follow_up_that_points_at_the_plan_asks_of_it(ask):
    answer = ask(
        "Mikä on tämä toimenpidesuunnitelma?", "Se on suunnitelma.", "Mainitaanko siinä museot?"
    )
    assert answer.text.startswith("Suunnitelmassa ei ole tätä sanaa: museo.")


def test_the_same_persons_in_other_words_are_quoted(ask):
    answer = ask("Onko suunnitelmassa tavoitetta yli viisikymppisten työllisyydelle?")
    assert answer.outcome is Outcome.PARTIAL
    assert any("+50" in one.quote for one in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Voiko suunnitelmaa muuttaa?",
        "Onko suunnitelma voimassa?",
        "Mitä suunnitelma sanoo museoista?",
    ],
)
def test_other_questions_about_the_plan_are_left_alone(ask, question):
    assert not ask(question).text.startswith(("Kyllä. Suunnitelmassa", "Suunnitelmassa ei ole"))
