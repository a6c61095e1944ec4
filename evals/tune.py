"""The ranking's weights set on the dev cases: coordinate ascent over the evidence of the hits.

Run by ``tienviitta eval tune``. Only cases of the split ``dev`` are read; the result is written to
``assistant/weights.json``, which is checked in.
"""

from __future__ import annotations

import json
import random
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from assistant.retrieve import PERSONAL, Weights
from evals.cases import load_cases
from evals.measures import Span, gold_places, relevant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.chain import Asked
    from assistant.domain import Ask, Source
    from evals.cases import Case

STEPS = (0.5, 0.8, 0.9, 1.1, 1.25, 2.0)
ROUNDS = 6
FOLDS = 5
NAMES = tuple(one.name for one in fields(Weights))
AT = 5


class Searcher(Protocol):
    """What is tuned."""

    def understand(self, ask: Ask, /) -> Asked:
        """Read a question."""

    def retrieve(self, asked: Asked, /) -> Asked:
        """Find hits for a question."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The hits of all cases as arrays, padded to the longest list.

    Attributes:
        evidence: Shape (cases, hits, signals), the signals in the order of `Weights`' fields.
        relevant: Shape (cases, hits).
        real: Shape (cases, hits): false where a list is padded.
        help: Shape (cases,): how much each question asks for help for a person.
    """

    evidence: NDArray[np.float64]
    relevant: NDArray[np.bool_]
    real: NDArray[np.bool_]
    help: NDArray[np.float64]

    def part(self, rows: NDArray[np.bool_]) -> Ranked:
        """Some of the cases."""
        return Ranked(self.evidence[rows], self.relevant[rows], self.real[rows], self.help[rows])


@dataclass(frozen=True, slots=True)
class Tuned:
    """What tuning gave.

    Attributes:
        weights: The weights tuned on all cases.
        before: The objective with the weights that tuning began with.
        after: The objective with the tuned weights, on the same cases.
        held_out: The objective over folds that weren't tuned on: what to expect elsewhere.
        cases: How many cases.
    """

    weights: Weights
    before: float
    after: float
    held_out: float
    cases: int


def tune(
    paths: Sequence[Path],
    assistant: Searcher,
    sources: Mapping[str, Source],
    start: Weights,
    told: Callable[[str], None] = print,
) -> Tuned:
    """Set the weights on dev cases.

    Args:
        paths: Case files; cases of another split than ``dev`` are left out.
        assistant: Finds hits; the weights it has decide which evidence is kept, not the result.
        sources: The corpus's sources by id.
        start: The weights to begin with.
        told: Is told of each round.

    Raises:
        CaseError: A case file doesn't hold.
        ValueError: No case has a relevant hit.
    """
    cases = [case for path in paths for case in load_cases(path) if case.split == "dev"]
    rows = [one for case in cases if (one := _row(case, assistant, sources)) is not None]
    if not rows:
        raise ValueError("no dev case has a relevant hit")
    ranked = _padded(rows)
    folds = np.arange(len(rows)) % FOLDS
    held_out = np.concatenate(
        [
            _values(_ascend(ranked.part(folds != fold), start), ranked.part(folds == fold))
            for fold in range(FOLDS)
        ]
    )
    weights = _ascend(ranked, start, told)
    return Tuned(
        weights=weights,
        before=objective(start, ranked),
        after=objective(weights, ranked),
        held_out=float(held_out.mean()),
        cases=len(rows),
    )


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights as JSON, rounded to two decimals."""
    rounded = {name: round(value, 2) for name, value in asdict(weights).items()}
    path.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


def objective(weights: Weights, ranked: Ranked) -> float:
    """The mean over cases of success@1, success@5 and the reciprocal rank, each a third."""
    return float(_values(weights, ranked).mean())


def _values(weights: Weights, ranked: Ranked) -> NDArray[np.float64]:
    plain = np.array([getattr(weights, name) for name in NAMES])
    personal = np.array([name in PERSONAL for name in NAMES])
    least = weights.least_personal
    share = least + (1 - least) * ranked.help[:, None]
    factors = np.where(personal[None, :], share, 1.0) * plain[None, :]
    scores = np.einsum("chs,cs->ch", ranked.evidence, factors)
    scores = np.where(ranked.real, scores, -np.inf)
    best = np.where(ranked.relevant, scores, -np.inf).max(axis=1)
    rank = 1 + (scores > best[:, None]).sum(axis=1)
    return (1 / rank + (rank == 1) + (rank <= AT)) / 3


def _ascend(ranked: Ranked, start: Weights, told: Callable[[str], None] | None = None) -> Weights:
    weights, best = start, objective(start, ranked)
    names = list(NAMES)
    order = random.Random(7)  # noqa: S311 - no secret, the same result each time
    for number in range(ROUNDS):
        order.shuffle(names)
        before = best
        for name in names:
            for step in STEPS:
                value = getattr(weights, name) * step
                if name == "least_personal" and value > 1:
                    continue
                tried = replace(weights, **{name: value})
                score = objective(tried, ranked)
                if score > best + 1e-9:
                    weights, best = tried, score
        if told:
            told(f"round {number + 1}: {best:.4f}")
        if best - before < 1e-6:
            break
    return weights


def _row(
    case: Case, assistant: Searcher, sources: Mapping[str, Source]
) -> tuple[float, NDArray[np.float64], NDArray[np.bool_]] | None:
    texts = {source.id: source.text for source in sources.values()}
    gold = [span for places in gold_places(case.gold_quotes, texts) for span in places]
    if not gold:
        return None
    asked = assistant.retrieve(assistant.understand(case.ask()))
    assert asked.found is not None
    hits = asked.found.kept
    fits = np.array(
        [
            any(relevant(Span(p.source_id, p.start, p.end), gold) for p in hit.passages)
            for hit in hits
        ]
    )
    if not fits.any():
        return None
    evidence = np.array([[hit.evidence.get(name, 0.0) for name in NAMES] for hit in hits])
    return asked.question.help, evidence, fits


def _padded(
    rows: Sequence[tuple[float, NDArray[np.float64], NDArray[np.bool_]]],
) -> Ranked:
    longest = max(len(fits) for _, _, fits in rows)
    evidence = np.zeros((len(rows), longest, len(NAMES)))
    fits = np.zeros((len(rows), longest), dtype=bool)
    real = np.zeros((len(rows), longest), dtype=bool)
    for number, (_, found, fit) in enumerate(rows):
        evidence[number, : len(fit)] = found
        fits[number, : len(fit)] = fit
        real[number, : len(fit)] = True
    return Ranked(evidence, fits, real, np.array([helped for helped, _, _ in rows]))
