"""The ranking's weights set on the dev cases: coordinate ascent over the evidence of the hits.

Run by ``tienviitta eval tune``. Only cases of the split ``dev`` are read; the result is written to
``assistant/weights.json``, which is checked in.
"""

from __future__ import annotations

import json
import random
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Protocol

from assistant.retrieve import PERSONAL, Weights
from evals.cases import load_cases
from evals.measures import Span, gold_places, relevant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from assistant.chain import Asked
    from assistant.domain import Ask, Source
    from evals.cases import Case

STEPS = (0.5, 0.8, 0.9, 1.1, 1.25, 2.0)
ROUNDS = 6
FOLDS = 5
AT = 5


class Searcher(Protocol):
    """What is tuned."""

    def understand(self, ask: Ask, /) -> Asked:
        """Read a question."""

    def retrieve(self, asked: Asked, /) -> Asked:
        """Find hits for a question."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A case's hits: the evidence of each, whether it's relevant, and the question's help."""

    case_id: str
    help: float
    evidence: tuple[Mapping[str, float], ...]
    relevant: tuple[bool, ...]


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
    ranked = [one for case in cases if (one := _ranked(case, assistant, sources)) is not None]
    if not ranked:
        raise ValueError("no dev case has a relevant hit")
    held_out = []
    for fold in range(FOLDS):
        train = [one for number, one in enumerate(ranked) if number % FOLDS != fold]
        test = [one for number, one in enumerate(ranked) if number % FOLDS == fold]
        held_out += [objective(_ascend(train, start), [one]) for one in test]
    weights = _ascend(ranked, start, told)
    return Tuned(
        weights=weights,
        before=objective(start, ranked),
        after=objective(weights, ranked),
        held_out=sum(held_out) / len(held_out),
        cases=len(ranked),
    )


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights as JSON, rounded to two decimals."""
    rounded = {name: round(value, 2) for name, value in asdict(weights).items()}
    path.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


def objective(weights: Weights, ranked: Sequence[Ranked]) -> float:
    """The mean over cases of success@1, success@5 and the reciprocal rank, each a third."""
    total = 0.0
    for one in ranked:
        rank = _rank(weights, one)
        if rank is not None:
            total += (1 / rank + (rank == 1) + (rank <= AT)) / 3
    return total / len(ranked)


def _rank(weights: Weights, one: Ranked) -> int | None:
    values = asdict(weights)
    least = weights.least_personal
    personal = least + (1 - least) * one.help
    scores = [
        sum(values[n] * v * (personal if n in PERSONAL else 1.0) for n, v in evidence.items())
        for evidence in one.evidence
    ]
    best = max((s for s, r in zip(scores, one.relevant, strict=True) if r), default=None)
    return None if best is None else 1 + sum(score > best for score in scores)


def _ascend(
    ranked: Sequence[Ranked], start: Weights, told: Callable[[str], None] | None = None
) -> Weights:
    weights, best = start, objective(start, ranked)
    names = [one.name for one in fields(Weights)]
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


def _ranked(case: Case, assistant: Searcher, sources: Mapping[str, Source]) -> Ranked | None:
    texts = {source.id: source.text for source in sources.values()}
    gold = [span for places in gold_places(case.gold_quotes, texts) for span in places]
    if not gold:
        return None
    asked = assistant.retrieve(assistant.understand(case.ask()))
    assert asked.found is not None
    hits = asked.found.kept
    fits = tuple(
        any(relevant(Span(p.source_id, p.start, p.end), gold) for p in hit.passages) for hit in hits
    )
    if not any(fits):
        return None
    return Ranked(case.id, asked.question.help, tuple(h.evidence for h in hits), fits)
