"""What the page's scripts and the server do twice, they do alike."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest
from fake_assistant import ANSWERED, CITATIONS, CRISIS

from api import answer_view
from api.schemas import AnswerOut
from api.wording import LANGUAGES, words


def test_the_script_and_the_server_cut_a_text_alike(open_page):
    texts = [
        ANSWERED.text,
        CRISIS.text,
        "1. yksi [1]\n2) kaksi [9]\n• kolme\n\n* neljä",
        "a@b.fi, +358 44 703 1234, 044-7031234, 00100, 31.5.2026, (https://a.fi/b?c=1).",
        "ä0447031234 x112 112a 116 117 1121 2024-2028",
        "https://a.fi/\u00a0b [1][2] [",
        "- yksi\n  jatkuu [1]\n\nloppu\n  ei jatku",
    ]
    page = open_page()
    for text in texts:
        found = page.evaluate(
            "async (text) => (await import('/static/text.js')).blocks(text, [1, 2])",
            text,
        )
        server = [asdict(block) for block in answer_view.blocks(text, [1, 2])]
        for block in server:
            block["isList"] = block.pop("is_list")
            block["items"] = [
                [{k: v for k, v in run.items() if v is not None} for run in item]
                for item in block["items"]
            ]
        assert found == server


def test_the_script_and_the_server_tell_languages_alike(open_page):
    quote = CITATIONS[1].quote.replace("**", "").split(".")[0]
    card = ANSWERED.services[0]
    texts = [
        f"Planen säger: ”{quote}” [2]",
        f"{card.name}: {card.description} [1]",
        "Ring 112. [1]",
    ]
    page = open_page()
    for language in ("sv", "fi"):
        answer = AnswerOut.model_validate(replace(ANSWERED, language=language))
        for text in texts:
            found = page.evaluate(
                """async ([text, answer]) => {
                    const { runs, withLanguages } = await import('/static/text.js');
                    return withLanguages(runs(text, [1, 2]), answer);
                }""",
                [text, answer.model_dump(mode="json")],
            )
            server = answer_view.with_languages(answer_view.runs(text, [1, 2]), answer)
            assert [{k: v for k, v in run.items() if v is not None} for run in found] == [
                {k: v for k, v in asdict(run).items() if v is not None} for run in server
            ]


DATES = [None, "2026-11-24", "2024-06", "2024-13", "06 2024", ""]
PERIODS = [(None, None), ("2024-01-01", None), (None, "2026-05-31"), ("2024-06", "2026-05-31")]
PLACES = [(["Oulu", "Ii"], "region"), (["Oulu"] * 30, "region"), ([], "national"), ([], None)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_said_alike(open_page, language):
    said = words(language)
    page = open_page()
    found = page.evaluate(
        """async ([data, dates, periods, places]) => {
            const { Words } = await import('/static/words.js');
            const words = new Words(data);
            return {
                dates: dates.map((date) => words.date(date)),
                periods: periods.map(([start, end]) => words.period(start, end)),
                places: places.map(([names, area]) => words.where(names, area)),
                links: [words.link('/'), words.sourceLink('services/a', 1, 2)],
                said: words.say('services-count', { count: 3 }),
                problems: [words.problem(429), words.problem(418)],
                label: [words.label('status', 'ending'), words.label('status', 'nothing')],
            };
        }""",
        [said.script(), DATES, PERIODS, PLACES],
    )
    assert found == {
        "dates": [said.date(day) for day in DATES],
        "periods": [said.period(start, end) for start, end in PERIODS],
        "places": [said.where(names, area) for names, area in PLACES],
        "links": [
            said.link("/"),
            f"{said.link('/lahteet/services/a', start=1, end=2)}#kohta",
        ],
        "said": said.say("services-count", count=3),
        "problems": [said.problem(429), said.problem(418)],
        "label": [said.label("status", "ending"), "nothing"],
    }


def test_the_badge_is_the_same(open_page):
    cases = [
        (status, end, "2026-11-24")
        for status in ("active", "ended", "unknown", "upcoming")
        for end in (None, "2026-11-23", "2026-11-24", "2027-01-23", "2027-01-24")
    ]
    page = open_page()
    found = page.evaluate(
        """async (cases) => {
            const { badge } = await import('/static/text.js');
            return cases.map(([status, end, day]) => badge(status, end, day));
        }""",
        cases,
    )
    read = date.fromisoformat
    expected = [answer_view.badge(s, end and read(end), read(day)) for s, end, day in cases]
    assert found == expected
    assert set(found) == {"active", "ending", "ended", "unknown", "upcoming"}
