"""The widget on somebody else's page, whose Content-Security-Policy is as strict as can be."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from fake_assistant import ANSWERED, CITATIONS

from assistant.settings import ServerSettings

HOST_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Kunta</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="{api}/widget.js" defer {data}></script></head>
<body><main><h1>Kunnan sivu</h1><p>Tervetuloa.</p><div id="here"></div></main></body></html>"""
POLICY = (
    "default-src 'none'; script-src {api}; connect-src {api}; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


class Site:
    """A site of its own on a free port."""

    def __init__(self) -> None:
        self.page, self.policy = "", ""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.page.encode() if self.path == "/" else b""
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", site.policy)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)


@pytest.fixture
def site():
    found = Site()
    found.thread.start()
    yield found
    found.server.shutdown()
    found.server.server_close()
    found.thread.join()


@pytest.fixture
def allowed() -> bool:
    return True


@pytest.fixture
def server_settings(site, allowed, tmp_path) -> ServerSettings:
    origins = (site.origin,) if allowed else ()
    return ServerSettings(feedback=tmp_path / "feedback.sqlite", cors_origins=origins)


@pytest.fixture
def visit(browser, site, address):
    """Open the site's page with the widget; everything that the browser complains of is a fault."""
    contexts, complaints = [], []

    def open_one(data: str = "", *, lang: str = "fi", width: int = 1280, strict: bool = True):
        site.page = HOST_PAGE.format(api=address, data=data, lang=lang)
        site.policy = POLICY.format(api=address)
        context = browser.new_context(
            viewport={"width": width, "height": 740}, reduced_motion="reduce"
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if strict:
            page.on("console", lambda m: m.type == "error" and complaints.append(m.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(site.origin)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert [c for c in complaints if "favicon" not in c and "404" not in c] == []


def ask(page, text: str) -> None:
    page.get_by_label("Kysymyksesi").fill(text)
    page.keyboard.press("Enter")
    page.locator(".answer .tools").first.wait_for()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_answers_on_another_site_under_a_strict_policy(visit, assistant, keep, width):
    page = visit('data-kunta="Raahe"', width=width)
    page.get_by_role("button", name="Kysy Tienviitalta").click()
    assert "automaattisen opastajan kanssa, et ihmisen" in page.locator(".panel").inner_text()
    assert "Kunta: Raahe" in page.locator(".panel").inner_text()
    keep(page, f"widget-open-{width}")
    ask(page, "Missä?")
    assert assistant.asked[0].municipality == "Raahe"
    page.locator(".cite").nth(1).click()
    assert page.get_by_role("dialog").locator("blockquote").text_content() == CITATIONS[1].quote
    keep(page, f"widget-quote-{width}")
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_visible()
    link = page.locator(".sources a", has_text="Näytä kohta").first
    assert link.get_attribute("href").startswith("http://127.0.0.1:")
    assert "/lahteet/" in link.get_attribute("href")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_its_looks_and_the_sites_keep_to_themselves(visit):
    page = visit()
    launcher = page.get_by_role("button", name="Kysy Tienviitalta")
    launcher.wait_for()
    assert launcher.evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgb(20, 80, 140)"
    plain = page.locator("h1").evaluate("(e) => getComputedStyle(e).letterSpacing")
    assert plain == "normal"
    assert page.evaluate("document.head.querySelectorAll('style, link').length") == 0


def test_an_example_asks_with_one_tap(visit, assistant):
    page = visit('data-kohde="#here"')
    page.locator(".choices .chip").first.click()
    page.locator(".answer .tools").wait_for()
    assert assistant.asked[0].question == "Mistä saan apua työnhakuun?"
    assert page.locator("#here .panel").is_visible()


def test_it_speaks_the_sites_language_or_the_one_that_is_set(visit, assistant):
    page = visit(lang="sv-FI")
    page.get_by_role("button", name="Fråga Tienviitta").wait_for()
    page = visit('data-kieli="en" data-rooli="counsellor"', lang="fi")
    page.get_by_role("button", name="Ask Tienviitta").click()
    page.get_by_label("Your question").fill("Where?")
    page.keyboard.press("Enter")
    page.locator(".answer .tools").wait_for()
    assert assistant.asked[0].language == "en"
    assert assistant.asked[0].audience == "counsellor"


def test_it_opens_and_closes_with_the_keyboard(visit):
    page = visit()
    launcher = page.get_by_role("button", name="Kysy Tienviitalta")
    launcher.focus()
    page.keyboard.press("Enter")
    focused = "document.querySelector('.tienviitta').shadowRoot.activeElement.id"
    assert page.evaluate(focused) == "q"
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()
    assert launcher.evaluate("(e) => e === e.getRootNode().activeElement")


def test_feedback_goes_from_another_site(visit):
    page = visit('data-kohde="#here"')
    ask(page, "Missä?")
    page.get_by_role("button", name="Auttoi", exact=True).click()
    page.get_by_role("button", name="Lähetä palaute").click()
    page.get_by_text("Kiitos palautteesta").wait_for()
    page.get_by_role("button", name="Poista palaute nyt").click()
    page.get_by_text("Palaute on poistettu").wait_for()


def test_axe_finds_nothing_in_it(visit, address):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit('data-kohde="#here"')
    ask(page, ANSWERED.follow_ups[0])
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


class TestWhereTheSiteIsNotAllowed:
    @pytest.fixture
    def allowed(self) -> bool:
        return False

    def test_a_link_to_the_service_is_left(self, visit, address):
        page = visit(strict=False)
        link = page.get_by_role("link", name="Tienviitta")
        link.wait_for()
        assert link.get_attribute("href") == f"{address}/?kieli=fi"
