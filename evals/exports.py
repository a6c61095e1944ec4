"""A run in the forms that other tools read: TREC run and qrels, a RAGAS dataset, a table.

Cases of ``test`` aren't exported one by one unless that's asked for.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from evals.adapters import hit_name
from evals.jsonl import row_line, write_text
from evals.measures import qrels_of
from evals.scores import MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from evals.rundir import RunDirectory
    from evals.scores import Score

Files = dict[str, str]


def export(directory: RunDirectory, scores: Sequence[Score], form: str, output: Path) -> list[Path]:
    """Write the files of a form into a directory.

    Args:
        directory: The run.
        scores: The cases to export, measured.
        form: ``trec``, ``ragas`` or ``csv``.
        output: A directory; files of the same names are written over.

    Returns:
        The files.

    Raises:
        OSError: They can't be written.
    """
    files = FORMS[form](directory, scores)
    for name, text in files.items():
        write_text(output / name, text)
    return [output / name for name in files]


def trec(directory: RunDirectory, scores: Sequence[Score]) -> Files:
    """``run.txt`` and ``qrels.txt`` as trec_eval reads them.

    A document is a hit: a service, or a passage that belongs to none. A gold quote that no hit
    covers is a document that nothing retrieved, so that trec_eval gives the same figures as we do.
    A case without gold quotes has no line. Scores are counted from the ranks, since trec_eval sorts
    equal ones its own way.
    """
    scorer = directory.scorer()
    run, qrels = [], []
    tag = "".join(char if char.isalnum() or char in "-._" else "-" for char in directory.name)
    for score in scores:
        if not score.case.gold_quotes or score.response.hits is None:
            continue
        hits = [hit_name(hit) for hit in score.response.kept]
        judgement = scorer.judgement(score.case, score.response)
        gold = [f"gold-{number}" for number in range(1, judgement.gold + 1)]
        for rank, hit in enumerate(hits, start=1):
            run.append(f"{score.case.id} Q0 {hit} {rank} {len(hits) - rank + 1} {tag}\n")
        qrels += [f"{score.case.id} 0 {one} 1\n" for one in qrels_of(judgement, hits, gold)]
    return {"run.txt": "".join(run), "qrels.txt": "".join(qrels)}


def ragas(directory: RunDirectory, scores: Sequence[Score]) -> Files:
    """``ragas.jsonl``: a sample a line, as RAGAS's ``EvaluationDataset.from_jsonl`` reads it.

    A case of one turn is a ``SingleTurnSample``. One of several turns is put as one, its earlier
    turns before the question, since RAGAS's multi-turn samples hold no retrieved contexts.
    """
    rows = []
    for score in scores:
        answer = score.response.answer
        if answer is None:
            continue
        rows.append(
            {
                "user_input": _conversation(score),
                "retrieved_contexts": _contexts(directory, score),
                "reference_contexts": list(score.case.gold_quotes),
                "response": str(answer.get("text") or ""),
                "reference": ". ".join(nugget.text for nugget in score.case.nuggets),
            }
        )
    return {"ragas.jsonl": "".join(row_line(row) for row in rows)}


def _conversation(score: Score) -> str:
    turns = score.case.messages
    if len(turns) == 1:
        return turns[0].content
    return "\n".join(f"{turn.role}: {turn.content}" for turn in turns)


def _contexts(directory: RunDirectory, score: Score) -> list[str]:
    """The passages of the hits that were kept; the quotes where the target gives no hits."""
    texts = []
    for hit in score.response.kept:
        for one in hit.get("passages") or []:
            source = directory.sources.get(str(one.get("source_id")))
            if source is not None:
                texts.append(source.quote(int(one["start"]), int(one["end"])))
    if score.response.hits is None:
        texts = [str(one.get("quote")) for one in (score.response.answer or {})["citations"]]
    return list(dict.fromkeys(texts))


def table(_directory: RunDirectory, scores: Sequence[Score]) -> Files:
    """``cases.csv``: a line a case with its question, answer and measures.

    Separated by commas, in UTF-8 with a byte order mark, which Excel needs for ä and ö.
    """
    names = [measure.name for measure in MEASURES]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    told = ["id", "split", "category", "persona", "lang", "question", "outcome", "answer"]
    writer.writerow([*told, "problems", "milliseconds", *names])
    for score in scores:
        case, answer = score.case, score.response.answer or {}
        row: list[Any] = [case.id, case.split, case.category, case.persona, case.lang]
        row += [_harmless(case.messages[-1].content), score.outcome]
        row += [
            _harmless(str(answer.get("text") or "")),
            _harmless("; ".join(map(str, score.problems))),
        ]
        row += [score.response.milliseconds, *(score.values.get(name) for name in names)]
        writer.writerow(row)
    return {"cases.csv": "\ufeff" + out.getvalue()}


def _harmless(text: str) -> str:
    """A cell that a spreadsheet doesn't take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


FORMS: dict[str, Callable[[RunDirectory, Sequence[Score]], Files]] = {
    "trec": trec,
    "ragas": ragas,
    "csv": table,
}
