from __future__ import annotations

import pytest
from evaluation_examples import Scripted, answer, case, new_run
from rich.console import Console

from evals.gate import BASELINE, BaselineError, judge, read_baseline, write_baseline
from evals.report import print_verdict

WRONG = {"said": answer("En osaa sanoa.")}


def cases(count, **fields):
    return [case(id=f"c{number}", **fields) for number in range(count)]


def run(path, worse=(), count=12, **fields):
    target = Scripted(**dict.fromkeys(worse, WRONG))
    return new_run(path, *cases(count, **fields), target=target)


@pytest.fixture
def baseline(tmp_path):
    directory = run(tmp_path / "before")
    path = tmp_path / "dev.json"
    assert write_baseline(path, directory, directory.scores()) == 12
    return path


def verdict(baseline, directory):
    return judge(read_baseline(baseline), directory.scores())


def test_an_unchanged_run_passes(baseline, tmp_path):
    assert verdict(baseline, run(tmp_path / "after")).passed


def test_a_significant_drop_fails_and_names_the_measure_and_the_cases(baseline, tmp_path):
    worse = [f"c{number}" for number in range(8)]
    found = verdict(baseline, run(tmp_path / "after", worse))
    dropped = {one.measure.name: one for one in found.dropped}
    assert dropped["passed"].worse == tuple(sorted(worse))
    assert dropped["passed"].p < 0.05
    console = Console(record=True, width=200)
    print_verdict(found, console)
    printed = console.export_text()
    for piece in ("dropped passed: 1.000 → 0.333", "c0", "c7"):
        assert piece in printed


def test_one_case_may_get_worse_by_chance_but_no_citation_may_break(baseline, tmp_path):
    missing = Scripted(c0={"said": answer("Kesto 31.5.2027 [1].", *_citations())})
    directory = new_run(tmp_path / "one", *cases(12), target=missing)
    assert verdict(baseline, directory).passed
    unsound = verdict(baseline, run(tmp_path / "two", ["c0"]))
    assert [one.measure.name for one in unsound.dropped] == ["citations_sound"]


def _citations():
    from evaluation_examples import PERIOD, cite

    return (cite(PERIOD),)


def test_getting_better_passes(tmp_path):
    before = run(tmp_path / "before", [f"c{number}" for number in range(9)])
    write_baseline(tmp_path / "dev.json", before, before.scores())
    assert verdict(tmp_path / "dev.json", run(tmp_path / "after")).passed


def test_a_run_that_lacks_many_of_the_baselines_cases_says_nothing(baseline, tmp_path):
    with pytest.raises(BaselineError, match="has 5 of the baseline's 12 cases"):
        verdict(baseline, run(tmp_path / "after", count=5))


def test_no_test_case_becomes_a_part_of_the_baseline(tmp_path):
    directory = new_run(tmp_path / "run", case(), case(id="hidden", split="test"))
    assert write_baseline(tmp_path / "dev.json", directory, directory.scores()) == 1
    assert "hidden" not in (tmp_path / "dev.json").read_text(encoding="utf-8")
    only = new_run(tmp_path / "only", case(id="hidden", split="test"))
    with pytest.raises(BaselineError, match="no development cases"):
        write_baseline(tmp_path / "other.json", only, only.scores())


def test_a_run_with_failures_or_unasked_cases_becomes_no_baseline(tmp_path):
    from assistant.errors import TienviittaError
    from evals.rundir import RunDirectory

    failed = new_run(tmp_path / "failed", target=Scripted(c1=TienviittaError("busy")))
    with pytest.raises(BaselineError, match="without an answer"):
        write_baseline(tmp_path / "dev.json", failed, failed.scores())
    begun = RunDirectory.create(
        tmp_path / "begun", [case(), case(id="c2")], Scripted().sources(), {"target": {}}
    )
    begun.append(failed.responses()["c1"].__class__("c1", {}, {"text": "x"}))
    with pytest.raises(BaselineError, match="1 cases weren't asked"):
        write_baseline(tmp_path / "dev.json", begun, begun.scores())
    assert not (tmp_path / "dev.json").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "torn"), ('{"format": 0}', "another version"), ('{"format": 1}', "torn")],
)
def test_a_baseline_that_cannot_be_read_is_told(tmp_path, text, message):
    path = tmp_path / "dev.json"
    with pytest.raises(BaselineError, match="can't be read"):
        read_baseline(path)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match=message):
        read_baseline(path)


def test_the_shipped_baseline_holds_development_cases_alone():
    from evals.cases import load_cases
    from evals.run_commands import DEV_CASES

    known = {one.id for one in load_cases(*DEV_CASES)}
    baseline = read_baseline(BASELINE)
    assert len(baseline) > 400
    assert set(baseline) <= known
