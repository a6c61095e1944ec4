from __future__ import annotations

import pytest
from compose_examples import TODAY

from assistant.compose.leftover import leftover
from assistant.dialogue import Ask, Message


def left(assistant, question):
    asked = assistant.retrieve(assistant.understand(Ask((Message("user", question),), as_of=TODAY)))
    return [word[-1] for word in leftover(assistant._known(asked))]


@pytest.mark.parametrize(
    "question",
    [
        "Montako hanketta Oulun kaupungilla on käynnissä?",
        "Luettele Kuusamossa toimineet hankkeet.",
        "Mitkä digiteeman hankkeet päättyivät kesällä 2026?",
        "Mitä kaikkia hankkeita OAMK toteuttaa?",
        "Mitkä hankkeet jatkuvat vielä vuoden 2027 puolelle?",
    ],
)
def test_what_conditions_tell_leaves_nothing_over(true_assistant, question):
    assert left(true_assistant, question) == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Mitkä hankkeet vähentävät ruokahävikkiä?", {"ruokahävikkiä"}),
        ("Montako hanketta Zorblaxilla on?", {"zorblax"}),
    ],
)
def test_what_no_condition_tells_is_left_over(true_assistant, question, words):
    over = left(true_assistant, question)
    assert all(any(one.startswith(word) for one in over) for word in words)
