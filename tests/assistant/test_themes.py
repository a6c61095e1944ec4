from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.themes import THEMES, numbered_theme, worded_theme


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("mitä teemassa 2 sanotaan", 2),
        ("kakkososion hankkeet", 2),
        ("merkitty ykkösosioon", 1),
        ("neljäs kokonaisuus", 4),
        ("kokonaisuus kuusi", 6),
        ("kolmannen teeman tavoitteet", 3),
        ("6. teema", 6),
        ("andra temat", 2),
        ("strategian kuusi kokonaisuutta", None),
        ("monta teemaa on", None),
        ("mikä kokonaisuus", None),
        ("teema 9", None),
        ("asun kakkosessa", None),
    ],
)
def test_a_theme_is_told_by_its_number_and_not_by_how_many_there_are(text, theme):
    assert numbered_theme(text) == theme


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("vahvuudet digitaalisuudessa", 2),
        ("yhdenvertaisuuden kehittämiskohteet", 4),
        ("tiedolla johtaminen", 6),
        ("laatuosio", 3),
        ("digiteeman hankkeet", 2),
        ("digitaalisuus ja yhdenvertaisuus", None),
        ("työnhaku", None),
    ],
)
def test_words_of_one_heading_mean_its_theme(text, theme):
    assert worded_theme(text) == theme


@given(st.text(max_size=60))
def test_whatever_is_written_a_theme_is_one_of_the_plans(text):
    for theme in (numbered_theme(text), worded_theme(text)):
        assert theme is None or 1 <= theme <= THEMES
