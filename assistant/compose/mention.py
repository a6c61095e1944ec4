"""Whether the plan speaks of something: yes with its words, or that it has no such word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assistant.asking import POLAR
from assistant.compose.draft import Draft, place_of_passage, readable
from assistant.compose.pointed import is_kin
from assistant.compose.words import PLAN
from assistant.dialogue import Outcome, QuestionKind
from assistant.domain import PassageKind
from assistant.finnish import index_terms
from assistant.language import FINNISH
from assistant.voikko import VoikkoNotFoundError, is_adverb, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from assistant.compose.context import Context
    from assistant.domain import Passage
    from assistant.finnish import Token

SPEAKS = frozenset(
    {
        *("mainita", "puhua", "käsitellä", "sanoa", "kertoa", "kirjoittaa", "lukea", "sisältää"),
        *("huomioida", "nostaa", "ottaa", "esittää", "löytyä", "olla", "kirjata", "linjata"),
    }
)
"""Verbs that ask whether a text speaks of something."""
OF_SPEAKING = frozenset(
    {
        *("tavoite", "toimenpide", "toimi", "maininta", "kanta", "huomio", "kohta", "sana", "asia"),
        *("mikä", "mitä", "mikään", "mitään", "jokin", "joku", "jotain", "linjaus", "kirjaus"),
        *("teema", "aihe", "esi", "esiin", "esille", "huomioon", "luku", "se", "edes"),
        *("mainittu", "kirjattu", "kirjoitettu", "linjattu", "huomioitu", "nostettu", "sanottu"),
        *("otettu", "asetettu", "esitetty", "käsitelty", "puhuttu", "kerrottu", "suunniteltu"),
    }
)
"""Words that stand beside such a verb and aren't what's spoken of."""
POINTING = frozenset({"siinä", "siitä", "se", "siihen"})
DEED = re.compile(r"mi(?:nen|s[et]\w*)$")
SHORTEST = 5
BEING, WITHIN = frozenset({"olla", "löytyä"}), re.compile(r"s(?:s|t)a$")
THINGS = ("nimisana", "laatusana", "nimi")
MOST_THINGS = 3
CITIZEN, COUNSELLOR = 2, 4


class _Thing(NamedTuple):
    """What is asked of: its word as it's told, and its base forms."""

    told: str
    forms: frozenset[str]


def compose_mention(context: Context) -> Draft | None:
    """Tell whether the plan mentions what a yes-or-no question asks of it.

    Returns:
        ``None`` when nothing of the kind is asked, or when neither is sure because the words stand
        apart from each other in the plan.
    """
    things = _asked(context)
    own = _plan(context) if things else []
    if not own:
        return None
    words = {one.id: _words(context.tokens(f"{one.context} {one.text}")) for one in own}
    held = frozenset().union(*words.values())
    ids = {one.source_id for one in own}
    texts = [one.text.casefold() for one in context.corpus.sources if one.id in ids]
    lacking = [one for one in things if not _stands_in(one, held, texts)]
    if lacking:
        return _compose_lacking(context, own, lacking)
    holding = [one for one in own if all(thing.forms & words[one.id] for thing in things)]
    if not holding:
        return None
    sections = context.question.sections
    draft = Draft(QuestionKind.PASSAGE)
    draft.frame(context.messages.say("plan-mentions"))
    _quote(context, draft, [one for one in holding if one.kind in sections] or holding)
    return draft


def _stands_in(thing: _Thing, held: Collection[str], texts: Iterable[str]) -> bool:
    """Whether a word stands among some, or begins alike anywhere in texts, headings too."""
    stems = [form[:-1] for form in thing.forms if len(form) >= SHORTEST]
    return not thing.forms.isdisjoint(held) or any(stem in one for stem in stems for one in texts)


