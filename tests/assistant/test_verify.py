from __future__ import annotations

import re
from functools import partial
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose import draft as drafts
from assistant.compose.draft import DraftCard, DraftNotice, Line, Place
from assistant.corpus import Corpus
from assistant.dialogue import Outcome, QuestionKind, ServiceCard
from assistant.domain import Basis, Source, Status, Vocabulary
from assistant.verify import CITED_OUTCOMES, verify

Draft = partial(drafts.Draft, QuestionKind.SERVICE)
MARKER = re.compile(r"\[(\d+)\]")
TEXTS = {"plan": "Ohjaus on 🧭 kaikille.\n   \nHanke päättyi 31.5.2026.", "services/a": "Ää. Öö."}
CORPUS = Corpus(
    sources=tuple(
        Source(one, one.upper(), text, sha256(text.encode()).hexdigest())
        for one, text in TEXTS.items()
    ),
    passages=(),
    services=(),
    glossary=(),
    vocabulary=Vocabulary({}, {}, {}, {}),
    places={},
)
CARD = ServiceCard(
    "a", "A", "service", (), (), (), (), None, None, Status.ACTIVE, "", (), {}, citations=(7,)
)
GOOD, OTHER = Place("plan", 0, 9, "Osa 1"), Place("services/a", 0, 3, "A")
BROKEN = (
    Place("plan", -1, 5, "x"),
    Place("plan", 5, 5, "x"),
    Place("plan", 9, 3, "x"),
    Place("plan", 0, 10_000, "x"),
    Place("plan", 22, 24, "x"),  # spaces and line breaks alone
    Place("nowhere", 0, 5, "x"),
)


def test_a_line_carries_the_numbers_of_its_places_in_the_order_of_their_first_use():
    draft = Draft()
    draft.tell("Yksi.", OTHER)
    draft.tell("Kaksi.", GOOD, OTHER)
    verified = verify(draft, CORPUS)
    assert verified.text == "Yksi. [1]\n\nKaksi. [2] [1]"
    assert [(c.n, c.source_id, c.quote) for c in verified.citations] == [
        (1, "services/a", "Ää."),
        (2, "plan", "Ohjaus on"),
    ]


def test_a_citation_carries_what_its_source_is():
    basis = (Basis(url="https://esimerkki.fi", seen_on="2026-11-24"),)
    draft = Draft()
    draft.tell("Yksi.", Place("services/a", 4, 7, "A › B", basis))
    (citation,) = verify(draft, CORPUS).citations
    source = CORPUS.source_by_id["services/a"]
    assert (citation.title, citation.locator, citation.sha256) == (
        source.title,
        "A › B",
        source.sha256,
    )
    assert citation.basis == basis


@pytest.mark.parametrize("place", BROKEN)
def test_a_line_whose_only_place_doesnt_stand_is_dropped(place):
    draft = Draft(lines=[Line("Väite.", (place,)), Line("Totta.", (GOOD,))])
    verified = verify(draft, CORPUS)
    assert verified.text == "Totta. [1]"
    assert verified.dropped == ("Väite.",)


@pytest.mark.parametrize("place", BROKEN)
def test_a_place_that_doesnt_stand_is_left_out_beside_one_that_does(place):
    verified = verify(Draft(lines=[Line("Totta.", (place, GOOD))]), CORPUS)
    assert verified.text == "Totta. [1]"
    assert len(verified.citations) == 1


@pytest.mark.parametrize("outcome", sorted(CITED_OUTCOMES))
def test_an_answer_without_a_citation_is_not_found(outcome):
    draft = Draft(outcome, [Line("Hei.", frame=True), Line("Väite.", BROKEN[:1])])
    verified = verify(draft, CORPUS)
    assert (verified.outcome, verified.text) == (Outcome.NOT_FOUND, "Hei.")


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - CITED_OUTCOMES))
def test_another_outcome_needs_no_citation(outcome):
    draft = Draft(outcome, [Line("Hei.", frame=True)])
    assert verify(draft, CORPUS).outcome is outcome


def test_brackets_in_a_line_that_look_like_a_marker_point_nowhere():
    draft = Draft(lines=[Line("Kohta [9] ja [1].", (GOOD,)), Line("Katso [3].", frame=True)])
    assert verify(draft, CORPUS).text == "Kohta (9) ja (1). [1]\n\nKatso (3)."


def test_points_of_a_list_stand_together():
    draft = Draft()
    draft.frame("Näin:")
    draft.tell("yksi", GOOD, bullet=True)
    draft.tell("kaksi", GOOD, bullet=True)
    draft.frame("Hei.")
    assert verify(draft, CORPUS).text == "Näin:\n\n- yksi [1]\n- kaksi [1]\n\nHei."


def test_a_line_that_joins_goes_on_after_the_one_before():
    draft = Draft()
    draft.tell("Yksi.", GOOD)
    draft.tell("Kaksi.", OTHER, joins=True)
    assert verify(draft, CORPUS).text == "Yksi. [1] Kaksi. [2]"


def test_cards_and_notices_get_the_numbers_of_their_own_places():
    draft = Draft(
        lines=[Line("Yksi.", (GOOD,))],
        cards=[DraftCard(CARD, (OTHER, BROKEN[0]))],
        notices=[DraftNotice("ended", "Päättyi. [4]", (GOOD,))],
    )
    verified = verify(draft, CORPUS)
    assert verified.cards[0].citations == (2,)
    assert verified.notices[0].citations == (1,)
    assert MARKER.search(verified.notices[0].text) is None


TEXT = st.text(alphabet="ab[]()0123 -.", max_size=20)
PLACE = st.builds(
    Place,
    st.sampled_from(["plan", "services/a", "nowhere"]),
    st.integers(-3, 60),
    st.integers(-3, 60),
    st.just("x"),
)
PLACES = st.lists(PLACE, max_size=3).map(tuple)
DRAFT = st.builds(
    Draft,
    st.sampled_from(Outcome),
    st.lists(st.builds(Line, TEXT, PLACES, *[st.booleans()] * 3), max_size=6),
    st.lists(st.builds(DraftCard, st.just(CARD), PLACES), max_size=2),
    st.lists(st.builds(DraftNotice, st.just("ended"), TEXT, PLACES), max_size=2),
)


@given(DRAFT)
def test_no_draft_gives_a_dangling_marker_or_a_quote_that_doesnt_stand(draft):
    verified = verify(draft, CORPUS)
    numbers = [citation.n for citation in verified.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    for citation in verified.citations:
        text = TEXTS[citation.source_id]
        assert 0 <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.quote
        assert citation.quote.strip()
    marked = {int(number) for number in MARKER.findall(verified.text)}
    carried = [card.citations for card in verified.cards]
    carried += [notice.citations for notice in verified.notices]
    used = marked.union(*carried)
    assert used == set(numbers)
    if verified.outcome in CITED_OUTCOMES:
        assert numbers


@given(DRAFT)
def test_what_isnt_the_assistants_own_words_is_told_with_a_citation_or_not_at_all(draft):
    verified = verify(draft, CORPUS)
    told = [line for line in draft.lines if not line.frame]
    standing = [
        line
        for line in told
        if any(
            place.source_id in TEXTS
            and 0 <= place.start < place.end <= len(TEXTS[place.source_id])
            and TEXTS[place.source_id][place.start : place.end].strip()
            for place in line.places
        )
    ]
    assert len(verified.dropped) == len(told) - len(standing)
