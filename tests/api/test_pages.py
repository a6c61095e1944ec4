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
        assert "1 palvelukuvauksen (24.11.2026)" in before

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
        assert "Rahoittaja" not in text_of(client.post("/", data={"q": "Missä?"}))

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


PAGES = ["/", "/lahteet", f"/lahteet/{VICTOR.id}", "/rajapinta"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_elsewhere_and_run_nothing_inline(client, path):
    page = client.get(path).text
    for address in re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', page):
        assert address.startswith("/static/")
        assert client.get(address).status_code == 200
    assert "style=" not in page
    assert not re.search(r"\son\w+=", page)
    assert "<style" not in page


def test_scripts_never_read_text_as_html():
    for script in STATIC.glob("*.js"):
        code = script.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", code)


def test_the_first_page_is_light(client):
    page = len(client.get("/").content)
    assert page + sum(f.stat().st_size for f in STATIC.iterdir()) < 150_000
