"""Measures of a ranking and of an answer: pure functions, each with its empty case.

A measure that has nothing to measure is ``None`` and is left out of means. The formulas, with
examples, are in ``docs/evaluation.md``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assistant.dialogue import Outcome
    from assistant.domain import Source
    from evals.cases import Case, Nugget

    Answer = Mapping[str, Any]

CUTOFF = 10
MARKER = re.compile(r"\[(\d+)\]")
CLAIMING = frozenset({"answered", "partial"})


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
    return _ranking(judgement, f"Success@{k}")


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
    return _ranking(judgement, "RR")


def ndcg_at(judgement: Judgement, k: int = CUTOFF) -> float | None:
    """nDCG@k with binary gains.

    The ideal ranking has every relevant hit of the list, and one more for each gold quote that no
    hit overlaps, so that what wasn't retrieved counts against the ranking. Source: Järvelin and
    Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002).
    Empty case: ``None`` without gold quotes, 0 when no hit is relevant.
    """
    return _ranking(judgement, f"nDCG@{k}")


def _ranking(judgement: Judgement, measure: str) -> float | None:
    """Let ir_measures calculate one measure of one ranking."""
    if not judgement.gold:
        return None
    import ir_measures

    found = frozenset().union(*judgement.covers)
    missing = (f"quote-{index}" for index in range(judgement.gold) if index not in found)
    hits = (f"hit-{rank}" for rank, covered in enumerate(judgement.covers) if covered)
    qrels = [ir_measures.Qrel("case", document, 1) for document in chain(hits, missing)]
    run = [
        ir_measures.ScoredDoc("case", f"hit-{rank}", -float(rank))
        for rank in range(len(judgement.covers))
    ]
    if not run:
        return 0.0
    parsed = ir_measures.parse_measure(measure)
    return float(ir_measures.calc_aggregate([parsed], qrels, run)[parsed])


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


def citation_precision(answer: Answer, places: Sequence[Sequence[Span]]) -> float | None:
    """Citations that overlap a gold place, themselves or by their basis, of all citations.

    After citation precision of Gao et al., Enabling Large Language Models to Generate Text with
    Citations (2023), with gold places instead of an entailment model.
    Empty case: ``None`` without citations or without gold quotes.
    """
    citations = answer.get("citations") or []
    if not citations or not places:
        return None
    gold = list(chain.from_iterable(places))
    return sum(_supports(citation, gold) for citation in citations) / len(citations)


def citation_recall(answer: Answer, places: Sequence[Sequence[Span]]) -> float | None:
    """Gold quotes that some citation overlaps, itself or by its basis, of all gold quotes.

    After citation recall of Gao et al. (2023), see ``citation_precision``.
    Empty case: ``None`` without gold quotes, 0 without citations.
    """
    if not places:
        return None
    citations = answer.get("citations") or []
    return sum(any(_supports(one, gold) for one in citations) for gold in places) / len(places)


def cites_gold(answer: Answer, places: Sequence[Sequence[Span]]) -> float | None:
    """Whether at least one citation overlaps a gold place, itself or by its basis: 1 or 0.

    Empty case: ``None`` without gold quotes, 0 without citations.
    """
    recall = citation_recall(answer, places)
    return None if recall is None else float(recall > 0)


def _supports(citation: Mapping[str, Any], gold: Sequence[Span]) -> bool:
    return any(relevant(span, gold) for span in _spans(citation))


def _spans(citation: Mapping[str, Any]) -> Iterator[Span]:
    for place in (citation, *(citation.get("basis") or [])):
        source_id, start, end = (place.get(name) for name in ("source_id", "start", "end"))
        if isinstance(source_id, str) and isinstance(start, int) and isinstance(end, int):
            yield Span(source_id, start, end)


def citation_problems(answer: Answer, sources: Mapping[str, Source]) -> list[str]:
    """Check that an answer's citations are verbatim and located, as the contract promises.

    Args:
        answer: The contract's answer.
        sources: The sources by id, with the text as it stands in the corpus.

    Returns:
        A line for each thing that doesn't hold; none when all does. Empty case: an answer that
        claims nothing needs no citation; one that claims something without a citation is a
        problem.
    """
    citations = answer.get("citations") or []
    problems = list(chain.from_iterable(_problems(one, sources) for one in citations))
    numbers = {citation.get("n") for citation in citations}
    marked = {int(number) for number in MARKER.findall(str(answer.get("text", "")))}
    problems += [f"[{n}] is marked in the text and isn't cited" for n in sorted(marked - numbers)]
    for part in ("services", "notices"):
        for item in answer.get(part) or []:
            absent = [n for n in item.get("citations") or [] if n not in numbers]
            problems += [f"[{n}] of {part} isn't cited" for n in absent]
    if answer.get("outcome") in CLAIMING and not (marked & numbers):
        problems.append("an answer that claims something marks no citation")
    return problems


def _problems(citation: Mapping[str, Any], sources: Mapping[str, Source]) -> Iterator[str]:
    label = f"[{citation.get('n')}]"
    for place in (citation, *(citation.get("basis") or [])):
        if place.get("source_id") is None and place.get("url"):
            continue
        source = sources.get(str(place.get("source_id")))
        if source is None:
            yield f"{label} names an unknown source {place.get('source_id')!r}"
            continue
        start, end, quote = place.get("start"), place.get("end"), place.get("quote")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
            yield f"{label} has no place in {source.id}"
        elif source.quote(start, end) != quote:
            yield f"{label} isn't what stands in {source.id} at {start}-{end}"
    source = sources.get(str(citation.get("source_id")))
    if source is not None and citation.get("sha256") != source.sha256:
        yield f"{label} has another digest than {source.id}"


def outcome_right(outcome: str, accepted: Iterable[Outcome]) -> float:
    """Whether an outcome is an accepted one: 1 or 0; its mean over cases is the accuracy.

    Empty case: 0 when no outcome is accepted.
    """
    return float(outcome in {str(one) for one in accepted})


def ended_told(case: Case, answer: Answer) -> float | None:
    """Whether an answer that must tell of an end does: 1 or 0; its mean is the recall.

    It does by a notice of the kind ``ended``, or by a service whose status is ``ended`` and has a
    status text. Empty case: ``None`` when the case expects no such warning.
    """
    if not case.expect_ended_warning:
        return None
    notices = answer.get("notices") or []
    services = answer.get("services") or []
    return float(
        any(notice.get("kind") == "ended" for notice in notices)
        or any(one.get("status") == "ended" and one.get("status_text") for one in services)
    )


def forbidden(case: Case, answer: Answer) -> list[str]:
    """Return the pieces that the answer holds and must not, in the case's order.

    Empty case: none when the case forbids nothing.
    """
    seen = flattened(answer)
    return [piece for piece in case.must_not if folded(piece) in seen]
