"""Which sentence of a description tells what is asked: by the kind of value that it holds.

A question for a duration is answered by a sentence with a length of time, one for a price by one
with a price. Among those the sentence wins that shares most with the question.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assistant.asking import EVENTS, Event
from assistant.cues import ASPECTS
from assistant.dialogue import Aspect
from assistant.finnish import index_terms
from assistant.messages import day
from assistant.validity import end_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.compose.context import Context
    from assistant.domain import Service, Statement
    from assistant.finnish import Token

_NUMBER = (
    r"(?:\d+(?:[ ,.]\d+)*|yksi|yhden|kaksi|kahden|kolme|kolmen|neljä|neljän|viisi|viiden|kuusi"
    r"|kuuden|seitsemän|kahdeksan|yhdeksän|kymmenen|kymmenessä|puoli|puolen|vuoden|pari)"
)
_MANY = (
    r"yksi|kaksi|kahde\w*|kolme\w*|neljä\w*|viisi|viide\w*|kuusi|kuude\w*|seitsemä\w*|kahdeksa\w*"
    r"|yhdeksä\w*|kymmen\w*|sata|sato\w*|tuhan\w*"
)
LOCATIVE = re.compile(r"(?:ss[aä]|ll[aä])$", re.IGNORECASE)
"""A place where something is, and not one that only belongs to a name."""

DATE = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:\d{4})?|\b(?:19|20)\d\d\b")
COUNT = re.compile(rf"(?:\d[\d .,]*|{_MANY})", re.IGNORECASE)
APART = re.compile(r"[,;.]|\bja\b|\bsekä\b")
YEAR = re.compile(r"(?:19|20)\d\d")
BESIDE = 2
"""How many words a number may stand from what it counts."""
TIMES = "kerta"
OFTEN = re.compile(
    r"\b(?:kerran|kahdesti|kolmesti|neljästi|kertaa|joka (?:päivä|viikko|kuukausi|vuosi)"
    r"|(?:päivi|viikoi|kuukausi|vuosi)ttain|päivittäin)\b",
    re.IGNORECASE,
)
"""How often something happens, which is told without the word *kerta*."""
ROUGHLY = frozenset(
    ("on", "oli", "olivat", "ovat", "yli", "noin", "alle", "enintään", "vähintään", "melkein")
) | frozenset(("lähes", "yhteensä", "eri", "vain", "jopa", "peräti", "kaikkiaan"))
"""Words between a number and what it counts that don't part them."""


PATTERNS: dict[Aspect, re.Pattern[str]] = {
    aspect: re.compile(pattern, re.IGNORECASE)
    for aspect, pattern in {
        Aspect.COST: r"maksut|maksullis|ilmai[ns]|\beuro(?:a|n|lla|t)?\b|€|\bhinta|\bhinna"
        r"|\bmaksaa\b|veloit",
        Aspect.DURATION: rf"\b{_NUMBER}\b[ -]?\w*\s*(?:viik|kuukau|vuotta|vuoden|päivä[än]"
        r"|tunti|tunnin|lukuvuo|lukukau)|\bkest(?:ää|i|o)\b",
        Aspect.AGE: r"\d+\s*[-–]?\s*\d*\s*[-–]?\s*vuoti|\b(?:alle|yli)\s+\d\d\b|\d\d\s*vuotta"
        r"|\d+ vuoden i[äk]|\bikä\b|\biästä|\bikäraj|täysi-ikäi",
        Aspect.LANGUAGE: r"\b(?:suomea|suomeksi|suomen\s?kiel|ruotsi|englan|venä|arabia|ukraina"
        r"|saame|viittoma)|kiel(?:i|tä|et|iä|ellä|illä)\b|kieli[ns]",
        Aspect.FIELD: r"\b\w*(?<![mv])alo(?:j|i)\w*|\b\w*-ala[nat]?\b|\balat\b|\balaa\b|linjo"
        r"|\btutkin(?:to|no)",
        Aspect.APPLY: r"\b(?:hae|haet|haku|hakea|haetaan|yhteishau|jatkuvassa hau|hakemu|hakuai)\w*"
        r"|ilmoittau|ota\w* (?:itse )?yhteyttä|pääset mukaan|varaa aika|\btule paikalle|lähetä",
        Aspect.HOURS: r"\bklo\b|\bkello\b|\bauki\b|avoinna|aukiolo|vuorokau|joka päivä",
        Aspect.FOR_WHOM: r"\bsopii\b|\bsovi\b|tarkoitet|suunnat|varten\b|\balle \d|\byli \d|vuotia",
        Aspect.WHERE: r"osoite|sijai|\bpaikka\b|toimipiste|kadu[ln]|katu\b|\btie\b",
    }.items()
}

