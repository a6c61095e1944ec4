"""Whether somebody speaks of themselves or to the reader, by the form of the words."""

from __future__ import annotations

import re
from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.focus import STORY, asks, split
from assistant.voikko import VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from assistant.dialogue import Question
    from assistant.finnish import Token
    from assistant.voikko import Reading

ASKING = frozenset(
    {"saada", "löytää", "voida", "nähdä", "tietää", "kysyä", "katsoa", "lukea", "tarkoittaa"}
)
"""*Mistä löydän* and *mistä voin lukea* ask for what a source tells as often as for help."""

PARENTS, AT_HOME = "huoltajat", "kotivanhemmat"
CHILD = frozenset(
    (
        *("poika", "tytär", "tyttö", "lapsi", "nuori", "teini", "lapsenlapsi", "jälkikasvu"),
        *("son", "daughter", "child", "kid", "teenager", "barn", "dotter", "сын", "дочь", "дочка"),
        *("ребёнок", "син", "донька", "дитина"),
    )
)
"""Words of a parent for whom it is that they ask."""


GROWN = frozenset(
    (
        *("mies", "vaimo", "puoliso", "isä", "äiti", "aviomies", "emäntä", "isäntä", "eläke"),
        *("omaishoitaja", "iskä", "appi", "anoppi", "leski", "mummo", "vaari", "ukki"),
        *("husband", "wife", "spouse", "man", "fru", "maka", "make", "муж", "жена"),
    )
)
"""Words of grown people: who speaks of their husband doesn't ask for the young."""

TRADES = frozenset({"ohjausalan ammattilaiset", "opetushenkilöstö", "työnantajat", "yrittäjät"})
"""Target groups of people at their work: what a neighbour does isn't what the asker does."""

OWN = re.compile(
    r"\b(?:minä|mä|mää|mie|minu\w*|mu[nt]|mulla|mua|mulle|itse|me|mei\w+|oon|olen|ollaan"
    r"|olemme|asun|asumme|asutaan|asiakka\w*"
    r"|i|i'm|my|we|our|jag|vi|min|mitt|vår|я|мы|мой|моя|у меня|у нас|мене|ми|мій)\b",
    re.IGNORECASE,
)
HAVE = re.compile(r"(?:on|ovat)$")
BEEN = re.compile(r"(?:[nlrs][uy]t|neet)$")
CLAUSE = re.compile(
    r"[.!?;:,\n]+|\s(?:ja|mut|mutta|kun|ku|and|but|och|men|и|но|а)\s", re.IGNORECASE
)


CLIENT, NOMINATIVE, BECOMING = "asiakas", "nimento", ("ksi", "ks")
LINKS = frozenset({"ja", "mutta", "kun", "ku", "että", "jos", "vaikka", "koska", "vaan"})


def is_trade(groups: Collection[str]) -> bool:
    """Whether target groups are all those of people at their work."""
    return bool(groups) and TRADES.issuperset(groups)


def roles_of_others(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """The words of a story's clauses that neither ask nor speak of the asker.

    *Puoliso on opettaja. Opo vaihtui jouluna. Olen kokki. Mistä löydän töitä?* is no teacher's.

    Args:
        text: The message.
        tokens: Its words.

    Returns:
        Their numbers among the words; none when the message is no story.
    """
    parts = split(text, tokens)
    if len(parts) < STORY:
        return frozenset()
    found: set[int] = set()
    breaks = [match.start() for match in CLAUSE.finditer(text)]
    for part in parts:
        if asks(part, text, tokens):
            continue
        clauses: dict[int, list[int]] = {}
        for number in range(part.first, part.last):
            clauses.setdefault(bisect(breaks, tokens[number].start), []).append(number)
        for numbers in clauses.values():
            words = [tokens[number] for number in numbers]
            if not OWN.search(text[words[0].start : words[-1].end]) and not speaks_of_self(words):
                found.update(numbers)
    return frozenset(found)


def is_of_others(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word for a trade tells of somebody else: *opo ei ehdi*, *pomot katsovat nimeä*.

    Such a one is what a clause speaks of that doesn't speak of the asker. A client is somebody
    else too, of whichever trade who asks for them is, and who wants to be something isn't it yet.

    Args:
        tokens: The words of a Finnish message.
        first: The number of the first word that tells the trade.
        last: The number of the word after the last.
    """
    if any(CLIENT in token.lemmas for token in tokens[first:last]):
        return True
    if tokens[last - 1].text.casefold().endswith(BECOMING):
        return True
    if last - first > 1 or not _is_subject(tokens[first]):
        return False
    begin, end = first, last
    while begin > 0 and not _parts(tokens[begin - 1], tokens[begin]):
        begin -= 1
    while end < len(tokens) and not _parts(tokens[end - 1], tokens[end]):
        end += 1
    return end - begin > 1 and not speaks_of_self(tokens[begin:end])


def _is_subject(token: Token) -> bool:
    reading = next(_likeliest_readings([token]), None)
    return reading is None or reading.case == NOMINATIVE


def _parts(token: Token, following: Token) -> bool:
    """Whether a clause ends between two words: at a comma, a full stop or a conjunction."""
    return following.start - token.end > 1 or not LINKS.isdisjoint(token.lemmas)


def asks_for_child(question: Question) -> bool:
    """Whether a parent asks for their child, whose age isn't the one that they tell of themselves.

    A mother who only says that she is one asks for herself, and so does a parent at home.
    """
    groups = question.target_groups
    told = any(not CHILD.isdisjoint(forms) for forms in question.words)
    return PARENTS in groups and AT_HOME not in groups and told


def is_of_grown(question: Question) -> bool:
    """Whether a question speaks of a grown person, as husbands and wives are."""
    return any(not GROWN.isdisjoint(forms) for forms in question.words)


def speaks_of_self(tokens: Sequence[Token]) -> bool:
    """Whether a word is the speaker's own: *jäin työttömäksi*, *työpaikkani*.

    Args:
        tokens: The words of a Finnish message.

    Returns:
        ``False`` too when the dictionary that tells isn't installed.
    """
    return any(one.own and one.base not in ASKING for one in _likeliest_readings(tokens))


def speaks_to_reader(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells its reader what to do or get: *ilmoittaudu*, *saat apua*.

    Args:
        tokens: The words of a Finnish sentence.

    Returns:
        ``False`` too when the dictionary that tells isn't installed.
    """
    return any(one.yours for one in _likeliest_readings(tokens))


def tells_of_past(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells how things were or have been: *palvelut siirtyivät tänne*.

    Args:
        tokens: The words of a Finnish sentence.

    Returns:
        ``False`` too when the dictionary that tells isn't installed.
    """
    been = any(HAVE.match(a.text) and BEEN.search(b.text) for a, b in pairwise(tokens))
    return been or any(_is_past(token) for token in tokens)


def _is_past(token: Token) -> bool:
    """Whether a word is a verb in the past and can't be anything else, as *voit* can."""
    try:
        readings = open_dictionary().readings(token.text.lower())
    except VoikkoNotFoundError:
        return False
    return bool(readings) and all(one.past for one in readings)


def _likeliest_readings(tokens: Sequence[Token]) -> Iterator[Reading]:
    """The likeliest reading of each word that the dictionary knows; none where there is none."""
    try:
        dictionary = open_dictionary()
    except VoikkoNotFoundError:
        return
    for token in tokens:
        yield from dictionary.readings(token.text.lower())[:1]
