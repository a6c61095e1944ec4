from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from place_table import CARRIERS, TABLE, variants

from assistant.domain import AreaLevel
from assistant.errors import CorpusError
from assistant.place_context import words_of
from assistant.places import Places

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "corpus" / "places.json"
PLAN = (ROOT / "corpus" / "plan" / "plan.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def places():
    return Places.from_file(FILE)


def named(places, text):
    return [mention.name for mention in places.find(text)]


# Recognition


def test_the_table_of_forms_is_recognised(places):
    asked, wrong = 0, []
    for name, forms in TABLE.items():
        for case, form in forms.items():
            for kind, variant in variants(case, form, asked):
                text = CARRIERS[asked % len(CARRIERS)].format(variant)
                asked += 1
                found = [(mention.text, mention.name) for mention in places.find(text)]
                if found != [(variant, name)]:
                    wrong.append((kind, text, found))
    assert asked > 1200
    assert len(wrong) <= 0.01 * asked, wrong


def test_every_hand_written_form_is_recognised_as_written(places):
    wrong = [
        form
        for name, forms in TABLE.items()
        for form in forms.values()
        if named(places, f"Kysyn, mitä {form} on tarjolla.") != [name]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asun Oulus ja muutan Kuusamoo", ["Oulu", "Kuusamo"]),
        ("lähen Oulluun tai Ouluhun tai oulusa", ["Oulu", "Oulu", "Oulu"]),
        ("Kalajoel ja Ylivieskas, Raahes", ["Kalajoki", "Ylivieska", "Raahe"]),
        ("pudasjärivellä asuva", ["Pudasjärvi"]),
        ("Ylyveskassa", ["Ylivieska"]),
    ],
)
def test_spoken_forms_are_recognised(places, text, expected):
    assert named(places, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oululainen nuori", "Oulu"),
        ("kalajokisille ja muille", "Kalajoki"),
        ("kalajokelainen yrittäjä", "Kalajoki"),
        ("raahelaisten työttömien", "Raahe"),
        ("oulaistelaiset 30-65-vuotiaat", "Oulainen"),
        ("kempeleläisiä perheitä", "Kempele"),
        ("haapavetinen opiskelija", "Haapavesi"),
        ("iiläisenä kysyn", "Ii"),
        ("kärsämäkiseltä kuulin", "Kärsämäki"),
    ],
)
def test_words_for_a_place_s_people_name_the_place(places, text, expected):
    assert named(places, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jag bor i Uleåborg", ["Oulu"]),
        ("Brahestads och Karlös invånare", ["Raahe", "Hailuoto"]),
        ("I live in Kalajoki, near Oulu's border", ["Kalajoki", "Oulu"]),
        ("я живу в Оулу, раньше в Юливиеске", ["Oulu", "Ylivieska"]),
        ("працюю в Калайокі", ["Kalajoki"]),
        ("أعيش في أولو", ["Oulu"]),
    ],
)
def test_foreign_names_and_cases_are_recognised(places, text, expected):
    assert named(places, text) == expected


@pytest.mark.parametrize(
    ("text", "name", "kind", "members"),
    [
        ("Haukiputaalla asuva", "Haukipudas", "district", {"Oulu"}),
        ("Himangan nuoret", "Himanka", "district", {"Kalajoki"}),
        ("Yli-Iissä", "Yli-Ii", "district", {"Oulu"}),
        ("asun lakeudella", "Lakeus", "area", {"Liminka", "Tyrnävä"}),
        ("Koillismaan kunnissa", "Koillismaa", "area", {"Kuusamo", "Taivalkoski"}),
        ("Pohjois-Pohjanmaalla", "Pohjois-Pohjanmaa", "region", {"Oulu", "Kuusamo"}),
        ("Oulun eteläisellä alueella", "Oulun Eteläinen", "area", {"Nivala", "Pyhäntä"}),
        ("Raahen työllisyysalueen", "Raahen työllisyysalue", "area", {"Oulainen", "Raahe"}),
        ("Nivala-Haapajärven seudulla", "Nivala-Haapajärven seutukunta", "area", {"Reisjärvi"}),
    ],
)
def test_districts_and_areas_stand_for_their_municipalities(places, text, name, kind, members):
    (mention,) = places.find(text)
    assert (mention.name, mention.kind) == (name, kind)
    assert members <= set(mention.municipalities)


