"""Which organisations a list of projects is limited to by what they are, rather than by name.

*Säätiöiden hankkeet* are those that a foundation runs, *EU-raha* comes from funds of the Union; and
*muu kuin ESR+* is every funder but one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.dialogue import Aspect
from assistant.domain import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.compose.context import Context
    from assistant.domain import Service
    from assistant.finnish import Token


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of organisations: the base forms that ask for it, and how names of that kind look."""

    asked: frozenset[str]
    named: re.Pattern[str]
    funds: bool = False


def _kind(asked: str, named: str, *, funds: bool = False) -> Kind:
    return Kind(frozenset(asked.split()), re.compile(named), funds)


KINDS = (
    _kind("säätiö foundation stiftelse фонд", r"(?i:säätiö)|\bsr\b"),
    _kind("yhdistys seura järjestö kolmas association förening организация", r"\bry\b|Ystävät"),
    _kind("kuntayhtymä", r"(?i:kuntayhtymä)"),
    _kind("kunta kaupunki municipality kommun", r"(?i:\bkun(?:ta|nan|nat)\b|\bkaupun[kg]i)"),
    _kind("ammattikorkeakoulu amk", r"(?i:ammattikorkea)|AMK\b"),
    _kind("yliopisto university universitet", r"(?i:yliopisto)"),
    _kind("korkeakoulu", r"(?i:yliopisto|ammattikorkea)|AMK\b"),
    _kind(
        "oppilaitos koulu opisto ammattiopisto school skola",
        r"(?i:opisto|yliopisto|ammattikorkea|koulutuskeskus|koulutuskuntayhtymä|koulutus oy)"
        r"|AMK\b|OSAO|JEDU|KSAK",
    ),
    _kind("seurakunta kirkko seurakuntayhtymä", r"(?i:seurakunta|diakonissa|caritas)"),
    _kind("eu euroopan eurooppa sosiaalirahasto unioni", r"ESR|JTF|EAKR|Euroopan", funds=True),
    _kind(
        "valtio valtionavustus ministeriö valtionapu opetushallitus",
        r"OKM|OPH|TEM|ministeriö|Opetushallitus|valtionavustus",
        funds=True,
    ),
)
RUNS = re.compile(
    r"(?:toteut|vetä|pyöritt|hallinno|koordinoi|järjest|johta|tekem|rahoitt|rahoist|maksa|ylläpit"
    r"|myönne|saan|hanke|hankk|projekt|kehittämistoim|run|led|driv)",
    re.IGNORECASE,
)
"""What stands beside a kind of organisations that run or pay for something."""

OWNS = re.compile(r"n$|ll[ae]$|lle$", re.IGNORECASE)
"""How a word ends whose the projects are: *säätiöiden*, *yhdistyksillä*, *seuroille*."""
MONEY = re.compile(r"raho?\w*|\brah\w+|avustu\w*|valtionav\w+|fund|pengar|bidrag", re.IGNORECASE)
NEAR = 4
STEM = 6
"""So many letters of a word stay the same in all its cases."""
BUT = re.compile(
    r"\b(?:mu[ui]\w*|jok[iu]\w* toi\w+|other|annat?|annan|annars)(?:\s+\w+){0,4}"
    r"\s+(?:kuin|than|än)\b"
    r"|\bpaitsi\b"
    r"|\bilman\b|\blukuun ottamatta\b|\bexcept\b|\butom\b",
    re.IGNORECASE,
)
"""What's said before what's left out: *joku muu kuin*."""


def kinds_asked(context: Context) -> tuple[Kind, ...]:
    """The kinds of organisations whose projects are asked for, by the question's own words."""
    tokens = context.tokens(context.question.text)
    who = bool({Aspect.WHO, Aspect.FUNDER}.intersection(context.question.aspects))
    found = []
    for number, token in enumerate(tokens):
        forms = {*token.lemmas, *token.parts[:1], token.text.casefold().partition("-")[0]}
        for kind in KINDS:
            if kind.asked.isdisjoint(forms) or _names_one(context, token):
                continue
            if kind.funds and not _speaks_of_money(context, tokens):
                continue
            if kind.funds or _owns(tokens, number) or who:
                found.append(kind)
    return tuple(dict.fromkeys(found))


def left_out(context: Context) -> tuple[str, ...]:
    """How the organisations are called, or begin, that a question says aren't asked for."""
    said = BUT.search(context.question.text)
    if said is None:
        return ()
    if named := context.question.organisations:
        return tuple(one for name in named for one in context.organisations.names_of(name))
    after = context.question.text[said.end() :].split()[:1]
    return tuple(word.strip(".,?!")[:STEM].casefold() for word in after if len(word) > STEM)


def fits_bodies(context: Context, service: Service) -> bool:
    """Whether the organisations of a service are those that a question asks for."""
    funders, organisers = _printed(service)
    out = left_out(context)
    kinds = kinds_asked(context)
    for kind in kinds:
        names = [name for name in (funders if kind.funds else organisers) if not _is_one(name, out)]
        if not any(kind.named.search(name) for name in names):
            return False
    if not out:
        asked = context.question.organisations
        return all(service.id in context.organisations.services_of(name) for name in asked)
    others = [*funders] if _asks_of_funders(context) else [*funders, *organisers]
    return bool(kinds) or any(not _is_one(other, out) for other in others)


def _is_one(name: str, ones: Iterable[str]) -> bool:
    return any(one.casefold() in name.casefold() for one in ones)


def _asks_of_funders(context: Context) -> bool:
    named = context.question.organisations
    funds = any(context.organisations.funded_by(name) for name in named)
    return Aspect.FUNDER in context.question.aspects or funds


def _printed(service: Service) -> tuple[list[str], list[str]]:
    """The funders and the organisers of a service, as the sources print them."""
    funders = [fact.value for entry in service.entries for fact in entry.funders]
    organisers = [fact.value for entry in service.entries for fact in entry.organisers]
    return [*funders, *service.funders], [*organisers, *service.providers]


def _names_one(context: Context, token: Token) -> bool:
    """Whether a word belongs to the name of one organisation: *Oulun kaupunki*."""
    names = (name.casefold() for name in context.question.organisations)
    return any(lemma in name for name in names for lemma in token.lemmas)


def _speaks_of_money(context: Context, tokens: Sequence[Token]) -> bool:
    """Whether a question that names a kind of funders asks for what's paid, or for projects."""
    question = context.question
    asks = Aspect.FUNDER in question.aspects or PassageKind.PROJECT in question.sections
    return asks or any(MONEY.search(token.text) for token in tokens)


def _owns(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word tells whose the projects are that stand beside it."""
    beside: Iterable[Token] = tokens[max(0, number - NEAR) : number + NEAR]
    return bool(OWNS.search(tokens[number].text)) and any(RUNS.match(t.text) for t in beside)
