from __future__ import annotations

import pytest

from assistant.cue_tables import cue_tables
from assistant.dialogue import Aspect
from assistant.finnish import open_analyser
from assistant.language import with_lemmas


@pytest.fixture(scope="module")
def aspects():
    analyse = open_analyser().tokens
    tables = {abroad: cue_tables(analyse, abroad=abroad).aspects for abroad in (False, True)}

    def aspects_(text, language):
        found = tables[language != "fi"].find(with_lemmas(analyse(text), language))
        return {one.value for one in found}

    return aspects_


@pytest.mark.parametrize(
    ("text", "language", "aspect"),
    [
        ("How much are the fees?", "en", Aspect.COST),
        ("Vem ledde det?", "sv", Aspect.WHO),
        ("Сколько это стоит?", "ru", Aspect.COST),
        ("Якими мовами там говорять?", "uk", Aspect.LANGUAGE),
        ("Чи є обмеження за віком, скільки років?", "uk", Aspect.AGE),
        ("mitä se maksaa", "fi", Aspect.COST),
    ],
)
def test_what_is_asked_is_told_in_every_language(aspects, text, language, aspect):
    assert aspect in aspects(text, language)


def test_words_of_other_languages_ask_nothing_in_finnish(aspects):
    assert aspects("olin silloin passar", "fi") == set()
    assert aspects("det passar", "sv") == {Aspect.FOR_WHOM}
