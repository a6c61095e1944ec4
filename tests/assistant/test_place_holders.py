from __future__ import annotations

import pytest

from assistant.place_holders import places_asked


@pytest.fixture(scope="module")
def asked(true_places):
    def asked_(text):
        return {place.name for place in places_asked(text, true_places.find(text))}

    return asked_


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Siskoni asuu Kuusamossa, minä Oulussa. Kuka auttaa?", {"Oulu"}),
        ("Siskoni asuu Kuusamossa. maahanmuuttaja oulu", {"Oulu"}),
        ("Naapurin poika käy pajalla Ylivieskassa. Onko Kalajoella?", {"Kalajoki"}),
        ("My sister lives in Raahe, I live in Oulu. Who helps?", {"Oulu"}),
    ],
)
def test_the_place_of_somebody_beside_is_not_asked_about(asked, text, names):
    assert asked(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Asun Muhoksella, veljeni asuu Raahessa. Mistä hän saisi apua?", {"Raahe"}),
        ("Poikani asuu Oulussa ja minä Raahessa. Kuka auttaa häntä?", {"Oulu"}),
        ("Siskoni asuu Kuusamossa. Hän on työtön, kuka auttaa?", {"Kuusamo"}),
    ],
)
def test_who_asks_for_another_asks_about_their_place(asked, text, names):
    assert asked(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Muutin Raahesta Ouluun.", {"Oulu"}),
        ("Olin ennen töissä Kempeleessä, nyt asun Haapavedellä.", {"Haapavesi"}),
        ("Asuin lapsuuteni Kajaanissa mutta nyt Nivalassa.", {"Nivala"}),
    ],
)
def test_a_place_left_behind_is_not_asked_about(asked, text, names):
    assert asked(text) == names


def test_who_is_from_a_place_lives_there(asked):
    text = "Kaverini sai Oulussa apua. Minä olen Pudasjärveltä, mistä minä saan?"
    assert asked(text) == {"Pudasjärvi"}
    assert asked("Olen kotoisin Raahesta ja asun Iissä.") == {"Ii"}


def test_home_and_work_are_both_asked_about(asked):
    assert asked("Käyn töissä Oulussa, asun Limingassa.") == {"Oulu", "Liminka"}


def test_the_only_place_is_kept_whosever_it_is(asked):
    assert asked("Serkkuni asuu Raahessa. Kuka auttaa?") == {"Raahe"}
    assert asked("Olen Raahesta.") == {"Raahe"}
    assert asked("Kuka auttaa?") == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Muutin keväällä Raaheen, eksä jäi Kuusamoon. Mitä opettelisin?", {"Raahe"}),
        ("Isä teki hommia Oulun satamassa. Asumme Pyhännällä. Kuka hänelle juttelee?", {"Pyhäntä"}),
        ("Asun Kempeleessä ja puoliso on opettaja Limingassa. Mistä apua?", {"Kempele"}),
        ("Olimme ensin Tampereella, nyt kunta-asunnossa Nivalassa. Kuka auttaa?", {"Nivala"}),
        ("Faija asuu Rovaniemellä. Palasin syksyllä kotiin Raaheen. Kuka auttaa?", {"Raahe"}),
        ("Я живу в Нивале, сестра в Оулу. Кто поможет?", {"Nivala"}),
    ],
)
def test_where_the_asker_says_to_live_wins_over_what_a_story_tells_besides(asked, text, names):
    assert asked(text) == names


def test_a_place_in_the_question_itself_is_asked_about_beside_the_home(asked):
    assert asked("Asun Raahessa. Onko Oulussa suomen kurssia?") == {"Raahe", "Oulu"}


def test_whose_child_studies_elsewhere_is_asked_about_their_own_place(asked):
    text = (
        "Mies 41, pieni paja Sievissä. Poika hitsaa viikonloppuisin, vaikka opiskelee Jyväskylässä."
        " Rahaa ei ole. Kuka auttaa yrittäjää?"
    )
    assert asked(text) == {"Sievi"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Asun Raahessa, eiku Iissä. Kuka auttaa?", {"Ii"}),
        ("Kuka neuvoo Pyhäjärvellä, ei kun Pyhäjoella?", {"Pyhäjoki"}),
        ("Я живу в Каяани... нет, уже в Оулу.", {"Oulu"}),
        ("Onko Raahessa tai Iissä apua?", {"Raahe", "Ii"}),
    ],
)
def test_a_place_that_is_taken_back_is_not_asked_about(asked, text, names):
    assert asked(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Asumme Kajaanissa mutta muutamme Kuusamoon, mistä töitä?", {"Kuusamo"}),
        ("We live in Kajaani but are moving to Kuusamo. Who helps?", {"Kuusamo"}),
        ("Jag bor i Karleby men ska flytta till Kalajoki", {"Kalajoki"}),
        ("Живём в Каяани, но переезжаем в Куусамо", {"Kuusamo"}),
        ("Живемо в Оулу, але переїжджаємо до Кемпеле", {"Kempele"}),
    ],
)
def test_who_is_about_to_move_asks_about_where_they_go(asked, text, names):
    assert asked(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Poika lopetti lukion Kokkolassa, nyt se asuu isänsä luona Kalajoella", {"Kalajoki"}),
        ("I worked in Vaasa, now I live in Ylivieska", {"Ylivieska"}),
        ("Min son hoppade av i Karleby, nu bor han hos far i Kalajoki", {"Kalajoki"}),
        ("Сын бросил училище в Коккола, теперь живёт в Калайоки", {"Kalajoki"}),
        ("Jag flyttade från Vasa till Uleåborg", {"Oulu"}),
        ("Ми переїхали з Тампере до Раахе", {"Raahe"}),
        ("Моя сестра живёт в Раахе, а я в Оулу", {"Oulu"}),
        ("Min syster bor i Kuusamo, själv bor jag i Uleåborg", {"Oulu"}),
    ],
)
def test_where_somebody_was_before_is_not_asked_about_in_any_language(asked, text, names):
    assert asked(text) == names
