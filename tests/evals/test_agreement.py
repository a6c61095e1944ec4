from __future__ import annotations

import math

import pytest
from evaluation_examples import case, new_run
from nltk.metrics.agreement import AnnotationTask
from rich.console import Console

from evals.agreement import agreements, cohen_kappa, krippendorff_alpha, print_agreements
from evals.judgement_report import as_object, of_this_run, sections
from evals.judging import Judgement, digest_of, keep_judgements
from evals.report import write_report
from evals.wording import Words

X = math.nan
# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers.
PUBLISHED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, X, X, X],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, X, 3],
    [X, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, X],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, X],
]


@pytest.mark.parametrize(("level", "expected"), [("nominal", 0.743), ("ordinal", 0.815)])
def test_alpha_is_that_of_the_published_example(level, expected):
    assert krippendorff_alpha(PUBLISHED, level) == pytest.approx(expected, abs=0.0005)


def test_kappa_is_that_of_a_hand_count():
    # 20 + 15 of 50 alike; chance gives 0.5: (0.7 - 0.5) / 0.5.
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)


def test_both_agree_with_a_second_library():
    pairs = [("yes", "yes"), ("no", "yes"), ("partly", "no"), ("no", "no"), ("yes", "partly")] * 3
    data = [(who, n, two[who]) for n, two in enumerate(pairs) for who in (0, 1)]
    task = AnnotationTask(data=data)
    assert cohen_kappa(pairs) == pytest.approx(task.kappa())
    order = ["yes", "no", "partly"]
    values = [[float(order.index(two[who])) for two in pairs] for who in (0, 1)]
    assert krippendorff_alpha(values, "nominal") == pytest.approx(task.alpha())


@pytest.mark.parametrize("values", [[], [[1.0, 2.0]], [[1.0, X], [X, 2.0]], [[1.0], [1.0]]])
def test_alpha_of_nothing_to_compare_is_none(values):
    assert krippendorff_alpha(values, "ordinal") is None


@pytest.mark.parametrize("pairs", [[], [("yes", "yes")] * 4])
def test_kappa_of_nothing_to_compare_is_none(pairs):
    assert cohen_kappa(pairs) is None


def judged(judge, *values, digest="d"):
    return [
        Judgement(judge, "c1", number, "supported", value, digest)
        for number, value in enumerate(values, 1)
    ]


def test_models_are_told_apart_from_people():
    people = judged("A", "yes", "no", "yes") + judged("B", "yes", "no", "partly")
    (found,) = agreements(people + judged("model:m", "no", "no", "none"))
    assert found.counts == {"yes": 3, "partly": 1, "no": 2}
    assert found.model_counts == {"no": 2, "none": 1}
    assert [pair.judges for pair in found.pairs] == [
        ("A", "B"), ("A", "model:m"), ("B", "model:m"),
    ]  # fmt: skip
    alone = agreements(people)[0]
    assert found.alpha == alone.alpha
    console = Console(record=True, width=140)
    print_agreements([found], console)
    assert "A – model:m" in console.export_text()


def test_judgements_of_other_words_are_of_something_else():
    (found,) = agreements(judged("A", "yes") + judged("B", "yes", digest="other"))
    assert found.units == 2
    assert found.pairs == ()


@pytest.fixture
def run(tmp_path):
    run = new_run(tmp_path / "ajo", case())
    digest = digest_of(run.responses()["c1"].answer["text"])
    keep_judgements(run.path, judged("<b>A", "yes", digest=digest) + judged("B", "no"))
    return run


def test_a_report_tells_of_the_judgements_of_its_answers(run, tmp_path):
    kept, others = of_this_run(run)
    assert [one.judge for one in kept] == ["<b>A"]
    assert others == 1
    write_report([run], tmp_path / "r.html")
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Ihmisten arviot" in html
    assert "1 arviota koskee muita vastauksia" in html
    assert as_object(run)[0]["counts"] == {"yes": 1}
    write_report([run], tmp_path / "r.md")
    told = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "| lause pitää paikkansa lähteen mukaan | 1 | 0 | 0 | 0 | 100 % | – |" in told
    write_report([run], tmp_path / "r.json")
    assert '"judgements"' in (tmp_path / "r.json").read_text(encoding="utf-8")


def test_a_run_without_judgements_has_no_section(tmp_path):
    assert sections(new_run(tmp_path / "ajo", case()), Words("en")) == []
