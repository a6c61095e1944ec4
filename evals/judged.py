"""Trains what tells likely answers from judged questions, and measures it on folds held out.

Run by ``tienviitta eval judged``. A dev case whose gold quotes stand in some records is a judged
question: whatever other cases are measured on, they aren't learned from. The lines of how people
ask are learned from beside them, so that records that no question was judged for are known too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from assistant.discriminant import Discriminant
from assistant.judged import JudgedModel
from evals.cases import load_cases
from evals.linear import FOLDS, folds_of
from evals.measures import Span, gold_places, relevant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.chain import Asked
    from assistant.corpus import Corpus
    from assistant.dialogue import Ask
    from evals.cases import Case
    from evals.linear import Embed

    Vectors = NDArray[np.float32]

AT = 5
NO_MODELS: Mapping[str, Discriminant] = {}
"""Where no judged question is measured on."""

SCALE = 20.0
"""Brings vectors, which lie close together, to the size that the regularisation expects."""

STRENGTH = 0.1
"""Inverse of the regularisation; three times it does as well on the folds, a third of it worse."""

OF_JUDGED = 4.0
"""How much more than a line a judged question counts."""

ITERATIONS = 60
TOLERANCE = 1e-3
"""More of either changes no figure of the folds."""


class Understands(Protocol):
    """What brings a case's turns to a question that stands alone."""

    def understand(self, ask: Ask, /) -> Asked:
        """The question as understood."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and what answers it."""

    case_id: str
    text: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Samples:
    """What is learned from.

    Attributes:
        lines: Vectors of the lines of how people ask, shape (lines, dimension).
        records: What each line leads to.
        judged: The judged questions.
        vectors: Theirs, shape (judged, dimension).
        folds: The fold that each is held out in, shape (judged,); what is nearly alike shares one.
    """

    lines: Vectors
    records: tuple[str, ...]
    judged: tuple[Judged, ...]
    vectors: Vectors
    folds: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class JudgedTrained:
    """A model, with what the folds held out give.

    Attributes:
        model: Learned from all samples.
        judged: How many questions it has learned from.
        held_out: How often the likeliest record, and one of the five likeliest, is an answer.
    """

    model: JudgedModel
    judged: int
    held_out: tuple[float, float]


def judged_questions(
    paths: Sequence[Path], assistant: Understands, corpus: Corpus
) -> tuple[Judged, ...]:
    """The dev cases of some files whose gold quotes stand in records.

    Raises:
        CaseError: A case file doesn't hold.
    """
    texts = {source.id: source.text for source in corpus.sources}
    found = (
        Judged(case.id, assistant.understand(case.ask()).question.standalone, records)
        for path in paths
        for case in load_cases(path)
        if case.split == "dev" and (records := _answering(case, corpus, texts))
    )
    return tuple(found)


def _answering(case: Case, corpus: Corpus, texts: Mapping[str, str]) -> tuple[str, ...]:
    gold = [span for places in gold_places(case.gold_quotes, texts) for span in places]
    records = (
        passage.service_id or passage.id
        for passage in corpus.passages
        if gold and relevant(Span(passage.source_id, passage.start, passage.end), gold)
    )
    return tuple(dict.fromkeys(records))


def samples_for(
    paths: Sequence[Path], assistant: Understands, corpus: Corpus, embed: Embed
) -> Samples:
    """Gather and embed what is learned from.

    Args:
        paths: Case files to learn from.
        assistant: Understands the questions.
        corpus: For its records, lines and sources.
        embed: Gives texts' vectors as questions.

    Raises:
        CaseError: A case file doesn't hold.
        ValueError: No case has an answer in the corpus.
    """
    judged = judged_questions(paths, assistant, corpus)
    if not judged:
        raise ValueError("no dev case has an answer in the corpus")
    lines = list(_lines(corpus))
    texts = [question.text for question in judged]
    return Samples(
        lines=embed([text for text, _ in lines]),
        records=tuple(record for _, record in lines),
        judged=judged,
        vectors=embed(texts),
        folds=folds_of(texts),
    )


def _lines(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for service in corpus.services:
        yield from ((line, service.id) for line in service.asked_as)
    for passage in corpus.passages:
        yield from ((line, passage.service_id or passage.id) for line in passage.asked_as)


def fit(samples: Samples, learnt: NDArray[np.bool_] | None = None) -> Discriminant:
    """Learn from the lines and from judged questions.

    A question with several answers is shared among them.

    Args:
        samples: What to learn from.
        learnt: Which judged questions to learn from, shape (judged,); all when absent.
    """
    from sklearn.linear_model import LogisticRegression

    rows = range(len(samples.judged)) if learnt is None else np.flatnonzero(learnt).tolist()
    pairs = [(row, record) for row in rows for record in samples.judged[row].records]
    share = [OF_JUDGED / len(samples.judged[row].records) for row, _ in pairs]
    middle = samples.lines.mean(axis=0)
    vectors = np.concatenate([samples.lines, samples.vectors[[row for row, _ in pairs]]])
    labels = [*samples.records, *(record for _, record in pairs)]
    model = LogisticRegression(C=STRENGTH, max_iter=ITERATIONS, tol=TOLERANCE)
    counts = np.concatenate([np.ones(len(samples.lines)), share])
    model.fit((vectors - middle) * SCALE, labels, sample_weight=counts)
    weights = model.coef_ * SCALE
    return Discriminant(
        tuple(model.classes_.tolist()),
        weights.astype(np.float32),
        (model.intercept_ - weights @ middle).astype(np.float32),
    )


def unseen_models(samples: Samples) -> dict[str, Discriminant]:
    """By case, a model that has learned neither from its question nor from one like it."""
    folds = [fit(samples, samples.folds != fold) for fold in range(FOLDS)]
    pairs = zip(samples.judged, samples.folds, strict=True)
    return {question.case_id: folds[fold] for question, fold in pairs}


def train_judged(samples: Samples, embedding_model: str) -> JudgedTrained:
    """Learn from all, and measure on folds held out.

    Args:
        samples: From `samples_for`.
        embedding_model: The name with digest of what gave their vectors.
    """
    unseen = unseen_models(samples)
    pairs = zip(samples.judged, samples.vectors, strict=True)
    ranks = np.array([_rank(unseen[one.case_id], vector, one) for one, vector in pairs])
    return JudgedTrained(
        JudgedModel(embedding_model, fit(samples)),
        len(samples.judged),
        (float((ranks == 1).mean()), float((ranks <= AT).mean())),
    )


def _rank(model: Discriminant, vector: Vectors, question: Judged) -> int:
    """The rank of the first answer, from 1."""
    likely = (name for name, _ in model.likeliest(vector, len(model.names)))
    return next(rank for rank, name in enumerate(likely, 1) if name in question.records)
