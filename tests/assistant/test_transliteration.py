from __future__ import annotations

import pytest

from assistant.finnish import open_analyser
from assistant.transliteration import as_russian, cyrillic


@pytest.fixture(scope="module")
def analyse():
    return open_analyser().tokens


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("rabotu", "работу"),
        ("ishchu", "ищу"),
        ("yazyk", "язык"),
        ("nayti", "найти"),
        ("finskiy", "финский"),
        ("zhizn'", "жизнь"),
    ],
)
def test_a_word_is_written_in_its_own_letters(latin, russian):
    assert cyrillic(latin) == russian


def test_russian_in_latin_letters_is_read_as_russian_and_names_stay(analyse):
    text = "gde mozhno uchit yazyk v Kempele"
    names = {text.index("Kempele")}
    assert as_russian(text, analyse(text), lambda _: names) == "где можно учит язык в Kempele"


@pytest.mark.parametrize(
    "text",
    [
        "missä voin opiskella kieltä",
        "missa vois opiskella kielta oulus",
        "where can I study the language",
        "var kan jag studera språket",
        "Szukam pracy, kto mi pomoże",
        "SIMHE",
        "",
    ],
)
def test_other_languages_stay_as_they_are(analyse, text):
    assert as_russian(text, analyse(text), lambda _: frozenset()) is None
