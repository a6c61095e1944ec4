from __future__ import annotations

import pytest
from compose_examples import context, ids_of, text_of

from assistant.compose.meaning import compose_meaning
from assistant.dialogue import Aspect


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


@pytest.fixture
def name(corpus):
    return corpus.service_by_id["silta"].name


@pytest.mark.parametrize(
    "text",
    [
        "mikä ihme on {}",
        "Mikä se {} oikein on?",
        "Lapussa lukee {}. Mikä se on?",
        "Kaveri puhui jostain, {} niin mikä se semmoinen on",
        "Mikä homma tuo {} oikein on, kun koulusta tuli siitä lappu?",
        "{} - mistä on kyse?",
        "selitä {}",
        "What does {} mean?",
        "vad är {}?",
        "что такое {}?",
    ],
)
def test_what_a_service_is_is_told_however_it_is_asked(corpus, name, text):
    draft = compose_meaning(context(corpus, text=text.format(name), help=0.5))
    assert draft is not None
    assert ids_of(draft) == ["silta"]
    statement = corpus.service_by_id["silta"].statements[0]
    assert " ".join(statement.text.split()) in text_of(draft)


@pytest.mark.parametrize(
    "text",
    [
        "Mikä {} on lähin?",
        "Kuka {} vetää?",
        "Mikä sen tavoite oli?",
        "Auttaako {} työttömiä?",
        "Olen työtön. {} on tuttu. Mistä saan töitä?",
    ],
)
def test_what_asks_something_else_is_left_to_others(corpus, name, text):
    assert compose_meaning(context(corpus, text=text.format(name), help=0.5)) is None


@pytest.mark.parametrize(
    "said",
    [
        {"aspects": (Aspect.COST,)},
        {"lists": True},
        {"counts": True},
        {"named": ("silta", "kirppu")},
    ],
)
def test_what_asks_more_than_a_meaning_is_left_to_others(corpus, name, said):
    asked = context(corpus, text=f"Mikä on {name}?", help=0.5, **said)
    assert compose_meaning(asked) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("kaveri puhu jostain TUVA niin mikä se semmonen on", "utkintokoulutukseen valmentava"),
        ("En tiedä mikä on OPH, voisitko kertoa?", "Opetushallitus"),
        ("valpas meaning", "Opetushallituksen palvelu"),
    ],
)
def test_what_something_is_is_told_from_the_real_sources(ask, question, told):
    answer = ask(question)
    assert told in answer.text
    assert answer.citations
