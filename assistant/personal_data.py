"""Personal data taken out of a text before anything else sees it.

What is recognised by its own check digit (personal identity code, bank account) is masked wherever
it stands; what has none (telephone number, e-mail address) is masked by its shape.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

IDENTITY_CODE: Final = "[henkilötunnus]"
PHONE: Final = "[puhelinnumero]"
EMAIL: Final = "[sähköposti]"
ACCOUNT: Final = "[tilinumero]"

SERVICE_NUMBERS: Final = frozenset({"112", "116117", "09 2525 0111"})
"""Numbers that help is called from whatever the corpus holds: never masked."""

_CHECK_CHARACTERS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DASHES: Final = "-‐‑‒–—−"
_CENTURIES: Final = {
    "+": 1800,
    **dict.fromkeys((*_DASHES, *"YXWVU"), 1900),
    **dict.fromkeys("ABCDEF", 2000),
}
_FEWEST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15

# A look-ahead finds overlapping candidates: a digit before the code mustn't hide it.
_CODE: Final = re.compile(
    rf"(?=(?P<code>(?P<day>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<year>[0-9]{{2}})"
    rf"\s?(?P<sign>[{_DASHES}+YXWVUABCDEF])\s?"
    rf"(?P<number>[0-9]{{3}})(?P<check>[0-9A-Y])))",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(rf"(?<!\d)(?:19|20)\d{{6}}\s?[{_DASHES}]\s?(?:19|20)\d{{6}}(?!\d)")
_IBAN: Final = re.compile(r"(?<![A-Z0-9])FI[0-9]{2}(?:[ \u00a0]?[0-9]){14}(?![0-9])", re.IGNORECASE)
_EMAIL: Final = re.compile(
    r"(?<![\w.+%-])[\w+%-]+(?:\.[\w+%-]+)*\s?(?:@|\(at\)|\[at\])\s?(?:[\w-]+\.)+[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_GAP: Final = rf"[ \u00a0\u202f\t]?[{_DASHES}]?[ \u00a0\u202f\t]?"
_PHONE: Final = re.compile(
    r"(?<![\w+.,:/€-])"
    r"(?:"
    rf"(?:\+|00(?!\d{{3}}\b))[1-9]\d{{0,2}}{_GAP}(?:\(0\){_GAP})?\d(?:{_GAP}\d){{4,}}"
    r"|0(?:4\d|50)(?:\.\d{2,4}){2,3}"
    r"|0(?:4\d|50)\d{2}[ \u00a0]\d{5}"
    rf"|(?:0(?!\d{{4}}\b)[1-9]\d{{0,2}}|\(0[1-9]\d{{0,2}}\))(?:{_GAP}\d){{4,}}"
    r")(?![\w]|[.,:]\d)",
)
_WRITTEN_DATE: Final = re.compile(rf"\d{{1,2}}[{_DASHES} .]\d{{1,2}}[{_DASHES} .](?:19|20)\d{{2}}")
_OF_ORGANISATIONS: Final = re.compile(r"0(?:[123]0|29|71|73|75|100|200|600|700|800)")
"""Prefixes that only organisations have (Traficom's numbering plan); 0400 is a mobile prefix."""


def mask(text: str, service_numbers: Collection[str] = ()) -> str:
    """Replace personal data by the name of what stood there.

    Masks Finnish personal identity codes (with a date that exists and the right check character),
    Finnish bank accounts (IBAN with the right checksum), e-mail addresses and telephone numbers.
    Numbers of organisations (010, 020, 029, 0800...) and of services are left, as are dates,
    periods, years, postal codes and business ids.

    Args:
        text: What a person wrote.
        service_numbers: Telephone numbers of services to leave, in any spelling, besides
            ``SERVICE_NUMBERS``.
    """
    services = {_national(number) for number in (*SERVICE_NUMBERS, *service_numbers)}

    def masked_phone(match: re.Match[str]) -> str:
        return PHONE if _is_personal(match.group(), services) else match.group()

    text = _mask_codes(text)
    text = _EMAIL.sub(EMAIL, text)
    text = _IBAN.sub(lambda match: ACCOUNT if _is_account(match.group()) else match.group(), text)
    return _PHONE.sub(masked_phone, text)


def is_identity_code(code: str) -> bool:
    """Tell whether a text is a valid Finnish personal identity code, and nothing else.

    Source: Digital and Population Data Services Agency, "The personal identity code" (new
    intermediate characters since 2023). Numbers 900-999 are for temporary use and count too.
    """
    match = _CODE.match(code)
    return match is not None and match.group("code") == code and _is_valid(match)


def _is_valid(match: re.Match[str]) -> bool:
    day, month, year, number = (match.group(name) for name in ("day", "month", "year", "number"))
    try:
        date(_CENTURIES[match.group("sign").upper()] + int(year), int(month), int(day))
    except ValueError:
        return False
    expected = _CHECK_CHARACTERS[int(day + month + year + number) % 31]
    return number not in {"000", "001"} and match.group("check").upper() == expected


def _mask_codes(text: str) -> str:
    periods = [match.span() for match in _PERIOD.finditer(text)]
    pieces: list[str] = []
    done = 0
    for match in _CODE.finditer(text):
        start, end = match.span("code")
        in_period = any(first <= start and end <= last for first, last in periods)
        if start >= done and not in_period and _is_valid(match):
            pieces += (text[done:start], IDENTITY_CODE)
            done = end
    return "".join((*pieces, text[done:]))


def _is_account(iban: str) -> bool:
    """Check the two check digits (ISO 13616, modulo 97)."""
    compact = "".join(iban.split()).upper()
    moved = compact[4:] + compact[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def _is_personal(number: str, services: Collection[str]) -> bool:
    national = _national(number)
    if not _FEWEST_DIGITS <= len(national) <= _MOST_DIGITS or national in services:
        return False
    return not (_WRITTEN_DATE.fullmatch(number) or _OF_ORGANISATIONS.match(national))


def _national(number: str) -> str:
    """Return the digits of a number, in national form when it's Finnish."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    for prefix in ("00358", "358"):
        abroad = prefix == "00358" or number.lstrip().startswith("+")
        if digits.startswith(prefix) and abroad:
            return "0" + digits[len(prefix) :].removeprefix("0")
    return digits
