"""Trains the second look at distress on labelled phrases, and measures it on folds held out."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.distress_model import DistressModel, sign_share
from assistant.errors import TienviittaError
from evals.jsonl import read_rows, unique

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.safety import DistressDetector

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]
    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]

DISTRESSED = frozenset({"self_harm", "despair", "violence", "danger", "various", "embedded"})
CALM = frozenset(
    {
        "frustration",
        "figure_of_speech",
        "leaving",
        "professional",
        "grief",
        "burnout",
        "health",
        "near_miss",
        "embedded",
        "ordinary",
    }
)
RULES = ("right", "wrong", "unseen")
CRISIS_SERVICES = frozenset(
    {"mieli-kriisipuhelin", "hatanumero-112", "sekasin-chat", "pohde-mielenterveyspalvelut"}
)
"""Services that people in distress ask for: how they ask isn't ordinary."""

FOLDS = 5
STRENGTH = 10.0
"""Inverse of the regularisation, chosen on folds held out among 3, 10 and 30."""
FEWEST_TEXTS = 4
MOST_SIGNS = 1400
HARD_ALARMS, ORDINARY_ALARMS = 0.02, 0.005
"""How many near misses and how many ordinary questions may be taken for distress."""
DOUBTED = 0.05
"""How many ordinary questions may cost the embedding of their sentences."""


@dataclass(frozen=True, slots=True)
class DistressPhrase:
    """Something a person might write.

    Attributes:
        distress: Whether the writer is in distress or danger.
        kind: What sort of phrase it is.
        rules: Whether the rules, which were tuned to it, tell it ``right`` or ``wrong``, or it's
            ``unseen`` by them.
    """

    id: str
    text: str
    lang: str
    distress: bool
    kind: str
    rules: str = "unseen"


@dataclass(frozen=True, slots=True)
class Sample:
    """A text to learn from.

    Attributes:
        text: The text.
        distress: Whether it tells of distress.
        group: ``told`` (a phrase), ``joined`` (a phrase and an ordinary question) or
            ``ordinary``.
        kind: The phrase's kind.
        unseen: Whether the rules were tuned without it.
        fold: The fold in which it's held out.
    """

    text: str
    distress: bool
    group: str
    kind: str
    unseen: bool
    fold: int


def load_distress(path: Path) -> list[DistressPhrase]:
    """Read the phrases of a JSON Lines file, in its order.

    Raises:
        CaseError: A line doesn't hold; names the file, the line and the field.
        OSError: The file can't be read.
    """
    seen: dict[str, str] = {}
    phrases = []
    for row in read_rows(path):
        row.expect(("id", "text", "lang", "distress", "kind"), ("rules",))
        distress = row.truth("distress")
        phrases.append(
            DistressPhrase(
                id=unique(row, seen),
                text=row.text("text"),
                lang=row.text("lang"),
                distress=distress,
                kind=row.one_of("kind", DISTRESSED if distress else CALM),
                rules=row.one_of("rules", RULES, "unseen"),
            )
        )
    return phrases


def ordinary_questions(corpus: Corpus) -> list[str]:
    """How people ask for what the corpus tells, without the services of those in distress."""
    services = [one.asked_as for one in corpus.services if one.id not in CRISIS_SERVICES]
    passages = [one.asked_as for one in corpus.passages]
    return list(dict.fromkeys(line for lines in (*services, *passages) for line in lines))


def samples_of(
    phrases: Iterable[DistressPhrase], ordinary: Sequence[str], held_back: Collection[str] = ()
) -> list[Sample]:
    """Make the texts to learn from: phrases, phrases within questions, and questions.

    Args:
        phrases: The labelled phrases.
        ordinary: Questions of people who aren't in distress.
        held_back: Texts that must not be learned from, because the assistant is measured on them.
    """
    # Not a secret: the same folds each time make two trainings comparable.
    chance = random.Random(0)  # noqa: S311
    without = {_plain(text) for text in held_back}
    samples = []
    for phrase in phrases:
        if _plain(phrase.text) in without:
            continue
        fold, unseen = chance.randrange(FOLDS), phrase.rules == "unseen"
        samples.append(Sample(phrase.text, phrase.distress, "told", phrase.kind, unseen, fold))
        if phrase.kind != "embedded" and chance.random() < 0.5:
            text = _joined(phrase.text, chance.choice(ordinary), chance)
            samples.append(Sample(text, phrase.distress, "joined", phrase.kind, unseen, fold))
    for question in ordinary:
        fold = chance.randrange(FOLDS)
        samples.append(Sample(question, False, "ordinary", "ordinary", True, fold))
        if chance.random() < 0.2:
            text = _joined(question, chance.choice(ordinary), chance)
            samples.append(Sample(text, False, "ordinary", "ordinary", True, fold))
    return samples


def _joined(one: str, other: str, chance: random.Random) -> str:
    first, second = (one, other) if chance.random() < 0.5 else (other, one)
    mark = chance.choice([". ", ". ", ", ", " ja "])
    return f"{first.rstrip('.!? ')}{mark}{second}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" .!?").split())
