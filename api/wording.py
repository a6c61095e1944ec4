"""The page's own words in Finnish, for the templates and for the page's script alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STATUS_LABELS = {
    "active": "Käynnissä",
    "upcoming": "Alkamassa",
    "ended": "Päättynyt",
    "unknown": "Ei tiedossa",
}
OUTCOME_LABELS = {
    "answered": "Vastaus",
    "partial": "Vastaus osaan kysymyksestä",
    "clarify": "Tarkentava kysymys",
    "not_found": "Lähteistä ei löydy vastausta",
    "out_of_scope": "Tämä ei kuulu opastajan aiheisiin",
    "crisis": "Apua heti",
    "refused": "Tässä opastaja ei voi auttaa",
}
NOTICE_LABELS = {
    "ended": "Päättynyt",
    "upcoming": "Alkaa myöhemmin",
    "stale": "Tieto voi olla vanhentunut",
    "conflict": "Lähteet kertovat eri tavoin",
    "fallback": "Miten vastaus tehtiin",
}
KIND_LABELS = {
    "service": "Palvelu",
    "project": "Hanke",
    "online_service": "Verkkopalvelu",
    "model": "Toimintamalli",
    "network": "Verkosto",
    "training": "Koulutus",
    "employment_area": "Työllisyysalue",
    "organisation": "Toimija",
}
CHANNEL_LABELS = {
    "url": "Verkossa",
    "phone": "Puhelin",
    "email": "Sähköposti",
    "visit": "Käynti",
    "other": "Muuten",
}
# Above this many, a list of municipalities tells less than the name of the area.
MANY = 20
AREA_LABELS = {"region": "Koko Pohjois-Pohjanmaa", "national": "Koko Suomi"}
LANGUAGE_LABELS = {
    "fi": "suomi",
    "sv": "ruotsi",
    "en": "englanti",
    "ru": "venäjä",
    "uk": "ukraina",
    "ar": "arabia",
    "et": "viro",
    "so": "somali",
    "fa": "persia",
    "ku": "kurdi",
    "tr": "turkki",
    "zh": "kiina",
    "vi": "vietnam",
    "th": "thai",
    "es": "espanja",
    "fr": "ranska",
    "de": "saksa",
    "se": "pohjoissaame",
}
MESSAGES = {
    "404": "Sivua ei löydy. Osoite voi olla väärä, tai sivu on poistettu.",
    "405": "Tätä osoitetta ei voi käyttää näin.",
    "413": "Kysymys tai keskustelu on liian pitkä. Lyhennä kysymystä tai aloita alusta.",
    "415": "Pyyntö oli väärää muotoa. Lataa sivu uudelleen.",
    "422": "Kysymystä ei voitu lukea. Kirjoita kysymys uudelleen ja tarkista kunta.",
    "429": "Kysyjiä on juuri nyt paljon. Odota hetki ja yritä uudelleen.",
    "500": "Jokin meni vikaan. Yritä hetken kuluttua uudelleen.",
    "503": "Opastaja ei ole vielä valmis vastaamaan. Yritä hetken kuluttua uudelleen.",
    "network": "Yhteys katkesi. Tarkista verkkoyhteys ja yritä uudelleen.",
}
EXAMPLES = (
    ("Etsin töitä", "Mistä saan apua työnhakuun?"),
    ("Mietin, mitä opiskelisin", "Olen 17-vuotias enkä tiedä, mitä opiskelisin. Kuka auttaa?"),
    ("Muutin Suomeen", "Missä voin opiskella suomea ilmaiseksi?"),
    ("Haluan vaihtaa alaa", "Olen töissä ja haluan vaihtaa alaa. Mistä aloitan?"),
    ("Voimat ovat vähissä", "En jaksa opiskella. Kenen kanssa voin puhua?"),
    ("Ohjaan muita", "Mitkä hankkeet tukevat maahanmuuttajien työllistymistä?"),
)
_MONTHS = (
    "tammikuu",
    "helmikuu",
    "maaliskuu",
    "huhtikuu",
    "toukokuu",
    "kesäkuu",
    "heinäkuu",
    "elokuu",
    "syyskuu",
    "lokakuu",
    "marraskuu",
    "joulukuu",
)
_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


def finnish_date(value: object) -> str:
    """Return an ISO date as Finns write it; what isn't one is returned as it is.

    Args:
        value: ``2026-11-24`` becomes ``24.11.2026`` and ``2024-06`` becomes ``kesäkuu 2024``.
    """
    text = "" if value is None else str(value)
    match = _DATE.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= len(_MONTHS):
        return text
    if match[3] is None:
        return f"{_MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])}.{int(match[2])}.{match[1]}"


def period(start: object, end: object) -> str:
    """Return a running time in words; an unknown start or end is left open, both give nothing."""
    if start is None and end is None:
        return ""
    if end is None:
        return f"{finnish_date(start)} alkaen"
    if start is None:
        return f"{finnish_date(end)} asti"
    return f"{finnish_date(start)}–{finnish_date(end)}"


def where(municipalities: Sequence[str], area: str | None) -> str:
    """Return where a service serves: the area's name instead of a list of nearly all of it."""
    if len(municipalities) in range(1, MANY):
        return ", ".join(municipalities)
    return AREA_LABELS.get(area or "", ", ".join(municipalities))


def message(status: int) -> str:
    """Return what the page says of a problem."""
    return MESSAGES.get(str(status), MESSAGES["500"])


def script_data() -> dict[str, object]:
    """Return the words that the page's script needs."""
    return {
        "status": STATUS_LABELS,
        "outcome": OUTCOME_LABELS,
        "notice": NOTICE_LABELS,
        "kind": KIND_LABELS,
        "channel": CHANNEL_LABELS,
        "area": AREA_LABELS,
        "many": MANY,
        "language": LANGUAGE_LABELS,
        "messages": MESSAGES,
        "months": _MONTHS,
    }
