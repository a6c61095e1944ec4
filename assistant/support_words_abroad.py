"""Closed lists of words for `assistant.support_abroad`: data on what a sentence claims."""

from __future__ import annotations

import re
from typing import Final

FUNCTION: Final = {
    "en": frozenset(
        """
        a an the this that these those there here it its it's i me my we us our you your yours he him his
        she her they them their who whom whose which what where when how if and or but so as than then
        because while also too in on at to of for from by with about into through via within is are was
        were be been being am has have had having do does did can may might could will would 's you're
        you'll they're we're can't either both such etc e.g i.e one ones
        """.split()  # noqa: SIM905
    ),
    "sv": frozenset(
        """
        en ett den det de dem denna detta dessa här där jag mig min vi oss vår du dig din ditt dina ni er
        ert era han hon hen man sin sitt sina sig honom henne deras dess som vilken vilket vilka vars vem
        vad var när hur om och eller men så också även samt än då därför att i på till av för från med hos
        via genom vid åt inom är vara varit har ha haft hade kan kunna kunde blir bli blivit blev får få
        fick vill både antingen t.ex dvs bl.a bland annat
        """.split()  # noqa: SIM905
    ),
}
"""Words that hold a sentence together. What bounds or stresses (*only*, *all*, *must*, *before*)
isn't among them: it has to be supported."""

NEUTRAL: Final = {
    "en": frozenset(
        """
        get give offer provide find come go use make take possible possibility example available intend
        mean include
        """.split()  # noqa: SIM905
    ),
    "sv": frozenset(
        """
        ge erbjuda hitta finna finnas komma gå använda göra ta möjlig möjlighet exempel innebära avse avsedd
        """.split()  # noqa: SIM905
    ),
}
"""Words that claim nothing by themselves, in their base form; as `support_words.NEUTRAL`."""

NEGATIONS: Final = {
    "en": frozenset(
        "no not never without none nobody nothing nowhere cannot neither nor non hardly".split()  # noqa: SIM905
    ),
    "sv": frozenset(
        "inte ej icke ingen inget inga ingenting ingenstans aldrig utan varken knappt".split()  # noqa: SIM905
    ),
}


def _pinned(text: str) -> dict[str, frozenset[str]]:
    lines = (line.split(":") for line in text.strip().splitlines())
    return {word.strip(): frozenset(meanings.split()) for word, meanings in lines}


PINNED: Final = {
    "en": _pinned("""
        free: maksuton maksutta ilmainen ilmaiseksi veloituksetta
        all: kaikki koko
        every: joka jokainen kaikki
        only: vain ainoastaan ainoa
        must: täytyä pitää pakko
        many: moni monta usea
        several: moni monta usea
        need: tarvita tarve
        operate: toimia
        service: palvelu
        person: ihminen henkilö
        people: ihminen henkilö
        place: paikka
        contact: yhteys yhteyttä yhteystieto
        ask: kysyä kysymys
        yourself: itse
        own: oma
        advise: neuvoa neuvonta ohjata
        national: valtakunnallinen kansallinen
        nationwide: valtakunnallinen
        organise: järjestää
        organize: järjestää
        organiser: järjestäjä järjestää
        integrate: kotoutua kotoutuminen integroitua
        integration: kotoutuminen integraatio
        application: hakemus haku
        finance: rahoittaa rahoitus
        fund: rahoittaa rahoitus
        coaching: valmennus
        appointment: ajanvaraus aika
        log: kirjautua kirjautuminen
        login: kirjautuminen
        counsellor: ohjaaja neuvoja
        age: ikä ikäinen vuotias
        aged: ikäinen vuotias
        year: vuosi vuotias
    """),
    "sv": _pinned("""
        fri: vapaa
        bara: vain ainoastaan
        endast: vain ainoastaan
        all: kaikki koko
        varje: joka jokainen
        måste: täytyä pitää pakko
        många: moni monta usea
        flera: moni monta usea
        behöva: tarvita tarve
        fungera: toimia
        tjänst: palvelu
        service: palvelu
        person: ihminen henkilö
        människa: ihminen henkilö
        plats: paikka
        kontakt: yhteys yhteyttä yhteystieto
        kontakta: yhteys yhteyttä
        fråga: kysyä kysymys
        själv: itse
        egen: oma
        rådgivning: neuvonta
        handledning: ohjaus
        vägledning: ohjaus opastus
        nationell: valtakunnallinen kansallinen
        riksomfattande: valtakunnallinen
        ansökan: hakemus haku
        inloggning: kirjautuminen
        individuell: yksilöllinen henkilökohtainen
        tidsbokning: ajanvaraus
        finansiera: rahoittaa rahoitus
        träning: valmennus harjoittelu
        coachning: valmennus
        integration: kotoutuminen integraatio
        ålder: ikä ikäinen
        år: vuosi vuotias
    """),
}
"""Words whose meanings in guidance the dictionaries lack, or have among others that would let a
claim through (*free* is also open); these are taken in their stead."""

CONTRACTED: Final = re.compile(r"n['’]t$", re.IGNORECASE)
"""*don't*, *isn't* and the like."""

# A day that's named as the first or the last one; what stands before it tells which.
_BETWEEN: Final = r"(?:\s+(?:on|the|den|och med|until|in|år))*\s+(?=\d|[^\W\d_]+\s+\d)"
STARTS: Final = {
    "en": re.compile(
        rf"\b(?:from|since|starting|starts?|started|begins?|began|beginning|opens?|opened){_BETWEEN}"
        r"|\bas of\s",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        rf"\b(?:från|fr\.o\.m\.|sedan|börjar|började|inleds|inleddes|startar|startade){_BETWEEN}",
        re.IGNORECASE,
    ),
}
ENDS: Final = {
    "en": re.compile(
        rf"\b(?:until|till|to|through|by|before|ends?|ended|ending|closes?|closed|lasts?|up to)"
        rf"{_BETWEEN}",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        rf"\b(?:till|t\.o\.m\.|tills|fram till|slutar|slutade|avslutas|upphör|före|senast){_BETWEEN}",
        re.IGNORECASE,
    ),
}
