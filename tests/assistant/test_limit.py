"""Questions limited to some corpora: a tiny one beside a big one, and the same text in two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tiny_corpus import HashEmbedder, TinyCorpus

from assistant.chain import Assistant
from assistant.dialogue import Ask, Message, Outcome
from assistant.domain import CorpusInfo
from assistant.generation import CORPUS_BLIND, GENERATIONS
from assistant.index import Index
from assistant.limit import Limited, Limits
from assistant.places import Places
from ingest.publish import publish
from ingest.read import read_corpus
from ingest.synthetic import CORPUS as BIG
from ingest.synthetic import with_distractors

TODAY = date(2026, 11, 24)
MAIN, COPY = "main", "kopio"
BESIDE = 1500


@pytest.fixture(scope="module")
def tiny_alone(tmp_path_factory):
    return read_corpus(
        TinyCorpus.write(tmp_path_factory.mktemp("alone") / "corpus").directory
    ).corpus


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Publish a corpus and open it."""
    indexes = []

    def open_(corpus):
        directory, embedder = tmp_path_factory.mktemp("limited"), HashEmbedder()
        name = publish(corpus, directory, embedder).manifest.generation
        index = Index(directory / GENERATIONS / name, embedder.as_langchain(), embedder.name)
        indexes.append(index)
        return Assistant(index, embedder, Places.from_data(dict(index.corpus.places)))

    yield open_
    for index in indexes:
        index.close()


@pytest.fixture(scope="module")
def beside(opened, tiny_alone):
    """The tiny corpus beside a big one, which also tells how people ask."""
    places = Places.from_data(dict(tiny_alone.places))
    corpus = with_distractors(tiny_alone, places, BESIDE)
    services = (
        replace(one, asked_as=(f"mistä saan {one.name}", f"kuka auttaa: {one.name}"))
        if one.id not in tiny_alone.service_by_id
        else one
        for one in corpus.services
    )
    return opened(replace(corpus, services=tuple(services)))


def within(index, corpora, found):
    corpus = index.corpus
    leads_to = (index.record_of(one.rpartition("#")[0] or one) for one, _ in found)
    held = (corpus.service_by_id.get(one) or corpus.passage_by_id[one] for one in leads_to)
    return all(corpus.is_within(one.source_id, corpora) for one in held)


@pytest.mark.parametrize("shelf", ["passages", "asked"])
def test_a_tiny_corpus_beside_a_big_one_is_found_whole(beside, tiny_alone, shelf):
    index = beside._index
    ids = [
        unit for unit in index.vectors(shelf) if not unit.startswith((BIG.id, f"services/{BIG.id}"))
    ]
    assert 10 < len(ids) < 40
    for text in ("apua työnhakuun", "mikä kirppu oli", "хочу учиться"):
        found = index.nearest(beside.embed(text), 120, shelf, (MAIN,))
        assert sorted(one for one, _ in found) == sorted(ids)
        exact = {one: float(index.vectors(shelf)[one] @ beside.embed(text)) for one in ids}
        np.testing.assert_allclose([likeness for _, likeness in found],
                                   sorted(exact.values(), reverse=True), atol=1e-4)  # fmt: skip


@pytest.mark.parametrize("corpora", [(MAIN,), (BIG.id,)])
def test_every_way_of_finding_stays_within_the_limit(beside, corpora):
    index, vector = beside._index, beside.embed("apua työnhakuun")
    terms = (("työnhaku", 1.0), ("palvelu", 0.5), ("hanke", 0.5))
    for found in (
        index.nearest(vector, 80, "passages", corpora),
        index.nearest(vector, 80, "asked", corpora),
        index.by_words(terms, 80, "passages", corpora),
        index.by_words(terms, 80, "asked", corpora),
        index.by_words_overall(terms, 80, corpora),
        index.likeliest(vector, 40, corpora),
    ):
        assert found
        assert within(index, corpora, found)


def test_a_limit_that_leaves_nothing_out_is_none(beside):
    index, vector = beside._index, beside.embed("apua")
    everything = index.nearest(vector, 20, corpora=(MAIN, BIG.id))
    assert everything == index.nearest(vector, 20)
    limits = Limits(index.corpus, {"all": ["kirppu"]})
    assert limits.among("all", ()) is limits.among("all", (BIG.id, MAIN)) is None


def test_only_words_of_the_limit_are_known(beside):
    index = beside._index
    assert index.known_share([("kirppu",)]) == index.known_share([("kirppu",)], (MAIN,)) == 1.0
    assert index.known_share([("kirppu",)], (BIG.id,)) == 0.0


