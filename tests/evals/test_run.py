from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pytest
from evaluation_examples import PERIOD, TEXT, answer, case, cite, passage, row, source, write
from rich.console import Console

from assistant.dialogue import Message, Notice, Outcome, ServiceCard
from assistant.domain import Passage, Status
from assistant.errors import IndexNotReadyError
from evals.cases import Nugget, load_cases
from evals.report import main_crisis, main_run
from evals.run import (
    ALL,
    MEASURES,
    RANKING_MEASURES,
    RunDirectoryError,
    as_json,
    run_cases,
    summarize,
    write_run,
)

SOURCES = {"plan": source()}
RIGHT = answer("Kesto on 31.5.2026 asti [1].", cite(PERIOD))
START = TEXT.index(PERIOD)


@dataclass(frozen=True)
class RankedPassages:
    passages: tuple[Passage, ...]


class Scripted:
    """Answers what it is told to, and remembers what it was asked."""

    def __init__(self, said=RIGHT, hits=((0, 5), (START, START + 5))):
        self.said, self.asked, self.searched = said, [], []
        self.hits = tuple(RankedPassages((passage(start, end),)) for start, end in hits)

    def ask(self, ask, /):
        self.asked.append(ask)
        if isinstance(self.said, Exception):
            raise self.said
        return self.said

    def search(self, ask, limit, /):
        self.searched.append((ask, limit))
        return self.hits[:limit]


def run_one(assistant, one=None, **options):
    (run,) = run_cases(assistant, [one or case()], SOURCES, **options)
    return run


def test_a_right_answer_passes_every_measure():
    run = run_one(Scripted())
    assert run.values["passed"] == 1
    assert run.problems == ()
    expected = {"success@1": 0, "success@5": 1, "recall@5": 1, "recall@10": 1, "mrr": 0.5}
    assert {name: run.values[name] for name in expected} == expected
    assert run.values["citation_precision"] == 1
    assert run.values["ended_told"] is None
    assert set(run.values) == set(MEASURES)


def test_asks_the_whole_case_and_looks_at_as_many_hits_as_told():
    assistant = Scripted()
    run = run_one(assistant, case(as_of=date(2025, 3, 1), municipality="Ii"), limit=1)
    assert assistant.asked[0].as_of == date(2025, 3, 1)
    assert assistant.asked[0].municipality == "Ii"
    assert assistant.searched == [(assistant.asked[0], 1)]
    assert run.values["recall@10"] == 0


def test_retrieval_alone_composes_nothing_and_measures_the_ranking():
    assistant = Scripted()
    run = run_one(assistant, retrieval_only=True)
    assert assistant.asked == []
    assert run.answer is None
    assert {name for name, value in run.values.items() if value is not None} == set(
        RANKING_MEASURES
    )


@pytest.mark.parametrize(
    ("said", "fields", "failing", "problem"),
    [
        (answer("Asti [1].", cite(PERIOD)), {}, "nuggets_vital", "missing (vital): loppuu"),
        (answer("31.5.2026 [1].", cite(TEXT[:10])), {}, "cites_gold", None),
        (answer("31.5.2026"), {}, "verbatim", "citation: an answer that claims"),
        (RIGHT, {"must_not": ("kesto",)}, "clean", "forbidden: kesto"),
        (RIGHT, {"expect_ended_warning": True}, "ended_told", "no warning of an end"),
        (
            answer("31.5.2026 [1].", cite(PERIOD), outcome=Outcome.NOT_FOUND),
            {},
            "outcome",
            "outcome: not_found",
        ),
    ],
)
def test_one_thing_wrong_fails_the_case_and_is_named(said, fields, failing, problem):
    run = run_one(Scripted(said), case(**fields))
    assert run.values[failing] == 0
    assert run.values["passed"] == 0
    if problem:
        assert any(found.startswith(problem) for found in run.problems)


def test_a_missing_nugget_that_is_not_vital_is_named_and_does_not_fail_the_case():
    two = (*case().nuggets, Nugget("kunta", ("raahe",), vital=False))
    run = run_one(Scripted(), case(nuggets=two))
    assert run.values["nuggets"] == 0.5
    assert run.values["passed"] == 1
    assert run.problems == ("missing: kunta",)


def test_an_accepted_outcome_that_claims_nothing_needs_no_citation():
    quiet = answer("En tiedä.", outcome=Outcome.NOT_FOUND)
    accepting = case(outcomes=(Outcome.ANSWERED, Outcome.NOT_FOUND), nuggets=())
    run = run_one(Scripted(quiet), accepting)
    assert run.values["cites_gold"] is None
    assert run.values["passed"] == 1
    assert run_one(Scripted(quiet), case(nuggets=())).values["cites_gold"] == 0