CONTACT_WAYS = {
    Aspect.PHONE: re.compile(r"(?<![\d/.])(?:\+358|0)[\d ]{5,}\d|\bpuh\b"),
    Aspect.EMAIL: re.compile(r"\S+@\S+"),
}
SAME = {
    "op": ("opintopiste",),
    "hlö": ("henkilö",),
    "ottaa": ("valita",),
    "päästä": ("valita",),
    "pääsykoe": ("valintakoe",),
    "raha": ("euro",),
}
"""Words that mean the same where a service is asked of."""
PART = 0.75
"""What a word counts that a sentence only shares a part of, or means the same as."""

TELLS = 0.5
"""How much a sentence shares with a question at least when it's told besides what was asked."""

CUE_WORDS = frozenset(
    word for cues in ASPECTS.values() for cue in cues for word in cue.casefold().split()
).union(*EVENTS.values())
"""Words that tell what is asked: a sentence that holds them needn't tell more of it."""

EVERYDAY = frozenset(
    ("hanke", "hanketta", "palvelu", "toiminta", "toimia", "voida", "saada", "olla", "päästä")
) | frozenset(("tulla", "kertoa", "auttaa", "uusi", "muu", "kaikki", "ihminen", "asia", "tieto"))


def telling(context: Context, service: Service, aspect: Aspect, most: int = 1) -> list[Statement]:
    """The sentences that best tell an aspect; none when none holds that kind of value."""
    shared = _shared(context, service, asked_words(context, service))
    scored: list[tuple[float, Statement]] = []
    following = [context.corpus.service_by_id[one].name for one in service.next_ids]
    for statement in service.statements:
        held = holds(context, statement, aspect)
        if held <= 0 or any(name in statement.text for name in following):
            continue
        if aspect is Aspect.AMOUNT and not _counts_it(context, service, statement):
            continue
        scored.append((held + shared[statement.start], statement))
    scored.sort(key=lambda pair: -pair[0])
    return [statement for _, statement in scored[:most]]


def holds(context: Context, statement: Statement, aspect: Aspect) -> float:
    """How well a sentence holds the kind of value that an aspect is, from 0."""
    if aspect is Aspect.AMOUNT:
        return 1.0
    pattern = PATTERNS.get(aspect)
    held = float(bool(pattern and pattern.search(statement.text)))
    if aspect is Aspect.WHERE:
        found = context.places.find(statement.text)
        named = len({place.name for place in found if LOCATIVE.search(place.text)})
        return 2 * held + min(named, 4) / 2 if held or named else 0.0
    if aspect is Aspect.LANGUAGE and pattern:
        return float(len({match.casefold() for match in pattern.findall(statement.text)}))
    return held


def dated_statement(context: Context, service: Service, event: Event | None) -> Statement | None:
    """The sentence that tells the day or year on which something began or ended.

    Without an event it's the one with a day or year that shares most with the question.
    """
    dated = [s for s in service.statements if DATE.search(s.text)]
    if event is None:
        shared = _shared(context, service, asked_words(context, service))
        best = max(dated, key=lambda statement: shared[statement.start], default=None)
        return best if best and shared[best.start] > 0 else None
    for statement in dated:
        lemmas = {lemma for token in context.tokens(statement.text) for lemma in token.lemmas}
        if EVENTS[event] & lemmas:
            return statement
    return None


