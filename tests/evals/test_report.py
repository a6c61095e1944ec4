from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from evaluation_examples import PERIOD, Scripted, answer, case, cite, new_run, response
from rich.console import Console

from assistant.dialogue import Message
from assistant.errors import TienviittaError
from evals.compare import CompareError, compare, values_of
from evals.report import (
    ReportError,
    main_crisis,
    print_comparison,
    print_failed,
    print_summary,
    write_report,
)
from evals.report_data import CONTEXT, cases_of, view_of
from evals.report_html import html
from evals.report_text import markdown
from evals.scores import MEASURE
from evals.wording import LANGUAGES, Words

SLY = "<script>alert(1)</script> & <b>lihava</b>"


@pytest.fixture
def runs(tmp_path):
    cases = [
        case(),
        case(id="c2", category="list", messages=(Message("user", SLY),)),
        case(id="c3", persona="nuori"),
        *(case(id=f"hidden-{n}", split="test") for n in range(3)),
    ]
    worse = Scripted(c2={"said": answer("En osaa sanoa."), "confidence": 0.2})
    better = Scripted(c3={"said": answer("Ei [9].", cite(PERIOD))}, c1={"confidence": 0.9})
    return [
        new_run(tmp_path / "vanha", *cases, target=worse),
        new_run(tmp_path / "uusi", *cases, target=better),
    ]


def page(runs, language="fi"):
    return html([view_of(one) for one in runs], language)


