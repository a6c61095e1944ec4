import logging
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import finnish
from assistant.finnish import (
    SimplemmaAnalyser,
    Vocabulary,
    VoikkoAnalyser,
    index_terms,
    lix,
    normalise,
    open_analyser,
    query_terms,
    sentences,
    words_per_sentence,
)
from assistant.voikko import VoikkoNotFoundError

KNOWN = ("Duuniportti", "SOMPA", "OSKE", "Työmarkkinatori", "Uula-hanke", "amis")
ANALYSER = VoikkoAnalyser(KNOWN)


def word(text, analyser=ANALYSER):
    (token,) = analyser.tokens(text)
    return token


# Characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ty\u006f\u0308", "työ"),
        ("Ｏｕｌｕ　１０", "Oulu 10"),
        ("oﬃce", "office"),
        ("”lainaus” ‘ja’ «toinen»", '"lainaus" \'ja\' "toinen"'),
        ("1.1.–31.5. — ja −5", "1.1.-31.5. - ja -5"),
        ("a\u00a0\u2009b\t\n c", "a b c"),
        ("työ\u00adllisyys\u200b\ufeff", "työllisyys"),
        ("a\x00b\x07c\ud800d", "abcd"),
        ("\u202eoulu\u202c", "oulu"),
        ("…", "..."),
        ("½ m² ™", "½ m² ™"),
    ],
)
def test_normalise_makes_characters_plain(text, expected):
    assert normalise(text) == expected


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_normalise_is_idempotent_and_leaves_nothing_odd(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not {unicodedata.category(char) for char in once} & {"Cc", "Cf", "Cs"}
    assert "  " not in once
    assert once == once.strip()


# Base forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kauppias", "kauppiaan"),
        ("kuntien", "kunnissa"),
        ("määriä", "määrä"),
        ("työttömänä", "työtön"),
        ("ohjaajalle", "ohjaaja"),
        ("yrittäjiksi", "yrittäjä"),
        ("Kalajoella", "kalajoki"),
        ("TYÖLLISYYSALUEELLA", "työllisyysalue"),
    ],
)
def test_forms_of_one_word_meet_in_one_base_form(one, other):
    assert word(one).lemmas[0] == word(other).lemmas[0]


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("työllisyyspalvelupiste", ("työllisyys", "palvelu", "piste")),
        ("työllisyyspalvelupisteestä", ("työllisyys", "palvelu", "piste")),
        ("kunnanjohtajalle", ("kunta", "johtaja")),
        ("naisyrittäjien", ("nainen", "yrittäjä")),
        ("opinto-ohjaajan", ("opinto", "ohjaaja")),
        ("KV-osaajille", ("kv", "osaaja")),
        ("ESR+-osarahoitteinen", ("esr", "osarahoitteinen", "osa", "rahoitteinen")),
        ("Duuniportti-hankkeesta", ("duuniportti", "duuni", "portti", "hanke")),
        ("ohjaus", ()),
    ],
)
def test_compounds_are_taken_apart_into_base_forms(compound, parts):
    assert word(compound).parts == parts


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Duuniportin", "duuniportti"),
        ("duuniporttiin", "duuniportti"),
        ("Duuniportissakin", "duuniportti"),
        ("SOMPAsta", "sompa"),
        ("sompaan", "sompa"),
        ("OSKEen", "oske"),
        ("OSKE:sta", "oske"),
        ("oskesta", "oske"),
        ("tyomarkkinatorilta", "työmarkkinatori"),
        ("Työmarkkinatorin", "työmarkkinatori"),
        ("amiksessa", "amis"),
        ("amikseen", "amis"),
    ],
)
def test_known_names_are_met_in_any_case(form, name):
    assert name in word(form).lemmas
    assert word(form).known


def test_an_acronym_is_found_before_its_ending_without_being_known():
    assert word("JODista", VoikkoAnalyser()).lemmas[0] == "jod"


def test_an_unknown_word_keeps_its_form_and_gets_a_guess():
    token = word("xyzzyssä")
    assert token.lemmas == ("xyzzyssä", "xyzzy")
    assert not token.known


