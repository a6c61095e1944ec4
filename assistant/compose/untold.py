"""What a question asks of something named and its description doesn't speak of at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.asked_model import asked_in, second_part
from assistant.asking import POLAR
from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.fields import ask_directly
from assistant.compose.pointed import ONLY_ASKS, heads_of, is_kin
from assistant.compose.running import end_words
from assistant.compose.words import PLAN
from assistant.cues import ASPECTS, COUNT_WORDS, HELP_WORDS, LIST_WORDS, PLAN_WORDS, STATUSES
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import PassageKind, Status
from assistant.domain_model import UNKNOWN
from assistant.voikko import VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from assistant.compose.context import Context
    from assistant.finnish import Token

NOUNS = frozenset({"nimisana"})
SHORTEST, LONGEST = 3, 7
MORE_SENTENCES = re.compile(r"[.!?]\s+\w")
NO_THING = frozenset(
    {
        *("ihme", "juttu", "asia", "tieto", "tapa", "kerta", "kohta", "käyttö", "sana", "nimi"),
        *("vuosi", "kuukausi", "viikko", "päivä", "hetki", "ihminen", "kaveri", "pari", "määrä"),
        *("idea", "sisältö", "tehtävä", "tarkoitus", "hyöty", "etu", "rooli", "merkitys", "laji"),
        *("taso", "tyyppi", "muoto", "vastuu", "taho", "toimija", "osapuoli", "tilanne", "tila"),
        *("vaihe", "alku", "loppu", "kesto", "ikä", "alue", "paikka", "sijainti", "koko", "syy"),
        *("kausi", "toiminta", "ero", "väli", "yhteys", "suhde", "osa", "puoli", "juttu", "homma"),
        *("pointti", "ajatus", "tavoite", "kohde", "ryhmä", "apu", "tuki", "palvelu", "hanke"),
        *("projekti", "ohjelma", "malli", "verkosto", "aika", "raha", "kuvaus", "selitys", "nyt"),
        *("asiakas", "henkilö", "yritys", "organisaatio", "järjestö", "kohderyhmä", "tulos"),
        *("status", "tila", "lyhenne", "termi", "käsite", "firma", "porukka", "tyyppi", "tekijä"),
        *("suunnitelma", "lähde", "esimerkki", "kysymys", "vastaus", "ongelma", "haaste", "ilma"),
    }
)
"""Nouns that are no thing of which a description could speak."""

WHAT = re.compile(
    r"^\W*(?:ja\s|entä\s|no\s)?(?:mikä|mitkä|minkä|kuka|ketkä|kenet|milloin|koska|paljonko"
    r"|kuinka (?:paljon|monta|suuri|iso|pitkä|usein)|millainen|minkälainen|mitä .+ maksa\w*)\b",
    re.IGNORECASE,
)
"""How a question begins that asks for one exact thing."""

NAME = "nimi"
WHICH_ONE = re.compile(r"mi(?:ssä|hin|stä|llä|lle|ltä)", re.IGNORECASE)
KINDS_OF_PLACE = frozenset(
    {
        *("katu", "talo", "rakennus", "osoite", "kylä", "kaupunginosa", "kaupunki", "kunta"),
        *("toimipiste", "maakunta", "paikkakunta", "numero", "kieli", "rahasto", "oppilaitos"),
        *("koulu", "aste", "suunta"),
    }
)
SHORTEST_PART = 3
WHICH = re.compile(r"mi(?:kä|tkä|nkä)|mitä|millainen|minkälainen", re.IGNORECASE)
MUCH = re.compile(r"\bpaljonko\b|\bpaljon\b", re.IGNORECASE)
SOME = re.compile(r"(?<!s[st])(?<!ll)[aä]$")
CHOSEN, AS = re.compile(r"\b(?:valit|nimit|palkat)", re.IGNORECASE), re.compile(r"ksi$")
"""The case besides the bare form in which what's measured stands, and what somebody becomes."""

NAMESAKE = 0.8
"""How likely outside guidance a question is in which a name may be that of something else."""
OF_RECORDS = frozenset({Aspect.WHO, Aspect.FUNDER, Aspect.GOAL, Aspect.DURATION, Aspect.PERSON})

OF_A_THING = frozenset({Aspect.DEFINITION, Aspect.WHEN, Aspect.COST, Aspect.DURATION})
"""What may be asked of a thing that a service has rather than of the service itself."""


def untold_things(context: Context) -> tuple[str, ...]:
    """The things that a yes-or-no question about a named service asks of, and no text of it holds.

    Returns:
        Base forms, in the order of the question. Only a short yes-or-no question is sure to be
        about them; where something exact is asked, it's told whether the sources know that.
    """
    question = context.question
    aspects = set(question.aspects) - {Aspect.FOR_WHOM}
    aspects |= {Aspect.FOR_WHOM} & set(question.aspects) if question.target_groups else set()
    exact = aspects or question.lists or question.statuses or question.counts
    return () if exact or not question.asking.polar else _things(context)