def test_an_index_of_the_layout_before_finds_as_before(beside, monkeypatch):
    index, vector = beside._index, beside.embed("mikä kirppu oli")
    monkeypatch.setattr(index, "manifest", replace(index.manifest, format=CORPUS_BLIND))
    assert index.nearest(vector, 9, "asked", (MAIN,)) == index.nearest(vector, 9, "asked")
    assert within(index, (MAIN,), index.nearest(vector, 9, "passages", (MAIN,)))


@pytest.mark.parametrize(
    "text",
    ["Mikä Kirppu-hanke oli?", "Milloin Kirppu päättyi?", "Kuka auttaa työnhaussa Kalajoella?",
     "Mitkä hankkeet ovat päättyneet?", "Mikä on ESR?", "Kuinka monta hanketta on käynnissä?"],
)  # fmt: skip
def test_nothing_of_another_corpus_is_told_whatever_is_named(beside, text):
    answer = beside.ask(Ask((Message("user", text),), as_of=TODAY, corpora=(BIG.id,)))
    assert {citation.corpus for citation in answer.citations} <= {BIG.id}
    assert {card.corpus for card in answer.services} <= {BIG.id}
    assert "31.12.2025" not in answer.text


def test_what_is_named_is_told_within_its_own_corpus(beside):
    ask = Ask((Message("user", "Milloin Kirppu-hanke päättyi?"),), as_of=TODAY, corpora=(MAIN,))
    answer = beside.ask(ask)
    assert "31.12.2025" in answer.text
    assert {citation.corpus for citation in answer.citations} == {MAIN}


def test_help_in_a_crisis_is_told_whatever_the_limit(true_assistant, monkeypatch):
    corpus = true_assistant.corpus
    other = replace(corpus, corpora=(*corpus.corpora, CorpusInfo("tyhja", "Tyhjä")))
    monkeypatch.setattr(true_assistant._index, "corpus", other)
    monkeypatch.setattr(true_assistant, "_limited", Limited(other))
    monkeypatch.setattr(true_assistant._index, "_limits", Limits(other, {
        name: tuple(ids) for name, ids in true_assistant._index._limits._ids.items()
    }))  # fmt: skip
    limited = true_assistant.ask(Ask((Message("user", "En jaksa enää elää"),), corpora=("tyhja",)))
    assert limited.outcome is Outcome.CRISIS
    assert "112" in limited.text
    assert [card.id for card in limited.services] == ["hatanumero-112", "mieli-kriisipuhelin"]
    assert limited.citations


def copied(corpus, priority):
    """The corpus with a second one beside it that tells the same."""

    def named(id_):
        head, at, rest = id_.partition(":")
        if head.startswith("services/"):
            return f"services/{COPY}.{head.removeprefix('services/')}{at}{rest}"
        return f"{COPY}.{id_}"

    sources = tuple(replace(one, id=named(one.id), corpus=COPY) for one in corpus.sources)
    lone = [one for one in corpus.passages if one.service_id is None]
    passages = tuple(replace(one, id=named(one.id), source_id=named(one.source_id)) for one in lone)
    return replace(
        corpus,
        sources=(*sources, *corpus.sources),
        passages=(*passages, *corpus.passages),
        corpora=(*corpus.corpora, CorpusInfo(COPY, "Kopio", priority)),
    )


@pytest.mark.parametrize(("priority", "first"), [(40, MAIN), (100, None)])
def test_of_two_corpora_that_tell_the_same_the_higher_priority_goes_first(
    opened, tiny_alone, priority, first
):
    assistant = opened(copied(tiny_alone, priority))
    hits = assistant.search(Ask((Message("user", "Työ muuttuu"),), as_of=TODAY), limit=100)
    by_text = {}
    for hit in hits:
        if hit.service_id is None:
            by_text.setdefault((hit.passages[0].text, hit.score), []).append(hit.passages[0])
    pairs = [pair for pair in by_text.values() if len(pair) > 1]
    assert pairs
    for pair in pairs:
        assert assistant.corpus.corpus_of(pair[0].source_id).id == (first or COPY)


def test_a_limited_corpus_holds_nothing_that_leads_outside(beside):
    whole = beside.corpus
    limited = Limited(whole).to((BIG.id,), ("kirppu",))
    assert [one.id for one in limited.services if one.id in {"kirppu", "silta", "alue"}] == [
        "kirppu"
    ]
    for service in limited.services:
        assert set(service.next_ids) <= set(limited.service_by_id)
        assert set(service.passage_ids) <= set(limited.passage_by_id)
        assert {entry.passage_id for entry in service.entries} <= set(limited.passage_by_id)
    assert {one.corpus for one in limited.sources} == {BIG.id, MAIN}
    assert Limited(whole).to(()) is Limited(whole).to((MAIN, BIG.id)) is whole
