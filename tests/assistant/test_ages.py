from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ages import age_in


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Olen 45-vuotias", 45),
        ("oon 17 ja Oulusta", 17),
        ("poika, 22, istuu kotona", 22),
        ("I'm 34 years old", 34),
        ("Entä jos hän onkin jo 31?", 31),
        ("entä jos poika olisi vasta 15", 15),
        ("mitä jos se olis 40 eikä 20", 40),
        ("hän on nyt 52 ja työtön", 52),
        ("siellä on jo 31 osallistujaa", None),
        ("ryhmä on 12 viikkoa", None),
        ("25 kertaa viikossa", None),
        ("vuonna 2025", None),
    ],
)
def test_an_age_is_told_from_other_figures(text, age):
    assert age_in(text) == age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("olen kakskytviis ja asun Oulussa", 25),
        ("oon kolkytkaks, muutin keväällä", 32),
        ("Täytin viime viikolla viiskytkaheksan.", 58),
        ("poika täyttää joulukuussa yheksäntoista", 19),
        ("kolmekymppinen baarimikko", 30),
        ("kaksikymmentäviisivuotias", 25),
        ("I'm thirty-two and looking for work", 32),
        ("Jag är trettiofem", 35),
        ("en femtioåring", 50),
        ("Мне двадцать три года", 23),
        ("Мені тридцять п'ять", 35),
        ("Мені 45 років", 45),
    ],
)
def test_an_age_in_words_counts_as_one_in_figures(text, age):
    assert age_in(text) == age


@pytest.mark.parametrize(
    "text",
    [
        "olin kaksikymmentä vuotta hoitajana",
        "olen ollut 12 vuotta",
        "asuin kolkyt vuotta Iissä",
        "I worked there for twenty years",
        "jag har bott här i 12 år",
        "20 лет назад",
        "kymmenen toivetta",
    ],
)
def test_how_long_something_lasted_is_no_age(text):
    assert age_in(text) is None


def test_an_elders_age_told_besides_isnt_whose_who_is_to_be_helped():
    assert age_in("äiti on 67 ja mä oon kolkytkaks") == 32
    assert age_in("sopiiko se mun isälle, se on 58") == 58


@given(st.integers(20, 99), st.sampled_from(["kyt", "kymmentä"]))
def test_every_finnish_numeral_is_read(age, ten):
    ones = ["", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan"]
    ones.append("yhdeksän")
    assert age_in(f"olen {ones[age // 10]}{ten}{ones[age % 10]}") == age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Tyttärenpoika on 20 ja asuu kellarissa", 20),
        ("Pojalla 14 haave auton asennuksesta", 14),
        ("koulu jäi kesken, on 19, kalajoella", 19),
        ("kurssi alkoi, on 12 osallistujaa", None),
        ("oli siellä, on 30 paikkaa", None),
    ],
)
def test_the_age_of_a_child_is_read_beside_the_word_for_it(text, age):
    assert age_in(text) == age


@pytest.mark.parametrize(
    ("text", "age"),
    [("дочери 18, бросила колледж", 18), ("my son is 17", 17), ("сину 16, хоче вчитися", 16)],
)
def test_the_age_of_a_child_is_told_beside_the_child_in_any_language(text, age):
    assert age_in(text) == age
