"""What exactly a question asks: yes or no, which end of a running time, a number, a comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from assistant.finnish import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


POLAR = re.compile(r"k[oö](?:h[aä]n|s)?$", re.IGNORECASE)
POLAR_ELSEWHERE = frozenset(
    (
        *("is", "are", "was", "were", "did", "does", "do", "can", "could", "should", "must", "has"),
        *("är", "var", "kan", "får", "måste", "ska", "behöver", "finns", "har", "går", "ли", "чи"),
    )
)
"""What begins a question for yes or no in other languages; "ли" stands after its verb."""

ASKS_WHEN = frozenset({"milloin", "koska", "kauanko", "asti", "saakka", "when", "när", "когда"})
"""Words of a question that wants a time and not yes or no."""

COUNTING = _words("montako monta moniko moni monessako many många сколько")
MONEY = frozenset({"raha", "euro"})
"""What *paljonko* asks an amount of wherever it stands: *paljonko hanke sai rahaa*."""
FILLING = frozenset({"kappale", "eri", "erilainen", "kaikki", "yhteensä"})


class Event(StrEnum):
    """Which part of a running time is asked about."""

    RUNS = "runs"
    STARTS = "starts"
    ENDS = "ends"


class Measure(StrEnum):
    """By what services are compared."""

    START = "start"
    END = "end"
    LENGTH = "length"
    MUNICIPALITIES = "municipalities"


TOLD_APART = _words(
    "hanke projekti palvelu verkosto malli työllisyysalue kunta vahvuus paikkakunta "
    "kehittämiskohde tavoite kohta ilmiö project service teema organisaatio toteuttaja "
    "järjestäjä toimija rahoittaja projekt проект hanketta kaupunki toimenpide megatrendi "
    "painopiste haaste municipality"
)
"""What is counted by records and sections; the number of anything else a sentence has to tell."""

EVENTS: dict[Event, frozenset[str]] = {
    Event.ENDS: _words(
        "päättyä päättynyt loppua loppunut lakata lakkaaminen lopettaa ohi päättyminen loppu "
        "loppuminen päättymispäivä end ended finished slutar avslutats закончился"
    ),
    Event.STARTS: _words(
        "alkaa alkanut alkaen aloittaa käynnistyä avata avautua perustaa avattu start started "
        "open opened börjar öppnade начался"
    ),
    Event.RUNS: _words(
        "käynnissä voimassa toiminnassa meneillään menossa auki jatkua vielä vieläkö enää "
        "toimia pyöriä ehtiä running ongoing still pågår fortfarande ännu действует kestää"
    ),
}
WORKS = frozenset({"toimia"})
"""What says where or for whom something works, as much as that it does."""

STILL = frozenset({"still", "fortfarande", "ännu"})
"""What tells that *open* asks of what goes on, and not of a beginning."""


FIRST = _words(
    "seuraavaksi ensin ensimmäisenä ensimmäinen ennen aiemmin aikaisemmin pian pikimmin "
    "aikaisin vähiten vähemmän lyhin lyhyempi first earlier sooner ensimmäiseksi "
    "lyhyimmän lyhimmän"
)
LAST = _words(
    "viimeisenä viimeinen viimeiseksi myöhemmin jälkeen kauimmin kauemmin pisimpään "
    "pidempään pitempään kauimpaan pisin pidempi pitempi myöhään eniten enemmän last "
    "later longer longest more pitkään kauimmaksi pisimmän myöhimpään kauemmas"
)
LASTING = _words(
    "kauimmin kauemmin pisimpään pidempään pitempään pisin lyhin lyhyempi longer longest "
    "pidempi pitempi pisimmän lyhimmän lyhyimmän"
)
ON = frozenset({"jatkua", "voimassa", "päättyä", "loppua"})
OUTMOST = _words(
    "ensin ensimmäisenä ensimmäinen ensimmäiseksi viimeisenä viimeinen pisin viimeiseksi "
    "kauimmin pisimpään lyhin eniten vähiten aikaisin seuraavaksi kauimmaksi pisimmän "
    "lyhimmän lyhyimmän myöhimpään longest first last pikimmin"
)
"""Words that choose one of all, and not only one of two."""

PRICE, COSTS = "hinta", "maksaa"
HOW_MUCH = frozenset({"paljonko", "paljon", "mitä"})
LITTLE = _words(
    "se ne niitä tämä tuo siellä siitä mikä mitä nyt sitten oikein niin olla on oli they it there"
)
UNITS_OF_TIME = frozenset({"päivä", "viikko", "kuukausi", "vuosi", "tunti"})

PAST = ("päättyi", "loppui", "päättyn", "loppun", "kesti", "ended", "lasted", "avslutades")

FAR = 3
PARTITIVE = ("a", "ä")
"""How what's counted ends in Finnish."""

