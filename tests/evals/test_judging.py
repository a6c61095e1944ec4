from __future__ import annotations

import csv
import json
import re

import pytest
from evaluation_examples import PERIOD as QUOTE
from evaluation_examples import Scripted, answer, case, cite, new_run
from hypothesis import given
from hypothesis import strategies as st

from evals.jsonl import CaseError
from evals.judge_page import WORDS, page
from evals.judging import (
    Judgement,
    answer_sentences,
    digest_of,
    items_of,
    judgements_of,
    keep_judgements,
    load_judgements,
    write_items,
)

TEXT = "Nämä voivat auttaa:\n\n- Silta auttaa. [1] Se on Oulussa. [2]\n\nSoita sinne."


def judgement(**fields):
    base = {
        "judge": "AK", "case": "c1", "sentence": 1, "aspect": "supported", "value": "yes",
        "digest": "d1",
    }  # fmt: skip
    return Judgement(**{**base, **fields})


def lines(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_marker_belongs_to_the_sentence_before_it():
    found = [(one.text, one.citations) for one in answer_sentences(TEXT)]
    assert found == [
        ("Nämä voivat auttaa:", ()),
        ("Silta auttaa. [1]", (1,)),
        ("Se on Oulussa. [2]", (2,)),
        ("Soita sinne.", ()),
    ]


@given(st.text(alphabet="ab .![]12\n-", max_size=60))
def test_no_marker_is_lost(text):
    told = [n for one in answer_sentences(text) for n in one.citations]
    assert told == [int(n) for n in re.findall(r"\[(\d+)\]", text)]


@pytest.fixture
def run(tmp_path):
    said = answer("=Kesto on 31.5.2026 asti. [1] </script>", cite(QUOTE))
    return new_run(tmp_path / "ajo", case(), case(id="c2"), target=Scripted(c1={"said": said}))


def test_items_carry_what_is_cited_in_its_source(run):
    item = items_of(run, run.scores())[0]
    assert item.citations[0]["quote"] == QUOTE
    assert item.citations[0]["before"].endswith("Kalajoella. ")
    assert item.sentences[0].citations == (1,)


def test_the_table_has_a_line_a_sentence_and_no_formula(run, tmp_path):
    table, rows = write_items(tmp_path, items_of(run, run.scores()))
    read = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["case"], row["sentence"]) for row in read][:2] == [("c1", "1"), ("c1", "2")]
    assert read[0]["text"].startswith("'=Kesto")
    first = json.loads(rows.read_text(encoding="utf-8").splitlines()[0])
    assert first["quotes"] == [QUOTE]


def test_the_page_needs_nothing_else_and_no_answer_ends_its_script(run):
    text = page(items_of(run, run.scores()), "ajo")
    assert not re.search(r"(?:src|href)=", text)
    data = re.search(r'id="data">(.*?)</script>', text, re.DOTALL)
    held = json.loads(data[1])
    assert held["items"][0]["sentences"][1]["text"] == "</script>"


def test_the_page_has_the_same_words_in_each_language():
    assert WORDS["fi"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"value": "ehkä"}, "'value'"),
        ({"aspect": "nice"}, "'aspect'"),
        ({"sentence": 0}, "'sentence'"),
        ({"sentence": None}, "'sentence'"),
        ({"aspect": "useful"}, "'sentence'"),
        ({"judge": ""}, "'judge'"),
        ({"mood": "good"}, "'mood'"),
    ],
)
def test_a_line_that_does_not_hold_is_named(fields, told, tmp_path):
    good = {"judge": "AK", "case": "c", "sentence": 1, "aspect": "supported", "value": "no",
            "digest": "d"}  # fmt: skip
    path = lines(tmp_path / "a.jsonl", good, {**good, **fields})
    with pytest.raises(CaseError, match=told) as error:
        load_judgements(path)
    assert error.value.line == 2


def test_a_file_without_judgements_is_an_error(tmp_path):
    with pytest.raises(CaseError, match="no judgement"):
        load_judgements(lines(tmp_path / "a.jsonl"))


def test_the_last_of_two_judgements_counts(tmp_path):
    good = {"judge": "AK", "case": "c", "aspect": "plain", "value": "no", "digest": "d"}
    path = lines(tmp_path / "a.jsonl", good, {**good, "value": "yes"})
    assert [one.value for one in load_judgements(path)] == ["yes"]


def test_judgements_are_kept_with_a_run_a_file_a_judge(tmp_path):
    given = [judgement(), judgement(judge="B/K"), judgement(judge="B-K")]
    paths = keep_judgements(tmp_path, given)
    assert len(set(paths)) == 3
    assert sorted(judgements_of(tmp_path), key=str) == sorted(given, key=str)


def test_a_digest_tells_texts_apart():
    assert digest_of("a") != digest_of("b")
