"""The page in a real browser, against hand-made answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_assistant import ANSWERED, CITATIONS
from states import ask

from api.wording import FINNISH

EXAMPLES = FINNISH.examples()
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_a_tap_on_an_example_asks_it(open_page, assistant):
    page = open_page()
    page.get_by_role("button", name=EXAMPLES[2][1]).click()
    answer = page.locator(".answer")
    answer.wait_for()
    assert assistant.asked[0].question == EXAMPLES[2][1]
    assert page.locator(".asked p").inner_text() == EXAMPLES[2][1]
    assert page.locator(".badge").all_text_contents() == ["Käynnissä", "Alkamassa", "Päättynyt"]
    assert page.locator(".ended .card").is_hidden()
    page.get_by_text("Päättyneet (1)").click()
    assert page.locator(".ended .card").is_visible()
    assert answer.locator("a[href='tel:0447031234']").count() == 2
    assert answer.locator(".notice").inner_text().startswith("Päättynyt\n")
    assert page.locator("#otsikko").is_hidden()


def test_the_conversation_is_sent_along_and_can_be_started_over(open_page, assistant):
    page = open_page()
    ask(page, "Missä opiskella?")
    page.get_by_role("button", name=ANSWERED.follow_ups[0]).click()
    page.locator(".answer").nth(1).wait_for()
    assert [m.role for m in assistant.asked[1].messages] == ["user", "assistant", "user"]
    assert assistant.asked[1].messages[1].content == ANSWERED.text
    page.get_by_role("button", name="Aloita alusta").click()
    assert page.locator(".turn").count() == 0
    assert page.locator("#otsikko").is_visible()
    ask(page, "Uudestaan")
    assert len(assistant.asked[2].messages) == 1


def test_a_citation_opens_its_quote_and_leads_to_the_marked_place(open_page):
    page = open_page()
    ask(page, "Missä?")
    page.get_by_role("button", name="Lähde 2").first.click()
    dialog = page.get_by_role("dialog")
    quote = dialog.locator("blockquote")
    assert quote.text_content() == CITATIONS[1].quote
    assert quote.get_attribute("lang") == "fi"
    assert "Duuniportti -hanke" in dialog.locator(".source-place").first.inner_text()
    assert "kesäkuu 2024" in dialog.inner_text()
    with page.expect_popup() as opened:
        dialog.get_by_role("link", name="Näytä kohta lähteessä").click()
    source = opened.value
    source.locator("#kohta").wait_for()
    assert "".join(source.locator("mark").all_text_contents()) == CITATIONS[1].quote
    top = source.locator("mark").nth(1).bounding_box()["y"]
    assert 0 < top < 800
    page.keyboard.press("Escape")
    assert dialog.is_hidden()


def test_a_quote_of_a_description_tells_what_it_rests_on(open_page):
    page = open_page()
    ask(page, "Missä?")
    page.get_by_role("button", name="Lähde 1").first.click()
    link = page.get_by_role("dialog").get_by_role("link", name="ouka.fi")
    assert link.get_attribute("href") == CITATIONS[0].basis[0].url
    assert "nähty 24.11.2026" in page.get_by_role("dialog").inner_text()


def test_the_choices_of_a_question_back_ask(open_page, assistant):
    page = open_page()
    ask(page, "missä asun")
    page.get_by_role("button", name="Asun Raahessa").click()
    page.locator(".answer").nth(1).wait_for()
    assert assistant.asked[1].question == "Asun Raahessa"


def test_crisis_help_can_be_called_at_once(open_page):
    page = open_page(width=360, height=740)
    ask(page, "olen vaarassa")
    calls = page.locator(".call")
    assert calls.all_inner_texts() == ["Soita 112", "Soita 09 2525 0111"]
    assert calls.first.get_attribute("href") == "tel:112"
    middles = calls.first.evaluate(
        """(e) => {
            const text = document.createRange();
            text.selectNodeContents(e);
            return [e, text].map((one) => one.getBoundingClientRect()).map((r) => r.top + r.bottom);
        }"""
    )
    assert abs(middles[0] - middles[1]) <= 4
    box = calls.first.bounding_box()
    assert box["height"] >= 44
    assert box["y"] < 400


def test_the_finished_answer_is_announced_once(open_page):
    page = open_page()
    ask(page, "olen vaarassa")
    status = page.locator("#status").inner_text()
    assert status.count("hätänumeroon 112") == 1
    assert status.startswith("Apua heti")
    assert page.get_by_role("log").get_attribute("aria-live") == "off"


def test_the_municipality_is_remembered_in_the_browser_alone_and_forgotten_when_asked(
    open_page, assistant
):
    page = open_page()
    page.get_by_label("Kuntasi").select_option("Raahe")
    page.reload()
    assert page.get_by_label("Kuntasi").input_value() == "Raahe"
    ask(page, "Missä?")
    assert assistant.asked[0].municipality == "Raahe"
    stored = "[Object.entries(localStorage), sessionStorage.length, document.cookie]"
    assert page.evaluate(stored) == [[["tienviitta.kunta", "Raahe"]], 0, ""]
    page.get_by_text("Raahe, vastaus asukkaalle").click()
    page.get_by_role("button", name="Unohda kunta").click()
    assert page.evaluate(stored) == [[], 0, ""]
    ask(page, "Missä?")
    assert assistant.asked[1].municipality is None


def test_the_counsellor_sees_every_field(open_page, assistant):
    page = open_page()
    page.get_by_label("ohjaajalle").check()
    ask(page, "Missä?")
    assert assistant.asked[0].audience == "counsellor"
    assert "Kenelle" in page.locator(".cards").first.inner_text()


def test_a_failure_is_told_in_finnish_and_can_be_tried_again(open_page, assistant):
    page = open_page()
    assistant.fault = RuntimeError("no")
    page.fill("#q", "Missä?")
    page.press("#q", "Enter")
    alert = page.get_by_role("alert")
    assert FINNISH.problem(500) in alert.inner_text()
    assistant.fault = None
    alert.get_by_role("button", name="Yritä uudelleen").click()
    page.locator(".answer").wait_for()
    assert page.get_by_role("alert").count() == 0
    assert page.locator(".asked").count() == 1


def test_text_from_outside_is_never_markup(open_page, assistant):
    bad = "<img src=x onerror=alert(1)> [1]"
    assistant.answers = {
        "": replace(
            ANSWERED,
            text=bad,
            follow_ups=(bad,),
            services=(replace(ANSWERED.services[0], name=bad, channels={"url": "javascript:a()"}),),
        )
    }
    page = open_page()
    ask(page, bad)
    assert page.locator("img").count() == 0
    assert page.locator("[href^=javascript]").count() == 0
    assert page.locator(".card h3").inner_text() == bad


def test_a_shifted_enter_makes_a_new_line(open_page, assistant):
    page = open_page()
    page.fill("#q", "a")
    page.press("#q", "Shift+Enter")
    page.keyboard.type("b")
    page.get_by_role("button", name="Kysy", exact=True).click()
    page.locator(".answer").wait_for()
    assert assistant.asked[0].question == "a\nb"


class TestWithoutScripts:
    def test_a_question_is_answered(self, open_page, assistant):
        page = open_page(java_script_enabled=False)
        page.fill("#q", "Missä?")
        page.get_by_label("Kuntasi").select_option("Raahe")
        page.get_by_role("button", name="Kysy", exact=True).click()
        assert page.locator(".answer .badge").count() == 3
        assert assistant.asked[0].municipality == "Raahe"
        assert "Miss" not in page.url
        page.locator(".answer-text .cite").nth(1).click()
        cited = page.locator("#lahde-2")
        assert cited.locator("blockquote").text_content() == CITATIONS[1].quote
        assert 0 <= cited.bounding_box()["y"] < 800
        cited.get_by_role("link", name="Näytä kohta lähteessä").click()
        assert page.locator("#kohta").bounding_box()["y"] < 800

    def test_examples_and_follow_ups_ask(self, open_page, assistant):
        page = open_page(java_script_enabled=False)
        page.get_by_role("button", name=EXAMPLES[0][1]).click()
        page.get_by_role("button", name=ANSWERED.follow_ups[1]).click()
        asked = [a.question for a in assistant.asked]
        assert asked == [EXAMPLES[0][1], ANSWERED.follow_ups[1]]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_runs_over_the_side(open_page, width, scheme):
    page = open_page(width=width, color_scheme=scheme)
    assert page.evaluate(OVERFLOW) == 0
    ask(page, "Missä?" + "a" * 200)
    page.locator("details.sources summary").click()
    assert page.evaluate(OVERFLOW) == 0
    for path in ("/lahteet", "/rajapinta", "/lahteet/services/villa-victor"):
        page.goto(path)
        assert page.evaluate(OVERFLOW) == 0


def test_what_is_focused_is_seen(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(4):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => {
                const e = document.activeElement;
                const shown = e.matches(".segments input") ? e.nextElementSibling : e;
                return parseFloat(getComputedStyle(shown).outlineWidth);
            }"""
        )
        assert outline >= 2
