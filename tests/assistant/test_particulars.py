from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.finnish import open_analyser
from assistant.messages import day
from assistant.particulars import Ground, is_numeral, particulars

ANALYSER = open_analyser(("Duuniportti",))
FINNISH_MONTHS = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä"]
FINNISH_MONTHS += ["heinä", "elo", "syys", "loka", "marras", "joulu"]
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1))


def found(text):
    return particulars(text, ANALYSER.tokens(text))


def ground(*texts):
    return Ground((text, ANALYSER.tokens(text)) for text in texts)


def lacks(text, *texts):
    return ground(*texts).lacks(found(text))


@pytest.mark.parametrize(
    "written",
    [
        "31.5.2026",
        "31.05.2026",
        "31. 5. 2026",
        "31. toukokuuta 2026",
        "toukokuun 31. päivänä 2026",
        "2026-05-31",
        "31 May 2026",
        "May 31st, 2026",
        "den 31 maj 2026",
        "31 мая 2026 года",
    ],
)
def test_a_date_is_the_same_however_its_written(written):
    assert found(f"Hanke päättyy {written}.").dates == {(2026, 5, 31)}
    assert lacks(f"Hanke päättyy {written}.", "Kausi on 1.1.2024-31.5.2026.") == ()
    assert lacks(f"Hanke päättyy {written}.", "Kausi on 1.1.2024-30.5.2026.")


@given(DAYS, DAYS)
def test_any_other_date_is_lacking(told, held):
    text = f"Hanke päättyy {told.day}. {FINNISH_MONTHS[told.month - 1]}kuuta {told.year}."
    assert bool(lacks(text, f"Päättyy {day(held)}.")) == (told != held)


@pytest.mark.parametrize(
    ("told", "held", "stands"),
    [
        ("toukokuussa 2026", "31.5.2026", True),
        ("toukokuussa 2026", "31.6.2026", False),
        ("toukokuussa", "5/2026", True),
        ("vuonna 2026", "31.5.2026", True),
        ("vuonna 2027", "31.5.2026", False),
        ("31.5.", "31.5.2026", True),
        ("31.5.2026", "toukokuussa 2026", False),
        ("2024-2028", "vuosille 2024–2028", True),
        ("2024-2029", "vuosille 2024–2028", False),
    ],
)
def test_less_of_a_date_may_be_told_and_never_more(told, held, stands):
    assert (lacks(told, held) == ()) is stands


@pytest.mark.parametrize(
    ("told", "held", "stands"),
    [
        ("3 kuntaa", "kolmessa kunnassa", True),
        ("kolme kuntaa", "3 kuntaa", True),
        ("kaksikymmentäviisi paikkaa", "25 paikkaa", True),
        ("kaksitoista", "12", True),
        ("neljä kuntaa", "kolmessa kunnassa", False),
        ("2 000 euroa", "2000 €", True),
        ("2 000 euroa", "200 euroa", False),
        ("1,5 vuotta", "1.5 vuotta", True),
        ("50 %", "50 prosenttia", True),
        ("50 %", "50 euroa", False),
        ("klo 8:30", "klo 8.30", True),
        ("alle 30-vuotiaat", "13–29-vuotiaat", False),
        ("5 kuntaa", "31.5.2026", False),
    ],
)
def test_numbers_are_compared_by_value(told, held, stands):
    assert (lacks(told, held) == ()) is stands


@pytest.mark.parametrize(
    ("told", "held", "stands"),
    [
        ("Soita 08 123 4567.", "puh. 081234567", True),
        ("Soita 040 123 4567.", "+358 40 123 4567", True),
        ("Soita 040 123 4568.", "+358 40 123 4567", False),
        ("Soita 116 117.", "116117", True),
        ("Katso www.kela.fi.", "https://www.kela.fi/henkiloasiakkaat", True),
        ("Katso kela.fi/muu.", "https://www.kela.fi/henkiloasiakkaat", False),
        ("Katso kelaa.fi.", "https://www.kela.fi", False),
        ("Kirjoita ohjaus@ouka.fi.", "Ohjaus@Ouka.fi", True),
        ("Kirjoita ohjaus@ouka.com.", "ohjaus@ouka.fi", False),
    ],
)
def test_addresses_are_compared_whole(told, held, stands):
    assert (lacks(told, held) == ()) is stands


@pytest.mark.parametrize(
    ("told", "held", "stands"),
    [
        ("Apua saa Kalajoella.", "Kalajoen kaupunki auttaa.", True),
        ("Apua saa Kalajärvellä.", "Kalajoen kaupunki auttaa.", False),
        ("Hanke toimii Oulussa.", "Hanke toimii Kemissä.", False),
        ("Apua saa Duuniportista.", "Duuniportti -hanke.", True),
        ("Apua antaa Duuniportti-hanke.", "Duuniportti -hanke.", True),
        ("Kysy KELA:lta.", "Kela maksaa tukea.", True),
        ("Rahoitus on ESR+.", "ESR+, Kalajoen kaupunki", True),
        ("Rahoitus on OKM.", "ESR+, Kalajoen kaupunki", False),
        ("Alue on Ylivieska-Kalajoki-Nivala.", "Ylivieska, Kalajoki ja Nivala", True),
        ("Xyzzylä auttaa.", "Kalajoki auttaa.", False),
    ],
)
def test_names_are_compared_in_their_base_form(told, held, stands):
    assert (lacks(told, held) == ()) is stands


def test_an_ordinary_word_that_begins_a_sentence_is_no_name():
    assert found("Palvelu auttaa. Neuvonta on avointa.").names == ()


def test_a_text_without_particulars_lacks_nothing():
    assert lacks("neuvontaa ja ohjausta") == ()


def test_words_that_count_are_numerals():
    three, counsel = ANALYSER.tokens("kolme neuvoa")
    assert (is_numeral(three), is_numeral(counsel)) == (True, False)


@given(st.text())
def test_every_text_stands_on_itself(text):
    assert lacks(text, text) == ()
