"""The particulars of a text: its numbers, dates, addresses and proper names, made comparable.

What a text tells in particulars must stand in what it rests on, whatever way each writes it:
``31.5.2026`` is ``31. toukokuuta 2026``, ``kolme`` is ``3``, and *Kalajoella* is *Kalajoki*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from assistant.finnish import normalise
from assistant.spelling import base_forms
from assistant.time_words import YEARS, senses_of
from assistant.voikko import VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.finnish import Token

DAYS: Final = range(1, 32)
MONTHS: Final = range(1, 13)
SHORTEST_NAME: Final = 2

_UNITS: Final = (
    "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen".split()  # noqa: SIM905
)
_NUMERALS: Final = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{f"{word}toista": number + 10 for number, word in enumerate(_UNITS[:9], 1)},
    **{f"{word}kymmentä": number * 10 for number, word in enumerate(_UNITS[1:9], 2)},
    **{word: number for number, word in enumerate("kolmas neljäs viides kuudes".split(), 3)},  # noqa: SIM905
    "sata": 100,
    "tuhat": 1000,
    "miljoona": 1_000_000,
}
_NO_COUNT: Final = frozenset({"a", "an", "one", "en", "ett", "один", "одну"})
_CAPITAL_MONTHS: Final = frozenset({"may", "march", "mars", "mar"})

_EMAIL: Final = re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+")
_URL: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+"
    r"|(?<![\w@.])[^\W\d_][\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?![\w@])(?:/[^\s<>\"')\]]*)?",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    r"(?<![\w.,/+-])(?:\+\d{1,3}[ -]?(?:\(0\)[ -]?)?\d|\(?0[1-9]\d{0,3}\)?)"
    r"(?:[ -]?\d){3,11}(?![\w]|[.,]\d)"
)
_PIECE: Final = re.compile(
    r"(?P<iso>(?<!\d)\d{4}-\d{2}-\d{2}(?!\d))"
    r"|(?P<d>(?<![\d.])\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)"
    r"|(?<![\d/])(?P<my>\d{1,2}/\d{4})(?!\d)"
    r"|(?P<dd>(?<![\d.])\d{1,2})\.(?P<mm>\d{1,2})\.(?!\d)"
    r"|(?P<number>\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)*)"
    r"|(?P<unit>[%€])"
    r"|(?P<word>[^\W\d_]+)"
)
_AFTER_DAY: Final = re.compile(r"(?:\.|st|nd|rd|th)?\s*(?:of\s)?\s*")
_BEFORE_YEAR: Final = re.compile(r"[,.]?\s*")
_BEFORE_DAY: Final = re.compile(r"\s+")
_BETWEEN: Final = re.compile(r"päivä\w*|vuonna|st|nd|rd|th")
_UNIT_WORDS: Final = {"%": ("prosent", "percent", "procent"), "€": ("euro",)}

Date = tuple[int | None, int | None, int | None]
"""Year, month and day; what isn't told is ``None``."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a text tells in particulars.

    Attributes:
        dates: Its dates, months and years.
        numbers: Its other numbers, as digits.
        addresses: Its web and e-mail addresses and telephone numbers, in one spelling.
        names: For each word of a proper name the forms that it's compared in.
    """

    dates: frozenset[Date] = frozenset()
    numbers: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    names: tuple[frozenset[str], ...] = ()


class Ground:
    """What statements may rest on: the particulars of some texts taken together.

    Args:
        texts: The texts, each with its words.
    """

    def __init__(self, texts: Iterable[tuple[str, Sequence[Token]]]) -> None:
        dates: set[Date] = set()
        numbers: set[str] = set()
        addresses: set[str] = set()
        self._forms: set[str] = set()
        for text, tokens in texts:
            found = particulars(text, tokens)
            dates |= found.dates
            numbers |= found.numbers
            addresses |= found.addresses
            for token in tokens:
                self._forms |= _forms(token)
        self._dates, self._numbers, self._addresses = dates, numbers, addresses

    def lacks(self, told: Particulars) -> tuple[str, ...]:
        """What of a text's particulars doesn't stand here, in words; empty when all do."""
        return (
            *(f"date {_written(date)}" for date in told.dates if not self._holds_date(date)),
            *(f"number {number}" for number in told.numbers if not self._holds_number(number)),
            *(f"address {one}" for one in told.addresses if not self._holds_address(one)),
            *(f"name {min(name)}" for name in told.names if not name & self._forms),
        )

    def _holds_number(self, number: str) -> bool:
        """A number stands here as one, or as the year of a date."""
        return number in self._numbers or any(number == str(year) for year, _, _ in self._dates)

    def _holds_date(self, date: Date) -> bool:
        year, month, _ = date
        if month is None and str(year) in self._numbers:
            return True
        return any(
            all(told in {None, has} for told, has in zip(date, held, strict=True))
            for held in self._dates
        )

    def _holds_address(self, address: str) -> bool:
        """An address stands here whole, or as the host of one that does."""
        return address in self._addresses or any(
            held.startswith(f"{address}/") for held in self._addresses
        )


def particulars(text: str, tokens: Sequence[Token]) -> Particulars:
    """Find the particulars of a text.

    Args:
        text: The text.
        tokens: Its words with their base forms, from an analyser of `assistant.finnish`.
    """
    plain = normalise(text)
    addresses: set[str] = set()

    def address(match: re.Match[str]) -> str:
        addresses.add(_address(match.group()))
        return " "

    plain = _URL.sub(address, _EMAIL.sub(address, plain))
    plain = _PHONE.sub(lambda match: _phone(match, addresses), plain)
    dates, numbers = _dates_and_numbers(plain)
    numbers |= {str(value) for value in map(_numeral, tokens) if value is not None}
    return Particulars(
        dates=frozenset(dates),
        numbers=frozenset(numbers),
        addresses=frozenset(addresses),
        names=tuple(_names(text, tokens)),
    )


def is_numeral(token: Token) -> bool:
    """Whether a word is a number in letters."""
    return _numeral(token) is not None


def _address(written: str) -> str:
    plain = re.sub(r"\s?(?:@|\(at\)|\[at\])\s?", "@", written.casefold())
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", plain).rstrip("/.,;:!?")


def _phone(match: re.Match[str], addresses: set[str]) -> str:
    digits = re.sub(r"\D", "", match.group().replace("(0)", ""))
    if match.group().startswith("+358"):
        digits = "0" + digits.removeprefix("358")
    addresses.add(digits)
    return " "


class _Piece(NamedTuple):
    match: re.Match[str]
    month: int | None
    number: int | None


def _dates_and_numbers(text: str) -> tuple[set[Date], set[str]]:
    pieces = [_piece(match) for match in _PIECE.finditer(text)]
    dates: set[Date] = set()
    numbers: set[str] = set()
    used: set[int] = set()
    for index, piece in enumerate(pieces):
        whole = _whole_date(piece.match)
        if whole:
            dates.add(whole)
        elif piece.month:
            dates.add(_around_month(text, pieces, index, used))
    for index, piece in enumerate(pieces):
        if index in used:
            continue
        written = piece.match["number"]
        if piece.number in YEARS:
            dates.add((piece.number, None, None))
        elif written:
            numbers.add(written.replace(" ", "").replace(",", ".").replace(":", "."))
        elif piece.match["unit"]:
            numbers.add(piece.match["unit"])
        elif piece.match["word"]:
            numbers |= set(_units_in(piece.match["word"].casefold()))
    return dates, numbers


def _piece(match: re.Match[str]) -> _Piece:
    word, number = match["word"], match["number"]
    month = senses_of(word.lower()).get("month") if word else None
    if month and word.lower() in _CAPITAL_MONTHS and not word[0].isupper():
        month = None
    value = int(number) if number and number.isdecimal() and len(number) <= len("2026") else None
    return _Piece(match, month.value if month else None, value)


def _units_in(word: str) -> Iterator[str]:
    for unit, stems in _UNIT_WORDS.items():
        if word.startswith(stems):
            yield unit


def _whole_date(match: re.Match[str]) -> Date | None:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return year, month, day
    if match["y"]:
        return int(match["y"]), int(match["m"]), int(match["d"])
    if match["my"]:
        month, year = map(int, match["my"].split("/"))
        return year, month, None
    if match["mm"]:
        return None, int(match["mm"]), int(match["dd"])
    return None


def _around_month(text: str, pieces: Sequence[_Piece], index: int, used: set[int]) -> Date:
    """A month's name with the day and year beside it."""

    def number_at(other: int, beside: int, gap: re.Pattern[str], values: range) -> int | None:
        if not 0 <= other < len(pieces) or other in used:
            return None
        first, second = sorted((other, beside))
        between = text[pieces[first].match.end() : pieces[second].match.start()]
        value = pieces[other].number
        if value not in values or not gap.fullmatch(between):
            return None
        used.add(other)
        return value

    last = index
    day = number_at(index - 1, index, _AFTER_DAY, DAYS)
    if day is None:
        day = number_at(index + 1, index, _BEFORE_DAY, DAYS)
        last += day is not None
    if last + 1 < len(pieces) and _BETWEEN.fullmatch(pieces[last + 1].match.group()):
        last += 1
    year = number_at(last + 1, last, _BEFORE_YEAR, YEARS)
    return year, pieces[index].month, day


