from __future__ import annotations

import pytest

from assistant.lexical import LexicalIndex
from assistant.overall import OverallIndex


@pytest.fixture(scope="module")
def index():
    passages = LexicalIndex.build(
        ["p1", "p2", "p3"], [["ohjaus", "kalajoki"], ["ohjaus", "oulu"], ["kieli", "oulu"]]
    )
    lines = LexicalIndex.build(
        ["a#0", "a#1", "b#0"], [["työ", "haku"], ["työ", "tuki"], ["kieli", "kurssi"]]
    )
    passage_of = {"p1": "a", "p2": "b", "p3": "c"}
    return OverallIndex([(passages, passage_of.__getitem__), (lines, lambda text: text[0])])


def test_words_that_stand_in_different_texts_of_a_record_count_together(index):
    found = index.rank([("kalajoki", 1.0), ("haku", 1.0)], 5)
    assert [record for record, _ in found] == ["a"]
    alone = dict(index.rank([("haku", 1.0)], 5))
    assert found[0][1] > alone["a"]


def test_a_word_counts_as_often_as_texts_hold_it(index):
    once, twice = dict(index.rank([("haku", 1.0)], 5)), dict(index.rank([("työ", 1.0)], 5))
    assert twice["a"] > once["a"]


def test_the_best_come_first_and_no_more_than_asked_for(index):
    found = index.rank([("oulu", 1.0), ("kieli", 1.0)], 5)
    assert found[0][0] == "c"
    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)
    assert index.rank([("oulu", 1.0), ("kieli", 1.0)], 1) == found[:1]


def test_a_word_that_nothing_holds_finds_nothing(index):
    assert index.rank([("xyzzy", 1.0)], 5) == []
    assert OverallIndex([]).rank([("työ", 1.0)], 5) == []