def untold_in_part(context: Context) -> tuple[str, ...]:
    """The things of which the second part of a question asks yes or no, and no text holds.

    Returns:
        Base forms, in the order of the question.
    """
    part = second_part(context.question.text)
    tokens = context.tokens(part)
    if len(context.question.named) != 1 or len(tokens) < SHORTEST_PART:
        return ()
    if not POLAR.search(tokens[1].text):
        return ()
    return _nouns(context, _held(context), _asked(context), part=part)


def untold_which(context: Context) -> tuple[str, ...]:
    """The thing of a named service of which a question asks *which one*, and no text holds.

    Returns:
        Its base form: *kerros* of *missä kerroksessa*. A kind of place or of time is none: which
        one is told by an address or a date, without the word.
    """
    question = context.question
    asked = set(question.aspects) - {Aspect.WHERE, Aspect.APPLY}
    if asked or question.lists or question.statuses or question.asking.polar:
        return ()
    tokens = context.tokens(question.text)
    whiches = [n for n, one in enumerate(tokens[:-1]) if WHICH_ONE.fullmatch(one.text)]
    after = {lemma for n in whiches for lemma in tokens[n + 1].lemmas}
    things = _nouns(context, _held(context), _asked(context)) if after else ()
    return tuple(one for one in things if one in after and one not in KINDS_OF_PLACE)


def untold_asked(context: Context) -> tuple[str, ...]:
    """The things of which a named service is asked *what*, *who* or *when*, and no text holds.

    Returns:
        Base forms, in the order of the question. A price or day that the texts tell is another's
        than that of a thing they don't speak of.
    """
    question = context.question
    asks = WHAT.search(question.text) and not question.asking.polar
    parts = set(question.sections) - {PassageKind.PROJECT}
    if not asks or parts or not OF_A_THING.issuperset(question.aspects):
        return ()
    much = bool(MUCH.search(question.text))
    cases = [SOME] * much + [AS] * bool(CHOSEN.search(question.text))
    tokens = context.tokens(question.text)
    cased: set[str] = set()
    subjects: set[str] = set()
    for number, token in enumerate(tokens):
        partitive = {f"{lemma}t{end}" for lemma in token.lemmas for end in "aä" if lemma[-1] == "s"}
        measured = much and token.text.casefold() in partitive
        bare = token.text.casefold() in token.lemmas
        if not bare and (measured or any(case.search(token.text) for case in cases)):
            cased.update(token.lemmas)
        # In *mikä opisto* the word tells what kind of answer is wanted, and isn't the thing.
        kind = number > 0 and WHICH.fullmatch(tokens[number - 1].text)
        named = number + 1 < len(tokens) and NAME in tokens[number + 1].lemmas
        if named or (bare and not kind):
            subjects.update(token.lemmas)
    things = _things(context, much=much)
    return tuple(one for one in things if one in cased) or tuple(o for o in things if o in subjects)


def compose_untold(context: Context) -> Draft | None:
    """Say that the sources don't speak of what's asked of a service, and where to ask.

    Returns:
        ``None`` when they speak of it, for all one knows.
    """
    things = untold_asked(context) or untold_which(context)
    if not things:
        return None
    service = context.corpus.service_by_id[context.question.named[0]]
    draft = Draft(QuestionKind.FACT, Outcome.NOT_FOUND)
    draft.frame(context.messages.say("not-told", what=", ".join(things)))
    if context.status(service) is Status.ENDED and (ended := end_words(context, service)):
        draft.tell(ended[0], *ended[1])
    ask_directly(context, draft, service)
    draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
    warn_of_validity(context, draft, service)
    return draft


def untold_of_plan(context: Context) -> tuple[str, ...]:
    """The things of which it's asked what the plan says, and no passage of the plan holds.

    Returns:
        Base forms, in the order of the question; none where it tells of a need or a person, for
        which the plan may have other words.
    """
    question = context.question
    words = {form for word in question.words for form in word}
    told = question.named or question.topics or question.target_groups or question.theme
    exact = question.aspects or question.sections or question.lists
    if told or exact or not PLAN.intersection(words) or question.asking.polar:
        return ()
    own = [one for one in context.corpus.passages if one.kind is not PassageKind.SERVICE]
    return _nouns(context, _forms(context, (text for p in own for text in (p.text, p.context))))


def compose_untold_of_plan(context: Context) -> Draft | None:
    """Say that the plan doesn't speak of what's asked of it; ``None`` when it does."""
    things = untold_of_plan(context)
    if not things:
        return None
    draft = Draft(QuestionKind.NOTHING, Outcome.NOT_FOUND)
    draft.frame(context.messages.say("not-told-plan", what=", ".join(things)))
    draft.frame(context.messages.say("not-found-ask"))
    return draft


