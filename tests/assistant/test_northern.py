from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.finnish import open_analyser
from assistant.northern import (
    is_verbs,
    likely_forms,
    northern_forms,
    sure_forms,
    without_spoken_clitic,
)


@pytest.fixture(scope="module")
def analyser():
    return open_analyser()


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("auttas", "auttaisi"),
        ("tietäsin", "tietäisin"),
        ("löytys", "löytyisi"),
        ("palkkaas", "palkkaisi"),
        ("pääses", "pääsisi"),
        ("tulis", "tulisi"),
        ("nous", "nousi"),
        ("käyny", "käynyt"),
        ("päässy", "päässyt"),
        ("menemmä", "menemme"),
        ("ahistaa", "ahdistaa"),
        ("kahtoa", "katsoa"),
        ("lähtiä", "lähteä"),
        ("neuvua", "neuvoa"),
        ("poeka", "poika"),
        ("aeka", "aika"),
        ("tyänhaku", "työnhaku"),
        ("huano", "huono"),
        ("käyä", "käydä"),
        ("syyä", "syödä"),
        ("viiä", "viedä"),
        ("oottaa", "odottaa"),
        ("hakkee", "hakee"),
        ("sopis", "sopisi"),
        ("kattois", "katsoisi"),
        ("kirjottanu", "kirjoittanut"),
    ],
)
def test_a_spoken_form_leads_to_the_written_one(analyser, spoken, written):
    assert analyser.written_form(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "written"), [("kaupungis", "kaupungissa"), ("kursseis", "kursseissa")]
)
def test_a_case_without_its_end_is_taken_for_no_conditional(analyser, spoken, written):
    assert analyser.written_form(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "lemma"),
    [
        ("ookkonää", "olla"),
        ("tiiäkkönää", "tietää"),
        ("kellekä", "ken"),
        ("auttasko", "auttaa"),
        ("häätyykö", "pitää"),
        ("tartteis", "tarvita"),
    ],
)
def test_what_only_speech_adds_is_taken_off(analyser, spoken, lemma):
    assert lemma in analyser.tokens(spoken)[0].lemmas


def test_a_form_that_has_lost_its_clitic_is_never_written(analyser):
    assert analyser.written_form("saiskohan") is None
    assert without_spoken_clitic("iha") == "iha"


def test_the_noun_ala_is_no_form_of_alkaa(analyser):
    assert analyser.tokens("ala")[0].lemmas == ("ala",)


def test_only_verbs_may_end_as_rules_of_the_conditional_make_them():
    assert is_verbs("auttaisi")
    assert not is_verbs("opettajaksi")


@given(st.text("abdehijklmnoprstuvyäö", min_size=1, max_size=40))
def test_the_rules_propose_words_that_differ_and_never_fail(word):
    assert word not in set(northern_forms(word))
    for forms in (sure_forms(word), likely_forms(word)):
        assert all(isinstance(form, str) and form for form in forms) or len(word) < 4
