from __future__ import annotations

from datetime import date

import pytest
from tiny_corpus import KIRPPU

from assistant.errors import CorpusError
from ingest.read import read_corpus

KIRPPU_FILE, SILTA_FILE = "services/kirppu.md", "services/silta.md"


def test_a_corpus_without_faults_gives_no_warning(tiny):
    assert read_corpus(tiny.directory).warnings == ()


def test_entries_of_one_project_go_to_the_description_that_claims_them(tiny):
    kirppu = read_corpus(tiny.directory).corpus.service_by_id["kirppu"]
    assert [entry.name.value for entry in kirppu.entries] == ["Kirppu -hanke", "Kirppu"]
    assert kirppu.names == ("Kirppu-hanke", "Kirppu", "Kirppu -hanke")


def test_an_entry_merged_with_a_claimed_one_needs_no_claim_of_its_own(tiny):
    tiny.change(KIRPPU_FILE, "  - Kirppu.\n", "")
    kirppu = read_corpus(tiny.directory).corpus.service_by_id["kirppu"]
    assert len(kirppu.entries) == 2


def test_one_project_described_by_two_files_is_refused(tiny):
    tiny.change(KIRPPU_FILE, "  - Kirppu.\n", "")
    twin = KIRPPU.replace("id: kirppu", "id: kirppula").replace("  - Kirppu -hanke.\n", "")
    tiny.put("services/kirppula.md", twin)
    with pytest.raises(CorpusError, match="is one project, but kirppu, kirppula describe parts"):
        read_corpus(tiny.directory)


def test_a_project_that_no_file_describes_is_read_from_the_plan_with_a_warning(tiny):
    tiny.put("services/silta.md", "")
    (tiny.directory / SILTA_FILE).unlink()
    reading = read_corpus(tiny.directory)
    silta = reading.corpus.service_by_id["silta"]
    assert (silta.kind, silta.confidence, silta.statements) == ("project", "low", ())
    assert silta.valid_to == date(2027, 5, 31)
    assert list(silta.providers) == ["Oulu"]
    assert reading.warnings == ("Silta: no description in corpus/services",)


def test_two_end_dates_of_one_project_are_both_kept_with_a_warning(tiny):
    tiny.change(
        "plan/plan.txt",
        "**Kirppu.** Tavoitteena tukea työnhakijoita. 1.1.2024-31.12.2025",
        "**Kirppu.** Tavoitteena tukea työnhakijoita. 1.1.2024-30.6.2026",
    )
    reading = read_corpus(tiny.directory)
    kirppu = reading.corpus.service_by_id["kirppu"]
    assert {period.valid_to for period in kirppu.periods} == {date(2025, 12, 31), date(2026, 6, 30)}
    assert reading.warnings == (
        "Kirppu-hanke: the plan prints 2 end dates: 2025-12-31, 2026-06-30",
    )


def test_an_impossible_year_of_the_plan_is_warned_of_and_never_corrected(tiny):
    tiny.change("plan/plan.txt", "-31.5.2027", "1.1.2303-31.5.2027")
    tiny.change(SILTA_FILE, "-31.5.2027. OKM", "1.1.2303-31.5.2027. OKM")
    reading = read_corpus(tiny.directory)
    assert reading.warnings == ("Silta-hanke: 1.1.2303-31.5.2027: vuosi 2303 ei ole mahdollinen",)
    assert "1.1.2303" in reading.corpus.sources[0].text


def test_a_passage_of_the_plan_belongs_to_the_service_it_tells_of(tiny):
    corpus = read_corpus(tiny.directory).corpus
    kirppu = corpus.service_by_id["kirppu"]
    told = [corpus.passage_by_id[one] for one in kirppu.passage_ids]
    assert [passage.service_id for passage in told] == ["kirppu"] * 3
    assert [passage.source_id for passage in told] == [
        "suunnitelma",
        "suunnitelma",
        "services/kirppu",
    ]