class Parts(HTMLParser):
    """What a page loads and links to."""

    def __init__(self, text):
        super().__init__()
        self.loaded, self.anchors, self.ids, self.scripts = [], [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.scripts += tag == "script"
        self.ids += [told["id"]] if "id" in told else []
        self.loaded += [told[name] for name in ("src", "srcset") if name in told]
        if tag == "link":
            self.loaded.append(told.get("href"))
        if tag == "a":
            self.anchors.append(told.get("href"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_nothing_else_and_its_links_lead_somewhere(runs, language):
    text = page(runs, language)
    parts = Parts(text)
    assert parts.loaded == []
    assert not re.search(r"@import|url\(", text)
    assert len(parts.ids) == len(set(parts.ids))
    assert {one.removeprefix("#") for one in parts.anchors} <= set(parts.ids)
    assert f'<html lang="{language}">' in text


def test_what_people_wrote_is_shown_and_never_run(runs):
    text = page(runs)
    assert Parts(text).scripts == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;lihava" in text


def test_cases_of_test_count_and_are_not_shown_one_by_one(runs):
    for text in (page(runs), markdown([view_of(one) for one in runs])):
        assert "hidden-" not in text
        assert "3 testikysymystä on mukana vain summissa" in text


def test_a_report_of_one_run_shows_figures_groups_and_cases(runs):
    text = page(runs[:1])
    for piece in ("Vastaus kunnossa", "83 %", "ndcg@10", "answered / partial", "nuori", "case-c2"):
        assert piece in text
    assert "Vertailu" not in text


def test_a_report_of_two_runs_shows_what_changed_and_both_answers(runs):
    text = page(runs)
    assert "Vertailu" in text
    assert 'href="#case-c3"' in text
    assert "En osaa sanoa." in text
    rows = {row["id"]: row for row in cases_of([view_of(one) for one in runs])}
    assert {name: row["change"] for name, row in rows.items()} == {
        "c1": "",
        "c2": "better",
        "c3": "worse",
    }
    assert rows["c2"]["earlier"][0]["text"] == "En osaa sanoa."


def test_a_citation_is_marked_in_its_source_and_a_wrong_one_is_told(runs, tmp_path):
    row = cases_of([view_of(runs[1])])[0]
    (cited,) = row["citations"]
    text = runs[1].sources["plan"].text
    assert cited["before"].lstrip("…") + cited["quote"] + cited["after"].rstrip("…") in text
    assert len(cited["before"]) <= CONTEXT + 1
    assert (cited["gold"], cited["verbatim"]) == (True, True)
    broken = response().answer
    broken["citations"][0]["quote"] = "muuta"
    wrong = new_run(tmp_path / "wrong", target=Scripted(c1={"answer": broken}))
    (row,) = cases_of([view_of(wrong)])
    assert row["citations"][0]["verbatim"] is False
    assert "ei vastaa lähdettä" in page([wrong])


def test_missing_facts_and_hits_with_their_reasons_are_shown(tmp_path):
    from evaluation_examples import hit

    found = hit(0, 30, service_id="duuni", why=["Kalajoki"], evidence={"dense": 0.9, "none": 0.0})
    left_out = hit(31, 40, rejected="elsewhere")
    target = Scripted(c1={"said": answer("Ei."), "hits": (found, left_out)})
    (row,) = cases_of([view_of(new_run(tmp_path / "run", target=target))])
    assert [(one["text"], one["held"]) for one in row["nuggets"]] == [("loppuu 31.5.2026", False)]
    assert row["hits"][0]["signals"] == [("dense", 0.9)]
    assert row["hits"][0]["why"] == ["Kalajoki"]
    assert row["hits"][1]["rejected"] == "elsewhere"
    assert "hylätty: elsewhere" in page([new_run(tmp_path / "again", target=target)])


def test_runs_of_other_cases_make_no_report(runs, tmp_path):
    other = new_run(tmp_path / "other", case(id="else"))
    with pytest.raises(CompareError, match="no case in common"):
        page([runs[0], other])


def test_an_answer_without_hits_or_outcome_is_shown_as_well(tmp_path):
    said = {"outcome": None, "text": "Hei", "citations": [], "usage": {"total_tokens": 5}}
    target = Scripted(c1={"answer": said, "hits": None})
    text = page([new_run(tmp_path / "run", target=target)], "en")
    assert re.search(r"\b(?:yhteensä|in all) 5\b", text)
    failed = Scripted(c1=TienviittaError("busy"))
    assert "1 questions failed on an error" in page(
        [new_run(tmp_path / "failed", target=failed)], "en"
    )


def test_the_ending_of_the_name_chooses_the_form(runs, tmp_path):
    for name, start in (("a.html", "<!doctype html>"), ("a.md", "# Evaluation"), ("a.json", "{")):
        write_report(runs, tmp_path / name, "en")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    with pytest.raises(ReportError, match=r"\.html, \.md or \.json"):
        write_report(runs, tmp_path / "a.pdf")
    with pytest.raises(TienviittaError, match="'sv'"):
        write_report(runs, tmp_path / "b.html", "sv")
    assert not (tmp_path / "b.html").exists()


def test_json_holds_summaries_and_what_changed(runs, tmp_path):
    write_report(runs, tmp_path / "a.json")
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in told["runs"]] == ["vanha", "uusi"]
    assert told["runs"][0]["summary"]["all"]["cases"] == 6
    (comparison,) = told["comparisons"]
    passed = next(d for d in comparison["differences"] if d["measure"]["name"] == "passed")
    assert (passed["better"], passed["worse"]) == (["c2"], ["c3"])
    assert "hidden-" not in json.dumps(told["comparisons"] + [r["cases"] for r in told["runs"]])


def test_markdown_tells_intervals_of_groups_outcomes_risk_and_speed(tmp_path):
    cases = [case(), case(id="c2"), case(id="c3", answerable=False, nuggets=(), gold_quotes=())]
    told = Scripted(c1={"confidence": 0.9}, c2={"confidence": 0.7}, c3={"confidence": 0.8})
    text = markdown([view_of(new_run(tmp_path / "ajo", *cases, target=told))], "en")
    assert re.search(r"^\| kansalainen \| 3 \| 0\.667 \(0\.000–1\.000\) \|", text, re.MULTILINE)
    assert "| answered / partial | 2 |" in text
    assert "| coverage | 0.33 | 0.67 | 1.00 |\n| --- | --- | --- | --- |\n| risk |" in text
    assert "half of the answers within 10 ms" in text


def test_markdown_tables_are_whole(runs):
    for line in markdown([view_of(one) for one in runs], "en").splitlines():
        if line.startswith("|"):
            assert line.endswith("|")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_has_a_name_in_every_language(language):
    words = Words(language)
    assert all(words.measure(name) for name in MEASURE)


def test_the_terminal_shows_measures_and_what_changed(runs):
    console = Console(record=True, width=120)
    view = view_of(runs[0])
    print_summary(view.summary, view.speed, console)
    print_failed(view.scores, console)
    compared = compare(*(values_of(view_of(one).scores) for one in runs))
    print_comparison("vanha → uusi", compared, console)
    printed = console.export_text()
    pieces = ("By category", "list", "0.833", "Latency, ms: p50 10", "better c2; worse c3")
    for piece in (*pieces, "Not passed (1):\n  c2: missing_vital: loppuu"):
        assert piece in printed
    assert "hidden-" not in printed


def test_errors_of_a_detector_are_named_for_dev_and_counted_for_test(tmp_path):
    from evaluation_examples import write

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
