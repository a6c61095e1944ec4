"""Which composer answers, and the kinds that say what can't be answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compose_examples import context, hit, ids_of, lone, text_of, unfounded

from assistant.compose.choose import compose, is_outside
from assistant.compose.clarify import needs_clarifying
from assistant.compose.nothing import compose_nothing, compose_refusal
from assistant.compose.passages import compose_passages
from assistant.dialogue import Aspect, Audience, Outcome, QuestionKind
from assistant.domain import PassageKind, Status

SURE = {"known": 1.0, "nearest": 0.95, "nearest_asked": 0.98, "rarest": 1.0}
UNSURE = {"known": 0.0, "nearest": 0.7, "nearest_asked": 0.7, "rarest": 1.0}
WORDS = (("apu",), ("työ",), ("kalajoki",), ("maahanmuuttaja",), ("ohjaus",), ("hanke",))
FEW = (("tehdä",), ("tietää",))


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


@pytest.fixture
def true_corpus_(true_assistant):
    return true_assistant.corpus


@pytest.fixture
def found(corpus):
    return hit(corpus, "alue", 3.0), hit(corpus, "silta", 2.5), hit(corpus, "kirppu", 2.0)


def kind(corpus, *hits, signals=SURE, **said):
    said = {"words": WORDS, **said}
    return compose(context(corpus, *hits, signals=signals, **said)).kind


def test_distress_goes_before_everything(corpus, found):
    said = {"distress": "self_harm", "misuse": "poem", "named": ("silta",), "lists": True}
    draft = compose(context(corpus, *found, **said))
    assert draft.kind is QuestionKind.CRISIS
    assert draft.outcome is Outcome.CRISIS


def test_misuse_is_refused_before_anything_is_looked_up(corpus, found):
    draft = compose(context(corpus, *found, misuse="poem", named=("silta",)))
    assert draft.kind is QuestionKind.REFUSAL
    assert draft.outcome is Outcome.REFUSED
    assert not draft.cards


def test_what_is_named_is_told_of_and_a_person_in_need_is_helped(corpus, found):
    assert kind(corpus, *found, named=("silta",), help=0.5) is QuestionKind.FACT
    assert kind(corpus, *found, named=("silta",), aspects=(Aspect.WHEN,)) is QuestionKind.FACT
    assert kind(corpus, *found, named=("silta",), help=1.0) is QuestionKind.SERVICE
    assert kind(corpus, *found, topics=("työnhaku",), help=1.0) is QuestionKind.SERVICE


def test_a_passage_that_fits_best_is_quoted_unless_a_person_needs_help(corpus, found):
    strength = next(p for p in corpus.passages if p.kind is PassageKind.STRENGTH)
    best = (lone(strength, 4.0), *found)
    assert kind(corpus, *best, topics=("neuvonta",), help=0.5) is QuestionKind.PASSAGE
    assert kind(corpus, *best, topics=("neuvonta",), help=0.0) is QuestionKind.PASSAGE
    assert kind(corpus, *best, topics=("neuvonta",), help=1.0) is QuestionKind.SERVICE


def test_when_nothing_was_found_or_nothing_fits_it_is_said(corpus, found):
    for hits, signals in (((), SURE), (found, UNSURE)):
        draft = compose(context(corpus, *hits, signals=signals, words=WORDS))
        assert draft.outcome is Outcome.NOT_FOUND
        assert draft.kind is QuestionKind.NOTHING


def test_nothing_found_refers_to_the_persons_own_employment_area(corpus):
    at_home = compose_nothing(context(corpus, municipalities=("Kalajoki",)))
    assert ids_of(at_home) == ["alue"]
    assert not unfounded(at_home)
    assert at_home.outcome is Outcome.NOT_FOUND
    nowhere = compose_nothing(context(corpus))
    assert not nowhere.cards
    assert all(line.frame for line in nowhere.lines)


def test_a_refusal_says_what_can_be_asked(corpus):
    draft = compose_refusal(context(corpus))
    assert draft.outcome is Outcome.REFUSED
    assert len(draft.follow_ups) >= 2
    assert len(draft.lines) >= 2


# One question back

VAGUE = {"signals": {"rarest": 0.3}, "words": (("apu",),), "help": 1.0}


def test_a_question_that_says_nothing_is_asked_back_with_choices(corpus, found):
    draft = compose(context(corpus, *found, **VAGUE))
    assert draft.outcome is Outcome.CLARIFY
    assert text_of(draft).endswith("?")
    assert len(set(draft.follow_ups)) == len(draft.follow_ups) >= 2
    assert not draft.cards


@pytest.mark.parametrize(
    "said",
    [
        {"clarified": True},
        {"named": ("silta",)},
        {"nearly_named": ("silta",)},
        {"organisations": ("OKM",)},
        {"municipalities": ("Oulu",)},
        {"topics": ("työnhaku",)},
        {"target_groups": ("nuoret",)},
        {"age": 20},
        {"theme": 1},
        {"lists": True},
        {"signals": {"rarest": 0.9}},
        {"words": WORDS},
    ],
    ids=lambda said: next(iter(said)),
)
def test_whatever_is_told_is_enough_not_to_ask_back(corpus, found, said):
    assert needs_clarifying(context(corpus, *found, **VAGUE))
    assert not needs_clarifying(context(corpus, *found, **{**VAGUE, **said}))


# What others give advice on


def test_only_what_others_advise_on_is_out_of_scope(true_corpus_):
    (outside,) = [t.term for t in true_corpus_.vocabulary.topics.values() if t.outside]
    assert is_outside(context(true_corpus_, topics=(outside,)))
    assert is_outside(context(true_corpus_, topics=(outside, "neuvonta")))
    assert not is_outside(context(true_corpus_, topics=(outside, "työnhaku")))
    assert not is_outside(context(true_corpus_, topics=(outside,), named=("kela",)))
    assert not is_outside(context(true_corpus_))


def test_out_of_scope_says_who_advises(true_corpus_):
    (outside,) = [t.term for t in true_corpus_.vocabulary.topics.values() if t.outside]
    draft = compose(context(true_corpus_, topics=(outside,), words=WORDS, signals=SURE))
    assert draft.outcome is Outcome.OUT_OF_SCOPE
    assert ids_of(draft)
    for card in draft.cards:
        assert outside in card.card.topics
    assert not unfounded(draft)


# Crisis


@pytest.mark.parametrize("distress", ["self_harm", "danger", "violence"])
@pytest.mark.parametrize("language", ["fi", "sv", "en", "ru"])
def test_emergency_help_is_first_in_every_language(true_corpus_, distress, language):
    draft = compose(context(true_corpus_, distress=distress, language=language))
    assert draft.outcome is Outcome.CRISIS
    assert ids_of(draft) == ["hatanumero-112", "mieli-kriisipuhelin"]
    told = [line for line in draft.lines if not line.frame]
    assert "112" in told[0].text
    phone = true_corpus_.service_by_id["mieli-kriisipuhelin"].channels["phone"]
    assert phone in told[1].text
    assert not unfounded(draft)


def test_guidance_follows_only_when_it_was_asked_for(true_corpus_):
    found = (hit(true_corpus_, "raahen-tyollisyysalue"), hit(true_corpus_, "duuniportti"))
    said = {"distress": "self_harm", "municipalities": ("Raahe",), "topics": ("työnhaku",)}
    alone = compose(context(true_corpus_, *found, **said))
    besides = compose(context(true_corpus_, *found, asks_besides=True, **said))
    assert "raahen-tyollisyysalue" not in ids_of(alone)
    assert ids_of(besides)[:2] == ids_of(alone)
    assert "raahen-tyollisyysalue" in ids_of(besides)


def test_crisis_help_isnt_told_again_as_guidance(true_corpus_):
    found = (hit(true_corpus_, "mieli-kriisipuhelin"), hit(true_corpus_, "raahen-tyollisyysalue"))
    said = {"distress": "self_harm", "asks_besides": True, "municipalities": ("Raahe",)}
    topics = ("kriisiapu", "työnhaku")
    draft = compose(context(true_corpus_, *found, topics=topics, **said))
    assert ids_of(draft).count("mieli-kriisipuhelin") == 1
    assert "raahen-tyollisyysalue" in ids_of(draft)
    nothing_else = compose(context(true_corpus_, found[0], topics=("kriisiapu",), **said))
    assert ids_of(nothing_else) == ["hatanumero-112", "mieli-kriisipuhelin"]


def test_a_worry_for_somebody_else_gets_its_answer_and_the_contacts(true_corpus_):
    found = (hit(true_corpus_, "raahen-tyollisyysalue"),)
    said = {"municipalities": ("Raahe",), "topics": ("työnhaku",), "words": WORDS}
    draft = compose(context(true_corpus_, *found, signals=SURE, worry=True, **said))
    assert draft.outcome is Outcome.ANSWERED
    assert {"raahen-tyollisyysalue", "hatanumero-112", "mieli-kriisipuhelin"} <= set(ids_of(draft))
    assert "112" in text_of(draft)


# What the plan says


def test_passages_are_quoted_the_best_first_and_only_those_near_the_best(corpus):
    passages = [p for p in corpus.passages if p.service_id is None]
    hits = [lone(p, score) for p, score in zip(passages, (3.0, 2.5, 0.5), strict=False)]
    draft = compose_passages(context(corpus, *hits, help=0.0))
    quoted = [line for line in draft.lines if line.places]
    assert len(quoted) == 2
    for line, passage in zip(quoted, passages, strict=False):
        (place,) = line.places
        assert passage.start <= place.start < place.end <= passage.end


def test_a_project_that_is_quoted_is_shown_with_its_status(corpus):
    draft = compose_passages(context(corpus, hit(corpus, "kirppu"), help=0.0))
    assert ids_of(draft) == ["kirppu"]
    assert draft.cards[0].card.status is Status.ENDED
    assert [notice.kind for notice in draft.notices] == ["ended"]


def test_a_counsellor_is_quoted_more(corpus):
    hits = [lone(p, 1.0) for p in corpus.passages if p.service_id is None]
    citizen = compose_passages(context(corpus, *hits, help=0.0))
    counsellor = compose_passages(context(corpus, *hits, help=0.0, audience=Audience.COUNSELLOR))
    assert len(citizen.lines) < len(counsellor.lines)


def test_quotes_of_the_plan_and_descriptions_stand_each_under_its_own_words(corpus):
    service = hit(corpus, "silta", 3.0)
    described = next(one for one in service.passages if one.kind is PassageKind.SERVICE)
    service = replace(service, passages=(described,))
    plan = lone(next(one for one in corpus.passages if one.service_id is None), 2.9)
    of_plan, of_services = "Suunnitelmassa sanotaan", "Palvelujen kuvauksissa kerrotaan"
    text = text_of(compose_passages(context(corpus, service, plan)))
    assert text.index(of_services) < text.index(of_plan) < text.index("”")
    assert of_plan not in text_of(compose_passages(context(corpus, service)))
    assert of_services not in text_of(compose_passages(context(corpus, plan)))


@pytest.mark.parametrize(
    ("said", "asks_back"),
    [
        ({}, True),
        ({"lists": True}, True),
        ({"topics": ("työnhaku",)}, False),
        ({"municipalities": ("Oulu",)}, False),
        ({"named": ("silta",)}, False),
        ({"clarified": True}, False),
        ({"standalone": "apua (työnhaku)"}, False),
    ],
)
def test_a_vague_question_is_asked_back_once_and_only_when_it_tells_nothing(
    corpus, found, said, asks_back
):
    vague = {**SURE, "vague": 0.5}
    asked = context(corpus, *found, signals=vague, **{"words": WORDS, **said})
    assert needs_clarifying(asked) is asks_back


@pytest.mark.parametrize(
    ("said", "asks_back"),
    [
        ({"topics": ("työnhaku",)}, True),
        ({"nearly_named": ("silta",)}, True),
        ({"municipalities": ("Oulu",)}, False),
        ({"age": 24}, False),
        ({"named": ("silta",)}, False),
        ({"clarified": True}, False),
        ({"words": WORDS, "topics": ("työnhaku",)}, False),
    ],
)
def test_the_topics_of_the_words_of_a_surely_vague_question_do_not_count(
    corpus, found, said, asks_back
):
    vague = {**SURE, "vague": 0.95}
    asked = context(corpus, *found, signals=vague, **{"words": FEW, **said})
    assert needs_clarifying(asked) is asks_back
