from __future__ import annotations

import pytest

from assistant.dialogue import Aspect, Message
from assistant.reading import Reader
from assistant.turns import MOST_CARRIED, read_conversation

HELP = "Mistä Kalajoella asuva maahanmuuttaja saa ohjausta työnhakuun?"


@pytest.fixture(scope="module")
def read(true_corpus, true_places):
    """Read a conversation: the user's and the assistant's messages by turns."""
    reader = Reader(true_corpus, true_places)

    def read_(*turns):
        roles = ("user", "assistant")
        messages = [Message(roles[n % 2], turn) for n, turn in enumerate(turns)]
        return read_conversation(messages, reader)

    return read_


def municipalities(reading):
    return [name for place in reading.places for name in place.municipalities]


def carried(reading):
    return {lemma for token in reading.carried for lemma in token.lemmas}


def test_without_a_message_of_the_user_there_is_nothing_to_read(read):
    assert read() is None
    assert read_conversation([Message("assistant", "Hei!")], None) is None


def test_a_first_message_leans_on_nothing(read):
    reading = read(HELP)
    assert not reading.carried
    assert municipalities(reading) == ["Kalajoki"]


@pytest.mark.parametrize("follow_up", ["Entä Oulussa?", "entäs Oulu", "ja Oulussa?", "Oulussa?"])
def test_a_place_alone_takes_the_place_of_the_old_one(read, follow_up):
    reading = read(HELP, "…", follow_up)
    assert municipalities(reading) == ["Oulu"]
    assert "työnhaku" in reading.topics
    assert "maahanmuuttaja" in carried(reading)


def test_places_are_replaced_turn_by_turn(read):
    reading = read(HELP, "…", "Entä Oulussa?", "…", "Entä Raahessa?")
    assert municipalities(reading) == ["Raahe"]
    assert "työnhaku" in reading.topics


def test_a_new_subject_keeps_only_the_place(read):
    reading = read(HELP, "…", "Mistä löydän mielenterveyden palveluja?")
    assert municipalities(reading) == ["Kalajoki"]
    assert not reading.carried
    assert "työnhaku" not in reading.topics
    assert "maahanmuuttajat" not in {g for t in reading.terms for g in t.target_groups}


def test_a_long_new_message_leans_on_nothing_though_it_names_no_subject(read):
    reading = read(
        HELP, "…", "Huomenna aamulla kissani kiipesi korkean kuusen latvaan ja naukui surkeasti"
    )
    assert not reading.carried


def test_a_question_about_it_is_about_the_service_that_was_named(read):
    reading = read("Mikä on Duuniportti?", "…", "Kuka sen rahoittaa?")
    assert reading.certain == ("duuniportti",)
    assert Aspect.FUNDER in reading.aspects


def test_a_question_about_it_is_about_the_service_that_the_answer_named_first(read):
    said = "Sinua voi auttaa Villa Victor. Myös Motio on toiminut."
    reading = read("Missä Oulussa voi opiskella suomea?", said, "Paljonko se maksaa?")
    assert reading.certain == ("villa-victor",)


def test_what_was_asked_is_asked_again_of_another_service(read):
    reading = read("Mihin asti Motio jatkuu?", "…", "Entä Duuniportti?")
    assert reading.certain == ("duuniportti",)
    assert Aspect.WHEN in reading.aspects


def test_a_follow_up_with_a_place_doesnt_ask_the_old_aspect_again(read):
    reading = read("Mihin asti Motio jatkuu?", "…", "Entä Kalajoella?")
    assert Aspect.WHEN not in reading.aspects


def test_an_age_told_before_goes_on_until_another_is_told(read):
    assert read("Olen 17, mistä saan apua?", "…", "Entä Oulussa?").age == 17
    assert read("Olen 17, mistä saan apua?", "…", "Entä jos olen 35-vuotias?").age == 35


def test_a_list_goes_on_only_where_the_message_goes_on(read):
    first = "Mitä hankkeita on Oulussa?"
    assert read(first, "…", "Entä Kalajoella?").lists
    assert not read(first, "…", "Mistä saan apua työnhakuun?").lists


