from __future__ import annotations

import pytest

from assistant.listing import (
    asks_for_listed,
    asks_how_bad,
    asks_how_good,
    means_one_project,
    tells_of_projects,
)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Mitä suunnitelman hankkeita on Raahessa?", True),
        ("Nimeä verkostot.", True),
        ("Mitä toisen teeman kehittämiskohteita on kirjattu?", True),
        ("Mitkä palvelut ovat auki?", True),
        ("Minkä hankkeiden vetäjä kunta on?", True),
        ("Mihin verkostoihin ohjaajat kuuluvat?", True),
        ("Mikä hanke auttaa?", False),
        ("Minkä hankkeen vetäjä kunta on?", False),
    ],
)
def test_which_ones_there_are_is_asked_in_the_plural(text, asks):
    assert asks_for_listed(text) is asks


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("vuonna 2022 päättyneet hankkeet", True),
        ("Onko nuorille suunnattuja hankkeita Ylivieskassa?", True),
        ("Mihin hankkeisiin kaupunki osallistui?", True),
        ("Which projects end next year?", True),
        ("Miten hankkeet saadaan jatkumaan?", False),
        ("Kuka hankkeissa päättää?", False),
        ("Hankkeiden päättyminen huolettaa", False),
        ("Kiinnostaa tämä hanke", False),
    ],
)
def test_several_projects_are_spoken_of_unless_something_else_of_them_is_asked(text, tells):
    assert tells_of_projects(text) is tells


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Mitkä koulut olivat hävikkiruokahankkeessa?", True),
        ("Ketkä tekivät hankkeen?", True),
        ("Mitkä hankkeet päättyivät?", False),
        ("Mitkä palvelut ovat auki?", False),
    ],
)
def test_one_project_is_told_from_several(text, one):
    assert means_one_project(text) is one


def test_what_is_good_or_bad_in_a_theme_is_asked_of_the_plan():
    assert asks_how_good("Mikä ohjauksen laadussa on hyvin?")
    assert asks_how_bad("Mikä monikanavaisuudessa on vielä kesken?")
    assert not asks_how_good("Mitä hyvää ruokaa täältä saa?")
