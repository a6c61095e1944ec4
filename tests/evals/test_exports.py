from __future__ import annotations

import csv
import json

import ir_measures
import pytest
from evaluation_examples import PERIOD, PLACE, TEXT, case, hit, new_run
from ir_measures import RR, Recall, Success, nDCG

from assistant.dialogue import Message
from evals.exports import export

START = TEXT.index(PERIOD)


@pytest.fixture
def directory(tmp_path):
    from evaluation_examples import Scripted

    cases = [
        case(),
        case(id="c2", gold_quotes=(PERIOD, PLACE)),
        case(id="c3", gold_quotes=()),
        case(id="c4"),
    ]
    hits = (hit(START, START + 9), hit(31, 33, service_id="x"), hit(0, 9))
    left_out = hit(START, START + 9, rejected="elsewhere", service_id="y")
    target = Scripted(c2={"hits": hits}, c4={"hits": (hit(0, 5), left_out)})
    return new_run(tmp_path / "run", *cases, target=target)


def written(directory, form, tmp_path):
    paths = export(directory, directory.scores(), form, tmp_path / "out")
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def test_another_library_reads_the_trec_files_and_gives_our_figures(directory, tmp_path):
    written(directory, "trec", tmp_path)
    qrels = list(ir_measures.read_trec_qrels(str(tmp_path / "out" / "qrels.txt")))
    run = list(ir_measures.read_trec_run(str(tmp_path / "out" / "run.txt")))
    names = {
        Success @ 1: "success@1",
        Success @ 5: "success@5",
        RR: "mrr",
        nDCG @ 10: "ndcg@10",
    }
    ours = {score.case.id: score.values for score in directory.scores()}
    theirs = list(ir_measures.iter_calc([*names, Recall @ 5], qrels, run))
    compared = [one for one in theirs if one.measure in names]
    assert {one.query_id for one in compared} == {"c1", "c2", "c4"}
    assert len(compared) == 12
    for one in compared:
        assert ours[one.query_id][names[one.measure]] == pytest.approx(one.value, abs=1e-6)


def test_trec_lines_have_their_columns_and_no_hit_that_was_left_out(directory, tmp_path):
    files = written(directory, "trec", tmp_path)
    rows = [line.split() for line in files["run.txt"].splitlines()]
    assert rows[0] == ["c1", "Q0", "plan:0", "1", "2", "run"]
    assert "y" not in {row[2] for row in rows}
    assert files["qrels.txt"].splitlines()[-1] == "c4 0 gold-1 1"


def test_a_ragas_sample_holds_question_answer_contexts_and_reference(directory, tmp_path):
    rows = [
        json.loads(line)
        for line in written(directory, "ragas", tmp_path)["ragas.jsonl"].splitlines()
    ]
    assert len(rows) == 4
    assert rows[0] == {
        "user_input": "Mihin asti?",
        "retrieved_contexts": [TEXT[:5], TEXT[START : START + 5]],
        "reference_contexts": [PERIOD],
        "response": "Kesto on 31.5.2026 asti [1].",
        "reference": "loppuu 31.5.2026",
    }


def test_where_no_hits_are_told_the_quotes_are_the_contexts(tmp_path):
    from evaluation_examples import Scripted

    turns = (Message("user", "Hei"), Message("assistant", "No?"), Message("user", "Mihin asti?"))
    directory = new_run(tmp_path / "run", case(messages=turns), target=Scripted(c1={"hits": None}))
    (line,) = written(directory, "ragas", tmp_path)["ragas.jsonl"].splitlines()
    row = json.loads(line)
    assert row["retrieved_contexts"] == [PERIOD]
    assert row["user_input"] == "user: Hei\nassistant: No?\nuser: Mihin asti?"


def test_the_table_has_a_line_a_case_and_holds_no_formula(tmp_path):
    from evaluation_examples import Scripted

    sly = case(messages=(Message("user", "=1+1"),))
    directory = new_run(tmp_path / "run", sly, target=Scripted())
    text = written(directory, "csv", tmp_path)["cases.csv"]
    assert text.startswith("\ufeff")
    (row,) = csv.DictReader(text.removeprefix("\ufeff").splitlines())
    assert row["question"] == "'=1+1"
    assert (row["id"], row["passed"], row["ended_told"]) == ("c1", "1.0", "")
