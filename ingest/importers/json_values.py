"""Values of JSON that may be anything: taken where they have the form, passed over where not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def text_of(value: Any) -> str:  # noqa: ANN401 (any JSON)
    """A text, or a number as text; anything else is empty."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def dicts(value: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    """The objects of a list, which may be ``null``."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def dig(value: Any, *keys: str) -> Any:  # noqa: ANN401
    """A value within objects; ``None`` when a step is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def texts_of(value: Any, **only: str) -> dict[str, str]:  # noqa: ANN401
    """The first text of each language of a list of ``{language, value}``.

    Args:
        value: The list; may be ``null``.
        only: Fields that must have these values.
    """
    found: dict[str, str] = {}
    for one in dicts(value):
        if all(one.get(key) == wanted for key, wanted in only.items()):
            language, text = text_of(one.get("language")), text_of(one.get("value"))
            if language and text:
                found.setdefault(language, text)
    return found
