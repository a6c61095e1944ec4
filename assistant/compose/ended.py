"""What has ended is said to have ended: the one gate that every composed answer passes.

Composers tell of an end where it belongs in their answers. Here it's made certain: whatever record
an answer shows, quotes or names, its end is told in the text or in a notice.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.compose.context import is_named_in, warn_of_validity
from assistant.compose.running import end_words
from assistant.domain import KIND_ORGANISATION, Status
from assistant.finnish import open_analyser
from assistant.messages import day
from assistant.validity import end_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assistant.compose.context import Context
    from assistant.compose.draft import Draft
    from assistant.domain import Service

SHORTEST = 4
ENDINGS = (
    r"(?:[:’'])?(?:n|a|ä|ta|tä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä|in|en|an|än|on|un|iin"
    r"|een|hon|hun|han|hin)?"
)
"""How Finnish names are inflected: *Optimumin*, *SOMPAn*, *OSKE:ssa*."""
ENDS = re.compile(r"päätt|loppu|ended|avslut|slut|законч|заверш|закінч", re.IGNORECASE)
"""What beside a date tells that it's the end, in the languages of the answers."""
MARGIN = 8
"""How many characters of an entry a quote may leave out: the marks around it."""


def tell_ended(context: Context, draft: Draft) -> None:
    """Say of everything an answer tells of that it has ended, where it has and nothing says so.

    What's shown or quoted gets a line of the text; what's only named, a notice.
    """
    dated = _dated(context)
    shown = {one.card.id for one in draft.cards}
    shown.update(_quoted(context, draft, dated))
    named = _named_in("\n".join(line.text for line in draft.lines), dated)
    for service in dated:
        if service.id not in shown and service.id not in named:
            continue
        if context.status(service) is not Status.ENDED or _is_in_text(context, draft, service):
            continue
        if not any(one.kind == "ended" and service.name in one.text for one in draft.notices):
            warn_of_validity(context, draft, service)
        if service.id in shown and (words := end_words(context, service)):
            draft.tell(words[0], *words[1])


def _named_in(text: str, dated: Sequence[Service]) -> frozenset[str]:
    """The ids of the services that a text names for certain."""
    pattern, ids = _pattern(tuple((service.id, service.names) for service in dated))
    return frozenset(ids[match["name"]] for match in pattern.finditer(text))


def _dated(context: Context) -> list[Service]:
    """What can end: services, other than organisations, of which an end or state is told."""
    return [
        service
        for service in context.corpus.services
        if (service.valid_to or service.periods or service.state)
        and service.kind != KIND_ORGANISATION
    ]


@lru_cache(maxsize=8)
def _pattern(
    named: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], Mapping[str, str]]:
    plain = open_analyser()

    def is_distinctive(name: str) -> bool:
        """Whether a name as it's written can't be anything else: *Lumi* alone can."""
        if len(name) < SHORTEST or name == name.lower():
            return False
        tokens = plain.tokens(name.casefold())
        ordinary = len(tokens) == 1 and tokens[0].known and not tokens[0].parts
        return not ordinary or name.isupper()

    ids: dict[str, str] = {}
    for service_id, names in named:
        for name in filter(is_distinctive, names):
            ids.setdefault(name, service_id)
    longest = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<name>{longest or '(?!)'}){ENDINGS}(?!\w)"), ids


def _quoted(context: Context, draft: Draft, dated: Sequence[Service]) -> Iterator[str]:
    """The ids of the services of which a point of an answer quotes a whole entry of the plan."""
    places = [place for line in draft.lines if line.bullet for place in line.places]
    for service in dated:
        for entry in service.entries:
            whole = context.corpus.passage_by_id[entry.passage_id]
            if any(
                place.source_id == whole.source_id
                and place.start <= whole.start + MARGIN
                and whole.end - MARGIN <= place.end
                for place in places
            ):
                yield service.id


def _is_in_text(context: Context, draft: Draft, service: Service) -> bool:
    """Whether a line says that a service has ended: by its date and a word, or by its status."""
    ends = [day(end) for end, _ in end_dates(service)]
    alone = {one.card.id for one in draft.cards} == {service.id}
    lines = [one.text for one in draft.lines if alone or is_named_in(service, one.text)]
    if any(ENDS.search(line) and any(end in line for end in ends) for line in lines):
        return True
    if not any(ENDS.search(line) for line in lines):
        return False
    says = {context.status_text(service), context.messages.say("ended-item-undated", name="")}
    return any(one.strip() in line for one in says for line in lines)
