from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.message import OF_IT
from assistant.reading import Reader


@pytest.fixture(scope="module")
def read(true_corpus, true_places):
    return Reader(true_corpus, true_places).read


def test_whoever_asks_of_what_was_told_wants_to_know_more_of_it(read):
    reading = read("Olen 45 ja asun Raahessa, kuka auttaa minua?")
    assert reading.help > OF_IT
    assert replace(reading, of_it=True).help == OF_IT


def test_a_name_and_a_number_tell_no_language(read):
    assert not read("Raahe").tells_language
    assert not read("45").tells_language
    assert read("työtä").tells_language


def test_a_message_in_a_language_that_is_not_known_is_told_from_a_misspelt_one(read):
    assert read("Waxaan rabaa inaan wax barto").foreign
    assert not read("mis voi opiskela kieltä").foreign
