from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.finnish import open_analyser
from assistant.phrases import LONGEST, Found, Phrases, longest

analyser = open_analyser()


def phrases(**values):
    made = Phrases(analyser.tokens)
    for value, phrase in values.items():
        made.add(phrase.replace("_", " "), value)
    return made


def find(made, question):
    return [(f.value, f.first, f.last) for f in made.find(analyser.tokens(question))]


@pytest.mark.parametrize(
    "question", ["yrityksen perustaminen", "Yritysten perustamisesta", "YRITYKSEN PERUSTAMISEEN"]
)
def test_a_phrase_is_found_in_any_form_of_its_words(question):
    assert find(phrases(a="yrityksen perustaminen"), question) == [("a", 0, 2)]


def test_a_conjunction_parts_the_words_of_a_phrase():
    assert find(phrases(a="oppia työssä"), "oppia ja työssä käydä") == []
    assert find(phrases(a="oppia työssä"), "oppia siellä työssä") == [("a", 0, 3)]


def test_a_phrase_isnt_found_when_a_word_stands_between():
    assert find(phrases(a="yrityksen perustaminen"), "yrityksen nopea perustaminen") == []


def test_a_phrase_isnt_found_when_the_question_ends_before_it():
    assert find(phrases(a="yrityksen perustaminen"), "perustan yrityksen") == []


def test_every_phrase_is_found_even_inside_another():
    made = phrases(a="opinto", b="opinto tuki", c="tuki")
    assert sorted(find(made, "opinto tuki")) == [("a", 0, 1), ("b", 0, 2), ("c", 1, 2)]


def test_a_phrase_said_twice_is_found_twice():
    assert find(phrases(a="kurssi"), "kurssi tai kurssit") == [("a", 0, 1), ("a", 2, 3)]


def test_the_first_part_of_a_hyphened_word_is_found():
    assert find(phrases(a="Duuniportti"), "kerro Duuniportti-hankkeesta") == [("a", 1, 2)]


@pytest.mark.parametrize("phrase", ["", "?!", " ".join(["sana"] * (LONGEST + 1))])
def test_a_phrase_without_words_or_too_long_isnt_taken(phrase):
    assert not Phrases(analyser.tokens).add(phrase, "a")


def test_a_little_word_of_a_phrase_is_compared_as_it_is_written():
    made = phrases(where="missä on")
    assert find(made, "mikä on kirjasto") == []
    assert find(made, "missä on kirjasto") == [("where", 0, 2)]


def test_only_the_longest_of_overlapping_phrases_is_kept():
    short, wide = Found("a", "a", 1, 2), Found("b", "b", 0, 2)
    assert longest([short, wide]) == [wide]


def test_phrases_of_the_same_length_in_the_same_place_are_both_kept():
    one, other = Found("a", "a", 0, 2), Found("b", "b", 0, 2)
    assert longest([one, other]) == [one, other]


SPANS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 4)).map(
        lambda span: Found("v", "p", span[0], span[0] + span[1])
    ),
    max_size=12,
)


@given(SPANS)
def test_whatever_is_left_out_stands_inside_something_that_is_kept(found):
    kept = longest(found)
    assert [one for one in found if one in kept] == kept
    for one in found:
        assert any(other.first <= one.first and one.last <= other.last for other in kept)


@given(st.text(max_size=60))
def test_found_phrases_stand_inside_any_question(question):
    tokens = analyser.tokens(question)
    made = phrases(a="apu", b="mitä", c="1")
    for one in made.find(tokens):
        assert 0 <= one.first < one.last <= len(tokens)
