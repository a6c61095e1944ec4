"""Measures of an answer's citations: pure functions, each with its empty case.

After citation precision and recall of Gao, Yen, Yu and Chen, *Enabling Large Language Models to
Generate Text with Citations* (ALCE), EMNLP 2023, with gold places instead of an entailment model.
The formulas, with examples, are in ``docs/evaluation.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from evals.measures import Span, relevant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assistant.domain import Source

    Answer = Mapping[str, Any]

MARKER = re.compile(r"\[(\d+)\]")
CLAIMING = frozenset({"answered", "partial"})


def out_of_range(answer: Answer) -> list[int]:
    """Return the numbers that the text marks and no citation bears, from the smallest.

    Empty case: none without markers.
    """
    numbers = {citation.get("n") for citation in answer.get("citations") or []}
    marked = {int(number) for number in MARKER.findall(str(answer.get("text") or ""))}
    return sorted(marked - numbers)


def citation_precision(answer: Answer, places: Sequence[Sequence[Span]]) -> float | None:
    """Citations that overlap a gold place, themselves or by their basis, of all citations.

    A number that the text marks and no citation bears counts as a wrong citation.
    Empty case: ``None`` without citations and markers, or without gold quotes.
    """
    citations = answer.get("citations") or []
    count = len(citations) + len(out_of_range(answer))
    if not count or not places:
        return None
    gold = list(chain.from_iterable(places))
    return sum(supports(citation, gold) for citation in citations) / count


def citation_recall(answer: Answer, places: Sequence[Sequence[Span]]) -> float | None:
    """Gold quotes that some citation overlaps, itself or by its basis, of all gold quotes.

    Empty case: ``None`` without gold quotes, 0 without citations.
    """
    if not places:
        return None
    citations = answer.get("citations") or []
    return sum(any(supports(one, gold) for one in citations) for gold in places) / len(places)


def cites_gold(answer: Answer, places: Sequence[Sequence[Span]]) -> float | None:
    """Whether at least one citation overlaps a gold place, itself or by its basis: 1 or 0.

    Empty case: ``None`` without gold quotes, 0 without citations.
    """
    recall = citation_recall(answer, places)
    return None if recall is None else float(recall > 0)


def supports(citation: Mapping[str, Any], gold: Sequence[Span]) -> bool:
    """Whether a citation, or what it rests on, overlaps a gold place."""
    return any(relevant(span, gold) for span in _spans(citation))


def _spans(citation: Mapping[str, Any]) -> Iterator[Span]:
    for place in (citation, *(citation.get("basis") or [])):
        source_id, start, end = (place.get(name) for name in ("source_id", "start", "end"))
        if isinstance(source_id, str) and isinstance(start, int) and isinstance(end, int):
            yield Span(source_id, start, end)


@dataclass(frozen=True, slots=True)
class Checked:
    """What looking citations up gave.

    Attributes:
        places: How many places of citations and their bases were looked up.
        located: How many of them lie in a known source, which has the digest that is told.
        verbatim: How many of them say what stands there, to the character.
        problems: A line for each thing that doesn't hold.
    """

    places: int
    located: int
    verbatim: int
    problems: tuple[str, ...]

    @property
    def located_rate(self) -> float | None:
        """Located places of all; ``None`` without places."""
        return self.located / self.places if self.places else None

    @property
    def verbatim_rate(self) -> float | None:
        """Verbatim places of all; ``None`` without places."""
        return self.verbatim / self.places if self.places else None


def check_citations(answer: Answer, sources: Mapping[str, Source]) -> Checked:
    """Check that an answer's citations are verbatim and located, as the contract promises.

    Args:
        answer: The contract's answer.
        sources: The sources by id, with the text as it stands in the corpus.

    Returns:
        Counts and problems. Empty case: an answer that claims nothing needs no citation; one that
        claims something without a citation is a problem.
    """
    citations = answer.get("citations") or []
    looked_up = [_look_up(*one, sources) for one in _places(citations)]
    problems = list(chain.from_iterable(found for _, _, found in looked_up))
    numbers = {citation.get("n") for citation in citations}
    problems += [f"[{n}] is marked in the text and isn't cited" for n in out_of_range(answer)]
    for part in ("services", "notices"):
        for item in answer.get(part) or []:
            absent = [n for n in item.get("citations") or [] if n not in numbers]
            problems += [f"[{n}] of {part} isn't cited" for n in absent]
    marked = {int(number) for number in MARKER.findall(str(answer.get("text") or ""))}
    if answer.get("outcome") in CLAIMING and not (marked & numbers):
        problems.append("an answer that claims something marks no citation")
    return Checked(
        places=len(looked_up),
        located=sum(located for located, _, _ in looked_up),
        verbatim=sum(verbatim for _, verbatim, _ in looked_up),
        problems=tuple(problems),
    )


def _places(citations: Sequence[Answer]) -> Iterator[tuple[str, Answer, str | None]]:
    """Each place with its label and the digest that is told of its source; pages are left out."""
    for citation in citations:
        label = f"[{citation.get('n')}]"
        yield label, citation, str(citation.get("sha256"))
        for basis in citation.get("basis") or []:
            if basis.get("source_id") is not None or not basis.get("url"):
                yield label, basis, None


def _look_up(
    label: str, place: Answer, digest: str | None, sources: Mapping[str, Source]
) -> tuple[bool, bool, list[str]]:
    """Whether a place is located and verbatim, and what doesn't hold."""
    source = sources.get(str(place.get("source_id")))
    if source is None:
        return False, False, [f"{label} names an unknown source {place.get('source_id')!r}"]
    problems = []
    start, end, quote = place.get("start"), place.get("end"), place.get("quote")
    there = isinstance(start, int) and isinstance(end, int) and 0 <= start < end
    verbatim = there and source.quote(int(start or 0), int(end or 0)) == quote
    if not there:
        problems.append(f"{label} has no place in {source.id}")
    elif not verbatim:
        problems.append(f"{label} isn't what stands in {source.id} at {start}-{end}")
    same = digest is None or digest == source.sha256
    if not same:
        problems.append(f"{label} has another digest than {source.id}")
    return there and int(end or 0) <= len(source.text) and same, verbatim, problems
