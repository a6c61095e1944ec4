"""Trains the second look at distress on labelled phrases, and measures it on folds held out."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.distress_model import (
    APART,
    CERTAIN,
    DOUBT,
    HINT,
    OFFER,
    SAID,
    SILENT,
    features_of,
    pieces_of,
    said_by_rules,
)
from assistant.errors import TienviittaError
from assistant.finnish import open_analyser
from assistant.names import known_names
from assistant.safety import DistressDetector
from assistant.settings import ROOT
from evals.crisis import load_crisis
from evals.distress_limits import choose_limits
from evals.jsonl import read_rows, unique
from evals.linear import (
    FOLDS,
    Design,
    Rates,
    fit,
    folds_of,
    held_out_fits,
    held_out_scores,
    nearly_alike,
    rates_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.linear_model import LinearModel
    from evals.linear import Embed, Features, Floats, Truths

TRAINING_FILE = ROOT / "evals" / "cases" / "distress_train.jsonl"
CHECK_FILE = ROOT / "evals" / "cases" / "distress_check.jsonl"
"""Phrases written apart from the training's, to measure what was trained on."""
CRISIS_FILE = ROOT / "evals" / "cases" / "crisis.jsonl"
DISTRESSED = frozenset(
    {
        "self_harm", "despair", "violence", "danger", "psychosis", "child", "other", "various",
        "embedded",
    }
)  # fmt: skip
CALM = frozenset(
    {
        "frustration", "figure_of_speech", "leaving", "professional", "grief", "burnout", "health",
        "past", "narrative", "study", "sports", "near_miss", "embedded", "ordinary", "chatter",
    }
)  # fmt: skip
RULES = ("right", "wrong", "unseen")
CRISIS_SERVICES = frozenset(
    {"mieli-kriisipuhelin", "hatanumero-112", "sekasin-chat", "pohde-mielenterveyspalvelut"}
)
"""Services that people in distress ask for: how they ask isn't ordinary."""

