"""The pages as the server makes them: everything that works without scripts."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from fake_assistant import ANSWERED, CITATIONS, PLAN, VICTOR
from fastapi.testclient import TestClient

from api.app import STATIC, create_app
from assistant.dialogue import Notice
from assistant.errors import IndexNotReadyError

HTML = {"accept": "text/html"}


def text_of(response) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", response.text)))


class TestFront:
    def test_says_what_it_is_and_what_it_knows_before_the_first_question(self, client):
        text = text_of(client.get("/"))
        before = text[: text.index("Kysymyksesi")]
        assert "automaattisen opastajan" in before
        assert "Keskustelua ei tallenneta" in before
        assert "(kesäkuu 2024)" in before
        assert "1 palvelukuvaus (24.11.2026)" in before

    def test_offers_the_regions_municipalities_first_and_each_once(self, client):
        page = client.get("/").text
        listed = re.findall(r"<option>([^<]+)</option>", page)
        assert listed == ["Oulu", "Raahe", "Alavieska", "Kalajoki", "Helsinki", "Tornio"]

    def test_answers_a_posted_question(self, client, assistant):
        page = client.post("/", data={"q": "Missä?", "kunta": "Oulu", "rooli": "counsellor"})
        assert page.status_code == 200
        assert assistant.asked[0].municipality == "Oulu"
        assert assistant.asked[0].audience == "counsellor"
        text = text_of(page)
        assert "Duuniportti-hanke päättyi 31.5.2026." in text
        assert "Rahoittaja" in text
        for label in ("Käynnissä", "Päättynyt", "Alkamassa"):
            assert label in text
        assert CITATIONS[1].quote in text
        assert "<option selected>Oulu</option>" in page.text
        assert 'href="tel:0447031234"' in page.text
        assert f'href="/lahteet/{PLAN.id}?start=' in page.text

    def test_the_citizen_sees_less_than_the_counsellor(self, client):
        assert "<dt>Rahoittaja</dt>" not in client.post("/", data={"q": "Missä?"}).text

    def test_notices_of_one_kind_stand_together(self, client, assistant):
        twice = (
            Notice("ended", "Yksi päättyi."),
            Notice("conflict", "Eri."),
            Notice("ended", "Toinen."),
        )
        assistant.answers = {"": replace(ANSWERED, notices=twice)}
        page = client.post("/", data={"q": "Missä?"})
        assert page.text.count('class="notice ') == 2
        assert "Päättynyt Yksi päättyi. Toinen." in text_of(page)

    def test_only_ended_services_are_shown_unfolded(self, client, assistant):
        assert '<details class="ended">' in client.post("/", data={"q": "Missä?"}).text
        assistant.answers = {"": replace(ANSWERED, services=ANSWERED.services[1:2])}
        assert '<details class="ended" open>' in client.post("/", data={"q": "Missä?"}).text

    def test_every_marker_leads_to_its_source(self, client):
        page = client.post("/", data={"q": "Missä?"}).text
        for target in set(re.findall(r'href="#(lahde-\d+)"', page)):
            assert f'id="{target}"' in page

    def test_what_a_person_wrote_is_escaped_and_not_cached(self, client):
        page = client.post("/", data={"q": "<script>alert(1)</script>"})
        assert "<script>alert" not in page.text
        assert page.headers["cache-control"] == "no-store"

    @pytest.mark.parametrize(
        ("form", "status", "message"),
        [
            ({"q": ""}, 422, "ei voitu lukea"),
            ({"q": "a", "kunta": "Atlantis"}, 422, "ei voitu lukea"),
            ({"q": "a", "rooli": "boss"}, 422, "ei voitu lukea"),
            ({"q": "a" * 4001}, 413, "liian pitkä"),
        ],
    )
    def test_says_in_finnish_what_is_wrong_and_keeps_the_question(
        self, client, form, status, message
    ):
        page = client.post("/", data=form)
        assert page.status_code == status
        assert message in text_of(page)
        assert form["q"] in page.text

    def test_another_kind_of_form_is_refused(self, client):
        page = client.post("/", files={"q": b"a"}, headers=HTML)
        assert page.status_code == 415
        assert "<html" in page.text

    def test_crisis_help_comes_first_as_numbers_to_call(self, client):
        page = client.post("/", data={"q": "olen vaarassa"}).text
        answer = page[page.index('id="vastaus"') :]
        assert answer.index('href="tel:112"') < answer.index("Jos olet vaarassa")

    def test_an_answer_in_another_language_says_which_words_are_in_which(self, client, assistant):
        quote = CITATIONS[1].quote.replace("**", "").split(".")[0]
        swedish = replace(ANSWERED, language="sv", text=f"Planen säger: ”{quote}” [2]")
        assistant.answers = {"": swedish}
        page = client.post("/", data={"q": "Var?"}).text
        assert '<div class="answer-text" lang="sv">' in page
        assert f'<span lang="fi">”{quote}”</span>' in page
        assert f'<p class="card-status" lang="sv">{ANSWERED.services[0].status_text}</p>' in page
        assert '<span lang="sv">Duuniportti-hanke päättyi 31.5.2026.</span>' in page
        assert f'<span lang="sv">{ANSWERED.follow_ups[0]}</span></button>' in page
        assert '<blockquote lang="fi">' in page

    def test_the_choices_of_a_question_back_can_be_pressed(self, client):
        page = client.post("/", data={"q": "missä asun", "kunta": "Oulu"}).text
        assert '<button class="chip" name="q" value="Asun Raahessa">' in page
        assert '<input type="hidden" name="kunta" value="Oulu">' in page

    def test_is_shown_while_there_is_no_index(self):
        def provider():
            raise IndexNotReadyError("Run `tienviitta ingest`.")

        page = TestClient(create_app(provider)).post("/", data={"q": "kysymys"})
        assert page.status_code == 503
        assert "ei ole vielä valmis" in page.text
        assert "kysymys" in page.text


class TestSourcePages:
    def test_the_quoted_place_is_marked(self, client):
        citation = CITATIONS[1]
        page = client.get(
            f"/lahteet/{PLAN.id}", params={"start": citation.start, "end": citation.end}
        )
        marked = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page.text))
        assert unescape(marked) == citation.quote
        assert page.text.count('id="kohta"') == 1

    def test_an_id_with_a_slash_has_its_page(self, client):
        page = client.get(f"/lahteet/{VICTOR.id}")
        assert VICTOR.title in page.text
        assert "24.11.2026" in page.text

    @pytest.mark.parametrize("query", ["start=5&end=2", "start=0&end=99999999", "start=3"])
    def test_says_when_the_place_is_not_there(self, client, query):
        page = client.get(f"/lahteet/{VICTOR.id}?{query}")
        assert page.status_code == 200
        assert "kohtaa ei löydy" in page.text
        assert "<mark" not in page.text

    def test_the_list_leads_to_every_source(self, client):
        page = client.get("/lahteet").text
        assert f'href="/lahteet/{PLAN.id}"' in page
        assert f'href="/lahteet/{VICTOR.id}"' in page

    def test_an_unknown_source_is_a_page_to_a_browser_and_a_problem_to_a_program(self, client):
        page = client.get("/lahteet/nothing", headers=HTML)
        assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert "Palaa alkuun" in page.text
        program = client.get("/lahteet/nothing", headers={"accept": "*/*"})
        assert program.headers["content-type"] == "application/problem+json"


class TestLanguages:
    def test_the_address_chooses_the_language(self, client):
        page = client.get("/?kieli=sv")
        assert '<html lang="sv">' in page.text
        assert "Du talar med en automatisk vägvisare" in page.text
        assert '<html lang="fi">' in client.get("/?kieli=xx").text

    def test_every_link_keeps_the_language(self, client):
        for path in ("/", "/lahteet", f"/lahteet/{VICTOR.id}", "/saavutettavuus", "/upotus"):
            page = client.get(path, params={"kieli": "sv"}).text
            body = re.sub(r'<nav class="languages".*?</nav>', "", page, flags=re.DOTALL)
            links = set(re.findall(r'(?:href|action)="(/[^"#]*)', body))
            pages = {
                link for link in links if not link.startswith(("/static/", "/v1/", *FINNISH_ONLY))
            }
            assert pages
            assert [link for link in pages if "kieli=sv" not in link] == []

    def test_the_same_page_is_offered_in_each_language(self, client):
        page = client.get(f"/lahteet/{VICTOR.id}?start=0&end=3&kieli=en").text
        offered = re.search(r'<nav class="languages".*?</nav>', page, re.DOTALL)[0]
        assert f'href="/lahteet/{VICTOR.id}?start=0&amp;end=3"' in offered
        assert f'href="/lahteet/{VICTOR.id}?start=0&amp;end=3&amp;kieli=sv"' in offered
        assert offered.count('aria-current="true"') == 1

    def test_a_posted_question_is_answered_in_the_language(self, client, assistant):
        page = client.post("/?kieli=en", data={"q": "Where?"})
        assert assistant.asked[0].language == "en"
        assert "<h2>Answer</h2>" in page.text
        assert '<h3 lang="fi">' in page.text

    @pytest.mark.parametrize(
        ("language", "message"),
        [("sv", "Frågan kunde inte läsas"), ("en", "The question couldn&#39;t be read")],
    )
    def test_a_problem_is_told_in_the_language(self, client, language, message):
        assert message in client.post(f"/?kieli={language}", data={"q": ""}).text

    def test_an_unknown_address_is_told_in_the_language(self, client):
        page = client.get("/nowhere?kieli=en", headers=HTML)
        assert page.status_code == 404
        assert "This road leads nowhere" in page.text


class TestWidget:
    def test_its_script_is_one_and_always_asked_for_anew(self, client):
        script = client.get("/widget.js")
        assert script.headers["content-type"].startswith("text/javascript")
        assert script.headers["cache-control"] == "no-cache"

    def test_its_words_come_in_the_language(self, client):
        told = client.get("/widget.json?kieli=sv").json()
        assert told["language"] == "sv"
        assert told["said"]["widget-open"] == "Fråga Tienviitta"
        assert told["feedback"] is True
        assert len(told["examples"]) == 3

    def test_its_page_shows_the_line_to_add(self, client):
        page = client.get("/upotus").text
        assert "&lt;script src=&#34;" in page or "&lt;script src=" in page
        assert "http://testserver/widget.js" in page


def test_feedback_is_offered_only_where_it_is_kept(client, assistant):
    assert '"feedback": true' in client.get("/").text
    assert '"feedback": false' in TestClient(create_app(lambda: assistant)).get("/").text


def test_a_question_of_the_place_is_not_sent_back_without_scripts(client, assistant):
    asks = "Millä paikkakunnalla asut?"
    assistant.answers = {"": replace(ANSWERED, follow_ups=(asks, "Mitä maksaa?"))}
    page = client.post("/", data={"q": "Missä?"}).text
    assert f'value="{asks}"' not in page
    assert 'value="Mitä maksaa?"' in page


# Pages that are only in Finnish, for those who work in it.
FINNISH_ONLY = ("/tyopoyta", "/suunnitelma")
PAGES = ["/", "/lahteet", f"/lahteet/{VICTOR.id}", "/rajapinta", "/saavutettavuus", "/upotus"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_elsewhere_and_run_nothing_inline(client, path):
    page = client.get(path).text
    for address in re.findall(r'<(?:script|img|link)[^>]*(?:src|href)="([^"]+)"', page):
        assert address.startswith(("/static/", "/widget.js"))
        assert client.get(address).status_code == 200
    assert "style=" not in page
    assert not re.search(r"\son\w+=", page)
    assert "<style" not in page


def test_scripts_never_read_text_as_html():
    for script in STATIC.glob("*.js"):
        code = script.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", code)


def loaded(client, address: str) -> set[str]:
    """What a page's or a script's own text makes a browser load, and what that loads in turn."""
    text = client.get(address).text
    named = set(re.findall(r'<(?:script|link)[^>]*(?:src|href)="([^"]+)"', text))
    if address.endswith(".js"):
        named = {f"/static/{name}" for name in re.findall(r'from "\./([\w-]+\.js)"', text)}
    return named.union(*(loaded(client, one) for one in named if one.endswith(".js")))


@pytest.mark.parametrize("path", ["/", "/?kieli=sv", "/static/embed.js"])
def test_what_is_loaded_first_is_light(client, path):
    files = loaded(client, path)
    assert len(files) > 5
    assert sum(len(client.get(file).content) for file in {path, *files}) < 150_000


def test_every_script_that_the_page_needs_is_announced_at_once(client):
    page = client.get("/").text
    announced = set(re.findall(r'rel="modulepreload" href="([^"]+)"', page))
    assert loaded(client, "/static/app.js") <= announced | {"/static/app.js"}
