from __future__ import annotations

import pytest
from compose_examples import TODAY

from assistant.dialogue import Ask, Message


def first_of(assistant, question):
    answer = assistant.ask(Ask((Message("user", question),), as_of=TODAY))
    return answer.services[0].id


@pytest.mark.parametrize(
    ("question", "project"),
    [
        ("Milloin Caritaksen hanke päättyi?", "toimintakykya-ja-toivoa"),
        ("Mikä OSAOn hanke vahvisti opettajien mielenterveystaitoja?", "mielenasiat-tutuksi"),
        ("Milloin Brahen TOIMI-hanke päättyi?", "toimi"),
        ("Kuka johti Koillismaan elinvoimahanketta?", "work-and-stay"),
    ],
)
def test_the_project_of_what_is_named_is_told_of(true_assistant, question, project):
    assert first_of(true_assistant, question) == project


def test_an_organisation_itself_is_told_of_when_no_project_is_asked_of(true_assistant):
    assert first_of(true_assistant, "Mikä Caritas on?") == "caritas-saatio"


def test_an_organisation_is_told_with_its_few_projects(true_assistant):
    asked = Ask((Message("user", "Mikä Startup Refugees on?"),), as_of=TODAY)
    assert "Work force (Päättynyt 30.6.2025)" in true_assistant.ask(asked).text
