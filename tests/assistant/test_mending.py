from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.mending import Mender
from assistant.names import known_names


@pytest.fixture(scope="module")
def mender(true_corpus, true_places, true_analyser, true_index):
    return Mender(true_analyser, true_index.vocabulary, known_names(true_corpus), true_places)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Haluan ohjaustatyönhakuun", "Haluan ohjausta työnhakuun"),
        ("mistäsaan apua", "mistä saan apua"),
        ("Missä Rekryopotoimi?", "Missä Rekryopo toimi?"),
        ("Kuka vetää Lakeudensiltoja?", "Kuka vetää Lakeuden siltoja?"),
        ("apua työssäkäyvälle", "apua työssä käyvälle"),
        ("tarvitsen kuntouttavatyötoiminta", "tarvitsen kuntouttava työtoiminta"),
    ],
)
def test_words_written_together_come_apart(mender, written, meant):
    assert mender.mend(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mistä oleskelu lupa", "mistä oleskelulupa"),
        ("Opinto polku", "Opintopolku"),
        ("asun pudas järvi", "asun pudasjärvi"),
        ("Asun Meri järvellä", "Asun Merijärvellä"),
        ("korkea koulut Oulussa", "korkeakoulut Oulussa"),
    ],
)
def test_words_written_apart_come_together(mender, written, meant):
    assert mender.mend(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("apua palveluhja", "apua palveluja"),
        ("Missä Rekrryopo toimi?", "Missä Rekryopo toimi?"),
        ("Onko Lkaeuden silloilla väkeä", "Onko Lakeuden silloilla väkeä"),
        ("Kuka rahittaa sen", "Kuka rahoittaa sen"),
        ("Mkä NOPO on", "Mikä NOPO on"),
    ],
)
def test_a_slip_of_the_fingers_is_undone(mender, written, meant):
    assert mender.mend(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mista loydan tyota", "mistä löydän työtä"),
        ("Mika on tyollisyysalue", "Mikä on työllisyysalue"),
    ],
)
def test_dots_are_put_back(mender, written, meant):
    assert mender.mend(written) == meant


def test_a_shout_is_calmed_and_names_keep_their_capitals(mender):
    assert mender.mend("KUINKA KAUAN TUVA KESTÄÄ OULUSSA") == "Kuinka kauan TUVA kestää Oulussa"


@pytest.mark.parametrize(
    "text",
    [
        "Mistä Kalajoella asuva maahanmuuttaja saa ohjausta työnhakuun?",
        "oon ollut työtön ja tartten hommia, mie asun Haapavejellä",
        "Kuka järjestää uraohjaushankkeita ja yhteistyöverkostoja?",
        "Ohjaako Work force 45-vuotiasta ja suomen kielen opiskelijaa?",
        "Matti Virtanen Kimara-hankkeesta, suunniteltu koulutusväylä",
        "Mikko lukee kirjaa lukutaidottomalle",
    ],
)
def test_what_is_right_spoken_or_a_strangers_name_is_left_alone(mender, text):
    assert mender.mend(text) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(alphabet="aäoöktlsneuiTV -.?!1", max_size=60))
def test_any_text_is_mended_without_losing_its_figures(mender, text):
    mended = mender.mend(text)
    assert [char for char in mended if char.isdigit()] == [char for char in text if char.isdigit()]


def test_without_a_dictionary_nothing_is_changed(mender, monkeypatch):
    monkeypatch.setattr(mender, "_dictionary", None)
    assert mender.mend("Haluan ohjaustatyönhakuun") == "Haluan ohjaustatyönhakuun"


def test_a_slip_is_likelier_than_what_rules_of_speech_make_of_a_word(mender):
    assert mender.mend("onko joku kolutus") == "onko joku koulutus"
