from __future__ import annotations

import pytest
from samples import NAME

from assistant.domain import AreaLevel
from assistant.settings import ROOT
from ingest.importers import catalogue
from ingest.importers.catalogue import CatalogueService
from ingest.importers.make_record import LeftOutError, make_record
from ingest.importers.terms import Terms
from ingest.records import LONGEST_TEXT


@pytest.fixture(scope="module")
def true_terms() -> Terms:
    return Terms.of_corpus(ROOT / "corpus")


def service(**changes) -> CatalogueService:
    given = {
        "id": "a",
        "names": {"fi": NAME},
        "texts": {catalogue.DESCRIPTION: {"fi": "Tukea arkeen."}},
        "area_names": ("Oulu",),
    }
    return CatalogueService(**{**given, **changes})


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Oulu", 1),
        ("Oulun kaupunki", 1),
        ("Uleåborg", 1),
        ("Pohjois-Pohjanmaa", 30),
        ("Pohjois-Pohjanmaan maakunta", 30),
        ("Oulun seutukunta", 7),
        ("Pohjois-Pohjanmaan hyvinvointialue", 30),
        ("Koillismaa", 2),
        ("Gotham", 0),
        ("", 0),
    ],
)
def test_places_of_any_size_are_found_by_name(true_terms, name, count):
    assert len(true_terms.members(name)) == count


def test_codes_lead_to_municipalities_with_or_without_leading_zeros(true_terms):
    for code in ("9", "009"):
        found, unknown = true_terms.municipalities(
            service(area_names=(), municipality_codes=(code,))
        )
        assert (found, unknown) == (("Alavieska",), [])


def test_a_target_group_is_found_by_its_code_or_a_wider_one(true_terms):
    def groups(code):
        return true_terms.groups(service(group_codes=(code,)))

    assert groups("KR1.4") == ("nuoret",)
    assert groups("KR1.4.2") == ("nuoret",)
    assert groups("KR2.3") == ("yrittäjät", "työnantajat")
    assert groups("KR9") == ()


def test_some_of_the_people_are_not_everyone(true_terms):
    assert true_terms.groups(service(group_codes=("KR1",))) == ("kaikki",)
    assert "kaikki" not in true_terms.groups(service(group_codes=("KR1.2",)))


def test_words_lead_to_terms_where_they_mean_one(true_terms):
    words = {"fi": ("Työnhaku", "maahanmuuttajat", "kivien keräily")}

    assert true_terms.topics(service(words=words)) == ("työnhaku",)
    assert true_terms.groups(service(words=words)) == ("maahanmuuttajat",)


def test_the_level_of_an_area_follows_from_its_municipalities(true_terms):
    assert true_terms.level(["Oulu"]) is AreaLevel.MUNICIPALITY
    assert true_terms.level(["Oulu", "Kempele"]) is AreaLevel.SUBREGION
    assert true_terms.level(["Oulu", "Kuusamo"]) is AreaLevel.REGION
    assert true_terms.level([]) is AreaLevel.NATIONAL


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("7f3c0c5e-4c1b-4a52-9f7a-0d6a52b2a001", "7f3c0c5e-4c1b-4a52-9f7a-0d6a52b2a001"),
        ("Äijä 1", "aija-1-"),
        ("../../etc/passwd", "etc-passwd-"),
        ("\u0000", None),
    ],
)
def test_ids_are_of_our_form_and_stay_apart(terms, given, made):
    record, _ = make_record(service(id=given), terms)
    other, _ = make_record(service(id=given + "!"), terms)

    assert record["id"].startswith(made or "")
    assert record["id"] != other["id"]


def test_a_summary_that_the_description_repeats_is_told_once(terms):
    texts = {
        catalogue.SUMMARY: {"fi": "Tukea arkeen."},
        catalogue.DESCRIPTION: {"fi": "Tukea arkeen. Myös kotona."},
    }
    record, _ = make_record(service(texts=texts), terms)

    assert record["text"].count("Tukea arkeen.") == 1


def test_a_text_that_is_too_long_leaves_the_service_out(terms):
    texts = {kind: {"fi": "sana " * 3900} for kind in catalogue.TEXT_KINDS}
    assert 3900 * 5 * len(texts) > LONGEST_TEXT

    with pytest.raises(LeftOutError, match="its text is longer"):
        make_record(service(texts=texts), terms)


def test_many_contacts_are_cut_off_and_it_is_told(terms):
    many = tuple(
        catalogue.Contact(name={"fi": f"Piste {n}"}, phones=(f"08 123 {n:03}",)) for n in range(40)
    )
    record, reasons = make_record(service(contacts=many), terms)

    assert record["text"].count("Piste") == 12
    assert "only the first 12 contacts were taken" in reasons
