"""The assistant's own words, a file a language, in Project Fluent's form (projectfluent.org)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LOCALES = Path(__file__).parent / "locale"
DEFAULT = "fi"
LANGUAGE_NAMES = {
    "fi": "language-fi",
    "sv": "language-sv",
    "en": "language-en",
    "ru": "language-ru",
    "uk": "language-uk",
    "ar": "language-ar",
}


class Messages:
    """The words of one language; what it lacks is said in Finnish.

    Args:
        language: Its code; a language that isn't there becomes Finnish.
        folder: Where the files of the languages are.
    """

    def __init__(self, language: str, folder: Path = LOCALES) -> None:
        known = language in languages(folder)
        self.language = language if known else DEFAULT
        self._bundles = [_bundle(code, folder) for code in dict.fromkeys((self.language, DEFAULT))]

    def number(self, count: int) -> str:
        """A small number in words, a large one in digits."""
        name = f"number-{count}"
        known = any(bundle.has_message(name) for bundle in self._bundles)
        return self.say(name) if known else str(count)

    def language_name(self, code: str) -> str:
        """The name of a language; its code where no name is known."""
        return self.say(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code

    def say(self, message: str, **values: str | int | date) -> str:
        """Say a message with its values; dates as 31.5.2026.

        Raises:
            KeyError: No language has the message.
        """
        told = {
            name: day(value) if isinstance(value, date) else value for name, value in values.items()
        }
        for bundle in self._bundles:
            pattern = bundle.get_message(message).value if bundle.has_message(message) else None
            if pattern is not None:
                text, errors = bundle.format_pattern(pattern, told)
                if errors:
                    raise KeyError(f"{message}: {errors[0]}")
                return str(text)
        raise KeyError(message)


def day(value: date) -> str:
    """A date as Finns write it.

    >>> day(date(2026, 5, 31))
    '31.5.2026'
    """
    return f"{value.day}.{value.month}.{value.year}"


def month(value: str) -> str:
    """A month as Finns write it, from an ISO month or date.

    >>> month("2024-06")
    '6/2024'
    """
    year, number = value.split("-")[:2]
    return f"{int(number)}/{year}"


@lru_cache(maxsize=4)
def languages(folder: Path = LOCALES) -> tuple[str, ...]:
    """The languages there are words in."""
    return tuple(sorted(path.stem for path in folder.glob("*.ftl")))


@lru_cache(maxsize=16)
def _bundle(language: str, folder: Path) -> FluentBundle:
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    text = (folder / f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    return bundle