def test_an_error_of_the_assistants_own_fails_its_case_and_not_the_run():
    failing = Scripted(IndexNotReadyError("no index"))
    runs = run_cases(failing, [case(), case(id="c2")], SOURCES)
    assert [run.values["passed"] for run in runs] == [0, 0]
    assert all("error: no index" in run.problems for run in runs)


def test_another_error_ends_the_run():
    with pytest.raises(ZeroDivisionError):
        run_one(Scripted(ZeroDivisionError()))


def test_no_cases_give_an_empty_summary():
    summary = summarize(run_cases(Scripted(), [], SOURCES))
    assert summary.counts == {ALL: 0}
    assert set(summary.categories[ALL].values()) == {None}
    assert summary.latency_ms == {"p50": None, "p95": None}


def test_summary_takes_means_by_category_and_over_all():
    cases = [
        case(),
        case(id="c2", must_not=("kesto",)),
        case(id="c3", category="list"),
    ]
    summary = summarize(run_cases(Scripted(), cases, SOURCES))
    assert summary.counts == {"fact": 2, "list": 1, ALL: 3}
    assert summary.categories["fact"]["passed"].value == pytest.approx(1 / 2)
    assert summary.categories["list"]["passed"].value == 1
    assert summary.categories[ALL]["passed"].value == pytest.approx(2 / 3)
    assert summary.categories[ALL]["ended_told"] is None


def test_an_answer_as_json_holds_days_and_values_as_texts():
    card = ServiceCard(
        id="x",
        name="X",
        kind="project",
        providers=("A",),
        municipalities=(),
        target_groups=(),
        topics=(),
        valid_from=None,
        valid_to=date(2026, 5, 31),
        status=Status.ENDED,
        status_text="Päättyi",
        why=(),
        channels=MappingProxyType({"url": "https://example.org"}),
        citations=(1,),
    )
    said = as_json((card, Notice("ended", "x"), Outcome.CRISIS, {"n": 1.5, "no": None}))
    assert json.loads(json.dumps(said)) == said
    assert said[0]["valid_to"] == "2026-05-31"
    assert said[0]["status"] == "ended"
    assert said[0]["channels"] == {"url": "https://example.org"}
    assert said[1:] == [
        {"kind": "ended", "text": "x", "citations": []},
        "crisis",
        {"n": 1.5, "no": None},
    ]


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_main_run_writes_the_run_and_prints_its_tables(tmp_path):
    path = write(
        tmp_path / "cases.jsonl",
        row(gold_quotes=[PERIOD], nuggets=[{"text": "loppu", "any_of": ["31.5.2026"]}]),
        row(id="c2", category="crisis", answerable=False),
    )
    out, console = tmp_path / "run", Console(record=True, width=200)
    summary = main_run(
        [path],
        out,
        assistant=Scripted(),
        sources=SOURCES,
        config={"model": "small"},
        console=console,
    )
    printed = console.export_text()
    for word in ("fact", "crisis", "passed", "mrr", "p95"):
        assert word in printed
    (config,) = read(out / "config.json")
    assert config["model"] == "small"
    assert config["sources"] == {"plan": SOURCES["plan"].sha256}
    assert [one["id"] for one in read(out / "cases.jsonl")] == ["c1", "c2"]
    assert read(out / "answers.jsonl")[0]["answer"]["text"] == RIGHT.text
    second = read(out / "measures.jsonl")[1]
    assert second["values"]["outcome"] == 0
    assert second["problems"] == ["outcome: answered"]
    (written,) = read(out / "summary.json")
    assert (
        written["categories"]["all"]["passed"]["value"] == summary.categories[ALL]["passed"].value
    )


def test_a_written_case_file_can_be_read_again(tmp_path):
    one = case(as_of=date(2026, 11, 24), messages=(Message("user", "Mihin asti?"),))
    runs = run_cases(Scripted(), [one], SOURCES)
    write_run(tmp_path / "run", runs, summarize(runs), {})
    assert load_cases(tmp_path / "run" / "cases.jsonl") == [one]


def test_a_run_is_never_written_over(tmp_path):
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    assistant = Scripted()
    cases = write(tmp_path / "cases.jsonl", row())
    with pytest.raises(RunDirectoryError, match="give a new directory"):
        main_run([cases], tmp_path, assistant=assistant, sources=SOURCES)
    assert assistant.asked == []


def test_errors_of_a_detector_are_named_for_dev_and_counted_for_test(tmp_path):
    base = {"lang": "fi", "text": "x", "crisis": True, "kind": "self_harm"}
    path = write(
        tmp_path / "crisis.jsonl",
        {"id": "seen-id", "split": "dev", **base},
        {"id": "hidden-id", "split": "test", **base},
    )
    console = Console(record=True, width=120)
    results = main_crisis(path, lambda _text: False, console=console)
    assert results["test"].missed == ("hidden-id",)
    printed = console.export_text()
    assert "seen-id" in printed
    assert "hidden-id" not in printed
