"""Whose place each of several is: the asker's now, one left behind, or somebody else's.

*Siskoni asuu Kuusamossa, minä Oulussa* names two municipalities and asks about one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from assistant.voikko import VERB, VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.places import PlaceMention
    from assistant.voikko import Reading

STORY: Final = 4
"""Sentences from which a message is a story that tells of others besides."""

MOVED_FROM: Final = re.compile(r"(?:lta|ltä|sta|stä)$")

_CLAUSE: Final = re.compile(
    r"[.!?;:,\n]+\s|\s[-–]\s|\s(?=(?:ja|mut|mutta|vaan|vaikka|kun|ku|nyt|nykyään|and|but|och|men)\s)",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?P<who>sisko|sisar|velje|veli|serkku|serku|kaveri|kamu|ystävä|naapuri|täti|tädi|setä|sedä"
    r"|eno|kummi|tuttu|tutu|työkaveri|lanko|käly|exä|eksä|ex-|sister|brother|cousin|friend|neighbou?r"
    r"|syster|bror|kusin|vän|kompis|granne|mummo|mummi|ukki|vaari|anoppi|appi|сестр|брат|подруг"
    r"|друг|друз|сосед|сусід|бабушк|дедушк|бабус|дідус|тёт|тет|тітк|дяд)\w*"
    r"|\b(?P<theirs>\w{3,}(?:nsa|nsä))\b",
    re.IGNORECASE,
)
"""People beside whom somebody asks for themselves; of a child or a parent one can't tell."""

_NEAR_ONE: Final = re.compile(
    r"\b(?P<who>poika|poja|tytär|tyttär|tyttö|tytö|lapsi|lapse|nuore|mies|miehe|vaimo|puoliso|äiti|äidi"
    r"|isä|vanhem|son|daughter|husband|wife|mother|father|dotter|man|fru|mamma|pappa|сын|син|доч"
    r"|донь|муж|чоловік|жен|дружин|мам|пап|тат|отец|отц|бать)\w*",
    re.IGNORECASE,
)
"""People for whom somebody asks as often as for themselves."""

_IS_FROM: Final = re.compile(
    r"\b(?:olen|oon|ollaan|olemme|täältä|soittelen|terveisiä|i'm|i am|we are|jag är|vi är"
    r"|я|мы|ми)\b",
    re.IGNORECASE,
)
_CAME: Final = re.compile(
    r"\b(?:kotoisin|lähtöisin|muut[ti]|tull?u|pala[ns]|paluu|mov(?:e|ing)|came|flytta|kom\b|перее"
    r"|приех|переїх|приїх)",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"\b(?:from|från|ifrån|из|с|з|із|зі)\s+$", re.IGNORECASE)
"""What stands before a place from which somebody comes, in other languages than Finnish."""

