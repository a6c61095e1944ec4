"""What one case's answer is worth: every measure by its name, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from evals import citing, conduct, measures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.domain import Source
    from evals.adapters import Response
    from evals.cases import Case

MORE, LESS = "more", "less"
RANKING, ANSWER, CONDUCT, PLAIN = "ranking", "answer", "conduct", "plain"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a case.

    Attributes:
        name: As files and reports name it.
        group: ``ranking``, ``answer``, ``conduct`` or ``plain``.
        better: Whether ``more`` or ``less`` is better.
        binary: Whether it is 0 or 1 for a case.
        gated: Whether a drop may fail the gate.
        strict: Whether the gate allows no case to get worse.
    """

    name: str
    group: str
    better: str = MORE
    binary: bool = False
    gated: bool = True
    strict: bool = False


MEASURES = (
    Measure("success@1", RANKING, binary=True),
    Measure("success@5", RANKING, binary=True),
    Measure("recall@5", RANKING),
    Measure("recall@20", RANKING),
    Measure("mrr", RANKING),
    Measure("ndcg@10", RANKING),
    Measure("nuggets_vital", ANSWER),
    Measure("nuggets", ANSWER),
    Measure("cites_gold", ANSWER, binary=True),
    Measure("citation_precision", ANSWER, gated=False),
    Measure("citation_recall", ANSWER),
    Measure("located", ANSWER),
    Measure("verbatim", ANSWER),
    Measure("citations_sound", ANSWER, binary=True, strict=True),
    Measure("passed", CONDUCT, binary=True),
    Measure("outcome", CONDUCT, binary=True),
    Measure("false_answer", CONDUCT, better=LESS, binary=True),
    Measure("false_refusal", CONDUCT, better=LESS, binary=True),
    Measure("ended_told", CONDUCT, binary=True),
    Measure("clean", CONDUCT, binary=True),
    Measure("crisis_noticed", CONDUCT, binary=True, strict=True),
    Measure("crisis_alarm", CONDUCT, better=LESS, binary=True),
    Measure("lix", PLAIN, better=LESS, gated=False),
    Measure("words_per_sentence", PLAIN, better=LESS, gated=False),
)
MEASURE = {measure.name: measure for measure in MEASURES}
PASSING = ("outcome", "nuggets_vital", "cites_gold", "citations_sound", "ended_told", "clean")


def names_of(*groups: str) -> tuple[str, ...]:
    """Return the names of the measures of some groups, in their order."""
    return tuple(measure.name for measure in MEASURES if measure.group in groups)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at in an answer.

    Attributes:
        kind: ``error`` · ``outcome`` · ``missing_vital`` · ``missing`` · ``place`` ·
            ``citation`` · ``forbidden`` · ``ended``.
        detail: What exactly.
    """

    kind: str
    detail: str

    def __str__(self) -> str:
        """The problem in a line."""
        return f"{self.kind}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one case.

    Attributes:
        case: The case.
        response: What was answered; ``None`` when nothing was.
        values: Value of each measure by its name, ``None`` where there was nothing to measure.
        problems: What to look at.
        relevant: Ranks, from 1, of the hits that overlap a gold quote.
    """

    case: Case
    response: Response
    values: Mapping[str, float | None]
    problems: tuple[Problem, ...] = ()
    relevant: frozenset[int] = field(default_factory=frozenset)

    @property
    def outcome(self) -> str:
        """The outcome of the answer; empty without one."""
        return str((self.response.answer or {}).get("outcome") or "")

    @property
    def kind(self) -> str:
        """The kind of question that the assistant took it for; empty when it didn't tell."""
        question = (self.response.answer or {}).get("question") or {}
        return str(question.get("kind") or "")


