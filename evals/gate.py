"""The baseline, and the gate that a change must pass: nothing may get significantly worse.

The baseline holds the values of development cases only; it is checked in, and written anew by
``tienviitta eval baseline`` when a change for the better is taken in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import TienviittaError
from assistant.settings import ROOT
from evals.compare import ALPHA, Values, compare, values_of
from evals.jsonl import write_text
from evals.scores import MEASURES
from evals.summaries import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from evals.compare import Comparison, Difference
    from evals.rundir import RunDirectory
    from evals.scores import Score

BASELINE = ROOT / "evals" / "baseline" / "dev.json"
FORMAT = 1
DECIMALS = 4
LEAST_COMMON = 0.9


class BaselineError(TienviittaError):
    """A baseline can't be read, or a run can't become one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says.

    Attributes:
        comparison: The run against the baseline.
        dropped: The measures that got worse beyond chance, or at all where none may.
    """

    comparison: Comparison
    dropped: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing dropped."""
        return not self.dropped


def judge(baseline: Mapping[str, Values], scores: Sequence[Score], alpha: float = ALPHA) -> Verdict:
    """Compare a run with the baseline.

    A gated measure drops when it's worse and ``p`` is under ``alpha``, each measure by itself, so
    that the gate rather stops too much; a strict one when any case of it got worse. Cases of
    ``test`` aren't looked at.

    Raises:
        CompareError: The run and the baseline have no case in common.
        BaselineError: The run lacks so many of the baseline's cases that it says little.
    """
    compared = compare(baseline, values_of(shown(scores)))
    if compared.common < LEAST_COMMON * len(baseline):
        raise BaselineError(
            f"the run has {compared.common} of the baseline's {len(baseline)} cases; run all of "
            "its case files, or write the baseline anew by `tienviitta eval baseline RUN`."
        )
    dropped = tuple(
        one
        for one in compared.differences
        if (one.measure.gated and one.gain < 0 and one.p < alpha)
        or (one.measure.strict and one.worse_count)
    )
    return Verdict(compared, dropped)


def write_baseline(path: Path, directory: RunDirectory, scores: Sequence[Score]) -> int:
    """Write the values of a run's development cases, a line a case.

    Returns:
        How many cases.

    Raises:
        BaselineError: The run has no development cases, or cases without an answer.
        OSError: The file can't be written.
    """
    kept = shown(scores)
    if not kept:
        raise BaselineError(f"{directory.path} has no development cases; run them first.")
    if failed := [score.case.id for score in kept if score.response.error]:
        raise BaselineError(
            f"{directory.path} has cases without an answer ({', '.join(failed[:5])}…); "
            "go on with it by `tienviitta eval run --resume` first."
        )
    if unasked := len(directory.cases) - len(scores):
        raise BaselineError(
            f"{directory.path} isn't finished: {unasked} cases weren't asked; go on with it by "
            "`tienviitta eval run --resume` first."
        )
    names = [measure.name for measure in MEASURES]
    rows = []
    for name, values in sorted(values_of(kept).items()):
        numbers = [_rounded(values.values.get(measure)) for measure in names]
        row = json.dumps([values.digest, *numbers])
        rows.append(f"  {json.dumps(name, ensure_ascii=False)}: {row}")
    head = {
        "format": FORMAT,
        "created_at": directory.config.get("created_at"),
        "corpus": directory.config.get("corpus"),
        "measures": names,
    }
    start = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    lines = ",\n".join(rows)
    write_text(path, f'{start},\n "cases": {{\n{lines}\n }}\n}}\n')
    return len(kept)


def read_baseline(path: Path) -> dict[str, Values]:
    """Read what `write_baseline` wrote.

    Raises:
        BaselineError: It's missing, torn, or of another version.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            raise BaselineError(f"{path} is of another version; write it anew.")
        names = told["measures"]
        return {
            case: Values(str(digest), dict(zip(names, numbers, strict=True)))
            for case, (digest, *numbers) in told["cases"].items()
        }
    except OSError as error:
        raise BaselineError(
            f"{path} can't be read ({error.strerror}); write it by `tienviitta eval baseline RUN`."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise BaselineError(
            f"{path} is torn; write it anew by `tienviitta eval baseline RUN`."
        ) from error


def _rounded(value: float | None) -> float | int | None:
    if value is None:
        return None
    rounded = round(value, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded
