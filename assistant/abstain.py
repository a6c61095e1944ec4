"""Whether the sources hold an answer at all, judged on several signals.

No single signal tells: cosine similarities of the model lie close together whatever is asked, and
everyday questions share words with the sources. The weights in ``abstain.json`` are those of a
logistic regression over the dev cases; `evals.abstain` sets them.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.dialogue import Aspect
from assistant.domain_model import MODEL_FILE, OUTSIDE, UNKNOWN
from assistant.errors import TienviittaError
from assistant.linear_model import LinearModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.dialogue import Found, Hit, Question

CALIBRATION_FILE = Path(__file__).parent / "abstain.json"
FEATURES = (
    "known",
    "nearest",
    "nearest_asked",
    "held",
    "topic",
    "target_group",
    "organisation",
    "plan_part",
    "number",
    "day",
    "place_alone",
    "away",
    "lead",
    "outside",
)
"""The signals, from 0 to 1 but for the last two.

``known``: how much of the question's words any text holds. ``nearest`` and ``nearest_asked``:
cosine similarity of the nearest passage and of the nearest line of how people ask. ``held``: share
of its words, places apart, that the best hit's passage holds. ``topic``: how well the best hits fit
its topics. The others are 1 when the question names a target group or an organisation, asks for a
part of the plan, asks for a number or a price, speaks of a day near today, or names a place and
neither a topic nor a target group: a place alone makes it like many texts; ``away`` is 1 when it
names a place outside the home region. ``lead``: by how much the best hit fits better than the last
of the `BEST`, on the scale of ``weights.json``: where nothing answers, many fit alike. ``outside``:
the log odds that guidance has nothing to do with it, as `assistant.domain_model` tells; 0 when it
can't.
"""
BEST = 5
SURELY = 0.8
"""From which confidence on the sources count for more than a question's meaning alone."""
MOST_ODDS = 6.0
"""Beyond these log odds a model's certainty tells nothing more."""
NUMBERS = frozenset({Aspect.AMOUNT, Aspect.COST})
SHORTEST_HELD = 4
QUANTITY = re.compile(
    r"\b(?:paljonko|montako|(?:kuinka|miten) (?:paljon|moni|monta)|monelta(?:ko)?"
    r"|how (?:much|many)|hur (?:mycket|många)|vad kostar|сколько)\b",
    re.IGNORECASE,
)
NEAR_DAY = re.compile(
    r"\b(?:tänään|huomenna|eilen|viikonlopuksi|viikonloppuna|today|tonight|tomorrow|yesterday"
    r"|this weekend|i ?dag|i ?morgon|i ?går|сегодня|завтра|вчера)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over `FEATURES`, and from where on to answer.

    Attributes:
        bias: The log-odds of an answer for a question whose features are all at their centre.
        weights: What one unit of each feature adds to the log-odds.
        threshold: The least confidence that is answered at.
        centre: The value that each feature is counted from.
    """

    bias: float
    weights: Mapping[str, float]
    threshold: float
    centre: Mapping[str, float]

    @classmethod
    def load(cls, path: Path = CALIBRATION_FILE) -> Calibration:
        """Read what `save` wrote.

        Raises:
            TienviittaError: The file is missing, or it isn't made for these features.
        """
        try:
            read = cls(**json.loads(path.read_text(encoding="utf-8")))
            fits = set(read.weights) == set(read.centre) == set(FEATURES)
        except (OSError, ValueError, TypeError):
            fits = False
        if not fits:
            raise TienviittaError(
                f"{path} is missing or doesn't fit this version; run `tienviitta eval abstain`."
            )
        return read

    def save(self, path: Path = CALIBRATION_FILE) -> None:
        """Write the calibration as JSON."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")

    def probability(self, signals: Mapping[str, float]) -> float:
        """The estimated probability that a question with these signals has an answer.

        A signal that isn't there counts neither for nor against one.
        """
        log_odds = self.bias + sum(
            weight * (signals.get(name, self.centre[name]) - self.centre[name])
            for name, weight in self.weights.items()
        )
        # Held between bounds within which exp doesn't overflow.
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds))))


