"""What the models make of a question beside the rules: distress, and attempts at misuse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.distress_model import CALM, open_second_look, said_by_rules
from assistant.misuse_model import KIND, open_misuse_look
from assistant.misuse_words import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from assistant.dialogue import Question
    from assistant.distress_model import Judgement
    from assistant.safety import DistressDetector

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]


class SafetyLook:
    """Looks at questions again once they are embedded.

    Args:
        detector: The rules on distress.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).
        embedding_model: The embedding model's name with its digest; with one that the models
            weren't trained for, the rules alone decide.
    """

    def __init__(self, detector: DistressDetector, embed: Embed, embedding_model: str) -> None:
        self._detector, self._embed = detector, embed
        self._distress = open_second_look(detector, embed, embedding_model)
        self._misuse = open_misuse_look(embed, embedding_model)

    def look(self, question: Question, vector: NDArray[np.float32]) -> Question:
        """The question with what the models think of its distress and misuse.

        Args:
            question: The question as the rules read it.
            vector: Its embedding, shape (dimension,).
        """
        written = question.written or question.text
        if written == question.text:
            return self._look(question, vector)
        # Nothing that was mended or left out may hide distress, or make it of a misprint.
        standalone = question.standalone.replace(question.text, written)
        seen = replace(question, text=written, standalone=standalone)
        judged = self._look(seen, self._embed([standalone])[0])
        return replace(judged, text=question.text, standalone=question.standalone)

    def _look(self, question: Question, vector: NDArray[np.float32]) -> Question:
        question = self._with_distress(question, vector)
        if question.distress or question.misuse or self._misuse is None:
            return question
        return self._with_misuse(question, vector)

    def _with_distress(self, question: Question, vector: NDArray[np.float32]) -> Question:
        """Distress that no rule found, or an offer of help where it isn't sure.

        A model may be wrong: a need or a place that the question tells is answered too.
        """
        judged = self._judged(question, vector)
        if judged.distressed and not question.distress:
            besides = self._detector.asks_besides(question.text, judged.told)
            need = bool(question.topics or question.municipalities)
            return replace(
                question, distress=judged.kind, asks_besides=besides or need, worry=False
            )
        if judged.offered:
            return replace(question, distress=None, worry=True, offered=not question.worry)
        return question

    def _judged(self, question: Question, vector: NDArray[np.float32]) -> Judgement:
        if self._distress is None:
            return CALM
        found = self._detector.find(question.text) if question.distress else None
        return self._distress.judge(question.text, vector, said_by_rules(found, question.worry))

    def _with_misuse(self, question: Question, vector: NDArray[np.float32]) -> Question:
        """An attempt counts only when nothing else is asked: no source says what it wants."""
        assert self._misuse is not None
        sentences = [text for text, _ in self._detector.signs(question.text)]
        sure = _is_clear(question)
        attempts = self._misuse.attempts(question.text, vector, sentences, sure=sure)
        if not attempts:
            return question
        rest = [sentence for sentence in sentences if sentence not in attempts]
        asked = any(self._detector.asks_besides(question.text, told) for told in attempts)
        # Where the rest itself asks of something that the sources name, that's to be answered.
        asked = asked or bool(question.named and any(map(QUESTION.search, rest)))
        return question if rest and asked else replace(question, misuse=KIND)


def _is_clear(question: Question) -> bool:
    """Whether a question names something of the sources, wants a list, or leans on earlier turns.

    *Kerro kaikki Ohjaamosta* and *kirjoita lista palveluista* sound like attempts and aren't: then
    only what is told for sure is one.
    """
    leaning = question.points or question.standalone != question.text
    return bool(question.named or question.lists or question.counts or leaning)
