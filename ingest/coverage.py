"""What the corpus covers: running services for each municipality and target group, on a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from assistant.domain import AreaLevel, Status
from assistant.reach import reach
from assistant.validity import status_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from assistant.corpus import Corpus
    from assistant.domain import Service
    from assistant.places import Places

KIND_ORDER = ("employment_area", "service", "project", "organisation", "online_service")
"""Kinds that a person can turn to; a network, a model or a staff training is no route."""
NEEDS: Mapping[str, Callable[[Service], bool]] = {
    "employment": lambda s: s.kind == "employment_area",
    "young people": lambda s: "nuoret" in s.target_groups,
    "immigrants": lambda s: "maahanmuuttajat" in s.target_groups,
}
LEVELS = tuple(AreaLevel)


@dataclass(frozen=True, slots=True)
class Route:
    """The running service to turn to for a need, and how near it is."""

    service: Service
    level: AreaLevel


@dataclass(frozen=True, slots=True)
class Coverage:
    """Running services on a day.

    Attributes:
        as_of: The day.
        municipalities: The home region's, in alphabetical order.
        groups: Target groups of the vocabulary.
        counts: How many services of each level reach a municipality for a group.
        routes: The nearest route for a municipality and a need; ``None`` is a hole.
    """

    as_of: date
    municipalities: tuple[str, ...]
    groups: tuple[str, ...]
    counts: Mapping[tuple[str, str], Counter[AreaLevel]] = field(repr=False)
    routes: Mapping[tuple[str, str], Route | None] = field(repr=False)

    def near(self, municipality: str, group: str) -> int:
        """How many services nearer than the whole country there are."""
        count = self.counts[municipality, group]
        return count.total() - count[AreaLevel.NATIONAL]

    def all(self, municipality: str, group: str) -> int:
        """How many services there are at every level."""
        return self.counts[municipality, group].total()

    @property
    def holes(self) -> tuple[tuple[str, str], ...]:
        """Municipalities and needs without a running route."""
        return tuple(key for key, route in self.routes.items() if route is None)


def measure_coverage(corpus: Corpus, places: Places, as_of: date) -> Coverage:
    """Count the running services of each municipality and target group.

    Args:
        corpus: The services and the vocabulary.
        places: The municipalities and how near a service is to them.
        as_of: The day.
    """
    municipalities = tuple(sorted(filter(places.in_home_region, places.names()), key=str.casefold))
    groups = tuple(corpus.vocabulary.target_groups)
    running = [s for s in corpus.services if status_on(s, as_of) is Status.ACTIVE]
    counts: dict[tuple[str, str], Counter[AreaLevel]] = {}
    routes: dict[tuple[str, str], Route | None] = {}
    for municipality in municipalities:
        reached = [
            Route(service, level)
            for service in running
            if (level := reach(places, service, (municipality,))) is not None
        ]
        for group in groups:
            counts[municipality, group] = Counter(
                route.level for route in reached if group in route.service.target_groups
            )
        for need, fits in NEEDS.items():
            routes[municipality, need] = _nearest(r for r in reached if fits(r.service))
    return Coverage(as_of, municipalities, groups, counts, routes)


def _nearest(routes: Iterable[Route]) -> Route | None:
    """The nearest route; of equally near ones, the one made for the fewest groups."""

    def order(route: Route) -> tuple[int, int, int, str]:
        service = route.service
        kind, groups = KIND_ORDER.index(service.kind), len(service.target_groups)
        return LEVELS.index(route.level), kind, groups, service.id

    return min((r for r in routes if r.service.kind in KIND_ORDER), key=order, default=None)


def markdown(coverage: Coverage) -> str:
    """The coverage as a page of documentation."""
    needs = tuple(NEEDS)
    lines = [
        "# What the corpus covers",
        "",
        f"Services that run on {coverage.as_of.isoformat()}, as `tienviitta coverage` counts them.",
        "A service counts for a municipality when it serves it alone, with its neighbours, in the",
        "whole region or in the whole country.",
        "",
        "## Routes",
        "",
        "The nearest running service for three needs, with how near it is.",
        "",
        *_row("Municipality", *needs),
        *_row(*("---",) * (len(needs) + 1)),
    ]
    for municipality in coverage.municipalities:
        told = [_told(coverage.routes[municipality, need]) for need in needs]
        lines += _row(municipality, *told)
    lines += ["", f"Without a route: {len(coverage.holes)}."]
    lines += [f"- {municipality}: {need}" for municipality, need in coverage.holes]
    lines += [
        "",
        "## Services by target group",
        "",
        "`near/all`: services nearer than the whole country, and all. The same as a picture is in",
        "[coverage.svg](coverage.svg).",
        "",
        *_row("Municipality", *coverage.groups),
        *_row("---", *("---:",) * len(coverage.groups)),
    ]
    for municipality in coverage.municipalities:
        cells = [
            f"{coverage.near(municipality, group)}/{coverage.all(municipality, group)}"
            for group in coverage.groups
        ]
        lines += _row(municipality, *cells)
    return "\n".join(lines) + "\n"


def _row(*cells: str) -> list[str]:
    return [f"| {' | '.join(cells)} |"]


def _told(route: Route | None) -> str:
    return "**none**" if route is None else f"{route.service.name} ({route.level})"


CELL, ROW, LEFT, TOP, FOOT = 34, 22, 120, 190, 46
INK = "#1a1a1a"
SHADES = ("#ffffff", "#e3eef9", "#c6dbef", "#9ecae1", "#6baed6", "#2b6cb0", "#08519c")
DARK_FROM = 5
"""Shades from here on carry white figures: contrast 4.5:1 or more (WCAG 2.2, 1.4.3)."""


def heat_map(coverage: Coverage) -> str:
    """The coverage as a picture in SVG: a row a municipality, a column a target group."""
    width = LEFT + CELL * len(coverage.groups) + 60
    height = TOP + ROW * len(coverage.municipalities) + FOOT
    most = max((coverage.near(*key) for key in coverage.counts), default=0)
    day = coverage.as_of.isoformat()
    title = f"Running services by municipality and target group on {day}"
    told = (
        f"{len(coverage.municipalities)} municipalities in rows, {len(coverage.groups)} target "
        "groups in columns. The figure is the number of services nearer than the whole country, "
        f"from 0 to {most}; darker is more."
    )
    foot = f"Services nearer than the whole country that run on {day}; darker is more."
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-labelledby="title desc" '
        'font-family="system-ui, sans-serif" font-size="12">'
    )
    lines = [
        opening,
        f'<title id="title">{title}</title>',
        f'<desc id="desc">{told}</desc>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *_column_names(coverage.groups),
    ]
    for row, municipality in enumerate(coverage.municipalities):
        lines += _heat_row(coverage, municipality, TOP + ROW * row, most)
    lines += [f'<text x="{LEFT}" y="{height - 18}" fill="{INK}">{foot}</text>', "</svg>"]
    return "\n".join(lines) + "\n"


def _column_names(groups: Iterable[str]) -> Iterator[str]:
    for column, group in enumerate(groups):
        x = LEFT + CELL * column + CELL // 2 + 4
        turned = f"translate({x} {TOP - 8}) rotate(-60)"
        yield f'<text transform="{turned}" fill="{INK}">{escape(group)}</text>'


def _heat_row(coverage: Coverage, municipality: str, y: int, most: int) -> Iterator[str]:
    name = escape(municipality)
    yield f'<text x="{LEFT - 8}" y="{y + 15}" text-anchor="end" fill="{INK}">{name}</text>'
    for column, group in enumerate(coverage.groups):
        near = coverage.near(municipality, group)
        shade = _shade(near, most)
        ink = "#ffffff" if shade >= DARK_FROM else INK
        x = LEFT + CELL * column
        yield (
            f'<rect x="{x}" y="{y}" width="{CELL}" height="{ROW}" fill="{SHADES[shade]}" '
            'stroke="#8a8a8a" stroke-width="0.5"/>'
        )
        yield (
            f'<text x="{x + CELL // 2}" y="{y + 15}" text-anchor="middle" fill="{ink}">'
            f"{near}</text>"
        )


def _shade(near: int, most: int) -> int:
    if near == 0:
        return 0
    return 1 + (near - 1) * (len(SHADES) - 2) // max(1, most - 1)
