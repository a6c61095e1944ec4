"""Places outside the region: told to be, whatever else is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.compose.draft import Draft


def tell_far_places(context: Context, draft: Draft) -> None:
    """Say which of the places that are asked about lie outside the region, where some do."""
    outside = [name for name in context.question.outside if not _is_of_area(context, name)]
    if not outside:
        return
    names = ", ".join(map(context.place_name, outside))
    message = "outside-region" if len(outside) == 1 else "outside-region-many"
    draft.frame(context.messages.say(message, name_of_place=names))


def _is_of_area(context: Context, name: str) -> bool:
    """Whether a municipality is asked about only as part of an employment area that's named."""
    asked = set(context.question.municipalities)
    return any(
        name in area.municipalities and asked.issuperset(area.municipalities)
        for area in context.employment_areas()
    )