def _compose_lacking(context: Context, own: Sequence[Passage], lacking: Sequence[_Thing]) -> Draft:
    """Say that the plan has no such word, and quote what may be the same in other words."""
    draft = Draft(QuestionKind.NOTHING, Outcome.NOT_FOUND)
    what = ", ".join(one.told for one in lacking)
    draft.frame(context.messages.say("plan-lacks", what=what))
    if near := _near(context, own, lacking):
        draft.kind, draft.outcome = QuestionKind.PASSAGE, Outcome.PARTIAL
        draft.frame(context.messages.say("plan-nearest"))
        _quote(context, draft, near)
    else:
        draft.frame(context.messages.say("not-found-ask"))
    return draft


def _near(context: Context, own: Sequence[Passage], lacking: Sequence[_Thing]) -> list[Passage]:
    """What was found of the plan with words kin to those it lacks, or of the same persons."""
    kept = {passage.id for hit in context.found.kept for passage in hit.passages}
    groups = context.groups_in(" ".join(one.told for one in lacking))
    return [
        one
        for one in own
        if one.id in kept
        and (
            groups & context.groups_in(one.text)
            or any(is_kin(thing.forms, _words(context.tokens(one.text))) for thing in lacking)
        )
    ]


def _quote(context: Context, draft: Draft, passages: Iterable[Passage]) -> None:
    """Quote passages, those that fit the question best first; the same words once."""
    ranks = {p.id: rank for rank, hit in enumerate(context.found.kept) for p in hit.passages[:1]}
    best = sorted(passages, key=lambda one: ranks.get(one.id, len(ranks)))
    unique = {one.text: one for one in reversed(best)}
    chosen = [one for one in best if unique[one.text] is one]
    for one in chosen[: COUNSELLOR if context.is_counsellor else CITIZEN]:
        text = context.messages.say("passage-quote", quote=readable(one.text))
        draft.tell(text, place_of_passage(one), bullet=True)


def _asked(context: Context) -> tuple[_Thing, ...]:
    """What the plan is asked to speak of; nothing when something else is asked."""
    question = context.question
    if question.language != FINNISH or not question.asking.polar or question.counts:
        return ()
    tokens = context.tokens(question.text)
    verb = next((one for one in tokens if POLAR.search(one.text)), None)
    if verb is None or not SPEAKS.intersection(verb.lemmas) or not _of_plan(context, tokens):
        return ()
    things = []
    for token in tokens:
        said = {*token.lemmas, token.text.casefold()}
        skipped = token is verb or not index_terms([token])
        if skipped or (OF_SPEAKING | PLAN) & said or is_adverb(token.text.casefold()):
            continue
        # What's done to a thing is told in many words: *tuen lakkaaminen* is its end.
        if DEED.search(token.text):
            continue
        if not _is_thing(token):
            return ()
        things.append(_Thing(token.lemmas[0], frozenset(said)))
    return tuple(things) if len(things) <= MOST_THINGS else ()


def _of_plan(context: Context, tokens: Sequence[Token]) -> bool:
    """Whether a question is about the plan, by its own words or what was spoken of before."""
    question = context.question
    own = [one for one in tokens if PLAN.intersection(one.lemmas)]
    if own:
        # *Onko suunnitelma voimassa* asks of the plan itself rather than of its words.
        itself = BEING & {lemma for one in tokens if POLAR.search(one.text) for lemma in one.lemmas}
        return not question.named and not (itself and not WITHIN.search(own[0].text))
    if question.standalone == question.text:
        return False
    before = context.tokens(question.standalone.removeprefix(question.text))
    points = any(one.text.casefold() in POINTING for one in tokens)
    return points and any(PLAN.intersection(one.lemmas) for one in before)


def _is_thing(token: Token) -> bool:
    """Whether a word is a noun, an adjective or a name rather than a verb or a misspelling."""
    if not token.known:
        return token.text[0].isupper()
    try:
        readings = open_dictionary().readings(token.text)
    except VoikkoNotFoundError:
        return False
    return any(one.word_class.endswith(THINGS) for one in readings)


def _plan(context: Context) -> list[Passage]:
    """The passages of the plan: a word that a section lacks may stand in another."""
    return [one for one in context.corpus.passages if one.kind is not PassageKind.SERVICE]


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(f for t in tokens for f in (*t.lemmas, *t.parts[-1:], t.text.casefold()))
