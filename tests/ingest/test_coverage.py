from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from assistant.domain import AreaLevel
from assistant.places import Places
from assistant.settings import ROOT
from ingest.coverage import NEEDS, heat_map, markdown, measure_coverage
from ingest.read import read_corpus

AS_OF = date(2026, 11, 24)
SVG = "{http://www.w3.org/2000/svg}"


def covered(tiny, day=AS_OF):
    corpus = read_corpus(tiny.directory).corpus
    return measure_coverage(corpus, Places.from_data(corpus.places), day)


@pytest.fixture(scope="module")
def true_coverage(true_corpus, true_places):
    return measure_coverage(true_corpus, true_places, AS_OF)


def test_each_of_the_regions_municipalities_has_a_running_route_for_every_need(true_coverage):
    assert len(true_coverage.municipalities) == 30
    assert true_coverage.holes == ()
    for municipality in true_coverage.municipalities:
        for need in ("employment", "young people", "immigrants"):
            assert true_coverage.routes[municipality, need] is not None


def test_the_employment_route_is_the_municipalitys_own_employment_area(true_coverage, true_places):
    for name in true_coverage.municipalities:
        service = true_coverage.routes[name, "employment"].service
        same = {
            other
            for other in true_coverage.municipalities
            if true_places.municipality(other).employment_area
            == true_places.municipality(name).employment_area
        }
        assert service.kind == "employment_area"
        assert name in service.municipalities
        assert set(service.municipalities) & set(true_coverage.municipalities) == same


def test_a_service_counts_where_it_runs_and_for_whom(tiny):
    coverage = covered(tiny)
    assert coverage.near("Kalajoki", "työttömät") == 1
    assert coverage.near("Oulu", "työttömät") == 1
    assert coverage.near("Oulu", "maahanmuuttajat") == 0
    assert coverage.near("Raahe", "työttömät") == 0


def test_a_service_that_has_ended_doesnt_count(tiny):
    assert covered(tiny, date(2025, 6, 1)).near("Kalajoki", "työttömät") == 2
    assert covered(tiny, date(2026, 6, 1)).near("Kalajoki", "työttömät") == 1


def test_a_national_service_counts_everywhere_but_isnt_near(tiny):
    tiny.change("services/alue.md", "area: subregion", "area: national")
    tiny.change("services/alue.md", "municipalities: [Kalajoki, Ylivieska]", "municipalities: []")
    coverage = covered(tiny)
    assert (coverage.near("Raahe", "työttömät"), coverage.all("Raahe", "työttömät")) == (0, 1)
    assert coverage.routes["Raahe", "immigrants"].level is AreaLevel.NATIONAL


def test_a_municipality_without_a_route_is_a_hole_that_the_page_shows(tiny):
    coverage = covered(tiny)
    assert ("Raahe", "employment") in coverage.holes
    assert coverage.routes["Ylivieska", "employment"].service.id == "alue"
    page = markdown(coverage)
    assert "- Raahe: employment" in page
    assert "| Raahe | **none** | **none** | **none** |" in page


def test_the_nearest_route_is_taken(tiny):
    coverage = covered(tiny)
    assert coverage.routes["Oulu", "young people"].service.id == "silta"
    assert coverage.routes["Oulu", "young people"].level is AreaLevel.MUNICIPALITY


def test_the_picture_has_a_title_a_description_and_a_figure_for_every_cell(true_coverage):
    root = ET.fromstring(heat_map(true_coverage))
    assert root.get("role") == "img"
    named = root.get("aria-labelledby").split()
    assert [root.find(f"*[@id='{one}']").tag for one in named] == [f"{SVG}title", f"{SVG}desc"]
    texts = [node.text for node in root.iter(f"{SVG}text")]
    cells = len(true_coverage.municipalities) * len(true_coverage.groups)
    assert len([text for text in texts if text.isdecimal()]) == cells
    assert set(true_coverage.municipalities) | set(true_coverage.groups) <= set(texts)


def test_every_figure_of_the_picture_stands_out_from_its_cell(true_coverage):
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    cells = re.findall(
        r'fill="(#\w{6})" stroke="[^"]+" stroke-width="0.5"/>\n<text [^>]*fill="(#\w{6})"',
        heat_map(true_coverage),
    )
    assert len(cells) == len(true_coverage.counts)
    for shade, ink in set(cells):
        darker, lighter = sorted((luminance(shade), luminance(ink)))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize(("name", "make"), [("coverage.md", markdown), ("coverage.svg", heat_map)])
def test_the_shipped_page_and_picture_are_those_of_the_shipped_corpus(true_coverage, name, make):
    shipped = (ROOT / "docs" / name).read_text(encoding="utf-8")
    day = AS_OF.isoformat()
    assert day in shipped, f"write docs/{name} again with tienviitta coverage --as-of {day}"
    assert shipped == make(true_coverage)


def test_every_need_has_its_column(true_coverage):
    assert f"| Municipality | {' | '.join(NEEDS)} |" in markdown(true_coverage)
