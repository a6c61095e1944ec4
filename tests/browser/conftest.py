from __future__ import annotations

import shutil
import socket
import sys
import threading
from pathlib import Path

import pytest
import uvicorn

# The hand-made assistant lives with the tests of the API.
sys.path.append(str(Path(__file__).parents[1] / "api"))

from fake_assistant import FakeAssistant

from api.app import create_app
from assistant.settings import ROOT, ServerSettings

SCREENSHOTS = ROOT / "var" / "screenshots"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("Chromium isn't installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def server_settings(tmp_path) -> ServerSettings:
    return ServerSettings(feedback=tmp_path / "feedback.sqlite")


@pytest.fixture
def address(assistant, server_settings):
    """Serve the application; the socket listens already, so the first request just waits."""
    app = create_app(lambda: assistant, region=("Oulu", "Raahe"), server=server_settings)
    config = uvicorn.Config(app, access_log=False, log_level="warning", ws="none", lifespan="off")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def open_page(browser, address):
    """Open pages that may load nothing from elsewhere and fail at nothing."""
    contexts, faults = [], []

    def open_one(path: str = "/", *, width: int = 1280, height: int = 800, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            base_url=address,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda r: r.url.startswith(address) or faults.append(r.url))
        page.on("console", lambda m: "Content Security" in m.text and faults.append(m.text))
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def keep():
    """Keep a picture of a page in ``var/screenshots``, for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def keep_one(page, name: str, *, whole: bool = True) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=whole)

    return keep_one