class Scorer:
    """Measures answers against one corpus.

    Args:
        sources: The corpus's sources by id.
        retrieval_only: Whether nothing was composed, so that only the ranking is measured.
    """

    def __init__(self, sources: Mapping[str, Source], *, retrieval_only: bool = False) -> None:
        self._sources, self._retrieval_only = sources, retrieval_only
        self._texts = {source_id: source.text for source_id, source in sources.items()}

    def places(self, case: Case) -> tuple[tuple[measures.Span, ...], ...]:
        """Every place of each gold quote of a case."""
        return measures.gold_places(case.gold_quotes, self._texts)

    def judgement(self, case: Case, response: Response) -> measures.Judgement:
        """The ranking of a case, judged against its gold quotes."""
        hits = [hit_spans(hit) for hit in response.kept]
        return measures.judge(hits, self.places(case))

    def score(self, case: Case, response: Response) -> Score:
        """Measure what came of a case.

        Where the target gave no hits at all (``None``), there's no ranking to measure. An answer
        that is missing is measured as an empty one, so that a failure counts.
        """
        values: dict[str, float | None] = dict.fromkeys(MEASURE)
        problems = [Problem("error", response.error)] if response.error else []
        judgement = self.judgement(case, response)
        if response.hits is not None or response.error:
            values |= measures.ranking_values(judgement)
        if not self._retrieval_only:
            answer = response.answer or {}
            answered, found = answer_values(case, answer, self.places(case), self._sources)
            values |= answered
            problems += found
        relevant = frozenset(rank for rank, covered in enumerate(judgement.covers, 1) if covered)
        return Score(case, response, values, tuple(problems), relevant)


def hit_spans(hit: Mapping[str, Any]) -> tuple[measures.Span, ...]:
    """The places of a hit's passages."""
    return tuple(
        measures.Span(str(one["source_id"]), int(one["start"]), int(one["end"]))
        for one in hit.get("passages") or []
    )


def answer_values(
    case: Case,
    answer: Mapping[str, Any],
    places: Sequence[Sequence[measures.Span]],
    sources: Mapping[str, Source],
) -> tuple[dict[str, float | None], list[Problem]]:
    """Return the answer measures of one case by name, and what to look at.

    ``passed`` is 1 when everything of `PASSING` holds; what there is nothing to measure of doesn't
    stand in its way. Where an accepted outcome claims nothing, there is no citation to measure. An
    answer whose ``outcome`` is null tells none, and nothing is measured of it.
    """
    told = "outcome" not in answer or answer["outcome"] is not None
    outcome = str(answer.get("outcome") or "")
    right = conduct.outcome_right(outcome, case.accepted)
    if right and outcome not in citing.CLAIMING:
        places = ()
    checked = citing.check_citations(answer, sources)
    bad = conduct.forbidden(case, answer)
    missing = measures.missing_nuggets(case.nuggets, answer)
    values: dict[str, float | None] = {
        "nuggets_vital": measures.nugget_recall(case.nuggets, answer, vital_only=True),
        "nuggets": measures.nugget_recall(case.nuggets, answer),
        "cites_gold": citing.cites_gold(answer, places),
        "citation_precision": citing.citation_precision(answer, places),
        "citation_recall": citing.citation_recall(answer, places),
        "located": checked.located_rate,
        "verbatim": checked.verbatim_rate,
        "citations_sound": float(not checked.problems),
        "ended_told": conduct.ended_told(case, answer),
        "clean": float(not bad),
        "lix": conduct.lix(answer),
        "words_per_sentence": conduct.words_per_sentence(answer),
    }
    if told:
        values |= {
            "outcome": right,
            "false_answer": conduct.false_answer(case, outcome),
            "false_refusal": conduct.false_refusal(case, outcome),
            "crisis_noticed": conduct.crisis_noticed(case, outcome),
            "crisis_alarm": conduct.crisis_alarm(case, outcome),
        }
    values["passed"] = float(all(values.get(name) in (None, 1.0) for name in PASSING))
    problems = [Problem("outcome", outcome or "–")] if told and not right else []
    problems += [Problem("missing_vital" if m.vital else "missing", m.text) for m in missing]
    if values["cites_gold"] == 0:
        problems.append(Problem("place", "no gold place is cited"))
    problems += [Problem("citation", detail) for detail in checked.problems]
    problems += [Problem("forbidden", piece) for piece in bad]
    if values["ended_told"] == 0:
        problems.append(Problem("ended", "no warning of an end"))
    return values, problems
