"""The counsellor's desk and the plan in a real browser, over the shipped corpus."""

from __future__ import annotations

import re

import pytest
from desk_assistant import DeskAssistant
from playwright.sync_api import expect

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install .[dev]")

DAY = "pvm=2026-11-24"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll("button, select, summary, textarea, input, nav a")]
    .filter((e) => e.checkVisibility() && e.getClientRects().length)
    .map((e) => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)"""
STATES = {
    # The rows are all alike: a few tell as much as a hundred.
    "desk": f"/tyopoyta?laji=network&{DAY}",
    "desk-narrowed": f"/tyopoyta?q=osao&ryhma=nuoret&tila=active&valittu=osao&{DAY}",
    "desk-empty": "/tyopoyta?q=xyzzyqq",
    "desk-fault": "/tyopoyta?ryhma=zzz&pvm=x",
    "desk-timeline": f"/tyopoyta?nakyma=aikajana&laji=project&{DAY}",
    "service-ended": f"/tyopoyta/duuniportti?{DAY}",
    "service-conflict": f"/tyopoyta/uula?{DAY}&valittu=uula",
    "service-pages": f"/tyopoyta/villa-victor?{DAY}",
    "note": f"/tyopoyta/muistilappu?valittu=duuniportti&valittu=villa-victor&kunta=Raahe&{DAY}",
    "note-empty": "/tyopoyta/muistilappu",
    "plan": f"/suunnitelma?{DAY}",
}


@pytest.fixture
def assistant(true_corpus, true_places) -> DeskAssistant:
    assistant = DeskAssistant(true_corpus, true_places)
    # Names and other texts are searched: what a model would add is tested with the API.
    assistant.known = 0.0
    return assistant


def rows(page):
    return page.locator(".services tbody tr")


def check(page, state: str) -> None:
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, f"{state}: {found.generate_report()}"
    assert page.evaluate(OVERFLOW) <= 0, state
    assert page.evaluate(SMALL) == [], state


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_no_state_violates(open_page, keep, width, scheme):
    page = open_page("/tyopoyta", width=width, color_scheme=scheme)
    for state, path in STATES.items():
        page.goto(path)
        # The whole plan is a picture of some forty screens.
        keep(page, f"{state}-{width}-{scheme}", whole=state != "plan")
        check(page, state)


@pytest.mark.parametrize("width", [360, 1280])
def test_no_unfolded_part_violates(open_page, keep, width):
    page = open_page(f"/tyopoyta?laji=network&{DAY}", width=width)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    keep(page, f"desk-unfolded-{width}")
    check(page, "unfolded")


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_runs_over_the_side_at_double_text_size(open_page, width):
    page = open_page(width=width)
    for state, path in STATES.items():
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OVERFLOW) <= 0, state


class TestSearch:
    def test_typing_narrows_the_table_and_the_address_and_keeps_the_focus(self, open_page):
        page = open_page(f"/tyopoyta?{DAY}")
        every = rows(page).count()
        page.evaluate("window.stayed = true")
        page.get_by_label("Hae sanoilla").press_sequentially("rekryop")
        expect(rows(page)).to_have_count(1)
        assert every > 100
        assert "q=rekryop" in page.url
        assert "pvm=2026-11-24" in page.url or page.get_by_label("Tilanne päivänä").input_value()
        assert page.evaluate("document.activeElement.name") == "q"
        assert page.evaluate("window.stayed")
        expect(page.locator("#desk-told")).to_have_text("1 palvelu")

    def test_a_search_that_is_overtaken_is_broken_off(self, open_page):
        page = open_page("/tyopoyta")
        held, broken = [], []
        page.on("requestfailed", lambda request: broken.append(request.url))

        def hold_the_first(route):
            if held:
                route.continue_()
            else:
                held.append(route.request.url)

        page.route("**/tyopoyta/haku?*", hold_the_first)
        field = page.get_by_label("Hae sanoilla")
        with page.expect_request("**/tyopoyta/haku?*"):
            field.fill("osao")
        field.fill("rekryop")
        expect(rows(page)).to_have_count(1)
        assert broken == held
        assert "q=rekryop" in page.url

    def test_a_failure_is_said_and_the_next_search_works(self, open_page):
        page = open_page("/tyopoyta?laji=project")
        page.route("**/tyopoyta/haku?*", lambda route: route.abort(), times=1)
        field = page.get_by_label("Hae sanoilla")
        field.fill("osao")
        told = page.locator("#desk-told")
        expect(told).to_contain_text("Haku ei onnistunut")
        check(page, "failed")
        field.fill("rekryop")
        expect(rows(page)).to_have_count(1)
        expect(told).to_have_text("1 palvelu")

    def test_the_button_searches_too(self, open_page):
        page = open_page("/tyopoyta")
        page.get_by_label("Hae sanoilla").fill("rekryop")
        page.get_by_role("button", name="Hae", exact=True).click()
        expect(rows(page)).to_have_count(1)


class TestFacets:
    @pytest.mark.parametrize("width", [360, 1280])
    def test_a_picked_term_leaves_as_many_as_it_says(self, open_page, width):
        page = open_page(f"/tyopoyta?{DAY}", width=width)
        if width < 900:
            page.get_by_text("Rajaa", exact=True).click()
        page.locator("[data-facet=ryhma] > summary").click()
        term = page.locator("[data-facet=ryhma] label", has_text="nuoret")
        count = int(re.search(r"\d+", term.locator(".count").inner_text())[0])
        term.locator("input").check()
        expect(rows(page)).to_have_count(count)
        assert "ryhma=nuoret" in page.url
        assert page.evaluate("document.activeElement.value") == "nuoret"
        page.get_by_role("combobox", name="Kunta", exact=True).select_option("Kalajoki")
        expect(page.get_by_role("link", name="Poista rajaus Kunta: Kalajoki")).to_be_visible()
        page.get_by_role("link", name="Poista kaikki").click()
        expect(rows(page).nth(100)).to_be_attached()
        assert "ryhma" not in page.url

    def test_the_day_changes_what_runs(self, open_page):
        page = open_page(f"/tyopoyta?tila=active&{DAY}")
        names = page.get_by_role("rowheader", name="Duuniportti-hanke")
        expect(names).to_have_count(0)
        page.get_by_label("Tilanne päivänä").fill("2024-06-01")
        expect(names).to_have_count(1)
        assert "pvm=2024-06-01" in page.url

    def test_columns_order_and_views_change_in_place(self, open_page):
        page = open_page(f"/tyopoyta?laji=project&{DAY}")
        page.get_by_role("link", name="Päättyy").click()
        head = page.get_by_role("columnheader", name="Päättyy")
        expect(head).to_have_attribute("aria-sort", "ascending")
        page.get_by_role("link", name="Päättyy").click()
        expect(head).to_have_attribute("aria-sort", "descending")
        page.get_by_role("link", name="Aikajana").click()
        expect(page.locator("table.timeline")).to_be_visible()
        assert "nakyma=aikajana" in page.url
        assert "jarjesta=-paattyy" in page.url
        bar = page.locator("tr", has_text="Duuniportti").locator("rect").bounding_box()
        line = page.locator("tr", has_text="Duuniportti").locator(".today").bounding_box()
        assert bar["x"] + bar["width"] < line["x"]


class TestOneService:
    def test_the_way_there_and_back_keeps_what_was_searched(self, open_page):
        page = open_page(f"/tyopoyta?laji=project&{DAY}")
        page.get_by_label("Hae sanoilla").fill("uula")
        expect(rows(page)).to_have_count(1)
        page.get_by_role("link", name="Uula – Uutta osaamista").click()
        expect(page.get_by_role("heading", name="Lähteet eivät täsmää")).to_be_visible()
        page.get_by_role("link", name="Takaisin palveluihin").click()
        expect(rows(page)).to_have_count(1)
        assert page.get_by_label("Hae sanoilla").input_value() == "uula"

    def test_a_quote_leads_to_its_marked_place(self, open_page, true_corpus):
        page = open_page(f"/tyopoyta/uula?{DAY}")
        link = page.locator(".entry .facts a", has_text="1.3.2024-31.12.2026")
        link.click()
        page.locator("#kohta").wait_for()
        assert "".join(page.locator("mark").all_text_contents()) == "1.3.2024-31.12.2026"

    def test_a_service_is_added_to_the_note_and_taken_away(self, open_page):
        page = open_page(f"/tyopoyta/osao?{DAY}")
        page.get_by_role("link", name="Lisää muistilappuun").click()
        page.get_by_role("link", name="Näytä muistilappu (1)").wait_for()
        page.get_by_role("link", name="Poista muistilapusta").click()
        page.get_by_role("link", name="Lisää muistilappuun").wait_for()


class TestClientNote:
    @pytest.mark.parametrize("width", [360, 1280])
    def test_services_are_chosen_copied_and_kept_in_the_address(self, open_page, width):
        page = open_page(
            f"/tyopoyta?{DAY}", width=width, permissions=["clipboard-read", "clipboard-write"]
        )
        for word, name in (
            ("villa", "Monikulttuurikeskus Villa Victor"),
            ("duunip", "Duuniportti"),
        ):
            page.get_by_label("Hae sanoilla").fill(word)
            page.get_by_label(f"Valitse muistilappuun: {name}").check()
            expect(page.locator(".tray")).to_contain_text(name)
        page.get_by_role("button", name="Tee muistilappu").click()
        note = page.get_by_role("article", name="Muistilappu: mistä saat apua")
        expect(note.locator(".note-ended")).to_contain_text("Duuniportti-hanke")
        assert page.url.count("valittu=") == 2
        page.get_by_label("Oma viesti asiakkaalle").fill("Soita maanantaina.")
        page.get_by_role("button", name="Kopioi teksti").click()
        expect(page.locator("#note-told")).to_have_text("Kopioitu.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("Soita maanantaina.")
        assert "Monikulttuurikeskus Villa Victor" in copied
        assert "maanantaina" not in page.url

    def test_the_longest_note_prints_on_one_page(self, open_page, true_corpus):
        length = {s.id: sum(len(t.text) for t in s.statements) for s in true_corpus.services}
        longest = sorted(length, key=lambda id_: -length[id_])[:12]
        chosen = "&".join(f"valittu={id_}" for id_ in longest)
        page = open_page(f"/tyopoyta/muistilappu?{chosen}&{DAY}")
        page.get_by_label("Oma viesti asiakkaalle").fill("Nähdään maanantaina kello 10.")
        assert page.locator(".note-places > li").count() == 6
        printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom"), "12mm"))
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
        page.emulate_media(media="print")
        assert page.locator("#note-own-print").inner_text() == "Nähdään maanantaina kello 10."
        assert not page.locator(".top").is_visible()


class TestWithoutScripts:
    def test_everything_works_by_links_and_buttons(self, open_page):
        page = open_page(f"/tyopoyta?{DAY}", java_script_enabled=False)
        page.get_by_label("Hae sanoilla").fill("rekryop")
        page.get_by_role("button", name="Hae", exact=True).click()
        assert rows(page).count() == 1
        page.get_by_label("Valitse muistilappuun: Rekryopo").check()
        page.get_by_label("Hae sanoilla").fill("villa")
        page.get_by_role("button", name="Hae", exact=True).click()
        assert "Rekryopo" in page.locator(".tray").inner_text()
        page.get_by_role("link", name="Aikajana").click()
        page.get_by_role("link", name="Taulukko").click()
        page.get_by_role("button", name="Tee muistilappu").click()
        assert "Rekryopo" in page.locator(".note-ended").inner_text()
        assert not page.get_by_role("button", name="Tulosta").is_visible()


def test_the_keyboard_is_enough_from_search_to_note(open_page):
    page = open_page(f"/tyopoyta?{DAY}")
    page.get_by_label("Hae sanoilla").focus()
    page.keyboard.type("rekryop")
    expect(rows(page)).to_have_count(1)
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert outline >= 2
        seen.append(page.evaluate("document.activeElement.name || document.activeElement.text"))
        if seen[-1] == "valittu":
            break
    assert seen[-1] == "valittu"
    page.keyboard.press("Space")
    expect(page.locator(".tray")).to_contain_text("Valittu 1")
    assert page.evaluate("document.activeElement.name") == "valittu"
    page.get_by_role("button", name="Tee muistilappu").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Muistilappu: mistä saat apua").wait_for()


class TestPlan:
    @pytest.mark.parametrize("width", [360, 1280])
    def test_the_contents_lead_to_a_theme_and_a_passage_to_its_place(self, open_page, width):
        page = open_page(f"/suunnitelma?{DAY}", width=width)
        page.get_by_role("link", name=re.compile("Kehittämistoimintaa ?: Digitaalisesti")).click()
        heading = page.locator("h3", has_text="2) Digitaalisesti ja monikanavaisesti")
        assert 0 <= heading.bounding_box()["y"] < 300
        entry = page.locator("li.entry-item", has_text="Uula-hanke").first
        assert "Uula" in entry.locator(".cited-by").inner_text()
        text = entry.locator("> p").first.inner_text().removesuffix("¶").strip()
        entry.locator(".place-link").click()
        page.locator("#kohta").wait_for()
        marked = "".join(page.locator("mark").all_text_contents()).replace("**", "").strip()
        assert marked == text

    def test_a_citer_leads_to_its_page(self, open_page):
        page = open_page(f"/suunnitelma?{DAY}")
        link = page.locator(".cited-by a").first
        name = link.inner_text()
        link.click()
        assert page.get_by_role("heading", level=1).inner_text() == name