def test_the_plan_is_kept_to_the_character(tiny):
    path = tiny.directory / "plan" / "plan.txt"
    path.write_bytes(path.read_bytes() + "\u00a0 \t\r\n".encode())
    text = read_corpus(tiny.directory).corpus.sources[0].text
    assert text.encode() == path.read_bytes()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("plan/plan.txt", r"plan\.txt: the file is missing"),
        ("plan/plan.yaml", r"plan\.yaml: the file is missing"),
        ("vocabulary.yaml", r"vocabulary\.yaml: the file is missing"),
        ("glossary.yaml", r"glossary\.yaml: the file is missing"),
        ("places.json", r"places\.json: the file is missing"),
    ],
)
def test_a_missing_file_is_named(tiny, name, reason):
    (tiny.directory / name).unlink()
    with pytest.raises(CorpusError, match=reason):
        read_corpus(tiny.directory)


def test_places_that_arent_json_are_refused_with_their_line(tiny):
    tiny.put("places.json", '{\n"municipalities": [,]}')
    with pytest.raises(CorpusError, match=r"^places\.json:2: this isn't JSON: "):
        read_corpus(tiny.directory)


def test_an_unknown_field_of_the_plans_metadata_is_refused_with_its_line(tiny):
    tiny.change("plan/plan.yaml", "language: fi", "language: fi\nauthor: me")
    line = tiny.line("plan/plan.yaml", "author")
    with pytest.raises(CorpusError, match=rf"^plan\.yaml:{line}: author: Extra inputs"):
        read_corpus(tiny.directory)


def test_every_quote_and_statement_of_the_shipped_corpus_stands_where_it_says(true_corpus):
    for service in true_corpus.services:
        own = true_corpus.source_by_id[service.source_id]
        for statement in service.statements:
            assert own.quote(statement.start, statement.end) == statement.text
            assert statement.basis
            for basis in statement.basis:
                if basis.source_id:
                    source = true_corpus.source_by_id[basis.source_id]
                    assert source.quote(basis.start, basis.end) == basis.quote


def test_every_passage_id_of_the_shipped_corpus_is_its_own(true_corpus):
    assert len(true_corpus.passage_by_id) == len(true_corpus.passages)


def test_reading_the_corpus_twice_gives_the_same_ids(tiny):
    one, other = (read_corpus(tiny.directory).corpus for _ in range(2))
    assert [p.id for p in one.passages] == [p.id for p in other.passages]


QUESTIONS = """questions:
  - quote: Työ muuttuu
    ask: [muuttuuko mun duuni]
  - quote: Tavoitteena tukea työnhakijoita
    ask:
      - kuka tukee työnhaussa
"""


def test_ways_of_asking_belong_to_every_passage_that_holds_the_quote(tiny):
    tiny.put("plan/questions.yaml", QUESTIONS)
    asked = {p.text: p.asked_as for p in read_corpus(tiny.directory).corpus.passages if p.asked_as}
    assert asked.pop("Työ muuttuu") == ("muuttuuko mun duuni",)
    assert set(asked.values()) == {("kuka tukee työnhaussa",)}
    assert len(asked) == 2


def test_ways_of_asking_for_what_the_plan_doesnt_say_are_refused_with_their_line(tiny):
    tiny.put("plan/questions.yaml", QUESTIONS.replace("Tavoitteena tukea", "Tavoitteena auttaa"))
    line = tiny.line("plan/questions.yaml", "Tavoitteena")
    with pytest.raises(
        CorpusError, match=rf"^questions\.yaml:{line}: questions\.1\.quote: no passage of the plan"
    ):
        read_corpus(tiny.directory)


def test_a_form_of_questions_that_doesnt_hold_is_refused_with_its_line(tiny):
    tiny.put("plan/questions.yaml", QUESTIONS.replace("    ask: [muuttuuko mun duuni]\n", ""))
    with pytest.raises(CorpusError, match=r"^questions\.yaml:2: questions\.0\.ask: Field required"):
        read_corpus(tiny.directory)
