"""Search as it's typed: with hand-made hits over the shipped corpus, and with the true model."""

from __future__ import annotations

from datetime import date

import pytest
from desk_assistant import DeskAssistant

from api.desk_search import SHARE, search

DAY = date(2026, 11, 24)


@pytest.fixture
def desk_assistant(true_corpus, true_places) -> DeskAssistant:
    return DeskAssistant(true_corpus, true_places)


class TestSearch:
    def test_the_beginning_of_a_name_is_enough_where_no_word_is_known(self, desk_assistant):
        desk_assistant.known = 0.0
        desk_assistant.scores = {"osao": 9.0}
        found = search(desk_assistant, "duunip", DAY)
        assert "duuniportti" in found
        assert "osao" not in found

    def test_every_word_must_be_there(self, desk_assistant):
        desk_assistant.known = 0.0
        assert "villa-victor" in search(desk_assistant, "vict vil", DAY)
        assert "villa-victor" not in search(desk_assistant, "villa zzz", DAY)

    def test_a_misspelt_name_is_found(self, desk_assistant):
        desk_assistant.known = 0.0
        assert "villa-victor" in search(desk_assistant, "vila viktor", DAY)

    def test_hits_far_from_the_best_one_are_left_out(self, desk_assistant):
        desk_assistant.scores = {"osao": 10.0, "simhe": 10 * SHARE, "kela": 10 * SHARE - 0.1}
        found = search(desk_assistant, "qqq", DAY)
        assert set(found) == {"osao", "simhe"}
        assert found["osao"].why == ("työnhaku",)

    def test_a_passage_without_a_service_sets_no_measure(self, desk_assistant):
        desk_assistant.scores = {None: 100.0, "osao": 1.0}
        assert set(search(desk_assistant, "qqq", DAY)) == {"osao"}

    def test_a_name_comes_before_what_is_only_like_it(self, desk_assistant):
        desk_assistant.scores = {"osao": 10.0}
        found = search(desk_assistant, "duuniportti", DAY)
        assert found["duuniportti"].score > found["osao"].score

    def test_signs_alone_find_nothing_and_ask_nothing(self, desk_assistant):
        assert search(desk_assistant, "?!", DAY) == {}
        assert desk_assistant.asked == []

    def test_the_day_is_asked_along(self, desk_assistant):
        search(desk_assistant, "työ", DAY)
        assert desk_assistant.asked[0].as_of == DAY


class TestWithTheTrueModel:
    def test_a_need_in_other_words_than_the_name_is_found(self, true_assistant):
        found = search(true_assistant, "missä voi opiskella suomea oulussa", DAY)
        assert "villa-victor" in found
        assert len(found) < len(true_assistant.corpus.services) / 2

    def test_letters_that_mean_nothing_find_nothing(self, true_assistant):
        assert search(true_assistant, "xyzzyqq", DAY) == {}

    def test_half_a_name_finds_the_name(self, true_assistant):
        found = search(true_assistant, "duunip", DAY)
        assert max(found, key=lambda id_: found[id_].score) == "duuniportti"
