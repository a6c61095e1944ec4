from __future__ import annotations

import pytest

from assistant.finnish import open_analyser
from assistant.situations import EMPLOYERS, GUARDIANS, PARTLY_FIT, is_unwanted, situations


@pytest.fixture(scope="module")
def told():
    analyser = open_analyser()
    return lambda text: set(situations(analyser.tokens(text)))


@pytest.mark.parametrize(
    "text",
    [
        "etsin kahta leipuria leipomoon",
        "meillä puuttuu kuusi siivoojaa",
        "haemme hitsaajia pajalle",
        "kuka auttaisi löytämään tekijät",
        "yritykseni tarvitsisi oppisopimusopiskelijan",
        "tilamme kaipaa kesätyöntekijöitä",
    ],
)
def test_whoever_looks_for_workers_is_an_employer(told, text):
    assert told(text) == {EMPLOYERS}


@pytest.mark.parametrize(
    "text",
    [
        "etsin töitä hitsaajana",
        "etsin hitsaajan töitä",
        "haen lähihoitajaksi",
        "etsin ohjaajaa tai neuvojaa",
        "tarvitsen hoitajaa äidille",
        "etsin kaveria ja haen osa-aikatyötä ja",
        "etsin työnantajaa, joka ottaa harjoitteluun",
        "",
    ],
)
def test_whoever_looks_for_work_or_help_is_none(told, text):
    assert EMPLOYERS not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "polvet ei enää kestä tätä hommaa",
        "selkä petti rakennuksella",
        "varastomies, selkävamma",
        "lonkka on aivan loppu",
    ],
)
def test_a_body_that_fails_is_told(told, text):
    assert told(text) == {PARTLY_FIT}


@pytest.mark.parametrize(
    "text",
    ["kädet ovat täynnä töitä", "hanke ei kestä kauan", "jalka oven väliin", "työ ei toimi"],
)
def test_a_body_that_is_only_spoken_of_isnt(told, text):
    assert told(text) == set()


def test_a_grandchild_or_a_nephew_is_asked_for_as_by_a_parent(told):
    assert told("tyttärenpoika nukkuu päivät") == {GUARDIANS}
    assert told("veljenpojalla ei ole paikkaa") == {GUARDIANS}
    assert told("poikaystävä lähti") == set()


@pytest.mark.parametrize(
    ("text", "word", "unwanted"),
    [
        ("en halua vielä jäädä eläkkeelle", "eläkkeelle", True),
        ("emme tarvitse rahaa", "rahaa", True),
        ("en halua rahaa vaan työtä", "työtä", False),
        ("en halua eläkkeelle, haen työtä", "työtä", False),
        ("en tiedä mitä haluan opiskella", "opiskella", False),
        ("haluan opiskella", "opiskella", False),
    ],
)
def test_what_somebody_doesnt_want_is_told_by_the_clause(text, word, unwanted):
    tokens = open_analyser().tokens(text)
    number = next(n for n, token in enumerate(tokens) if token.text == word)
    assert is_unwanted(tokens, number) is unwanted