STRENGTH = 8.0
"""Inverse of the regularisation, chosen on folds held out."""
MOST_ORDINARY = 2400
"""More ordinary questions than that drown the phrases."""
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
    # Not a secret: the same choice each time makes two trainings comparable.
    chance = random.Random(0)  # noqa: S311
    without = {_plain(text) for text in held_back}
    phrases = [phrase for phrase in phrases if _plain(phrase.text) not in without]
    asked = chance.sample(ordinary, min(MOST_ORDINARY, len(ordinary)))
    folds = folds_of([*(phrase.text for phrase in phrases), *asked]).tolist()
    samples = []
    for phrase, fold in zip(phrases, folds, strict=False):
        if phrase.kind == "chatter":
            # What people say around their questions is as ordinary as the questions.
            joined = _joined(phrase.text, chance.choice(ordinary), chance)
            texts = (phrase.text, joined)
            samples += [Sample(one, False, "ordinary", "chatter", True, fold) for one in texts]
            continue
        unseen = phrase.rules == "unseen"
        samples.append(Sample(phrase.text, phrase.distress, "told", phrase.kind, unseen, fold))
        if phrase.kind != "embedded" and chance.random() < 0.5:
            text = _joined(phrase.text, chance.choice(ordinary), chance)
            samples.append(Sample(text, phrase.distress, "joined", phrase.kind, unseen, fold))
    for question, fold in zip(asked, folds[len(phrases) :], strict=True):
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


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model and what it did on folds that it hadn't learned from.

    Attributes:
        model: Learned from all samples.
        rates: By the name of a group of texts: how many the rules alone took for distress, how
            many are answered with crisis help, and how many with crisis help or an offer of it.
    """

    model: LinearModel
    rates: dict[str, tuple[Rates, Rates, Rates]]


@dataclass(frozen=True, slots=True)
class _Material:
    """The samples as numbers.

    Attributes:
        design: What the columns are.
        wholes: One row a sample, shape (samples, columns).
        sentences: One row a sentence of the samples that have several.
        owners: The sample of each of those sentences.
        distress: What is to be learned.
        folds: The fold in which each sample is held out.
        said: What the rules said of each sample, as a place in ``SAID``.
    """

    design: Design
    wholes: Any
    sentences: Any
    owners: NDArray[np.intp]
    distress: Truths
    folds: NDArray[np.intp]
    said: NDArray[np.intp]


def train_on_files(corpus: Corpus, embed: Embed, embedding_model: str) -> Trained:
    """Train on the checked-in phrases and the corpus's questions, as `train` does.

    Phrases of ``CRISIS_FILE`` are left out, and those nearly alike one of ``CHECK_FILE``.

    Raises:
        CaseError: A line of the phrases doesn't hold.
    """
    phrases = load_distress(TRAINING_FILE)
    held_back = [phrase.text for phrase in load_crisis(CRISIS_FILE)]
    check = (phrase.text for phrase in load_distress(CHECK_FILE))
    held_back += nearly_alike((phrase.text for phrase in phrases), check)
    samples = samples_of(phrases, ordinary_questions(corpus), held_back)
    detector = DistressDetector(open_analyser(known_names(corpus)))
    return train(samples, detector, embed, embedding_model)


def train(
    samples: Sequence[Sample], detector: DistressDetector, embed: Embed, embedding_model: str
) -> Trained:
    """Train the second look and measure it, with the rules, on folds held out.

    Args:
        samples: What to learn from.
        detector: The rules, which also tell the signs.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).
        embedding_model: The embedding model's name with its digest.

    Raises:
        TienviittaError: There are too few samples of a kind.
    """
    told = sum(sample.distress for sample in samples)
    asked = sum(sample.group == "ordinary" for sample in samples)
    if min(told, len(samples) - told, asked) < FOLDS:
        reason = f"needs {FOLDS} phrases of each label and as many ordinary questions; add some."
        raise TienviittaError(f"The training {reason}")
    material = _material(samples, detector, embed)
    scores, doubt = _held_out(material, _group(samples, "ordinary"))
    limits = choose_limits(
        scores,
        material.said,
        distress=material.distress & _untuned(samples),
        near_misses=~material.distress & _untuned(samples),
        ordinary=_group(samples, "ordinary"),
    )
    least = min(limits[OFFER], limits[SILENT])
    weights, bias = fit(material.wholes, material.distress, STRENGTH)
    model = material.design.model(
        weights, bias, embedding_model, {**limits, DOUBT: min(doubt, least)}
    )
    return Trained(model, _rates(samples, material.said, scores, limits))


def _material(samples: Sequence[Sample], detector: DistressDetector, embed: Embed) -> _Material:
    said = [
        said_by_rules(detector.find(sample.text), detector.worry_for_other(sample.text))
        for sample in samples
    ]
    read = [
        pieces_of(sample.text, detector, one) for sample, one in zip(samples, said, strict=True)
    ]
    every = [frozenset[str]().union(*(found for _, found in told)) for told in read]
    wholes = [
        (sample.text, features_of(sample.text, signs))
        for sample, signs in zip(samples, every, strict=True)
    ]
    several = [
        (at, text, features_of(text, signs))
        for at, told in enumerate(read)
        if len(told) > 1
        for text, signs in told
    ]
    texts = list(dict.fromkeys([text for text, _ in wholes] + [text for _, text, _ in several]))
    vectors = embed(texts)
    at_row = {text: row for row, text in enumerate(texts)}
    design = Design.of(vectors.shape[1], (features for _, features in wholes))

    def rows(told: Sequence[tuple[str, Features]]) -> Any:  # noqa: ANN401
        where = np.array([at_row[text] for text, _ in told], np.intp)
        return design.rows(vectors[where], [features for _, features in told])

    return _Material(
        design=design,
        wholes=rows(wholes),
        sentences=rows([one[1:] for one in several]),
        owners=np.array([at for at, *_ in several], np.intp),
        distress=np.array([sample.distress for sample in samples]),
        folds=np.array([sample.fold for sample in samples], np.intp),
        said=np.array([SAID.index(one) for one in said], np.intp),
    )


def _held_out(material: _Material, ordinary: Truths) -> tuple[Floats, float]:
    """Scores by models that haven't seen the sample, and from where on a whole leaves doubt."""
    fits = held_out_fits(material.wholes, material.distress, material.folds, STRENGTH)
    wholes = held_out_scores(material.wholes, material.folds, fits)
    told = held_out_scores(material.sentences, material.folds[material.owners], fits) - APART
    sentences = np.full(len(wholes), -np.inf)
    np.maximum.at(sentences, material.owners, told)
    doubt = float(np.quantile(wholes[ordinary], 1 - DOUBTED))
    calm = (material.said == SAID.index(SILENT)) & (wholes < doubt)
    return np.where(calm, wholes, np.maximum(wholes, sentences)), doubt


def _untuned(samples: Sequence[Sample]) -> Truths:
    """The phrases, alone or within a question, that the rules weren't tuned to."""
    return np.array([sample.unseen and sample.group != "ordinary" for sample in samples])


def _group(samples: Sequence[Sample], name: str) -> Truths:
    return np.array([sample.group == name for sample in samples])


def _rates(
    samples: Sequence[Sample],
    said: NDArray[np.intp],
    scores: Floats,
    limits: dict[str, float],
) -> dict[str, tuple[Rates, Rates, Rates]]:
    ruled = np.isin(said, [SAID.index(CERTAIN), SAID.index(HINT)])
    helped = scores >= np.array([limits[one] for one in SAID])[said]
    offered = helped | ruled | (scores >= limits[OFFER])
    distress = np.array([sample.distress for sample in samples])
    unseen = np.array([sample.unseen for sample in samples])
    told, joined = _group(samples, "told"), _group(samples, "joined")
    groups = {
        "distress": distress & told,
        "distress, rules untuned": distress & told & unseen,
        "distress within a question": distress & joined,
        "near misses": ~distress & told,
        "near misses, rules untuned": ~distress & told & unseen,
        "near misses within a question": ~distress & joined,
        "ordinary questions": _group(samples, "ordinary"),
    }
    return {
        name: (rates_of(ruled, group), rates_of(helped, group), rates_of(offered, group))
        for name, group in groups.items()
    }


def summary(trained: Trained) -> str:
    """The figures as lines of text."""
    lines = ["On folds held out: by the rules alone, with crisis help, with help or an offer"]
    width = max(len(name) for name in trained.rates)
    lines += [
        f"{name:<{width}}  {'  '.join(map(str, each))}" for name, each in trained.rates.items()
    ]
    return "\n".join(lines)
