"""What's asked of something named that no text of it speaks of is said first."""

from __future__ import annotations

import pytest

from assistant.dialogue import Ask, Message, Outcome


@pytest.fixture
def ask(true_assistant):
    def ask_(question):
        return true_assistant.ask(Ask((Message("user", question),)))

    return ask_


@pytest.mark.parametrize(
    ("question", "thing", "outcome"),
    [
        ("Onko Poijussa sauna?", "sauna", Outcome.NOT_FOUND),
        ("Järjestääkö Poiju bussikyydin Sievistä Reisjärvelle?", "bussikyyti", Outcome.NOT_FOUND),
        ("Myykö Villa Victor mattoja?", "matto", Outcome.PARTIAL),
    ],
)
def test_a_thing_that_the_sources_dont_speak_of_is_said_first(ask, question, thing, outcome):
    answer = ask(question)
    assert answer.outcome is outcome
    assert answer.text.startswith("Lähteeni eivät kerro tästä: ")
    assert thing in answer.text.split(".")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Mikä on Poiju?",
        "Voiko Villa Victorissa opiskella suomea?",
        "Auttaako Poiju maahanmuuttajia työelämään?",
        "Kerro Merke 2:sta",
        "Onko Lukiopirtti tänään käytössä?",
        "Saako Byströmin Ohjaamosta neuvoja ilman ajanvarausta?",
    ],
)
def test_what_the_sources_speak_of_isnt_said_to_be_unknown(ask, question):
    assert "eivät kerro tästä" not in ask(question).text


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Mikä on kampaajan keskiarvoraja OSAOlla?", "keskiarvoraja"),
        ("Paljonko Byströmin Ohjaamon työntekijä saa palkkaa?", "palkka"),
        ("Paljonko Limingan kunta maksoi omarahoitusta Lakeuden siltoihin?", "omarahoitus"),
        ("Milloin Kainuu-Koillismaan työllisyysalueen johtaja valittiin?", "johtaja"),
        ("Paljonko Uulassa maksettiin osallistujille päivärahaa?", "päiväraha"),
    ],
)
def test_an_attribute_that_no_source_tells_is_not_answered_with_a_profile(ask, question, thing):
    answer = ask(question)
    assert answer.outcome is Outcome.NOT_FOUND
    first, *rest = answer.text.split("\n\n")
    assert first == f"Lähteeni eivät kerro tästä: {thing}."
    assert rest[-1].startswith("Kysy ")
    assert answer.services


@pytest.mark.parametrize(
    "question",
    [
        "Mikä yhdistys johti Motiota?",
        "Milloin International House Oulu avasi ovensa?",
        "Mikä NOPO on, opo mainitsi vanhempainillassa",
        "Milloin Digikyvykäs kampus jäi historiaan?",
        "Mikä on Poijun idea?",
        "Milloin Duuniportin hankekausi loppui?",
        "Voiko International House Ouluun mennä ilman ajanvarausta?",
    ],
)
def test_words_of_asking_are_no_things_that_the_sources_lack(ask, question):
    answer = ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert "eivät kerro tästä" not in answer.text


def test_a_word_that_the_plan_does_not_hold_is_said_not_to_be_in_it(ask):
    answer = ask("Mitä suunnitelma sanoo kirjastojen roolista ohjauksessa?")
    assert answer.outcome is Outcome.NOT_FOUND
    assert "ei ole tätä sanaa: kirjasto" in answer.text


def test_what_the_plan_speaks_of_is_not_said_to_be_missing(ask):
    answer = ask("Mitä suunnitelmassa sanotaan verkostoista?")
    assert answer.outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "Paljonko Motio-mopo kuluttaa bensaa?",
        "Onko Hymy-jäätelö gluteeniton?",
        "Onko hajuvesi Optimum hyvä lahja serkulle?",
    ],
)
def test_a_brand_called_like_a_service_is_not_the_service(ask, question):
    assert ask(question).outcome in {Outcome.OUT_OF_SCOPE, Outcome.NOT_FOUND}


@pytest.mark.parametrize(
    "question",
    [
        "Mikä seura vastasi Motiosta?",
        "Onko Motion takana jalkapalloseura?",
        "Kukoista",
        "Vem finansierar Prikka kiertoon?",
        "Milloin Lumi-hanke loppui?",
    ],
)
def test_a_service_stays_named_where_its_own_words_are_asked(ask, question):
    assert ask(question).outcome in {Outcome.ANSWERED, Outcome.PARTIAL}
