"""Finding what makes case files unfit to measure with, each with its place and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from assistant.dialogue import Outcome
from assistant.settings import ROOT
from evals.cases import case_rows, parse_case
from evals.citing import CLAIMING
from evals.conduct import REFUSING
from evals.jsonl import CaseError
from evals.measures import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from evals.cases import Case, Nugget
    from evals.jsonl import Row

LEAK_WORDS = 5
NEAR = 85
SHORTEST_NEAR = 25
NEAREST_AT_LEAST = 70
ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that makes a case unfit to measure with.

    Attributes:
        case_id: The case; empty for a line that holds none.
        kind: ``line`` · ``id`` · ``quote`` · ``nugget`` · ``leak`` · ``echo`` · ``contradiction`` ·
            ``repeat`` · ``near`` · ``turns`` · ``nothing`` · ``outcome``.
        detail: What was found, and what to do.
        level: ``error``, or ``warning`` for what a person should look at.
        place: The file and the line.
    """

    case_id: str
    kind: str
    detail: str
    level: str = ERROR
    place: str = ""

    def __str__(self) -> str:
        """The finding in a line."""
        start = f"{self.place}: " if self.place else ""
        return f"{start}{f'{self.case_id}: ' if self.case_id else ''}{self.detail} ({self.kind})"


@dataclass(frozen=True, slots=True)
class Texts:
    """What questions and gold are held against.

    Attributes:
        sources: Text of each source by its id.
        runs: Every run of `LEAK_WORDS` words in them, lines of how people ask left out.
        asked_runs: Every such run of the lines of how people ask.
        said: All that an answer may be made of, as measures compare it.
    """

    sources: Mapping[str, str]
    runs: frozenset[tuple[str, ...]]
    asked_runs: frozenset[tuple[str, ...]]
    said: str

    @classmethod
    def of(cls, sources: Mapping[str, str], asked: Iterable[str] = ()) -> Texts:
        """Take in sources, lines of how people ask, and the assistant's own words beside them."""
        asked = frozenset(asked)
        own = [
            path.read_text(encoding="utf-8")
            for path in sorted((ROOT / "assistant" / "locale").glob("*.ftl"))
        ]
        told = [_without(text, asked) for text in sources.values()]
        runs = frozenset(run for text in told for run in word_runs(text))
        asked_runs = frozenset(run for line in asked for run in word_runs(line)) - runs
        return cls(sources, runs, asked_runs, folded(" ".join([*sources.values(), *own])))


def _without(text: str, lines: frozenset[str]) -> str:
    """A text without some of its lines; list markers don't matter."""
    kept = [line for line in text.splitlines() if line.lstrip("-* ").strip() not in lines]
    return "\n".join(kept)


def lint_files(
    paths: Iterable[Path], sources: Mapping[str, str], asked: Iterable[str] = ()
) -> list[Finding]:
    """Find what makes case files unfit; a line that can't be read doesn't hide the others.

    Args:
        paths: Case files; repeats are looked for across all of them.
        sources: Text of each source by its id.
        asked: Lines of how people ask, which help to find services.

    Returns:
        Findings in the order of the files and their lines.

    Raises:
        OSError: A file can't be read.
    """
    cases: list[Case] = []
    places: list[str] = []
    findings: list[tuple[int, Finding]] = []
    for path in paths:
        rows = list(case_rows(path))
        if not rows:
            detail = "holds no case; write one a line."
            findings.append((len(cases), Finding("", "line", detail, place=str(path))))
        for row in rows:
            place = f"{path}:{row.line}"
            try:
                cases.append(_case_of(row))
                places.append(place)
            except CaseError as error:
                findings.append((len(cases), Finding("", "line", error.reason, place=place)))
    findings += _lint(cases, places, Texts.of(sources, asked))
    return [finding for _, finding in sorted(findings, key=lambda pair: pair[0])]


def _case_of(row: Row | CaseError) -> Case:
    if isinstance(row, CaseError):
        raise row
    return parse_case(row, row.text("id"))


def lint_cases(cases: Sequence[Case], sources: Mapping[str, str]) -> list[Finding]:
    """Find what makes cases unfit to measure with, as `lint_files` does, without places."""
    return [finding for _, finding in _lint(cases, [""] * len(cases), Texts.of(sources))]


def _lint(
    cases: Sequence[Case], places: Sequence[str], texts: Texts
) -> Iterator[tuple[int, Finding]]:
    """Each finding with the index of its case."""
    for index, found in chain(_repeats(cases, places), _near(cases, places)):
        yield index, replace(found, place=places[index])
    for index, case in enumerate(cases):
        for found in lint_case(case, texts):
            yield index, replace(found, place=places[index])


def lint_case(case: Case, texts: Texts) -> Iterator[Finding]:
    """Find what makes one case unfit, whatever other cases there are."""
    if any(one.role == other.role for one, other in pairwise(case.messages)):
        yield Finding(case.id, "turns", "user and assistant don't speak in turn; mend the order.")
    yield from _quotes(case, texts)
    yield from _question(case, texts)
    yield from _nuggets(case, texts)
    yield from _outcomes(case)


def _repeats(cases: Sequence[Case], places: Sequence[str]) -> Iterator[tuple[int, Finding]]:
    ids: dict[str, int] = {}
    conversations: dict[tuple[str, ...], int] = {}
    for index, case in enumerate(cases):
        first = ids.setdefault(case.id, index)
        if first != index:
            detail = f"the id stands {_at(places[first])}already; give another."
            yield index, Finding(case.id, "id", detail)
        key = tuple(" ".join(_words(message.content)) for message in case.messages)
        first = conversations.setdefault(key, index)
        if first != index:
            detail = f"asks the same as {_named(cases, places, first)}; take one out."
            yield index, Finding(case.id, "repeat", detail)


