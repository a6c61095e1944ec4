"""When to answer, set on the dev cases: a logistic regression and its risk-coverage curve.

Run by ``tienviitta eval abstain``. Only cases of the split ``dev`` are read; the result is written
to ``assistant/abstain.json``, which is checked in. A question that has no answer and is answered is
a false answer; one that has an answer and isn't answered is a refusal.

Source: Geifman and El-Yaniv, *Selective Classification for Deep Neural Networks*, NeurIPS 2017.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from assistant.abstain import FEATURES, Calibration, features
from assistant.dialogue import QuestionKind
from evals.cases import load_cases
from evals.judged import NO_MODELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.chain import Asked
    from assistant.dialogue import Ask
    from assistant.discriminant import Discriminant
    from evals.cases import Case

    Values = NDArray[np.float64]
    Truths = NDArray[np.bool_]

LEFT_OUT = frozenset({"crisis", "injection", "clarify"})
DECIDED_BEFORE = frozenset(
    {QuestionKind.CRISIS, QuestionKind.REFUSAL, QuestionKind.CLARIFY, QuestionKind.LIST}
)
FOLDS = 5
REPEATS = 10
MOST_REFUSED = 0.03
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
COVERAGES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
DECIMALS = 4


class Corridor(Protocol):
    """The steps of the assistant that the signals come from."""

    def understand(self, ask: Ask, /) -> Asked:
        """Read a question."""

    def retrieve(self, asked: Asked, /, judged: Discriminant | None = None) -> Asked:
        """Find hits for a question."""

    def compose(self, asked: Asked, /) -> Asked:
        """Compose an answer."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Questions with their signals.

    Attributes:
        signals: Shape (questions, features), in the order of `FEATURES`.
        answerable: Shape (questions,): whether the sources hold an answer.
        ids: The cases' ids.
    """

    signals: Values
    answerable: Truths
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the risk-coverage curve.

    Attributes:
        threshold: Questions with at least this confidence are answered.
        coverage: The share of all questions that is answered.
        risk: The share of false answers among the answered.
    """

    threshold: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Trade:
    """What a threshold costs; a share of nothing is ``None``.

    Attributes:
        threshold: Questions with at least this confidence are answered.
        false_answers: The share of unanswerable questions that is answered.
        refused: The share of answerable questions that isn't.
    """

    threshold: float
    false_answers: float | None
    refused: float | None


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What calibrating gave; every figure is from folds that the weights weren't set on.

    Attributes:
        calibration: The weights set on all cases, with the threshold.
        answerable: How many questions have an answer.
        unanswerable: How many have none.
        curve: The risk-coverage curve.
        trades: What a row of thresholds costs.
        chosen: What the threshold costs.
        expected: The same with a threshold that was chosen without the questions it's judged on:
            what to expect elsewhere.
    """

    calibration: Calibration
    answerable: int
    unanswerable: int
    curve: tuple[Point, ...]
    trades: tuple[Trade, ...]
    chosen: Trade
    expected: Trade


def calibrate(
    paths: Sequence[Path], assistant: Corridor, judged: Mapping[str, Discriminant] = NO_MODELS
) -> Calibrated:
    """Set the weights and the threshold on dev cases.

    Args:
        paths: Case files; cases of another split than ``dev`` are left out.
        assistant: Understands questions and finds hits.
        judged: As in `evals.tune.tune`.

    Raises:
        CaseError: A case file doesn't hold.
        ValueError: There are too few questions of either kind for the folds.
    """
    cases = (case for path in paths for case in load_cases(path))
    examples = read_examples(cases, assistant, judged)
    folds, values = held_out(examples)
    truths = np.broadcast_to(examples.answerable, values.shape)
    threshold = choose_threshold(values.ravel(), truths.ravel())
    answerable = int(examples.answerable.sum())
    return Calibrated(
        calibration=fit(examples, threshold),
        answerable=answerable,
        unanswerable=len(examples.ids) - answerable,
        curve=risk_coverage(values.ravel(), truths.ravel()),
        trades=tuple(trade_at(one, values.ravel(), truths.ravel()) for one in THRESHOLDS),
        chosen=trade_at(threshold, values.ravel(), truths.ravel()),
        expected=_expected(folds, values, truths),
    )


def read_examples(
    cases: Iterable[Case], assistant: Corridor, judged: Mapping[str, Discriminant] = NO_MODELS
) -> Examples:
    """The signals of the dev cases that `assistant.abstain` decides on.

    Crises, attempts at misuse, questions to be clarified and lists are decided before it, and what
    names a service is always answered.
    """
    signals, answerable, ids = [], [], []
    for case in cases:
        if case.split != "dev" or case.category in LEFT_OUT:
            continue
        understood = assistant.understand(case.ask())
        asked = assistant.compose(assistant.retrieve(understood, judged=judged.get(case.id)))
        if asked.found is None or not _is_decided_on(asked):
            continue
        got = features(asked.question, asked.found)
        signals.append([got.get(name, 0.0) for name in FEATURES])
        answerable.append(case.answerable)
        ids.append(case.id)
    return Examples(
        np.array(signals, dtype=np.float64).reshape(-1, len(FEATURES)),
        np.array(answerable, dtype=np.bool_),
        tuple(ids),
    )


def fit(examples: Examples, threshold: float) -> Calibration:
    """Fit the logistic regression on all examples (L2, features scaled to unit variance).

    Args:
        examples: Questions of both kinds.
        threshold: The least confidence to answer at.

    Raises:
        ValueError: All questions are of one kind.
    """
    centre, scale, weights, bias = _regress(examples.signals, examples.answerable)
    return Calibration(
        bias=round(bias, DECIMALS),
        weights=_by_name(weights / scale),
        threshold=threshold,
        centre=_by_name(centre),
    )


def held_out(examples: Examples) -> tuple[NDArray[np.int64], Values]:
    """Confidence in each question by weights set without it: stratified folds, drawn repeatedly.

    Returns:
        The fold of each question and its confidence, both of shape (repeats, questions).

    Raises:
        ValueError: There are fewer questions of a kind than folds.
    """
    from sklearn.model_selection import StratifiedKFold

    truths = examples.answerable
    if min(truths.sum(), (~truths).sum()) < FOLDS:
        raise ValueError(f"calibrating needs at least {FOLDS} questions with and without an answer")
    folds = np.zeros((REPEATS, len(truths)), dtype=np.int64)
    values = np.zeros((REPEATS, len(truths)))
    for repeat in range(REPEATS):
        split = StratifiedKFold(FOLDS, shuffle=True, random_state=repeat)
        for fold, (train, test) in enumerate(split.split(examples.signals, truths)):
            centre, scale, weights, bias = _regress(examples.signals[train], truths[train])
            log_odds = bias + (examples.signals[test] - centre) / scale @ weights
            values[repeat, test] = 1 / (1 + np.exp(-log_odds))
            folds[repeat, test] = fold
    return folds, values


def risk_coverage(values: Values, answerable: Truths) -> tuple[Point, ...]:
    """The risk-coverage curve, from the fewest answered to all.

    Args:
        values: Confidence in each question, shape (questions,).
        answerable: Whether it has an answer, shape (questions,).

    Returns:
        A point for each confidence that occurs; equal ones make one point. Nothing for no
        questions.
    """
    order = np.argsort(-values, kind="stable")
    sorted_values = values[order]
    false = np.cumsum(~answerable[order])
    count = len(values)
    last = [i for i in range(count) if i + 1 == count or sorted_values[i + 1] < sorted_values[i]]
    return tuple(
        Point(float(sorted_values[i]), (i + 1) / count, float(false[i]) / (i + 1)) for i in last
    )


def trade_at(threshold: float, values: Values, answerable: Truths) -> Trade:
    """What a threshold costs on questions with known confidence, both of shape (questions,)."""
    answered = values >= threshold
    return Trade(threshold, _share(answered[~answerable]), _share(~answered[answerable]))


def choose_threshold(
    values: Values, answerable: Truths, most_refused: float = MOST_REFUSED
) -> float:
    """The threshold with the fewest false answers that refuses few answerable questions.

    False answers only get fewer as a threshold rises, so it's the highest that refuses no more
    than allowed.

    Args:
        values: Confidence in each question, shape (questions,).
        answerable: Whether it has an answer, shape (questions,).
        most_refused: The largest share of answerable questions to refuse.

    Returns:
        The threshold, rounded down to four decimals.

    Raises:
        ValueError: No question has an answer.
    """
    fitting = np.sort(values[answerable])
    if not len(fitting):
        raise ValueError("no question has an answer; a threshold can't be chosen")
    # Floating point: 3 % of 100 questions is 3 of them and not 2.
    allowed = math.floor(most_refused * len(fitting) + 1e-9)
    value = float(fitting[min(allowed, len(fitting) - 1)])
    scale: int = 10**DECIMALS
    return math.floor(value * scale) / scale


def summary(calibrated: Calibrated) -> str:
    """What calibrating gave, in lines for the terminal."""
    chosen, expected = calibrated.chosen, calibrated.expected
    lines = [
        f"{calibrated.answerable} questions with an answer, {calibrated.unanswerable} without.",
        "",
        "coverage  risk",
        *(f"{point.coverage:8.2f}  {point.risk:.3f}" for point in at_coverages(calibrated.curve)),
        "",
        "threshold  false answers  refused",
        *(_trade_line(trade) for trade in calibrated.trades),
        "",
        f"chosen:\n{_trade_line(chosen)}",
        f"chosen on the other folds:\n{_trade_line(expected)}",
    ]
    return "\n".join(lines)


def _is_decided_on(asked: Asked) -> bool:
    """Whether `assistant.abstain` was what decided to answer a question or not."""
    draft = asked.draft
    return not asked.question.named and draft is not None and draft.kind not in DECIDED_BEFORE


def _regress(signals: Values, answerable: Truths) -> tuple[Values, Values, Values, float]:
    """Centre and scale of the features, the scaled weights and the bias."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(signals)
    model = LogisticRegression(max_iter=1000).fit(scaler.transform(signals), answerable)
    return scaler.mean_, scaler.scale_, model.coef_[0], float(model.intercept_[0])


