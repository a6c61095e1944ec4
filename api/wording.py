"""The page's own words, a file a language in ``locale/``, for templates and scripts alike."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from assistant.messages import DEFAULT, Messages, languages

if TYPE_CHECKING:
    from collections.abc import Sequence

LOCALES = Path(__file__).parent / "locale"
# The page's languages in the order in which they are offered, each by its own name.
LANGUAGES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
PARAMETER = "kieli"
SERVER_ONLY = "page-"
EXAMPLES_SHOWN = 6
# Above this many, a list of municipalities tells less than the name of the area.
MANY = 20
_MONTHS = 12
_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_ENTRY = re.compile(r"^([a-z][\w-]*) =((?:.*)(?:\n[ }].*)*)", re.MULTILINE)
_VALUE = re.compile(r"\$(\w+)")
# Narrow columns need breaks in words from this length on; browsers know none for Finnish.
_LONG_WORD = re.compile(r"\b[A-ZÅÄÖ]?[a-zåäö]{11,}\b")
_SYLLABLE = re.compile(r"(?<=\w{3})(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö]\w)", re.IGNORECASE)
SOFT_HYPHEN = "\u00ad"


class Words:
    """What the page says in one language.

    Args:
        language: Its code; one that the page doesn't have becomes Finnish.
    """

    def __init__(self, language: str = DEFAULT) -> None:
        self._messages = Messages(language if language in LANGUAGES else DEFAULT, LOCALES)
        self.language = self._messages.language

    @property
    def answer_language(self) -> str | None:
        """The language to ask an answer in: chosen with the page's, else the question's own."""
        return None if self.language == DEFAULT else self.language

    @property
    def source_language(self) -> str | None:
        """The language of the sources, when it isn't the page's."""
        return None if self.language == DEFAULT else DEFAULT

    def say(self, message: str, **values: str | int) -> str:
        """Say a message with its values.

        Raises:
            KeyError: There's no such message, or a value of it is missing.
        """
        return self._messages.say(message, **values)

    def label(self, group: str, code: str) -> str:
        """Return the name of one of a group's codes; a code without one is shown as it is."""
        name = f"{group}-{code}"
        return self.say(name) if name in entries(DEFAULT) else code

    def labels(self, group: str) -> dict[str, str]:
        """Return the names of a group by their codes."""
        start = f"{group}-"
        return {
            name.removeprefix(start): self.say(name)
            for name in entries(DEFAULT)
            if name.startswith(start)
        }

    def examples(self) -> list[tuple[str, str]]:
        """Return the example questions, each after the situation that it is asked in."""
        names = [f"page-example-{n}" for n in range(1, EXAMPLES_SHOWN + 1)]
        return [(self.say(name), self.say(f"{name}-question")) for name in names]

    def date(self, value: object) -> str:
        """Return an ISO date as it's written in Finland; what isn't one is returned as it is.

        Args:
            value: ``2026-11-24`` becomes ``24.11.2026`` and ``2024-06`` becomes ``kesäkuu 2024``.
        """
        text = "" if value is None else str(value)
        match = _DATE.fullmatch(text)
        if match is None or not 1 <= int(match[2]) <= _MONTHS:
            return text
        if match[3] is None:
            return f"{self.say(f'month-{int(match[2])}')} {match[1]}"
        return f"{int(match[3])}.{int(match[2])}.{match[1]}"

    def period(self, start: object, end: object) -> str:
        """Return a running time in words; an unknown end is left open, two give nothing."""
        if start is None and end is None:
            return ""
        if end is None:
            return self.say("period-from", start=self.date(start))
        if start is None:
            return self.say("period-until", end=self.date(end))
        return self.say("period-both", start=self.date(start), end=self.date(end))

    def where(self, municipalities: Sequence[str], area: str | None) -> str:
        """Return where a service serves: the area's name instead of a list of nearly all of it."""
        if len(municipalities) in range(1, MANY):
            return ", ".join(municipalities)
        named = self.labels("area")
        return named.get(area or "", ", ".join(municipalities))

    def problem(self, status: int) -> str:
        """Return what the page says of a problem."""
        known = f"problem-{status}"
        return self.say(known if known in entries(DEFAULT) else "problem-500")

    def link(self, path: str, **query: str | int) -> str:
        """Return an address on this site in the page's language."""
        asked = dict(query) if self.language == DEFAULT else {**query, PARAMETER: self.language}
        return f"{path}?{urlencode(asked)}" if asked else path

    def script(self) -> dict[str, object]:
        """Return the words that the page's scripts say, with ``{name}`` where a value comes."""
        said = {
            name: self.say(name, **{value: f"{{{value}}}" for value in _VALUE.findall(text)})
            for name, text in entries(DEFAULT).items()
            if not name.startswith(SERVER_ONLY)
        }
        places = place_questions()
        return {"language": self.language, "many": MANY, "said": said, "placeQuestions": places}


def words(language: str | None) -> Words:
    """Return the words of a language; an unknown one gives Finnish."""
    return _words(language if language is not None and language in LANGUAGES else DEFAULT)


@lru_cache(maxsize=len(LANGUAGES))
def _words(language: str) -> Words:
    return Words(language)


@lru_cache(maxsize=4)
def entries(language: str) -> dict[str, str]:
    """Return a language's messages as they are written, by their names."""
    text = (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")
    return {match[1]: match[2] for match in _ENTRY.finditer(text)}


@lru_cache(maxsize=1)
def place_questions() -> tuple[str, ...]:
    """Return the follow-up that asks where a person lives, in every language of answers.

    The page lets the place be chosen instead of sending the question back.
    """
    return tuple(Messages(code).say("follow-up-place") for code in languages())


def languages_written() -> tuple[str, ...]:
    """Return the languages that have a file of words."""
    return languages(LOCALES)


# The counsellor's desk is Finnish: it takes the Finnish words by these names.
FINNISH = Words(DEFAULT)
STATUS_LABELS = FINNISH.labels("status")
OUTCOME_LABELS = FINNISH.labels("outcome")
NOTICE_LABELS = FINNISH.labels("notice")
KIND_LABELS = FINNISH.labels("kind")
CHANNEL_LABELS = FINNISH.labels("channel")
AREA_LABELS = FINNISH.labels("area")
LANGUAGE_LABELS = FINNISH.labels("language")
finnish_date = FINNISH.date
period = FINNISH.period
where = FINNISH.where


def breakable(text: str) -> str:
    """Return a text with soft hyphens between the syllables of its long words.

    A Finnish syllable begins at a consonant that a vowel follows (Iso suomen kielioppi, § 11).
    """
    return _LONG_WORD.sub(lambda word: _SYLLABLE.sub(SOFT_HYPHEN, word.group()), text)
