"""The evaluation's report in a real browser, opened as the file that it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

# The examples live with the tests of the evaluation.
sys.path.append(str(Path(__file__).parents[1] / "evals"))

from evaluation_examples import PERIOD, Scripted, answer, case, cite, hit, new_run

from assistant.dialogue import Message
from evals.report import write_report

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    directory = tmp_path_factory.mktemp("report")
    cases = [
        case(notes="why"),
        case(id="c2", category="list", messages=(Message("user", "Kuka auttaa Raahessa?"),)),
        case(id="c3", answerable=False, nuggets=(), gold_quotes=()),
        case(id="c4", expect_ended_warning=True, must_not=("kesto",)),
    ]
    hits = (hit(0, 30, why=["Raahe"], evidence={"dense": 0.9}), hit(31, 40, rejected="elsewhere"))
    before = Scripted(c2={"said": answer("En osaa sanoa."), "confidence": 0.2})
    after = Scripted(
        c1={"confidence": 0.9},
        c2={"hits": hits, "confidence": 0.7},
        c3={"confidence": 0.1},
        c4={"said": answer("Kesto [1] [7].", cite(PERIOD))},
    )
    runs = [
        new_run(directory / "vanha", *cases, target=before),
        new_run(directory / "uusi", *cases, target=after),
    ]
    path = directory / "raportti.html"
    write_report(runs, path)
    return path.as_uri()


@pytest.fixture
def open_report(browser, report):
    contexts, faults = [], []

    def open_one(fragment: str = "", *, width: int = 1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda one: one.url.startswith("file:") or faults.append(one.url))
        page.goto(report + fragment)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


def visible(page):
    return page.locator(".case:visible .case-id").all_text_contents()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_report_is_accessible_and_fits_the_screen(open_report, scheme, width):
    page = open_report(width=width, color_scheme=scheme)
    for summary in page.locator("summary").all():
        if not summary.evaluate("one => one.parentElement.open"):
            summary.click()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate(OVERFLOW) <= 0


def test_cases_are_found_by_words_category_and_verdict(open_report):
    page = open_report()
    assert visible(page) == ["c1", "c2", "c3", "c4"]
    page.get_by_label("Hae").fill("RAAHESSA kuka")
    assert visible(page) == ["c2"]
    page.get_by_label("Hae").fill("")
    page.get_by_label("Tulos").select_option("puutteita")
    assert visible(page) == ["c3", "c4"]
    assert page.get_by_role("status").inner_text() == "2 / 4"
    page.get_by_label("Kysymyksen laji", exact=True).select_option("list")
    assert visible(page) == []
    assert page.get_by_text("Mikään kysymys ei sovi hakuun.").is_visible()
    page.get_by_label("Tulos").select_option("parani")
    assert visible(page) == ["c2"]


def test_an_opened_case_shows_the_quote_in_its_source_and_what_is_missing(open_report):
    page = open_report()
    page.locator("#case-c1 summary").click()
    assert page.locator("#case-c1 mark").inner_text() == PERIOD
    assert "Duuniportti toimii Kalajoella." in page.locator("#case-c1 blockquote").inner_text()
    page.locator("#case-c4 summary").click()
    told = page.locator("#case-c4 .problems").first.inner_text()
    for piece in ("Puuttuu, välttämätön: loppuu", "Kielletty: kesto", "Päättymisestä ei kerrota"):
        assert piece in told


def test_a_link_to_a_case_opens_it(open_report):
    page = open_report("#case-c2")
    assert page.locator("#case-c2 .case-body").is_visible()
    assert page.locator("#case-c1 .case-body").is_hidden()
    page.locator("#compared ~ div a[href='#case-c4'], section a[href='#case-c4']").first.click()
    assert page.locator("#case-c4 .case-body").is_visible()


def test_the_report_reads_without_scripts(open_report):
    page = open_report(java_script_enabled=False)
    assert page.locator(".filters").is_hidden()
    page.locator("#case-c1 summary").click()
    assert page.locator("#case-c1 .case-body").is_visible()
