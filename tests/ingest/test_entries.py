from __future__ import annotations

from datetime import date

import pytest

from ingest.entries import merge_entries, same_project, short_name

ESR = ("ESR+",)
MERKE_2_IS_FOR = (
    "Matalan kynnyksen palveluja oululaisille 30-65 –vuotiaille työttömille ja työelämän "
    "ulkopuolella oleville hyvinvoinnin ja osallisuuden tukemiseksi."
)
PRIKKA_IS_BY = (
    "Oulun kaupunki, Diakonia-ammattikorkeakoulu, Oulun Ev. Lut. Seurakuntayhtymä Oulun "
    "Diakonissalaitoksen Säätiö"
)


@pytest.fixture(scope="module")
def entries(true_corpus):
    return [entry for service in true_corpus.services for entry in service.entries]


def value(fact):
    return fact.value if fact else None


# name, theme, start, end, funders, organisers, municipalities, target group: read off the plan.
HAND_CHECKED = [
    ("OSKE- Oulun osaamiskeskus", 1, None, date(2024, 12, 31), ("TEM ja OKM valtionavustus",),
     ("Oulun kaupunki",), ("Oulu",),
     "Kohderyhmänä maahanmuuttaneet työnhakijat, joilla on oleskelupa."),
    ("Lakeuden sillat -hanke", 1, date(2024, 1, 1), date(2026, 12, 31), ESR,
     ("Kempeleen, Limingan ja Tyrnävän kunnat",), ("Kempele", "Liminka", "Tyrnävä"), None),
    ("Hymy -hanke", 1, date(2022, 12, 19), date(2025, 4, 30), (),
     ("SAKU ry (koordinoi)", "Mukana myös OSAO ja Jokilaakson kuntayhtymä"), (), None),
    ("Kotoa työelämään -hanke", 1, date(2023, 9, 1), date(2026, 3, 31), ESR, ("OSAO",), (), None),
    ("Duuniportti -hanke", 5, date(2024, 1, 1), date(2026, 5, 31), ESR,
     ("Kalajoen kaupunki, Koulutuskuntayhtymä JEDU, Kalajoen Kristillinen Opisto",),
     ("Kalajoki",), None),
    ("Kohti yhteisöllisempää opiskeluhoitoa -hanke", 4, date(2023, 1, 1), date(2024, 7, 31),
     ("OKM erityisavustus",), ("OSAO",), (), None),
    ("Work force", 1, date(2023, 1, 11), date(2025, 6, 30), ESR,
     ("toteuttajina Startup Refugees, Phoenix ry",), ("Oulu", "Pudasjärvi", "Raahe", "Kuusamo"),
     "Kohderyhmä maahanmuuttajataustaiset työnhakijat: Oulu, Pudasjärvi, Raahe ja Kuusamo."),
    ("Merke 2", 1, date(2023, 3, 1), date(2028, 2, 28), ESR, ("ODL Säätö",), ("Oulu",),
     MERKE_2_IS_FOR),
    ("Toimintakykyä ja toivoa sosiaalisella kuntoutuksella", 1, date(2023, 8, 1),
     date(2026, 4, 20), ESR, ("Caritas-Säätiö sr",), ("Oulu",),
     "Kohderyhmä 18-64 –vuotiaat oululaiset päihde- ja mielenterveyskuntoutujat."),
    ("Työpaikkoja yhteistyöllä Vaalassa", 1, date(2023, 9, 1), date(2025, 8, 31),
     ("ESR+ osarahoitus",), ("Vaalan kunta",), ("Vaala",), None),
    ("Rekryopo – yritysten rekrytointiosaamisen kehittäminen", 1, date(2023, 3, 1),
     date(2025, 6, 30), ESR, ("Kalajoen ja Ylivieskan kaupunki",),
     ("Kalajoki", "Ylivieska", "Alavieska", "Merijärvi"), None),
    ("OSUVA-hanke", 3, None, date(2025, 12, 31), (), ("OAMK",), (), None),
    ("Prikka kiertoon 2023-2025", 4, date(2023, 9, 1), date(2026, 8, 31), ESR,
     ("Helsingin Diakonissalaitoksen säätiö",
      PRIKKA_IS_BY), ("Oulu",), None),
    ("Tulevaisuuden työmarkkinat –koordinaatiohanke", 6, date(2023, 1, 1), date(2027, 12, 31),
     ESR, ("Uudenmaan ELY-keskus",), (), None),
]  # fmt: skip


