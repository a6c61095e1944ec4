"""Which sentences of a message ask, and which are chatter that guidance has nothing to do with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.ages import age_in
from assistant.asking import POLAR
from assistant.cues import POINTING
from assistant.prose import sentences
from assistant.voikko import VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from assistant.finnish import Token

    Outside = Callable[[Sequence[str]], Sequence[float]]
    Span = tuple[int, int]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUESTION_WORDS: Final = _words("""
    mikä mitä mitkä minkä missä mistä mihin minne milloin koska miten kuinka miksi kuka
    ketkä kenelle keneltä kenen ketä keitä millainen minkälainen kumpi paljonko montako
    kauanko moneltako entä entäs mites mitenkäs missäs mistäs mikäs
""")
WANTING: Final = _words("""
    haluta tahtoa tarvita kertoa luetella listata näyttää pyytää kaivata kiinnostaa kysyä
    etsiä hakea auttaa neuvoa miettiä pohtia tietää ohjata
""")
"""Verbs that make a question of a statement: *haluan koko listan*."""

COURTEOUS: Final = _words("""
    kysyä kysymys vastata vastaus kiitos kiittää kiitollinen terveisin terveiset anteeksi
    häiriö häiritä vaivata vaiva vaivannäkö kehdata tyhmä oikea paikka yrittää tietää ehtiä
    toivottavasti ajatella miettiä mieli pitkä päivä hyvä mukava viikonloppu jatko etukäteen
    todella kuitenkin edes suuri iso kiva naapuri sanoa kannattaa asia kokemus näkyä häiritä
    moro heippa hei terve huomen ilta kysyjä voida olla saada selvä ottaa
""")
"""Words of greetings, excuses and thanks: a sentence of nothing else asks nothing."""

CORE: Final = _words("""
    kysyä kysymys vastata kiitos kiittää kiitollinen terveisin terveiset anteeksi häiriö
    häiritä vaivata vaivannäkö kehdata hyvä moro heippa
""")
BACK: Final = frozenset({"hän", "he", "se", "ne"})
LEAST_OUTSIDE: Final = 0.6
MOST_JUDGED: Final = 4
LEAST_TOLD: Final = 2
STORY: Final = 4
"""Sentences from which a message is a story."""

ELSEWHERE: Final = 0.8
"""How likely outside guidance a follow-up is that leaves the conversation's subject."""

