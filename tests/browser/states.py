"""The pages and states that a person can meet, and the way to each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fake_assistant import ANSWERED, CITATIONS, VICTOR

from api.reception import today
from api.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE_QUESTION = "Millä paikkakunnalla asut?"
# A service whose last day is near, whenever the tests are run.
NEAR: date = today() + timedelta(days=20)
ENDING = replace(ANSWERED.services[0], id="loppuu", name="Loppuva kurssi", valid_to=NEAR)
FULL = replace(
    ANSWERED,
    services=(ANSWERED.services[0], ENDING, *ANSWERED.services[1:]),
    follow_ups=(*ANSWERED.follow_ups, PLACE_QUESTION),
)
PLACE = f"start={CITATIONS[0].start}&end={CITATIONS[0].end}"
READING = {
    "sources": "/lahteet",
    "source": f"/lahteet/{VICTOR.id}?{PLACE}",
    "source-place-missing": f"/lahteet/{VICTOR.id}?start=1&end=999999",
    "accessibility": "/saavutettavuus",
    "embedding": "/upotus",
    "api": "/rajapinta",
    "problem": "/ei-ole",
}


def in_language(path: str, language: str) -> str:
    """An address in a language of the page."""
    return path if language == "fi" else f"{path}{'&' if '?' in path else '?'}kieli={language}"


def ask(page, text: str) -> None:
    """Ask a question and wait until its answer is finished."""
    answers = page.locator(".answer").count()
    page.fill("#q", text)
    page.press("#q", "Enter")
    page.locator(".answer").nth(answers).wait_for()
    page.locator("[data-busy]").wait_for(state="detached")


def walk(page, assistant, language: str) -> Iterator[str]:
    """Go through every state of the conversation's page; gives the name of each."""
    said = words(language)
    assistant.answers = {**assistant.answers, "Missä": FULL}
    page.goto(in_language("/", language))
    yield "start"
    ask(page, "Missä voin opiskella suomea?")
    yield "answer"
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    yield "answer-unfolded"
    page.locator(".cite").first.click()
    yield "quote"
    page.keyboard.press("Escape")
    page.locator(".thumb-down").click()
    yield "feedback"
    page.locator(".feedback-form .send").click()
    page.get_by_role("button", name=said.say("feedback-take-back")).wait_for()
    yield "feedback-sent"
    page.get_by_role("button", name=PLACE_QUESTION).click()
    yield "place"
    for name, question in (("clarify", "asun"), ("crisis", "vaara"), ("not-found", "avaruus")):
        page.get_by_role("button", name=said.say("restart")).click()
        ask(page, question)
        yield name
    assistant.fault = RuntimeError("no")
    page.fill("#q", "Missä?")
    page.press("#q", "Enter")
    page.get_by_role("alert").wait_for()
    yield "error"
    assistant.fault = None
