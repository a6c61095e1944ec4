"""Who or what has how many projects: counted from records, by organiser, funder or municipality.

*Ketkä vetävät useampaa kuin yhtä hanketta*, *kuka rahoittaa eniten hankkeita*, *montako eri
toteuttajaa on*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.asking import Event
from assistant.compose.bodies import kinds_asked
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.lists import fits_conditions
from assistant.compose.relations import LEADING, LEADS, PIECES
from assistant.dialogue import Aspect, QuestionKind
from assistant.domain import KIND_PROJECT, PassageKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.compose.context import Context
    from assistant.domain import Service

MORE_THAN = re.compile(
    r"\b(?:useam[mp]\w+|enemmän|usea[mp]p\w+|more|fler|mer|больше|более)\s+(?:kuin|than|än|чем)\s+(?P<n>\w+)"
    r"|\b(?P<several>usea[mp]?\w*|mone[nst]\w*|mont[aa]|several|flera|несколько)\b"
    r"|\b(?P<two>kahta|kahden|molempia)\b",
    re.IGNORECASE,
)
NUMBERS = {
    **dict.fromkeys(("yhtä", "yhden", "yksi", "one", "ett", "en", "одного", "один", "1"), 1),
    **dict.fromkeys(("kahta", "kahden", "kaksi", "two", "två", "двух", "2"), 2),
    **dict.fromkeys(("kolmea", "kolmen", "kolme", "three", "tre", "трёх", "3"), 3),
    **dict.fromkeys(("neljää", "neljän", "neljä", "four", "fyra", "4"), 4),
}
MOST = frozenset({"eniten", "useimmat", "most", "flest", "больше", "runsaimmin"})
DIFFERENT = frozenset({"eri", "different", "olika", "разный", "разных"})
ASKS_WHO = re.compile(
    r"^\W*(?:kuka|ketkä|keillä|kenellä|kenen|keiden|keneltä|keiltä|who|whose|vem|vilka|кто)\b"
    r"|^\W*(?:mikä|mitkä|millä|minkä|which|what|vilken)\s+(?!han|proj|palvel)\w+",
    re.IGNORECASE,
)
ASKS_PLACE = re.compile(
    r"^\W*mi(?:ssä|kä|llä|nkä|tkä)\s+(?:kun(?:na|ta|ni|nat)|kaupun|paikkaku)\w*"
    r"|^\W*(?:which|what|vilken|vilka)\s+(?:municipal|town|kommun)\w*",
    re.IGNORECASE,
)
ASKS_HOW_MANY = re.compile(
    r"^\W*(?:montako|monta|moniko|kuinka mon\w+|how many|hur många|сколько)\b", re.IGNORECASE
)
PLACES_COUNTED = frozenset({"kunta", "paikkakunta", "municipality"})
ORGANISERS = frozenset({"toteuttaja", "järjestäjä", "toimija", "organisaatio", "hanketoimija"})
FUNDERS = frozenset({"rahoittaja", "rahoituslähde"})
MOST_TOLD = 8
NAMES_TOLD = 12


def compose_tallied(context: Context) -> Draft | None:
    """Answer who or what has most projects, more than some, or how many different ones there are.

    Returns:
        ``None`` when nothing of the kind is asked.
    """
    question = context.question
    if question.named or PassageKind.PROJECT not in question.sections:
        return None
    least, counts_all = _least(context), _counts_different(context)
    most = bool(MOST & {form for token in context.tokens(question.text) for form in token.lemmas})
    most = most and bool(ASKS_WHO.match(question.text) or ASKS_PLACE.match(question.text))
    if not (least or most or counts_all):
        return None
    by, groups = _groups(context)
    groups = {name: ones for name, ones in groups.items() if len(ones) > least}
    if not groups:
        return None
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    if most and not least:
        top = len(ordered[0][1])
        ordered = [pair for pair in ordered if len(pair[1]) == top] + [
            pair for pair in ordered if len(pair[1]) < top
        ][:2]
    draft = Draft(QuestionKind.LIST)
    draft.frame(_lead(context, by, ordered, least, counts_all=counts_all))
    for name, services in ordered:
        _tell_group(context, draft, name, services)
    told = (service for _, ones in ordered for service in ones[:NAMES_TOLD])
    shown = dict.fromkeys(service.id for service in told)
    for service_id in shown:
        service = context.corpus.service_by_id[service_id]
        draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
    ended = sum(one.card.status is Status.ENDED for one in draft.cards)
    if ended:
        draft.notice("ended", context.messages.say("notice-ended-many", count=ended))
    return draft


def _least(context: Context) -> int:
    """How many projects whoever is asked for has more than; 0 when nothing tells."""
    question = context.question
    said = MORE_THAN.search(question.text) if ASKS_WHO.match(question.text) else None
    if said is None or question.counts:
        return 0
    if said["n"]:
        return NUMBERS.get(said["n"].casefold(), 0)
    return 1


def _counts_different(context: Context) -> bool:
    """Whether a question counts organisers, funders or municipalities of projects."""
    counted = set(context.question.asking.counted)
    return bool(counted & (ORGANISERS | FUNDERS | PLACES_COUNTED)) and bool(
        ASKS_HOW_MANY.match(context.question.text)
    )


def _groups(context: Context) -> tuple[str, dict[str, list[Service]]]:
    """What projects are counted by, and the projects of each, among those that fit otherwise."""
    question = context.question
    counted = set(question.asking.counted)
    forms = {form for token in context.tokens(question.text) for form in token.lemmas}
    plain = replace(context, question=replace(question, statuses=_statuses(context)))
    services = [one for one in context.corpus.services if one.kind == KIND_PROJECT]
    projects = [one for one in services if fits_conditions(plain, one)]
    if counted & FUNDERS or (Aspect.FUNDER in question.aspects and not counted & ORGANISERS):
        return "funders", _by_body(context, projects, funds=True, leads=False)
    places = counted & PLACES_COUNTED or ASKS_PLACE.match(question.text)
    if places and not {Aspect.WHO, Aspect.FUNDER}.intersection(question.aspects):
        groups: dict[str, list[Service]] = defaultdict(list)
        for service in projects:
            for name in service.municipalities:
                groups[name].append(service)
        return "places", groups
    return "organisers", _by_body(context, projects, funds=False, leads=bool(LEADS & forms))


def _statuses(context: Context) -> tuple[Status, ...]:
    """The statuses that are asked for: a verb such as *jatkaa* alone tells none."""
    question = context.question
    return question.statuses if question.asking.event in {Event.RUNS, Event.ENDS} else ()


def _by_body(
    context: Context, projects: Iterable[Service], *, funds: bool, leads: bool
) -> dict[str, list[Service]]:
    """The projects of each organisation, under the longest name that the records give it."""
    groups: dict[str, list[Service]] = defaultdict(list)
    for service in projects:
        texts = _leaders(service) if leads else _printed(service, funds=funds)
        found = (one for text in texts for one in context.organisations.find(context.tokens(text)))
        for key in dict.fromkeys(context.organisations.names_of(one)[-1] for one in found):
            groups[key].append(service)
    kinds = [kind for kind in kinds_asked(context) if kind.funds is funds]
    names = {key: _longest_name(context, key) for key in groups}
    return {
        names[key]: ones
        for key, ones in groups.items()
        if not kinds or any(kind.named.search(f"{key}; {names[key]}") for kind in kinds)
    }


def _longest_name(context: Context, key: str) -> str:
    """The longest name of an organisation among those that records print for it alone."""
    names = set(context.organisations.names_of(key))
    printed = {text for one in context.corpus.services for text in (*one.providers, *one.funders)}
    own = [
        text
        for text in sorted(printed)
        if any(name in text for name in names)
        and names.issuperset(context.organisations.find(context.tokens(text)))
    ]
    return max(own, key=len, default=key)


def _printed(service: Service, *, funds: bool) -> tuple[str, ...]:
    return service.funders or _facts(service, funds=True) if funds else service.providers


def _facts(service: Service, *, funds: bool) -> tuple[str, ...]:
    return tuple(
        fact.value
        for entry in service.entries
        for fact in (entry.funders if funds else entry.organisers)
    )


def _leaders(service: Service) -> tuple[str, ...]:
    """Who leads a project: whom the sources call so, else the only one who has a part in it."""
    pieces = [piece for text in _facts(service, funds=False) for piece in PIECES.split(text)]
    led = [piece for piece in pieces if any(word in piece.casefold() for word in LEADING)]
    if led:
        return tuple(dict.fromkeys(led))
    return service.providers if len(service.providers) == 1 else ()


def _lead(
    context: Context,
    by: str,
    groups: list[tuple[str, list[Service]]],
    least: int,
    *,
    counts_all: bool,
) -> str:
    say, number = context.messages.say, context.messages.number
    if counts_all:
        return say(f"tally-different-{by}", word=number(len(groups)))
    if least:
        return say("tally-more-than", word=number(least), number=number(len(groups)))
    return say("tally-most")


def _tell_group(context: Context, draft: Draft, name: str, services: list[Service]) -> None:
    say = context.messages.say
    names = "; ".join(
        say("list-item", name=one.name, status=context.status_text(one))
        for one in services[:NAMES_TOLD]
    )
    if len(services) > NAMES_TOLD:
        names += ". " + say("list-more", count=len(services) - NAMES_TOLD)
    text = say("tally-item", name=name, count=len(services), names=names)
    places = [place for one in services[:NAMES_TOLD] for place in context.card_places(one)[:1]]
    draft.tell(text, *places, bullet=True)
