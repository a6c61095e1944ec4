"""Plots as inline SVG, drawn in the text's own colours so that they fit light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.abstain import Point
    from evals.means import Mean
    from evals.wording import Words

WIDTH, HEIGHT = 520, 260
LEFT, RIGHT, TOP, BOTTOM = 88, 26, 14, 52
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
BINS = 24
NO_PLOT = Markup("")


def interval_plot(mean: Mean | None) -> Markup:
    """A share's mean as a dot on its interval, from 0 to 1; nothing for what isn't a share.

    The figures stand beside it in text, so it's hidden from screen readers.
    """
    if mean is None or not 0 <= mean.value <= 1 or mean.high > 1:
        return NO_PLOT
    low, high, at = (round(4 + 152 * value, 1) for value in (mean.low, mean.high, mean.value))
    return Markup(
        '<svg class="interval" viewBox="0 0 160 16" width="160" height="16" aria-hidden="true" '
        'focusable="false"><line class="axis" x1="4" x2="156" y1="8" y2="8"/>'
        '<line class="range" x1="{}" x2="{}" y1="8" y2="8"/>'
        '<circle class="dot" cx="{}" cy="8" r="3"/></svg>'
    ).format(low, high, at)


def curve_plot(curve: Sequence[Point], words: Words) -> Markup:
    """The risk-coverage curve; nothing without points."""
    if not curve:
        return NO_PLOT
    top = max(0.05, *(point.risk for point in curve))
    steps = " ".join(f"{_x(point.coverage):.1f},{_y(point.risk / top):.1f}" for point in curve)
    last = curve[-1]
    label = (
        f"{words['risk']}: {words['coverage']} {words.number(last.coverage)}, "
        f"{words['risk_axis']} {words.number(last.risk, 3)}"
    )
    marks = [words.number(top * tick, 3) for tick in TICKS]
    below = [words.number(tick) for tick in TICKS]
    body = Markup('<polyline class="line" points="{}"/>').format(steps)
    return _framed(body, label, marks, below, words["coverage"], words["risk_axis"])


def latency_plot(times: Sequence[float], words: Words) -> Markup:
    """How many answers took how long, as bars; nothing for fewer than two answers."""
    if len(times) < 2:
        return NO_PLOT
    most = float(np.quantile(times, 0.99)) or 1.0
    counts, edges = np.histogram(np.clip(times, 0, most), bins=BINS, range=(0, most))
    tallest = max(1, int(counts.max()))
    bars = Markup("").join(
        Markup('<rect class="bar" x="{}" y="{}" width="{}" height="{}"/>').format(
            round(_x(float(start) / most), 1),
            round(_y(count / tallest), 1),
            round(_x(float(end) / most) - _x(float(start) / most) - 1, 1),
            round(_y(0) - _y(count / tallest), 1),
        )
        for count, start, end in zip(counts, edges[:-1], edges[1:], strict=True)
    )
    marks = [str(round(tallest * tick)) for tick in TICKS]
    below = [words.number(most * tick, 0) for tick in TICKS]
    half = words.number(float(np.median(times)), 0)
    label = f"{words['speed']}: {words['half']} {half} ms"
    return _framed(bars, label, marks, below, "ms", words["n"])


def _framed(
    body: Markup,
    label: str,
    marks: Sequence[str],
    below: Sequence[str],
    x_name: str,
    y_name: str,
) -> Markup:
    parts = [
        Markup('<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(
            WIDTH, HEIGHT, label
        )
    ]
    for tick, mark, under in zip(TICKS, marks, below, strict=True):
        x, y = round(_x(tick), 1), round(_y(tick), 1)
        parts.append(
            Markup(
                '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>'
                '<text x="{}" y="{}" text-anchor="end">{}</text>'
                '<text x="{}" y="{}" text-anchor="middle">{}</text>'
            ).format(LEFT, WIDTH - RIGHT, y, y, LEFT - 6, y + 4, mark, x, _y(0) + 17, under)
        )
    parts.append(body)
    middle = round(_y(0.5), 1)
    parts.append(
        Markup(
            '<text x="{}" y="{}" text-anchor="middle">{}</text>'
            '<text x="18" y="{}" text-anchor="middle" transform="rotate(-90 18 {})">{}</text></svg>'
        ).format(_x(0.5), HEIGHT - 8, escape(x_name), middle, middle, escape(y_name))
    )
    return Markup("").join(parts)


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
