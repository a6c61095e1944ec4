"""How far judges agree: Cohen's kappa of each two, and Krippendorff's alpha of all.

Both come from libraries; the formulas and the empty cases are in ``docs/evaluation.md``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import numpy as np
from rich import box
from rich.table import Table

from evals.judging import ASPECTS, NONE, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import Console

    from evals.judging import Judgement

    Level = Literal["nominal", "ordinal"]
    Units = Mapping[tuple[str, int | None, str], Mapping[str, str]]

MODEL = "model:"
ORDER = {"no": 0.0, "partly": 1.0, "yes": 2.0}


@dataclass(frozen=True, slots=True)
class Pair:
    """How two judges agree.

    Attributes:
        judges: Their names.
        n: How many sentences or answers both judged.
        same: The share that they judged alike.
        kappa: Cohen's kappa; ``None`` where it isn't defined.
    """

    judges: tuple[str, str]
    n: int
    same: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was judged of one aspect, and how far judges agree.

    Attributes:
        aspect: ``supported``, ``useful`` or ``plain``.
        counts: How often each value was given, by people.
        model_counts: … and by models.
        units: How many sentences or answers were judged.
        alpha: Krippendorff's alpha of the people, for ordered values; ``None`` where undefined.
        alpha_nominal: … for unordered values, "claims nothing" among them.
        pairs: Each two judges, models among them, who judged something in common.
    """

    aspect: str
    counts: Mapping[str, int]
    model_counts: Mapping[str, int]
    units: int
    alpha: float | None
    alpha_nominal: float | None
    pairs: tuple[Pair, ...]


def agreements(judgements: Iterable[Judgement]) -> list[Agreement]:
    """How far judges agree, an aspect each; aspects that nobody judged are left out.

    Judgements of different texts of the same case are of different things.
    """
    by_aspect: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        by_aspect[one.aspect].append(one)
    return [_agreement(aspect, by_aspect[aspect]) for aspect in ASPECTS if by_aspect[aspect]]


def _agreement(aspect: str, judged: Sequence[Judgement]) -> Agreement:
    units: dict[tuple[str, int | None, str], dict[str, str]] = defaultdict(dict)
    for one in judged:
        units[one.case, one.sentence, one.digest][one.judge] = one.value
    judges = sorted({one.judge for one in judged})
    people = [judge for judge in judges if not is_model(judge)]
    ordered = [[ORDER.get(unit.get(who, ""), np.nan) for unit in units.values()] for who in people]
    nominal = [
        [float(VALUES.index(unit[who])) if who in unit else np.nan for unit in units.values()]
        for who in people
    ]
    pairs = [pair for two in combinations(judges, 2) if (pair := _pair(two, units))]
    return Agreement(
        aspect=aspect,
        counts=_counts(one for one in judged if not is_model(one.judge)),
        model_counts=_counts(one for one in judged if is_model(one.judge)),
        units=len(units),
        alpha=krippendorff_alpha(ordered, "ordinal"),
        alpha_nominal=krippendorff_alpha(nominal, "nominal"),
        pairs=tuple(pairs),
    )


def is_model(judge: str) -> bool:
    """Whether a judge is a language model."""
    return judge.startswith(MODEL)


def _counts(judged: Iterable[Judgement]) -> dict[str, int]:
    counted = Counter(one.value for one in judged)
    return {value: counted[value] for value in VALUES if counted[value]}


def _pair(judges: tuple[str, str], units: Units) -> Pair | None:
    first, second = judges
    both = [(unit[first], unit[second]) for unit in units.values() if {*judges} <= unit.keys()]
    if not both:
        return None
    same = sum(a == b for a, b in both) / len(both)
    return Pair(judges, len(both), same, cohen_kappa(both))


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Agreement of two judges beyond what chance gives, unweighted.

    Source: Cohen, A coefficient of agreement for nominal scales (1960). Empty case: ``None``
    without pairs, or when both gave one and the same value throughout, so that chance agrees too.
    """
    if not pairs or len({value for pair in pairs for value in pair}) < 2:
        return None
    from sklearn.metrics import cohen_kappa_score

    first, second = zip(*pairs, strict=True)
    return float(cohen_kappa_score(first, second))


def krippendorff_alpha(
    values: Sequence[Sequence[float]], level: Literal["nominal", "ordinal"]
) -> float | None:
    """Agreement of any number of judges beyond chance; what somebody didn't judge is NaN.

    Args:
        values: For each judge a value for each unit, shape (judges, units).
        level: ``nominal`` or ``ordinal``.

    Source: Krippendorff, Content Analysis (2004), chapter 11. Empty case: ``None`` with fewer than
    two judges, without a unit that two judged, or when all gave one and the same value.
    """
    if len(values) < 2:
        return None
    matrix = np.array(values, dtype=float)
    paired = matrix[:, (~np.isnan(matrix)).sum(axis=0) >= 2]
    there = paired[~np.isnan(paired)]
    if not there.size or there.min() == there.max():
        return None
    import krippendorff

    return float(krippendorff.alpha(reliability_data=matrix, level_of_measurement=level))


def print_agreements(found: Sequence[Agreement], console: Console) -> None:
    """Print what was judged and how far judges agree."""
    judged = Table(title="Judgements", box=box.SIMPLE)
    for head in ("aspect", "judged", *VALUES, "alpha (ordinal)", "alpha (nominal)"):
        judged.add_column(head, justify="left" if head == "aspect" else "right")
    pairs = Table(title="Each two judges", box=box.SIMPLE)
    for head in ("aspect", "judges", "in common", "alike", "Cohen's kappa"):
        pairs.add_column(head, justify="left" if head in {"aspect", "judges"} else "right")
    for one in found:
        counts = [str(one.counts.get(v, 0) + one.model_counts.get(v, 0)) for v in VALUES]
        alphas = (number(one.alpha), number(one.alpha_nominal))
        judged.add_row(one.aspect, str(one.units), *counts, *alphas)
        for pair in one.pairs:
            same = f"{100 * pair.same:.0f} %"
            names = " – ".join(pair.judges)
            pairs.add_row(one.aspect, names, str(pair.n), same, number(pair.kappa))
    console.print(judged, pairs)


def number(value: float | None) -> str:
    """A coefficient with three decimals; a dash for none."""
    return "–" if value is None else f"{value:.3f}"


def share_supported(one: Agreement) -> float | None:
    """The share of ``yes`` among people's judgements of what claims something."""
    claims = sum(count for value, count in one.counts.items() if value != NONE)
    return one.counts.get("yes", 0) / claims if claims else None
