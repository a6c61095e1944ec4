"""Trains the second look at distress on labelled phrases, and measures it on folds held out."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.distress_model import DistressModel, probability_of, sign_share
from assistant.errors import TienviittaError
from assistant.finnish import open_analyser
from assistant.names import known_names
from assistant.safety import DistressDetector
from assistant.settings import ROOT
from evals.crisis import load_crisis
from evals.jsonl import read_rows, unique

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.corpus import Corpus

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]
    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]

TRAINING_FILE = ROOT / "evals" / "cases" / "distress_train.jsonl"
CRISIS_FILE = ROOT / "evals" / "cases" / "crisis.jsonl"
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
MOST_SIGNS = 2000
MOST_ORDINARY = 2400
"""More ordinary questions than that drown the phrases."""
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
    for question in chance.sample(ordinary, min(MOST_ORDINARY, len(ordinary))):
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


@dataclass(frozen=True, slots=True)
class Rates:
    """How a decision fared on a group of texts: how many of them it took for distress."""

    told: int
    of: int

    @property
    def share(self) -> float:
        """The share of the texts that were taken for distress; 0 of none."""
        return self.told / self.of if self.of else 0.0

    def __str__(self) -> str:
        """The counts and the share, as in ``46/55 (83.6%)``."""
        return f"{self.told}/{self.of} ({self.share:.1%})"


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model and what it did on folds that it hadn't learned from.

    Attributes:
        model: Learned from all samples.
        rates: By the name of a group of texts: the second look alone, and with the rules.
    """

    model: DistressModel
    rates: dict[str, tuple[Rates, Rates]]


@dataclass(frozen=True, slots=True)
class _Material:
    """The samples as numbers.

    Attributes:
        wholes: One row a sample, shape (samples, dimension + signs).
        sentences: One row a sentence of the samples that have several.
        owners: The sample of each of those sentences.
        distress: What is to be learned.
        folds: The fold in which each sample is held out.
    """

    wholes: Any
    sentences: Any
    owners: NDArray[np.intp]
    distress: Truths
    folds: NDArray[np.intp]


def train_on_files(corpus: Corpus, embed: Embed, embedding_model: str) -> Trained:
    """Train on the checked-in phrases and the corpus's questions, as `train` does.

    Raises:
        CaseError: A line of the phrases doesn't hold.
    """
    held_back = [phrase.text for phrase in load_crisis(CRISIS_FILE)]
    phrases = load_distress(TRAINING_FILE)
    samples = samples_of(phrases, ordinary_questions(corpus), held_back)
    detector = DistressDetector(open_analyser(known_names(corpus)))
    return train(samples, detector, embed, embedding_model)


