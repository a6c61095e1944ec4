from __future__ import annotations

from datetime import date

import pytest

from assistant.dialogue import Ask, Message
from assistant.messages import Messages

NOTE = Messages("fi").say("language-unknown")


@pytest.fixture
def answer(true_assistant):
    def ask(text):
        return true_assistant.ask(Ask((Message("user", text),), as_of=date(2026, 11, 24)))

    return ask


@pytest.mark.parametrize(
    "text",
    [
        "Waxaan rabaa inaan wax barto, waxaan deganahay Kalajoki",
        "أبحث عن عمل في كالايوكي",
        "Chcę się uczyć i szukam pracy",
    ],
)
def test_a_question_in_another_language_is_told_which_are_known_and_who_helps_in_more(answer, text):
    told = answer(text)
    assert told.language == "fi"
    assert told.text.startswith(NOTE)
    assert "InfoFinland" in told.text
    assert Messages("en").say("offer-112", phone="112") in told.text
    assert any("monella kielellä" in citation.quote for citation in told.citations)


@pytest.mark.parametrize(
    "text", ["Haen töitä Kalajoelta", "I need a job in Kalajoki", "Я ищу работу в Калайоки"]
)
def test_who_is_understood_is_told_nothing_of_languages(answer, text):
    told = answer(text)
    assert Messages(told.language).say("language-unknown") not in told.text


def test_russian_in_latin_letters_is_answered_in_russian(answer):
    told = answer("ishchu rabotu v Kalajoki")
    assert told.language == "ru"
    assert "Ylivieska-Kalajoki-Nivala" in told.text


def test_who_is_in_need_in_an_unknown_language_is_told_of_help_in_english_too(answer):
    told = answer("Ich will nicht mehr leben und weiß nicht weiter")
    say = Messages("en").say
    assert say("crisis-112", phone="112") in told.text
    assert "09 2525 0111" in told.text