def is_namesake(context: Context) -> bool:
    """Whether the one name in a question is that of something else: a dog's, a shop's, a brand's.

    Its meaning then has nothing to do with guidance, and no noun of it is of the service: the head
    of *Lumi-hamsteri*, or all beside a name that stands alone, where no particular is asked.
    """
    question, signals = context.question, context.found.signals
    if len(question.named) != 1 or signals.get("outside", UNKNOWN) < NAMESAKE:
        return False
    if MORE_SENTENCES.search(question.text) or question.standalone != question.text:
        return False
    if OF_RECORDS.intersection(question.aspects):
        return False
    service = context.corpus.service_by_id[question.named[0]]
    names = {name.casefold() for name in service.names if name.isalpha()}
    tokens, known = context.tokens(question.text), _held(context) | _asked(context)
    for token in tokens:
        first, _, head = token.lemmas[0].partition("-")
        if head and first in names:
            return not any(is_kin(heads_of(one), known) for one in context.tokens(head))
    if asked_in(signals) is not None or not any(names & _written_as(one) for one in tokens):
        return False
    passed = names | _place_words(context) | _cue_words()
    others = [
        one
        for one in tokens
        if any(map(_is_thing, one.lemmas)) and passed.isdisjoint(_written_as(one))
    ]
    return bool(others) and not any(is_kin(heads_of(one), known) for one in others)


def _written_as(token: Token) -> frozenset[str]:
    return frozenset((*token.lemmas, token.text.casefold()))


def _things(context: Context, *, much: bool = False) -> tuple[str, ...]:
    """The nouns of a short question in Finnish that no text of the one named service holds.

    Args:
        context: The question.
        much: Whether it asks how much of one: *päivärahaa* is a thing then, though *rahaa* is none.
    """
    if len(context.question.named) != 1:
        return ()
    return _nouns(context, _held(context), _asked(context), much=much)


def _nouns(
    context: Context,
    held: Collection[str],
    asked: Collection[str] = (),
    *,
    much: bool = False,
    part: str = "",
) -> tuple[str, ...]:
    """The nouns of a short question in Finnish that aren't among the words of texts.

    Args:
        context: The question.
        held: The base forms of the texts, of which kin will do.
        asked: The base forms that people ask with, which have to be the same.
        much: Whether it asks how much of one.
        part: The part of the question whose nouns are meant; all of it when it's empty.
    """
    question = context.question
    text = part or question.text
    short = len(context.tokens(part)) if part else len(question.words)
    plain = short <= LONGEST and question.language == "fi"
    plain = plain and question.standalone == question.text
    if not plain or MORE_SENTENCES.search(text):
        return ()
    places, asked = _place_words(context), frozenset(asked)
    things = []
    for token in context.tokens(text):
        heads = frozenset(token.lemmas) if much else heads_of(token)
        noun = next((lemma for lemma in token.lemmas if _is_thing(lemma)), None)
        general = {*token.lemmas, *(() if much else token.parts[-1:])}
        passed = bool(places & {token.lemmas[0], token.text.casefold()} or heads & asked)
        passed = passed or bool(general & (_cue_words() | NO_THING | ONLY_ASKS))
        if noun and not passed and not is_kin(heads, held):
            things.append(noun)
    return tuple(dict.fromkeys(things))


def _place_words(context: Context) -> frozenset[str]:
    """All words of the places and organisations that a question names."""
    question = context.question
    names = (*question.places, *question.municipalities, *question.organisations)
    tokens = [token for name in names for token in context.tokens(name)]
    return frozenset(form for t in tokens for form in (*t.lemmas, t.text.casefold()))


def say_untold(context: Context, draft: Draft) -> None:
    """Say first what the sources don't speak of, where an answer would pass over it."""
    things = untold_things(context) or untold_in_part(context)
    answers = (context.messages.say("yes"), context.messages.say("no"))
    answered = bool(draft.lines) and draft.lines[0].text.startswith(answers)
    if not things or answered or draft.outcome is not Outcome.ANSWERED:
        return
    lines, draft.lines = draft.lines, []
    draft.frame(context.messages.say("not-told", what=", ".join(things)))
    draft.frame(context.messages.say("told-instead"))
    draft.lines += lines
    draft.outcome = Outcome.PARTIAL


def _held(context: Context) -> frozenset[str]:
    """All base forms of the texts of the services named."""
    texts: list[str] = []
    for service_id in context.question.named:
        service = context.corpus.service_by_id[service_id]
        texts += [*service.names, *service.topics, *service.target_groups, service.cost or ""]
        texts += [statement.text for statement in service.statements]
        passages = [context.corpus.passage_by_id[one] for one in service.passage_ids]
        texts += [text for one in passages for text in (one.text, one.context)]
    return _forms(context, texts)


def _asked(context: Context) -> frozenset[str]:
    """All base forms of how people ask for the services named: what they say for the same."""
    texts: list[str] = []
    for service_id in context.question.named:
        service = context.corpus.service_by_id[service_id]
        texts += service.asked_as
        texts += [
            one for i in service.passage_ids for one in context.corpus.passage_by_id[i].asked_as
        ]
    return _forms(context, texts)


def _forms(context: Context, texts: Iterable[str]) -> frozenset[str]:
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