def test_only_so_many_words_are_carried(read):
    turns = []
    for place in ("Oulussa", "Raahessa", "Kalajoella", "Kuusamossa"):
        turns += [f"Entä {place} maahanmuuttajan työnhaku, kurssit ja yritys?", "…"]
    reading = read(*turns, "Entä siellä?")
    assert 0 < len(reading.carried) <= MOST_CARRIED


def test_what_the_assistant_said_isnt_read_as_the_users(read):
    reading = read("Hei", "Muutitko Suomeen ja haetko työtä Oulussa?", "en")
    assert municipalities(reading) == []
    assert "työnhaku" not in reading.topics


def test_the_same_need_of_another_person_isnt_a_question_about_what_the_first_was_offered(read):
    said = "Voit mennä Merke 2:een Isokadulle."
    first = "Olen 33 ja työtön Oulussa, mihin voin mennä juttelemaan?"
    reading = read(first, said, "entä veljelleni, joka on vasta 23?")
    assert reading.certain == ()
    assert reading.age == 23
    assert read(first, said, "veljeni on vasta 23, sopiiko se hänelle?").certain == ("merke-2",)
    assert read(first, said, "Kenelle se on?").certain == ("merke-2",)


def certain(reading):
    return [name.service_id for name in reading.names if name.certain]


def test_guidance_alone_is_no_new_subject(read):
    told = "International House Oulu neuvoo sinua, kun muutat Ouluun muualta maailmasta. [1]"
    assert certain(read("Olen muuttanut Ouluun Intiasta.", told, "Pitääkö varata aika?")) == [
        "international-house-oulu"
    ]


def test_it_asked_for_yes_or_no_is_what_was_told_of_whatever_else_is_said(read):
    told = "Nivelvaiheen opinto-ohjaus (NOPO) auttaa sinua. [1]"
    reading = read("Tytär 15 ei tiedä mihin hakea, Oulu", told, "jatkuuko se kun lukio alkaa")
    assert certain(reading) == ["nopo"]


def test_of_services_that_one_word_names_the_answers_own_is_meant(read):
    told = "Ammatinvalinta- ja uraohjaus auttaa, kun mietit, mikä ala sopisi sinulle. [1]"
    reading = read("mitä on uraohjaus", told, "pääseekö siihen jos käyn töissä")
    assert certain(reading) == ["ammatinvalinta-ja-uraohjaus"]


def test_two_services_named_apart_are_both_meant(read):
    told = "Rekryopo päättyy ensin. [1]"
    reading = read("Kumpi päättyy ensin, Rekryopo vai Duuniportti?", told, "kuka ne rahoittaa")
    assert certain(reading) == ["rekryopo", "duuniportti"]


TWO = "Etsivä nuorisotyö auttaa nuoria. Myös NUOTTI-valmennus voi sopia [1][2]."
LISTED = """Nämä voivat auttaa:

- SIMHE auttaa, ja Poiju voi auttaa myös. [1]
- International House Oulu neuvoo. [2]"""


@pytest.mark.parametrize(
    ("said", "follow_up", "service"),
    [
        (TWO, "mikä se jälkimmäinen on, maksaako se jotain", "kela-nuotti-valmennus"),
        (TWO, "kerro siitä toisesta", "kela-nuotti-valmennus"),
        (TWO, "entä se eka, kenelle se on?", "etsiva-nuorisotyo"),
        (LISTED, "Tarvitseeko siihen toiseen varata aika?", "international-house-oulu"),
    ],
)
def test_one_of_what_the_answer_named_is_chosen_by_its_place(read, said, follow_up, service):
    assert read("Kuka auttaa meitä?", said, follow_up).certain == (service,)


def test_another_thing_chooses_nothing(read):
    assert read("Kuka auttaa meitä?", TWO, "Toinen asia: kuka auttaa työnhaussa?").certain == ()


def test_what_a_message_told_itself_is_what_its_pronoun_means(read):
    text = "Siskoni haluaisi opiskella Oulussa yliopistokursseja avoimessa, mitä se maksaa?"
    reading = read("Onko Kuusamossa hanketta pitkäaikaistyöttömille?", "On ollut [1].", text)
    assert not reading.carried
    assert municipalities(reading) == ["Oulu"]


