from __future__ import annotations

import pytest

from assistant.places import Places
from ingest.read import read_corpus
from ingest.synthetic import CORPUS, is_made_up, with_distractors


@pytest.fixture
def shipped(tiny):
    return read_corpus(tiny.directory).corpus


@pytest.fixture
def places(shipped):
    return Places.from_data(dict(shipped.places))


def test_as_many_passages_are_added_as_are_asked_for(shipped, places):
    for count in (1, 2, 25):
        made = with_distractors(shipped, places, count)
        assert len(made.passages) == len(shipped.passages) + count
        assert made.passages[: len(shipped.passages)] == shipped.passages
        assert sum(is_made_up(one.id) for one in made.passages) == count


def test_the_same_seed_makes_the_same_and_fewer_are_the_first_of_more(shipped, places):
    more = with_distractors(shipped, places, 60)
    assert with_distractors(shipped, places, 60) == more
    fewer = with_distractors(shipped, places, 40)
    assert more.passages[: len(fewer.passages)] == fewer.passages
    assert with_distractors(shipped, places, 60, seed=1).passages != more.passages


def test_every_made_up_passage_stands_in_its_source_and_belongs_to_its_service(shipped, places):
    made = with_distractors(shipped, places, 41)
    for service in made.services[len(shipped.services) :]:
        assert service.id.startswith(f"{CORPUS.id}.")
        for one in service.passage_ids:
            passage = made.passage_by_id[one]
            source = made.source_by_id[passage.source_id]
            assert source.quote(passage.start, passage.end) == passage.text
            assert passage.service_id == service.id
            assert "{" not in passage.text


def test_terms_and_places_are_those_of_the_corpus(shipped, places):
    for service in with_distractors(shipped, places, 200).services:
        assert set(service.topics) <= set(shipped.vocabulary.topics)
        assert set(service.municipalities) <= places.names()


def test_the_home_region_can_be_left_out(true_corpus, true_places):
    made = with_distractors(true_corpus, true_places, 400, at_home=False)
    added = made.services[len(true_corpus.services) :]
    assert not any(true_places.in_home_region(m) for one in added for m in one.municipalities)
    assert len({m for one in added for m in one.municipalities}) > 100
