from __future__ import annotations

import pytest

from assistant.domain import Service
from assistant.finnish import open_analyser
from assistant.names import Names, known_names


@pytest.fixture(scope="module")
def plain():
    return open_analyser()


@pytest.fixture(scope="module")
def find(true_corpus, true_analyser, plain):
    names = Names(true_corpus.services, true_analyser, plain)
    return lambda question: names.find(true_analyser.tokens(question))


def ids(mentions):
    return [mention.service_id for mention in mentions]


@pytest.mark.parametrize(
    ("question", "service"),
    [
        ("Mikä on Duuniportti?", "duuniportti"),
        ("olin duuniportissa viime vuonna", "duuniportti"),
        ("Kuka SIMHE:n järjestää?", "simhe"),
        ("onko oske vielä olemassa", "oske"),
        ("mitä Work & Stay tarjosi Kuusamossa", "work-and-stay"),
        ("uulan rahoitus", "uula"),
        ("missä on kela", "kela"),
        ("kerro Digikyvykäs kampus -hankkeesta", "digikyvykas-kampus"),
        ("mistä löydän Villa Victorin", "villa-victor"),
    ],
)
def test_a_name_is_found_in_the_form_in_which_it_is_asked_about(find, question, service):
    (mention,) = find(question)
    assert (mention.service_id, mention.certain) == (service, True)


@pytest.mark.parametrize("service", ["duuniportti", "sompa", "rekryopo", "optimum", "simhe"])
def test_every_name_of_a_service_leads_to_it(find, true_corpus, service):
    for name in true_corpus.service_by_id[service].names:
        assert service in ids(find(f"Mikä on {name}?")), name


def test_the_longest_name_wins_over_one_that_stands_inside_it(find):
    assert ids(find("International House Kalajoki")) == ["international-house-kalajoki"]


def test_two_services_are_found_in_their_order(find):
    assert ids(find("eroavatko villa victor ja oske toisistaan")) == ["villa-victor", "oske"]


def test_a_mention_tells_which_words_it_is(find, true_analyser):
    question = "onko se International House Kalajoki vielä auki"
    (mention,) = find(question)
    words = [token.text for token in true_analyser.tokens(question)]
    assert words[mention.first : mention.last] == ["International", "House", "Kalajoki"]


@pytest.mark.parametrize(
    "question",
    [
        "lumi sulaa pihalla ja on kaunista",
        "hymy on herkässä kun aurinko paistaa tänään",
    ],
)
def test_a_name_that_is_an_ordinary_word_isnt_certain_in_ordinary_talk(find, question):
    assert [mention.certain for mention in find(question)] == [False]


@pytest.mark.parametrize(
    "question", ["Lumi-hanke", "onko Lumi hanke jo loppunut", "Hymy", "Mitä Hymy tekee koulussa?"]
)
def test_an_ordinary_word_used_as_a_name_is_certain(find, question):
    assert [mention.certain for mention in find(question)] == [True]


@pytest.mark.parametrize(
    ("question", "service"),
    [("mikä on duniportti", "duuniportti"), ("Tulevaisuuslokka hanke", "tulevaisuusloikka")],
)
def test_a_misspelt_name_is_nearly_found(find, question, service):
    (mention,) = find(question)
    assert (mention.service_id, mention.certain) == (service, False)


@pytest.mark.parametrize("question", ["", "?!", "mistä saan apua", "haluan opiskella hoitajaksi"])
def test_a_question_without_a_name_has_none(find, question):
    assert find(question) == []


def test_a_name_of_two_services_leads_to_both(true_analyser, plain):
    twins = [Service(one, "Virta", "service", names=("Virtala",)) for one in ("a", "b")]
    names = Names(twins, true_analyser, plain)
    assert ids(names.find(true_analyser.tokens("Mikä on Virtala?"))) == ["a", "b"]


def test_known_names_hold_the_services_names_and_the_glossarys_abbreviations(true_corpus):
    known = known_names(true_corpus)
    assert {name for service in true_corpus.services for name in service.names} <= known
    for term in true_corpus.glossary:
        assert (term.term in known) >= (term.kind == "abbreviation")


@pytest.mark.parametrize(
    ("question", "services"),
    [
        (
            "Kummassa on enemmän kuntia, Raahen vai Kainuu-Koillismaan työllisyysalueessa?",
            ["raahen-tyollisyysalue", "kainuu-koillismaa-tyollisyysalue"],
        ),
        (
            "Ovatko Digikyvy-hankkeet jo loppu?",
            ["digikyvykas-kampus", "digikyvykkyytta-ammatilliseen-koulutukseen"],
        ),
        ("Mikä OSAOn ohjauspalvelu mainitaan vahvuutena?", ["osao-ovi"]),
    ],
)
def test_a_name_cut_short_is_understood_where_it_can_only_mean_it(find, question, services):
    assert [m.service_id for m in find(question) if m.certain] == services


def test_a_beginning_that_many_names_share_means_none_of_them(find):
    assert not [m for m in find("Mitä Digi-hankkeita on?") if m.certain]


def test_a_whole_first_word_is_no_beginning_of_other_names(find):
    assert [m.service_id for m in find("Kenelle TOIMI-hanke oli?") if m.certain] == ["toimi"]


def test_an_ordinary_word_joined_to_a_name_is_meant_as_one(find):
    found = find("Kumpi päättyi myöhemmin, hymy vai Kukoista?")
    assert [m.service_id for m in found if m.certain] == ["hymy", "kukoista"]


def test_a_form_of_another_word_is_no_name(find):
    assert "etsiva-nuorisotyo" not in ids(find("etsin osa-aikatyötä opintojen ohelle"))
    assert "etsiva-nuorisotyo" in ids(find("missä on etsivä nuorisotyö"))


def test_words_of_another_language_in_another_form_are_no_name(find):
    assert "work-and-stay" not in ids(find("my husband is working, i stay at home"))
    assert "work-and-stay" in ids(find("what is Work & Stay"))
