"""Measures of a ranking and of the facts in an answer: pure functions, each with its empty case.

A measure that has nothing to measure is ``None`` and is left out of means. The formulas, with
examples, are in ``docs/evaluation.md``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from evals.cases import Nugget

    Answer = Mapping[str, Any]

CUTOFF = 10
LIBRARY_MEASURES = ("Success@1", "Success@5", "RR", f"nDCG@{CUTOFF}")


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source: code points, end exclusive."""

    source_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """A ranking judged against gold quotes.

    Attributes:
        covers: For each hit, best first, the indexes of the gold quotes that it overlaps.
        gold: How many gold quotes there are.
    """

    covers: tuple[frozenset[int], ...]
    gold: int


def gold_places(quotes: Sequence[str], sources: Mapping[str, str]) -> tuple[tuple[Span, ...], ...]:
    """Find every place of each quote, for the plan says the same thing in several themes.

    Args:
        quotes: Verbatim pieces of sources.
        sources: Text of each source by its id.

    Returns:
        The places of each quote in the quotes' order; no place for one that stands nowhere.
    """
    return tuple(
        tuple(
            Span(source_id, start, start + len(quote))
            for source_id, text in sources.items()
            for start in _occurrences(text, quote)
        )
        for quote in quotes
    )


def _occurrences(text: str, piece: str) -> Iterator[int]:
    start = text.find(piece) if piece else -1
    while start >= 0:
        yield start
        start = text.find(piece, start + 1)


def relevant(passage: Span, gold: Iterable[Span]) -> bool:
    """Whether a passage shares at least one character with a gold place of the same source.

    Empty case: an empty passage, or no gold place, is not relevant.
    """
    return any(
        passage.source_id == place.source_id
        and max(passage.start, place.start) < min(passage.end, place.end)
        for place in gold
    )


def judge(hits: Sequence[Sequence[Span]], places: Sequence[Sequence[Span]]) -> Judgement:
    """Judge a ranking.

    Args:
        hits: The passages of each hit, best hit first. A hit overlaps what any of them overlaps.
        places: The places of each gold quote.
    """
    covers = tuple(
        frozenset(
            index
            for index, gold in enumerate(places)
            if any(relevant(passage, gold) for passage in passages)
        )
        for passages in hits
    )
    return Judgement(covers, len(places))


def success_at(judgement: Judgement, k: int) -> float | None:
    """Success@k: whether one of the first ``k`` hits is relevant.

    Source: Craswell and Hawking, Overview of the TREC-2004 Web Track (2004).
    Empty case: ``None`` without gold quotes, 0 without hits.
    """
    return _ranked(judgement, (f"Success@{k}",))[0]


def recall_at(judgement: Judgement, k: int) -> float | None:
    """Recall@k: gold quotes that the first ``k`` hits overlap, of all gold quotes.

    Counted over quotes and not over hits, so that one hit which carries a project's every mention
    counts for all of them. Source: Manning, Raghavan and Schütze, Introduction to Information
    Retrieval (2008), chapter 8. Empty case: ``None`` without gold quotes, 0 without hits.
    """
    if not judgement.gold:
        return None
    return len(frozenset().union(*judgement.covers[:k])) / judgement.gold


def reciprocal_rank(judgement: Judgement) -> float | None:
    """Reciprocal rank of the first relevant hit; its mean over cases is the MRR.

    Source: Voorhees, The TREC-8 Question Answering Track Report (1999).
    Empty case: ``None`` without gold quotes, 0 when no hit is relevant.
    """
    return _ranked(judgement, ("RR",))[0]


def ndcg_at(judgement: Judgement, k: int = CUTOFF) -> float | None:
    """nDCG@k with binary gains.

    The ideal ranking has every relevant hit of the list, and one more for each gold quote that no
    hit overlaps, so that what wasn't retrieved counts against the ranking. Source: Järvelin and
    Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002).
    Empty case: ``None`` without gold quotes, 0 when no hit is relevant.
    """
    return _ranked(judgement, (f"nDCG@{k}",))[0]


def ranking_values(judgement: Judgement) -> dict[str, float | None]:
    """Return every measure of the ranking by its name, as the functions of this module give it."""
    success_1, success_5, first, gain = _ranked(judgement, LIBRARY_MEASURES)
    return {
        "success@1": success_1,
        "success@5": success_5,
        "recall@5": recall_at(judgement, 5),
        "recall@20": recall_at(judgement, 20),
        "mrr": first,
        "ndcg@10": gain,
    }


def qrels_of(judgement: Judgement, hits: Sequence[str], gold: Sequence[str]) -> list[str]:
    """Return the names of what is relevant: hits that cover a gold quote, and quotes not found.

    Args:
        judgement: The judged ranking.
        hits: A name for each hit.
        gold: A name for each gold quote.
    """
    found = frozenset().union(*judgement.covers)
    return [
        *(name for name, covered in zip(hits, judgement.covers, strict=True) if covered),
        *(name for index, name in enumerate(gold) if index not in found),
    ]


def _ranked(judgement: Judgement, names: Sequence[str]) -> list[float | None]:
    """Let ir_measures calculate measures of one ranking."""
    if not judgement.gold:
        return [None] * len(names)
    if not judgement.covers:
        return [0.0] * len(names)
    import ir_measures

    hits = [f"hit-{rank}" for rank in range(len(judgement.covers))]
    gold = [f"quote-{index}" for index in range(judgement.gold)]
    qrels = [ir_measures.Qrel("case", one, 1) for one in qrels_of(judgement, hits, gold)]
    run = [ir_measures.ScoredDoc("case", hit, -float(rank)) for rank, hit in enumerate(hits)]
    parsed = [ir_measures.parse_measure(name) for name in names]
    values = ir_measures.calc_aggregate(parsed, qrels, run)
    return [float(values[one]) for one in parsed]


def flattened(answer: Answer) -> str:
    """Return all that a reader of an answer sees in ``text``, ``services`` and ``notices``.

    In small letters, composed (NFC), with runs of white space as one space and without soft
    hyphens, so that typography hides no fact. Empty case: an empty text.
    """
    parts = [answer.get(name) for name in ("text", "services", "notices")]
    return folded(" ".join(chain.from_iterable(_strings(part) for part in parts)))


def folded(text: str) -> str:
    """Return a text as ``flattened`` compares it."""
    plain = unicodedata.normalize("NFC", text).replace("\N{SOFT HYPHEN}", "")
    return " ".join(plain.casefold().split())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(_strings(item) for item in value.values())
    elif isinstance(value, list | tuple):
        yield from chain.from_iterable(_strings(item) for item in value)


def nugget_recall(
    nuggets: Iterable[Nugget], answer: Answer, *, vital_only: bool = False
) -> float | None:
    """Nuggets that the answer holds, of all or of the vital ones.

    A nugget is held when one of its pieces stands in the flattened answer, whatever the case of
    the letters. Source: Voorhees, Overview of the TREC 2003 Question Answering Track (2003).
    Empty case: ``None`` without nuggets.
    """
    seen = flattened(answer)
    wanted = [nugget for nugget in nuggets if nugget.vital or not vital_only]
    if not wanted:
        return None
    return sum(_holds(nugget, seen) for nugget in wanted) / len(wanted)


def missing_nuggets(nuggets: Iterable[Nugget], answer: Answer) -> list[Nugget]:
    """Return the nuggets that the answer doesn't hold, in their order."""
    seen = flattened(answer)
    return [nugget for nugget in nuggets if not _holds(nugget, seen)]


def _holds(nugget: Nugget, seen: str) -> bool:
    return any(folded(piece) in seen for piece in nugget.any_of)
