"""What a statement of a service is checked against, as the answer's step makes it."""

from __future__ import annotations

from assistant.compose.draft import places_of_statement, readable
from assistant.messages import day
from assistant.support import Evidence
from assistant.validity import running_times


def evidence_of(corpus, service, statement):
    quotes = [readable(statement.text)]
    for place in places_of_statement(corpus, service, statement):
        source = corpus.source_by_id[place.source_id]
        quotes.append(readable(source.quote(place.start, place.end)))
    times = running_times(service)
    fields = [*service.providers, *service.funders, *service.municipalities]
    fields += [*service.target_groups, *service.topics, *filter(None, [service.cost])]
    fields += [day(one) for time in times for one in time if one]
    return Evidence(
        tuple(quotes),
        tuple(fields),
        service.id,
        service.names,
        tuple(start for start, _ in times if start),
        tuple(end for _, end in times if end),
    )