_MOVES: Final = re.compile(
    r"\b(?:muut(?:an|amme|etaan|taisi\w*|taa|tamas\w*)|(?:to|will|'ll|am|are|is) mov(?:e|ing)"
    r"|moving|(?:ska|tänker|vill|att) flytta|flyttar|переезжа\w*|переед\w*|переехать|переїжджа\w*"
    r"|переїд\w*|переїхати)\b",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\b(?:to|till|в|во|у|до)\s+$", re.IGNORECASE)
_DWELLS: Final = re.compile(
    r"\b(?:asuu|asuvat|asun|lives?|living|stay(?:s|ing)|bor|жив(?:у|ёт|ет|ём|ем|ут|е|емо)|проживает"
    r"|мешкає)\b",
    re.IGNORECASE,
)
_PAST_ABROAD: Final = re.compile(
    r"\b(?:worked|studied|quit|dropped|left|went|was|were|used to|har hoppat|hoppade|slutade"
    r"|jobbade|arbetade|studerade|pluggade|gick|работал\w*|учил\w*|жил[аи]?|бросил\w*|закончил\w*|был[аи]?"
    r"|працюва\w+|навча(?:вся|лась|лася|лися)|вчи(?:вся|лась|лася|лися)|жив|жила|кинув|кинула"
    r"|закінчи(?:в|ла))\b",
    re.IGNORECASE,
)
_SELF: Final = re.compile(
    r"\b(?:minä|mä|mää|mie|minun|mun|minulla|mulla|itse|me|meidän|meijän|asun|asumme|asutaan|olen"
    r"|oon|ollaan|olemme|(?-i:I(?! [A-ZÅÄÖ]))|i'm|we|jag|vi|я|мы|ми|мне|мені"
    r"|i(?= (?:am|live|work|have|moved|was|want|need|study|stay|came|can|will|lost|do)\b))\b",
    re.IGNORECASE,
)
_REFERS: Final = re.compile(
    r"\b(?:hän(?:en|elle|eltä|tä|et|ellä)?|heidä[nt]|heille|heiltä|she|her|he|him|hon|henne|honom)\b",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(
    r"\b(?:asuin|asuttiin|asuimme|asunut|asunu|olin|oltiin|työskentelin|opiskelin|kävin|synnyin"
    r"|ennen|aiemmin|aikaisemmin|entinen|entisessä|vanhassa|lapsuuteni|used to|lived|bodde)\b",
    re.IGNORECASE,
)
_LIVES: Final = re.compile(
    r"\b(?:asun|asumme|asutaan|asustan|asustelen|asustellaan|(?:i|we) (?:now )?live|living in"
    r"|bor|живу|живём|живем|живемо|проживаю|мешкаю|мешкаємо)\b",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    r"\b(?:muutin|muutimme|muutettiin|palasin|palasimme|palattiin|tulin|tulimme|tultiin|jäin|jäimme"
    r"|jäätiin|(?:i|we) moved|flyttade (?:jag|vi)|(?:jag|vi) flyttade"
    r"|(?:перее|прие)хал[аи]?|(?:переї|приї)ха(?:в|ла|ли))\b",
    re.IGNORECASE,
)
_HERE: Final = re.compile(
    r"\b(?:nyt|nykyään|nykyisin|täällä|täälä|tääl|täälläpäin|now|here|nu|här|теперь|сейчас|зараз"
    r"|тепер)\b",
    re.IGNORECASE,
)
_INTO: Final = re.compile(r"(?:[aeiouyäö]n|lle)$")
_AT: Final = re.compile(r"(?:ssa|ssä|lla|llä|s)$")
_COMES: Final = re.compile(r"\b(?:muut[ti]|tul[ilt]|pala[ns]|jäi|jää)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?]+(?:\s|$)")
_CORRECTS: Final = re.compile(
    r"[\s.,…–-]*(?:(?:anteeksi|sori|siis|sorry)[\s,]+)?"
    r"(?:ei ?kun?|eikun?|siis|korjaan|no|nej|нет|ні|tarkoitan|tarkoitin|meinasin"
    r"|i mean|i meant)\b[\s,:]*(?:[^\W\d]{1,6}\s){0,2}",
    re.IGNORECASE,
)
_AGED: Final = re.compile(r",?\s+\d")
_ASKED: Final = re.compile(r"[^.!?\n]*\?")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NOT_YET: Final = re.compile(r"\b(?:en|ei|emme) (?:ole )?(?:asunut|ollut)\b", re.IGNORECASE)


def refers_within(text: str) -> bool:
    """Whether a pronoun means somebody whom the same message named: *vaimoni etsii työtä, hän…*."""
    pronoun = _REFERS.search(text)
    if pronoun is None:
        return False
    return any(who.search(text, 0, pronoun.start()) for who in (_NEAR_ONE, _OTHER))


def places_asked(text: str, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places that are asked about: not those left behind, nor those of somebody beside.

    Args:
        text: The message.
        places: The places that it names.

    Returns:
        At least one of them, when there are any.
    """
    places = _corrected(text, places)
    asked = _kept(places, [_is_left(text, one) for one in places])
    asked = _in_time(text, asked)
    if len({one.name for one in asked}) < 2:
        return asked
    homes = [one for one in asked if _is_home(_clause(text, one), one)]
    if homes:
        asked = _kept(asked, [one not in homes and _is_past(_clause(text, one)) for one in asked])
    clauses = [_clause(text, one) for one in asked]
    others = [_other(_OTHER, one) for one in clauses]
    near = [other or _other(_NEAR_ONE, one) for other, one in zip(others, clauses, strict=True)]
    if not all(near) and any(near) and _is_about_other(text, clauses, near):
        return _kept(asked, [not one for one in near])
    if homes:
        return _kept(asked, [one not in homes and not _is_own(text, one) for one in asked])
    held = [
        _is_former(clause) or (bool(_holder(text, one)) and not _is_own(text, one))
        for one, clause in zip(asked, clauses, strict=True)
    ]
    if len(_SENTENCE.findall(text)) >= STORY and any(held) and not all(held):
        return _kept(asked, held)
    if all(others) or not any(others):
        return _kept(asked, [_is_former(one) for one in clauses])
    return _kept(asked, [bool(one) for one in others])


def _in_time(text: str, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places but for where one lived until now, where a message tells where one will or does.

    Who is about to move asks of where they go to; whose life has gone on somewhere else, of that.
    """
    clauses = [_clause(text, one) for one in places]
    goals = [_is_goal(text, one, told) for one, told in zip(places, clauses, strict=True)]
    if any(goals):
        stays = [any(one.search(told) for one in (_DWELLS, _LIVES, _HERE)) for told in clauses]
        gone = [stay and not goal for stay, goal in zip(stays, goals, strict=True)]
        return _kept(places, gone)
    if any(_HERE.search(told) and _DWELLS.search(told) for told in clauses):
        return _kept(places, [_is_past(told) and not _HERE.search(told) for told in clauses])
    return tuple(places)


def _is_goal(text: str, place: PlaceMention, clause: str) -> bool:
    """Whether somebody is about to move to a place."""
    if not _MOVES.search(clause):
        return False
    return bool(_INTO.search(place.text.casefold()) or _TO.search(text, 0, place.start))


def _corrected(text: str, places: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The places without those that the asker takes back: *Raahessa, eiku Iissä*."""
    taken_back = [
        before
        for before, after in pairwise(places)
        if _CORRECTS.fullmatch(text[before.end : after.start])
    ]
    return [one for one in places if one not in taken_back]


def _is_home(clause: str, place: PlaceMention) -> bool:
    """Whether a clause says that the asker lives in its place now."""
    if _other(_OTHER, clause) or _other(_NEAR_ONE, clause):
        return False
    word = place.text.casefold()
    moved = _MOVED.search(clause) and (_INTO.search(word) or not MOVED_FROM.search(word))
    here = _HERE.search(clause) and _AT.search(word) and not _REFERS.search(clause)
    return bool(_LIVES.search(clause) or moved or here)


def _is_own(text: str, place: PlaceMention) -> bool:
    """Whether the asker has to do with a place beside their home, or asks about it."""
    if any(one.start() <= place.start < one.end() for one in _ASKED.finditer(text)):
        return True
    clause = _clause(text, place)
    return not _is_former(clause) and (
        bool(_SELF.search(clause)) or any(one.own and not one.past for one in _verbs(clause))
    )


def _holder(text: str, place: PlaceMention) -> str:
    """The person beside the asker whom a sentence names last before a place; empty when none."""
    start = max((one.end() for one in _SENTENCE.finditer(text, 0, place.start)), default=0)
    before = text[start : place.start]
    found = [m for people in (_OTHER, _NEAR_ONE, _SELF) for m in people.finditer(before)]
    # *Mies 41, pieni paja Sievissä* tells of the asker.
    found = [m for m in found if not _AGED.match(before, m.end())]
    last = max(found, key=lambda match: match.start(), default=None)
    return last.group() if last and last.re is not _SELF else ""


def _is_former(clause: str) -> bool:
    return bool(_FORMER.search(clause)) and not _NOT_YET.search(clause)


def _is_past(clause: str) -> bool:
    """Whether a clause tells of what was, and not of who came to stay."""
    if _COMES.search(clause):
        return False
    verbs = _verbs(clause)
    told = _is_former(clause) or bool(_PAST_ABROAD.search(clause))
    return told or (bool(verbs) and all(one.past for one in verbs))


def _verbs(clause: str) -> list[Reading]:
    """The likeliest readings of the words of a clause that are verbs."""
    try:
        dictionary = open_dictionary()
    except VoikkoNotFoundError:
        return []
    words = (word.group().lower() for word in _WORD.finditer(clause))
    likeliest = (reading for word in words for reading in dictionary.readings(word)[:1])
    return [reading for reading in likeliest if reading.word_class == VERB]


def _is_left(text: str, place: PlaceMention) -> bool:
    """Whether somebody came from a place; *olen Pudasjärveltä* says that they live there."""
    if not (MOVED_FROM.search(place.text.casefold()) or _FROM.search(text, 0, place.start)):
        return False
    clause = _clause(text, place)
    return not _IS_FROM.search(clause) or bool(_CAME.search(clause))


def _kept(places: Sequence[PlaceMention], dropped: Sequence[bool]) -> tuple[PlaceMention, ...]:
    kept = [one for one, drop in zip(places, dropped, strict=True) if not drop]
    return tuple(kept or places)


def _clause(text: str, place: PlaceMention) -> str:
    """The words from the last break before a place to the next one after it."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, place.start)), default=0)
    after = _CLAUSE.search(text, place.end)
    return text[start : after.start() if after else len(text)]


def _other(people: re.Pattern[str], clause: str) -> str:
    """The person, of some, of whom a clause tells; empty when it tells of the asker."""
    found = None if _SELF.search(clause) else people.search(clause)
    return next((word for word in found.groups() if word), "") if found else ""


def _is_about_other(text: str, clauses: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a message, or the question in it, asks for the other person and not for the asker."""
    rest, asked = text, " ".join(one.group() for one in _ASKED.finditer(text))
    for clause in clauses:
        rest, asked = rest.replace(clause, " ", 1), asked.replace(clause, " ", 1)
    return any(_speaks_of(part, others) for part in (rest, asked))


def _speaks_of(text: str, others: Sequence[str]) -> bool:
    named = any(re.search(rf"\b{re.escape(one)}", text, re.IGNORECASE) for one in others if one)
    return bool(named or _REFERS.search(text)) and not _SELF.search(text)
