"""Trains what tells questions outside guidance and vague ones, and measures it on folds.

Run by ``tienviitta eval domain``. What is inside comes from how people ask for what the corpus
tells, from frames around the names of its services, and from hand-written questions; what is
outside is hand-written. Dev cases are never learned from: they only show what to expect elsewhere.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.domain_model import OUTSIDE, VAGUE, features_of
from assistant.errors import TienviittaError
from assistant.settings import ROOT
from evals.cases import load_cases
from evals.jsonl import read_rows, unique
from evals.linear import (
    FOLDS,
    Design,
    fit,
    folds_of,
    held_out_fits,
    held_out_scores,
    least_score,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.linear_model import LinearModel
    from evals.cases import Case
    from evals.linear import Embed, Floats, Truths

TRAINING_FILE = ROOT / "evals" / "cases" / "domain_train.jsonl"
INSIDE = "inside"
LABELS = (INSIDE, OUTSIDE, VAGUE)
FRAMES = (
    "Milloin {} päättyy?",
    "Kuka rahoittaa: {}?",
    "Mikä {} on?",
    "Kenelle {} on tarkoitettu?",
    "Onko {} vielä käynnissä?",
    "Missä kunnissa {} toimii?",
    "Kuka vetää: {}?",
    "Kauanko {} kestää?",
    "Paljonko {} maksoi?",
    "onks {} viel olemas",
    "Miten {} auttaa?",
    "What is {}?",
    "How long does {} go on?",
    "Vad är {}?",
    "Кто может участвовать в {}?",
)
"""How the facts of a service are asked for; without them a short question looks like trivia."""
FRAMES_EACH = 3
MOST_ASKED = 2000
"""More ways of asking than that make training slow and no better."""
WRITTEN_WEIGHT = 4.0
"""A question written by hand is like what people ask; a line of the corpus is like the corpus."""

STRENGTH = 2.5
"""Inverse of the regularisation; a third and three times of it do as well on the folds."""
MOST_TAKEN = {OUTSIDE: 0.02, VAGUE: 0.03}
"""The largest share of other questions that may be taken for each kind.

A question is asked back only where it tells neither place, person nor need either.
"""
FEWEST = 2 * FOLDS
LEFT_OUT = frozenset({"crisis", "injection"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A question to learn from.

    Attributes:
        text: The question.
        label: Of `LABELS`.
        written: Whether it was written by hand, not taken from the corpus.
        names: Whether it names a service: such a question is never taken to be outside.
    """

    text: str
    label: str
    written: bool
    names: bool = False


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A line of a training file."""

    id: str
    text: str
    lang: str
    label: str


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model and how it does.

    Attributes:
        model: Learned from all samples.
        kind: What it tells, of `LABELS`.
        others: How many samples are of other kinds.
        of_kind: How many are of the kind.
        auc: Area under the ROC curve on folds held out.
        found: Share of the samples of the kind that the threshold tells, on folds held out.
        taken: Share of the others that it takes for them, on folds held out.
    """

    model: LinearModel
    kind: str
    others: int
    of_kind: int
    auc: float
    found: float
    taken: float


def load_questions(
    path: Path = TRAINING_FILE, labels: Sequence[str] = LABELS
) -> list[LabelledQuestion]:
    """Read the labelled questions of a JSON Lines file, in its order.

    Args:
        path: The file.
        labels: What a question may be labelled as.

    Raises:
        CaseError: A line doesn't hold; names the file, the line and the field.
        OSError: The file can't be read.
    """
    seen: dict[str, str] = {}
    questions = []
    for row in read_rows(path):
        row.expect(("id", "text", "lang", "label"), ())
        questions.append(
            LabelledQuestion(
                id=unique(row, seen),
                text=row.text("text"),
                lang=row.text("lang"),
                label=row.one_of("label", labels),
            )
        )
    return questions


def samples_of(questions: Iterable[LabelledQuestion], corpus: Corpus) -> list[Sample]:
    """The questions to learn from."""
    # Not a secret: the same choice each time makes two trainings comparable.
    chance = random.Random(0)  # noqa: S311
    asked = [line for one in corpus.services for line in one.asked_as]
    asked += [line for one in corpus.passages for line in one.asked_as]
    advised = _advised(corpus)
    asked = [line for line in asked if line not in advised]
    asked = list(dict.fromkeys(asked))
    asked = chance.sample(asked, min(MOST_ASKED, len(asked)))
    framed = [
        frame.format(service.name)
        for service in corpus.services
        for frame in chance.sample(FRAMES, FRAMES_EACH)
    ]
    samples = [Sample(line, INSIDE, written=False) for line in asked]
    samples += [Sample(line, INSIDE, written=False, names=True) for line in framed]
    return samples + [Sample(one.text, one.label, written=True) for one in questions]