@pytest.mark.parametrize("expected", HAND_CHECKED, ids=lambda row: row[0])
def test_an_entrys_fields_are_read_as_the_plan_prints_them(entries, expected):
    name, theme, start, end, funders, organisers, municipalities, group = expected
    entry = next(e for e in entries if e.name.value == name and e.theme == theme)
    (period,) = entry.periods
    assert (period.valid_from, period.valid_to) == (start, end)
    assert tuple(map(value, entry.funders)) == funders
    assert tuple(map(value, entry.organisers)) == organisers
    assert entry.municipalities == municipalities
    assert value(entry.target_group) == group


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("PÄÄTTYNYT: NOPO-toiminnan kehittäminen kansalliseksi malliksi", "PÄÄTTYNYT"),
        ("PÄÄTTYNYT Ohjauksella hyvinvointia. (OHJY)-hanke", "PÄÄTTYNYT"),
        ("Duunissa oppien – hanke KÄYNNISTYMÄSSÄ", "KÄYNNISTYMÄSSÄ"),
        ("SIMHE", None),
    ],
)
def test_a_state_printed_in_a_name_is_read(entries, name, state):
    entry = next(e for e in entries if e.name.value == name)
    assert value(entry.state) == state


def test_every_field_stands_in_the_plan_where_it_says(entries, true_corpus):
    plan = true_corpus.sources[0]
    for entry in entries:
        printed = [period.printed for period in entry.periods]
        facts = (entry.name, entry.state, entry.target_group, entry.goal, *printed)
        for fact in (*facts, *entry.funders, *entry.organisers):
            if fact is not None:
                assert plan.quote(fact.start, fact.end) == fact.value
                assert fact.value.strip() == fact.value


def test_the_plans_bold_entries_are_brought_together_into_projects(entries):
    assert len(entries) == 59
    assert len(merge_entries(entries)) == 38


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uula-hanke.", "Uula- Uutta osaamista vihreän siirtymän aloille."),
        (
            "Lukiopiritti – Nuorten TUVA- ja lukiokoulutuksen opintoihin kiinnittämisen -hanke.",
            "Lukiopirtti – Nuorten TUVa- ja lukiokoulutuksen opintoihin kiinnittymisen -hanke.",
        ),
        (
            "fTwist - rohkeutta ja resilienssiä bisnekseen –hanke.",
            "ftwist – rohkeutta ja resilienssiä bisnekseen.",
        ),
        (
            "SOMPA – Suoraan töihin. Ulkomaalaisten työntekijöiden keskitetyt palvelut.",
            "SOMPA - Ulkomaalaisten työntekijöiden keskitetyt palvelut.",
        ),
        ("Digipaljalta työelämään.", "Digipajalta työelämään."),
    ],
)
def test_a_project_named_in_two_ways_is_one(one, other):
    assert same_project(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Work force.", "Work & Stay – kokonainen elämä Koillismaalla."),
        ("Digikyvykkyyttä ammatilliseen koulutukseen.", "Digikyvykäs kampus, toimii yhdessä."),
        ("Kotoa työelämään -hanke.", "Digipajalta työelämään."),
        ("Työpajoilta työelämään.", "Digipajalta työelämään."),
        ("Hymy -hanke.", "Motio."),
    ],
)
def test_different_projects_stay_apart(one, other):
    assert not same_project(one, other)


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("PÄÄTTYNYT: Uula- Uutta osaamista vihreän siirtymän aloille.", "Uula"),
        ("Lakeuden sillat -hanke.", "Lakeuden sillat"),
        ("Duunissa oppien – hanke KÄYNNISTYMÄSSÄ,", "Duunissa oppien"),
        ("Tulevaisuusloikka - Toiselta asteelta tulevaisuuteen.", "Tulevaisuusloikka"),
        ("SIMHE.", "SIMHE"),
        ("Work & Stay – kokonainen elämä Koillismaalla.", "Work & Stay"),
    ],
)
def test_a_short_name_is_what_people_call_the_project(printed, short):
    assert short_name(printed) == short
