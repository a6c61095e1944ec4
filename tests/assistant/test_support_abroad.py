"""The guard of sentences in other languages, on the true corpus with the true dictionaries."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest
from faithful_sentences_abroad import FAITHFUL_ABROAD
from guarded_evidence import evidence_of
from lying_sentences import Liar
from lying_sentences_abroad import KINDS_ABROAD, PARTICULARS, LiarAbroad

from assistant import support_abroad
from assistant.bilingual import meanings_in
from assistant.domain import Status
from assistant.finnish import open_analyser
from assistant.support import Evidence, Guard
from assistant.validity import status_on

TODAY = date(2026, 11, 24)
TRIES = 500
DICTIONARIES = pytest.mark.skipif(
    meanings_in("en") is None or meanings_in("sv") is None, reason="needs Debian's dict-freedict-…"
)
MEANINGS = {
    "advice": {"neuvonta"},
    "help": {"auttaa", "apu"},
    "young": {"nuori"},
    "weekday": {"arki"},
    "book": {"varata"},
    "time": {"aika"},
    "training": {"koulutus"},
    "area": {"alue"},
    "school": {"koulu"},
}
EVIDENCE = Evidence(
    ("Silta auttaa nuoria.", "Neuvonta on maksutonta, eikä aikaa tarvitse varata."),
    ("Oulun kaupunki", "Oulu", "Runs until 31.5.2027"),
    "silta",
    ("Silta-hanke", "Silta"),
    (date(2024, 1, 1),),
    (date(2027, 5, 31),),
)


@pytest.fixture
def small(monkeypatch):
    """A guard that knows a few English words."""
    few = {word: frozenset(told) for word, told in MEANINGS.items()}
    known = {"en": few}
    monkeypatch.setattr(support_abroad, "meanings_in", known.get)

    def alike(texts):
        return np.ones((len(texts), 1), dtype=np.float32)

    return Guard((), open_analyser().tokens, alike)


@pytest.mark.parametrize(
    "text", ["Silta helps young people.", "Advice is free and you need not book a time."]
)
def test_a_language_without_dictionaries_is_never_supported(small, text):
    assert small.speaks("fi")
    assert small.speaks("en")
    assert not small.speaks("ru")
    assert small.objection(text, EVIDENCE, (), "ru") == "language ru"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Silta helps the young.", None),
        ("Silta helps the young in Oulu.", None),
        ("Advice is free and you need not book a time.", None),
        ("Silta helps the young in Kempele.", "word"),
        ("Silta helps the young always.", "word"),
        ("Silta helps only the young.", "word"),
        ("Silta helps the best young.", "word"),
        ("Silta doesn't help the young.", "negation"),
        ("Silta does not help the young.", "negation"),
        ("Advice is free and you must book a time.", "word"),
        ("Advice is free and you book a time.", "negation"),
        ("Silta helps the young IT.", "word"),
        ("Silta helps the young on 1 May 2025.", "date"),
        ("Silta helps the young until 31 May 2027.", None),
        ("Silta helps the young from 31 May 2027.", "date"),
        ("Silta helps the young until January 1, 2024.", "date"),
        ("Silta helps three young.", "number"),
        ("Silta helps the young, see silta.example.", "address"),
        ("Call 040 123 4567 for advice.", "address"),
        ("Silta helps the young in school.", "word"),
        ("Silta helps the <b>young</b>.", "shape"),
        ("Silta auttaa nuoria.", "word"),
    ],
)
def test_sentences_in_another_language_have_to_be_supported_word_by_word(small, text, kind):
    objection = small.objection(text, EVIDENCE, (), "en")
    assert (objection.split()[0] if objection else None) == kind


def test_one_sentence_isnt_put_together_from_several(small):
    text = "Silta helps the young and you need not book a time."
    assert small.objection(text, EVIDENCE, (), "en") is not None


@pytest.fixture(scope="module")
def guard(true_corpus, true_analyser, true_embedder):
    return Guard(true_corpus.services, true_analyser.tokens, true_embedder.embed_queries)


@pytest.fixture(scope="module")
def shunned(true_corpus):
    return [s.id for s in true_corpus.services if status_on(s, TODAY) is not Status.ACTIVE]


@DICTIONARIES
@pytest.mark.parametrize("language", sorted(FAITHFUL_ABROAD))
def test_a_model_that_lies_in_another_language_gets_hardly_anything_through(
    guard, shunned, language, true_corpus, true_places, true_analyser
):
    liar = Liar(true_corpus, true_places, true_analyser, TODAY, seed=20261124)
    lies = list(LiarAbroad(language, liar, seed=20261124).lies(TRIES))

    def stands(lie):
        service = true_corpus.service_by_id[lie.service]
        evidence = evidence_of(true_corpus, service, service.statements[lie.statement])
        return guard.objection(lie.text, evidence, shunned, language) is None

    through = [(lie.kind, lie.text) for lie in lies if stands(lie)]
    assert set(Counter(lie.kind for lie in lies)) == set(KINDS_ABROAD)
    assert [one for one in through if one[0] in PARTICULARS] == []
    assert len(through) <= 0.02 * TRIES, through


@DICTIONARIES
@pytest.mark.parametrize("language", sorted(FAITHFUL_ABROAD))
def test_a_careful_translation_is_mostly_believed(guard, shunned, language, true_corpus):
    dropped = {}
    for service_id, number, text in FAITHFUL_ABROAD[language]:
        service = true_corpus.service_by_id[service_id]
        evidence = evidence_of(true_corpus, service, service.statements[number])
        if found := guard.objection(text, evidence, shunned, language):
            dropped[text] = found

    assert len(dropped) <= 0.45 * len(FAITHFUL_ABROAD[language]), dropped
