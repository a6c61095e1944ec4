from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from compose_examples import BEFORE_THE_END, TODAY, context, with_service

from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft
from assistant.dialogue import Audience, QuestionKind
from assistant.domain import Period, Status


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def warned(corpus, service_id, **said):
    draft = Draft(QuestionKind.SERVICE)
    warn_of_validity(context(corpus, **said), draft, corpus.service_by_id[service_id])
    return draft.notices


@pytest.mark.parametrize(
    ("service_id", "day", "status", "printed"),
    [
        ("kirppu", date(2023, 12, 31), Status.UPCOMING, "1.1.2024"),
        ("kirppu", date(2024, 1, 1), Status.ACTIVE, "31.12.2025"),
        ("kirppu", date(2025, 12, 31), Status.ACTIVE, "31.12.2025"),
        ("kirppu", date(2026, 1, 1), Status.ENDED, "31.12.2025"),
        ("silta", date(2027, 6, 1), Status.ENDED, "31.5.2027"),
    ],
)
def test_the_status_is_told_with_the_date_that_decides_it(corpus, service_id, day, status, printed):
    given = context(corpus, as_of=day)
    service = corpus.service_by_id[service_id]
    assert given.status(service) is status
    assert printed in given.status_text(service)
    assert given.card(service).status_text == given.status_text(service)


def test_two_end_dates_are_both_told(corpus):
    other = Period(None, date(2027, 12, 31))
    kirppu = corpus.service_by_id["kirppu"]
    corpus = with_service(corpus, "kirppu", periods=(*kirppu.periods, other))
    service = corpus.service_by_id["kirppu"]
    for day in (BEFORE_THE_END, TODAY, date(2028, 1, 1)):
        text = context(corpus, as_of=day).status_text(service)
        assert "31.12.2025" in text
        assert "31.12.2027" in text
    (conflict,) = [n for n in warned(corpus, "kirppu") if n.kind == "conflict"]
    assert conflict.places


def test_the_end_is_cited_where_the_plan_prints_it(corpus):
    end, (place,) = context(corpus).end(corpus.service_by_id["kirppu"])
    assert end == date(2025, 12, 31)
    source = corpus.source_by_id[place.source_id]
    assert "31.12.2025" in source.quote(place.start, place.end)


def test_without_an_end_nothing_is_cited_for_it(corpus):
    assert context(corpus).end(corpus.service_by_id["alue"]) == (None, ())


@pytest.mark.parametrize(
    ("service_id", "day", "kinds"),
    [
        ("kirppu", TODAY, ["ended"]),
        ("kirppu", BEFORE_THE_END, []),
        ("kirppu", date(2023, 1, 1), ["upcoming"]),
        ("alue", TODAY, []),
    ],
)
def test_a_notice_is_given_only_when_a_running_time_calls_for_it(corpus, service_id, day, kinds):
    assert [notice.kind for notice in warned(corpus, service_id, as_of=day)] == kinds


def test_a_misprint_is_shown_as_it_stands(corpus):
    kirppu = corpus.service_by_id["kirppu"]
    broken = replace(kirppu.periods[0], problem="vuosi 2303 ei ole mahdollinen")
    corpus = with_service(corpus, "kirppu", periods=(broken,))
    notices = [n for n in warned(corpus, "kirppu") if n.kind == "conflict"]
    assert broken.printed.value in notices[0].text


def test_the_first_sentence_and_what_was_asked_are_the_best(corpus):
    service = corpus.service_by_id["alue"]
    asked = context(corpus, terms=(("kuulua", 1.0), ("ylivieska", 0.1)))
    texts = [s.text for s in asked.best_statements(service, 2)]
    assert texts == [service.statements[0].text, service.statements[1].text]
    assert asked.best_statements(service, 1) == [service.statements[0]]
    assert asked.best_statements(replace(service, statements=()), 3) == []


def test_a_card_rests_on_the_plans_entry_and_the_description(corpus):
    for service in corpus.services:
        places = context(corpus).card_places(service)
        assert places
        assert any(p.source_id == "suunnitelma" for p in places) == bool(service.entries)


def test_the_employment_areas_are_those_of_the_places_asked_about(corpus):
    def areas(*municipalities):
        given = context(corpus, municipalities=municipalities)
        return [service.id for service in given.employment_areas()]

    assert areas("Kalajoki") == ["alue"]
    assert areas("Oulu") == areas() == []
    assert areas("Kalajoki", "Ylivieska", "Oulu") == ["alue"]


def test_who_asks_decides_how_much_is_told(corpus):
    assert context(corpus, audience=Audience.COUNSELLOR).is_counsellor
    assert not context(corpus).is_counsellor
