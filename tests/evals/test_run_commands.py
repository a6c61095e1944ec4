from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache

import pytest
from evaluation_examples import Scripted, answer, case, new_run, row, write
from typer.testing import CliRunner

from assistant.settings import ROOT
from evals import run_commands
from evals.adapters import InProcess
from evals.commands import app
from evals.gate import write_baseline
from evals.rundir import RESPONSES

QUESTIONS = ROOT / "evals" / "examples" / "kysymykset.jsonl"
GUIDES = ("evaluators-guide.fi.md", "evaluators-guide.en.md")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.fixture
def run_it(tiny_assistant, monkeypatch, tmp_path):
    """Run commands on the tiny corpus, in a directory of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run_commands, "RUNS", tmp_path / "var" / "runs")
    monkeypatch.setattr("assistant.bootstrap.open_assistant", lambda _settings: tiny_assistant)
    monkeypatch.setattr("evals.adapters.indexed_corpus", lambda _settings: tiny_assistant.corpus)
    monkeypatch.setattr(tiny_assistant, "warm", lambda: None, raising=False)

    def run(*words):
        return CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "200"})

    return run


@pytest.fixture
def questions(tmp_path):
    asked = [{"role": "user", "content": "Mikä on Silta-hanke?"}]
    return write(
        tmp_path / "omat.jsonl",
        row(nuggets=[{"text": "nuorille", "any_of": ["30-vuotia"]}], messages=asked),
        row(id="c2", category="out_of_scope", answerable=False),
    )


def test_a_run_measures_prints_and_writes_its_report(run_it, questions, tmp_path):
    told = run_it("run", "--cases", questions, "--output", "ajo", "--jobs", "2")
    assert told.exit_code == 0, told.output
    for piece in ("By category", "out_of_scope", "Latency, ms", "report.html"):
        assert piece in told.output
    names = {path.name for path in (tmp_path / "ajo").iterdir()}
    assert names == {
        "config.json",
        "cases.jsonl",
        "sources.jsonl",
        "responses.jsonl",
        "measures.jsonl",
        "summary.json",
        "speed.json",
        "report.html",
    }


def test_a_file_of_settings_sets_the_assistant_and_stands_in_the_run_without_secrets(
    run_it, questions, tmp_path, monkeypatch, tiny_assistant
):
    seen = []
    monkeypatch.setattr(
        "assistant.bootstrap.open_assistant",
        lambda settings: seen.append(settings) or tiny_assistant,
    )
    file = tmp_path / "asetukset.toml"
    file.write_text(
        'threads = 1\nllm_base_url = "http://127.0.0.1:1/v1"\nllm_model = "m"\n'
        'llm_api_key = "hush-hush"\n',
        encoding="utf-8",
    )
    words = ("run", "--cases", questions, "--output", "ajo", "--config", file)
    assert run_it(*words).exit_code == 0
    assert (seen[0].threads, seen[0].llm.api_key) == (1, "hush-hush")
    config = json.loads((tmp_path / "ajo" / "config.json").read_text(encoding="utf-8"))
    assert config["config"] == str(file)
    assert config["target"]["settings"]["threads"] == 1
    assert config["target"]["settings"]["llm_api_key"] == "•••"
    for path in (tmp_path / "ajo").iterdir():
        assert "hush-hush" not in path.read_text(encoding="utf-8")
    file.write_text("threads = 2\n", encoding="utf-8")
    told = run_it(*words, "--resume")
    assert "begun with another target (" in str(told.exception)
    assert "settings" in str(told.exception)


@pytest.mark.parametrize(
    ("words", "sent"),
    [((), None), (("--api-key", "ours"), "ours"), (("--openai", "m"), "theirs")],
)
def test_the_environments_key_goes_to_a_models_endpoint_alone(
    run_it, questions, monkeypatch, words, sent
):
    given = []

    class Asked(Scripted):
        def __init__(self, *_args, api_key):
            super().__init__()
            given.append(api_key)

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            pass

    monkeypatch.setattr("evals.endpoints.Server", Asked)
    monkeypatch.setattr("evals.endpoints.ChatCompletions", Asked)
    monkeypatch.setenv("OPENAI_API_KEY", "theirs")
    words = ("run", "--cases", questions, "--output", "ajo", "--base-url", "http://x", *words)
    assert run_it(*words).exit_code == 0
    assert given == [sent]


def test_a_file_of_settings_that_does_not_hold_begins_no_run(run_it, questions, tmp_path):
    file = tmp_path / "asetukset.toml"
    file.write_text("threads = 1\nmodel = 3\n", encoding="utf-8")
    told = run_it("run", "--cases", questions, "--output", "ajo", "--config", file)
    assert f"{file}:2: model isn't a setting" in str(told.exception)
    assert not (tmp_path / "ajo").exists()


def test_a_run_is_enough_to_measure_and_report_without_assistant_index_or_cases(
    run_it, questions, tmp_path, monkeypatch
):
    made = ("measures.jsonl", "summary.json", "speed.json", "report.html")
    run_it("run", "--cases", questions, "--output", "ajo")
    before = {name: (tmp_path / "ajo" / name).read_bytes() for name in made}
    # Somewhere else, where nothing of the project is at hand but its code.
    shutil.move(tmp_path / "ajo", tmp_path / "muualla" / "ajo")
    questions.unlink()
    for name in made:
        (tmp_path / "muualla" / "ajo" / name).unlink()

    def gone(*_args, **_options):
        raise AssertionError("a run holds all that it's measured by")

    monkeypatch.setattr(InProcess, "respond", gone)
    for name in ("assistant.bootstrap.open_assistant", "evals.adapters.indexed_corpus"):
        monkeypatch.setattr(name, gone)
    monkeypatch.setenv("TIENVIITTA_INDEX", str(tmp_path / "gone"))
    monkeypatch.setenv("TIENVIITTA_CORPUS", str(tmp_path / "gone"))
    assert run_it("measure", "muualla/ajo").exit_code == 0
    assert {name: (tmp_path / "muualla" / "ajo" / name).read_bytes() for name in made} == before


def test_a_run_that_was_broken_off_goes_on(run_it, questions, tmp_path):
    run_it("run", "--cases", questions, "--output", "ajo")
    path = tmp_path / "ajo" / RESPONSES
    path.write_bytes(path.read_bytes()[:-30])
    told = run_it("run", "--cases", questions, "--output", "ajo")
    assert "--resume" in str(told.exception)
    assert run_it("run", "--cases", questions, "--output", "ajo", "--resume").exit_code == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_an_interruption_tells_how_to_go_on(run_it, questions, monkeypatch):
    def interrupted(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(InProcess, "respond", interrupted)
    told = run_it("run", "--cases", questions, "--output", "ajo")
    assert told.exit_code == 130
    assert "--resume --output ajo" in told.output


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (("run", "--openai", "m"), "--base-url"),
        (("run", "--resume"), "--output"),
        (("run", "--base-url", "http://x", "--config", __file__), "--config"),
        (("run", "--cases", "puuttuu.jsonl"), "puuttuu.jsonl"),
        (("compare", "yksi"), "at least two runs"),
        (("export", "ajo", "--format", "xml"), "xml"),
        (("report", "ajo"), "--output"),
    ],
)
def test_wrong_use_is_told_before_anything_is_done(run_it, words, needed):
    told = run_it(*words)
    assert told.exit_code == 2
    assert needed in told.output


def test_runs_are_compared_reported_and_exported(run_it, tmp_path):
    cases = [case(), case(id="c2"), case(id="hidden", split="test")]
    new_run(tmp_path / "vanha", *cases, target=Scripted(c2={"said": answer("Ei.")}))
    new_run(tmp_path / "uusi", *cases)
    compared = run_it("compare", "vanha", "uusi").output
    assert "vanha → uusi, 3 cases in common" in compared
    assert "passed: better c2" in compared
    for name in ("raportti.html", "raportti.md", "raportti.json"):
        assert run_it("report", "vanha", "uusi", "--output", name).exit_code == 0
        assert (tmp_path / name).stat().st_size
    told = run_it("export", "uusi", "--format", "csv")
    assert "1 cases of the split test are left out" in told.output
    table = tmp_path / "uusi" / "exports" / "cases.csv"
    assert "hidden" not in table.read_text(encoding="utf-8")
    run_it("export", "uusi", "--format", "csv", "--with-test")
    assert "hidden" in table.read_text(encoding="utf-8")


def test_the_gate_fails_on_a_drop_and_a_new_baseline_lets_it_pass(run_it, tmp_path):
    cases = [case(id=f"c{number}") for number in range(12)]
    before = new_run(tmp_path / "vanha", *cases)
    write_baseline(tmp_path / "dev.json", before, before.scores())
    wrong = {f"c{number}": {"said": answer("Ei.")} for number in range(9)}
    new_run(tmp_path / "uusi", *cases, target=Scripted(**wrong))
    told = run_it("gate", "uusi", "--baseline", "dev.json")
    assert told.exit_code == 1
    assert "dropped passed: 1.000 → 0.250" in told.output
    assert "c0, c1, c2" in told.output
    assert run_it("baseline", "uusi", "--output", "dev.json").exit_code == 0
    assert run_it("gate", "uusi", "--baseline", "dev.json").exit_code == 0


def test_lint_tells_line_and_remedy_and_fails(run_it, questions, tmp_path):
    assert run_it("lint", questions).exit_code == 0
    other = [{"role": "user", "content": "Entä missä?"}]
    bad = write(tmp_path / "bad.jsonl", row(id="c9", gold_quotes=["ei missään"], messages=other))
    told = run_it("lint", questions, bad)
    assert told.exit_code == 1
    assert f"error {bad}:1: c9: stands in no source" in told.output
    assert "2 files: 1 errors" in told.output


@cache
def guide_commands(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return [
        line.removeprefix("$ ")
        for block in CONSOLE.findall(text)
        for line in block.splitlines()
        if line.startswith("$ ")
    ]


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_of_the_guide_runs(name, run_it, tmp_path):
    (tmp_path / "evals" / "examples").mkdir(parents=True)
    shutil.copy(QUESTIONS, tmp_path / "evals" / "examples")
    runs = tmp_path / "var" / "runs"
    commands = guide_commands(name)
    assert commands[0].startswith("make eval CASES=")
    # What make would run, and a run from before to compare with.
    file = commands[0].removeprefix("make eval CASES=")
    assert run_it("lint", file).exit_code == 0
    assert run_it("run", "--output", runs / "vanha", "--cases", file).exit_code == 0
    for command in commands[1:]:
        words = command.split()
        assert words[:2] == [".venv/bin/tienviitta", "eval"]
        told = run_it(*words[2:])
        assert told.exit_code == 0, f"{command}: {told.output}"
    assert len(list(tmp_path.glob("*.html"))) == 1


@pytest.mark.parametrize("name", GUIDES)
def test_make_eval_checks_runs_and_tells_the_case_files(name):
    (line, *_) = guide_commands(name)
    if shutil.which("make") is None:
        pytest.skip("make isn't installed")
    told = subprocess.run(
        [*line.split(), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    file = line.partition("CASES=")[2]
    assert f"tienviitta eval lint {file}" in told
    assert f"--cases {file}" in told
    assert (ROOT / file).is_file()


def test_the_example_questions_are_ten_and_sound(true_corpus):
    from evals.adapters import asked_lines
    from evals.cases import load_cases
    from evals.lint import lint_files

    assert len(load_cases(QUESTIONS)) == 10
    texts = {one.id: one.text for one in true_corpus.sources}
    assert lint_files([QUESTIONS], texts, asked_lines(true_corpus)) == []
