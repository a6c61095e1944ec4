"""Every page and state: axe finds nothing, nothing runs over the side, and a picture is kept."""

from __future__ import annotations

import pytest
from states import READING, in_language, walk

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install .[dev]")

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.2's target size (2.5.8) spares links within a sentence, and so does axe.
PRESSED = "button, select, summary, textarea, input, .call, nav a"
SMALL = """(pressed) => [...document.querySelectorAll(pressed)]
    .filter((e) => e.checkVisibility() && !e.closest("[hidden]"))
    .map((e) => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))"""
WALKS = [(360, "dark", "fi"), (1280, "light", "sv")]
READINGS = [(360, "light", "en"), (1280, "dark", "fi")]
SHORT = {"start", "answer", "quote"}


def check(page, state: str) -> None:
    """Look for violations of axe's rules, WCAG's and its best practices, and for what runs over."""
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, f"{state}: {found.generate_report()}"
    assert page.evaluate(OVERFLOW) <= 0, state
    assert page.evaluate(SMALL, PRESSED) == [], state


@pytest.mark.parametrize(("width", "scheme", "language"), WALKS)
def test_no_state_of_the_conversation_violates(open_page, assistant, keep, width, scheme, language):
    page = open_page(width=width, color_scheme=scheme)
    seen = []
    for state in walk(page, assistant, language):
        keep(page, f"{state}-{width}-{scheme}-{language}")
        check(page, state)
        seen.append(state)
    assert len(seen) == 11


def test_the_states_in_english_violate_nothing(open_page, assistant, keep):
    page = open_page(width=360)
    for state in walk(page, assistant, "en"):
        if state in SHORT:
            keep(page, f"{state}-360-light-en")
            check(page, state)


@pytest.mark.parametrize(("width", "scheme", "language"), READINGS)
def test_no_page_to_read_violates(open_page, keep, width, scheme, language):
    page = open_page(width=width, color_scheme=scheme)
    for name, path in READING.items():
        # The API's description is one and the same, and takes axe long.
        if name == "api" and language != "fi":
            continue
        page.goto(in_language(path, language))
        if name == "embedding":
            page.locator("#opastaja .panel").wait_for()
        keep(page, f"{name}-{width}-{scheme}-{language}")
        check(page, name)


def test_axe_finds_what_is_wrong(open_page):
    page = open_page()
    page.evaluate("document.querySelector('label[for=q]').remove()")
    page.evaluate("document.querySelector('#q').removeAttribute('placeholder')")
    assert axe.Axe().run(page).violations_count > 0


def test_text_of_double_size_fits_a_phone(open_page, assistant, keep):
    page = open_page(width=360, height=740)
    for state in walk(page, assistant, "fi"):
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OVERFLOW) <= 0, state
        if state in {"start", "answer"}:
            keep(page, f"{state}-360-double")
        page.evaluate("document.documentElement.style.fontSize = ''")


def test_without_scripts_the_answer_violates_nothing(open_page, keep):
    page = open_page("/saavutettavuus", width=360)
    page.route("**/static/*.js", lambda route: route.abort())
    page.goto("/")
    page.fill("#q", "Missä?")
    page.get_by_role("button", name="Kysy", exact=True).click()
    page.locator(".answer").wait_for()
    keep(page, "answer-360-without-scripts")
    check(page, "answer without scripts")
