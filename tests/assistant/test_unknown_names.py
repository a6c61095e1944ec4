from __future__ import annotations

import pytest

from assistant.reading import Reader


@pytest.fixture(scope="module")
def reader(true_corpus, true_places):
    return Reader(true_corpus, true_places)


@pytest.mark.parametrize(
    "text",
    [
        "Kuka rahoittaa Valovoima-hanketta?",
        "Mikä on Digitaalinen ohjaus -hankkeen tavoite?",
        "Onko Yhdessä kohti työtä -hanke vielä käynnissä?",
        "Milloin ”Polku auki” -projekti alkoi?",
    ],
)
def test_a_project_of_a_name_that_no_source_tells_is_unknown(reader, text):
    reading = reader.read(text)
    assert reading.names_unknown
    assert not reading.certain


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Milloin Kotoa työelämään -hanke päättyy?", "kotoa-tyoelamaan"),
        ("Mikä on suoraan töihin -hanke?", "sompa"),
        ("kuka vetää Digikyvy-hanketta", "digikyvykas-kampus"),
        ("Onko Motio-hanke ohi?", "motio"),
        ("Onko Motio Oulu -hanke ohi?", "motio"),
    ],
)
def test_a_known_name_or_a_part_of_one_is_known(reader, text, service):
    reading = reader.read(text)
    assert not reading.names_unknown
    assert any(service in one for one in reading.certain)


@pytest.mark.parametrize(
    "text",
    [
        "Mitä ESR-hankkeita on Oulussa?",
        "Oulun Raahe -hanke",
        "Mitkä Oulu-hankkeet ovat menossa?",
        "Nuoriso-hankkeet Raahessa",
        "Mitä hankkeita nuorille on?",
    ],
)
def test_a_kind_of_project_is_no_name(reader, text):
    assert not reader.read(text).names_unknown


def test_a_place_at_the_end_of_a_name_belongs_to_it(reader):
    assert reader.read("Koska Verso Liminka -hanke loppuu?").names_unknown
