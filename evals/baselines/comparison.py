"""Measuring every contestant on the same texts and questions, each in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import time
from typing import TYPE_CHECKING, Any

from assistant.settings import ROOT
from evals.baselines.contestant import OURS, BaselineError, Entry, Text
from evals.baselines.worker import BUILD, RESULT, SEARCH
from evals.jsonl import as_json, write_object
from evals.means import mean
from evals.measures import Span, gold_places, judge, ranking_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from assistant.corpus import Corpus
    from evals.cases import Case
    from evals.means import Mean

    Run = Callable[[Mapping[str, Any]], dict[str, Any]]

RANKED = ("success@1", "success@5", "ndcg@10")
LIMIT = 40


@dataclass(frozen=True, slots=True)
class Standing:
    """What was measured of a contestant.

    Attributes:
        title: What it is.
        ranking: Mean of each measure of the ranking with its interval.
        latency_ms: Median time of finding, embedding the question included.
        memory_mb: The most memory of the process that finds.
        start_up_s: From starting the process until the first question is answered.
        ingest_s: From starting a process until its index is made, loading the model and embedding
            included; ``None`` when it wasn't made.
        versions: What it stands on, with the releases.
    """

    title: str
    ranking: Mapping[str, Mean]
    latency_ms: float
    memory_mb: float
    start_up_s: float
    ingest_s: float | None
    versions: str = ""


def texts_of(corpus: Corpus, *, with_asked: bool = False) -> list[Text]:
    """The texts that baselines index.

    Args:
        corpus: Its passages, each after its headings and the text that it stands under.
        with_asked: Also the lines of how people ask, which lead to their service or passage.
    """
    texts = [
        Text(one.id, ". ".join(part for part in (one.locator, one.context, one.text) if part))
        for one in corpus.passages
    ]
    if with_asked:
        asked = [(one.id, one.asked_as) for one in corpus.services]
        asked += [(one.id, one.asked_as) for one in corpus.passages]
        texts += [Text(f"{id_}#{n}", line) for id_, of in asked for n, line in enumerate(of)]
    return texts


def spans_of(found: Sequence[str], corpus: Corpus) -> list[tuple[Span, ...]]:
    """The passages of what was found, a hit a record, as our own hits are.

    A passage of a service stands for the service with all its passages, and each record counts
    once, where it comes first: no contestant is worse off for finding pieces of one thing.
    """
    passages, services = corpus.passage_by_id, corpus.service_by_id
    records: dict[str, tuple[str, ...]] = {}
    for one in found:
        name = one if one in passages or one in services else one.rpartition("#")[0]
        passage = passages.get(name)
        service = services.get(passage.service_id or "") if passage else services.get(name)
        if service:
            records.setdefault(service.id, service.passage_ids)
        else:
            records.setdefault(name, (name,))
    return [
        tuple(Span(passages[p].source_id, passages[p].start, passages[p].end) for p in ids)
        for ids in records.values()
    ]


def ranked_cases(cases: Sequence[Case], corpus: Corpus) -> list[Case]:
    """The cases that have a place in the corpus to be found.

    Raises:
        BaselineError: None has.
    """
    texts = {source.id: source.text for source in corpus.sources}
    ranked = [case for case in cases if any(gold_places(case.gold_quotes, texts))]
    if not ranked:
        raise BaselineError("no case has a gold quote that stands in the corpus.")
    return ranked


def measure(
    entry: Entry,
    cases: Sequence[Case],
    corpus: Corpus,
    texts: Sequence[Text],
    *,
    index: Path | None = None,
    run: Run | None = None,
) -> Standing:
    """Index and find with one contestant.

    Args:
        entry: Which.
        cases: Cases with gold quotes.
        corpus: What gold quotes are looked up in.
        texts: What baselines index.
        index: An index that is there already, so that none is made.
        run: Does a job; in a process of its own by default.

    Raises:
        BaselineError: It failed.
    """
    run = run or in_a_process
    with TemporaryDirectory(prefix="baseline-") as made:
        directory = str(index or made)
        ingest = None
        job = {"name": entry.name, "directory": directory, "limit": LIMIT}
        if index is None:
            told = [] if entry is OURS else as_json(texts)
            ingest = run({**job, "phase": BUILD, "texts": told})["seconds"]
        asks = [as_json(case.ask()) for case in cases]
        done = run({**job, "phase": SEARCH, "asks": asks})
    sources = {source.id: source.text for source in corpus.sources}
    values = [
        ranking_values(judge(spans_of(found, corpus), gold_places(case.gold_quotes, sources)))
        for case, found in zip(cases, done["found"], strict=True)
    ]
    means = {name: mean(value[name] for value in values) for name in RANKED}
    return Standing(
        title=entry.title,
        ranking={name: one for name, one in means.items() if one is not None},
        latency_ms=median(done["milliseconds"]),
        memory_mb=done["memory_mb"],
        start_up_s=done["start_up"],
        ingest_s=ingest,
        versions=entry.versions,
    )


def in_a_process(job: Mapping[str, Any]) -> dict[str, Any]:
    """Do a job in a process of its own.

    Raises:
        BaselineError: The process failed; tells the end of what it said.
    """
    with TemporaryDirectory(prefix="job-") as directory:
        path = Path(directory) / "job.json"
        write_object(path, {**job, "began": time()})
        done = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
            [sys.executable, "-m", "evals.baselines.worker", str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = "\n".join(done.stderr.strip().splitlines()[-4:])
            raise BaselineError(f"{job['name']} failed in its {job['phase']} phase:\n{said}")
        result: dict[str, Any] = json.loads(path.with_name(RESULT).read_text(encoding="utf-8"))
    return result