def besides(context: Context, service: Service, told: Iterable[Statement] = ()) -> Statement | None:
    """The sentence that shares most with the rest of a question, when it shares enough."""
    told = set(told)
    ends = [day(end) for end, _ in end_dates(service)]
    left = [
        statement
        for statement in service.statements
        if statement not in told and not any(end in statement.text for end in ends)
    ]
    known = {term for s in told for term in index_terms(context.tokens(s.text))}
    organisations = {
        lemma
        for name in context.question.organisations
        for token in context.tokens(name)
        for lemma in token.lemmas
    }
    counted = frozenset(context.question.asking.counted)
    words = [
        word
        for word in asked_words(context, service)
        if not ({*word} & (CUE_WORDS | organisations | known | counted))
    ]
    shared = _shared(context, service, words)
    best = max(left, key=lambda statement: shared[statement.start], default=None)
    return best if best and shared[best.start] >= TELLS else None


def asked_words(context: Context, service: Service) -> list[tuple[str, ...]]:
    """The question's words besides the service's name and what every question holds.

    Each is its base forms, the parts of a compound, what means the same, and how it's written.
    """
    names = {
        term
        for name in (*service.names, *context.question.places)
        for token in context.tokens(name)
        for term in (*token.lemmas, token.text.casefold())
    }
    return [
        (terms[0], *(one for term in terms for one in SAME.get(term, ())), *terms[1:])
        for terms in context.question.words
        if not names.intersection(terms) and not EVERYDAY.intersection(terms)
    ]


def _shared(context: Context, service: Service, asked: Sequence[Sequence[str]]) -> dict[int, float]:
    """By where each sentence starts: what it shares with the question; rare words count more."""
    terms = {s.start: set(index_terms(context.tokens(s.text))) for s in service.statements}
    counts = Counter(
        number
        for words in terms.values()
        for number, word in enumerate(asked)
        if not words.isdisjoint(word)
    )
    return {
        start: sum(
            (1.0 if words & {word[0], word[-1]} else PART) / counts[n]
            for n, word in enumerate(asked)
            if not words.isdisjoint(word)
        )
        for start, words in terms.items()
    }


def _counts_it(context: Context, service: Service, statement: Statement) -> bool:
    """Whether a sentence counts what is asked for: its number stands right beside the word.

    The last part of a compound will do where the sentence shares more with the question: *paikkoja*
    are *opiskelupaikkoja* in the spring that's asked about.
    """
    asked = asked_words(context, service)
    counted = set(context.question.asking.counted)
    rest = [word for word in asked if counted.isdisjoint(word)]
    tokens = context.tokens(statement.text)
    held = {form for token in tokens for form in (*token.lemmas, *token.parts)}
    shares = any(not held.isdisjoint(word) for word in rest)
    if TIMES in counted:
        return shares and bool(OFTEN.search(statement.text))
    wanted = counted | {same for one in counted for same in SAME.get(one, ())}
    if shares:
        wanted |= {part for one in counted for t in context.tokens(one) for part in t.parts[-1:]}
    if not counted:
        wanted = {form for word in asked for form in word}
    return any(not wanted.isdisjoint(forms) for forms in _counted_in(statement.text, tokens))


def _counted_in(text: str, tokens: Sequence[Token]) -> Iterator[set[str]]:
    """The base forms of each word that a number stands right beside, in a sentence."""
    numbers = [n for n, one in enumerate(tokens) if COUNT.fullmatch(one.text)]
    for number in numbers:
        if YEAR.fullmatch(tokens[number].text):
            continue
        for step in (-1, 1):
            near, steps = number + step, 0
            while 0 <= near < len(tokens) and steps < BESIDE:
                first, last = sorted((number, near))
                if APART.search(text[tokens[first].end : tokens[last].start]):
                    break
                yield {*tokens[near].lemmas, *tokens[near].parts}
                steps += tokens[near].text.casefold() not in ROUGHLY
                near += step
