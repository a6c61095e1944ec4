"""The desk's pages as the server makes them: everything that works without scripts."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from desk_assistant import DeskAssistant
from fastapi.testclient import TestClient

from api.app import STATIC, create_app
from api.desk_filters import FACETS
from api.wording import SOFT_HYPHEN
from assistant.domain import KIND_EMPLOYMENT_AREA

DAY = "pvm=2026-11-24"
HTML = {"accept": "text/html"}


@pytest.fixture
def shelf(true_corpus, true_places) -> DeskAssistant:
    return DeskAssistant(true_corpus, true_places)


@pytest.fixture
def desk(shelf) -> TestClient:
    return TestClient(create_app(lambda: shelf))


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


def ids_of(html: str) -> list[str]:
    return re.findall(r'<input type="checkbox" name="valittu" value="([^"]+)"', html)


def rows_of(response) -> list[dict[str, str]]:
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


class TestTable:
    def test_every_service_has_a_row_with_its_status_on_the_day(self, desk, shelf):
        page = desk.get(f"/tyopoyta?{DAY}").text
        assert sorted(ids_of(page)) == sorted(shelf.corpus.service_by_id)
        for label in ("Käynnissä", "Päättynyt", "Ei tiedossa"):
            assert f'<span class="badge">{label}</span>' in page

    @pytest.mark.parametrize("view", ["taulukko", "aikajana"])
    def test_every_name_leads_to_its_services_page(self, desk, shelf, view):
        page = desk.get(f"/tyopoyta?nakyma={view}&ryhma=nuoret&{DAY}").text
        link = r'<a href="/tyopoyta/([\w-]+)\?ryhma=nuoret[^"]*">([^<]+)</a>'
        found = re.findall(link, page)
        led = {id_: unescape(name).replace(SOFT_HYPHEN, "") for id_, name in found}
        young = [s for s in shelf.corpus.services if "nuoret" in s.target_groups]
        assert led == {s.id: s.name for s in young}

    def test_the_status_is_that_of_the_chosen_day(self, desk):
        def running(day):
            return desk.get(f"/tyopoyta/vie.json?tila=active&pvm={day}").json()["items"]

        then = {item["id"] for item in running("2024-06-01")}
        now = {item["id"] for item in running("2026-11-24")}
        assert "duuniportti" in then - now

    @pytest.mark.parametrize("facet", FACETS)
    def test_each_facet_narrows_the_table_to_its_count(self, desk, facet):
        page = desk.get(f"/tyopoyta?{DAY}").text
        found = re.search(
            rf'name="{facet}" value="([^"]+)"[^>]*>\s*<span>[^<]*</span> <span class="count">(\d+)',
            page,
        ) or re.search(
            rf'<select id="rajaus-{facet}".*?<option value="([^"]+)">[^<]*\((\d+)\)',
            page,
            re.DOTALL,
        )
        term, count = unescape(found[1]), int(found[2])
        narrowed = desk.get("/tyopoyta", params={facet: term, "pvm": "2026-11-24"}).text
        assert len(ids_of(narrowed)) == count > 0

    def test_links_keep_the_filters(self, desk):
        asked = f"ryhma=nuoret&kunta=Oulu&{DAY}&valittu=osao"
        page = desk.get(f"/tyopoyta?{asked}").text
        main = page[page.index("<main") : page.index("</main>")]
        links = [unescape(href) for href in re.findall(r'<a href="(/tyopoyta[^"]*)"', main)]
        kept = [(link, parse_qsl(urlsplit(link).query)) for link in links]
        wanted = {("ryhma", "nuoret"), ("kunta", "Oulu")}
        leading = [link for link, query in kept if wanted <= set(query)]
        # Every name, the orders and the views; only what takes a filter away leaves one out.
        assert len(leading) >= len(ids_of(page)) + 7
        for link, query in kept:
            assert ("valittu", "osao") in query or "/vie." in link or link in leading

    def test_what_is_chosen_is_kept_also_when_it_is_not_in_the_table(self, desk):
        page = desk.get("/tyopoyta?laji=network&valittu=osao").text
        assert '<input type="hidden" name="valittu" value="osao">' in page
        assert "Valittu 1:" in text_of(page)

    def test_what_is_not_known_is_said_and_the_rest_shown(self, desk):
        page = desk.get("/tyopoyta?ryhma=nuoret&aihe=<b>&pvm=x")
        assert page.status_code == 200
        assert "”Aihe: <b>” ei tunneta" in text_of(page.text).replace("&lt;", "<")
        assert "<b>”" not in page.text
        assert 0 < len(ids_of(page.text)) < 60

    def test_nothing_found_says_what_to_do(self, desk, shelf):
        shelf.known = 0.0
        text = text_of(desk.get("/tyopoyta?q=xyzzyqq").text)
        assert "Ei yhtään palvelua" in text
        assert "poista rajauksia" in text

    def test_a_column_that_orders_says_so(self, desk):
        page = desk.get("/tyopoyta?jarjesta=-paattyy").text
        assert page.count("aria-sort=") == 1
        assert re.search(r'aria-sort="descending"><a href="[^"]*jarjesta=paattyy', page)

    def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline(self, desk):
        for path in ("/tyopoyta", "/tyopoyta?nakyma=aikajana", "/tyopoyta/uula", "/suunnitelma"):
            page = desk.get(path).text
            assert not re.search(r'(?:src|href)="(?:https?:)?//[^"]+\.(?:js|css)', page)
            assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", page)


class TestSearch:
    def test_it_gives_the_changing_part_its_address_and_how_many(self, desk, shelf):
        shelf.scores = {"osao": 5.0, "simhe": 4.0}
        answer = desk.get(f"/tyopoyta/haku?q=qqq&{DAY}&sivu=1").json()
        assert answer["total"] == 2
        assert answer["told"] == "2 palvelua"
        assert answer["address"].startswith("/tyopoyta?q=qqq")
        assert ids_of(answer["html"]) == ["osao", "simhe"]
        assert "Sopii: työnhaku" in text_of(answer["html"])

    def test_it_is_the_same_part_as_the_pages(self, desk):
        page = desk.get(f"/tyopoyta?ryhma=nuoret&{DAY}").text
        part = desk.get(f"/tyopoyta/haku?ryhma=nuoret&{DAY}").json()["html"]
        assert part in page

    def test_what_was_typed_is_not_logged_and_not_cached(self, desk, caplog):
        caplog.set_level("INFO")
        answer = desk.get("/tyopoyta/haku?q=salaisuus")
        ours = [r.getMessage() for r in caplog.records if r.name.startswith("tienviitta")]
        assert ours
        assert "salaisuus" not in "".join(ours)
        assert "private" in answer.headers["cache-control"]


class TestTimeline:
    def test_every_dated_service_has_a_bar_and_the_rest_are_listed(self, desk):
        page = desk.get(f"/tyopoyta?nakyma=aikajana&{DAY}").text
        lanes = page.count('class="lane"')
        undated = int(re.search(r"(\d+) palvelusta lähteet eivät kerro aikaa", page)[1])
        total = int(re.search(r"(\d+) palvelua</h2>", page)[1])
        assert lanes + undated == total
        assert page.count("<rect") >= lanes
        assert page.count('<line class="today"') == lanes + 1

    def test_the_dates_stand_in_words_beside_the_picture(self, desk):
        text = text_of(desk.get(f"/tyopoyta?nakyma=aikajana&laji=project&{DAY}").text)
        assert "Päättyy 31.12.2025 tai 31.12.2026" in text


class TestOneService:
    def test_every_service_has_a_page_whose_places_stand_in_their_sources(self, desk, shelf):
        for service in shelf.corpus.services:
            page = desk.get(f"/tyopoyta/{service.id}?{DAY}")
            assert page.status_code == 200
            text = text_of(page.text)
            for statement in service.statements:
                assert text_of(statement.text) in text
            for start, end in re.findall(r"start=(\d+)&amp;end=(\d+)", page.text):
                assert int(start) < int(end)

    def test_the_status_is_said_once(self, desk):
        page = desk.get(f"/tyopoyta/tyomarkkinatori?{DAY}").text
        state = re.search(r'<p class="one-state">(.*?)</p>', page, re.DOTALL)[1]
        assert text_of(state).count("Käynnissä") == 1
        ended = desk.get(f"/tyopoyta/duuniportti?{DAY}").text
        assert "Päättynyt 31.5.2026" in text_of(
            re.search(r'"one-state">(.*?)</p>', ended, re.DOTALL)[1]
        )

    def test_a_long_name_may_be_cut_at_its_syllables(self, desk):
        page = desk.get(f"/tyopoyta?{DAY}").text
        (name,) = re.findall(r"ammatillinen-erityisopettajankoulutus[^>]*>([^<]+)</a>", page)
        assert f"koulu{SOFT_HYPHEN}tus" in unescape(name).replace(f"kou{SOFT_HYPHEN}lu", "koulu")
        assert "erityisopettajankoulutus" in name.replace(SOFT_HYPHEN, "")

    def test_conflicts_are_told(self, desk):
        assert "31.12.2025 ja 31.12.2026" in text_of(desk.get("/tyopoyta/uula").text)
        assert "2303" in text_of(desk.get("/tyopoyta/toimi").text)

    def test_what_has_ended_leads_to_what_runs(self, desk):
        text = text_of(desk.get(f"/tyopoyta/duuniportti?{DAY}").text)
        assert "Tänne ei voi enää ohjata" in text
        assert "Ylivieska-Kalajoki-Nivala-työllisyysalue" in text
        before = text_of(desk.get("/tyopoyta/duuniportti?pvm=2024-06-01").text)
        assert "Tänne ei voi enää ohjata" not in before

    def test_pages_are_told_with_the_day_they_were_seen(self, desk, shelf):
        page = desk.get("/tyopoyta/villa-victor").text
        basis = shelf.corpus.service_by_id["villa-victor"].statements[0].basis[0]
        assert f'href="{basis.url}"' in page
        assert "nähty 24.11.2026" in text_of(page)

    def test_the_way_back_keeps_the_filters(self, desk):
        page = desk.get("/tyopoyta/osao?q=koulu&ryhma=nuoret").text
        assert '<a href="/tyopoyta?q=koulu&amp;ryhma=nuoret">' in page

    def test_an_id_that_is_none_is_not_found(self, desk):
        page = desk.get("/tyopoyta/none", headers=HTML)
        assert page.status_code == 404
        assert "Sivua ei löydy" in page.text

    def test_no_service_has_the_name_of_another_page(self, shelf):
        assert not {"haku", "muistilappu", "vie.csv", "vie.json"} & set(shelf.corpus.service_by_id)


class TestClientNote:
    def test_it_offers_what_runs_names_what_ended_and_tells_the_area(self, desk, shelf):
        page = desk.get(
            f"/tyopoyta/muistilappu?valittu=duuniportti&valittu=villa-victor&kunta=Raahe&{DAY}"
        ).text
        text = text_of(page)
        assert "Tämä on päättynyt Duuniportti-hanke" in text
        assert "Monikulttuurikeskus Villa Victor" in text
        own = [
            s.name
            for s in shelf.corpus.services
            if s.kind == KIND_EMPLOYMENT_AREA and "Raahe" in s.municipalities
        ]
        assert own
        assert all(name in text for name in own)
        places = page[page.index('<ol class="note-places">') : page.index("</ol>")]
        assert "<h2>Duuniportti-hanke</h2>" not in places

    def test_nothing_chosen_says_how_to_choose(self, desk):
        assert "Et ole vielä valinnut" in text_of(desk.get("/tyopoyta/muistilappu").text)

    def test_the_counsellors_own_words_are_never_sent(self, desk):
        page = desk.get("/tyopoyta/muistilappu?valittu=osao").text
        assert "name=" not in re.search(r"<textarea[^>]*>", page)[0]
        assert "<form" not in page


class TestFiles:
    def test_the_csv_holds_the_narrowed_table_in_words(self, desk):
        file = desk.get(f"/tyopoyta/vie.csv?ryhma=nuoret&{DAY}&valittu=osao")
        assert file.content.startswith(b"\xef\xbb\xbf")
        assert file.headers["content-type"] == "text/csv; charset=utf-8"
        assert "palvelut-2026-11-24.csv" in file.headers["content-disposition"]
        rows = rows_of(file)
        assert [r["Tunnus"] for r in rows] == ids_of(desk.get(f"/tyopoyta?ryhma=nuoret&{DAY}").text)
        assert {r["Tila"] for r in rows} <= {"Käynnissä", "Päättynyt", "Ei tiedossa", "Alkamassa"}
        assert all("nuoret" in r["Kohderyhmät"] for r in rows)

    def test_no_cell_of_it_is_run_by_a_spreadsheet(self, true_corpus, true_places):
        first, *rest = true_corpus.services
        bad = replace(first, name="=1+1", providers=("@SUM(1)",), cost="-2")
        corpus = replace(true_corpus, services=(bad, *rest))
        client = TestClient(create_app(lambda: DeskAssistant(corpus, true_places)))
        row = next(r for r in rows_of(client.get("/tyopoyta/vie.csv")) if r["Tunnus"] == bad.id)
        assert (row["Nimi"], row["Järjestäjät"], row["Hinta"]) == ("'=1+1", "'@SUM(1)", "'-2")

    def test_the_json_says_what_it_holds(self, desk):
        file = json.loads(desk.get(f"/tyopoyta/vie.json?laji=network&{DAY}").text)
        assert file["as_of"] == "2026-11-24"
        assert file["filters"] == {"laji": ["network"]}
        assert file["total"] == len(file["items"]) > 0
        assert {item["kind"] for item in file["items"]} == {"network"}

    @pytest.mark.parametrize("ending", ["csv", "json"])
    def test_a_file_is_refused_when_a_filter_is_not_known(self, desk, ending):
        answer = desk.get(f"/tyopoyta/vie.{ending}?kunta=Atlantis")
        assert answer.status_code == 422
        assert "Atlantis" not in answer.text


def test_the_scripts_and_styles_are_there(desk):
    for name in ("desk.css", "desk.js", "referral.js"):
        assert (STATIC / name).is_file()
        assert desk.get(f"/static/{name}").status_code == 200


def test_a_real_search_over_the_true_model_narrows_the_table(true_assistant):
    client = TestClient(create_app(lambda: true_assistant))
    page = client.get(f"/tyopoyta?q=suomen+kielen+opiskelu&{DAY}").text
    found = ids_of(page)
    assert "villa-victor" in found
    assert len(found) < len(true_assistant.corpus.services) / 2