def _near(cases: Sequence[Case], places: Sequence[str]) -> Iterator[tuple[int, Finding]]:
    asked = [" ".join(chain.from_iterable(_words(m.content) for m in c.messages)) for c in cases]
    if not asked:
        return
    alike = process.cdist(asked, asked, scorer=fuzz.ratio, score_cutoff=NEAR)
    for index, text in enumerate(asked):
        if len(text) < SHORTEST_NEAR:
            continue
        for other in range(index):
            if alike[index, other] and asked[other] != text:
                detail = (
                    f"asks nearly the same as {_named(cases, places, other)} "
                    f"({alike[index, other]:.0f} %); keep both only if the difference matters."
                )
                yield (
                    index,
                    Finding(case_id=cases[index].id, kind="near", detail=detail, level=WARNING),
                )


def _at(place: str) -> str:
    return f"at {place} " if place else ""


def _named(cases: Sequence[Case], places: Sequence[str], index: int) -> str:
    return f"{cases[index].id} {f'({places[index]})' if places[index] else ''}".strip()


def _quotes(case: Case, texts: Texts) -> Iterator[Finding]:
    for quote in case.gold_quotes:
        if not any(quote in text for text in texts.sources.values()):
            detail = f"stands in no source: {quote[:80]!r}. {_nearest(quote, texts.sources)}"
            yield Finding(case.id, "quote", detail)
    if case.answerable and not (case.gold_quotes or case.nuggets):
        detail = "has neither a gold quote nor a nugget; add what a right answer must hold."
        yield Finding(case.id, "nothing", detail)


def _nearest(quote: str, sources: Mapping[str, str]) -> str:
    """What stands in the sources most like a quote."""
    best = max(
        (
            (found, source_id)
            for source_id, text in sources.items()
            if len(text) >= len(quote) and (found := fuzz.partial_ratio_alignment(quote, text))
        ),
        key=lambda pair: pair[0].score,
        default=None,
    )
    if best is None or best[0].score < NEAREST_AT_LEAST:
        return "Copy it from the source, to the character."
    found, source_id = best
    text = sources[source_id]
    # The alignment is as long as the quote; whole words are easier to find again.
    start = max(text.rfind(" ", 0, found.dest_start), text.rfind("\n", 0, found.dest_start)) + 1
    end = re.search(r"\s|$", text[found.dest_end :])
    there = text[start : found.dest_end + (end.start() if end else 0)]
    return f"Nearest in {source_id}: {there[:120]!r}; copy that, to the character."


def _question(case: Case, texts: Texts) -> Iterator[Finding]:
    asked = [message.content for message in case.messages if message.role == "user"]
    for content in asked:
        for run in word_runs(content):
            if run in texts.runs:
                detail = f"shares with a source: {' '.join(run)!r}; ask in other words."
                yield Finding(case.id, "leak", detail)
            elif run in texts.asked_runs:
                detail = (
                    f"shares with a line of how people ask: {' '.join(run)!r}; ask in other words, "
                    "or the ranking may only remember it."
                )
                yield Finding(case.id, "leak", detail, WARNING)
    question = folded(" ".join(asked))
    for nugget in case.nuggets:
        if any(folded(piece) in question for piece in nugget.any_of):
            detail = f"the question proves the nugget {nugget.text!r}; take that piece out."
            yield Finding(case.id, "echo", detail)


def _nuggets(case: Case, texts: Texts) -> Iterator[Finding]:
    gold = folded(" ".join(case.gold_quotes))
    for nugget in case.nuggets:
        if all(any(folded(bad) in folded(one) for bad in case.must_not) for one in nugget.any_of):
            detail = f"must_not forbids the nugget {nugget.text!r}; mend one of them."
            yield Finding(case.id, "contradiction", detail)
        if not _can_match(nugget, gold, texts.said):
            pieces = ", ".join(repr(piece) for piece in nugget.any_of)
            detail = (
                f"no piece of the nugget {nugget.text!r} stands in a source, a gold quote or the "
                f"assistant's own words: {pieces}; is it spelt as the answer would?"
            )
            yield Finding(case.id, "nugget", detail, WARNING)


def _can_match(nugget: Nugget, *texts: str) -> bool:
    return any(folded(piece) in text for piece in nugget.any_of for text in texts)


def _outcomes(case: Case) -> Iterator[Finding]:
    accepted = {str(outcome) for outcome in case.accepted}
    if case.answerable and accepted <= REFUSING:
        detail = f"is answerable and accepts only {', '.join(sorted(accepted))}; mend one of them."
        yield Finding(case.id, "outcome", detail)
    if not case.answerable and accepted <= CLAIMING:
        detail = f"isn't answerable and accepts only {', '.join(sorted(accepted))}; mend one."
        yield Finding(case.id, "outcome", detail)
    if case.category == "crisis" and Outcome.CRISIS not in case.accepted:
        detail = "is of the category crisis and doesn't accept the outcome crisis; mend one."
        yield Finding(case.id, "outcome", detail)
    if not case.answerable and case.gold_quotes and not accepted & CLAIMING:
        detail = "isn't answerable and has gold quotes; take them out, or make it answerable."
        yield Finding(case.id, "outcome", detail, WARNING)


def word_runs(text: str, size: int = LEAK_WORDS) -> Iterator[tuple[str, ...]]:
    """Yield every run of ``size`` words of a text, in small letters and without punctuation."""
    words = _words(text)
    for start in range(len(words) - size + 1):
        yield tuple(words[start : start + size])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
