"""The age that somebody tells, in years."""

from __future__ import annotations

import re

AGE = re.compile(
    r"\b(?P<told>[1-9]\d)(?:\s*-?\s*(?:vuotia\w*|v\b|vee\b|-?kymppi\w*)|\s+vuotta|\s+years? old"
    r"|-year-old|\s+år\b|-åring\w*|\s+лет)"
    r"|\b(?:ikää|ikkää|ikä|iältäni|olen|oon|oo|nuori|mies|nainen|poika|tyttö|tytär|asiakas"
    r"|iskä|isä(?:ni)?|äiti(?:ni)?|poikani|tyttäreni|mieheni|vaimoni|veljeni|siskoni|mutsi|faija"
    r"|täyt(?:än|in|ti|ää|tää|tänyt)|i'm|i am|jag är|мне),?\s+(?:(?:vasta|jo|nyt|on)\s+)?"
    r"(?P<bare>[1-9]\d)\b"
    r"(?!\s*(?:%|kpl|euro|€|kertaa|[-–.:]\s*\d))"
    r"|\bon\s+(?:vasta|jo)\s+(?P<only>[1-9]\d)\b(?!\s*(?:%|[^\W\d]))"
    r"|(?:^|[^\d,;.]{3}[,;]\s+)(?P<apart>[1-9]\d)(?=\s*[,;](?!\d)|\s*\.(?!\s*\d|\d)|\s*$)",
    re.IGNORECASE,
)
AGES = range(10, 100)


def age_in(text: str) -> int | None:
    """The age that a message tells of somebody, in years; ``None`` when it tells none."""
    match = AGE.search(text)
    age = int(match["told"] or match["bare"] or match["only"] or match["apart"]) if match else 0
    return age if age in AGES else None
