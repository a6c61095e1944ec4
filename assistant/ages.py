"""The age that somebody tells, in years, in figures or in words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_IS: Final = r"(?:on|oli|olisi|olis|ois)(?:kin|kaan|han|pa|ko)?"
_LATELY: Final = r"(?:(?:vasta|jo|nyt|vain|vaan)\s+)"

AGE = re.compile(
    r"\b(?<!sedan )(?<!\bi )(?<!på )(?<!över )(?<!under )(?P<told>[1-9]\d)"
    r"(?:\s*-?\s*(?:vuotia\w*|v\b|vee\b|-?kymppi\w*)"
    r"|\s+vuotta(?=\s+(?:vanh|nuor))|\s+years? old"
    r"|-year-old|\s+år\b(?!\s+(?:sed|på|som|i\b))|-?åri(?:ng|g)\w*|\s+(?:лет|года?|років|роки|рік)\b"
    r"(?!\s+(?:назад|тому|работ|прац|живу|стаж|опыт)))"
    r"|\b(?:ikää|ikkää|ikä|iältäni|olen|oon|oo|nuori|mies|nainen|\w*(?:poika|poeka|tyttö|tytär|lapsi)(?:ni|mme|nsa)?|asiakas"
    r"|poja(?:n|lla)|tytö(?:n|llä)|tyttäre(?:n|llä)|lapse(?:n|lla)|asiakkaalla"
    r"|iskä|isä(?:ni)?|äiti(?:ni)?|poikani|tyttäreni|mieheni|vaimoni|veljeni|siskoni|mutsi|faija"
    r"|täyt(?:än|in|ti|ää|tää|tänyt)(?:\s+[^\W\d]{3,}){0,2}"
    r"|son|daughter|dotter|сын|сыну|дочь|дочери|дочке|внуку|син|сину|донька|доньці|дочці|онуку"
    r"|i'm|i am|jag är|мне|мені|ему|ей),?\s+(?:(?:vasta|jo|nyt|on|is|är|уже|вже)\s+)?"
    r"(?P<bare>[1-9]\d)\b"
    r"(?!\s*(?:%|kpl|euro|€|kertaa|[-–.:]\s*\d))"
    rf"|\b(?:{_IS}\s+{_LATELY}|(?<=[,;]\s){_IS}\s+|(?:se|hän|he|she|hon|han)\s+(?:{_IS}|is|är)\s+{_LATELY}*)"
    r"(?P<only>[1-9]\d)\b"
    r"(?!\s*(?:%|(?!(?:ja|eikä|mutta|and|but|och|men)\b)[^\W\d]))"
    r"|(?:^|[^\d,;.]{3}[,;]\s+)(?P<apart>[1-9]\d)(?=\s*[,;](?!\d)|\s*\.(?!\s*\d|\d)|\s*$)",
    re.IGNORECASE,
)
AGES = range(10, 100)
WORDED: Final = re.compile(
    r"kyt|kym|toista|tjug|teen|ten\b|ty\b|eleven|twelve|tio|nio\b|elva|tolv|ton\b|[а-яі]",
    re.IGNORECASE,
)
"""What every numeral from 10 to 99 in words has in it."""

ELDER: Final = re.compile(
    r"\b(?:äiti\w*|äidi\w*|isä\w*|mummo\w*|mummi\w*|vaari\w*|ukki\w*|anoppi\w*|appi\w*|eks\w*|exä\w*"
    r"|mother|father|grandmother|grandfather|mamma|pappa|mor|far|мама|мать|отец|бабушка)"
    r"\s+(?:on\s+|is\s+|är\s+|jo\s+)*$",
    re.IGNORECASE,
)
"""People whose age tells the least of who's to be helped, right before the age."""

