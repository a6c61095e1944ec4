from __future__ import annotations

import pytest

from assistant.finnish import open_analyser
from assistant.persons import (
    is_of_others,
    roles_of_others,
    speaks_of_self,
    speaks_to_reader,
    tells_of_past,
)


@pytest.fixture(scope="module")
def analyser():
    return open_analyser()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Jäin työttömäksi eilen", True),
        ("muutin tänne kesällä", True),
        ("Työpaikkani lakkautettiin", True),
        ("hakisin johonkin kouluun", True),
        ("Mistä löydän hankkeen tiedot?", False),
        ("Kuka rahoittaa hanketta?", False),
        ("Milloin lain muutos tulee voimaan?", False),
        ("", False),
    ],
)
def test_the_form_of_a_word_tells_that_somebody_speaks_of_themselves(analyser, text, own):
    assert speaks_of_self(analyser.tokens(text)) is own


@pytest.mark.parametrize(
    ("text", "to_reader"),
    [
        ("Ilmoittaudu työnhakijaksi Työmarkkinatorissa.", True),
        ("Saat myös neuvontaa monella kielellä.", True),
        ("Voit hakea myös, jos opintosi uhkaavat keskeytyä.", True),
        ("Vastuukunta on Raahe.", False),
        ("Kunnat halusivat pitää palvelut lähellä asukkaita.", False),
        ("", False),
    ],
)
def test_the_form_of_a_verb_tells_that_a_sentence_speaks_to_its_reader(analyser, text, to_reader):
    assert speaks_to_reader(analyser.tokens(text)) is to_reader


def others(analyser, text):
    tokens = analyser.tokens(text)
    return {tokens[number].text for number in roles_of_others(text, tokens)}


STORY = "Asun Iissä. Puoliso on opettaja ja olen kokki. Opo vaihtui jouluna. Mistä löydän töitä?"


def test_in_a_story_others_trades_are_told_apart_from_the_askers(analyser):
    assert {"opettaja", "Opo"} <= others(analyser, STORY)
    assert not {"kokki", "töitä", "Asun"} & others(analyser, STORY)


def test_a_short_message_tells_of_the_asker_alone(analyser):
    assert others(analyser, "Puoliso on opettaja. Mistä löydän töitä?") == set()


@pytest.mark.parametrize(
    ("text", "word", "others"),
    [
        ("opo ei ehdi", "opo", True),
        ("pomot katsovat vain nimeä", "pomot", True),
        ("haluaa opettajaksi täällä", "opettajaksi", True),
        ("asiakkaallani on lukivaikeus", "asiakkaallani", True),
        ("olen opettaja", "opettaja", False),
        ("opettaja", "opettaja", False),
        ("opettajana mietin oppilaani tilannetta", "opettajana", False),
    ],
)
def test_a_word_for_a_trade_may_be_of_somebody_else(analyser, text, word, others):
    tokens = analyser.tokens(text)
    number = next(n for n, token in enumerate(tokens) if token.text == word)
    assert is_of_others(tokens, number, number + 1) is others


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Palvelut siirtyivät tänne 1.1.2025.", True),
        ("Palveluihin on ollut vaikea päästä.", True),
        ("Voit hakea myös kesällä.", False),
        ("Palvelu on maksuton.", False),
        ("", False),
    ],
)
def test_a_sentence_tells_of_the_past_when_its_verb_can_be_nothing_else(analyser, text, past):
    assert tells_of_past(analyser.tokens(text)) is past
