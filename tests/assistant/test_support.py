"""The guard of generated sentences, on the true corpus with the true embedding model."""

from __future__ import annotations

from collections import Counter
from datetime import date

import guarded_evidence
import numpy as np
import pytest
from faithful_sentences import FAITHFUL
from lying_sentences import KINDS, Liar

from assistant.compose.draft import readable
from assistant.domain import Status
from assistant.finnish import open_analyser
from assistant.support import LONGEST, Evidence, Guard
from assistant.validity import status_on

TODAY = date(2026, 11, 24)
TRIES = 500
ANALYSER = open_analyser()
QUOTES = (
    "Silta auttaa alle 30-vuotiaita, joilla ei ole työtä.",
    "Neuvonta on maksutonta ja sitä saa Oulussa arkisin.",
)
EVIDENCE = Evidence(
    QUOTES,
    ("Oulun kaupunki", "nuoret", "Käynnissä 31.5.2027 asti"),
    "silta",
    ("Silta-hanke", "Silta"),
    (date(2024, 1, 1),),
    (date(2027, 5, 31),),
)


def alike(texts):
    return np.ones((len(texts), 1), dtype=np.float32)


GUARD = Guard((), ANALYSER.tokens, alike)


def objection(text, evidence=EVIDENCE):
    return GUARD.objection(text, evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Silta auttaa nuoria, joilla ei ole työtä.",
        "Jos olet alle 30-vuotias ja sinulla ei ole työtä, Silta auttaa.",
        "Neuvonta on ilmaista.",
        "Oulussa neuvontaa saa arkisin.",
        "Silta on käynnissä 31. toukokuuta 2027 saakka.",
        "Sillan neuvonta on maksutonta!",
    ],
)
def test_what_is_supported_stands(text):
    assert objection(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Silta auttaa alle 25-vuotiaita, joilla ei ole työtä.", "number"),
        ("Silta on käynnissä 30.5.2027 asti.", "date"),
        ("Silta alkaa 31.5.2027.", "date"),
        ("Silta on käynnissä 1.1.2024 asti.", "date"),
        ("Neuvontaa saa Kempeleessä arkisin.", "name"),
        ("Neuvontaa saa kempeleessä arkisin.", "word"),
        ("Neuvonta on maksutonta, katso silta-oulu.fi.", "address"),
        ("Silta auttaa alle 30-vuotiaita, joilla on työtä.", "negation"),
        ("Neuvonta ei ole maksutonta.", "negation"),
        ("Neuvonta on maksullista.", "word"),
        ("Neuvonta on maksutonta ja luottamuksellista.", "word"),
        ("Neuvonta on aina maksutonta.", "word"),
        ("Neuvontaa saa vain Oulussa arkisin.", "word"),
        ("Silta auttaa kaikkia.", "word"),
        ("Silta auttaa eläkeläisiä.", "word"),
        ("Neuvontaa on maksutonta ja sitä saa Oulussa öisin.", "word"),
        ("Neuvonta on <b>maksutonta</b>.", "shape"),
        ("Neuvonta on [maksutonta](x).", "shape"),
        ("Neuvonta on\nmaksutonta.", "shape"),
        ("Neuvonta on maksu\u200btonta.", "shape"),
        ("Neuvonta on maksutonta", "shape"),
        ("Onko neuvonta maksutonta?", "shape"),
        ("Neuvonta.", "shape"),
        ("Neuvonta on maksutonta ja " + "maksutonta " * (LONGEST // 8) + ".", "shape"),
    ],
)
def test_what_isnt_supported_has_a_reason(text, kind):
    assert (objection(text) or "nothing").split()[0] == kind


def test_a_word_is_changed_only_for_one_of_the_same_meaning():
    evidence = Evidence(("Voit selata työpaikkoja ilman kirjautumista.", "Neuvoja antaa apua."))
    assert objection("Voit selata työpaikkoja ilman kirjautumista.", evidence) is None
    assert objection("Voit selata palvelua ilman kirjautumista.", evidence) == "word changed"


def test_a_sentence_isnt_put_together_from_all_over():
    quotes = ("Silta antaa ohjausta.", "Polku opettaa suomea.", "Talo lainaa kirjoja.")
    assert objection("Silta opettaa suomea ja lainaa kirjoja.", Evidence(quotes)) is not None
    assert objection("Silta antaa ohjausta ja opettaa suomea.", Evidence(quotes)) is None


def test_what_means_something_else_isnt_supported():
    def far(texts):
        return np.eye(len(texts), dtype=np.float32)

    guard = Guard((), ANALYSER.tokens, far)
    assert guard.objection("Neuvonta on ilmaista.", EVIDENCE) == "meaning 0.00"


def test_without_evidence_nothing_is_supported():
    assert objection("Neuvonta on maksutonta.", Evidence(())) is not None


@pytest.fixture(scope="module")
def guard(true_corpus, true_analyser, true_embedder):
    return Guard(true_corpus.services, true_analyser.tokens, true_embedder.embed_queries)


@pytest.fixture(scope="module")
def shunned(true_corpus):
    return [s.id for s in true_corpus.services if status_on(s, TODAY) is not Status.ACTIVE]


@pytest.fixture(scope="module")
def evidence_of(true_corpus):
    """What a statement of a service is checked against."""

    def evidence(service, statement):
        return guarded_evidence.evidence_of(true_corpus, service, statement)

    return evidence


def test_a_lying_model_gets_nothing_made_up_through_and_hardly_anything_else(
    guard, shunned, evidence_of, true_corpus, true_places, true_analyser
):
    liar = Liar(true_corpus, true_places, true_analyser, TODAY, seed=20261124)
    lies = list(liar.lies(TRIES))
    through = [
        lie
        for lie in lies
        if guard.objection(lie.text, evidence_of(lie.service, lie.statement), shunned) is None
    ]

    assert len(lies) == TRIES
    assert set(Counter(lie.kind for lie in lies)) == set(KINDS)
    assert [lie.text for lie in through if lie.is_of_particulars] == []
    assert len(through) <= 0.02 * TRIES, [(lie.kind, lie.text) for lie in through]


def test_a_careful_model_is_mostly_believed(guard, shunned, evidence_of, true_corpus):
    dropped = {}
    for service_id, number, text in FAITHFUL:
        service = true_corpus.service_by_id[service_id]
        evidence = evidence_of(service, service.statements[number])
        if found := guard.objection(text, evidence, shunned):
            dropped[text] = found

    assert len(dropped) <= 0.15 * len(FAITHFUL), dropped


def test_the_sources_own_sentences_are_believed(guard, evidence_of, true_corpus):
    running = [s for s in true_corpus.services if status_on(s, TODAY) is Status.ACTIVE]
    objections = [
        guard.objection(readable(statement.text), evidence_of(service, statement))
        for service in running[::3]
        for statement in service.statements[:3]
    ]

    assert len(objections) > 50
    assert sum(found is not None for found in objections) <= 0.03 * len(objections)


def test_a_service_that_has_ended_isnt_spoken_of(guard, evidence_of, true_corpus, shunned):
    service = true_corpus.service_by_id["poiju-rko"]
    evidence = evidence_of(service, service.statements[0])
    ended = "Duuniportti auttaa maahan muuttaneita pääsemään työelämään."
    assert guard.objection(ended, evidence, shunned) is not None
    in_quote = Evidence((*evidence.quotes, ended), evidence.fields, service.id, service.names)
    assert guard.objection(ended, in_quote, shunned) == "status duuniportti"


def test_another_services_sentence_isnt_told_as_this_ones(guard, evidence_of, true_corpus):
    service = true_corpus.service_by_id["poiju-rko"]
    told = "Työmarkkinatori auttaa maahan muuttaneita."
    evidence = evidence_of(service, service.statements[0])
    with_name = Evidence((*evidence.quotes, "Työmarkkinatori."), (), service.id, service.names)
    assert guard.objection(told, with_name) == "name tyomarkkinatori"
