"""Short answers to the assistant's own questions."""

import pytest

from assistant.answered import place_answered
from assistant.reading import Reader


@pytest.fixture(scope="module")
def reader(true_corpus, true_places):
    return Reader(true_corpus, true_places)


@pytest.mark.parametrize(
    "said", ["Missä asut?", "Selvä. Mitä kuntaa tarkoitat?", "Where do you live?"]
)
def test_a_district_that_is_a_surname_too_answers_where(reader, said):
    new = reader.read("Tuirassa, oon 19")
    (place,) = place_answered(new, said, reader)
    assert place.municipalities == ("Oulu",)
    assert new.text[place.start : place.end] == "Tuirassa"


@pytest.mark.parametrize("said", ["Minkä ikäinen olet?", "Missä asut, sillä on väliä.", ""])
def test_nothing_is_taken_for_a_place_when_it_was_not_asked(reader, said):
    assert place_answered(reader.read("Tuirassa, oon 19"), said, reader) == ()


def test_an_answer_without_a_place_names_none(reader):
    assert place_answered(reader.read("en halua sanoa"), "Missä asut?", reader) == ()
