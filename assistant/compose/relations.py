"""Whether one thing belongs to another: a municipality to an area, an organisation to a project.

The records decide: who is printed as an organiser or funder, and which municipalities an employment
area consists of. Where they don't tell all, neither yes nor no is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.fields import field
from assistant.compose.running import end_words
from assistant.dialogue import Aspect, QuestionKind
from assistant.domain import KIND_EMPLOYMENT_AREA, KIND_ORGANISATION, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from assistant.compose.context import Context
    from assistant.domain import Service, Statement

FUNDS = frozenset({"rahoittaa", "rahoittaja", "rahoitus", "rahoittanut", "rahoitteinen", "raha"})
LEADS = frozenset({"johtaa", "johtanut", "koordinoida", "koordinoinut", "vetää", "hallinnoida"})
TAKES_PART = frozenset(
    {
        *("kuulua", "mukana", "toteuttaa", "toteuttanut", "järjestää", "järjestänyt", "osallistua"),
        *("hanke", "projekti", "palvelu", "toteuttaja", "järjestäjä", "kumppani", "osatoteuttaja"),
        *("verkkopalvelu", "tehdä", "tehnyt", "ylläpitää", "tarjota", "pyörittää", "omistaa"),
    }
)
BELONGS = frozenset({"kuulua", "osa", "jäsen", "jäsenkunta", "mukana", "kunta"})
FEW_WORDS = 8
SHORT = re.compile(r"\(([^)]+)\)")
PIECES = re.compile(r"[,;]|\s(?:ja|sekä)\s")
WORD = re.compile(r"\w{4,}")
ALIKE, LONGEST_SHORT = 4, 6
GENERAL = frozenset(
    {
        *("kunta", "kunnan", "kaupunki", "kaupungin", "säätiö", "koulutuskuntayhtymä", "keskus"),
        *("ammattikorkeakoulu", "yliopisto", "opisto", "yhdistys", "kuntayhtymä", "koulutus"),
        *("koulutuskeskus", "järjestö", "oulun", "oulu", "seudun", "pohjois", "suomen"),
    }
)
"""Words of many organisations' names, which tell none of them from another."""
LEADING = ("koordin", "päätoteut", "hallinno", "joht")
"""How the sources call whoever leads, among those who take part."""


def wants_related(context: Context) -> bool:
    """Whether a question asks if one thing that it names belongs to another."""
    question = context.question
    asks = question.asking.polar and question.asking.event is None
    plain = len(question.words) <= FEW_WORDS and not question.asking.comparison
    if not (asks and plain and question.named and len(question.named) <= len(("it", "whose"))):
        return False
    return bool(_municipality(context) or _organisation(context))


def compose_related(context: Context) -> Draft | None:
    """Answer yes or no with what the sources tell.

    Returns:
        ``None`` when they don't tell enough of it.
    """
    service = _subject(context)
    if service is None:
        return None
    draft = Draft(QuestionKind.FACT)
    municipality, organisation = _municipality(context), _organisation(context)
    if context.status(service) is Status.ENDED and (ended := end_words(context, service)):
        draft.tell(ended[0], *ended[1])
    told = (
        _tell_municipality(context, draft, service, municipality)
        if municipality
        else _tell_organisation(context, draft, service, organisation or "")
    )
    if not told:
        return None
    draft.lines = draft.lines[-told:] + draft.lines[:-told]
    draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
    warn_of_validity(context, draft, service)
    return draft


def _words(context: Context) -> frozenset[str]:
    tokens = context.tokens(context.question.text)
    return frozenset(form for t in tokens for form in (*t.lemmas, *t.parts, t.text.casefold()))


def _subject(context: Context) -> Service | None:
    """The service that something may belong to: of two that are named, what no organisation is."""
    named = [context.corpus.service_by_id[one] for one in context.question.named]
    others = [one for one in named if one.kind != KIND_ORGANISATION]
    return others[0] if len(others) == 1 else None


def _municipality(context: Context) -> str | None:
    """The municipality asked about, apart from those in the name of what it may belong to."""
    service = _subject(context)
    if service is None or not BELONGS & _words(context):
        return None
    if service.kind != KIND_EMPLOYMENT_AREA:
        return None
    names = [token.lemmas for token in context.tokens(service.name)]
    within = {form for lemmas in names for form in lemmas}
    homes = [context.places.municipality(place) for place in context.question.places]
    found = [one.name for one in homes if one and one.name.casefold() not in within]
    return found[0] if len(found) == 1 else None


def _organisation(context: Context) -> str | None:
    """The one organisation asked about, where a question asks of its part in something."""
    question, service = context.question, _subject(context)
    if service is None or not (FUNDS | LEADS | TAKES_PART) & _words(context):
        return None
    own = context.organisations.find(list(context.tokens(service.name)))
    found = [name for name in question.organisations if name not in own]
    return found[0] if len(found) == 1 else None