@lru_cache(maxsize=4096)
def _value(lemma: str) -> int | None:
    if lemma in _NUMERALS:
        return _NUMERALS[lemma]
    tens = next((w for w in _NUMERALS if w.endswith("kymmentä") and lemma.startswith(w)), None)
    unit = _NUMERALS.get(lemma.removeprefix(tens)) if tens else None
    return _NUMERALS[tens] + unit if tens and unit else None


def _numeral(token: Token) -> int | None:
    """The value of a number in letters, in any of the languages of questions."""
    value = _value(token.lemmas[0])
    if value is not None:
        return value
    lower = token.text.lower()
    count = senses_of(lower).get("count")
    return count.value if count and lower not in _NO_COUNT else None


def _names(text: str, tokens: Sequence[Token]) -> Iterator[frozenset[str]]:
    """The words of proper names: with a capital within a sentence, or in no dictionary."""
    for number, token in enumerate(tokens):
        capital = any(char.isupper() for char in token.text)
        lower = token.text.lower()
        if not capital or len(lower) < SHORTEST_NAME or "month" in senses_of(lower):
            continue
        before = text[tokens[number - 1].end : token.start] if number else "."
        begins = bool(re.search(r"[.:!?”\"“»•\n–-]", before)) and not token.text[1:].isupper()
        if begins and token.known and not _is_only_name(token):
            continue
        for piece in re.split(r"[-‐‑–/&]", token.text):
            if piece[:1].isupper():
                yield _forms(token) if piece == token.text else _forms_of_piece(piece, token)


def _is_only_name(token: Token) -> bool:
    """Whether a word at the beginning of a sentence is a name whatever its capital tells."""
    try:
        return not open_dictionary().readings(token.text.lower())
    except VoikkoNotFoundError:
        return True


def _forms_of_piece(piece: str, token: Token) -> frozenset[str]:
    """The forms of a part of a name with hyphens: only its last part is inflected."""
    lower = normalise(piece).casefold()
    return frozenset((lower, *base_forms(lower)) if token.text.endswith(piece) else (lower,))


def _forms(token: Token) -> frozenset[str]:
    """The forms that a word is compared in: base forms, and the parts around its hyphens."""
    lower = normalise(token.text).casefold()
    pieces = re.split(r"[-‐‑–/&]", lower)
    forms = {*token.lemmas, lower, *pieces}
    forms.update(base_forms(pieces[-1].split(":")[0]) if not token.known or len(pieces) > 1 else ())
    forms.update(piece.split(":")[0] for piece in pieces)
    return frozenset(forms)


def _written(date: Date) -> str:
    return ".".join(str(part) for part in reversed(date) if part is not None)
