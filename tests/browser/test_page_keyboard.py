"""The page with the keyboard alone, and as a screen reader is told of it."""

from __future__ import annotations

import re
from itertools import pairwise

from fake_assistant import CITATIONS
from states import ask

FOCUSED = """() => {
    const e = document.activeElement;
    if (e === document.body) return "body";
    return (e.getAttribute("aria-label") || e.innerText || e.id).trim();
}"""


def press_until(page, wanted: str, key: str = "Tab", most: int = 60) -> None:
    """Press a key until the focus is at what has these words."""
    for _ in range(most):
        page.keyboard.press(key)
        if wanted in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{wanted} isn't reached by {key}")


def test_everything_is_done_with_the_keyboard_alone(open_page, assistant):
    page = open_page(width=360, height=740)
    press_until(page, "Siirry sisältöön")
    page.keyboard.press("Enter")
    press_until(page, "q")
    page.keyboard.type("Missä?")
    page.keyboard.press("Enter")
    page.locator(".answer .tools").wait_for()
    assert page.evaluate(FOCUSED) == "q"

    press_until(page, "Lähde 2", key="Shift+Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog").is_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('body, dialog, dialog *')")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").is_hidden()
    assert page.evaluate(FOCUSED).startswith("Lähde 2")

    press_until(page, "Miten ilmoittaudun")
    page.keyboard.press("Space")
    page.locator(".answer .tools").nth(1).wait_for()
    assert "Miten ilmoittaudun" in page.evaluate(FOCUSED)
    assert assistant.asked[1].question == "Miten ilmoittaudun työnhakijaksi?"

    press_until(page, "Ei auttanut")
    page.keyboard.press("Enter")
    page.keyboard.type("Ei kertonut paikkaa.")
    press_until(page, "Lähetä palaute")
    page.keyboard.press("Enter")
    page.get_by_text("Kiitos palautteesta").wait_for()
    assert page.evaluate(FOCUSED) == "Poista palaute nyt"

    press_until(page, "Aloita alusta", key="Shift+Tab", most=120)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "sisalto"
    assert page.locator(".turn").count() == 0


def test_the_focus_stays_where_the_conversation_is_when_an_example_is_tapped(open_page):
    page = open_page()
    page.locator(".sign").first.focus()
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()
    assert page.evaluate("document.activeElement.className") == "turn asked"


def test_cancelling_feedback_returns_to_its_thumb(open_page):
    page = open_page()
    ask(page, "Missä?")
    page.get_by_role("button", name="Ei auttanut").press("Enter")
    assert page.evaluate("document.activeElement.name") == "comment"
    page.get_by_role("button", name="Peruuta").press("Enter")
    assert page.evaluate(FOCUSED) == "Ei auttanut"


def test_what_is_focused_is_never_under_the_form_at_the_bottom(open_page):
    page = open_page(width=360, height=740)
    ask(page, "Missä?")
    covered = """() => {
        const e = document.activeElement, dock = document.getElementById("dock");
        if (dock.contains(e) || !e.closest("#talk")) return false;
        const box = e.getBoundingClientRect();
        return box.top >= dock.getBoundingClientRect().top;
    }"""
    page.evaluate("document.querySelector('.answer .cite').focus()")
    for _ in range(25):
        assert not page.evaluate(covered), page.evaluate(FOCUSED)
        page.keyboard.press("Tab")


def test_a_screen_reader_is_told_names_roles_and_structure(open_page):
    page = open_page()
    start = page.locator("body").aria_snapshot()
    for line in (
        '- link "Siirry sisältöön"',
        '- navigation "Sivun kieli"',
        '- heading "Minne seuraavaksi?" [level=1]',
        '- textbox "Kysymyksesi"',
        '- combobox "Kuntasi"',
        '- group "Vastaus on"',
        '- radio "asukkaalle" [checked]',
        "- contentinfo",
    ):
        assert line in start, line
    ask(page, "Missä?")
    told = page.locator("body").aria_snapshot()
    assert '- heading "Keskustelu" [level=1]' in told
    assert '- log "Keskustelu"' in told
    assert '- heading "Vastaus" [level=2]' in told
    assert '- heading "Monikulttuurikeskus Villa Victor" [level=3]' in told
    assert f'button "Lähde 1: {CITATIONS[0].title}"' in told
    assert '- group "Jatka kysymällä"' in told
    assert '- group "Vastauksen toiminnot"' in told
    assert '- region "Auttoiko vastaus?"' in told
    page.get_by_role("button", name="Lähde 1").first.click()
    dialog = page.get_by_role("dialog", name="Lähde 1").aria_snapshot()
    assert "- blockquote" in dialog
    assert '- button "Sulje"' in dialog


def test_headings_never_skip_a_level(open_page):
    page = open_page()
    ask(page, "Missä?")
    snapshot = page.locator("body").aria_snapshot()
    levels = [int(level) for level in re.findall(r"heading .*\[level=(\d)\]", snapshot)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_only_the_finished_answer_is_announced_and_once(open_page):
    page = open_page()
    page.evaluate(
        """() => {
            window.told = [];
            new MutationObserver(() => {
                const text = document.getElementById("status").textContent;
                if (text) window.told.push(text);
            }).observe(document.getElementById("status"), { childList: true, subtree: true });
        }"""
    )
    ask(page, "Missä?")
    told = page.evaluate("window.told")
    assert told[0] == "Etsin lähteistä"
    assert len(told) == 2
    assert told[1].startswith("Vastaus. Suomea voi opiskella maksutta")
    assert "[1]" not in told[1]
    assert told[1].endswith("Palveluja vastauksessa: 3.")
    live = page.evaluate("[...document.querySelectorAll('#talk [aria-live]')].length")
    assert live == 0
