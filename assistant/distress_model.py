"""A second look at distress: a linear model over what retrieval computes anyway.

The rules of `assistant.safety` know words, not meaning. What they find, and what they leave, is
judged by the question's embedding together with the concepts and pieces of its words. The weights
are trained by `evals.distress` for one embedding model and checked in; with another model there is
no second look, and the rules alone decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.linear_model import LinearModel, grams, probability_of, trained_model

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from assistant.safety import Distress, DistressDetector

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]

MODEL_FILE = Path(__file__).parent / "distress.json"
CERTAIN, HINT, WORRY, SILENT = "certain", "hint", "worry", "silent"
"""What the rules said: distress directly, distress hinted at, somebody else's, nothing."""
OFFER, DOUBT = "offer", "doubt"
APART = 1.0
"""By how much less a sentence by itself tells than a whole text, in log odds."""
SAID = (CERTAIN, HINT, WORRY, SILENT)
RULED = frozenset({CERTAIN, HINT})
BETWEEN_CLAUSES = re.compile(
    r"\s*,\s*|\s+(?:ja|mutta|mut|koska|joten|vai|and|but|because|so|och|men|så|и|но|а|і|й|та|але)\s+",
    re.IGNORECASE,
)
DANGER = frozenset(
    {
        "AGGRESSOR", "ATTACK", "BLEED", "BREATHE", "EX", "HIT", "MEOBJ+THREAT", "RAPE",
        "STALK", "STRANGER", "THREAT", "UNCONSCIOUS", "VIOLENCE", "WEAPON",
    }
)  # fmt: skip
"""Signs of danger from outside, or of an accident."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the second look makes of a text.

    Attributes:
        distressed: Whether crisis help comes first.
        offered: Whether it's offered beside the answer, since there may be distress.
        told: The sentence that tells of it most; empty when there's none.
        kind: ``danger`` or ``self_harm``, going by that sentence.
    """

    distressed: bool = False
    offered: bool = False
    told: str = ""
    kind: str = "self_harm"


CALM = Judgement()


class SecondLook:
    """Judges texts together with what the rules said of them.

    Args:
        model: The trained model.
        detector: Tells the signs of a text.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).
    """

    def __init__(self, model: LinearModel, detector: DistressDetector, embed: Embed) -> None:
        self._model, self._detector, self._embed = model, detector, embed

    def judge(self, text: str, vector: NDArray[np.float32], said: str = SILENT) -> Judgement:
        """Judge a text.

        Sentences are embedded one by one only where a rule found something or the whole text
        leaves doubt, so that an ordinary question costs nothing more.

        Args:
            text: The text.
            vector: Its embedding as a question, or that of the text with what it leans on.
            said: What the rules said of it, of ``SAID``.
        """
        sentences = pieces_of(text, self._detector, said)
        if not sentences:
            return CALM
        probability, told, signs = self._worst(text, vector, sentences, said)
        distressed = probability >= self._model.thresholds[said]
        offered = said in RULED or probability >= self._model.thresholds[OFFER]
        return Judgement(
            distressed=distressed,
            offered=offered and not distressed,
            told=told,
            kind="danger" if signs & DANGER else "self_harm",
        )

    def _worst(
        self,
        text: str,
        vector: NDArray[np.float32],
        sentences: Sequence[tuple[str, frozenset[str]]],
        said: str,
    ) -> tuple[float, str, frozenset[str]]:
        """The highest probability, and the sentence that tells most with its signs."""
        every = frozenset[str]().union(*(found for _, found in sentences))
        whole = self._model.score(vector, features_of(text, every))
        calm = said == SILENT and probability_of(whole) < self._model.thresholds[DOUBT]
        if len(sentences) == 1 or calm:
            return probability_of(whole), sentences[0][0], every
        vectors = self._embed([sentence for sentence, _ in sentences])
        each = [
            self._model.score(row, features_of(sentence, found)) - APART
            for row, (sentence, found) in zip(vectors, sentences, strict=True)
        ]
        told, signs = sentences[int(np.argmax(each))]
        return probability_of(max(whole, *each)), told, signs


def said_by_rules(found: Distress | None, worry: bool) -> str:
    """What the rules said, of ``SAID``.

    Args:
        found: What `DistressDetector.find` returned.
        worry: What `DistressDetector.worry_for_other` returned.
    """
    if found is not None:
        return CERTAIN if found.certain else HINT
    return WORRY if worry else SILENT


def pieces_of(text: str, detector: DistressDetector, said: str) -> list[tuple[str, frozenset[str]]]:
    """The pieces of a text that are judged one by one, each with its signs.

    Sentences; where a rule found distress, the clauses between commas and conjunctions, so that a
    question around it doesn't hide it.
    """
    return detector.signs(BETWEEN_CLAUSES.sub(". ", text) if said in RULED else text)


def features_of(text: str, signs: Collection[str]) -> Mapping[str, Collection[str]]:
    """What the model weighs beside the embedding: concepts, and pieces of words."""
    return {"signs": signs, "grams": grams(text)}


def open_second_look(
    detector: DistressDetector, embed: Embed, embedding_model: str, path: Path = MODEL_FILE
) -> SecondLook | None:
    """Open the second look where its model was trained for the embedding model in use.

    Args:
        detector: Tells the signs of a text.
        embed: Embeds questions.
        embedding_model: The embedding model's name with its digest.
        path: The trained model.
    """
    model = trained_model(path, embedding_model, "No second look at distress")
    return None if model is None else SecondLook(model, detector, embed)
