"""What services are narrowed by."""

from __future__ import annotations

from assistant.domain import Service
from assistant.facets import funder_names, themes_of


def test_a_theme_is_of_a_service_that_the_plan_tells_of_there(true_corpus):
    themed = 0
    for service in true_corpus.services:
        themes = themes_of(true_corpus, service)
        assert set(themes) >= {entry.theme for entry in service.entries}
        assert list(themes) == sorted(set(themes))
        themed += bool(themes)
    assert themed > len(true_corpus.services) / 4


def test_a_funder_has_one_name_however_a_source_writes_it():
    services = [
        Service("a", "A", "project", funders=("ESR+", "TEM")),
        Service("b", "B", "project", funders=("Euroopan sosiaalirahasto plus (ESR+)",)),
        Service("c", "C", "project", funders=("Euroopan sosiaalirahasto plus",)),
    ]
    whole = "Euroopan sosiaalirahasto plus (ESR+)"
    assert funder_names(services) == {
        "ESR+": whole,
        whole: whole,
        "Euroopan sosiaalirahasto plus": whole,
        "TEM": "TEM",
    }
