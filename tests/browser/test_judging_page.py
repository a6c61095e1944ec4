"""The page on which people judge answers, in a real browser, and what comes of its file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

# The examples live with the tests of the evaluation.
sys.path.append(str(Path(__file__).parents[1] / "evals"))

from evaluation_examples import PERIOD, PLACE, Scripted, answer, case, cite, new_run

from evals.agreement import agreements
from evals.judge_page import page as judging_page
from evals.judgement_report import of_this_run
from evals.judging import items_of, keep_judgements, load_judgements

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SAID = "Kesto on 31.5.2026 asti. [1] Se toimii Kalajoella. [2]"


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    said = {"said": answer(SAID, cite(PERIOD), cite(PLACE, 2))}
    target = Scripted(c1=said, c2=dict(said))
    directory = tmp_path_factory.mktemp("judging")
    run = new_run(directory / "ajo", case(), case(id="c2"), target=target)
    items = items_of(run, run.scores())
    (directory / "judge.html").write_text(judging_page(items, run.name), encoding="utf-8")
    return run, (directory / "judge.html").as_uri()


@pytest.fixture
def open_page(browser, run):
    contexts, faults = [], []

    def open_one(*, width: int = 1280, context=None, **options):
        if context is None:
            context = browser.new_context(viewport={"width": width, "height": 800}, **options)
            context.set_default_timeout(10_000)
            contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda one: one.url.startswith("file:") or faults.append(one.url))
        page.goto(run[1])
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


def judge_all(page, value):
    """Judge both answers: two sentences, use and plainness of each."""
    for _ in range(2):
        for group in page.locator("fieldset").all():
            group.get_by_label(value, exact=True).check()
        if page.get_by_role("button", name="Seuraava", exact=True).is_enabled():
            page.get_by_role("button", name="Seuraava", exact=True).click()


def saved(page, path):
    with page.expect_download() as download:
        page.get_by_role("button", name="Tallenna arviot tiedostoon").click()
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_accessible_and_fits_the_screen(open_page, scheme, width):
    page = open_page(width=width, color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate(OVERFLOW) <= 0


def test_two_judges_files_agree_as_they_judged_and_count_as_this_runs(open_page, run, tmp_path):
    files = []
    for judge, value in (("Aino", "kyllä"), ("Eino", "osittain")):
        page = open_page()
        page.get_by_label("Nimesi tai nimikirjaimesi").fill(judge)
        judge_all(page, value)
        assert "2 / 2 valmiina" in page.locator("#counted").inner_text()
        files.append(saved(page, tmp_path / f"{judge}.jsonl"))
    judged = [one for path in files for one in load_judgements(path)]
    assert len(judged) == 2 * 2 * 4
    for one in agreements(judged):
        assert one.counts == {"yes": one.units, "partly": one.units}
        assert [(pair.judges, pair.same) for pair in one.pairs] == [(("Aino", "Eino"), 0.0)]
    keep_judgements(run[0].path, judged)
    kept, others = of_this_run(run[0])
    assert (len(kept), others) == (16, 0)


def test_nothing_is_saved_without_a_name(open_page):
    page = open_page()
    judge_all(page, "ei")
    page.get_by_role("button", name="Tallenna arviot tiedostoon").click()
    assert page.get_by_role("status").inner_text() == "Kirjoita ensin nimesi tai nimikirjaimesi."


def test_what_was_judged_is_there_again_and_goes_on_from_a_file_elsewhere(open_page, tmp_path):
    page = open_page()
    page.get_by_label("Nimesi tai nimikirjaimesi").fill("Aino")
    judge_all(page, "kyllä")
    again = open_page(context=page.context)
    assert "2 / 2 valmiina" in again.locator("#counted").inner_text()
    path = saved(again, tmp_path / "a.jsonl")
    other = open_page()
    assert "0 / 2 valmiina" in other.locator("#counted").inner_text()
    other.get_by_label("Jatka tallennetusta tiedostosta").set_input_files(path)
    other.get_by_text("Arvioita luettu").wait_for()
    assert "2 / 2 valmiina" in other.locator("#counted").inner_text()
    assert other.get_by_label("Nimesi tai nimikirjaimesi").input_value() == "Aino"


def test_a_file_of_something_else_is_told_and_changes_nothing(open_page, tmp_path):
    page = open_page()
    judge_all(page, "kyllä")
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text("hei", encoding="utf-8")
    page.get_by_label("Jatka tallennetusta tiedostosta").set_input_files(wrong)
    page.get_by_text("Tiedostoa ei voi lukea").wait_for()
    assert "2 / 2 valmiina" in page.locator("#counted").inner_text()