@pytest.mark.parametrize(
    ("spoken", "lemma"),
    [
        ("mä", "minä"),
        ("mie", "minä"),
        ("mää", "minä"),
        ("oon", "olla"),
        ("meän", "me"),
        ("meiän", "me"),
        ("mist", "mikä"),
        ("saaha", "saada"),
        ("tarviiko", "tarvita"),
        ("tekis", "tehdä"),
        ("töihi", "työ"),
        ("töihen", "työ"),
        ("kouluu", "koulu"),
        ("kouluhun", "koulu"),
        ("koulusa", "koulu"),
        ("koulust", "koulu"),
        ("työtö", "työtön"),
        ("Oulus", "oulu"),
        ("Oulluun", "oulu"),
        ("rahhaa", "raha"),
        ("opiskelupaikkoo", "opiskelupaikka"),
        ("punanen", "punainen"),
        ("kirjottaa", "kirjoittaa"),
        ("ilmottautua", "ilmoittautua"),
        ("siivoojaks", "siivooja"),
        ("tyo", "työ"),
        ("nayte", "näyte"),
        ("tyottomyystuki", "työttömyystuki"),
        ("työttömyyspäivarahaa", "työttömyyspäiväraha"),
    ],
)
def test_spoken_and_bare_forms_lead_to_the_written_word(spoken, lemma):
    assert word(spoken).lemmas[0] == lemma


def test_tokens_stand_where_they_say():
    text = "Mistä (KV-osaaja) saa ”ohjausta”?  Ou\u00adlussa ka\u0308ydä\u0308\u0308n."
    tokens = ANALYSER.tokens(text)
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert [token.lemmas[0] for token in tokens][1:5] == ["kv-osaaja", "saada", "ohjaus", "oulu"]


@given(st.text(max_size=60))
def test_tokens_of_any_text_are_in_order_and_have_lemmas(text):
    tokens = ANALYSER.tokens(text)
    assert all(left.end <= right.start for left, right in pairwise(tokens))
    for token in tokens:
        assert text[token.start : token.end] == token.text
        assert token.lemmas
        assert all(token.lemmas)
        assert all(token.parts)


def test_one_analyser_serves_many_threads_alike():
    texts = [f"työttömänä kunnissa{n} ohjaajille yrittäjyys{n}" for n in range(200)]
    fresh = VoikkoAnalyser()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(fresh.tokens, texts))
    assert together == [VoikkoAnalyser().tokens(text) for text in texts]


# Without Voikko


def test_without_voikko_simplemma_serves_and_the_log_says_so(monkeypatch, caplog):
    def missing():
        raise VoikkoNotFoundError("no library")

    monkeypatch.setattr(finnish, "open_dictionary", missing)
    with caplog.at_level(logging.WARNING):
        analyser = open_analyser(["Duuniportti"])
    assert analyser.name == "simplemma"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "voikko-fi" in caplog.text
    assert word("koulussa", analyser).lemmas == ("koulu",)
    assert word("kouluu", analyser).lemmas[0] == "koulu"
    assert word("Duuniportin", analyser).lemmas == ("duuniportti",)


def test_with_voikko_voikko_serves():
    assert open_analyser().name == "voikko"
    assert SimplemmaAnalyser.name == "simplemma"


# Terms


def test_index_terms_hold_base_forms_parts_and_surface_without_stop_words():
    terms = index_terms(ANALYSER.tokens("Mistä saan työhakemuksen, ja mikä se on?"))
    assert terms == ["saada", "saan", "työhakemus", "työ", "hakemus", "työhakemuksen"]


def test_a_word_counts_once_for_each_time_it_stands_there():
    terms = index_terms(ANALYSER.tokens("ohjaus ohjausta ohjaus"))
    assert terms.count("ohjaus") == 3


def test_words_written_apart_meet_the_compound_and_the_other_way_round():
    index = index_terms(ANALYSER.tokens("Työhakemuksia autetaan kirjoittamaan."))
    apart = dict(query_terms(ANALYSER.tokens("työ hakemus"), index))
    assert 0 < apart["työhakemus"] < 1
    split = index_terms(ANALYSER.tokens("Hakemus työhön"))
    joined = dict(query_terms(ANALYSER.tokens("työhakemus"), split))
    assert {"työ", "hakemus"} <= joined.keys()
    hyphened = dict(query_terms(ANALYSER.tokens("opinto ohjaaja"), ["opinto-ohjaaja"]))
    assert "opinto-ohjaaja" in hyphened


