"""Whatever an answer tells of that has ended is said to have ended."""

from __future__ import annotations

import re
from datetime import date
from itertools import cycle

import pytest
from compose_examples import TODAY, context, text_of

from assistant.compose.draft import Draft, DraftCard
from assistant.compose.ended import tell_ended
from assistant.dialogue import Ask, Message, QuestionKind
from assistant.domain import KIND_ORGANISATION, Status
from assistant.validity import status_on

KINDS = (
    "Kuka järjestää: {name}?",
    "Milloin {name} alkoi?",
    "Kenelle {name} on tarkoitettu?",
    "Mitä {name} tekee?",
    "Kuka rahoitti: {name}?",
    "Missä kunnissa {name} toimii?",
    "Kerro lisää: {name}",
    "Voinko ilmoittautua: {name}?",
    "{name} tai Merke 2, kumpi kestää pidempään?",
    "Paljonko {name} maksaa?",
    "Tarvitsen apua, sopiiko {name} minulle?",
    "Mitkä hankkeet ovat samanlaisia kuin {name}?",
    "Who runs {name}?",
    "Entä {name}, vieläkö se jatkuu?",
)
LISTS = (
    "Luettele kaikki hankkeet.",
    "Mitkä hankkeet päättyivät vuonna 2025?",
    "Ketkä vetävät useampaa kuin yhtä hanketta?",
    "Missä kunnassa on eniten hankkeita?",
    "Mitä vahvuuksia suunnitelmassa on digiteemassa?",
    "Mitkä hankkeet auttavat maahanmuuttajia?",
    "Mikä hanke kesti pisimpään?",
    "Mitä virheitä suunnitelman päivämäärissä on?",
    "Kuka auttaa pitkään työttömänä ollutta Raahessa?",
)
SAYS = re.compile("päätty|ended|loppu", re.IGNORECASE)


def ended(corpus, day=TODAY):
    dated = [one for one in corpus.services if one.kind != KIND_ORGANISATION]
    return [one for one in dated if status_on(one, day) is Status.ENDED]


def untold(answer, services):
    """The services that an answer shows or names without saying that they've ended."""
    shown = {card.id for card in answer.services}
    said = [n.text for n in answer.notices if n.kind == "ended"] + answer.text.split("\n")
    return [
        one.id
        for one in services
        if (one.id in shown or one.name in answer.text)
        and not any(one.name in line and SAYS.search(line) for line in said)
    ]


def asked(assistant, question, day=TODAY):
    return assistant.ask(Ask((Message("user", question),), as_of=day))


def test_an_ended_record_is_said_to_have_ended_whatever_is_asked_of_it(true_assistant):
    services = ended(true_assistant.corpus)
    assert len(services) > 30
    kinds = cycle(KINDS)
    for service in services:
        for _ in range(3):
            question = next(kinds).format(name=service.name)
            answer = asked(true_assistant, question)
            assert not untold(answer, services), question


@pytest.mark.parametrize("question", LISTS)
def test_every_ended_record_of_a_list_is_said_to_have_ended(true_assistant, question):
    answer = asked(true_assistant, question)
    assert not untold(answer, ended(true_assistant.corpus)), answer.text


def test_before_its_end_nothing_is_said_to_have_ended(true_assistant):
    day = date(2025, 1, 15)
    answer = asked(true_assistant, "Kuka järjestää: Optimum-hanke?", day)
    assert not [notice for notice in answer.notices if notice.kind == "ended"]
    assert "päättynyt" not in answer.text


def test_a_card_without_a_word_of_its_end_gets_one(true_assistant):
    corpus = true_assistant.corpus
    service = corpus.service_by_id["motio"]
    asked_ = context(corpus)
    draft = Draft(QuestionKind.SERVICE)
    draft.cards.append(DraftCard(asked_.card(service), asked_.card_places(service)))
    tell_ended(asked_, draft)
    assert "Motio on päättynyt 31.12.2025." in text_of(draft)
    assert [notice.kind for notice in draft.notices] == ["ended"]
    lines = list(draft.lines)
    tell_ended(asked_, draft)
    assert draft.lines == lines


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mukana oli myös Optimumin väkeä.", True),
        ("SOMPAn palvelut siirtyivät muualle.", True),
        ("Osuva ja laadukas ohjaus on tavoite.", False),
        ("Lumi satoi maahan.", False),
        ("Hymy nousi huulille.", False),
        ("Lumijoen kunta järjestää.", False),
    ],
)
def test_a_name_in_a_line_counts_where_it_can_be_nothing_else(true_assistant, text, named):
    draft = Draft(QuestionKind.PASSAGE)
    draft.frame(text)
    tell_ended(context(true_assistant.corpus), draft)
    assert bool(draft.notices) is named