def test_the_country_counts_only_where_something_is_in_it(places):
    assert named(places, "Missä opin suomen kieltä? Suomen laki ja suomi toisena kielenä.") == []
    (mention,) = places.find("Muutin Suomeen viime vuonna")
    assert (mention.name, mention.kind, mention.municipalities) == ("Suomi", "country", ())


@pytest.mark.parametrize(
    "text",
    [
        "Oulun yliopisto tutkii",
        "Oulun yliopistossa opiskellaan",
        "Kalajoen Kristillinen Opisto ja Reisjärven kristillinen opisto",
        "Kajaanin AMK, Lapin yliopisto",
        "Hämeen ammattikorkeakoulun hanke",
        "Helsingin Diakonissalaitoksen säätiö",
        "Uudenmaan ELY-keskus ja Pohjois-Pohjanmaan TE-toimisto",
        "Kuusamo-opisto",
        "Oulun seudun ammattiopistossa",
    ],
)
def test_a_name_inside_an_organisation_s_name_is_no_place(places, text):
    assert named(places, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "mitä kello on",
        "meidän salo ja iso lahti",
        "vaaleissa äänestetään ja vaalea tukka",
        "tein lopulta pellolla töitä",
        "kotka lensi yli, kannus kilahti",
        "miten varkaus vaikuttaa työnhakuun",
        "Soitin isälle, Simo Häyhä oli kylässä",
        "Anna Lahti on opinto-ohjaajani",
        "osa II alkaa",
        "haen töitä maalta, perho lensi",
        "muutimme pellolle ja asun lahdella",
        "annoin sen Simolle ja Sallalle",
        "olin töissä Nokialla vuoteen 2012",
    ],
)
def test_ordinary_words_and_people_are_no_places(places, text):
    assert named(places, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asun lahdessa", ["Lahti"]),
        ("Opiskelen nyt Lahdessa", ["Lahti"]),
        ("salon kaupungin palvelut", ["Salo"]),
        ("työpaikka sievissä", ["Sievi"]),
        ("Olen vaalasta", ["Vaala"]),
        ("asun ii:ssä", ["Ii"]),
        ("Muutan Simoon tai pelloon", ["Simo", "Pello"]),
        ("asun Nokialla", ["Nokia"]),
    ],
)
def test_ambiguous_names_are_places_where_the_words_around_say_so(places, text, expected):
    assert named(places, text) == expected


@pytest.mark.parametrize("answer", ["Oulu", "raahe", "Salla", "iissä", "Kalajoki.", "lahti"])
def test_a_bare_name_is_an_answer(places, answer):
    assert len(places.find(answer)) == 1


def test_one_typing_error_in_another_word_makes_no_place(places):
    assert named(places, "posliinia, oululuinen luulossa, raahasin ja pyhäpäivä kalajoukko") == []


def test_hyphened_municipalities_are_separate_and_joined_names_whole(places):
    assert named(places, "Oulu-Kajaani-rata") == ["Oulu", "Kajaani"]
    assert named(places, "Mänttä-Vilppulassa ja Uudessakaupungissa") == [
        "Mänttä-Vilppula",
        "Uusikaupunki",
    ]


def test_every_municipality_of_finland_is_found_by_its_name(places):
    missed = [n for n in places.names() if n not in named(places, f"Asun nyt kunnassa {n}.")]
    assert set(missed) <= {"Salla", "Simo", "Perho", "Nokia"}  # also people, a fly, a firm


