"""The ranking's weights set by maximum likelihood, on the dev cases and on how people ask.

Run by ``tienviitta eval tune``. Two kinds of questions are learnt from: the cases of the split
``dev``, and the lines of how people ask of the corpus, each of which leads to a known service or
passage and is left out of the index while it's asked. The likelihood is that of the relevant hits
under a softmax over all hits (ListNet, Cao et al. 2007, top one), with a quadratic penalty.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from assistant.dialogue import Ask, Message
from assistant.index import asked_id
from assistant.weights import SIGNALS, Weights
from evals.cases import load_cases
from evals.measures import Span, gold_places, relevant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.dialogue import Found, Hit, Question
    from evals.cases import Case

FOLDS = 5
PENALTY = 0.02
CASE_WEIGHT = 4.0
LINES = 900
AT = 5
MOST_HITS = 120


class Searcher(Protocol):
    """What is tuned."""

    def evidence(self, ask: Ask, ignored: Collection[str] = ()) -> tuple[Question, Found]:
        """How a question is understood and what is found for it."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Questions with the evidence of their hits, as arrays padded to the longest list.

    Attributes:
        evidence: Shape (questions, hits, 2 × signals): each signal, and each times help asked.
        relevant: Shape (questions, hits).
        real: Shape (questions, hits): false where a list is padded.
        weight: Shape (questions,): how much a question counts.
        is_case: Shape (questions,): whether it's a dev case rather than a line of the corpus.
    """

    evidence: NDArray[np.float64]
    relevant: NDArray[np.bool_]
    real: NDArray[np.bool_]
    weight: NDArray[np.float64]
    is_case: NDArray[np.bool_]

    def part(self, rows: NDArray[np.bool_]) -> Examples:
        """Some of the questions."""
        return Examples(
            self.evidence[rows],
            self.relevant[rows],
            self.real[rows],
            self.weight[rows],
            self.is_case[rows],
        )


@dataclass(frozen=True, slots=True)
class Tuned:
    """What tuning gave.

    Attributes:
        weights: The weights tuned on all questions.
        cases: How many dev cases.
        lines: How many lines of how people ask.
        success: Success@1 and success@5 of the dev cases, on the questions tuned on.
        held_out: The same over folds that weren't tuned on: what to expect elsewhere.
    """

    weights: Weights
    cases: int
    lines: int
    success: tuple[float, float]
    held_out: tuple[float, float]


def tune(
    paths: Sequence[Path],
    assistant: Searcher,
    corpus: Corpus,
    told: Callable[[str], None] = print,
) -> Tuned:
    """Set the weights.

    Args:
        paths: Case files; cases of another split than ``dev`` are left out.
        assistant: Finds hits with their evidence.
        corpus: For the sources that gold quotes stand in, and for how people ask.
        told: Is told how far it is.

    Raises:
        CaseError: A case file doesn't hold.
        ValueError: No dev case has a relevant hit.
    """
    examples = learnt_from(paths, assistant, corpus, told)
    folds = np.arange(len(examples.weight)) % FOLDS
    held_out = []
    for fold in range(FOLDS):
        fitted = fit(examples.part(folds != fold))
        held_out.append(ranks(fitted, examples.part((folds == fold) & examples.is_case)))
    values = fit(examples)
    cases = int(examples.is_case.sum())
    return Tuned(
        weights=as_weights(values),
        cases=cases,
        lines=len(examples.weight) - cases,
        success=success_at(ranks(values, examples.part(examples.is_case))),
        held_out=success_at(np.concatenate(held_out)),
    )


def learnt_from(
    paths: Sequence[Path], assistant: Searcher, corpus: Corpus, told: Callable[[str], None]
) -> Examples:
    """The questions that weights are set on: dev cases, and a sample of how people ask.

    Raises:
        CaseError: A case file doesn't hold.
        ValueError: No dev case has a relevant hit.
    """
    rows = case_rows(paths, "dev", assistant, corpus)
    if not rows:
        raise ValueError("no dev case has a relevant hit")
    told(f"{len(rows)} dev cases read")
    lines = [row for line in _lines(corpus) if (row := _line_row(line, assistant)) is not None]
    told(f"{len(lines)} lines of how people ask read")
    return padded([*rows, *lines], len(rows))


def case_rows(paths: Sequence[Path], split: str, assistant: Searcher, corpus: Corpus) -> list[Row]:
    """The cases of a split that have a relevant hit, with their evidence."""
    texts = {source.id: source.text for source in corpus.sources}
    cases = [case for path in paths for case in load_cases(path) if case.split == split]
    rows = (_case_row(case, assistant, texts) for case in cases)
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


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    id: str
    service_id: str | None
    passage_id: str | None


def _lines(corpus: Corpus) -> Iterator[_Line]:
    """A sample of the lines of how people ask, the same each time."""
    lines = [
        _Line(text, asked_id(service.id, number), service.id, None)
        for service in corpus.services
        for number, text in enumerate(service.asked_as)
    ]
    lines += [
        _Line(text, asked_id(passage.id, number), passage.service_id, passage.id)
        for passage in corpus.passages
        for number, text in enumerate(passage.asked_as)
    ]
    random.Random(11).shuffle(lines)  # noqa: S311 - no secret
    yield from lines[:LINES]


def _line_row(line: _Line, assistant: Searcher) -> Row | None:
    question, found = assistant.evidence(Ask((Message("user", line.text),)), {line.id})

    def fits(hit: Hit) -> bool:
        if line.service_id:
            return hit.service_id == line.service_id
        return hit.service_id is None and hit.passages[0].id == line.passage_id

    return _row(question.help, found.kept, [fits(hit) for hit in found.kept], 1.0)


def _case_row(case: Case, assistant: Searcher, texts: Mapping[str, str]) -> Row | None:
    gold = [span for places in gold_places(case.gold_quotes, texts) for span in places]
    if not gold:
        return None
    question, found = assistant.evidence(case.ask())
    fits = [
        any(relevant(Span(p.source_id, p.start, p.end), gold) for p in hit.passages)
        for hit in found.kept
    ]
    return _row(question.help, found.kept, fits, CASE_WEIGHT)


Row = tuple["NDArray[np.float64]", "NDArray[np.bool_]", float]


def _row(help_asked: float, hits: Sequence[Hit], fits: Sequence[bool], weight: float) -> Row | None:
    if not any(fits):
        return None
    kept = [n for n in range(len(hits)) if n < MOST_HITS or fits[n]]
    signals = np.array([[hits[n].evidence.get(name, 0.0) for name in SIGNALS] for n in kept])
    evidence = np.concatenate([signals, help_asked * signals], axis=1)
    return evidence, np.array([fits[n] for n in kept]), weight


def padded(rows: Sequence[Row], cases: int) -> Examples:
    """Rows as arrays; the first ``cases`` of them are dev cases."""
    longest = max(len(fits) for _, fits, _ in rows)
    evidence = np.zeros((len(rows), longest, 2 * len(SIGNALS)))
    fits = np.zeros((len(rows), longest), dtype=bool)
    real = np.zeros((len(rows), longest), dtype=bool)
    for number, (found, fit_, _) in enumerate(rows):
        evidence[number, : len(fit_)] = found
        fits[number, : len(fit_)] = fit_
        real[number, : len(fit_)] = True
    weight = np.array([weight for _, _, weight in rows])
    return Examples(evidence, fits, real, weight, np.arange(len(rows)) < cases)


def success_at(found: NDArray[np.int64]) -> tuple[float, float]:
    """Success@1 and success@5 of the ranks of the best relevant hits."""
    return float((found == 1).mean()), float((found <= AT).mean())
