"""What services are narrowed by, the same for the API's lists and the counsellor's desk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.corpus import Corpus
    from assistant.domain import Service

_SHORT_NAME = re.compile(r"(.+) \(([^()]+)\)")


def themes_of(corpus: Corpus, service: Service) -> tuple[int, ...]:
    """Return the plan's themes that tell of a service, in their order."""
    passages = (corpus.passage_by_id[id_] for id_ in service.passage_ids)
    told = {passage.theme for passage in passages if passage.theme is not None}
    return tuple(sorted(told | {entry.theme for entry in service.entries}))


def funder_names(services: Iterable[Service]) -> dict[str, str]:
    """Return one name for each funder, whether a source writes it out, shortens it, or both.

    ``ESR+`` and ``Euroopan sosiaalirahasto plus (ESR+)`` are one: the second's name is shown.
    """
    written = {name for service in services for name in service.funders}
    whole = {m[2]: name for name in sorted(written) if (m := _SHORT_NAME.fullmatch(name))}
    long = {m[1].casefold(): name for name in written if (m := _SHORT_NAME.fullmatch(name))}
    return {name: whole.get(name) or long.get(name.casefold(), name) for name in written}