def train(
    samples: Sequence[Sample], detector: DistressDetector, embed: Embed, embedding_model: str
) -> Trained:
    """Train the second look and measure it on folds held out.

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
    read = [detector.signs(sample.text) for sample in samples]
    signs = _vocabulary(read)
    material = _material(samples, read, signs, embed)
    wholes, sentences = _held_out_scores(material)
    ordinary = np.array([sample.group == "ordinary" for sample in samples])
    doubt = float(np.quantile(wholes[ordinary], 1 - DOUBTED))
    scores = np.where(wholes < doubt, wholes, np.maximum(wholes, sentences))
    threshold = _threshold(samples, scores)
    weights, bias = _fit(material.wholes, material.distress)
    dimension = len(weights) - len(signs)
    model = DistressModel(
        embedding_model=embedding_model,
        threshold=probability_of(threshold),
        doubt=probability_of(min(doubt, threshold)),
        bias=bias,
        weights=weights[:dimension].astype(np.float32),
        signs=dict(zip(signs, weights[dimension:].tolist(), strict=True)),
    )
    return Trained(model, _rates(samples, scores >= threshold, detector))


def _vocabulary(read: Iterable[Sequence[tuple[str, frozenset[str]]]]) -> list[str]:
    """The commonest signs."""
    counts = Counter(sign for sentences in read for sign in _all_signs(sentences))
    common = [(-count, sign) for sign, count in counts.items() if count >= FEWEST_TEXTS]
    return [sign for _, sign in sorted(common)[:MOST_SIGNS]]


def _all_signs(sentences: Sequence[tuple[str, frozenset[str]]]) -> frozenset[str]:
    return frozenset[str]().union(*(found for _, found in sentences))


def _material(
    samples: Sequence[Sample],
    read: Sequence[Sequence[tuple[str, frozenset[str]]]],
    signs: Sequence[str],
    embed: Embed,
) -> _Material:
    wholes = [(sample.text, _all_signs(told)) for sample, told in zip(samples, read, strict=True)]
    several = [(at, one) for at, told in enumerate(read) if len(told) > 1 for one in told]
    texts = list(dict.fromkeys([text for text, _ in wholes] + [one[0] for _, one in several]))
    rows = dict(zip(texts, embed(texts), strict=True))
    return _Material(
        wholes=_matrix(wholes, rows, signs),
        sentences=_matrix([one for _, one in several], rows, signs),
        owners=np.array([at for at, _ in several], np.intp),
        distress=np.array([sample.distress for sample in samples]),
        folds=np.array([sample.fold for sample in samples], np.intp),
    )


def _matrix(
    texts: Sequence[tuple[str, frozenset[str]]],
    vectors: Mapping[str, NDArray[np.float32]],
    signs: Sequence[str],
) -> Any:  # noqa: ANN401 - scipy's matrices carry no types
    """Embeddings with signs beside them, as `DistressModel.probability` weighs them."""
    from scipy import sparse

    columns = {sign: column for column, sign in enumerate(signs)}
    values = sparse.lil_matrix((len(texts), len(signs)))
    for row, (_, found) in enumerate(texts):
        known = [columns[sign] for sign in found if sign in columns]
        for column in known:
            values[row, column] = sign_share(len(known))
    dimension = len(next(iter(vectors.values())))
    dense = np.array([vectors[text] for text, _ in texts], float).reshape(-1, dimension)
    return sparse.hstack([sparse.csr_matrix(dense), values]).tocsr()


def _fit(rows: Any, distress: Truths) -> tuple[Floats, float]:  # noqa: ANN401
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    model.fit(rows, distress)
    weights: Floats = model.coef_[0]
    return weights, float(model.intercept_[0])


def _held_out_scores(material: _Material) -> tuple[Floats, Floats]:
    """Scores by models that haven't seen the sample: of the text, and of its best sentence."""
    count = len(material.distress)
    wholes, sentences = np.zeros(count), np.full(count, -np.inf)
    for fold in range(FOLDS):
        held = material.folds == fold
        weights, bias = _fit(material.wholes[~held], material.distress[~held])
        wholes[held] = material.wholes[held] @ weights + bias
        within = held[material.owners]
        told = material.sentences[within] @ weights + bias
        np.maximum.at(sentences, material.owners[within], told)
    return wholes, sentences


def _threshold(samples: Sequence[Sample], scores: Floats) -> float:
    """The lowest score that keeps false alarms within the bounds: recall first."""
    hard = np.array([one.group == "told" and not one.distress for one in samples])
    ordinary = np.array([one.group == "ordinary" for one in samples])
    bounds = [
        np.quantile(scores[group], 1 - alarms, method="higher")
        for group, alarms in ((hard, HARD_ALARMS), (ordinary, ORDINARY_ALARMS))
        if group.any()
    ]
    return float(np.nextafter(max(bounds), np.inf))


def _rates(
    samples: Sequence[Sample], second: Truths, detector: DistressDetector
) -> dict[str, tuple[Rates, Rates]]:
    first = np.array([detector.find(sample.text) is not None for sample in samples])
    # The second look isn't asked where the rules have told that somebody else is in distress.
    others = np.array([detector.worry_for_other(sample.text) for sample in samples])
    second = second & ~others
    groups: dict[str, Callable[[Sample], bool]] = {
        "distress": lambda one: one.distress and one.group == "told",
        "distress, rules untuned": lambda one: groups["distress"](one) and one.unseen,
        "distress within a question": lambda one: one.distress and one.group == "joined",
        "near misses": lambda one: not one.distress and one.group == "told",
        "near misses, rules untuned": lambda one: groups["near misses"](one) and one.unseen,
        "ordinary questions": lambda one: one.group == "ordinary",
    }
    rates = {}
    for name, belongs in groups.items():
        rows = np.array([belongs(sample) for sample in samples])
        rates[name] = (
            Rates(int(second[rows].sum()), int(rows.sum())),
            Rates(int((first | second)[rows].sum()), int(rows.sum())),
        )
    return rates


def summary(trained: Trained) -> str:
    """The figures as lines of text."""
    lines = ["Taken for distress on folds held out: by the second look alone, with the rules"]
    width = max(len(name) for name in trained.rates)
    lines += [f"{name:<{width}}  {one}  {both}" for name, (one, both) in trained.rates.items()]
    return "\n".join(lines)
