"""Sentences in Swedish and English that no Finnish source supports, made from true translations."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from faithful_sentences_abroad import FAITHFUL_ABROAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lying_sentences import Liar

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
}
NOT = {
    "en": (("is", "is not"), ("get", "do not get"), ("can", "cannot"), ("helps", "does not help")),
    "sv": (
        ("är", "är inte"),
        ("får", "får inte"),
        ("kan", "kan inte"),
        ("hjälper", "hjälper inte"),
    ),
}
AFFIRMED = {
    "en": ((" do not need", " need"), (" need not", " must"), ("without", "with")),
    "sv": ((" behöver inte", " måste"), ("utan", "med"), (" behöver inte", " behöver")),
}
ENDINGS = {
    "en": (
        "only for women",
        "if you have a doctor's referral",
        "when you have a residence permit",
        "in your own language",
        "every day",
        "for everyone",
        "at home",
        "on Sundays",
        "before the deadline",
        "if you are unemployed and over fifty",
        "together with a lawyer",
        "as long as you pay taxes in Finland",
    ),
    "sv": (
        "bara för kvinnor",
        "om du har remiss från läkare",
        "när du har uppehållstillstånd",
        "på ditt eget språk",
        "varje dag",
        "för alla",
        "hemma hos dig",
        "på söndagar",
        "före sista ansökningsdagen",
        "om du är arbetslös och över femtio",
        "tillsammans med en jurist",
        "så länge du betalar skatt i Finland",
    ),
}
STRESSED = {
    "en": ("always", "certainly", "best", "only", "immediately", "fully", "quickly", "secretly"),
    "sv": ("alltid", "säkert", "bäst", "endast", "genast", "fullt", "snabbt", "hemligt"),
}
INVENTED = {
    "en": (
        "It is the best service in Finland.",
        "The counsellors speak Arabic and Somali.",
        "You get a free lunch and a bus ticket.",
        "The waiting time is very short.",
        "Most participants find a job.",
        "You may lose your unemployment benefit if you do not take part.",
        "The service closes soon.",
        "Registration is compulsory.",
        "You need a Finnish identity code.",
        "Kela pays all travel costs.",
        "The service costs money.",
        "A certificate gives you a place at the university.",
    ),
    "sv": (
        "Det är den bästa tjänsten i Finland.",
        "Rådgivarna talar arabiska och somaliska.",
        "Du får gratis lunch och en bussbiljett.",
        "Väntetiden är mycket kort.",
        "De flesta deltagare hittar ett jobb.",
        "Du kan förlora ditt arbetslöshetsstöd om du inte deltar.",
        "Tjänsten stängs snart.",
        "Anmälan är obligatorisk.",
        "Du behöver en finsk personbeteckning.",
        "FPA betalar alla resekostnader.",
        "Tjänsten kostar pengar.",
        "Intyget ger dig en studieplats vid universitetet.",
    ),
}
TOWNS = {
    "en": ("in Helsinki", "in Turku", "in Rovaniemi", "in Kuopio", "in Pyhäranta", "in Kemi"),
    "sv": ("i Helsingfors", "i Åbo", "i Rovaniemi", "i Kuopio", "i Vasa", "i Kemi"),
}
CONTACTS = {
    "en": ("Call 040 123 4567.", "Write to help@guidance-now.fi.", "See www.{}-services.fi."),
    "sv": ("Ring 040 123 4567.", "Skriv till hjalp@radgivning-nu.fi.", "Se www.{}-tjanster.fi."),
}
COUNTS = {
    "en": ("It has {} counsellors.", "It operates in {} municipalities.", "It helps under {}s."),
    "sv": ("Den har {} rådgivare.", "Den fungerar i {} kommuner.", "Den hjälper under {}-åringar."),
}
WORDED = {"en": ("three", "twelve", "forty", "two"), "sv": ("tre", "tolv", "fyrtio", "två")}
ENDED = {"en": "{} helps you now.", "sv": "{} hjälper dig nu."}
COST = {"en": ("{} costs money.", "{} is free."), "sv": ("{} kostar pengar.", "{} är gratis.")}
PARTICULARS = {
    "date",
    "year",
    "number",
    "number in words",
    "contact",
    "place",
    "other name",
    "ended",
}


@dataclass(frozen=True)
class LieAbroad:
    """A sentence with the service and the number of the statement that it pretends to rest on."""

    kind: str
    text: str
    service: str
    statement: int


class LiarAbroad:
    """Makes lies in a language; the same seed makes the same ones."""

    def __init__(self, language: str, liar: Liar, seed: int) -> None:
        self._language, self._liar = language, liar
        self._random = random.Random(seed)
        self._true = FAITHFUL_ABROAD[language]

    def lies(self, count: int) -> Iterator[LieAbroad]:
        """Make lies of every kind in turn."""
        kinds, made = list(KINDS_ABROAD.items()), 0
        while made < count:
            kind, make = kinds[made % len(kinds)]
            service, number, true = self._random.choice(self._true)
            text = make(self, service, true)
            if text and text != true:
                made += 1
                yield LieAbroad(kind, text, service, number)

    def _of(self, of: dict) -> str:
        return self._random.choice(of[self._language])

    def _service(self, service: str):
        return self._liar._corpus.service_by_id[service]

    def date(self, service: str, true: str) -> str:
        month, year = self._random.choice(MONTHS[self._language].split()), 2029
        day = self._random.randrange(1, 28)
        written = self._random.choice((f"{day} {month} {year}", f"{day}.7.{year}"))
        ending = {"en": ("until", "from"), "sv": ("till", "från")}[self._language]
        return f"{true[:-1]} {self._random.choice(ending)} {written}."

    def year(self, service: str, true: str) -> str:
        year = self._random.choice((2019, 2031))
        return f"{true[:-1]} {'in' if self._language == 'en' else 'år'} {year}."

    def number(self, service: str, true: str) -> str:
        number = self._random.randrange(31, 99)
        if found := re.search(r"\b\d{2}\b", true):
            return f"{true[: found.start()]}{number}{true[found.end() :]}"
        return self._of(COUNTS).format(number)

    def worded(self, service: str, true: str) -> str:
        return self._of(COUNTS).format(self._of(WORDED))

    def contact(self, service: str, true: str) -> str:
        others = [s for s, _, _ in self._true if s != service]
        url = dict(self._service(self._random.choice(others)).channels).get("url")
        own = dict(self._service(service).channels).get("url")
        if url and url != own and self._random.random() < 0.5:
            return f"{'See' if self._language == 'en' else 'Se'} {url}."
        return self._of(CONTACTS).format("oulu")

    def place(self, service: str, true: str) -> str:
        return f"{true[:-1]} {self._of(TOWNS)}."

    def other_name(self, service: str, true: str) -> str | None:
        own = self._service(service)
        name = next((n for n in sorted(own.names, key=len, reverse=True) if n in true), None)
        other = self._random.choice(self._liar._running).name
        known = " ".join((*own.names, *(s.text for s in own.statements)))
        return true.replace(name, other) if name and other not in known else None

    def ended(self, service: str, true: str) -> str:
        return ENDED[self._language].format(self._random.choice(self._liar._ended).name)

    def denied(self, service: str, true: str) -> str | None:
        pairs = [(a, b) for a, b in NOT[self._language] if f" {a} " in true]
        already = re.search(r"\b(?:not|without|need not|inte|utan)\b", true)
        if already or not pairs:
            return None
        old, new = self._random.choice(pairs)
        return true.replace(f" {old} ", f" {new} ", 1)

    def affirmed(self, service: str, true: str) -> str | None:
        pairs = [(old, new) for old, new in AFFIRMED[self._language] if old in true]
        if not pairs:
            return None
        old, new = self._random.choice(pairs)
        return true.replace(old, new)

    def condition(self, service: str, true: str) -> str:
        return f"{true[:-1]} {self._of(ENDINGS)}."

    def stressed(self, service: str, true: str) -> str:
        words = true.split(" ")
        at = self._random.randrange(1, len(words))
        return " ".join([*words[:at], self._of(STRESSED), *words[at:]])

    def invented(self, service: str, true: str) -> str | None:
        text = self._of(INVENTED)
        return None if service == "kela" and "benefit" in text else text

    def cost(self, service: str, true: str) -> str:
        own = self._service(service)
        free, name = own.cost == "maksuton", own.name
        stands = free or any("maksut" in s.text for s in own.statements)
        return COST[self._language][0 if stands else 1].format(name)

    def other_statement(self, service: str, true: str) -> str | None:
        other, _, text = self._random.choice(self._true)
        own, theirs = self._service(service), self._service(other)
        if other == service or re.search(r"free|gratis|avgiftsfri|national|nationell", text):
            return None
        return None if set(own.names) & set(theirs.names) else text

    def word(self, service: str, true: str) -> str | None:
        """One word changed for a word of another service's sentence."""
        other, _, text = self._random.choice(self._true)
        own = [w for w in true[:-1].split() if w.islower() and len(w) > 4]
        strange = [w for w in text[:-1].split() if w.islower() and len(w) > 5 and w.isalpha()]
        mine = " ".join(t for s, _, t in self._true if s == service)
        strange = [w for w in strange if w[:5] not in mine]
        if other == service or not own or not strange:
            return None
        return true.replace(self._random.choice(own), self._random.choice(strange), 1)


KINDS_ABROAD = {
    "date": LiarAbroad.date,
    "year": LiarAbroad.year,
    "number": LiarAbroad.number,
    "number in words": LiarAbroad.worded,
    "contact": LiarAbroad.contact,
    "place": LiarAbroad.place,
    "other name": LiarAbroad.other_name,
    "ended": LiarAbroad.ended,
    "denied": LiarAbroad.denied,
    "affirmed": LiarAbroad.affirmed,
    "condition": LiarAbroad.condition,
    "stressed": LiarAbroad.stressed,
    "invented": LiarAbroad.invented,
    "cost": LiarAbroad.cost,
    "other statement": LiarAbroad.other_statement,
    "word": LiarAbroad.word,
}
