from __future__ import annotations

import pytest

from assistant.domain import AreaLevel, Service
from assistant.reach import reach


def service(area=None, *municipalities):
    return Service("s", "S", "service", area=area, municipalities=municipalities)


@pytest.mark.parametrize(
    ("served", "asked", "level"),
    [
        (service(AreaLevel.MUNICIPALITY, "Oulu"), ("Oulu",), AreaLevel.MUNICIPALITY),
        (service(AreaLevel.MUNICIPALITY, "Oulu"), ("Kalajoki",), None),
        (service(AreaLevel.SUBREGION, "Kempele", "Oulu"), ("Oulu",), AreaLevel.SUBREGION),
        (service(AreaLevel.SUBREGION, "Kalajoki", "Ylivieska"), ("Kalajoki",), AreaLevel.SUBREGION),
        (service(AreaLevel.REGION, "Oulu", "Raahe", "Kuusamo"), ("Raahe",), AreaLevel.REGION),
        (service(AreaLevel.REGION), ("Taivalkoski",), AreaLevel.REGION),
        (service(AreaLevel.REGION), ("Helsinki",), None),
        (service(AreaLevel.REGION), ("Helsinki", "Oulu"), AreaLevel.REGION),
        (service(AreaLevel.NATIONAL), ("Helsinki",), AreaLevel.NATIONAL),
        (service(None), ("Oulu",), AreaLevel.NATIONAL),
    ],
)
def test_how_near_a_service_is_follows_from_what_it_serves(true_places, served, asked, level):
    assert reach(true_places, served, asked) is level


@pytest.mark.parametrize("area", [*AreaLevel, None])
def test_without_a_place_a_service_is_as_near_as_its_area(true_places, area):
    assert reach(true_places, service(area, "Oulu"), ()) is area


def test_a_service_of_several_places_asked_about_is_of_their_level(true_places):
    assert reach(true_places, service(None, "Oulu"), ("Oulu", "Raahe")) is AreaLevel.MUNICIPALITY
