"""Whether somebody speaks of themselves or to the reader, by the form of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.voikko import VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def asks_for_child(question: Question) -> bool:
    """Whether a parent asks for their child, whose age isn't the one that they tell of themselves.

    A mother who only says that she is one asks for herself, and so does a parent at home.
    """
    groups = question.target_groups
    told = any(not CHILD.isdisjoint(forms) for forms in question.words)
    return PARENTS in groups and AT_HOME not in groups and told


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


def _likeliest_readings(tokens: Sequence[Token]) -> Iterator[Reading]:
    """The likeliest reading of each word that the dictionary knows; none where there is none."""
    try:
        dictionary = open_dictionary()
    except VoikkoNotFoundError:
        return
    for token in tokens:
        yield from dictionary.readings(token.text.lower())[:1]
