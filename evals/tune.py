"""The ranking's weights set by maximum likelihood on the dev cases.

Run by ``tienviitta eval tune``. The likelihood is that of the relevant hits under a softmax over
all hits (ListNet, Cao et al. 2007, top one), with a quadratic penalty. Cases that were there when
lines of how people ask were written resemble them more than people's questions do, and make the
lines look better than they are: cases written apart from the lines count more. For the same reason
a case that the model of judged questions has learned from is looked at by one that hasn't.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from assistant.weights import SIGNALS, Weights
from evals.cases import load_cases
from evals.judged import NO_MODELS
from evals.measures import Span, gold_places, relevant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.dialogue import Ask, Found, Hit, Question
    from assistant.discriminant import Discriminant
    from evals.cases import Case

FOLDS = 5
PENALTY = 0.003
APART = dict.fromkeys(
    ("dev_wide", "dev_apart", "dev_fresh", "dev_fresh_more", "dev_third_referral"), 4.0
)
"""How much more than others the cases of a file count that was written apart from the lines."""
AT = 5
MOST_HITS = 120


class Searcher(Protocol):
    """What is tuned."""

    def evidence(self, ask: Ask, judged: Discriminant | None = None) -> tuple[Question, Found]:
        """How a question is understood and what is found for it."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Questions with the evidence of their hits, as arrays padded to the longest list.

    Attributes:
        evidence: Shape (questions, hits, 2 × signals): each signal, and each times help asked.
        relevant: Shape (questions, hits).
        real: Shape (questions, hits): false where a list is padded.
        weight: Shape (questions,): how much a question counts.
    """

    evidence: NDArray[np.float64]
    relevant: NDArray[np.bool_]
    real: NDArray[np.bool_]
    weight: NDArray[np.float64]

    def part(self, rows: NDArray[np.bool_]) -> Examples:
        """Some of the questions."""
        return Examples(
            self.evidence[rows],
            self.relevant[rows],
            self.real[rows],
            self.weight[rows],
        )


@dataclass(frozen=True, slots=True)
class Tuned:
    """What tuning gave.

    Attributes:
        weights: The weights tuned on all cases.
        cases: How many there are.
        success: Success@1 and success@5 on the cases tuned on.
        held_out: The same over folds that weren't tuned on.
        apart: The same of held-out cases written apart from the lines of how people ask, which
            tell best what to expect elsewhere; ``None`` where there are none.
    """

    weights: Weights
    cases: int
    success: tuple[float, float]
    held_out: tuple[float, float]
    apart: tuple[float, float] | None


def tune(
    paths: Sequence[Path],
    assistant: Searcher,
    corpus: Corpus,
    told: Callable[[str], None] = print,
    judged: Mapping[str, Discriminant] = NO_MODELS,
) -> Tuned:
    """Set the weights.

    Args:
        paths: Case files; cases of another split than ``dev`` are left out.
        assistant: Finds hits with their evidence.
        corpus: For the sources that gold quotes stand in.
        told: Is told how far it is.
        judged: By the ids of cases that judged questions were learned from, models that haven't
            learned from them.

    Raises:
        CaseError: A case file doesn't hold.
        ValueError: No dev case has a relevant hit.
    """
    examples = learnt_from(paths, assistant, corpus, told, judged)
    folds = np.arange(len(examples.weight)) % FOLDS
    held_out = np.zeros(len(folds), np.int64)
    for fold in range(FOLDS):
        fitted = fit(examples.part(folds != fold))
        held_out[folds == fold] = ranks(fitted, examples.part(folds == fold))
    apart = held_out[examples.weight > 1.0]
    values = fit(examples)
    return Tuned(
        weights=as_weights(values),
        cases=len(folds),
        success=success_at(ranks(values, examples)),
        held_out=success_at(held_out),
        apart=success_at(apart) if len(apart) else None,
    )


def learnt_from(
    paths: Sequence[Path],
    assistant: Searcher,
    corpus: Corpus,
    told: Callable[[str], None],
    judged: Mapping[str, Discriminant] = NO_MODELS,
) -> Examples:
    """The dev cases that weights are set on, with the evidence of their hits.

    Raises:
        CaseError: A case file doesn't hold.
        ValueError: No dev case has a relevant hit.
    """
    rows = case_rows(paths, "dev", assistant, corpus, judged)
    if not rows:
        raise ValueError("no dev case has a relevant hit")
    told(f"{len(rows)} dev cases read")
    return padded(rows)


def case_rows(
    paths: Sequence[Path],
    split: str,
    assistant: Searcher,
    corpus: Corpus,
    judged: Mapping[str, Discriminant] = NO_MODELS,
) -> list[Row]:
    """The cases of a split that have a relevant hit, with their evidence."""
    texts = {source.id: source.text for source in corpus.sources}
    rows = (
        _row(case, APART.get(path.stem, 1.0), assistant, texts, judged.get(case.id))
        for path in paths
        for case in load_cases(path)
        if case.split == split
    )
    return [row for row in rows if row is not None]


def fit(examples: Examples, used: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    """The values, shape (2 × signals,), that make the relevant hits likeliest.

    Args:
        examples: What to learn from.
        used: Which values may differ from 0, same shape; all when absent.
    """
    from scipy.optimize import minimize

    total = examples.weight.sum()

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = np.where(examples.real, examples.evidence @ values, -np.inf)
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        every = odds / odds.sum(axis=1, keepdims=True)
        right = np.where(examples.relevant, odds, 0.0)
        share = right.sum(axis=1) / odds.sum(axis=1)
        wanted = right / np.maximum(right.sum(axis=1, keepdims=True), 1e-300)
        slope = np.einsum("q,qh,qhs->s", examples.weight, every - wanted, examples.evidence)
        cost = -(examples.weight * np.log(np.maximum(share, 1e-300))).sum()
        penalty = PENALTY * (values**2).sum()
        whole = slope / total + 2 * PENALTY * values
        return float(cost / total + penalty), whole if used is None else whole * used

    found = minimize(loss, np.zeros(2 * len(SIGNALS)), jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)


def ranks(values: NDArray[np.float64], examples: Examples) -> NDArray[np.int64]:
    """The rank of the best relevant hit of each question, from 1."""
    scores = np.where(examples.real, examples.evidence @ values, -np.inf)
    best = np.where(examples.relevant, scores, -np.inf).max(axis=1)
    return np.asarray(1 + (scores > best[:, None]).sum(axis=1), dtype=np.int64)


def as_weights(values: NDArray[np.float64]) -> Weights:
    """Values as named weights."""
    half = len(SIGNALS)
    return Weights(
        always=dict(zip(SIGNALS, values[:half].tolist(), strict=True)),
        helping=dict(zip(SIGNALS, values[half:].tolist(), strict=True)),
    )


Row = tuple["NDArray[np.float64]", "NDArray[np.bool_]", float]


def _row(
    case: Case,
    weight: float,
    assistant: Searcher,
    texts: Mapping[str, str],
    judged: Discriminant | None,
) -> Row | None:
    gold = [span for places in gold_places(case.gold_quotes, texts) for span in places]
    question, found = assistant.evidence(case.ask(), judged) if gold else (None, None)
    if question is None or found is None:
        return None
    fits = [_fits(hit, gold) for hit in found.kept]
    if not any(fits):
        return None
    kept = [n for n in range(len(fits)) if n < MOST_HITS or fits[n]]
    hits = [found.kept[n].evidence for n in kept]
    signals = np.array([[hit.get(name, 0.0) for name in SIGNALS] for hit in hits])
    evidence = np.concatenate([signals, question.help * signals], axis=1)
    return evidence, np.array([fits[n] for n in kept]), weight


def _fits(hit: Hit, gold: Sequence[Span]) -> bool:
    """Whether a hit carries a passage that a gold quote stands in."""
    return any(relevant(Span(one.source_id, one.start, one.end), gold) for one in hit.passages)


def padded(rows: Sequence[Row]) -> Examples:
    """Rows as arrays."""
    longest = max(len(fits) for _, fits, _ in rows)
    evidence = np.zeros((len(rows), longest, 2 * len(SIGNALS)))
    fits = np.zeros((len(rows), longest), dtype=bool)
    real = np.zeros((len(rows), longest), dtype=bool)
    for number, (found, fit_, _) in enumerate(rows):
        evidence[number, : len(fit_)] = found
        fits[number, : len(fit_)] = fit_
        real[number, : len(fit_)] = True
    weight = np.array([weight for _, _, weight in rows])
    return Examples(evidence, fits, real, weight)


def success_at(found: NDArray[np.int64]) -> tuple[float, float]:
    """Success@1 and success@5 of the ranks of the best relevant hits."""
    return float((found == 1).mean()), float((found <= AT).mean())
