"""What a person does with an answer: reads it as it comes, takes it along, shares, rates it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_assistant import ANSWERED, CITATIONS
from states import FULL, NEAR, PLACE_QUESTION, ask

from api.schemas import AnswerOut
from api.wording import FINNISH
from assistant.dialogue import Outcome

CLIPBOARD = ["clipboard-read", "clipboard-write"]
READ = "navigator.clipboard.readText()"
# A stream that the test feeds: the answer comes when the page has long been still.
FED = """() => {
    const encoder = new TextEncoder();
    window.shifts = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: false });
    window.fetch = async () => {
        const body = new ReadableStream({ start: (c) => { window.feed = c; } });
        return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
    };
    window.tell = (name, data) =>
        feed.enqueue(encoder.encode(`event: ${name}\\ndata: ${JSON.stringify(data)}\\n\\n`));
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    window.painted = () => frame().then(frame);
}"""
IS_FED = """new Promise((done) => {
    const look = () => (window.feed ? done() : requestAnimationFrame(look));
    look();
})"""
"""Looked at frame by frame here, since the page's policy forbids Playwright's own looking."""
TELL = "(delta) => { tell('text', { delta }); return painted(); }"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_answer_is_drawn_as_it_comes_and_nothing_moves(open_page, width):
    answer = AnswerOut.model_validate(FULL).model_dump(mode="json")
    page = open_page(width=width, height=740)
    page.evaluate(FED)
    page.fill("#q", "Missä?")
    page.press("#q", "Enter")
    page.evaluate(IS_FED)
    page.locator(".waiting").wait_for()
    page.evaluate("painted().then(() => { window.shifts = 0; })")
    page.evaluate("(a) => tell('meta', { outcome: a.outcome, language: a.language })", answer)
    half = len(answer["text"]) // 2
    page.evaluate(TELL, answer["text"][:half])
    first = page.locator(".answer-text p").first
    assert first.inner_text().startswith("Suomea voi opiskella maksutta")
    before = first.bounding_box()
    asked = page.locator(".asked").bounding_box()
    page.evaluate(TELL, answer["text"][half:])
    page.evaluate("(a) => { tell('answer', a); return painted(); }", answer)
    page.locator(".answer .tools").wait_for()
    assert first.bounding_box() == before
    assert page.locator(".asked").bounding_box() == asked
    assert page.evaluate("painted().then(() => window.shifts)") == 0


def test_a_stream_that_breaks_off_is_told_as_a_broken_connection(open_page):
    page = open_page()
    page.evaluate(FED)
    page.fill("#q", "Missä?")
    page.press("#q", "Enter")
    page.evaluate(IS_FED)
    page.evaluate("tell('meta', { outcome: 'answered', language: 'fi' })")
    page.evaluate("tell('text', { delta: 'Puolikas' })")
    page.evaluate("feed.close()")
    alert = page.get_by_role("alert")
    assert FINNISH.say("problem-network") in alert.inner_text()
    assert page.locator(".answer").count() == 0
    assert page.input_value("#q") == "Missä?"


def test_events_are_whole_however_they_are_cut(open_page):
    page = open_page()
    found = page.evaluate(
        """async () => {
            const { events } = await import('/static/events.js');
            const bytes = new TextEncoder().encode(
                'event: text\\ndata: {"delta": "pää"}\\n\\n: note\\n\\n' +
                'event: answer\\r\\ndata: {"a":\\r\\ndata: 1}\\r\\n\\r\\n' +
                'data: {}\\n\\nevent: cut\\ndata: {'
            );
            const told = [];
            for (let size = 1; size <= bytes.length; size += 7) {
                const body = new ReadableStream({ start(c) {
                    for (let i = 0; i < bytes.length; i += size) {
                        c.enqueue(bytes.slice(i, i + size));
                    }
                    c.close();
                } });
                const one = [];
                for await (const event of events(body)) one.push([event.name, event.data]);
                told.push(JSON.stringify(one));
            }
            return [...new Set(told)];
        }"""
    )
    assert found == ['[["text",{"delta":"pää"}],["answer",{"a":1}],["message",{}]]']


def test_a_service_whose_end_is_near_says_so(open_page, assistant):
    assistant.answers = {"": FULL}
    page = open_page()
    ask(page, "Missä?")
    card = page.locator(".card", has_text="Loppuva kurssi")
    assert card.locator(".badge").inner_text() == "Päättyy pian"
    assert f"{NEAR.day}.{NEAR.month}.{NEAR.year} asti" in card.inner_text()


def test_a_question_is_shared_in_a_part_of_the_address_that_no_server_sees(
    open_page, assistant, address
):
    page = open_page(permissions=CLIPBOARD)
    page.get_by_label("Kuntasi").select_option("Raahe")
    ask(page, "Missä & miten?")
    page.get_by_role("button", name="Jaa kysymys linkkinä").click()
    page.get_by_text("Linkki on kopioitu").wait_for()
    link = page.evaluate(READ)
    assert link.startswith(f"{address}/#kysy=Miss")
    assert link.endswith("&kunta=Raahe")

    seen = []
    other = open_page()
    other.on("request", lambda request: seen.append(request.url))
    other.goto("about:blank")
    other.goto(link)
    other.locator(".answer .tools").wait_for()
    assert assistant.asked[-1].question == "Missä & miten?"
    assert assistant.asked[-1].municipality == "Raahe"
    assert not any("?" in url for url in seen)
    assert other.url == f"{address}/"


def test_an_answer_is_copied_with_its_sources(open_page):
    page = open_page(permissions=CLIPBOARD)
    ask(page, "Missä?")
    page.get_by_role("button", name="Kopioi vastaus").click()
    page.get_by_text("Kopioitu").wait_for()
    copied = page.evaluate(READ)
    assert copied.startswith(ANSWERED.text)
    assert CITATIONS[1].quote in copied
    assert "Duuniportti-hanke (päättynyt)" in copied


def test_a_link_to_the_quoted_place_is_copied(open_page, address):
    page = open_page(permissions=CLIPBOARD)
    ask(page, "Missä?")
    page.get_by_role("button", name="Lähde 2").first.click()
    page.get_by_role("button", name="Kopioi linkki kohtaan").click()
    page.get_by_role("dialog").get_by_text("Kopioitu").wait_for()
    cited = CITATIONS[1]
    assert page.evaluate(READ) == (
        f"{address}/lahteet/{cited.source_id}?start={cited.start}&end={cited.end}#kohta"
    )


def test_one_answer_is_printed_as_a_page_to_take_along(open_page, keep):
    page = open_page(width=720)
    ask(page, "Ensimmäinen?")
    ask(page, "Toinen?")
    page.emulate_media(media="print")
    page.evaluate(
        """() => {
            window.print = () => {
                dispatchEvent(new Event("beforeprint"));
                window.printed = document.body.innerText;
                window.note = document.querySelector(".print-note").innerText;
            };
        }"""
    )
    page.evaluate("[...document.querySelectorAll('.tools .plain')].at(-2).click()")
    printed = page.evaluate("window.printed")
    assert "Toinen?" in printed
    assert "Ensimmäinen?" not in printed
    assert CITATIONS[1].quote.split("**")[-1].strip()[:60] in printed
    link = page.locator(".card a[href^=http]").first
    assert link.evaluate("(e) => getComputedStyle(e, '::after').content").startswith('" (')
    assert "automaattinen opastaja" in page.evaluate("window.note")
    for button in ("Kopioi vastaus", "Kysy", "Aloita alusta", "Auttoi"):
        assert button not in printed.split("\n")
    keep(page, "printed")


def test_the_place_is_chosen_where_it_is_asked(open_page, assistant):
    assistant.answers = {"": FULL}
    page = open_page()
    ask(page, "Mistä apua?")
    page.get_by_role("button", name=PLACE_QUESTION).click()
    page.get_by_label(PLACE_QUESTION).select_option("Kalajoki")
    assert len(assistant.asked) == 1
    page.locator(".place-choice .send").click()
    page.locator(".answer .tools").nth(1).wait_for()
    assert assistant.asked[1].question == "Mistä apua?"
    assert assistant.asked[1].municipality == "Kalajoki"
    page.reload()
    assert page.get_by_label("Kuntasi").input_value() == "Kalajoki"


def test_distress_is_not_asked_for_thumbs_or_shared(open_page):
    page = open_page()
    ask(page, "olen vaarassa")
    assert page.locator(".feedback").count() == 0
    assert page.get_by_role("button", name="Jaa kysymys linkkinä").count() == 0
    assert page.get_by_role("button", name="Tulosta").count() == 1


class TestFeedback:
    @pytest.fixture
    def sent(self):
        return []

    @pytest.fixture
    def page(self, open_page, sent):
        page = open_page(width=360)
        page.on(
            "request",
            lambda r: "/v1/feedback" in r.url and sent.append((r.method, r.post_data_json)),
        )
        ask(page, "Missä?")
        return page

    def test_nothing_is_sent_before_what_is_sent_is_told(self, page, sent):
        page.get_by_role("button", name="Ei auttanut").click()
        assert "Kysymystäsi, vastausta tai kuntaasi ei lähetetä" in page.inner_text(".feedback")
        assert sent == []
        page.get_by_role("button", name="Peruuta").click()
        assert page.locator(".feedback-form").count() == 0
        assert sent == []

    def test_a_rating_goes_without_the_question(self, page, sent):
        page.get_by_role("button", name="Ei auttanut").click()
        page.get_by_label("Haluatko kertoa lisää?").fill("Puhelinnumero puuttui.")
        page.get_by_role("button", name="Lähetä palaute").click()
        page.get_by_text("Kiitos palautteesta.").wait_for()
        method, body = sent[0]
        assert method == "POST"
        assert body == {
            "answer_id": "a1",
            "rating": "down",
            "comment": "Puhelinnumero puuttui.",
            "agreed": False,
        }

    def test_the_question_goes_when_it_is_allowed(self, page, sent):
        page.get_by_role("button", name="Auttoi", exact=True).click()
        page.get_by_label("Lähetä myös kysymykseni").check()
        page.get_by_role("button", name="Lähetä palaute").click()
        page.get_by_text("Kiitos palautteesta.").wait_for()
        assert sent[0][1]["question"] == "Missä?"
        assert sent[0][1]["answer"] == ANSWERED.text
        assert sent[0][1]["agreed"] is True

    def test_what_was_sent_can_be_taken_back(self, page, sent):
        page.get_by_role("button", name="Auttoi", exact=True).click()
        page.get_by_role("button", name="Lähetä palaute").click()
        page.get_by_role("button", name="Poista palaute nyt").click()
        page.get_by_text("Palaute on poistettu.").wait_for()
        assert [method for method, _ in sent] == ["POST", "DELETE"]

    def test_a_failure_keeps_what_was_written(self, page):
        page.route("**/v1/feedback", lambda route: route.abort())
        page.get_by_role("button", name="Auttoi", exact=True).click()
        page.get_by_label("Haluatko kertoa lisää?").fill("Kiitos!")
        page.get_by_role("button", name="Lähetä palaute").click()
        page.get_by_text("Palautetta ei saatu lähetettyä").wait_for()
        assert page.get_by_label("Haluatko kertoa lisää?").input_value() == "Kiitos!"


def test_a_question_back_offers_only_its_choices(open_page, assistant):
    assistant.answers = {"": replace(ANSWERED, outcome=Outcome.CLARIFY, citations=(), services=())}
    page = open_page()
    ask(page, "Missä?")
    assert page.locator(".choices .chip").count() == 2
    assert page.locator(".tools, .feedback").count() == 0
