from __future__ import annotations

import pytest

from assistant.finnish import open_analyser
from assistant.language import (
    as_listed,
    is_foreign,
    is_unknown,
    language_of,
    tells_language,
    with_lemmas,
)


@pytest.mark.parametrize(
    ("word", "foreign"), [("career", True), ("arbete", True), ("ohjausta", False)]
)
def test_english_and_swedish_words_are_foreign(word, foreign):
    assert is_foreign(word) is foreign


@pytest.fixture(scope="module")
def analyse():
    return open_analyser().tokens


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Who helps newcomers in Nivala?", "en"),
        ("tell me more", "en"),
        ("och i Nivala?", "sv"),
        ("Vem hjälper mig?", "sv"),
        ("Кто поможет?", "ru"),
        ("Хто допоможе її знайти?", "uk"),
        ("Villa Victor ещё работает?", "ru"),
        ("mikä on Работа", "fi"),
        ("haen developerin hommia startupista", "fi"),
        ("Nivala", "fi"),
        ("42", "fi"),
    ],
)
def test_the_language_of_a_message_is_told_by_its_words(analyse, text, code):
    assert language_of(analyse(text)) == code


def test_names_belong_to_no_language(analyse):
    tokens = analyse("price nivala")
    assert language_of(tokens, {tokens[1].start}) == "en"
    assert not tells_language(tokens[1:], {tokens[1].start})
    assert tells_language(tokens)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Waxaan raadinayaa macallin fiican", True),
        ("где найти работу", False),
        ("я шукаю роботу", False),
        ("我在找工作", True),
        ("mistä löydän kurssin", False),
        ("var hittar jag en kurs", False),
        ("SIMHE OSKE", False),
        ("", False),
    ],
)
def test_a_message_of_no_known_language_is_told(analyse, text, unknown):
    assert is_unknown(analyse(text)) is unknown


@pytest.mark.parametrize(
    ("word", "language", "lemmas"),
    [("работаю", "ru", ("работаю",)), ("работу", "ru", ("работу", "работа"))],
)
def test_a_slavic_verb_of_a_list_is_meant_in_its_own_form(analyse, word, language, lemmas):
    (token,) = with_lemmas(analyse(word), language)
    assert as_listed(token).lemmas == lemmas
