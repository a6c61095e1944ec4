"""The page in Finnish, Swedish and English."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_assistant import ANSWERED
from states import READING, ask, in_language, walk

from api.wording import LANGUAGES, entries, words

STORED = "[Object.entries(localStorage), sessionStorage.length, document.cookie]"
OTHERS = [code for code in LANGUAGES if code != "fi"]
# Every piece of text that is seen or read aloud, with the language that it's marked as.
TEXTS = """() => {
    const found = [];
    const language = (e) => e.closest("[lang]").lang;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const { parentElement: e, data } = walker.currentNode;
        if (data.trim() && !e.closest("script, noscript")) found.push([data.trim(), language(e)]);
    }
    for (const e of document.querySelectorAll("[aria-label], [placeholder], [label]")) {
        for (const name of ["aria-label", "placeholder", "label"]) {
            if (e.hasAttribute(name)) found.push([e.getAttribute(name), language(e)]);
        }
    }
    return found;
}"""


def finnish_only(language: str) -> set[str]:
    """What the page says in Finnish and says otherwise in another language."""
    finnish, other = words("fi"), words(language)
    plain = [name for name, text in entries("fi").items() if "$" not in text]
    return {finnish.say(name) for name in plain} - {other.say(name) for name in plain} - {""}


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_of_the_pages_own_words_is_left_in_finnish(open_page, assistant, language):
    finnish = finnish_only(language)
    page = open_page()
    for state in walk(page, assistant, language):
        left = [text for text, marked in page.evaluate(TEXTS) if marked != "fi" and text in finnish]
        assert left == [], state
    for name, path in READING.items():
        page.goto(in_language(path, language))
        left = [text for text, marked in page.evaluate(TEXTS) if marked != "fi" and text in finnish]
        assert left == [], name


@pytest.mark.parametrize("language", OTHERS)
def test_what_stays_finnish_is_marked_and_told(open_page, language):
    page = open_page(in_language("/", language))
    assert page.locator("html").get_attribute("lang") == language
    assert words(language).say("page-translated") in page.inner_text("main")
    ask(page, "Missä?")
    for mark in (".card h3", ".card .said", ".card .facts dd a", ".understood .said", "blockquote"):
        found = page.locator(mark).first.evaluate("(e) => e.closest('[lang]').lang")
        assert found == "fi", mark


@pytest.mark.parametrize(("language", "asked"), [("fi", None), ("sv", "sv"), ("en", "en")])
def test_the_answer_is_asked_in_the_language_that_was_chosen(open_page, assistant, language, asked):
    page = open_page(in_language("/", language))
    ask(page, "Missä?")
    assert assistant.asked[0].language == asked


def test_the_answer_without_scripts_is_in_the_language_that_was_chosen(open_page, assistant):
    page = open_page("/?kieli=sv", java_script_enabled=False)
    page.fill("#q", "Var?")
    page.get_by_role("button", name="Fråga", exact=True).click()
    assert assistant.asked[0].language == "sv"
    assert page.locator("html").get_attribute("lang") == "sv"
    assert page.locator(".answer h2").first.inner_text() == "Svar"
    page.get_by_role("link", name="Alla källor").last.click()
    assert page.locator("h1").inner_text() == "Varifrån svaren kommer"


def test_the_language_is_remembered_in_the_browser_alone(open_page):
    page = open_page()
    page.get_by_role("link", name="Svenska").click()
    page.get_by_role("heading", name="Vart härnäst?").wait_for()
    assert page.evaluate(STORED) == [[["tienviitta.kieli", "sv"]], 0, ""]
    page.goto("/lahteet")
    page.get_by_role("heading", name="Varifrån svaren kommer").wait_for()
    page.get_by_role("link", name="Suomi").click()
    page.get_by_role("heading", name="Mistä vastaukset tulevat").wait_for()
    assert page.evaluate(STORED) == [[], 0, ""]
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "fi"


def test_a_language_in_the_address_wins_over_the_remembered(open_page):
    page = open_page()
    page.get_by_role("link", name="Svenska").click()
    page.get_by_role("heading", name="Vart härnäst?").wait_for()
    page.goto("/?kieli=en")
    page.wait_for_load_state("networkidle")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_last_question_is_asked_anew_in_another_language(open_page, assistant):
    assistant.answers = {"": replace(ANSWERED, language="sv")}
    page = open_page()
    ask(page, "Missä voin opiskella?")
    page.get_by_role("link", name="Svenska").click()
    page.locator(".answer h2", has_text="Svar").wait_for()
    assert [a.question for a in assistant.asked] == ["Missä voin opiskella?"] * 2
    assert assistant.asked[1].language == "sv"
    assert "kysy" not in page.url


def test_a_place_in_a_source_stays_when_the_language_changes(open_page):
    page = open_page(READING["source"])
    page.get_by_role("link", name="English").click()
    page.get_by_text("The place that the answer quotes is marked").wait_for()
    assert page.locator("mark").count() > 0
