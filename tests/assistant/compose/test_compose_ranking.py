from __future__ import annotations

import pytest
from compose_examples import context, hit, lone

from assistant.compose.ranking import listed_first
from assistant.compose.sections import points_of
from assistant.domain import PassageKind

PROJECTS = {"sections": (PassageKind.PROJECT,), "lists": True}


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def names(hits):
    return [one.service_id or one.passages[0].id for one in hits]


def test_what_stands_on_a_list_goes_before_what_is_only_like_it(corpus):
    hits = (hit(corpus, "kirppu", 2.0), hit(corpus, "silta", 1.0))
    found = listed_first(context(corpus, *hits, **PROJECTS, municipalities=("Oulu",)))
    assert names(found) == ["silta", "kirppu"]
    assert found[0].score == 2.0


def test_what_stands_on_a_list_is_there_though_it_was_not_found(corpus):
    found = listed_first(context(corpus, **PROJECTS, municipalities=("Oulu",)))
    assert names(found) == ["silta"]
    entry = corpus.service_by_id["silta"].entries[0]
    assert found[0].passages[0].id == entry.passage_id


def test_the_points_of_a_section_go_first_in_the_order_of_the_source(corpus):
    asked = {"sections": (PassageKind.PHENOMENON,), "lists": True, "help": 0.25}
    points = points_of(context(corpus, **asked))
    last = lone(points[-1])
    found = listed_first(context(corpus, hit(corpus, "silta"), last, **asked))
    assert names(found) == [*(one.id for one in points), "silta"]


def test_points_that_hold_the_word_asked_for_go_before_the_others(corpus):
    asked = {"sections": (PassageKind.PHENOMENON,), "lists": True, "help": 0.25}
    points = points_of(context(corpus, **asked))
    word = points[-1].text.split()[0].strip(".,")
    found = listed_first(context(corpus, text=f"Mitkä {word}", **asked))
    assert found[0].passages[0].id == points[-1].id


@pytest.mark.parametrize(
    "said", [{"lists": False}, {"distress": "self_harm"}, {"misuse": "injection"}]
)
def test_other_questions_keep_the_order_in_which_their_hits_were_found(corpus, said):
    hits = (hit(corpus, "kirppu", 2.0), hit(corpus, "silta", 1.0))
    asked = context(corpus, *hits, **{**PROJECTS, "municipalities": ("Oulu",), **said})
    assert listed_first(asked) == hits
