from __future__ import annotations

import pytest
from evaluation_examples import case

from assistant.dialogue import Message
from assistant.places import Places
from evals.variants import KINDS, WRONG_PAGE, Varier

QUESTION = "Mistä Kalajoella asuva työtön saa työllisyyspalveluita ja mielellään neuvontaa?"


@pytest.fixture(scope="module")
def varier(true_places, true_analyser):
    return Varier(true_places, true_analyser)


def asked(varier, kind, text=QUESTION, **fields):
    variant = varier.vary(case(messages=(Message("user", text),), **fields), kind)
    return variant and variant.case.messages[-1].content


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_changes_a_question_and_the_same_seed_gives_the_same(
    kind, varier, true_analyser
):
    given = case(messages=(Message("user", QUESTION),))
    variant = varier.vary(given, kind)
    assert variant is not None
    assert variant.case != given
    assert variant.case.gold_quotes == given.gold_quotes
    again = Varier(varier._places, true_analyser).vary(given, kind)
    assert again == variant


def test_another_seed_gives_others(true_places, true_analyser):
    texts = {asked(Varier(true_places, true_analyser, seed), "typing_errors") for seed in range(5)}
    assert len(texts) > 1


@pytest.mark.parametrize("kind", ["place_case", "place_spoken", WRONG_PAGE, "relative_elsewhere"])
def test_kinds_of_places_leave_a_question_without_one(kind, varier):
    assert asked(varier, kind, "Mistä työtön saa neuvontaa?") is None


def test_a_place_is_changed_to_a_form_that_is_still_that_place(varier, true_places):
    for kind in ("place_case", "place_spoken"):
        found = true_places.find(asked(varier, kind))
        assert [one.name for one in found] == ["Kalajoki"]


def test_a_place_in_small_letters_stays_so(varier):
    assert "K" not in asked(varier, "place_case", "asun kalajoella")


def test_the_wrong_page_names_another_municipality_and_leaves_the_words(varier):
    variant = varier.vary(case(messages=(Message("user", QUESTION),)), WRONG_PAGE)
    assert variant.case.messages[-1].content == QUESTION
    assert variant.case.municipality not in {None, "Kalajoki"}


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("no_diacritics", "Missä äiti ja Åke?", "Missa aiti ja Ake?"),
        ("bare", "Hei, mistä apua? Kiitos!", "hei mistä apua kiitos"),
        ("split_compounds", "Haen työllisyyspalveluita.", "Haen työllisyys palveluita."),
        ("dialect", "Olen koulussa", "Oo"),
    ],
)
def test_what_kinds_do(kind, text, expected, varier):
    assert asked(varier, kind, text).startswith(expected)


def test_shuffling_keeps_every_word(varier):
    mixed = asked(varier, "shuffled", "Yksi kaksi kolme neljä viisi kuusi.")
    assert sorted(mixed.rstrip(".").split()) == sorted(
        ["Yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi"]
    )


def test_only_finnish_questions_are_varied(varier):
    assert asked(varier, "polite", "Where can I get help?", lang="en") is None


def test_a_question_without_words_to_misspell_is_left(varier):
    assert asked(varier, "typing_errors", "Mä?") is None
    assert asked(varier, "joined_words", "Mä ja sä?") is None


def test_places_of_a_tiny_corpus_do_too(tiny_assistant, true_analyser):
    places = Places.from_data(dict(tiny_assistant.corpus.places))
    assert asked(Varier(places, true_analyser), "place_case", "Asun Oulussa.") != "Asun Oulussa."