def test_whether_it_works_elsewhere_asks_of_it(read):
    reading = read(HELP, "Poiju auttaa kotoutumaan [1].", "Toimiiko se myös Haapavedellä?")
    assert [name.service_id for name in reading.names] == ["poiju-rko"]
    assert municipalities(reading) == ["Haapavesi"]


TOLD = """Nämä voivat auttaa sinua:

- Villa Victor on Oulun kaupungin monikulttuurikeskus. [1]
- NUOTTI-valmennus on Kelan kuntoutusta 16-29-vuotiaille nuorille. [2]
- Opintopolku on Opetushallituksen valtakunnallinen verkkopalvelu. [3]"""


@pytest.mark.parametrize(
    ("follow_up", "chosen"),
    [
        ("kerro toisesta lisää", "kela-nuotti-valmennus"),
        ("tell me more about the second one", "kela-nuotti-valmennus"),
        ("Voisitko kertoa siitä ensimmäisestä?", "villa-victor"),
        ("kerro se viimeinen", "opintopolku"),
    ],
)
def test_what_was_told_is_chosen_by_its_number_and_asked_of(read, follow_up, chosen):
    reading = read(HELP, TOLD, follow_up)
    assert reading.certain == (chosen,)
    assert reading.of_it


def test_another_matter_chooses_nothing(read):
    assert not read(HELP, TOLD, "Toinen juttu: missä on kirjasto?").certain


def test_it_is_the_one_whose_description_tells_what_is_asked(read):
    assert read("Mistä apua?", TOLD, "montako toivetta sinne saa laittaa?").certain == (
        "opintopolku",
    )
    assert read("Mistä apua?", TOLD, "montako tapaamista siihen kuuluu?").certain == (
        "kela-nuotti-valmennus",
    )


def test_others_are_asked_for_besides_those_told(read):
    reading = read(HELP, TOLD, "Onko muita?")
    assert set(reading.told) == {"villa-victor", "kela-nuotti-valmennus", "opintopolku"}
    assert not reading.of_it
    assert not reading.certain
    again = read(HELP, TOLD, "Onko muita?", "- SIMHE auttaa.\n- TUVA auttaa.", "entä muita?")
    assert {"villa-victor", "simhe", "tuva"} <= set(again.told)


def test_who_else_took_part_asks_of_it(read):
    reading = read("Kuka koordinoi Hymyä?", "Sitä koordinoi SAKU ry.", "Keitä muita siinä oli?")
    assert reading.certain == ("hymy",)
    assert not reading.told


def test_what_is_corrected_takes_the_place_of_what_was_asked(read):
    place = read("Kuka auttaa työnhaussa Vaalassa?", "…", "tarkoitin Utajärveä, en Vaalaa")
    assert municipalities(place) == ["Utajärvi"]
    assert "työnhaku" in place.topics
    subject = read("Kuka auttaa työnhaussa Vaalassa?", "…", "en tarkoittanut työtä vaan asuntoa")
    assert municipalities(subject) == ["Vaala"]
    assert "työnhaku" not in subject.topics


def test_nothing_grave_is_left_out_by_a_correction(read):
    reading = read(HELP, "…", "en halua elää vaan kuolla")
    assert reading.distress


@pytest.mark.parametrize(
    ("first", "follow_up", "language"),
    [
        ("Who helps job seekers in Nivala?", "Raahe", "en"),
        ("Vem hjälper mig att hitta jobb?", "45", "sv"),
        ("Kuka auttaa työnhaussa?", "what about Raahe?", "en"),
        ("Where can I find work?", "entä opiskelu?", "fi"),
    ],
)
def test_a_follow_up_of_names_and_numbers_is_in_the_language_before_it(
    read, first, follow_up, language
):
    assert read(first, "…", follow_up).language == language


def test_another_age_asks_of_it_where_it_is_pointed_at(read):
    asked = read("Mistä apua nuorelle?", TOLD, "Käykö se 41-vuotiaalle?")
    assert asked.of_it
    assert asked.aspects == (Aspect.FOR_WHOM,)
    assert not read("Mistä apua nuorelle?", TOLD, "Entä 41-vuotiaalle?").of_it


