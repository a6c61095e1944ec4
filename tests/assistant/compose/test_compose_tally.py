from __future__ import annotations

import pytest
from compose_examples import TODAY

from assistant.dialogue import Ask, Message


def asked(assistant, question):
    answer = assistant.ask(Ask((Message("user", question),), as_of=TODAY))
    return answer, [line for line in answer.text.split("\n") if line.startswith("- ")]


def test_who_leads_more_than_one_is_counted_by_who_the_sources_say_leads(true_assistant):
    answer, lines = asked(true_assistant, "Ketkä vetävät useampaa kuin yhtä hanketta?")
    assert answer.question.kind == "list"
    assert lines[0].startswith("- Koulutuskuntayhtymä OSAO, hankkeita 7:")
    assert any(line.startswith("- Oulun kaupunki, hankkeita 3:") for line in lines)
    # Hymy is coordinated by another, though OSAO takes part.
    assert "Hymy" not in lines[0]


def test_more_than_two_leaves_out_who_has_two(true_assistant):
    _, more_than_one = asked(true_assistant, "Ketkä vetävät useampaa kuin yhtä hanketta?")
    _, more_than_two = asked(true_assistant, "Ketkä vetävät useampaa kuin kahta hanketta?")
    assert len(more_than_two) < len(more_than_one)
    assert not any("hankkeita 2:" in line for line in more_than_two)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Kuka rahoittaa eniten hankkeita?", "Euroopan sosiaalirahasto plus (ESR+)"),
        ("Missä kunnassa on eniten hankkeita?", "Oulu"),
        ("Mikä oppilaitos toteuttaa eniten hankkeita?", "Koulutuskuntayhtymä OSAO"),
    ],
)
def test_who_has_most_comes_first(true_assistant, question, first):
    _, lines = asked(true_assistant, question)
    assert lines[0].startswith(f"- {first}, hankkeita ")


def test_different_ones_are_counted_once_each(true_assistant):
    answer, lines = asked(true_assistant, "Montako eri rahoittajaa hankkeilla on?")
    assert "viisi" in answer.text.split("\n")[0]
    assert len(lines) == 5


def test_a_question_for_the_project_with_most_municipalities_is_none_of_these(true_assistant):
    answer, _ = asked(true_assistant, "Missä hankkeessa on eniten kuntia?")
    assert answer.services[0].id == "motio"
