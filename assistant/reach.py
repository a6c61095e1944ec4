"""How near a service is to a place, also where no source lists its municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain import AreaLevel

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.domain import Service
    from assistant.places import Places


def reach(places: Places, service: Service, asked: Collection[str]) -> AreaLevel | None:
    """How near a service is to the places asked about; see `Places.level`.

    A service of the region without a list of municipalities serves the whole home region. Without
    a place in the question, a service is as near as the area that it serves.
    """
    if not asked:
        return service.area
    if service.municipalities:
        return places.level(service.municipalities, asked)
    if service.area in {AreaLevel.NATIONAL, None}:
        return AreaLevel.NATIONAL
    return AreaLevel.REGION if any(places.in_home_region(name) for name in asked) else None
