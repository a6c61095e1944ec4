"""The sentence that tells exactly what is asked of a service, with yes or no where it bears that.

What's asked are the words of a question besides the service's name and the words that only ask. A
sentence is pointed at when it holds enough of them; it answers yes or no when it holds them all in
one clause that nothing makes conditional.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.values import CUE_WORDS, SAME, asked_words
from assistant.domain import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from assistant.compose.context import Context
    from assistant.domain import Service, Statement
    from assistant.finnish import Token

    Heads = frozenset[str]

ONLY_ASKS = frozenset(
    {
        *("paljo", "paljon", "paljonko", "usea", "usein", "montako", "moni", "monta", "kuinka"),
        *("kertoa", "luetella", "mainita", "tietää", "sanoa", "nimetä", "lista", "listata"),
        *("mennä", "käydä", "suorittaa", "tehdä", "ottaa", "antaa", "pitää", "täytyä", "joutua"),
        *("löytyä", "kuulua", "saattaa", "kyllä", "oikea", "oikeasti", "ihan", "ikinä", "koskaan"),
        *("myös", "sinä", "itse", "esim", "varma", "varmasti", "sopia", "haluta", "tarkoittaa"),
    }
)
"""Words that no sentence need hold to answer a question in which they stand."""

OF_SOURCE = re.compile(
    r"^(?:Tiedo?t?|Kuvaus|Hin\w+|Luvut|Rajaus|Hakuehdot)\b.*(?:vuodelta|vuosilta|vanho|kuulta)"
)
"""What a sentence begins with and holds that tells only how old the source is."""

ENOUGH = 0.5
"""The least share of what is asked that a pointed sentence holds."""
MOST = 2
DEED = re.compile(r"[ao]us$|[äö]ys$")
"""How nouns end that come from verbs: *varaus* from *varata*, *tarjous* from *tarjota*."""
STEM, SHARE_OF_STEM = 5, 0.75
"""How long a beginning two words must share to be of one family, and what part of the shorter."""
SECOND_PART = 3
"""From so many letters more on, a longer word is a compound and no kin of its first part."""

CLAUSES = re.compile(r"(?=,\s)|(?=\bmutta\b)|(?=\beikä\b)|:\s|;\s|(?=\bja\s)")
DENIES = re.compile(r"\b(?:ei|eivät|et|en|emme|ette|eikä|eivätkä|etkä|ilman)\b", re.IGNORECASE)
HEDGES = re.compile(
    r"\b(?:esimerkiksi|halu\w+|tarkoitus\w*|piti|pitäisi|pitää|ehkä|mahdolli\w+"
    r"|toivo\w+|yleensä|enimmäkseen|osaksi|osa|osan|ollut|olleet|oli|olivat|voinut|kerro|kertoa"
    r"|kesäkuulta|vuodelta|vuosilta|suunnitelma\w*)\b",
    re.IGNORECASE,
)
"""What keeps a clause from being a plain yes or no."""

FREE = re.compile(r"\bmaksuto\w*|\bmaksutta\b|\bilmai[ns]\w*", re.IGNORECASE)
PAID = re.compile(r"\beuro(?:a|n|lla)?\b|€|\bmaksullis|\bveloit", re.IGNORECASE)

SHORT_CLAUSE = 6
"""In a longer one it's something else of the service that's free or not."""

CONDITION = re.compile(r"\b(?:jos|kun|mikäli)\b", re.IGNORECASE)
"""What makes all of a sentence true of some only."""

DENYING = frozenset({"ei", "eikö", "eivätkö", "enkö", "etkö"})
WITHOUT, ABESSIVE = "ilman", re.compile(r"(?:matta|mättä)$")


def asked_for(context: Context, service: Service) -> list[Heads]:
    """What of a service is asked: of each word that tells it, the forms that stand for it."""
    surfaces = {
        word[-1]
        for word in asked_words(context, service)
        if not ONLY_ASKS.intersection(word) and word[0] not in CUE_WORDS
    }
    tokens = context.tokens(context.question.text)
    return [heads_of(token) for token in tokens if token.text.casefold() in surfaces]


def pointed(context: Context, service: Service, most: int = MOST) -> list[Statement]:
    """The sentences that hold most of what's asked of a service, the best first.

    Returns:
        None when nothing is asked besides the service itself, or no sentence holds enough of it.
    """
    words = asked_for(context, service)
    if not words:
        return []
    statements = [s for s in service.statements if not OF_SOURCE.search(s.text)]
    held = {s.start: holds_words(context.tokens(s.text), words) for s in statements}
    counts = [sum(number in one for one in held.values()) for number in range(len(words))]
    best = max((len(one) for one in held.values()), default=0)
    if best < ENOUGH * len(words):
        return []

    def weight(statement: Statement) -> float:
        return sum(1 / counts[number] for number in held[statement.start])

    top = max(weight(s) for s in statements)
    fitting = [s for s in statements if len(held[s.start]) == best and weight(s) >= top]
    return fitting[:most] if len(fitting) <= most else fitting[:1]


def holds_words(tokens: Sequence[Token], words: Sequence[Heads]) -> frozenset[int]:
    """Which of some words, by number, stand among tokens: as they are, or as their kin."""
    forms = {form for token in tokens for form in heads_of(token)}
    return frozenset(number for number, heads in enumerate(words) if is_kin(heads, forms))


def heads_of(token: Token) -> Heads:
    """A word as a whole and its last part: a *bussikyyti* is a *kyyti*, and no *bussi*."""
    same = [one for lemma in token.lemmas for one in SAME.get(lemma, ())]
    heads = (*token.lemmas, *token.parts[-1:])
    verbs = [f"{one[:-2]}t{'ä' if one[-2] == 'y' else 'a'}" for one in heads if DEED.search(one)]
    return frozenset((*heads, token.text.casefold(), *same, *verbs))


def is_kin(heads: Heads, forms: Collection[str]) -> bool:
    """Whether a word is among some, or begins like one of them: *päivittyä* and *päivitys*."""
    return not heads.isdisjoint(forms) or any(
        _share_stem(one, other) for one in heads for other in forms
    )


def yes_or_no(context: Context, service: Service, statement: Statement) -> str:
    """Yes or no in words, where that's asked and the sentence bears it; else nothing."""
    question = context.question
    said = {token.text.casefold() for token in context.tokens(question.text)}
    without = WITHOUT in said or any(ABESSIVE.search(word) for word in said)
    if not question.asking.polar or said & DENYING or context.status(service) is Status.ENDED:
        return ""
    if CONDITION.search(statement.text):
        return ""
    words = asked_for(context, service)
    clauses = [one for one in CLAUSES.split(statement.text) if one]
    # A sentence of several clauses is sure only when nothing but that *without* denies.
    whole = [statement.text] if len(clauses) > 1 else []
    for number, clause in enumerate([*clauses, *whole]):
        if len(holds_words(context.tokens(clause), words)) < len(words):
            continue
        denials = len(DENIES.findall(clause))
        if HEDGES.search(clause) or (number == len(clauses) and denials != without):
            return ""
        return context.messages.say("no" if bool(denials) != without else "yes")
    return ""


def price_answer(context: Context, service: Service, statement: Statement) -> str:
    """Yes or no in words to whether a service is free, or costs, where a sentence bears it."""
    question = context.question
    said = {lemma for token in context.tokens(question.text) for lemma in token.lemmas}
    if not question.asking.polar or context.status(service) is Status.ENDED:
        return ""
    clause = next((one for one in CLAUSES.split(statement.text) if FREE.search(one)), None)
    if (
        clause is None
        or len(clause.split()) > SHORT_CLAUSE
        or HEDGES.search(clause)
        or PAID.search(statement.text)
    ):
        return ""
    return context.messages.say("yes" if said & {"maksuton", "ilmainen", "maksutta"} else "no")


def _share_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) >= SECOND_PART:
        return False
    need = max(STEM, round(SHARE_OF_STEM * len(short)))
    return len(short) >= need and short[:need] == long[:need]
