"""Whether one thing belongs to another is answered with yes or no, as the records decide."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kuuluuko Vaala Oulun seudun työllisyysalueeseen?", "Vaala"),
        ("Kuuluuko Oulainen Raahen työllisyysalueeseen?", "Oulainen"),
        ("Oliko Oulun yliopisto mukana fTwistissä?", "Oulun yliopisto"),
        ("Onko JEDU mukana Duuniportissa?", "JEDU"),
        ("Oliko Diak mukana Prikka kiertoon -hankkeessa?", "Diakonia-ammattikorkeakoulu"),
        ("Johtaako OSAO Uulaa?", "OSAO"),
        ("Onko Lakeuden sillat Tyrnävän kunnan hanke?", "Tyrnävän"),
        ("Onko Uula ESR-rahoitteinen?", "ESR+"),
    ],
)
def test_what_belongs_is_said_to_with_the_sentence_that_tells_it(ask, question, told):
    answer = ask(question)
    first = answer.text.split("\n")[0]
    assert first.startswith("Kyllä.")
    assert told in first
    assert "[1]" in first


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kuuluuko Kuusamo Oulun seudun työllisyysalueeseen?", "Hailuoto"),
        ("Onko Duuniportti OSAOn hanke?", "Kalajoen kaupunki"),
        ("Onko Prikka kiertoon Oulun yliopiston hanke?", "Diakonissalaitoksen"),
        ("Johtaako Oulun yliopisto Uulaa?", "OSAO (koordinoi)"),
        ("Johtiko Lapin yliopisto Tulevaisuusloikkaa?", "OAMK (koordinaattori)"),
        ("Rahoittaako Kela Poijua?", "STEA"),
    ],
)
def test_what_does_not_belong_is_said_not_to_with_what_does(ask, question, told):
    first = ask(question).text.split("\n")[0]
    assert first.startswith("Ei.")
    assert told in first


def test_a_municipality_of_another_area_is_told_its_own(ask):
    answer = ask("Kuuluuko Kuusamo Oulun seudun työllisyysalueeseen?")
    assert "Kuusamo kuuluu tähän: Kainuu-Koillismaan työllisyysalue." in answer.text
    assert {card.id for card in answer.services} >= {"kainuu-koillismaa-tyollisyysalue"}


def test_what_the_records_leave_open_is_neither_affirmed_nor_denied(ask):
    """Oulu is where the project works: whether the city itself took part isn't told."""
    text = ask("Kuuluuko Oulun kaupunki Kohtaantoa-hankkeeseen?").text
    assert not text.startswith(("Kyllä", "Ei"))
    assert "Nuorten Ystävät" in text


def test_that_a_project_has_ended_is_told_besides(ask):
    answer = ask("Onko JEDU mukana Duuniportissa?")
    assert "on päättynyt 31.5.2026" in answer.text
    assert any(notice.kind == "ended" for notice in answer.notices)
