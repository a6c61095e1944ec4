"""Whether somebody speaks of themselves or to the reader, by the form of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.voikko import VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.dialogue import Question
    from assistant.finnish import Token

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
    try:
        dictionary = open_dictionary()
    except VoikkoNotFoundError:
        return False
    for token in tokens:
        readings = dictionary.readings(token.text.lower())
        if readings and readings[0].own and readings[0].base not in ASKING:
            return True
    return False


def speaks_to_reader(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells its reader what to do or get: *ilmoittaudu*, *saat apua*.

    Args:
        tokens: The words of a Finnish sentence.

    Returns:
        ``False`` too when the dictionary that tells isn't installed.
    """
    try:
        dictionary = open_dictionary()
    except VoikkoNotFoundError:
        return False
    readings = (dictionary.readings(token.text.lower()) for token in tokens)
    return any(found and found[0].yours for found in readings)