def _tell_municipality(context: Context, draft: Draft, service: Service, municipality: str) -> int:
    """Tell whether a municipality is of an employment area, and of which it is.

    Returns:
        How many lines were told.
    """
    say = context.messages.say
    telling = _naming_most(context, service)
    if telling is None:
        return 0
    belongs = municipality in service.municipalities
    text = f"{say('yes' if belongs else 'no')} {' '.join(telling.text.split())}"
    draft.tell(text, *context.cite(service, telling))
    if belongs:
        return 1
    homes = [
        one
        for one in context.corpus.services
        if one.kind == KIND_EMPLOYMENT_AREA and municipality in one.municipalities
    ]
    for home in homes[:1]:
        told = _naming_most(context, home)
        if told:
            text = say("relation-area", municipality=municipality, name=home.name)
            draft.tell(text, *context.cite(home, told))
            draft.cards.append(DraftCard(context.card(home), context.card_places(home)))
            return 2
    return 1


def _naming_most(context: Context, service: Service) -> Statement | None:
    """The sentence that names most of a service's municipalities, if it names them all."""
    named = {
        s.start: {place.name for place in context.places.find(s.text)} for s in service.statements
    }
    wanted = set(service.municipalities)
    return next((s for s in service.statements if wanted <= named[s.start]), None)


def _tell_organisation(context: Context, draft: Draft, service: Service, organisation: str) -> int:
    """Tell whether an organisation has the part in a service that's asked about."""
    words = _words(context)
    funds, leads = bool(FUNDS & words), bool(LEADS & words)
    aspect = Aspect.FUNDER if funds else Aspect.WHO
    text, places = field(context, service, aspect)
    printed = _printed(service, funds=funds)
    if not text or not printed:
        return 0
    names = _names_of(context, organisation)
    telling = _sentence(context, service, names, leads=leads)
    takes_part = any(_is_named(one, names) for one in printed)
    takes_part = takes_part or (telling is not None and not funds)
    if leads and takes_part:
        answer = _leads(printed, names)
    elif takes_part:
        answer = True
    else:
        # A name that begins alike may be the same in another form: then nothing is sure.
        unsure = any(_resembles(one, names) for one in printed) or _is_of(context, service, names)
        answer = None if unsure else False
    said = "" if answer is None else context.messages.say("yes" if answer else "no")
    if answer and telling:
        text, places = " ".join(telling.text.split()), context.cite(service, telling)
    draft.tell(f"{said} {text}".strip(), *places)
    return 1


def _is_of(context: Context, service: Service, names: Collection[str]) -> bool:
    """Whether an organisation is a municipality in which a service works."""
    found = {place.name for name in names for place in context.places.find(name)}
    return not found.isdisjoint(service.municipalities)


def _leads(printed: Iterable[str], names: Collection[str]) -> bool | None:
    """Whether an organisation leads; ``None`` when the records don't tell who does."""
    leading = [one for one in printed if any(word in one.casefold() for word in LEADING)]
    if not leading:
        return None
    pieces = [piece for one in leading for piece in PIECES.split(one)]
    led = [piece for piece in pieces if any(word in piece.casefold() for word in LEADING)]
    return any(_is_named(piece, names) for piece in led)


def _printed(service: Service, *, funds: bool) -> tuple[str, ...]:
    facts = [
        fact.value
        for entry in service.entries
        for fact in (entry.funders if funds else entry.organisers)
    ]
    own = service.funders if funds else service.providers
    return (*facts, *own)


def _names_of(context: Context, organisation: str) -> frozenset[str]:
    """All names of an organisation that the records tell, case-folded."""
    names = {organisation.casefold()}
    for service in context.corpus.services:
        if service.kind == KIND_ORGANISATION:
            own = {name.casefold() for name in (*service.names, *service.providers)}
            names |= own if names & own else set()
        for text in (*service.providers, *service.funders):
            short = {one.casefold() for one in SHORT.findall(text)}
            both = short | {SHORT.sub("", text).strip().casefold()}
            names |= both if names & both else set()
    return frozenset(names)


def _is_named(text: str, names: Collection[str]) -> bool:
    """Whether a text names an organisation, in any case of its last word."""
    plain = text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(_stem(name))}", plain) for name in names)


def _stem(name: str) -> str:
    """What all cases of a name begin with; an abbreviation stands whole."""
    return name[:-1] if len(name) > LONGEST_SHORT else name


def _resembles(text: str, names: Collection[str]) -> bool:
    """Whether a text has a word that begins like one of an organisation's own."""
    told = [word.casefold() for word in WORD.findall(text)]
    own = {word for name in names for word in WORD.findall(name)} - GENERAL
    return any(word.startswith(one[:ALIKE]) for one in own for word in told)


def _sentence(
    context: Context, service: Service, names: Collection[str], *, leads: bool
) -> Statement | None:
    """The sentence that names an organisation, one that tells of leading where that's asked."""
    naming = [s for s in service.statements if _is_named(s.text, names)]
    if not leads:
        return naming[0] if naming else None
    return next(
        (
            s
            for s in naming
            if LEADS & {lemma for token in context.tokens(s.text) for lemma in token.lemmas}
        ),
        None,
    )
