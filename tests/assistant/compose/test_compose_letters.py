from __future__ import annotations

from dataclasses import replace

import pytest
from compose_examples import context, text_of

from assistant.compose.letters import compose_letters, letters_asked, opened_letters
from assistant.dialogue import Aspect, Outcome
from assistant.domain import Basis, GlossaryTerm


@pytest.fixture
def corpus(tiny_assistant):
    corpus = tiny_assistant.corpus
    passage = corpus.passages[0]
    basis = Basis(source_id=passage.source_id, start=passage.start, end=passage.end)
    letters = GlossaryTerm(
        term="ABC", kind="abbreviation", meaning="alueen byrokratian keskus", basis=basis
    )
    return replace(corpus, glossary=(*corpus.glossary, letters))


@pytest.mark.parametrize(
    ("text", "said", "asked"),
    [
        ("Mikä on ABC?", {}, True),
        ("Mikä virasto on ABC?", {}, True),
        ("ABC?", {}, True),
        ("Vad betyder ABC?", {"language": "sv"}, True),
        ("Kuka johtaa ABC:tä ja paljonko siihen menee?", {"aspects": (Aspect.WHO,)}, False),
        ("Mikä on ABC?", {"named": ("silta",)}, False),
        ("Mikä on silta?", {}, False),
    ],
)
def test_letters_are_asked_where_their_meaning_is(corpus, text, said, asked):
    told = {"text": text, "help": 0.5, **said}
    assert bool(letters_asked(context(corpus, **told))) is asked


def test_what_letters_stand_for_is_cited(corpus):
    asked = context(corpus, text="Mikä on ABC?", help=0.5)
    draft = compose_letters(asked, letters_asked(asked))
    assert "ABC" in text_of(draft)
    assert "alueen byrokratian keskus" in text_of(draft)
    assert all(line.places for line in draft.lines)


def test_letters_that_no_source_explains_are_quoted_where_one_uses_them(corpus):
    *rest, letters = corpus.glossary
    passage = replace(corpus.passages[0], text="Palvelut (ABC) kootaan yhteen.")
    using = replace(
        corpus,
        glossary=(*rest, replace(letters, basis=None)),
        passages=(passage, *corpus.passages[1:]),
    )
    asked = context(using, text="Mikä on ABC?", help=0.5)
    draft = compose_letters(asked, letters_asked(asked))
    assert draft.outcome is Outcome.PARTIAL
    assert "ABC) kootaan" in text_of(draft)


def test_letters_that_no_source_holds_are_not_told_of(corpus):
    *rest, letters = corpus.glossary
    bare = replace(corpus, glossary=(*rest, replace(letters, basis=None)))
    asked = context(bare, text="Mikä on ABC?", help=0.5)
    assert compose_letters(asked, letters_asked(asked)) is None


def test_letters_that_a_description_opens_are_told_by_its_sentence(corpus):
    *rest, letters = corpus.glossary
    service = corpus.service_by_id["silta"]
    first, *others = service.statements
    opening = replace(first, text="Sen tekee alueen byrokratian keskus (ABC).")
    telling = replace(service, statements=(opening, *others))
    services = tuple(telling if one.id == "silta" else one for one in corpus.services)
    glossary = (*rest, replace(letters, basis=None, meaning=None))
    asked = context(replace(corpus, services=services, glossary=glossary), text="Mikä on ABC?")
    told = opened_letters(asked, glossary[-1])
    assert told is not None
    assert told[0] == opening.text
    assert told[1][0].source_id == service.source_id


def test_where_a_list_is_asked_letters_only_tell_of_which(corpus):
    text = "Missä ABC on ollut mukana, luettele"
    assert not letters_asked(context(corpus, text=text, help=0.25, lists=True))