TOWNS = frozenset({"kunta", "paikkakunta", "municipality"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """By what services are compared, and which end of it is asked for.

    ``of_all`` is true when one of all is asked for, and not only one of those that are named;
    ``past`` when it's told of in the past.
    """

    by: Measure
    most: bool
    of_all: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """What exactly a message asks.

    Attributes:
        polar: Whether yes or no answers it.
        event: The part of a running time, when it asks of just one.
        counted: The base forms of what it asks the number of.
        comparison: How it compares services, when it does.
        priced: The base forms of what it asks the price of, where it says so.
    """

    polar: bool = False
    event: Event | None = None
    counted: tuple[str, ...] = ()
    comparison: Comparison | None = None
    priced: tuple[str, ...] = ()


def read_asking(tokens: Sequence[Token]) -> Asking:
    """Read what exactly a message asks."""
    words = [_forms(token) for token in tokens]
    said = frozenset().union(*words) if words else frozenset()
    events = _events(said)
    decisive = [event for event in events if event is not Event.RUNS] or events
    # What bears the question decides: *vieläkö ehtii* asks if it runs, whatever is told besides.
    borne = [found for t in tokens if POLAR.search(t.text) and (found := _events(_forms(t)))]
    decisive = borne[0] if len(borne) == 1 else decisive
    decisive = [Event.RUNS] if decisive == [Event.STARTS] and STILL & said else decisive
    return Asking(
        polar=_is_polar(tokens) and not ASKS_WHEN & said and "vai" not in said,
        event=decisive[0] if len(decisive) == 1 else None,
        counted=_counted(tokens),
        comparison=_comparison(said, decisive),
        priced=_priced(tokens),
    )


def _events(words: Collection[str]) -> list[Event]:
    return [event for event, cues in EVENTS.items() if cues.intersection(words)]


def _forms(token: Token) -> frozenset[str]:
    return frozenset((*token.lemmas, token.text.casefold()))


def only_works(tokens: Iterable[Token]) -> bool:
    """Whether that something goes on is said by no more than where or for whom it works."""
    said = EVENTS[Event.RUNS].intersection(form for token in tokens for form in _forms(token))
    return bool(said) and said <= WORKS


def _is_polar(tokens: Sequence[Token]) -> bool:
    """Whether a verb asks for yes or no; *verkko* ends like one and doesn't."""
    for token in tokens:
        asks = bool(POLAR.search(token.text))
        counts = token.text.casefold() in COUNTING | {"paljonko", "moneltako"}
        counts = counts or not COUNTING.isdisjoint(token.lemmas)
        if asks and not counts and not any(POLAR.search(lemma) for lemma in token.lemmas):
            return True
        if asks and token.text.casefold() in {"vieläkö", "jokohan", "joko"}:
            return True
    first = tokens[0].text.casefold() if tokens else ""
    return first in POLAR_ELSEWHERE or any(token.text.casefold() == "ли" for token in tokens)


def _counted(tokens: Sequence[Token]) -> tuple[str, ...]:
    """What stands after each *how many*: its base forms and the parts of a compound."""
    counted: list[str] = []
    for number, token in enumerate(tokens[:-1]):
        if token.text.casefold() == "paljonko":
            counted += [one for t in tokens[number + 1 :] for one in MONEY.intersection(t.lemmas)]
            continue
        if token.text.casefold() not in COUNTING and not COUNTING.intersection(token.lemmas):
            continue
        rest = [t for t in tokens[number + 1 :] if not FILLING.intersection(t.lemmas)]
        if rest and not LITTLE.intersection(_forms(rest[0])):
            # *Montako digiteeman hanketta* counts projects: what stands before tells of which.
            heads = [t for t in rest[:FAR] if t.text.casefold().endswith(PARTITIVE)]
            thing = next((t for t in heads if is_thing(t.lemmas)), rest[0])
            counted += [*thing.lemmas, thing.text.casefold()]
    return tuple(dict.fromkeys(counted))


def _priced(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The thing whose price is asked, as in *paljonko X maksaa* and *X:n hinta*."""
    for number, token in enumerate(tokens):
        if PRICE in token.lemmas and number:
            return tuple(dict.fromkeys((*tokens[number - 1].lemmas, *tokens[number - 1].parts)))
        if COSTS in token.lemmas:
            asks = [n for n in range(number) if tokens[n].text.casefold() in HOW_MUCH]
            between = tokens[asks[-1] + 1 : number] if asks else ()
            named = [t for t in between if not LITTLE.intersection(_forms(t))]
            if named:
                return tuple(dict.fromkeys((*named[-1].lemmas, *named[-1].parts)))
    return ()


def _comparison(said: Collection[str], events: Sequence[Event]) -> Comparison | None:
    words = frozenset(said)
    first, last = bool(FIRST & words), bool(LAST & words)
    if first == last:
        if not ({"kumpi", "vai"} & words and events):
            return None
        first = True
    measure = None
    if TOWNS & words:
        measure = Measure.MUNICIPALITIES
    elif LASTING & words and not ON & words:
        measure = Measure.LENGTH
    elif Event.STARTS in events and Event.ENDS not in events:
        measure = Measure.START
    elif events or LASTING & words:
        measure = Measure.END
    past = any(word.startswith(PAST) for word in words)
    return Comparison(measure, last, bool(OUTMOST & words), past) if measure else None


def is_time(counted: Iterable[str]) -> bool:
    """Whether what is counted are days, weeks or the like: a length of time is asked."""
    return any(word in UNITS_OF_TIME for word in counted)


def is_thing(counted: Iterable[str]) -> bool:
    """Whether what is counted are records or sections: projects, services, aims."""
    return any(word.endswith(tuple(TOLD_APART)) for word in counted)
