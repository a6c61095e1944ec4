"""What a question asks of something named and its description doesn't speak of at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.cues import ASPECTS, COUNT_WORDS, HELP_WORDS, LIST_WORDS, PLAN_WORDS, STATUSES
from assistant.dialogue import Outcome
from assistant.voikko import VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.compose.draft import Draft

NOUNS = frozenset({"nimisana"})
SHORTEST, LONGEST = 3, 6
MORE_SENTENCES = re.compile(r"[.!?]\s+\w")
NO_THING = frozenset(
    {
        *("ihme", "juttu", "asia", "tieto", "tapa", "kerta", "kohta", "käyttö", "sana", "nimi"),
        *("vuosi", "kuukausi", "viikko", "päivä", "hetki", "ihminen", "kaveri", "pari", "määrä"),
    }
)
"""Nouns that are no thing of which a description could speak."""


def untold_things(context: Context) -> tuple[str, ...]:
    """The things that a question about a named service asks of, and none of its texts holds.

    Returns:
        Base forms, in the order of the question. Only a short yes-or-no question is sure to be
        about them; where something exact is asked, it's told whether the sources know that.
    """
    question = context.question
    exact = question.aspects or question.lists or question.statuses or question.counts
    plain = question.asking.polar and len(question.words) <= LONGEST
    plain = plain and question.standalone == question.text and question.language == "fi"
    if len(question.named) != 1 or exact or not plain or MORE_SENTENCES.search(question.text):
        return ()
    held = _held(context)
    places = {name.casefold() for name in (*question.places, *question.municipalities)}
    return tuple(
        word[0]
        for word in question.words
        if not held.intersection(_heads(word))
        and not places.intersection(word)
        and not _cue_words().intersection(word)
        and _is_thing(word[0])
    )


def say_untold(context: Context, draft: Draft) -> None:
    """Say first what the sources don't speak of, where an answer would pass over it."""
    things = untold_things(context)
    if not things or draft.outcome is not Outcome.ANSWERED:
        return
    lines, draft.lines = draft.lines, []
    draft.frame(context.messages.say("not-told", what=", ".join(things)))
    draft.frame(context.messages.say("told-instead"))
    draft.lines += lines
    draft.outcome = Outcome.PARTIAL


def _heads(word: tuple[str, ...]) -> frozenset[str]:
    """A word as a whole and its last part: a *bussikyyti* is a *kyyti*, and no *bussi*."""
    wholes = [form for form in word if word[0].endswith(form)]
    return frozenset((word[0], word[-1], *wholes))


def _held(context: Context) -> frozenset[str]:
    """All base forms of the texts of the services named, and of what leads to them."""
    texts: list[str] = []
    for service_id in context.question.named:
        service = context.corpus.service_by_id[service_id]
        texts += [*service.names, *service.asked_as, *service.topics, *service.target_groups]
        texts += [statement.text for statement in service.statements]
        passages = [context.corpus.passage_by_id[one] for one in service.passage_ids]
        texts += [text for one in passages for text in (one.text, one.context, *one.asked_as)]
    tokens = [token for text in texts for token in context.tokens(text)]
    return frozenset(form for t in tokens for form in (*t.lemmas, *t.parts, t.text.casefold()))


@lru_cache(maxsize=1)
def _cue_words() -> frozenset[str]:
    """The words that tell what is asked for rather than of what."""
    phrases = [*HELP_WORDS, *LIST_WORDS, *COUNT_WORDS, *PLAN_WORDS]
    phrases += [one for words in (*ASPECTS.values(), *STATUSES.values()) for one in words]
    return frozenset(word for phrase in phrases for word in phrase.split()) | NO_THING


@lru_cache(maxsize=4096)
def _is_thing(lemma: str) -> bool:
    """Whether a base form is a noun, which none is where there's no dictionary."""
    if len(lemma) < SHORTEST or not lemma.isalpha():
        return False
    try:
        readings = open_dictionary().readings(lemma)
    except VoikkoNotFoundError:
        return False
    return bool(readings) and readings[0].word_class in NOUNS