def features(question: Question, found: Found) -> dict[str, float]:
    """The signals of `FEATURES` by name, those that retrieval gives and those of the question.

    ``nearest_asked`` is left out where no corpus that may answer tells how people ask.
    """
    plan_part = question.sections or question.lists or question.theme is not None
    number = NUMBERS.intersection(question.aspects) or QUANTITY.search(question.text)
    has_subject = question.topics or question.target_groups
    scores = [hit.score for hit in found.kept[:BEST]]
    told: dict[str, float | None] = {
        "known": found.signals.get("known", 0.0),
        "nearest": found.signals.get("nearest", 0.0),
        "nearest_asked": found.signals.get("nearest_asked"),
        "held": _held(question, found.kept[0]) if found.kept else 0.0,
        "topic": max((hit.evidence.get("topic", 0.0) for hit in found.kept[:BEST]), default=0.0),
        "target_group": float(bool(question.target_groups)),
        "organisation": float(bool(question.organisations)),
        "plan_part": float(bool(plan_part)),
        "number": float(bool(number or question.counts)),
        "day": float(bool(NEAR_DAY.search(question.text))),
        "place_alone": float(bool(question.places and not has_subject)),
        "away": float(bool(question.outside)),
        "lead": scores[0] - scores[-1] if scores else 0.0,
        "outside": _log_odds(found.signals.get("outside", UNKNOWN)),
    }
    return {name: value for name, value in told.items() if value is not None}


def confidence(question: Question, found: Found) -> float:
    """The estimated probability that the sources hold an answer.

    Raises:
        TienviittaError: ``abstain.json`` can't be used.
    """
    return _calibration().probability(features(question, found))


def is_answerable(question: Question, found: Found) -> bool:
    """Whether to answer: something named is always told of, as far as the sources tell.

    Raises:
        TienviittaError: ``abstain.json`` can't be used.
    """
    return bool(question.named) or confidence(question, found) >= _calibration().threshold


def is_outside_domain(question: Question, found: Found) -> bool:
    """Whether guidance has nothing to do with a question.

    Its meaning alone tells so, unless the sources surely hold an answer; else it's likelier outside
    than not, and they hold none. What it names isn't looked at: whoever asks decides first that
    nothing is named.

    Raises:
        TienviittaError: ``abstain.json`` can't be used.
    """
    threshold, outside = _outside_threshold(), found.signals.get("outside", UNKNOWN)
    if threshold is None:
        return False
    if outside >= threshold:
        return confidence(question, found) < SURELY
    return outside > UNKNOWN and not is_answerable(question, found)


def _log_odds(probability: float) -> float:
    """The log odds of a probability, held within `MOST_ODDS`."""
    if not 0 < probability < 1:
        return math.copysign(MOST_ODDS, probability - UNKNOWN)
    return max(-MOST_ODDS, min(MOST_ODDS, math.log(probability / (1 - probability))))


def _held(question: Question, hit: Hit) -> float:
    """The share of the question's words that the passage of a hit holds, places left out.

    A place stands in many texts and tells nothing of what is asked there.
    """
    places = {place.casefold() for place in (*question.places, *question.municipalities)}
    words = [word for word in question.words if not places.intersection(word)]
    if not words or not hit.passages:
        return 0.0
    passage = hit.passages[0]
    text = " ".join((passage.text, passage.context, *passage.asked_as)).casefold()
    return sum(_stands_in(word, text) for word in words) / len(words)


def _stands_in(word: Sequence[str], text: str) -> bool:
    """Whether a base form of a word, or a part of it, stands in a text, within words too."""
    return any(len(form) >= SHORTEST_HELD and form in text for form in word)


@lru_cache(maxsize=1)
def _calibration() -> Calibration:
    return Calibration.load()


@lru_cache(maxsize=1)
def _outside_threshold() -> float | None:
    """The threshold of the checked-in model; ``None`` without one."""
    try:
        return LinearModel.load(MODEL_FILE).thresholds[OUTSIDE]
    except TienviittaError:
        # Retrieval has logged it, and says nothing of being outside then.
        return None
