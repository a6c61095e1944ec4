from __future__ import annotations

from dataclasses import replace

import pytest
from compose_examples import (
    BEFORE_THE_END,
    TODAY,
    context,
    hit,
    ids_of,
    lone,
    text_of,
    unfounded,
    with_service,
)

from assistant.compose.services import compose_services, is_fitting
from assistant.dialogue import Audience, QuestionKind
from assistant.domain import PassageKind, Status


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


@pytest.fixture
def hits(corpus):
    return (hit(corpus, "kirppu", 3.0), hit(corpus, "silta", 2.5), hit(corpus, "alue", 2.0))


def test_what_runs_is_told_before_what_has_ended_however_well_that_fits(corpus, hits):
    draft = compose_services(context(corpus, *hits, municipalities=("Kalajoki",)))
    assert draft.kind is QuestionKind.SERVICE
    statuses = [one.card.status for one in draft.cards]
    assert statuses[-1] is Status.ENDED
    assert Status.ENDED not in statuses[:-1]
    names = {i: corpus.service_by_id[i].name for i in ids_of(draft)}
    text = text_of(draft)
    assert text.index("Ylivieskan seudun työllisyysalue auttaa") < text.index(names["kirppu"])
    assert not unfounded(draft)


def test_what_has_ended_is_told_with_its_end_and_a_notice(corpus, hits):
    draft = compose_services(context(corpus, *hits, municipalities=("Kalajoki",)))
    (line,) = [
        one for one in draft.lines if "Kirppu-hanke" in one.text and "31.12.2025" in one.text
    ]
    assert line.places
    (notice,) = [one for one in draft.notices if one.kind == "ended"]
    assert "31.12.2025" in notice.text


def test_what_has_ended_is_told_even_where_no_source_prints_its_end(corpus, hits):
    """An end date that stands only in a description's own field is no reason for silence."""
    kirppu = corpus.service_by_id["kirppu"]
    statements = tuple(s for s in kirppu.statements if "31.12.2025" not in s.text)
    periods = tuple(replace(period, printed=None) for period in kirppu.periods)
    corpus = with_service(corpus, "kirppu", statements=statements, periods=periods)
    draft = compose_services(context(corpus, *hits, municipalities=("Kalajoki",)))
    assert "kirppu" in ids_of(draft)
    assert any("Kirppu-hanke" in line.text and line.places for line in draft.lines)


def test_before_its_end_it_is_offered_among_what_runs(corpus):
    found = (hit(corpus, "kirppu", 3.0, as_of=BEFORE_THE_END), hit(corpus, "alue", 2.0))
    draft = compose_services(
        context(corpus, *found, municipalities=("Kalajoki",), as_of=BEFORE_THE_END)
    )
    assert [one.card.status for one in draft.cards] == [Status.ACTIVE, Status.ACTIVE]
    assert not [one for one in draft.notices if one.kind == "ended"]


def test_the_persons_own_employment_area_comes_first_and_is_the_next_step(corpus, hits):
    asked = context(corpus, *hits, municipalities=("Kalajoki",), topics=("työnhaku",))
    draft = compose_services(asked)
    assert ids_of(draft)[0] == "alue"
    assert "Ylivieskan seudun työllisyysalue" in draft.lines[-1].text
    assert draft.lines[-1].places


def test_a_counsellor_is_told_no_less_than_a_citizen(corpus, hits):
    citizen = context(corpus, *hits, municipalities=("Kalajoki",))
    counsellor = replace(citizen, question=replace(citizen.question, audience=Audience.COUNSELLOR))
    for_citizen, for_counsellor = compose_services(citizen), compose_services(counsellor)
    assert set(ids_of(for_citizen)) <= set(ids_of(for_counsellor))
    told = [sum(not line.frame for line in d.lines) for d in (for_citizen, for_counsellor)]
    assert told[0] <= told[1]


def test_without_a_place_the_place_is_asked_for(corpus, hits):
    anywhere = compose_services(context(corpus, *hits))
    somewhere = compose_services(context(corpus, *hits, municipalities=("Kalajoki",)))
    assert len(anywhere.follow_ups) > 0
    assert anywhere.follow_ups[0] not in somewhere.follow_ups


def test_a_place_outside_the_region_is_said_to_be_one(corpus, hits):
    said = {"municipalities": ("Tornio",), "outside": ("Tornio",)}
    assert "Tornio" in compose_services(context(corpus, *hits, **said)).lines[0].text


def test_the_plan_is_quoted_where_it_is_among_the_best(corpus, hits):
    strength = next(p for p in corpus.passages if p.kind is PassageKind.STRENGTH)
    draft = compose_services(context(corpus, lone(strength, 4.0), *hits))
    (line,) = [one for one in draft.lines if "Kirpunpesä" in one.text]
    assert [place.source_id for place in line.places] == ["suunnitelma"]
    far = compose_services(context(corpus, *hits, lone(strength, 0.1)))
    assert "Kirpunpesä" not in text_of(far)


def test_only_services_are_worth_telling_of(corpus, hits):
    passage = next(p for p in corpus.passages if p.service_id is None)
    assert is_fitting(context(corpus, *hits))
    assert not is_fitting(context(corpus, lone(passage)))
    assert not is_fitting(context(corpus))


@pytest.mark.parametrize("language", ["fi", "sv", "en", "ru"])
@pytest.mark.parametrize("audience", Audience)
def test_in_every_language_the_same_services_are_told_with_the_same_dates(
    corpus, hits, language, audience
):
    said = {"municipalities": ("Kalajoki",), "audience": audience}
    finnish = compose_services(context(corpus, *hits, **said))
    other = compose_services(context(corpus, *hits, language=language, **said))
    assert ids_of(other) == ids_of(finnish)
    assert [notice.kind for notice in other.notices] == [n.kind for n in finnish.notices]
    assert "31.12.2025" in text_of(other)
    assert not unfounded(other)


def test_what_starts_later_is_said_to_start_later(corpus):
    day = TODAY.replace(year=2023)
    draft = compose_services(
        context(corpus, hit(corpus, "kirppu", as_of=day), municipalities=("Kalajoki",), as_of=day)
    )
    assert draft.cards[-1].card.status is Status.UPCOMING
    assert any("1.1.2024" in n.text for n in draft.notices if n.kind == "upcoming")
