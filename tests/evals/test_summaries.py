from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from evaluation_examples import Scripted, answer, case, new_run, response, source

from assistant.dialogue import Outcome
from evals.adapters import Response
from evals.scores import Scorer
from evals.summaries import FEWEST, confusion, curve, measure, speed, summarize
from evals.wording import Words

SCORER = Scorer({"plan": source()})


def scored(*cases, **fields):
    return [SCORER.score(one, response(one.id, **fields)) for one in cases]


def test_no_cases_give_an_empty_summary():
    summary = summarize([])
    assert summary.all.cases == 0
    assert set(summary.all.means.values()) == {None}
    assert summary.groups["category"] == {}
    assert (summary.confusion, summary.curve) == ({}, ())
    assert speed([], {})["latency_ms"] == {"p50": None, "p95": None, "most": None}


def test_means_are_taken_over_all_and_by_each_way_of_grouping():
    said = {"answer": {**response().answer, "question": {"kind": "fact"}}}
    summary = summarize(
        scored(
            case(persona="nuori"),
            case(id="c2", must_not=("kesto",), lang="sv"),
            case(id="c3", category="list"),
            **said,
        )
    )
    assert summary.all.means["passed"].value == pytest.approx(2 / 3)
    assert summary.all.means["ended_told"] is None
    by = {
        name: {key: one.cases for key, one in groups.items()}
        for name, groups in summary.groups.items()
    }
    assert by["category"] == {"fact": 2, "list": 1}
    assert by["persona"] == {"kansalainen": 2, "nuori": 1}
    assert by["language"] == {"fi": 2, "sv": 1}
    assert by["kind"] == {"fact": 3}
    assert summary.groups["category"]["fact"].means["passed"].value == pytest.approx(1 / 2)


def test_too_few_test_cases_of_a_group_are_not_shown_as_a_group():
    few = scored(*(case(id=f"t{n}", split="test") for n in range(FEWEST - 1)))
    enough = scored(*(case(id=f"t{n}", split="test") for n in range(FEWEST)))
    assert summarize(few).groups["category"] == {}
    assert summarize(few).all.cases == FEWEST - 1
    assert set(summarize(enough).groups["category"]) == {"fact"}


def test_confusion_counts_what_came_by_what_was_accepted():
    quiet = answer("En tiedä.", outcome=Outcome.NOT_FOUND)
    scores = scored(case(), case(id="c2")) + scored(case(id="c3", answerable=False), said=quiet)
    assert confusion(scores) == {
        "answered/partial": {"answered": 2},
        "not_found/out_of_scope/refused": {"not_found": 1},
    }
    silent = scored(case(), answer={"outcome": None, "text": "x"})
    assert confusion(silent) == {}


def test_the_curve_answers_the_surest_first():
    scores = [
        SCORER.score(case(id="c1"), response("c1", confidence=0.9)),
        SCORER.score(case(id="c2", answerable=False), response("c2", confidence=0.5)),
        SCORER.score(case(id="c3", category="crisis"), response("c3", confidence=0.7)),
        SCORER.score(case(id="c4"), response("c4")),
    ]
    assert [(one.coverage, one.risk) for one in curve(scores)] == [(0.5, 0.0), (1.0, 0.5)]


def test_speed_tells_latency_and_tokens_of_what_was_answered():
    usage = {"prompt_tokens": 10, "completion_tokens": 3, "model": "x"}
    scores = scored(case(), case(id="c2"), answer={"text": "x", "usage": usage})
    failed = SCORER.score(case(id="c3"), response("c3", error="busy", milliseconds=0.0, attempts=4))
    told = speed([*scores, failed], {"jobs": 2})
    assert told["tokens"] == {"completion_tokens": 6, "prompt_tokens": 20}
    assert told["latency_ms"]["most"] == 10.0
    assert (told["answers"], told["attempts"], told["jobs"]) == (2, 6, 2)


def test_measuring_writes_the_same_bytes_every_time_whatever_the_answers_order(tmp_path):
    cases = [case(), case(id="c2"), case(id="c3")]
    new_run(tmp_path / "one", *cases)
    other = new_run(tmp_path / "other", *cases)
    path = tmp_path / "other" / "responses.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(reversed(lines)).replace("10.0", "99.0"), encoding="utf-8")
    measure(type(other).open(tmp_path / "one"))
    measure(other)
    for name in ("measures.jsonl", "summary.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_test_cases_count_in_the_summary_and_stand_in_no_file_one_by_one(tmp_path):
    hidden = [case(id=f"hidden-{n}", split="test") for n in range(3)]
    directory = new_run(tmp_path / "run", case(), *hidden, target=Scripted())
    _, summary = measure(directory)
    assert summary.all.cases == 4
    for name in ("measures.jsonl", "summary.json", "speed.json"):
        assert "hidden-" not in (tmp_path / "run" / name).read_text(encoding="utf-8")
    rows = (tmp_path / "run" / "measures.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["id"] for row in rows] == ["c1"]


def test_tokens_and_answers_without_the_models_text_are_counted():
    def answered(usage, *notices):
        answer = {"outcome": "answered", "usage": usage, "notices": list(notices)}
        return SimpleNamespace(
            response=Response("x", {}, answer, milliseconds=1.0),
        )

    usage = {"calls": 2, "prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    told = speed(
        [
            answered({**usage, "estimated_calls": 0}),
            answered({**usage, "estimated_calls": 1}, {"kind": "fallback", "text": "…"}),
            answered(None),
        ],
        {},
    )

    assert told["tokens"] == {"prompt_tokens": 200, "completion_tokens": 20, "total_tokens": 220}
    assert told["language_model"] == {
        "answers": 2,
        "calls": 4,
        "estimated_calls": 1,
        "fallbacks": 1,
    }
    line = Words("en").tokens(told)
    assert "read 200 (100 an answer)" in line
    assert "calls 4" in line
    assert Words("fi").tokens(speed([answered(None)], {})) == ""