def test_a_base_form_weighs_one_and_everything_else_less():
    terms = dict(query_terms(ANALYSER.tokens("työpajoissa"), []))
    assert terms["työpaja"] == 1.0
    assert all(0 < weight < 1 for term, weight in terms.items() if term != "työpaja")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mielenterveyspalvlut", "mielenterveyspalvelut"),
        ("uraohjuas", "uraohjaus"),
        ("foreammati", "foreammatti"),
        ("Rekryyopo", "rekryopo"),
    ],
)
def test_an_unknown_word_is_repaired_towards_the_vocabulary(typed, meant):
    terms = dict(query_terms(ANALYSER.tokens(typed), Vocabulary([meant, "koulutus", "nuori"])))
    assert 0 < terms[meant] < 1


def test_a_word_the_dictionary_knows_is_not_repaired_into_another():
    terms = dict(query_terms(ANALYSER.tokens("kissa"), ["kassa", "kissat", "lissu"]))
    assert terms == {"kissa": 1.0}


def test_nearness_is_measured_without_diacritics_and_by_length():
    words = Vocabulary(["kärsämäki", "ura", "koulutuskeskus"])
    assert words.nearest("karsamaki") == [("kärsämäki", 0)]
    assert words.nearest("uta") == []
    assert words.nearest("kuolutuskesus") == [("koulutuskeskus", 2)]
    assert words.nearest("kuolutuskese") == []


# Sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanke alkoi. Se jatkuu.", ["Hanke alkoi.", "Se jatkuu."]),
        ("Apua saa esim. Ohjaamosta, ks. Oulu ja mm. koulut. Loppu.", 2),
        ("Hanke kestää 1.1.2024-31.5.2026 asti. Se päättyy 31.5.2026. Mitä sitten?", 3),
        ("Haku on 1.1.-31.5. Oulussa ja 5. luokalla. Tervetuloa!", 2),
        ("J. K. Paasikivi kävi. Hän lähti.", 2),
        ("Oulun Setlementti ry. auttaa. Soita!", 2),
        ("Katso www.ouka.fi/palvelut tai https://te.fi/a.b?c=d. Soita!", 2),
        ("Kursseja, ryhmiä ym. Niihin pääsee heti.", 2),
        ("mistä apua? asun oulussa. kerro lisää", 3),
        ("Näin sanotaan.[^w1][^p1] Ja näin. [2] Loppu", 3),
        ('Hän sanoi: "Tule!" Menin.', 2),
        ("- yksi\n- kaksi\n\nKolmas kappale\nsamaa kappaletta", 3),
        ("1. Avaa sivu. 2. Kirjaudu.", 2),
        ("Odota... Valmis!", 2),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_sentences_end_where_they_end(text, expected):
    found = [text[start:end] for start, end in sentences(text)]
    assert (found if isinstance(expected, list) else len(found)) == expected


@given(st.text(max_size=120) | st.text(alphabet='aA1 .!?\n-[]^"ö,', max_size=120))
def test_sentences_cover_everything_in_order_without_overlap(text):
    spans = sentences(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {index for start, end in spans for index in range(start, end)}
    assert all(char.isspace() or index in covered for index, char in enumerate(text))
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)


# Readability


def test_lix_is_words_a_sentence_plus_the_percentage_of_long_words():
    text = "Sinä saat apua. Opinto-ohjaaja neuvoo."
    assert words_per_sentence(text) == pytest.approx(5 / 2)
    assert lix(text) == pytest.approx(5 / 2 + 100 * 1 / 5)
    assert lix("Kuusikko pitkä") == pytest.approx(2 + 50)


@pytest.mark.parametrize("text", ["", "...", "1 2 3"])
def test_a_text_without_words_has_no_readability(text):
    assert lix(text) == 0.0
    assert words_per_sentence(text) == 0.0