def test_decomposed_and_hidden_characters_do_not_matter(places):
    assert named(places, "Ka\u0308rsa\u0308ma\u0308ella\u0308 ja Ou\u00adlus\u200bsa") == [
        "Kärsämäki",
        "Oulu",
    ]


# The plan's own prose, read by hand: these words are places there, and nothing else is.
PLACES_OF_PLAN = {
    "Alavieska", "Haapavesi", "Kainuu", "Kalajoki", "Kempele", "Koillismaa", "Kuusamo", "Liminka",
    "Merijärvi", "Oulainen", "Oulu", "Oulun Eteläinen", "Oulun seutukunta", "Pohjois-Pohjanmaa",
    "Posio", "Pudasjärvi", "Puolanka", "Raahe", "Suomi", "Taivalkoski", "Tyrnävä", "Vaala",
    "Ylivieska", "Ylivieskan seutukunta", "Pohjois-Suomi",
}  # fmt: skip
ORGANISATIONS_OF_PLAN = (
    "Oulun yliopisto", "Jyväskylän yliopisto", "Lapin yliopisto", "Turun yliopisto", "Kajaanin AMK",
    "Oulun AMK", "Hämeen ammattikorkeakoulu", "Kalajoen Kristillinen", "Oulun Diakonissalaito",
    "Helsingin Diakonissalaito", "Uudenmaan ELY", "Kuusamo-opisto", "Oulun Ev. Lut.",
)  # fmt: skip


def test_the_plan_raises_hardly_any_false_alarm(places):
    organisations = {
        start
        for name in ORGANISATIONS_OF_PLAN
        for start in range(len(PLAN))
        if PLAN.startswith(name, start)
    }
    mentions = places.find(PLAN)
    false = [
        (mention.text, mention.name)
        for mention in mentions
        if mention.start in organisations
        or not (mention.name in PLACES_OF_PLAN or mention.name == "Koillismaa")
    ]
    assert len(organisations) > 20
    assert len(mentions) > 90
    assert len(false) <= 0.005 * len(words_of(PLAN)), false