def _expected(folds: NDArray[np.int64], values: Values, answerable: Truths) -> Trade:
    answered = np.zeros(values.shape, dtype=np.bool_)
    thresholds = []
    for repeat, fold in np.ndindex(len(values), FOLDS):
        test = folds[repeat] == fold
        threshold = choose_threshold(values[repeat, ~test], answerable[repeat, ~test])
        answered[repeat, test] = values[repeat, test] >= threshold
        thresholds.append(threshold)
    return Trade(
        float(np.mean(thresholds)), _share(answered[~answerable]), _share(~answered[answerable])
    )


def at_coverages(curve: Sequence[Point]) -> list[Point]:
    """The points nearest to a row of round coverages, each once."""
    nearest = [min(curve, key=lambda one: abs(one.coverage - at)) for at in COVERAGES if curve]
    return list(dict.fromkeys(nearest))


def _by_name(values: Values) -> dict[str, float]:
    return {
        name: round(float(value), DECIMALS) for name, value in zip(FEATURES, values, strict=True)
    }


def _share(truths: Truths) -> float | None:
    return float(truths.mean()) if len(truths) else None


def _trade_line(trade: Trade) -> str:
    return f"{trade.threshold:9.2f}  {_told(trade.false_answers):>13}  {_told(trade.refused):>7}"


def _told(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
