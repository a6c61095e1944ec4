from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from compose_examples import (
    BEFORE_THE_END,
    TODAY,
    context,
    hit,
    ids_of,
    text_of,
    unfounded,
    with_service,
)

from assistant.compose.facts import compose_facts
from assistant.dialogue import Aspect, Audience, Outcome, QuestionKind


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def told(corpus, *aspects, of="kirppu", **said):
    return compose_facts(context(corpus, named=(of,), aspects=aspects, **said))


@pytest.mark.parametrize(
    ("aspect", "fact"),
    [
        (Aspect.WHO, "Kalajoen kaupunki"),
        (Aspect.FUNDER, "ESR+"),
        (Aspect.WHEN, "31.12.2025"),
        (Aspect.WHERE, "Kalajoki"),
        (Aspect.GOAL, "tukea työnhakijoita"),
        (Aspect.DEFINITION, "Kirppu oli Kalajoen kaupungin hanke."),
    ],
)
def test_what_was_asked_is_told_first_and_where_it_stands(corpus, aspect, fact):
    draft = told(corpus, aspect)
    assert draft.kind is QuestionKind.FACT
    assert draft.outcome is Outcome.ANSWERED
    assert fact.casefold() in draft.lines[0].text.casefold()
    assert draft.lines[0].places
    assert ids_of(draft) == ["kirppu"]
    assert not unfounded(draft)


@pytest.mark.parametrize("aspect", [Aspect.WHO, Aspect.FUNDER])
def test_a_fact_that_the_plan_prints_is_cited_there(corpus, aspect):
    line = told(corpus, aspect).lines[0]
    assert {place.source_id for place in line.places} == {"suunnitelma"}
    source = corpus.source_by_id["suunnitelma"]
    for place in line.places:
        assert source.quote(place.start, place.end) in line.text


def test_a_fact_that_only_the_description_tells_is_cited_there(corpus):
    line = told(corpus, Aspect.CONTACT, of="alue").lines[0]
    assert "08 123 4567" in line.text
    assert {place.source_id for place in line.places} == {"services/alue"}


@pytest.mark.parametrize("aspect", [Aspect.AMOUNT, Aspect.CONTACT, Aspect.COST])
def test_what_the_sources_dont_tell_is_said_not_to_be_told(corpus, aspect):
    draft = told(corpus, aspect)
    assert draft.outcome is Outcome.NOT_FOUND
    assert draft.lines[0].frame
    assert "Kirppu-hanke" in draft.lines[0].text


def test_when_only_a_part_is_told_the_answer_is_partial(corpus):
    assert told(corpus, Aspect.FUNDER, Aspect.AMOUNT).outcome is Outcome.PARTIAL


@pytest.mark.parametrize(
    ("day", "notices"),
    [(date(2023, 12, 31), ["upcoming"]), (BEFORE_THE_END, []), (TODAY, ["ended"])],
)
def test_a_running_time_is_told_as_it_is_on_the_day(corpus, day, notices):
    draft = told(corpus, Aspect.WHEN, as_of=day)
    assert [notice.kind for notice in draft.notices] == notices
    others = {told(corpus, Aspect.WHEN, as_of=d).lines[0].text for d in (BEFORE_THE_END, TODAY)}
    assert len(others) == 2


def test_after_what_has_ended_the_living_one_is_named(corpus):
    assert "Ylivieskan seudun työllisyysalue" in text_of(told(corpus, Aspect.WHEN))
    before = told(corpus, Aspect.WHEN, as_of=BEFORE_THE_END)
    assert "Ylivieskan seudun työllisyysalue" not in text_of(before)


def test_a_service_without_an_end_is_told_to_run(corpus):
    draft = told(corpus, Aspect.WHEN, of="alue")
    assert draft.outcome is Outcome.ANSWERED
    assert not draft.notices
    assert not unfounded(draft)


def test_two_running_times_that_disagree_are_both_told(corpus):
    kirppu = corpus.service_by_id["kirppu"]
    first = kirppu.periods[0]
    text = corpus.source_by_id["suunnitelma"].text
    value = "-31.5.2027"
    start = text.index(value)
    printed = replace(first.printed, value=value, start=start, end=start + len(value))
    other = replace(first, valid_to=date(2027, 5, 31), printed=printed)
    corpus = with_service(corpus, "kirppu", periods=(first, other))
    draft = told(corpus, Aspect.WHEN)
    assert first.printed.value in draft.lines[0].text
    assert value in draft.lines[0].text
    assert len(draft.lines[0].places) == 2
    assert any(notice.kind == "conflict" for notice in draft.notices)


def test_without_an_aspect_the_main_facts_are_told(corpus):
    text = text_of(told(corpus))
    for fact in ("Kirppu oli Kalajoen kaupungin hanke.", "31.12.2025", "Kalajoen kaupunki"):
        assert fact in text
    assert told(corpus).outcome is Outcome.ANSWERED


def test_a_counsellor_is_told_the_rest_besides(corpus):
    citizen = told(corpus, Aspect.FUNDER)
    counsellor = told(corpus, Aspect.FUNDER, audience=Audience.COUNSELLOR)
    assert counsellor.lines[0] == citizen.lines[0]
    assert len(counsellor.lines) > len(citizen.lines)


def test_two_services_that_are_named_are_both_told_of(corpus):
    draft = compose_facts(context(corpus, named=("kirppu", "silta"), aspects=(Aspect.WHEN,)))
    assert ids_of(draft) == ["kirppu", "silta"]
    assert "31.12.2025" in text_of(draft)
    assert "31.5.2027" in text_of(draft)


def test_when_nothing_is_named_the_best_found_is_told_of(corpus):
    found = (hit(corpus, "silta", 2.0), hit(corpus, "kirppu", 1.0))
    assert ids_of(compose_facts(context(corpus, *found, aspects=(Aspect.WHO,)))) == ["silta"]


def test_what_was_asked_isnt_offered_as_the_next_question(corpus):
    every = told(corpus, Aspect.COST).follow_ups
    without = told(corpus, Aspect.COST, Aspect.WHEN, Aspect.WHO).follow_ups
    assert set(without) < set(every)
    assert all("Kirppu-hanke" in follow_up for follow_up in every)


@pytest.mark.parametrize("language", ["sv", "en", "ru"])
@pytest.mark.parametrize("aspect", Aspect)
def test_in_every_language_as_much_is_told(corpus, language, aspect):
    finnish, other = told(corpus, aspect), told(corpus, aspect, language=language)
    assert other.outcome is finnish.outcome
    assert [line.places for line in other.lines] == [line.places for line in finnish.lines]