def _advised(corpus: Corpus) -> frozenset[str]:
    """How people ask for what others give advice on: neither inside nor surely outside."""
    topics = corpus.vocabulary.topics
    others = [one for one in corpus.services if any(topics[t].outside for t in one.topics)]
    return frozenset(line for one in others for line in one.asked_as)


def train(
    samples: Sequence[Sample],
    vectors: NDArray[np.float32],
    embedding_model: str,
    kind: str = OUTSIDE,
) -> Trained:
    """Train a model; the threshold and every figure are from folds held out.

    Args:
        samples: Questions of all kinds.
        vectors: Their unit-length embeddings as queries, shape (samples, dimension).
        embedding_model: The embedding model's name with its digest.
        kind: What it is to tell, of `LABELS`.

    Raises:
        TienviittaError: There are too few questions of a kind.
    """
    from sklearn.metrics import roc_auc_score

    truths = np.array([sample.label == kind for sample in samples], dtype=np.bool_)
    if min(truths.sum(), (~truths).sum()) < FEWEST:
        raise TienviittaError(
            f"Training needs at least {FEWEST} questions that are {kind} and that aren't; "
            f"add lines to {TRAINING_FILE.name}."
        )
    texts = [sample.text for sample in samples]
    features = [features_of(text) for text in texts]
    design = Design.of(vectors.shape[1], features)
    rows = design.rows(vectors, features)
    counts = _counts(samples, truths)
    folds = folds_of(texts)
    fits = held_out_fits(rows, truths, folds, STRENGTH, counts)
    values = held_out_scores(rows, folds, fits)
    decided_on = ~truths & np.array([not sample.names for sample in samples])
    limit = least_score(values[decided_on], MOST_TAKEN[kind])
    weights, bias = fit(rows, truths, STRENGTH, counts)
    return Trained(
        model=design.model(weights, bias, embedding_model, {kind: limit}),
        kind=kind,
        others=int((~truths).sum()),
        of_kind=int(truths.sum()),
        auc=float(roc_auc_score(truths, values)),
        found=float((values[truths] >= limit).mean()),
        taken=float((values[~truths] >= limit).mean()),
    )


def expected(
    model: LinearModel, paths: Iterable[Path], embed: Embed
) -> dict[str, tuple[int, int, float]]:
    """What the model makes of dev cases, which it hasn't learned from.

    Only conversations of one message are looked at: what a later one means isn't in its words.

    Returns:
        By kind of case: how many are taken to be outside, of how many, and their mean score.
    """
    groups: dict[str, list[Case]] = {}
    for case in (case for path in paths for case in load_cases(path)):
        if case.split == "dev" and case.category not in LEFT_OUT and len(case.messages) == 1:
            kind = "answerable" if case.answerable else case.category
            groups.setdefault(kind, []).append(case)
    told = {}
    for kind, cases in sorted(groups.items()):
        texts = [case.messages[-1].content for case in cases]
        pairs = zip(texts, embed(texts), strict=True)
        scores = np.array([model.probability(vector, features_of(text)) for text, vector in pairs])
        (threshold,) = model.thresholds.values()
        taken = int((scores >= threshold).sum())
        told[kind] = (taken, len(cases), float(scores.mean()))
    return told


def summary(trained: Trained, told: dict[str, tuple[int, int, float]]) -> str:
    """What training gave, in lines for the terminal."""
    (threshold,) = trained.model.thresholds.values()
    lines = [
        f"{trained.of_kind} questions {trained.kind}, {trained.others} others; on folds held out:",
        (
            f"area under the ROC curve {trained.auc:.3f}; at the threshold {threshold:.4f} "
            f"{trained.found:.1%} of those {trained.kind} are told, {trained.taken:.1%} of the "
            "others are taken for them."
        ),
        f"Dev cases taken to be {trained.kind}, and the mean score:",
    ]
    lines += [
        f"{kind:<14} {taken:>4}/{count:<4} {mean:.3f}"
        for kind, (taken, count, mean) in told.items()
    ]
    return "\n".join(lines)


def _counts(samples: Sequence[Sample], truths: Truths) -> Floats:
    """How much each sample counts; those of the kind and the others count the same together."""
    counts = np.array([WRITTEN_WEIGHT if one.written else 1.0 for one in samples])
    counts[truths] *= counts[~truths].sum() / counts[truths].sum()
    return counts
