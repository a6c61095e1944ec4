"""What a question for a list says that no condition of the list explains.

*Montako hanketta Oulun kaupungilla on käynnissä* is told in full by an organisation and a status.
*Mitkä hankkeet tähtäävät siihen, että yritykset saisivat väkeä* is told by its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.asking import EVENTS, FIRST, LAST
from assistant.compose.bodies import KINDS, RUNS, left_out
from assistant.compose.pointed import ONLY_ASKS
from assistant.compose.values import EVERYDAY
from assistant.cues import ASPECTS, COUNT_WORDS, LIST_WORDS, PLAN_WORDS, SECTIONS, STATUSES
from assistant.dialogue import Aspect
from assistant.themes import STEMS
from assistant.time_words import senses_of
from assistant.voikko import is_adverb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.compose.context import Context


def _words(*phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for some in phrases for phrase in some for word in phrase.split())


SHORTEST = 3
"""Shorter pieces of a name are no name."""
TELLING = _words(
    LIST_WORDS,
    COUNT_WORDS,
    PLAN_WORDS,
    *SECTIONS.values(),
    *STATUSES.values(),
    *EVENTS.values(),
    *(ASPECTS[one] for one in (Aspect.WHO, Aspect.WHEN, Aspect.FUNDER)),
    (FIRST | LAST | ONLY_ASKS | EVERYDAY),
    (one for kind in KINDS for one in kind.asked),
    (
        *(
            "olla",
            "se",
            "ne",
            "nuo",
            "nämä",
            "jokin",
            "joku",
            "eri",
            "yhä",
            "edelleen",
            "jo",
            "kuin",
        ),
        *("suunnitelma", "osa", "teema", "listattu", "mainittu", "alue", "maakunta", "seutu"),
        *("kaikkinen", "kaiken", "kaikki", "parhaillaan", "yhteensä", "löytyä", "alla", "kuulua"),
        *("muu", "toinen", "paitsi", "ilman", "enää", "vielä", "nykyään", "tällä", "hetki"),
        *("paikkakunta", "kunta", "kaupunki", "kohta", "kokonaisuus", "olemassa", "raha"),
        *("aihe", "sara", "asia", "saralla", "suhteen", "osalta", "toimia", "sanoa", "teema"),
        *(
            "saada",
            "saanut",
            "tiedossa",
            "puoli",
            "puolelle",
            "listalla",
            "verran",
            "listata",
            "pitkä",
            "lyhyt",
            "aika",
            "päivä",
            "vuosi",
        ),
    ),
)
"""Words that a condition of a list explains, or that only ask for it."""

PARTICIPLE = ("nut", "nyt")
ROOTS = frozenset(word[:-1] for word in TELLING) | frozenset(word[:-2] for word in TELLING)
"""How participles begin of verbs that only ask: *toiminut*, *kestänyt*, *jatkunut*."""


def leftover(context: Context) -> list[tuple[str, ...]]:
    """The content words of a question that none of its conditions explains, each with its forms."""
    question = context.question
    named = {
        form
        for name in (*question.organisations, *question.places, *question.municipalities)
        for token in context.tokens(name)
        for form in (*token.lemmas, token.text.casefold())
    }
    groups = set(question.target_groups)

    begins = (*STEMS.get(question.theme or 0, ()), *left_out(context))

    def is_explained(word: tuple[str, ...]) -> bool:
        surface = word[-1]
        # A part of a compound explains nothing of the rest: *kuntoutushanke*.
        whole = [one for one in word if one == word[0] or one not in word[0]]
        if not TELLING.isdisjoint((*whole, surface)) or not named.isdisjoint(word):
            return True
        if word[0].endswith(PARTICIPLE) and word[0][:-3] in ROOTS:
            return True
        if surface[:1].isdigit() or senses_of(surface) or is_adverb(surface):
            return True
        if RUNS.match(surface) or surface.startswith(begins):
            return True
        if any(place in surface for place in named if len(place) > SHORTEST):
            return True
        return bool(groups and groups.intersection(context.groups_in(surface)))

    return [word for word in question.words if not is_explained(word)]
