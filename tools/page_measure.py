"""Measure the page as a newcomer meets it: first paint, weight, and what moves while it answers.

A server is started, or one that runs is measured: `python tools/page_measure.py http://…`.
Exit codes: 0 every goal is met, 1 some aren't, 2 there's no Chromium.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (360, 1280)
LOADS = 5
MOST_PAINT_MS, MOST_BYTES = 500, 150_000
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
CHROMIUMS = ("chromium", "chromium-browser", "chrome")
# Over localhost an answer is there within the half second in which browsers forgive every shift
# as the click's own. So its events come one by one, the first when the page has long been still.
SLOWED = """() => {
    const fetched = window.fetch, wait = (ms) => new Promise((done) => setTimeout(done, ms));
    window.fetch = async (...given) => {
        const response = await fetched(...given);
        if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) return response;
        const events = (await response.text()).split("\\n\\n").filter(Boolean);
        const body = new ReadableStream({
            async start(stream) {
                await wait(600);
                for (const event of events) {
                    stream.enqueue(new TextEncoder().encode(`${event}\\n\\n`));
                    await wait(20);
                }
                stream.close();
            },
        });
        return new Response(body, { headers: response.headers });
    };
}"""
WATCHED = """() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: false });
}"""
PAINT = """() => new Promise((done) => new PerformanceObserver((list) => {
    for (const e of list.getEntriesByName("first-contentful-paint")) done(e.startTime);
}).observe({ type: "paint", buffered: true }))"""
WEIGHT = """() => ["navigation", "resource"]
    .flatMap((kind) => performance.getEntriesByType(kind))
    .map((entry) => entry.decodedBodySize)"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured at one width.

    Attributes:
        width: Of the window, in pixels.
        paint_ms: Median time to the first contentful paint of loads with an empty cache.
        bytes: What a first visit loads, uncompressed.
        requests: In how many requests.
        shift: Sum of the layout shifts while an answer comes, as the Layout Instability API tells.
    """

    width: int
    paint_ms: float
    bytes: int
    requests: int
    shift: float

    @property
    def meets_goals(self) -> bool:
        """Whether it's fast, light and still enough."""
        return self.paint_ms < MOST_PAINT_MS and self.bytes < MOST_BYTES and not self.shift

    @property
    def told(self) -> str:
        """The figures as a line to read."""
        return (
            f"{self.width:5d} px   first paint {self.paint_ms:5.0f} ms   "
            f"{self.bytes / 1000:6.1f} kB in {self.requests} requests   shift {self.shift:.4f}"
        )


def measure(browser: Browser, address: str, width: int, loads: int = LOADS) -> Measured:
    """Load the page afresh a few times, then ask its first example and watch what moves.

    Args:
        browser: Chromium.
        address: The server's.
        width: Of the window, in pixels.
        loads: How many times to load.
    """
    paints = []
    for _ in range(loads):
        page = _open(browser, address, width)
        paints.append(float(page.evaluate(PAINT)))
        sizes: list[int] = page.evaluate(WEIGHT)
        page.context.close()
    page = _open(browser, address, width)
    page.evaluate(SLOWED)
    page.locator("form.signs button").first.click()
    page.locator(".waiting").wait_for()
    page.evaluate(WATCHED)
    page.locator(".answer .tools").wait_for()
    # The frame after the last change is painted, and its shifts are told, before the count is read.
    frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    shift = float(page.evaluate(f"{frames}.then(() => window.shifts)"))
    page.context.close()
    return Measured(width, median(paints), sum(sizes), len(sizes), shift)


def _open(browser: Browser, address: str, width: int) -> Page:
    # Without reduced motion, as most people's browsers are.
    page = browser.new_context(viewport={"width": width, "height": 740}).new_page()
    page.goto(address, wait_until="load")
    return page


def main(given: list[str]) -> int:
    """Measure and print; the exit code is the module's."""
    from playwright.sync_api import sync_playwright

    from api.bench import serving
    from assistant.settings import Settings

    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        sys.stderr.write("Chromium isn't installed: apt-get install chromium\n")
        return 2
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        if given:
            found = [measure(browser, given[0], width) for width in WIDTHS]
        else:
            with serving(Settings.from_environment()) as (address, _):
                found = [measure(browser, address, width) for width in WIDTHS]
        browser.close()
    goals = f"goals: below {MOST_PAINT_MS} ms and {MOST_BYTES / 1000:.0f} kB, nothing moves"
    sys.stdout.write("\n".join([*(one.told for one in found), goals, ""]))
    return 0 if all(one.meets_goals for one in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
