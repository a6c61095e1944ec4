from __future__ import annotations

import json

import pytest
from evaluation_examples import PERIOD, Scripted, answer, case, cite, new_run, row, write
from typer.testing import CliRunner

from assistant.settings import LanguageModelSettings, Settings
from evals.commands import app
from evals.judging import JUDGEMENTS, digest_of


@pytest.fixture
def run_it(tiny_assistant, monkeypatch, tmp_path):
    """Run commands on the tiny corpus, in a directory of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("assistant.bootstrap.open_assistant", lambda _settings: tiny_assistant)
    monkeypatch.setattr("evals.adapters.indexed_corpus", lambda _settings: tiny_assistant.corpus)

    def run(*words):
        return CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "200"})

    return run


@pytest.fixture
def questions(tmp_path):
    asked = [{"role": "user", "content": "Mikä on Silta-hanke Oulussa ja kenelle se sopii?"}]
    gold = "Se auttaa alle 30-vuotiaita, joilla ei ole työtä."
    return write(tmp_path / "omat.jsonl", row(gold_quotes=[gold], messages=asked))


def judgements(path, judge, run, value="yes"):
    text = run.responses()["c1"].answer["text"]
    base = {"judge": judge, "case": "c1", "digest": digest_of(text), "value": value}
    rows = [{**base, "aspect": "supported", "sentence": 1}, {**base, "aspect": "useful"}]
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path


def test_robustness_prints_each_kind_and_names_the_worst(run_it, questions, tmp_path):
    told = run_it(
        "robustness", "--cases", questions, "--kind", "polite", "--kind", "bare",
        "--bound", "100", "--output", "variants.jsonl",
    )  # fmt: skip
    assert told.exit_code == 0, told.output
    assert "The worst kind is" in told.output
    assert len((tmp_path / "variants.jsonl").read_text("utf-8").splitlines()) == 2


def test_baselines_are_measured_beside_ours(run_it, questions, monkeypatch, tmp_path):
    from evals.baselines import comparison

    def did(job):
        if job["phase"] == "build":
            return {"seconds": 1.0}
        return {"start_up": 1, "memory_mb": 9, "milliseconds": [1.0], "found": [["silta"]]}

    monkeypatch.setattr(comparison, "in_a_process", did)
    told = run_it("baselines", "--cases", questions, "--only", "words", "--markdown", "t.md")
    assert told.exit_code == 0, told.output
    assert "bm25s on words" in told.output
    assert "| Tienviitta | 1.000 |" in (tmp_path / "t.md").read_text(encoding="utf-8")
    readme = tmp_path / "README.md"
    readme.write_text("<!-- baselines -->\n<!-- /baselines -->\n", encoding="utf-8")
    monkeypatch.setattr("evals.more_commands.README", readme)
    told = run_it("baselines", "--cases", questions, "--only", "words", "--markdown", "-",
                  "--readme")  # fmt: skip
    assert "| bm25s on words | 1.000 (1.00×) |" in told.stdout
    assert "1.0 (1.00×) |\n" in readme.read_text(encoding="utf-8")
    assert not (tmp_path / "-").exists()


def test_a_baseline_that_fails_is_left_out_and_the_others_are_told(run_it, questions, monkeypatch):
    from evals.baselines import comparison
    from evals.baselines.contestant import BaselineError

    def did(job):
        if job["name"] == "words":
            raise BaselineError("out of memory")
        if job["phase"] == "build":
            return {"seconds": 1.0}
        return {"start_up": 1, "memory_mb": 9, "milliseconds": [1.0], "found": [["silta"]]}

    monkeypatch.setattr(comparison, "in_a_process", did)
    told = run_it("baselines", "--cases", questions, "--only", "words", "--markdown", "-")
    assert told.exit_code == 1
    assert "bm25s on words is left out: out of memory" in told.output
    assert "| Tienviitta | 1.000 |" in told.stdout
    assert "| bm25s" not in told.stdout


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (("baselines", "--only", "google"), "google: use chroma"),
        (("robustness", "--kind", "loud"), "loud: use place_case"),
        (("agreement", "puuttuu.jsonl"), "puuttuu.jsonl"),
    ],
)
def test_wrong_use_is_told_before_anything_is_done(run_it, words, needed):
    told = run_it(*words)
    assert told.exit_code == 2
    assert needed in told.output


def test_judging_is_prepared_and_test_cases_stay_hidden(run_it, tmp_path):
    new_run(tmp_path / "ajo", case(), case(id="salattu", split="test"))
    told = run_it("judge", "ajo", "--language", "en")
    assert told.exit_code == 0, told.output
    for name in ("judge.html", "sentences.csv", "sentences.jsonl"):
        text = (tmp_path / "ajo" / "judging" / name).read_text(encoding="utf-8")
        assert "c1" in text
        assert "salattu" not in text
    assert run_it("judge", "ajo", "--with-test").output.count("2 answers to judge") == 1


def test_a_run_without_answers_is_refused(run_it, tmp_path):
    new_run(tmp_path / "ajo", case(), target=Scripted(c1={"answer": None}))
    told = run_it("judge", "ajo")
    assert told.exit_code == 2
    assert "no answers to judge" in told.output
    assert not (tmp_path / "ajo" / "judging").exists()


def test_agreement_is_told_and_goes_into_the_run_and_its_report(run_it, tmp_path):
    run = new_run(tmp_path / "ajo", case())
    files = [judgements(tmp_path / f"{who}.jsonl", who, run, value) for who, value in
             (("A", "yes"), ("B", "no"))]  # fmt: skip
    told = run_it("agreement", *files, "--run", "ajo")
    assert told.exit_code == 0, told.output
    assert "A – B" in told.output
    assert len(list((run.path / JUDGEMENTS).glob("*.jsonl"))) == 2
    assert "Ihmisten arviot" in (run.path / "report.html").read_text(encoding="utf-8")


def test_a_model_judges_beside_people_and_no_measure_changes(run_it, tmp_path, monkeypatch):
    said = answer("Kesto on 31.5.2026 asti. [1]", cite(PERIOD))
    run = new_run(tmp_path / "ajo", case(), target=Scripted(c1={"said": said}))
    run_it("agreement", judgements(tmp_path / "A.jsonl", "A", run), "--run", "ajo")
    before = run.scores()

    class Model:
        def write(self, request, seconds=None):
            return "kyllä"

    settings = Settings(llm=LanguageModelSettings("http://localhost/v1", "m"))
    monkeypatch.setattr(Settings, "from_environment", lambda: settings)
    monkeypatch.setattr("assistant.generate.open_generator", lambda _llm: Model())
    told = run_it("judge-model", "ajo")
    assert told.exit_code == 0, told.output
    assert "A – model:m" in told.output
    assert run.scores() == before


def test_judging_by_a_model_needs_one(run_it, tmp_path, monkeypatch):
    new_run(tmp_path / "ajo", case())
    monkeypatch.setattr(Settings, "from_environment", Settings)
    told = run_it("judge-model", "ajo")
    assert "TIENVIITTA_LLM_BASE_URL" in f"{told.output}{told.exception}"
    assert told.exit_code != 0
