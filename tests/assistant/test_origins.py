from __future__ import annotations

import pytest

from assistant.finnish import open_analyser
from assistant.language import language_of, with_lemmas
from assistant.origins import comes_from_abroad


@pytest.fixture(scope="module")
def analyser():
    return open_analyser()


@pytest.mark.parametrize(
    "text",
    [
        "Olen kotoisin Syyriasta",
        "tulin Venäjältä kolme vuotta sitten",
        "vaimoni on thaimaalainen",
        "venäläinen naapuri hakee töitä",
        "Puhun vain vähän suomea",
        "mieheni puhuu persiaa",
        "Venäjänkielinen kotiäiti Oulaisissa",
        "Mieheni on Filippiineiltä",
        "filippiiniläinen vävy hakee töitä",
        "Asiakkaana perhe Syyriasta, muutto Merijärvelle",
        "Eritreasta, Oulussa, vailla hommia",
        "minulla insinöörin tutkinto Iranista",
        "vaimoni suomi on vielä heikkoa",
        "Haluan työ. Suomi ei hyvä.",
        "I moved here from Nigeria",
        "I am Ukrainian",
        "Jag kommer från Irak",
        "Я из Сирии, ищу работу",
        "Я приїхала з України",
    ],
)
def test_a_country_or_a_language_tells_that_somebody_comes_from_abroad(analyser, text):
    tokens = analyser.tokens(text)
    language = language_of(tokens)
    assert comes_from_abroad(with_lemmas(tokens, language), language)


@pytest.mark.parametrize(
    "text",
    [
        "Onko Norjasta töitä?",
        "Muutin Ruotsista takaisin Raaheen",
        "Asun Suomessa ja haen töitä Oulusta",
        "suomalainen nuori Oulussa",
        "tilasin koneen Saksasta",
        "Suomi on hyvä maa",
        "Puhun suomea ja ruotsia",
        "ruotsinkielinen opo",
        "haluan puhua jonkun kanssa",
        "Muutin Raahesta Ouluun",
        "I moved here from Helsinki",
        "",
    ],
)
def test_other_places_and_languages_tell_nothing_of_it(analyser, text):
    tokens = analyser.tokens(text)
    language = language_of(tokens)
    assert not comes_from_abroad(with_lemmas(tokens, language), language)
