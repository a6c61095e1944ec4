"""What a question takes for granted of a service and its description contradicts is told first.

*Kun Ohjaamo on vain yli 40-vuotiaille* and *kun se maksaa 80 euroa* are answered by the sentence
that tells the true ages or price, before anything else. Only ages, prices and counts are compared,
of the one service that a question names, and nothing is said where the two may both be true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.compose.draft import places_of_statement
from assistant.dialogue import Outcome, QuestionKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.compose.draft import Draft
    from assistant.domain import Service, Statement

    Years = tuple[int, int]

OLDEST: Final = 120
SILENT: Final = frozenset({QuestionKind.CRISIS, QuestionKind.REFUSAL})
_YEARS: Final = r"\s*[-–]?\s*(?:vuoti\w*|vuot\w*|year\w*|år\w*|лет\b|год\w*|років\b|рок\w*)"
_RANGE: Final = re.compile(rf"(?<!\d)([1-9]\d?)\s*[-–]\s*([1-9]\d)(?!\d){_YEARS}", re.IGNORECASE)
_UNDER: Final = re.compile(
    rf"\b(?:alle|under|below|yngre än|младше|моложе|до|молодш\w+ за)\s+([1-9]\d)(?!\d){_YEARS}",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    rf"\b(?:yli|over|above|över|äldre än|старше|после|старш\w+ за)\s+([1-9]\d)(?!\d){_YEARS}",
    re.IGNORECASE,
)
_ONLY: Final = re.compile(
    r"\b(?:vain|vaan|ainoastaan|pelkästään|only|bara|endast|только|лише|тільки)\b", re.IGNORECASE
)
_SUM: Final = re.compile(
    r"(?:\d+(?:[.,]\d+)?\s*(?:€|e\b|eur\w*|евро|євро)|€\s*\d|\b(?:maksullinen|maksullista)\b)",
    re.IGNORECASE,
)
_COSTS: Final = re.compile(
    r"\b(?:maksaa|maksavat|maksoi|hinta\w*|perii|veloit\w+|maksullis\w*|maksullinen|costs?"
    r"|charges?|fees?|price\w*|kostar|avgift\w*|стоит|стоят|кошту\w+|платн\w+)\b",
    re.IGNORECASE,
)
_FREE: Final = re.compile(r"\b(?:maksut(?:on|ta|onta)|ilmai\w+)\b", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_COUNT: Final = re.compile(r"(?<![\d.,/–-])(\d{1,4})\s+([^\W\d_]{4,})(?![^\W_])")
_MEASURES: Final = frozenset(
    ("kuukausi", "vuosi", "viikko", "päivä", "tunti", "minuutti", "kerta", "euro", "vuotias")
)
"""What a question measures of the asker's own life as often as of a service."""


def correct_premises(context: Context, draft: Draft) -> None:
    """Put what contradicts a question's premise before all else that an answer tells.

    Args:
        context: The question and what's known.
        draft: The answer; left as it is where nothing contradicts, or where it lists it already.
    """
    question = context.question
    if draft.kind in SILENT or len(question.named) != 1:
        return
    text = question.text
    if not (_DIGIT.search(text) or _SUM.search(text)):
        return
    service = context.corpus.service_by_id[question.named[0]]
    found = _of_ages(text, service) or _of_price(text, service) or _of_counts(context, service)
    if found is None:
        return
    places = places_of_statement(context.corpus, service, found)
    told = [line for line in draft.lines if set(places).intersection(line.places)]
    if any(line.bullet or line.joins for line in told):
        return
    rest = [line for line in draft.lines if line not in told]
    draft.lines = told
    if not told:
        draft.tell(found.text, *places)
    draft.lines = draft.lines + rest
    if draft.outcome is Outcome.NOT_FOUND:
        draft.outcome = Outcome.PARTIAL


def ages_in(text: str) -> Years | None:
    """The first and last year of age that a text bounds somebody by; ``None`` when it doesn't.

    Args:
        text: A question or a sentence of a source, in any of the assistant's languages.
    """
    if match := _RANGE.search(text):
        return int(match[1]), int(match[2])
    if match := _UNDER.search(text):
        return 0, int(match[1]) - 1
    if match := _OVER.search(text):
        return int(match[1]) + 1, OLDEST
    return None


def _of_ages(text: str, service: Service) -> Statement | None:
    claimed = ages_in(text)
    told = [(ages_in(one.text), one) for one in service.statements]
    known = [(years, one) for years, one in told if years]
    if claimed is None or len({years for years, _ in known}) != 1:
        return None
    years, statement = known[0]
    apart = claimed[1] < years[0] or claimed[0] > years[1]
    return statement if apart or (_ONLY.search(text) and claimed != years) else None


def _of_price(text: str, service: Service) -> Statement | None:
    if not (_SUM.search(text) and _COSTS.search(text)):
        return None
    return next((one for one in service.statements if _FREE.search(one.text)), None)


def _of_counts(context: Context, service: Service) -> Statement | None:
    """The sentence that counts the same things as a question does and comes to another number."""
    claimed = _counts(context, context.question.text)
    told = [(_counts(context, one.text), one) for one in service.statements] if claimed else []
    for thing, number in claimed.items():
        if thing in _MEASURES:
            continue
        known = [(counts[thing], one) for counts, one in told if thing in counts]
        if known and all(count != number for count, _ in known):
            return known[0][1]
    return None


def _counts(context: Context, text: str) -> dict[str, int]:
    """How many of what a text counts: base forms of nouns right after a number, and the number."""
    found: dict[str, int] = {}
    for match in _COUNT.finditer(text):
        for token in context.tokens(match[2]):
            found.update((lemma, int(match[1])) for lemma in token.lemmas)
    return found
