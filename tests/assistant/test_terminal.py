from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from assistant.dialogue import Answer, Ask, Citation, Message, Notice, Outcome
from assistant.domain import Basis, Status
from assistant.terminal import COLOURS, print_answer, print_hits

ASK = Ask((Message("user", "Onko Kirppu vielä käynnissä?"),), as_of=date(2026, 11, 24))


@pytest.fixture
def console():
    return Console(file=StringIO(), width=200, color_system=None)


@pytest.fixture(scope="module")
def answer(tiny_assistant):
    return tiny_assistant.ask(ASK)


def printed(console):
    return console.file.getvalue()


def test_an_answer_is_printed_with_its_text_services_notices_and_quotes(answer, console):
    print_answer(answer, console)
    text = printed(console)
    assert answer.text in text
    for card in answer.services:
        assert card.name in text
        assert card.status_text in text
    for notice in answer.notices:
        assert notice.text in text
    for citation in answer.citations:
        assert f"[{citation.n}] {citation.title}: {citation.locator}" in text
    assert len(answer.citations) > 0 < len(answer.notices)


def test_markers_and_brackets_are_printed_as_they_stand(console):
    print_answer(Answer("1", Outcome.ANSWERED, "fi", "Ohje [1] [bold]ei[/bold] [/x]"), console)
    assert "Ohje [1] [bold]ei[/bold] [/x]" in printed(console)


def test_an_answer_of_text_alone_has_no_headings(console):
    print_answer(Answer("1", Outcome.REFUSED, "fi", "En voi."), console)
    assert printed(console).strip() == "En voi."


def test_a_quote_is_printed_on_one_line_with_what_it_rests_on(console):
    basis = (Basis(url="https://esimerkki.fi"), Basis(source_id="s", locator="Osa 3"))
    citation = Citation(1, "s", "S", "Osa 1", "- **Yksi** \n  kaksi", 0, 18, "0" * 64, basis=basis)
    print_answer(Answer("1", Outcome.ANSWERED, "fi", "A [1]", (citation,)), console)
    text = printed(console)
    assert "”Yksi kaksi”" in text
    assert "https://esimerkki.fi" in text
    assert "Osa 3" in text


def test_channels_are_printed(answer, console, tiny_assistant):
    (area,) = tiny_assistant.service_cards(as_of=date(2026, 11, 24), query="työllisyysalue")
    print_answer(replace(answer, services=(area,)), console)
    assert "08 123 4567" in printed(console)
    assert "https://esimerkki.fi/alue" in printed(console)


def test_every_status_has_a_colour_of_its_own():
    assert set(COLOURS) == set(Status)
    assert len(set(COLOURS.values())) == len(Status)


def test_notices_stand_out(console):
    notice = Notice("ended", "Kirppu on päättynyt.")
    print_answer(Answer("1", Outcome.ANSWERED, "fi", "A", notices=(notice,)), console)
    assert "! Kirppu on päättynyt." in printed(console)


def test_hits_are_printed_with_their_scores_and_evidence(tiny_assistant, console):
    hits = tiny_assistant.search(ASK)
    print_hits(hits, console)
    text = printed(console)
    for hit in hits:
        assert f"{hit.score:.2f}" in text
        assert hit.service_id is None or hit.service_id in text
    assert "named=1.0" in text
