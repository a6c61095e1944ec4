from __future__ import annotations

import csv
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue import Outcome
from assistant.settings import ROOT
from evals.cases import Nugget, load_cases
from evals.jsonl import CaseError, Row
from evals.spreadsheet import HEADS, rows_and_errors

EXAMPLES = ROOT / "evals" / "examples"
FINNISH = """\
Tunnus;Kysymys;Laji;Vastaus löytyy;Pitää olla;Ei saa olla;On päättynyt;Päivä;Lopputulokset
k1;"Mihin asti
Duuniportti kesti?";fact;kyllä;31.5.2026 | 2026-05-31; ;x;24.11.2026;
;Mikä sää?;out_of_scope;ei;;;;;not_found, refused
;;;;;;;;
"""


@pytest.fixture
def written(tmp_path):
    def write(text, name="omat.csv", encoding="utf-8-sig"):
        path = tmp_path / name
        path.write_text(text, encoding=encoding, newline="")
        return path

    return write


def test_a_row_is_a_case(written):
    first, second = load_cases(written(FINNISH))
    assert (first.id, first.category, first.answerable) == ("k1", "fact", True)
    assert first.messages[0].content == "Mihin asti\nDuuniportti kesti?"
    nugget = Nugget("31.5.2026 / 2026-05-31", ("31.5.2026", "2026-05-31"))
    assert first.nuggets == (nugget,)
    assert first.expect_ended_warning
    assert first.as_of == date(2026, 11, 24)
    assert (second.id, second.answerable, second.as_of) == ("omat-3", False, None)
    assert second.accepted == (Outcome.NOT_FOUND, Outcome.REFUSED)


@pytest.mark.parametrize(("delimiter", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv")])
def test_columns_may_be_separated_in_any_usual_way(written, delimiter, name):
    rows = [["question", "category", "answerable"], ["Missä, mitä; kuka?", "fact", "yes"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (one,) = load_cases(written(text, name))
    assert one.messages[0].content == "Missä, mitä; kuka?"


def test_facts_and_quotes_may_be_many(written):
    text = (
        'question,category,answerable,nuggets,gold_quotes\nQ,fact,1,"a|b; c","Yksi; kaksi.\nKolme."'
    )
    (one,) = load_cases(written(text))
    assert [fact.any_of for fact in one.nuggets] == [("a", "b"), ("c",)]
    assert one.gold_quotes == ("Yksi; kaksi.", "Kolme.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("category,answerable\nfact,yes", ":1: no column 'question'"),
        ("", ":1: no column 'question'"),
        ("kysymys,laji,vastaus löytyy\nQ,fakta,kyllä", ":2: field 'category' is 'fakta'"),
        ("kysymys,laji,vastaus löytyy\nQ,fact,ehkä", ":2: field 'answerable' must be true"),
        ("kysymys,laji\nQ,fact", ":1: no column 'answerable' (vastaus löytyy)"),
        ("kysymys,laji,answerable\nQ,fact,", ":2: field 'answerable' is missing"),
        ("kysymys,laji,answerable,väri\n", ":1: unknown column 'väri'; the known ones are id"),
        ("kysymys,question,laji,answerable\n", ":1: two columns are named 'question'"),
        ("kysymys,laji,answerable\n,fact,yes", ":2: field 'content' must be a text"),
        ("kysymys,laji,answerable\nQ,fact,yes,no", ":2: more cells than there are heads"),
        ('kysymys,laji,answerable\nQ,"' + "x" * 140_000, ":1: not CSV"),
    ],
)
def test_what_does_not_hold_is_told_with_the_row(written, text, told):
    path = written(text)
    with pytest.raises(CaseError) as caught:
        load_cases(path)
    assert str(caught.value).startswith(f"{path}{told}")


def test_another_encoding_is_told_with_what_to_do(written):
    path = written("kysymys;laji\nMissä;fact", encoding="cp1252")
    with pytest.raises(CaseError, match="choose CSV UTF-8"):
        load_cases(path)


def test_the_shipped_spreadsheet_asks_what_the_shipped_lines_ask():
    sheet = load_cases(EXAMPLES / "kysymykset.csv")
    lines = load_cases(EXAMPLES / "kysymykset.jsonl")
    for one, other in zip(sheet, lines, strict=True):
        assert one.ask() == other.ask()
        assert (one.id, one.category, one.lang) == (other.id, other.category, other.lang)
        assert one.accepted == other.accepted
        pieces = [fact.any_of for fact in one.nuggets]
        assert pieces == [fact.any_of for fact in other.nuggets]
        assert one.expect_ended_warning == other.expect_ended_warning
    with (EXAMPLES / "kysymykset.csv").open(encoding="utf-8-sig", newline="") as file:
        heads = next(csv.reader(file, delimiter=";"))
    assert {head.casefold() for head in heads} <= set(HEADS)


@given(st.text(max_size=80))
def test_any_text_is_rows_or_errors_with_a_line(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(f"kysymys;laji;answerable\n{text}".encode("utf-8", "surrogatepass"))
    for one in rows_and_errors(path):
        assert one.line >= 1
        assert isinstance(one, Row | CaseError)
        if isinstance(one, Row):
            json.dumps(one.fields)
