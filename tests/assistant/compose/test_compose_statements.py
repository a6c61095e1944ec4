from __future__ import annotations

from dataclasses import replace

import pytest
from compose_examples import context, with_service
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose.statements import ages_in, best_statements


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def telling(corpus, *texts):
    """The area's description with these sentences."""
    statement = corpus.service_by_id["alue"].statements[0]
    told = tuple(replace(statement, text=text) for text in texts)
    return with_service(corpus, "alue", statements=told)


def second(corpus, groups_in=lambda _: frozenset(), **said):
    asked = replace(context(corpus, **said), groups_in=groups_in)
    told = best_statements(asked, corpus.service_by_id["alue"], 2)
    return told[1].text if len(told) > 1 else None


FIRST, HISTORY, TO_DO = "Alue auttaa.", "Alue perustettiin pian.", "Ilmoittaudu työnhakijaksi."
FOR_NEWCOMERS = "Jos olet muuttanut Suomeen, saat apua kotoutumiseen."
BY_AGE = "Palvelut ovat erikseen alle 30-vuotiaille ja yli 55-vuotiaille."


def newcomers(text):
    return frozenset({"maahanmuuttajat"} if text == FOR_NEWCOMERS else ())


def test_what_to_do_is_told_before_how_things_are(corpus):
    corpus = telling(corpus, FIRST, HISTORY, TO_DO)
    assert second(corpus) == TO_DO


@pytest.mark.parametrize(
    "said",
    [
        {"help": 0.5},
        {"named": ("alue",)},
        {"municipalities": ("Kalajoki", "Ylivieska", "Oulu")},
    ],
)
def test_who_asks_how_things_are_is_told_that(corpus, said):
    assert second(telling(corpus, FIRST, HISTORY, TO_DO), **said) == HISTORY


def test_a_sentence_for_newcomers_is_told_to_newcomers_alone(corpus):
    corpus = telling(corpus, FIRST, FOR_NEWCOMERS)
    terms = (("kotoutua", 1.0),)
    assert second(corpus, newcomers, terms=terms) is None
    told = {"target_groups": ("maahanmuuttajat",), "terms": terms}
    assert second(corpus, newcomers, **told) == FOR_NEWCOMERS


@pytest.mark.parametrize(("age", "told"), [(22, BY_AGE), (58, BY_AGE), (40, TO_DO), (None, TO_DO)])
def test_a_sentence_for_certain_ages_is_told_to_them_first_and_to_no_others(corpus, age, told):
    assert second(telling(corpus, FIRST, TO_DO, BY_AGE), age=age) == told


@given(st.integers(10, 60), st.integers(0, 30))
def test_spans_of_ages_are_read_as_they_are_written(low, width):
    high = low + width
    assert ages_in(f"Palvelu on {low}-{high}-vuotiaille.") == [(low, high)]
    assert ages_in(f"Auttaa alle {low}-vuotiaita.") == [(0, low - 1)]


@given(st.text())
def test_any_text_has_spans_or_none(text):
    assert all(low <= high or high >= -1 for low, high in ages_in(text))


def test_what_leans_on_a_sentence_that_isnt_told_isnt_told(corpus):
    leaning = "Sieltä löydät yhteystiedot."
    corpus = telling(corpus, FIRST, "Hae palvelussa.", leaning)
    assert second(corpus, terms=(("yhteystieto", 9.0),)) == "Hae palvelussa."
    corpus = telling(corpus, FIRST, leaning, "Se on talo.")
    assert second(corpus, terms=(("yhteystieto", 9.0),)) == leaning


def test_how_things_were_helps_nobody(corpus):
    was, cost = "Palvelut siirtyivät alueelle.", "Apu on maksuton."
    corpus = telling(corpus, FIRST, was, cost)
    assert second(corpus, terms=(("palvelu", 1.0),)) == cost
