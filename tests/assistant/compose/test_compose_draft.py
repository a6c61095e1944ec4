from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose.draft import Draft, Place, place_of_passage, places_of_statement, readable
from assistant.dialogue import QuestionKind
from assistant.domain import Passage, PassageKind, Statement

HERE, THERE = Place("s", 0, 4, "Osa 1"), Place("s", 5, 9, "Osa 2")


@pytest.fixture
def draft():
    return Draft(QuestionKind.SERVICE)


def test_a_line_that_rests_on_nothing_isnt_told(draft):
    draft.tell("Väite.")
    assert draft.lines == []


def test_a_line_names_each_place_once_in_order(draft):
    draft.tell("Väite.", THERE, HERE, THERE)
    assert draft.lines[0].places == (THERE, HERE)


def test_the_assistants_own_words_need_no_place(draft):
    draft.frame("Hei.")
    assert draft.lines[0].frame


def test_a_notice_is_given_once(draft):
    draft.notice("ended", "Päättyi.", HERE)
    draft.notice("ended", "Päättyi.")
    draft.notice("ended", "Toinen päättyi.")
    assert [notice.text for notice in draft.notices] == ["Päättyi.", "Toinen päättyi."]
    assert draft.notices[0].places == (HERE,)


def test_an_answer_goes_on_with_another(draft):
    other = Draft(QuestionKind.FACT)
    for one in (draft, other):
        one.tell(f"{one.kind}", HERE)
        one.notice("ended", f"{one.kind}")
        one.follow_ups.append(f"{one.kind}?")
    draft.extend(other)
    assert [line.text for line in draft.lines] == ["service", "fact"]
    assert [notice.text for notice in draft.notices] == ["service", "fact"]
    assert draft.follow_ups == ["service?", "fact?"]
    assert draft.kind is QuestionKind.SERVICE


@given(st.text(st.sampled_from(" \n-*aä."), min_size=1), st.integers(0, 1000))
def test_a_passage_is_cited_without_the_space_around_it(text, start):
    if not text.strip(" \n"):
        return
    passage = Passage("p", "s", PassageKind.TEXT, ("A", "B"), start, start + len(text), text)
    place = place_of_passage(passage)
    quoted = text[place.start - start : place.end - start]
    assert quoted == text.strip(" \n")
    assert place.locator == "A › B"


@pytest.mark.parametrize(
    ("quote", "read"),
    [
        ("- **Duuniportti -hanke.** Tavoite", "Duuniportti -hanke. Tavoite"),
        ("- Ohjausta\n    - myös etänä", "Ohjausta myös etänä"),
        ("Kello 8-16 - aina", "Kello 8-16 - aina"),
        ("  a\n\n b ", "a b"),
        ("", ""),
    ],
)
def test_a_quote_is_read_on_one_line_without_the_marks_of_lists_and_bold(quote, read):
    assert readable(quote) == read


def test_a_sentence_that_rests_on_the_plan_alone_is_cited_there(tiny_assistant):
    corpus = tiny_assistant.corpus
    for service in corpus.services:
        for statement in service.statements:
            places = places_of_statement(corpus, service, statement)
            plan_alone = all(basis.source_id for basis in statement.basis)
            expected = {"suunnitelma"} if plan_alone else {service.source_id}
            assert {place.source_id for place in places} == expected
            for place in places:
                text = corpus.source_by_id[place.source_id].quote(place.start, place.end)
                assert text == (statement.basis[0].quote if plan_alone else statement.text)


def test_a_sentence_without_a_basis_is_cited_by_itself(tiny_assistant):
    corpus = tiny_assistant.corpus
    service = corpus.service_by_id["alue"]
    (place,) = places_of_statement(corpus, service, Statement("Lause.", 3, 9))
    assert (place.source_id, place.start, place.end) == ("services/alue", 3, 9)
