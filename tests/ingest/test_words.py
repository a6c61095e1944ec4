from __future__ import annotations

import pytest

from assistant.errors import CorpusError
from ingest.read import read_corpus

VOCABULARY, GLOSSARY = "vocabulary.yaml", "glossary.yaml"

REFUSED = {
    "a broader term that isn't there": (
        VOCABULARY, "{definition: Työttömät työnhakijat.}",
        "{definition: Työttömät työnhakijat., broader: väki}", "työttömät:",
        "target_groups.työttömät.broader: 'väki' isn't in the list",
    ),
    "a term without a definition": (
        VOCABULARY, "{definition: Neuvonta.}", "{}", "neuvonta:",
        "topics.neuvonta.definition: Field required",
    ),
    "a term twice": (
        VOCABULARY, "  työnhaku:", "  neuvonta:", "  neuvonta: {definition: Työ",
        "neuvonta stands twice; leave one",
    ),
    "a glossary term twice": (
        GLOSSARY, "term: ESR", "term: Työkkäri", "term: Työkkäri",
        "terms.1.term: 'Työkkäri' stands twice",
    ),
    "an unknown kind of term": (
        GLOSSARY, "kind: old_name", "kind: slang", "kind: slang",
        "terms.0.kind: Input should be 'concept', 'abbreviation' or 'old_name'",
    ),
    "an unknown topic": (
        GLOSSARY, "[työnhaku]", "[työ]", "topics:",
        "terms.0.topics: 'työ' isn't in vocabulary.yaml",
    ),
    "a service that isn't there": (
        GLOSSARY, "now_id: alue", "now_id: seutu", "now_id:",
        "terms.0.now_id: 'seutu' isn't in services",
    ),
    "a quote changed": (
        GLOSSARY, "ESR+. Kalajoen kaupunki", "ESR+ Kalajoki", "quote:",
        "terms.1.source.quote: this isn't in the plan to the character",
    ),
    "a language without words of ours": (
        GLOSSARY, "{en: [ESF]}", "{de: [ESF]}", "words: {de",
        "terms.1.words.de.[key]: Input should be 'fi', 'sv', 'en', 'ru' or 'uk'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_words_that_dont_hold_are_refused_with_their_line_and_the_reason(tiny, case):
    name, old, new, piece, reason = REFUSED[case]
    tiny.change(name, old, new)
    with pytest.raises(CorpusError) as refused:
        read_corpus(tiny.directory)
    assert str(refused.value) == f"{name}:{tiny.line(name, piece)}: {reason}"


def test_a_glossary_term_keeps_its_words_and_what_it_is_today(tiny):
    term, short = read_corpus(tiny.directory).corpus.glossary
    assert term.words == {"fi": ("työkkäri", "mol")}
    assert (term.now, term.now_id, term.since.isoformat()) == (
        "työllisyysalue",
        "alue",
        "2025-01-01",
    )
    assert short.kind == "abbreviation"


def test_a_glossary_quote_keeps_its_place_in_the_plan(tiny):
    corpus = read_corpus(tiny.directory).corpus
    basis = corpus.glossary[1].basis
    assert corpus.source_by_id[basis.source_id].quote(basis.start, basis.end) == basis.quote


def test_a_target_group_keeps_its_ages(tiny):
    groups = read_corpus(tiny.directory).corpus.vocabulary.target_groups
    assert groups["nuoret"].ages == (13, 29)
    assert groups["työttömät"].ages is None


def test_no_service_of_the_shipped_corpus_uses_a_term_outside_the_vocabulary(true_corpus):
    vocabulary = true_corpus.vocabulary
    for service in true_corpus.services:
        assert set(service.target_groups) <= vocabulary.target_groups.keys()
        assert set(service.topics) <= vocabulary.topics.keys()
