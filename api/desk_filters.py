"""What the counsellor's desk is asked to show, read from the address and written back into it.

Everything that's chosen on the desk stands in its address, so that a link, a bookmark or a browser
without scripts shows the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.datastructures import QueryParams

DESK = "/tyopoyta"
FACETS: Mapping[str, str] = MappingProxyType(
    {
        "tila": "Tila valittuna päivänä",
        "kunta": "Kunta",
        "seutu": "Seutukunta",
        "laajuus": "Kuinka laajalla alueella toimii",
        "ryhma": "Kohderyhmä",
        "aihe": "Aihe",
        "teema": "Suunnitelman teema",
        "rahoittaja": "Rahoittaja",
        "laji": "Laji",
    }
)
SORTS: Mapping[str, str] = MappingProxyType(
    {
        "osuvuus": "Osuvuus hakuun",
        "nimi": "Nimi",
        "tila": "Tila",
        "paattyy": "Päättymispäivä",
        "missa": "Missä",
        "jarjestaja": "Järjestäjä",
    }
)
TABLE, TIMELINE = "taulukko", "aikajana"
LONGEST_QUERY = 200
MOST_CHOSEN = 40
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_FINNISH_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
# Farther away there's nothing to judge, and a year may not fit a calendar.
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the desk shows.

    Attributes:
        query: Words that are searched for.
        picked: The terms picked of each facet, by the facet's name in `FACETS`.
        day: The day on which validity is judged; today when none is given.
        sort: A name of `SORTS`; the best hits first when something is searched for, else by name.
        descending: Whether the order is turned around.
        view: `TABLE` or `TIMELINE`.
        page: From 1.
        chosen: Ids of the services chosen for a client's note.
    """

    query: str = ""
    picked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    day: date | None = None
    sort: str = ""
    descending: bool = False
    view: str = TABLE
    page: int = 1
    chosen: tuple[str, ...] = ()

    @property
    def order(self) -> str:
        """The name of the order that is shown."""
        if self.sort and (self.sort != "osuvuus" or self.query):
            return self.sort
        return "osuvuus" if self.query else "nimi"

    @property
    def narrows(self) -> int:
        """How many terms are picked, beside the words searched for."""
        return sum(map(len, self.picked.values()))

    def parameters(self) -> list[tuple[str, str]]:
        """Return what the address says, in a fixed order, without what is the default."""
        found = [("q", self.query)] if self.query else []
        found += [(name, term) for name in FACETS for term in self.picked.get(name, ())]
        if self.day:
            found.append(("pvm", self.day.isoformat()))
        if self.sort:
            found.append(("jarjesta", ("-" if self.descending else "") + self.sort))
        if self.view != TABLE:
            found.append(("nakyma", self.view))
        if self.page > 1:
            found.append(("sivu", str(self.page)))
        found += [("valittu", id_) for id_ in self.chosen]
        return found

    def address(self, path: str = DESK, **changes: object) -> str:
        """Return the address of a page of the desk with these filters, some of them changed."""
        changed = replace(self, **changes) if changes else self  # type: ignore[arg-type]
        query = urlencode(changed.parameters())
        return f"{path}?{query}" if query else path

    def service_address(self, service_id: str) -> str:
        """Return the address of a service's page, from which the way back keeps these filters."""
        return self.address(f"{DESK}/{service_id}")

    def without(self, facet: str, term: str) -> Filters:
        """Return the filters without one picked term, on the first page."""
        rest = tuple(t for t in self.picked.get(facet, ()) if t != term)
        return replace(self, picked={**self.picked, facet: rest}, page=1)

    def sorted_by(self, name: str) -> Filters:
        """Return the filters in another order; the same order again turns it around."""
        again = self.order == name
        return replace(self, sort=name, descending=again and not self.descending, page=1)


def read_day(text: str) -> date | None:
    """Return a day written as 2026-11-24 or 24.11.2026, or ``None`` when it's no day."""
    if match := _DAY.fullmatch(text.strip()):
        year, month, day = map(int, match.groups())
    elif match := _FINNISH_DAY.fullmatch(text.strip()):
        day, month, year = map(int, match.groups())
    else:
        return None
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_filters(
    given: QueryParams, terms: Mapping[str, Sequence[str]], service_ids: Mapping[str, object]
) -> tuple[Filters, tuple[str, ...]]:
    """Read the filters of an address.

    Args:
        given: The address's parameters.
        terms: The terms that there are, by facet.
        service_ids: The services that there are, by id.

    Returns:
        The filters, and for each thing that couldn't be read a sentence in Finnish about what was
        left out. An old link still shows all that it can.
    """
    faults: list[str] = []
    picked: dict[str, tuple[str, ...]] = {}
    for name, label in FACETS.items():
        wanted = dict.fromkeys(value for value in given.getlist(name) if value)
        known = {term.casefold(): term for term in terms.get(name, ())}
        found = dict.fromkeys(known[w.casefold()] for w in wanted if w.casefold() in known)
        faults += [
            f"Rajausta ”{label}: {value[:60]}” ei tunneta, joten se jätettiin pois."
            for value in wanted
            if value.casefold() not in known
        ]
        if found:
            picked[name] = tuple(found)
    sort = given.get("jarjesta", "")
    if sort.removeprefix("-") not in {"", *SORTS}:
        faults.append("Järjestystä ei tunneta. Palvelut ovat nimen mukaan.")
        sort = ""
    asked = dict.fromkeys(given.getlist("valittu"))
    chosen = [id_ for id_ in asked if id_ in service_ids][:MOST_CHOSEN]
    if len(chosen) < len(asked):
        faults.append("Osaa valituista palveluista ei enää ole, joten ne jätettiin pois.")
    written = given.get("pvm", "")
    day = read_day(written) if written else None
    if written and day is None:
        faults.append(f"Päivää ”{written[:20]}” ei voitu lukea. Tilanne näytetään tältä päivältä.")
    page = given.get("sivu", "1")
    filters = Filters(
        query=" ".join(given.get("q", "").split())[:LONGEST_QUERY],
        picked=picked,
        day=day,
        sort=sort.removeprefix("-"),
        descending=sort.startswith("-"),
        view=TIMELINE if given.get("nakyma") == TIMELINE else TABLE,
        page=int(page) if re.fullmatch(r"[1-9]\d{0,3}", page, re.ASCII) else 1,
        chosen=tuple(chosen),
    )
    return filters, tuple(faults)