VERB: Final = "teonsana"
NOUN: Final = "nimisana"
NAME: Final = "nimi"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a message: ``text[start:end]`` with its words ``tokens[first:last]``."""

    start: int
    end: int
    first: int
    last: int


def split(text: str, tokens: Sequence[Token]) -> list[Sentence]:
    """The sentences of a message that hold words, in order."""
    found = []
    first = 0
    for start, end in sentences(text):
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if last > first:
            found.append(Sentence(start, end, first, last))
        first = last
    return found


def asks(sentence: Sentence, text: str, tokens: Sequence[Token]) -> bool:
    """Whether a sentence asks or wants something, or has no verb that would tell something."""
    words = tokens[sentence.first : sentence.last]
    said = {word.text.casefold() for word in words}
    lemmas = {lemma for word in words for lemma in word.lemmas}
    if "?" in text[sentence.start : sentence.end] or QUESTION_WORDS & said or WANTING & lemmas:
        return True
    opens = words[0]
    polar = POLAR.search(opens.text) and not any(POLAR.search(lemma) for lemma in opens.lemmas)
    return bool(polar) or not _has_verb(words)


def asking_tokens(
    text: str, tokens: Sequence[Token], named: Iterable[tuple[int, int]]
) -> Sequence[Token]:
    """The words of the sentences that ask, where others only tell of something else.

    *Kahvi loppui juuri. Kuka auttaa?* doesn't ask when something ends.

    Args:
        text: The message.
        tokens: Its words.
        named: Where services are named, by the numbers of words: what's told there counts too.
    """
    parts = split(text, tokens)
    if len(parts) < 2:
        return tokens
    asking = [one for one in parts if asks(one, text, tokens)]
    if not asking:
        return tokens
    points = any(
        t.text.casefold() in POINTING for one in asking for t in tokens[one.first : one.last]
    )
    # What a story tells of something named isn't asked of it, unless the question points there.
    places = [first for first, _ in named] if points or len(parts) < STORY else []
    kept = [one for one in parts if one in asking or any(one.first <= n < one.last for n in places)]
    return [token for one in kept for token in tokens[one.first : one.last]]


def without_chatter(
    text: str,
    tokens: Sequence[Token],
    telling: Callable[[str, Sequence[Token]], Collection[int]],
    outside: Outside | None,
) -> str:
    """The message without its sentences that guidance has nothing to do with, if others remain.

    Args:
        text: The message.
        tokens: Its words.
        telling: Finds the offsets at which something stands that guidance needs: a place, a name,
            a word of the glossary.
        outside: How likely sentences have nothing to do with guidance, from 0 to 1 each; ``None``
            when nothing can tell.
    """
    parts = split(text, tokens)
    if len(parts) < 2:
        return text
    told_at = telling(text, tokens)
    idle = [
        one
        for one in parts
        if not any(one.start <= offset < one.end for offset in told_at)
        and not any(char.isdigit() for char in text[one.start : one.end])
        and age_in(text[one.start : one.end]) is None
    ]
    polite = [one for one in idle if is_courteous(tokens[one.first : one.last])]
    told = [
        one
        for one in idle
        if one not in polite and not asks(one, text, tokens) and not _goes_on(one, tokens)
    ]
    chatter = [*polite, *_outside(told[:MOST_JUDGED], text, outside)]
    if not chatter or len(chatter) == len(parts):
        return text
    return " ".join(text[one.start : one.end] for one in parts if one not in chatter)


def is_courteous(words: Sequence[Token]) -> bool:
    """Whether a sentence is nothing but a greeting, an excuse or thanks."""
    from assistant.finnish import index_terms

    content = [{*word.lemmas, word.text.casefold()} for word in words if index_terms([word])]
    core = any(CORE & {*word.lemmas, word.text.casefold()} for word in words)
    return core and all(COURTEOUS & lemmas for lemmas in content)


def leaves_subject(
    text: str, words: Sequence[Token], vocabulary: Collection[str], outside: Outside | None
) -> bool:
    """Whether a follow-up leaves what was spoken of for what guidance has nothing to do with.

    Its few words tell little by themselves: it must name a thing that no source speaks of.

    Args:
        text: The follow-up.
        words: Its words that tell something, places left out.
        vocabulary: The base forms that the sources hold.
        outside: See `without_chatter`.
    """
    if outside is None or len(words) < LEAST_TOLD or not _names_unknown(words, vocabulary):
        return False
    return outside([text])[0] >= ELSEWHERE


def _names_unknown(words: Sequence[Token], vocabulary: Collection[str]) -> bool:
    try:
        dictionary = open_dictionary()
    except VoikkoNotFoundError:
        return False
    for word in words:
        if word.known and not any(lemma.casefold() in vocabulary for lemma in word.lemmas):
            classes = {one.word_class for one in dictionary.readings(word.text)}
            if any(one == NOUN or one.endswith(NAME) for one in classes):
                return True
    return False


def _outside(told: Sequence[Sentence], text: str, outside: Outside | None) -> list[Sentence]:
    if not told or outside is None:
        return []
    scores = outside([text[one.start : one.end] for one in told])
    return [one for one, score in zip(told, scores, strict=True) if score >= LEAST_OUTSIDE]


def _goes_on(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether a sentence goes on with somebody who was told of before."""
    words = tokens[sentence.first : sentence.last]
    return sentence.first > 0 and any(BACK.intersection(word.lemmas) for word in words)


def _has_verb(words: Sequence[Token]) -> bool:
    try:
        dictionary = open_dictionary()
    except VoikkoNotFoundError:
        return True
    return any(
        reading.word_class == VERB
        for word in words
        for reading in dictionary.readings(word.text.lower())
    )
