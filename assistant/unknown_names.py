"""Projects called by a name that nothing in the sources bears.

A name of several words is written *Yhdessä eteenpäin -hanke*, of one word *Kimara-hanke*. Where it
isn't known, whatever resembles it is another project, and telling of that would be false.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from assistant.finnish import Token
    from assistant.names import NameMention

CALLED = re.compile(
    r"(?:\b(?P<word>[A-ZÅÄÖ][\w&]{2,})-|\b(?P<last>\w{2,})[\"”’']? -)(?:hank|projekt)\w*"
)
"""A name before *-hanke*: its only word, or the last of several."""

LIKE = 85
"""How much of a known name has to stand before *-hanke*, from 0 to 100 (rapidfuzz)."""
LONGEST = 5
LEAST = 6


def unknown_name(
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[NameMention],
    names: Collection[str],
    is_kind: Callable[[Token], bool],
) -> int | None:
    """Where a project is called by a name that isn't known.

    Args:
        text: The question.
        tokens: Its words.
        mentions: The names found in it.
        names: All known names, case-folded.
        is_kind: Whether a word before *-hanke* tells what kind of project it is, such as where it
            is or who pays for it, rather than its name.

    Returns:
        The number of the name's last word; ``None`` when each name is known.
    """
    for found in CALLED.finditer(text):
        start = found.start("word" if found["word"] else "last")
        last = next((n for n, one in enumerate(tokens) if one.start <= start < one.end), None)
        if last is None:
            continue
        # A place at the end of a name tells where its project is: *Motio Oulu -hanke*.
        end = last - is_kind(tokens[last])
        if end < last and not _goes_on(tokens, last, is_kind):
            continue
        named = any(m.first <= end < m.last and m.name.casefold() in names for m in mentions)
        if not named and not _is_part(tokens, last, found["word"] or found["last"], names):
            return last
    return None


def _goes_on(tokens: Sequence[Token], last: int, is_kind: Callable[[Token], bool]) -> bool:
    """Whether a place is the end of a name, after a name that is none: *Kimara Oulu -hanke*."""
    # What begins a question has its capital for that.
    before = tokens[last - 1] if last > 1 else None
    return before is not None and before.text[:1].isupper() and not is_kind(before)


def _is_part(tokens: Sequence[Token], last: int, word: str, names: Collection[str]) -> bool:
    """Whether the words before *-hanke* are a part of a known name, or nearly."""
    # A plain word stands in many names: alone it's a part of none.
    for count in range(int(tokens[last].known), min(LONGEST, last + 1)):
        before = (token.text for token in tokens[last - count : last])
        written = " ".join((*before, word)).casefold()
        if len(written) >= LEAST and any(
            fuzz.partial_ratio(written, name, score_cutoff=LIKE)
            for name in names
            if len(name) >= LEAST
        ):
            return True
    return False
