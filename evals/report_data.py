"""What a report shows of a case, gathered from a run: citations in context, facts, hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evals.adapters import hit_name
from evals.citing import supports
from evals.compare import compare, values_of
from evals.measures import flattened, folded, relevant
from evals.scores import MEASURE, hit_spans
from evals.summaries import Summary, is_hidden, shown, speed, summarize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from assistant.domain import Source
    from evals.cases import Case
    from evals.compare import Comparison
    from evals.rundir import RunDirectory
    from evals.scores import Score, Scorer

CONTEXT = 160
PASSAGE = 160
MOST_HITS = 8
MOST_LEFT_OUT = 3
SIGNALS = 4


@dataclass(frozen=True, slots=True)
class RunView:
    """A run with its measures.

    Attributes:
        directory: The run.
        scores: Every case, measured.
        summary: What it comes to.
        speed: Latency and tokens.
    """

    directory: RunDirectory
    scores: tuple[Score, ...]
    summary: Summary
    speed: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What the run is called."""
        return self.directory.name

    @property
    def hidden(self) -> int:
        """How many cases are shown in sums only."""
        return sum(is_hidden(score) for score in self.scores)


def view_of(directory: RunDirectory) -> RunView:
    """Measure a run for a report.

    Raises:
        RunDirectoryError: It isn't a whole run.
    """
    scores = tuple(directory.scores())
    return RunView(directory, scores, summarize(scores), speed(scores, directory.config))


def comparisons(views: Sequence[RunView]) -> list[tuple[RunView, Comparison]]:
    """Each run but the last, with what changed from it to the last.

    Raises:
        CompareError: Two of the runs have no case in common.
    """
    last = values_of(views[-1].scores)
    return [(view, compare(values_of(view.scores), last)) for view in views[:-1]]


def cases_of(views: Sequence[RunView]) -> list[dict[str, Any]]:
    """What a report shows of each case of the last run; those of ``test`` are left out.

    With more runs, each case has what the others answered, and whether it passes now or no more.
    """
    last = views[-1]
    scorer = last.directory.scorer()
    others = [{score.case.id: score for score in shown(view.scores)} for view in views[:-1]]
    rows = []
    for score in shown(last.scores):
        earlier = [
            (view.name, found[score.case.id])
            for view, found in zip(views, others, strict=False)
            if score.case.id in found
        ]
        rows.append(case_view(score, scorer, last.directory.sources) | _changed(score, earlier))
    return rows


def _changed(score: Score, earlier: Sequence[tuple[str, Score]]) -> dict[str, Any]:
    passed = score.values.get("passed")
    before = earlier[0][1].values.get("passed") if earlier else None
    change = ""
    if passed is not None and before is not None and passed != before:
        change = "better" if passed > before else "worse"
    return {
        "change": change,
        "earlier": [
            {
                "run": name,
                "outcome": old.outcome,
                "text": (old.response.answer or {}).get("text"),
                "problems": old.problems,
            }
            for name, old in earlier
        ],
    }


def case_view(score: Score, scorer: Scorer, sources: Mapping[str, Source]) -> dict[str, Any]:
    """What a report shows of a case."""
    case, answer = score.case, score.response.answer or {}
    gold = [place for places in scorer.places(case) for place in places]
    return {
        "id": case.id,
        "case": case,
        "question": case.messages[-1].content,
        "earlier_turns": case.messages[:-1],
        "outcome": score.outcome,
        "passed": score.values.get("passed"),
        "text": answer.get("text"),
        "services": answer.get("services") or [],
        "notices": answer.get("notices") or [],
        "problems": score.problems,
        "nuggets": _nuggets(case, answer),
        "citations": [_citation(one, sources, gold) for one in answer.get("citations") or []],
        "hits": _hits(score, sources, gold),
        "values": [(name, value) for name, value in score.values.items() if value is not None],
        "milliseconds": score.response.milliseconds,
    }


def _nuggets(case: Case, answer: Mapping[str, Any]) -> list[dict[str, Any]]:
    seen = flattened(answer)
    return [
        {
            "text": one.text,
            "vital": one.vital,
            "any_of": one.any_of,
            "held": any(folded(piece) in seen for piece in one.any_of),
        }
        for one in case.nuggets
    ]


def _citation(
    citation: Mapping[str, Any], sources: Mapping[str, Source], gold: Sequence[Any]
) -> dict[str, Any]:
    """A citation with what stands around it in its source."""
    quote = str(citation.get("quote") or "")
    view = {
        "n": citation.get("n"),
        "title": citation.get("title") or citation.get("source_id"),
        "locator": citation.get("locator"),
        "gold": supports(citation, gold),
        "quote": quote,
        "before": "",
        "after": "",
        "verbatim": False,
        "basis": [one.get("url") or one.get("locator") for one in citation.get("basis") or []],
    }
    source = sources.get(str(citation.get("source_id")))
    start, end = citation.get("start"), citation.get("end")
    if source is None or not isinstance(start, int) or not isinstance(end, int):
        return view
    if source.quote(start, end) != quote:
        return view
    left, right = max(0, start - CONTEXT), min(len(source.text), end + CONTEXT)
    return view | {
        "before": ("…" if left else "") + source.quote(left, start),
        "after": source.quote(end, right) + ("…" if right < len(source.text) else ""),
        "verbatim": True,
    }


def _hits(score: Score, sources: Mapping[str, Source], gold: Sequence[Any]) -> list[dict[str, Any]]:
    """The first hits, and the first of those left out."""
    kept = score.response.kept[:MOST_HITS]
    left_out = [hit for hit in score.response.hits or () if hit.get("rejected")]
    return [
        {
            "rank": rank,
            "name": hit.get("name") or hit_name(hit),
            "locator": _first(hit, "locator"),
            "score": hit.get("score"),
            "status": hit.get("status"),
            "level": hit.get("level"),
            "why": hit.get("why") or [],
            "rejected": hit.get("rejected"),
            "relevant": any(relevant(span, gold) for span in hit_spans(hit)),
            "signals": _strongest(hit.get("evidence") or {}),
            "text": _text(hit, sources),
        }
        for rank, hit in enumerate([*kept, *left_out[:MOST_LEFT_OUT]], start=1)
    ]


def _first(hit: Mapping[str, Any], field: str) -> str:
    passages = hit.get("passages") or [{}]
    return str(passages[0].get(field) or "")


def _strongest(evidence: Mapping[str, float]) -> list[tuple[str, float]]:
    ordered = sorted(evidence.items(), key=lambda item: -abs(item[1]))
    return [(name, value) for name, value in ordered if value][:SIGNALS]


def _text(hit: Mapping[str, Any], sources: Mapping[str, Source]) -> str:
    """The beginning of a hit's first passage."""
    for span in hit_spans(hit)[:1]:
        source = sources.get(span.source_id)
        if source is not None:
            text = " ".join(source.quote(span.start, span.end).split())
            return text if len(text) <= PASSAGE else text[: PASSAGE - 1].rstrip() + "…"
    return ""


def measured(views: Iterable[RunView]) -> list[str]:
    """The names of the measures that some run has."""
    means = [view.summary.all.means for view in views]
    return [name for name in MEASURE if any(one.get(name) is not None for one in means)]
