from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import AreaLevel, PassageKind, Status
from assistant.records import EVERYONE, WIDE, Records
from assistant.validity import status_on


@pytest.fixture(scope="module")
def records(true_corpus, true_places):
    return Records(true_corpus, true_places)


@pytest.fixture(scope="module")
def rows(records):
    return list(range(len(records.ids)))


def test_every_passage_belongs_to_a_record(records, rows, true_corpus):
    passages = {passage.id for row in rows for passage in records.passages(row)}
    assert passages == set(true_corpus.passage_by_id)
    assert [records.row_of[record] for record in records.ids] == rows


def test_a_record_without_a_service_is_a_lone_passage(records, rows):
    for row in rows:
        lone = records.services[row] is None
        assert records.lone[row] == lone
        if lone:
            assert [passage.id for passage in records.passages(row)] == [records.ids[row]]


def test_a_narrower_and_a_wider_group_fit(records, true_corpus):
    """Long-term unemployed are unemployed: both find what's for either."""
    groups = true_corpus.vocabulary.target_groups
    narrow = next(group for group in groups.values() if group.broader)
    fitting = [
        records.row_of[service.id]
        for service in true_corpus.services
        if {narrow.term, narrow.broader}.intersection(service.target_groups)
    ]
    assert fitting
    for asked in (narrow.term, narrow.broader):
        assert all(records.fits(row, asked) for row in fitting)
        assert records.groups(fitting, [asked]).tolist() == [1.0] * len(fitting)


def test_half_of_what_is_asked_is_half(records, rows, true_corpus):
    service = next(one for one in true_corpus.services if one.topics)
    other = next(topic for topic in true_corpus.vocabulary.topics if topic not in service.topics)
    row = records.row_of[service.id]
    assert records.topics([row], [service.topics[0], other]).tolist() == [0.5]
    assert not records.topics(rows, []).any()


@pytest.mark.parametrize("age", [10, 16, 25, 40, 60])
def test_what_is_for_everyone_and_what_has_no_ages_is_for_every_age(records, true_corpus, age):
    groups = true_corpus.vocabulary.target_groups
    for service in true_corpus.services:
        row = records.row_of[service.id]
        bounds = [groups[group].ages for group in service.target_groups]
        fits = [ages is None or ages[0] <= age <= ages[1] for ages in bounds]
        if "kaikki" in service.target_groups or all(fits):
            assert not records.excludes(row, age), service.id
        if not any(fits):
            area = service.kind == "employment_area"
            assert records.excludes(row, age) != area, service.id


def test_a_status_is_that_of_the_day(records, true_corpus):
    for day in (date(2024, 1, 1), date(2026, 11, 24)):
        for service in true_corpus.services:
            assert records.status(records.row_of[service.id], day) is status_on(service, day)
    lone = int(records.lone.argmax())
    assert records.status(lone, date(2026, 11, 24)) is None


def test_an_employment_area_is_near_its_own_municipalities(records, true_corpus):
    area = next(s for s in true_corpus.services if s.kind == "employment_area")
    row = records.row_of[area.id]
    assert records.areas[row]
    own = records.level(row, (area.municipalities[0],))
    assert own in {AreaLevel.MUNICIPALITY, AreaLevel.SUBREGION}
    assert records.level(row, ("Helsinki",)) is None
    assert records.status(row, date(2026, 11, 24)) is Status.ACTIVE


def test_sections_and_themes_are_those_of_the_passages(records, rows):
    strengths = records.in_sections(rows, (PassageKind.STRENGTH,))
    first = records.in_theme(rows, 1)
    for row in rows:
        passages = records.passages(row)
        assert strengths[row] == any(one.kind is PassageKind.STRENGTH for one in passages)
        assert first[row] == any(one.theme == 1 for one in passages)
    assert strengths.any()
    assert first.any()


def test_what_is_for_named_groups_alone_is_for_others_until_one_is_asked(records, true_corpus):
    narrow = [
        service
        for service in true_corpus.services
        if service.target_groups and not WIDE.intersection(service.target_groups)
    ]
    assert narrow
    for service in narrow:
        row = records.row_of[service.id]
        assert records.for_others([row], []).tolist() == [1.0]
        assert records.for_others([row], service.target_groups[:1]).tolist() == [0.0]


def test_what_is_for_everyone_or_a_wide_group_is_never_for_others(records, rows, true_corpus):
    wide = [
        records.row_of[service.id]
        for service in true_corpus.services
        if not service.target_groups or WIDE.intersection(service.target_groups)
    ]
    assert wide
    assert not records.for_others(wide, ["opetushenkilöstö"]).any()
    assert not records.for_others(rows, []).astype(bool)[records.lone.astype(bool)].any()
    for row in rows:
        service = records.services[row]
        for_all = service is not None and EVERYONE in service.target_groups
        assert records.for_everyone[row] == for_all
