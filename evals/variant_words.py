"""Words that questions are changed with: dialect, neighbouring keys, what people say besides."""

from __future__ import annotations

import re
from typing import Final

NEIGHBOURS: Final = {
    "a": "sqz", "b": "vn", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo",
    "j": "hk", "k": "jl", "l": "kö", "m": "n", "n": "bm", "o": "ip", "p": "oå", "r": "et",
    "s": "ad", "t": "ry", "u": "yi", "v": "cb", "y": "tu", "ä": "ö", "ö": "lä",
}  # fmt: skip
"""Keys beside each key of a Finnish keyboard."""

DIALECT_WORDS: Final = {
    "minä": ("mie", "mää", "mä"), "minun": ("mun", "miun"), "minulla": ("mulla", "miulla"),
    "minulle": ("mulle", "miulle"), "minua": ("mua",), "sinä": ("sie", "sää"),
    "meidän": ("meiän", "meijän"), "olen": ("oon", "oom"), "olenko": ("oonko",),
    "onko": ("onks", "onkos"), "saako": ("saaks",), "voiko": ("voiks",),
    "voinko": ("voinks",), "saanko": ("saanks",), "että": ("et",),
    "tässä": ("tässä", "täs"), "täällä": ("täälä", "tääl"),
    "nyt": ("ny",), "sitten": ("sitte", "sit"), "kun": ("ku",), "kuin": ("ku",),
    "mutta": ("mut",), "missä": ("misä", "mis"), "mistä": ("mist",), "kuka": ("kukas",),
    "joku": ("jokku",), "töitä": ("hommia",), "työtä": ("töitä", "hommia"),
    "tarvitsen": ("tarviin", "tartten"), "haluan": ("haluun",),
    "haluaisin": ("haluisin",), "pitää": ("pittää",), "tiedän": ("tiiän",), "tiedä": ("tiiä",),
    "kenelle": ("kelle",), "keneltä": ("keltä",),
}  # fmt: skip
"""Written words by how they're said in the north and in speech."""

DIALECT_ENDINGS: Final = tuple(
    (re.compile(pattern), endings)
    for pattern, endings in (
        (r"(?<=\w\w)ss([aä])$", (r"s\1", "s")),
        (r"(?<=\w\w)st[aä]$", ("st",)),
        (r"(?<=\w\w)ll([aä])$", (r"l\1",)),
        (r"(?<=\w\w)lt[aä]$", ("lt",)),
        (r"(?<=\w\w)lle$", ("le",)),
        (r"(?<=\w\w)(nut|nyt)$", ("nu",)),
        (r"(?<=\w)ea$", ("ee",)),
        (r"(?<=\w)eä$", ("ee",)),
        (r"(?<=\w)ia$", ("ii",)),
        (r"(?<=\w)iä$", ("ii",)),
        (r"(?<=\w)oa$", ("oo",)),
        (r"(?<=\w\w)ksi$", ("ks",)),
        (r"(?<=\w\w)vat$", ("va",)),
    )
)
"""Endings as they're written, each by what is heard of it."""

OPENINGS: Final = (
    "Hei!", "Moikka,", "Terve.", "Hyvää päivää,", "Hei ja anteeksi häiriö.", "Moro!",
    "Päivää teille sinne.", "Heippa taas,",
)  # fmt: skip
RAMBLINGS: Final = (
    "Mietin tässä pitkään, kehtaanko edes kysyä, mutta kysytään nyt kuitenkin.",
    "En oikein tiedä, onko tämä oikea paikka kysyä, mutta yritän.",
    "Ajattelin, että jos joku siellä ehtisi vastata, niin olisin kyllä todella kiitollinen.",
    "Olen jo pyöritellyt tätä mielessäni monta viikkoa enkä ole saanut selvää.",
    "Toivottavasti tämä ei ole tyhmä kysymys, minulla ei ole näistä asioista kokemusta.",
    "Naapuri sanoi, että täältä kannattaisi kysyä, joten tässä sitä nyt ollaan.",
)
THANKS: Final = (
    "Kiitos jo etukäteen!", "Kiitos ja mukavaa viikonloppua.", "Suuret kiitokset vaivannäöstä.",
    "Olisi tosi kiva, jos ehtisit vastata. Terveisin kysyjä",
)  # fmt: skip
DISTRACTORS: Final = (
    "Meidän koira sairastui viime viikolla.",
    "Ulkona sataa taas räntää.",
    "Auto on ollut korjaamolla jo kaksi viikkoa.",
    "Eilen tuli televisiosta hyvä elokuva.",
    "Kahvi loppui juuri kesken.",
    "Mummo täyttää ensi kuussa kahdeksankymmentä.",
    "Naapurin poika soittaa rumpuja iltaisin.",
    "Kesällä oli kyllä kauniit ilmat.",
    "Puhelimesta on akku vähissä.",
    "Veljen häät olivat viime kesänä.",
)
