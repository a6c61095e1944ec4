"""Closed lists of words for `assistant.support`: data on what a Finnish sentence claims."""

from __future__ import annotations

from typing import Final

from assistant.finnish_words import STOP_WORDS


def _groups(text: str) -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for line in text.strip().splitlines():
        words = frozenset(line.split())
        for word in words:
            groups[word] = groups.get(word, frozenset()) | words
    return groups


CLAIMING: Final = frozenset(
    """
    kaikki aina vain ainoastaan koskaan kukaan mikään yli ali alle ennen jälkeen vielä jo nyt heti
    kesken kohti välillä paljon taas kyllä vähän
    """.split()  # noqa: SIM905
)
"""Little words that claim something all the same: how many, how long, whether still."""

FUNCTION: Final = STOP_WORDS - CLAIMING

NEGATIONS: Final = frozenset(
    """
    ei en et emme ette eivät eikä enkä etkä älä älkää ettei ellei eivätkä jollei muttei ilman
    """.split()  # noqa: SIM905
)

NEUTRAL: Final = frozenset(
    """
    voida saada antaa tarjota löytää löytyä olla tulla tehdä käyttää kuulua koskea liittyä tarkoittaa
    tarkoitettu toimia ottaa yhteys yhteyttä kysyä lisä lisää lisätieto esimerkki paikka asia ihminen henkilö
    palvelu esimerkiksi sekä oma osa tapa kerta mahdollisuus mahdollinen tarvita tarve haluta kautta
    mukana muun muassa seuraava sopia tämä nähdä kääntyä pystyä auki kohta puoli eri hyvä
    """.split()  # noqa: SIM905
)
"""Words that hold a sentence together and claim nothing by themselves."""

SYNONYMS: Final = _groups("""
auttaa apu tuki tukea neuvoa neuvonta neuvo ohjata ohjaus opastaa opastus
maksuton ilmainen
asti saakka
alkaa aloittaa käynnistyä käynnistää
päättyä loppua lakata päättyminen
haku hakea hakija hakeminen
etsiä etsiminen haku
opiskella opiskelu opinto opiskelija opinnot
koulutus kouluttaa kouluttautua
oppia oppiminen
opettaa opetus
yritys yrittäjä yrittäjyys yrittää
osallistua osallistuja osallistuminen
järjestää järjestäjä toteuttaa toteuttaja
rahoittaa rahoitus rahoittaja
verkko netti internet verkkopalvelu
henkilökohtainen yksilöllinen
työtön työttömyys
muuttaa muutto muuttaja muuttanut
suunnitella suunnitelma suunnittelu
palvella palvelu
asua asukas
nuori nuoriso
kuntalainen asukas
""")

STARTS: Final = frozenset("alkaa aloittaa alkaen käynnistyä lähtien alku alkaminen".split())  # noqa: SIM905
ENDS: Final = frozenset("päättyä loppua asti saakka mennessä loppu päättyminen jatkua".split())  # noqa: SIM905
"""Words that tell which end of a period a date is."""

UNLIKE: Final = ("maksu",)
"""Beginnings of words that mean opposite things though they begin alike."""