@given(st.text(max_size=80))
def test_mentions_are_in_order_apart_and_verbatim(text):
    end = 0
    for mention in SHARED.find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(
    st.lists(
        st.sampled_from(
            ["Oulussa", "kalajoella", "ja", "Oulun", "yliopisto", "-", ".", "Ii", "Yli"]
        )
    )
)
def test_mentions_of_many_places_are_in_order_and_apart(pieces):
    text = " ".join(pieces)
    mentions = SHARED.find(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(text[m.start : m.end] == m.text for m in mentions)


SHARED = Places.from_file(FILE)


# The register


def test_municipalities_are_found_by_finnish_and_swedish_name(places):
    oulu = places.municipality("uleåborg")
    assert oulu is not None
    assert (oulu.name, oulu.code, oulu.subregion) == ("Oulu", "564", "Oulu")
    assert places.municipality("OULU") == oulu
    assert places.municipality("Atlantis") is None


def test_the_register_holds_the_whole_country(places):
    assert len(places.names()) == 308
    home = {name for name in places.names() if places.in_home_region(name)}
    assert places.home_region == "Pohjois-Pohjanmaa"
    assert home == set(TABLE) - {"Posio", "Puolanka"}


def test_every_municipality_belongs_to_a_region_area(places):
    for name in ("Oulu", "Posio", "Helsinki"):
        region = places.municipality(name).region
        assert any(name in m.municipalities for m in places.find(region) if m.kind == "region")


@pytest.mark.parametrize(
    ("serves", "asked", "level"),
    [
        (["Oulu"], ["Oulu"], AreaLevel.MUNICIPALITY),
        (["Oulu", "Kempele"], ["Oulu"], AreaLevel.SUBREGION),
        (["Oulu", "Kempele"], ["Oulu", "Kempele"], AreaLevel.MUNICIPALITY),
        (["Oulu", "Vaala"], ["Vaala"], AreaLevel.SUBREGION),  # one employment area
        (["Oulu", "Raahe"], ["Oulu"], AreaLevel.REGION),
        (["Raahe"], ["Oulu"], None),
        (["Raahe"], [], None),
        ([], ["Oulu"], AreaLevel.NATIONAL),
        ([], [], AreaLevel.NATIONAL),
    ],
)
def test_level_tells_how_near_a_service_is(places, serves, asked, level):
    assert places.level(serves, asked) is level


def test_a_service_of_every_municipality_is_national(places):
    assert places.level(places.names(), ["Oulu"]) is AreaLevel.NATIONAL


LOCATIVES = (
    "Alavieskassa Haapajärvellä Haapavedellä Hailuodossa Iissä Kalajoella Kempeleessä Kuusamossa "
    "Kärsämäellä Limingassa Lumijoella Merijärvellä Muhoksella Nivalassa Oulaisissa Oulussa "
    "Posiolla Pudasjärvellä Puolangalla Pyhäjoella Pyhäjärvellä Pyhännällä Raahessa Reisjärvellä "
    "Sievissä Siikajoella Siikalatvalla Taivalkoskella Tyrnävällä Utajärvellä Vaalassa Ylivieskassa"
)


def test_locative_and_genitive_are_those_in_use(places):
    assert " ".join(places.locative(name) for name in TABLE) == LOCATIVES
    assert {n: places.genitive(n) for n in TABLE} == {n: f["genitive"] for n, f in TABLE.items()}


def test_a_place_without_a_known_locative_is_named_in_another_way(places):
    assert places.locative("Sottunga") == "paikassa Sottunga"
    assert places.genitive("Juupajoki") == "Juupajoen"


# Bad files

ROW = {
    "code": "564", "fi": "Oulu", "sv": "Uleåborg", "region": "Pohjois-Pohjanmaa",
    "subregion": "Oulu", "employment_area": "Oulun seutu", "wellbeing_county": "PPHVA",
    "vitality_centre": "Pohjois-Suomi",
}  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "the list 'municipalities' is missing"),
        ({"municipalities": [ROW]}, "the list 'areas' is missing"),
        ({"municipalities": [{**ROW, "code": ""}], "areas": []}, r"municipalities\[0\].code"),
        ({"municipalities": [ROW, ROW], "areas": []}, "'Oulu' is there twice"),
        ({"municipalities": [{**ROW, "other_names": ["x"]}], "areas": []}, "need name, language"),
        ({"municipalities": [ROW], "areas": [{"name": "A"}]}, r"areas\[0\] needs name, kind"),
        (
            {"municipalities": [ROW], "areas": [{"name": "A", "kind": "x", "municipalities": []}]},
            "kind 'x' isn't one of",
        ),
        (
            {
                "municipalities": [ROW],
                "areas": [{"name": "A", "kind": "area", "municipalities": ["Oulo"]}],
            },
            r"names no municipality: \['Oulo'\]",
        ),
    ],
)
def test_bad_data_is_refused_by_field(data, message):
    with pytest.raises(CorpusError, match=message):
        Places.from_data(data)


def test_a_file_that_is_no_json_is_refused_with_its_line(tmp_path):
    path = tmp_path / "places.json"
    path.write_text('{\n "municipalities": [,]\n}', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"places\.json:2: isn't JSON"):
        Places.from_file(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="can't be read"):
        Places.from_file(tmp_path / "nothing.json")


def test_places_are_found_without_voikko(monkeypatch):
    from assistant import place_context
    from assistant.voikko import VoikkoNotFoundError

    def missing():
        raise VoikkoNotFoundError("not installed")

    monkeypatch.setattr(place_context, "open_dictionary", missing)
    bare = Places.from_file(FILE)
    assert named(bare, "Kalajoella ja Oulus, pyhajarvella, kello Kellossa") == [
        "Kalajoki",
        "Oulu",
        "Pyhäjärvi",
        "Kello",
    ]
