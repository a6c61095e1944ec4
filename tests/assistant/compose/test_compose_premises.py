"""What a question takes for granted and a description contradicts is told before all else."""

from __future__ import annotations

import pytest
from compose_examples import context, with_service
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose.draft import Draft
from assistant.compose.premises import OLDEST, ages_in, correct_premises
from assistant.dialogue import Outcome, QuestionKind
from assistant.domain import Statement

YOUNG = "Paja auttaa alle 30-vuotiaita nuoria."
FREE = "Opetus on maksutonta."
MEETINGS = "Saat enintään 20 tapaamista."


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def corrected(corpus, question, *sentences, kind=QuestionKind.FACT, told=(), **said):
    """The lines of an answer once the premises of its question are looked at."""
    statements, start = [], 0
    for sentence in sentences:
        statements.append(Statement(sentence, start, start + len(sentence)))
        start += len(sentence) + 1
    corpus = with_service(corpus, "kirppu", statements=tuple(statements))
    made = context(corpus, **({"named": ("kirppu",)} | said), text=question)
    draft = Draft(kind, said.pop("outcome", Outcome.ANSWERED))
    draft.frame("Nämä auttavat:")
    for line in told:
        draft.tell(line, *_places(made, line))
    correct_premises(made, draft)
    return [line.text for line in draft.lines]


def _places(made, sentence):
    from assistant.compose.draft import places_of_statement

    service = made.corpus.service_by_id["kirppu"]
    found = next(one for one in service.statements if one.text == sentence)
    return places_of_statement(made.corpus, service, found)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Koska Kirppu on yli 40-vuotiaille, minne nuori menee?", YOUNG),
        ("Since Kirppu is for people over 50 years old, where do the young go?", YOUNG),
        ("Eikö Kirppu ole vain alle 20-vuotiaille?", YOUNG),
        ("Är Kirppu bara för 40-60-åringar?", YOUNG),
        ("Kirppu maksaa 80 euroa kerralta, mistä rahat?", FREE),
        ("Kirppu charges 200 euros, right?", FREE),
        ("Kirpun 60 tapaamista, miten ne sovitaan?", MEETINGS),
    ],
)
def test_what_the_source_has_instead_comes_first(corpus, question, sentence):
    others = ("Se on talossa.",)
    assert corrected(corpus, question, *others, sentence) == [sentence, "Nämä auttavat:"]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Onko Kirppu alle 30-vuotiaille?", YOUNG),
        ("Sopiiko Kirppu alle 20-vuotiaalle?", YOUNG),
        ("Sopiiko Kirppu 25-28-vuotiaalle?", YOUNG),
        ("Minulla on 300 euroa, mitä Kirpussa tehdään?", FREE),
        ("Kirppu maksaa 80 euroa, eikö niin?", "Kurssi maksaa 90 euroa."),
        ("Kirpun 20 tapaamista, miten ne sovitaan?", MEETINGS),
        ("Olen ollut 6 kuukautta työtön, auttaako Kirppu?", "Se kestää 10 kuukautta."),
        ("Mikä Kirppu on?", YOUNG),
    ],
)
def test_nothing_is_corrected_that_may_be_true(corpus, question, sentence):
    assert corrected(corpus, question, sentence) == ["Nämä auttavat:"]


def test_what_is_told_already_moves_to_the_front(corpus):
    question = "Kirppu maksaa 80 euroa, mistä rahat?"
    lines = corrected(corpus, question, YOUNG, FREE, told=(YOUNG, FREE))
    assert lines == [FREE, "Nämä auttavat:", YOUNG]


def test_nothing_is_corrected_of_two_services_or_beside_crisis_help(corpus):
    question = "Kirppu maksaa 80 euroa, mistä rahat?"
    assert corrected(corpus, question, FREE, named=()) == ["Nämä auttavat:"]
    assert corrected(corpus, question, FREE, kind=QuestionKind.CRISIS) == ["Nämä auttavat:"]


def test_two_age_limits_of_a_source_correct_nobody(corpus):
    question = "Koska Kirppu on vain yli 40-vuotiaille, minne nuori menee?"
    lines = corrected(corpus, question, YOUNG, "Ryhmä on yli 18-vuotiaille.")
    assert lines == ["Nämä auttavat:"]


@given(st.integers(10, 99), st.integers(10, 99))
def test_bounds_of_age_are_read_as_they_are_written(first, last):
    assert ages_in(f"Se on {first}-{last}-vuotiaille.") == (first, last)
    assert ages_in(f"Se on alle {first}-vuotiaille.") == (0, first - 1)
    assert ages_in(f"for people over {last} years") == (last + 1, OLDEST)
    assert ages_in(f"Olen {first}-vuotias.") is None
