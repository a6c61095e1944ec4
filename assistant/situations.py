"""What somebody's situation is, told by how words stand together and not by one word for it.

*Etsin kahta hitsaajaa* is an employer's, *polvet ei enää kestä* somebody's whose health keeps them
from their work, and who says *en halua eläkkeelle* asks of no pension.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.finnish import Token

EMPLOYERS: Final = "työnantajat"
PARTLY_FIT: Final = "osatyökykyiset"
GUARDIANS: Final = "huoltajat"

SEEKING: Final = frozenset({"etsiä", "hakea", "palkata", "rekrytoida", "löytää"})
NEEDING: Final = frozenset({"tarvita", "kaivata", "saada", "puuttua"})
NUMBERS: Final = frozenset({"kaksi", "kolme", "neljä", "viisi", "kuusi", "pari", "muutama", "usea"})
WORKERS: Final = frozenset(
    {"tekijä", "työntekijä", "työvoima", "henkilöstö", "henkilökunta", "kesätyöntekijä"}
)
FIRMS: Final = frozenset({"yritys", "firma", "liike", "toiminimi", "tila", "maatila"})
DOERS: Final = ("ja", "jä", "uri", "ari", "mies", "kokki", "kuski", "tekijä")
"""How words for people at a work end: *hitsaaja*, *leipuri*, *sähkömies*."""

GUIDES: Final = (
    *("ohjaaja", "neuvoja", "auttaja", "valmentaja", "kouluttaja", "tukija", "kuuntelija"),
    *("opettaja", "antaja", "omistaja", "toimija", "järjestäjä", "rahoittaja", "hoitaja"),
    *("lääkäri", "tulkki", "kaveri", "ystävä", "naapuri", "selittäjä", "avustaja", "puhuja"),
)
"""People whom somebody looks for who needs help and hires nobody."""

ELSEWHERE: Final = (
    *("na", "nä", "lla", "llä", "lta", "ltä", "ssa", "ssä", "sta", "stä"),
    *("ksi", "ks", "lle", "jan", "jän", "rin"),
)
"""Endings of what isn't looked for: *hitsaajana*, *hitsaajan töitä*."""

FAR: Final = 4
SHORTEST: Final = 5

BODY: Final = frozenset(
    (
        *("selkä", "polvi", "olkapää", "käsi", "ranne", "niska", "lonkka", "jalka", "nivel"),
        *("hartia", "kroppa", "keho", "sydän", "keuhko", "kuulo", "näkö", "terveys", "lanne"),
    )
)
HURTS: Final = frozenset({"vamma", "vaiva", "rikko", "kipu", "kuluma"})
FAILS: Final = frozenset(
    (
        *("pettää", "hajota", "prakata", "särkeä", "rikkoutua", "romahtaa", "leikata", "kulua"),
        *("kipuilla", "vaivata", "reistailla", "reistata", "oireilla", "mennä", "kulunut"),
        *("loppu", "rikki", "romu", "hajalla", "kipeä", "vaurioitua", "leikattu"),
    )
)
BEARS: Final = frozenset({"kestää", "kantaa", "toimia", "totella", "taipua", "jaksaa", "pelata"})
KIN: Final = frozenset({"tytär", "poika", "veli", "sisko", "sisar", "lapsi", "kummi", "velipuoli"})
YOUNGER: Final = frozenset({"poika", "tyttö", "tytär", "lapsi"})
"""*Tyttärenpoika*, *kummityttö*: whoever asks for them asks as a parent would."""

NOT: Final = "ei"
WISHES: Final = frozenset({"haluta", "aikoa", "tahtoa", "tarvita", "kaivata", "meinata", "suostua"})
INSTEAD: Final = frozenset({"vaan", "mutta", "kun", "koska", "että", "jos"})


def situations(tokens: Sequence[Token]) -> Iterator[str]:
    """The target groups that a Finnish message tells of by how its words stand together.

    Args:
        tokens: Its words.
    """
    if _seeks_workers(tokens):
        yield EMPLOYERS
    if _is_hurt(tokens):
        yield PARTLY_FIT
    if any(YOUNGER.intersection(t.parts[-1:]) and KIN.intersection(t.parts[:1]) for t in tokens):
        yield GUARDIANS


def is_unwanted(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word stands in what somebody says that they don't want.

    Args:
        tokens: The words of a Finnish message.
        number: The word's number among them.
    """
    before = list(takewhile(lambda n: _follows(tokens, n), range(number, 0, -1)))
    clause = [tokens[n - 1] for n in before][::-1]
    words = [set(token.lemmas) for token in clause]
    for at, (lemmas, following) in enumerate(pairwise(words)):
        if NOT in lemmas and WISHES & following:
            return not any(INSTEAD & later for later in words[at + 2 :])
    return False


def _follows(tokens: Sequence[Token], number: int) -> bool:
    """Whether nothing but a space stands before a word: no comma, no full stop."""
    return tokens[number].start - tokens[number - 1].end == 1


def _near(tokens: Sequence[Token], number: int) -> Iterator[int]:
    """The numbers of the words around one in its clause."""
    for step, bound in ((1, len(tokens)), (-1, -1)):
        for other in range(number + step, bound, step):
            apart = not _follows(tokens, max(other, other - step))
            if apart or abs(other - number) > FAR:
                break
            yield other


def _seeks_workers(tokens: Sequence[Token]) -> bool:
    for number, token in enumerate(tokens):
        lemmas = set(token.lemmas)
        if not (SEEKING | NEEDING) & lemmas:
            continue
        near = list(_near(tokens, number))
        firm = any(_is_own_firm(tokens[n]) for n in near)
        counted = any(NUMBERS.intersection(tokens[n].lemmas) for n in near)
        sure = counted or firm or bool(SEEKING & lemmas)
        if any(_is_worker(tokens[n], sure, firm) for n in near):
            return True
    return False


def _is_own_firm(token: Token) -> bool:
    """Whether a word is for the asker's own firm: *yritykseni*, *firmamme*."""
    mine = token.text.lower().endswith(("ni", "mme"))
    return mine and not FIRMS.isdisjoint(token.lemmas)


def _is_worker(token: Token, sure: bool, firm: bool) -> bool:
    if not firm and token.text.lower().endswith(ELSEWHERE):
        return False
    if WORKERS.intersection(token.lemmas):
        return True
    partitive = firm or token.text.lower().endswith(("a", "ä"))
    return (sure and partitive) and any(
        len(lemma) >= SHORTEST and lemma.endswith(DOERS) and not lemma.endswith(GUIDES)
        for lemma in token.lemmas[:1]
    )


def _is_hurt(tokens: Sequence[Token]) -> bool:
    for number, token in enumerate(tokens):
        if HURTS.intersection(token.parts[-1:]):
            return True
        if not BODY.intersection(token.lemmas[:1]):
            continue
        near = [set(tokens[n].lemmas) for n in _near(tokens, number)]
        if any(FAILS & one for one in near):
            return True
        if any(BEARS & one for one in near) and any(NOT in one for one in near):
            return True
    return False