_ONES: Final = {
    "fi": (
        *("yksi yks", "kaksi kaks", "kolme kolm kol", "neljä neli nelj nel", "viisi viis"),
        *("kuusi kuus", "seitsemän seittemän seittemä seiska seitsemä seitse"),
        *("kahdeksan kaheksan kaheksa kaheks kasi", "yhdeksän yheksän yheksä yheks ysi"),
    ),
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "sv": ("en ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"),
    "ru": ("один", "два две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
    "uk": ("один", "два дві", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять"),
}
_TENS: Final = {
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
    "sv": "tio tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "ru": "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "uk": "десять двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
}
_TEENS: Final = {
    "en": "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "sv": "elva tolv tretton fjorton femton sexton sjutton arton nitton",
    "ru": (
        "одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать"
        " восемнадцать девятнадцать"
    ),
    "uk": (
        "одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять"
        " вісімнадцять дев'ятнадцять"
    ),
}
_TEN: Final = r"kymmentä|kytä|kyt|kymppiä|kymment"


def age_in(text: str) -> int | None:
    """The age that a message tells of somebody, in years; ``None`` when it tells none.

    Words count as figures do: *olen kakskytviis*, *yheksäntoista*, *trettiofem*. The first age
    counts, but for that of an elder of whom a story tells besides.
    """
    text = _in_figures(text)
    found = [(_of(match), match) for match in AGE.finditer(text)]
    found = [(age, match) for age, match in found if age in AGES]
    own = [age for age, match in found if not ELDER.search(text, 0, _start(match))]
    return next(iter(own), found[0][0] if found else None)


def _of(match: re.Match[str]) -> int:
    return int(match["told"] or match["bare"] or match["only"] or match["apart"])


def _start(match: re.Match[str]) -> int:
    """Where the figures of an age begin."""
    return max(match.start(name) for name in ("told", "bare", "only", "apart"))


def _in_figures(text: str) -> str:
    """A text with its numerals from 10 to 99 in figures."""
    return _numerals().sub(_figures, text) if WORDED.search(text) else text


def _figures(match: re.Match[str]) -> str:
    if match["decade"]:
        return f"{10 * _finnish(match['decade'])}-{match['round']}"
    if match["tens"]:
        ones = _finnish(match["ones"]) if match["ones"] else 0
        return f"{10 * _finnish(match['tens']) + ones}{match['rest'] or ''}"
    if match["teen"]:
        return f"{10 + _finnish(match['teen'])}{match['more'] or ''}"
    word = re.sub(r"[\s-]+", " ", match["word"].casefold()).replace("’", "'").replace("ʼ", "'")
    value = _other_words().get(word)
    return match[0] if value is None else f"{value}{match['aged'] or ''}"


def _finnish(word: str) -> int:
    return _finnish_ones()[word.casefold()]


@lru_cache(maxsize=1)
def _finnish_ones() -> dict[str, int]:
    return {word: n for n, words in enumerate(_ONES["fi"], 1) for word in words.split()}


@lru_cache(maxsize=1)
def _other_words() -> dict[str, int]:
    """Numerals from 10 to 99 of the other languages, with a space between tens and ones."""
    found: dict[str, int] = {}
    for language, tens in _TENS.items():
        found |= {word: n for n, word in enumerate(_TEENS[language].split(), 11)}
        for ten, word in enumerate(tens.split(), 1):
            found[word] = 10 * ten
            if ten > 1:
                for n, ones in enumerate(_ONES[language], 1):
                    joint = ("", " ") if language == "sv" else (" ",)
                    found |= {
                        f"{word}{j}{one}": 10 * ten + n for one in ones.split() for j in joint
                    }
    return found


@lru_cache(maxsize=1)
def _numerals() -> re.Pattern[str]:
    finnish = _either(_finnish_ones())
    words = _other_words()
    firsts = _either({re.sub(r" .*", "", word) for word in words})
    seconds = _either({word.partition(" ")[2] for word in words} - {""})
    return re.compile(
        rf"\b(?:(?P<tens>{finnish})\s?(?:{_TEN})\s?(?P<ones>{finnish})?"
        rf"(?P<rest>-?(?:vuotia|vee)\w*|v)?"
        rf"|(?P<teen>{finnish})toista(?P<more>-?(?:vuotia|vee)\w*)?"
        rf"|(?P<decade>{finnish})(?P<round>kymppi\w*)"
        rf"|(?P<word>(?:{firsts})(?:[\s-]+(?:{seconds})\b)?)(?P<aged>-?åri\w*)?)\b",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    apostrophes = {word.replace("'", "['’ʼ]") for word in words}
    return "|".join(sorted(apostrophes, key=len, reverse=True))