def test_a_place_elsewhere_is_not_asked_of_it(read):
    reading = read("Kuka auttaa työnhaussa Vaalassa?", TOLD, "muutan Raaheen, onko sama paikka?")
    assert municipalities(reading) == ["Raahe"]
    assert not reading.of_it


def test_somebody_named_in_the_message_itself_is_whom_it_speaks_of(read):
    reading = read(
        "Kuka auttaa työnhaussa Vaalassa?", "…", "vaimoni on kotona, hän haluaa oppia suomea"
    )
    assert "työnhaku" not in reading.topics
    assert municipalities(reading) == ["Vaala"]


@pytest.mark.parametrize("more", ["Olen muuten 52", "minulla on lukihäiriö", "olen kuulovammainen"])
def test_who_only_tells_more_of_themselves_still_asks_the_same(read, more):
    reading = read("Haluaisin uuden ammatin, mistä Vaalassa apua työnhakuun?", "…", more)
    assert "työnhaku" in reading.topics
    assert municipalities(reading) == ["Vaala"]


def test_a_follow_up_that_leaves_guidance_leans_on_nothing(true_corpus, true_places):
    reader = Reader(true_corpus, true_places)
    messages = [
        Message("user", "Kuka auttaa työnhaussa Kuusamossa?"),
        Message("assistant", "Kainuu-Koillismaan työllisyysalue auttaa."),
        Message("user", "Entä onko rinteet jo auki?"),
    ]
    assert carried(read_conversation(messages, reader))
    assert not carried(read_conversation(messages, reader, lambda reading: True))


def test_a_follow_up_that_points_back_never_leaves_its_subject(true_corpus, true_places):
    messages = [
        Message("user", "Kuka auttaa työnhaussa Kuusamossa?"),
        Message("assistant", "Kainuu-Koillismaan työllisyysalue auttaa."),
        Message("user", "Onko se jo auki?"),
    ]
    reading = read_conversation(messages, Reader(true_corpus, true_places), lambda reading: True)
    assert carried(reading)


def named_after(messages, corpus, places):
    roles = ("user", "assistant")
    turns = [Message(roles[number % 2], text) for number, text in enumerate(messages)]
    reading = read_conversation(turns, Reader(corpus, places))
    return [name.service_id for name in reading.names]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Kuusamossa toimi Lumi-hanke.", ["lumi"]),
        ("Aiemmin siellä auttoi avoimiin töihin Kohtaantoa-hanke.", ["kohtaantoa"]),
    ],
)
def test_a_verb_or_an_adjective_of_an_answer_names_no_service(
    true_corpus, true_places, said, meant
):
    messages = ["Mistä pitkään työtön saa neuvoa?", said, "Kuka sen rahoitti?"]
    assert named_after(messages, true_corpus, true_places) == meant


def test_which_one_asks_of_all_that_was_offered(true_corpus, true_places):
    said = "Byströmin Ohjaamo auttaa alle 30-vuotiaita. Myös etsivä nuorisotyö auttaa."
    messages = ["Mistä apua nuorelle Oulussa?", said, "Kumpi niistä tulee kotiin asti?"]
    named = named_after(messages, true_corpus, true_places)
    assert named == ["bystromin-ohjaamo", "etsiva-nuorisotyo"]


@pytest.mark.parametrize("more", ["Mitä muuta ne tekee?", "Miten heihin saa yhteyden?"])
def test_several_are_those_who_run_what_was_asked_about(true_corpus, true_places, more):
    messages = ["Kuka johti Kohtaantoa?", "Sitä johti Nuorten Ystävät.", more]
    assert named_after(messages, true_corpus, true_places) == ["nuorten-ystavat"]


def test_one_is_still_what_was_asked_about_and_not_who_runs_it(true_corpus, true_places):
    messages = ["Kuka johti Kohtaantoa?", "Sitä johti Nuorten Ystävät.", "Milloin se päättyi?"]
    assert named_after(messages, true_corpus, true_places) == ["kohtaantoa"]
