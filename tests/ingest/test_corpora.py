"""Several corpora side by side: ids that can't clash, and which one a source is of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tiny_corpus import KIRPPU, PLAN, PLAN_META, TinyCorpus

from assistant.domain import PassageKind
from assistant.errors import CorpusError
from assistant.settings import Settings
from ingest.corpora import find_corpora
from ingest.importers.terms import Terms
from ingest.read import read_corpus

if TYPE_CHECKING:
    from pathlib import Path

INFO = "id: {0}\ntitle: Corpus {0}\npriority: {1}\nlanguage: fi\nlicence: CC0\ndate: 2025-03\n"
RECORD = {
    "id": "kirppu",
    "name": "Kirpputori",
    "area": "municipality",
    "municipalities": ["Raahe"],
    "target_groups": ["nuoret"],
    "topics": ["neuvonta"],
    "url": "https://esimerkki.fi/kirppu",
    "checked_on": "2026-10-01",
    "text": "Kirpputori\n\nKuvaus\nTuo tavaraa. Osta tavaraa.\n\nTiedot\n- Alue: Raahe\n",
    "parts": [
        {"heading": "Kuvaus", "start": 19, "end": 45},
        {"heading": "Tiedot", "start": 54, "end": 67, "told": False},
    ],
}
DOCUMENT = "id: opas\ntitle: Opas\nlicence: CC BY 4.0\nheadings:\n- [1, 1]\n- [2, 5]\n"
TEXT = "Opas\n\nAlku on tässä.\n\nLuku\n\nSisältö on tässä.\n"


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def add_corpus(directory: Path, name: str, priority: int = 50, **record: object) -> Path:
    """A corpus with one imported service and one imported document."""
    corpus = directory / name
    put(corpus / "corpus.yaml", INFO.format(name, priority))
    line = json.dumps({**RECORD, **record}, ensure_ascii=False)
    put(corpus / "imports/ptv/services.jsonl", line + "\n")
    put(corpus / "imports/opas/document.yaml", DOCUMENT)
    put(corpus / "imports/opas/text.txt", TEXT)
    return corpus


def test_the_main_corpus_alone_has_the_ids_that_it_always_had(tiny):
    alone = read_corpus(tiny.directory).corpus

    assert [service.id for service in alone.services] == ["alue", "kirppu", "silta"]
    assert [info.main for info in alone.corpora] == [True]
    assert {source.corpus for source in alone.sources} == {alone.corpora[0].id}
    assert not any("." in passage.source_id for passage in alone.passages)


def test_other_corpora_change_nothing_of_the_main_one(tiny, tmp_path):
    add_corpus(tmp_path / "more", "kainuu")
    alone, both = read_corpus(tiny.directory), read_corpus(tiny.directory, [tmp_path / "more"])
    count = len(alone.corpus.passages)

    assert both.corpus.passages[:count] == alone.corpus.passages
    assert both.corpus.services[:3] == alone.corpus.services
    assert both.warnings == alone.warnings


def test_ids_tell_the_corpus_so_that_the_same_id_in_two_cannot_clash(tiny, tmp_path):
    add_corpus(tmp_path / "more", "kainuu")
    add_corpus(tmp_path / "more", "lappi")
    corpus = read_corpus(tiny.directory, [tmp_path / "more"]).corpus

    assert {"kirppu", "kainuu.kirppu", "lappi.kirppu"} <= corpus.service_by_id.keys()
    assert {"kainuu.opas", "lappi.opas", "services/kainuu.kirppu"} <= corpus.source_by_id.keys()
    assert len(corpus.passage_by_id) == len(corpus.passages)
    for passage in corpus.passages:
        source = corpus.source_by_id[passage.source_id]
        assert source.quote(passage.start, passage.end) == passage.text


def test_a_source_tells_its_corpus_date_and_licence(tiny, tmp_path):
    add_corpus(tmp_path / "more", "kainuu")
    corpus = read_corpus(tiny.directory, [tmp_path / "more"]).corpus
    document = corpus.source_by_id["kainuu.opas"]
    record = corpus.source_by_id["services/kainuu.kirppu"]

    assert (document.title, document.corpus) == ("Opas (Corpus kainuu)", "kainuu")
    assert (document.licence, document.checked_on) == ("CC BY 4.0", "2025-03")
    assert (record.title, record.licence) == ("Kirpputori (Corpus kainuu)", "CC0")
    assert corpus.corpus_of("kainuu.opas") == corpus.corpora[1]
    assert corpus.corpus_of("ei-ole") is None


def test_a_question_can_be_limited_to_a_corpus(tiny, tmp_path):
    add_corpus(tmp_path / "more", "kainuu")
    corpus = read_corpus(tiny.directory, [tmp_path / "more"]).corpus

    assert corpus.is_within("kainuu.opas", ["kainuu"])
    assert not corpus.is_within("kainuu.opas", ["main"])
    assert corpus.is_within("suunnitelma", ["main", "lappi"])
    assert corpus.is_within("kainuu.opas", [])
    assert not corpus.is_within("ei-ole", ["kainuu"])


def test_corpora_come_in_the_order_of_their_priorities(tiny, tmp_path):
    add_corpus(tmp_path / "more", "aaa", 10)
    add_corpus(tmp_path / "more", "bbb", 90)
    add_corpus(tmp_path / "more", "ccc", 50)
    corpus = read_corpus(tiny.directory, [tmp_path / "more"]).corpus

    assert [info.id for info in corpus.corpora] == ["main", "bbb", "ccc", "aaa"]
    assert [info.priority for info in corpus.corpora] == [100, 90, 50, 10]


def test_an_imported_service_is_quoted_sentence_by_sentence(tiny, tmp_path):
    add_corpus(tmp_path / "more", "kainuu")
    service = read_corpus(tiny.directory, [tmp_path / "more"]).corpus.service_by_id["kainuu.kirppu"]

    assert [s.text for s in service.statements] == ["Tuo tavaraa.", "Osta tavaraa."]
    assert service.statements[0].basis[0].url == "https://esimerkki.fi/kirppu"
    assert service.statements[0].basis[0].seen_on == "2026-10-01"


def test_a_hand_made_corpus_has_a_plan_and_descriptions_like_the_main_one(tiny, tmp_path):
    more = tmp_path / "more" / "raahe"
    put(more / "corpus.yaml", INFO.format("raahe", 60))
    put(more / "plan/plan.yaml", PLAN_META)
    put(more / "plan/plan.txt", PLAN)
    put(more / "services/kirppu.md", KIRPPU.replace("next: [alue]", "next: []"))
    reading = read_corpus(tiny.directory, [more])
    kirppu = reading.corpus.service_by_id["raahe.kirppu"]

    assert kirppu.statements[0].basis[0].source_id == "raahe.suunnitelma"
    assert kirppu.source_id in reading.corpus.source_by_id
    assert set(kirppu.passage_ids) <= reading.corpus.passage_by_id.keys()
    assert "raahe.silta" in reading.corpus.service_by_id


def test_descriptions_without_a_plan_are_refused(tiny, tmp_path):
    more = tmp_path / "raahe"
    put(more / "corpus.yaml", INFO.format("raahe", 60))
    put(more / "services/kirppu.md", KIRPPU)

    with pytest.raises(CorpusError, match="raahe/services: descriptions quote a plan"):
        read_corpus(tiny.directory, [more])


def test_what_is_imported_into_the_main_corpus_has_no_prefix_and_may_not_clash(tiny):
    line = json.dumps({**RECORD, "id": "tori"})
    put(tiny.directory / "imports/ptv/services.jsonl", line + "\n")

    assert "tori" in read_corpus(tiny.directory).corpus.service_by_id

    put(tiny.directory / "imports/ptv/services.jsonl", json.dumps(RECORD) + "\n")
    with pytest.raises(CorpusError, match=r"'services/kirppu' is the id of two"):
        read_corpus(tiny.directory)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: A\n", "id: Field required"),
        ("id: Iso\ntitle: A\n", r"corpus\.yaml:1: id"),
        ("id: a\ntitle: A\npriority: 200\n", r"corpus\.yaml:3: priority"),
        ("id: a\ntitle: A\nmuu: 1\n", r"corpus\.yaml:3: muu"),
        ("id: a\ntitle: A\ndate: eilen\n", r"corpus\.yaml:3: date"),
        ("[", "isn't YAML"),
    ],
)
def test_a_metadata_file_that_does_not_hold_names_its_line(tmp_path, text, message):
    put(tmp_path / "a/corpus.yaml", text)

    with pytest.raises(CorpusError, match=message):
        find_corpora([tmp_path])


@pytest.mark.parametrize("date", ["2025", "2025-03", "2025-03-14"])
def test_a_date_may_be_as_exact_as_its_source(tmp_path, date):
    put(tmp_path / "a/corpus.yaml", f"id: a\ntitle: A\ndate: {date}\n")

    assert find_corpora([tmp_path])[0].info.date == date


def test_two_corpora_with_one_id_are_refused(tiny, tmp_path):
    put(tmp_path / "a/corpus.yaml", INFO.format("sama", 1))
    put(tmp_path / "b/corpus.yaml", INFO.format("sama", 1))
    with pytest.raises(CorpusError, match="'sama' is the id of"):
        find_corpora([tmp_path / "a", tmp_path / "b"])

    put(tmp_path / "c/corpus.yaml", INFO.format("main", 1))
    with pytest.raises(CorpusError, match="'main' is the id of the main corpus"):
        read_corpus(tiny.directory, [tmp_path / "c"])


def test_a_listed_directory_without_a_corpus_is_an_error_but_the_usual_place_may_be_empty(tmp_path):
    assert find_corpora([tmp_path / "corpora"]) == ()
    (tmp_path / "corpora").mkdir()
    assert find_corpora([tmp_path / "corpora"]) == ()
    with pytest.raises(CorpusError, match=r"no corpus\.yaml in it"):
        find_corpora([tmp_path / "kainuu"])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"municipalities": ["Gotham"]}, "'Gotham' isn't in places.json"),
        ({"topics": ["lento"]}, "'lento' isn't in vocabulary.yaml"),
        ({"kind": "taika"}, "'taika' isn't in vocabulary.yaml"),
        ({"id": "Iso Kirjain"}, "id: "),
        ({"parts": [{"heading": "a", "start": 0, "end": 999}]}, "isn't a place in the text"),
        ({"parts": []}, "parts: "),
        ({"muu": 1}, "muu: "),
        ({"valid_from": "2026-01-01", "valid_to": "2025-01-01"}, "the end is before the start"),
    ],
)
def test_a_record_that_does_not_hold_names_its_line(tiny, tmp_path, changes, message):
    add_corpus(tmp_path / "more", "kainuu", **changes)

    with pytest.raises(CorpusError, match=rf"kainuu/imports/ptv/services\.jsonl:1: .*{message}"):
        read_corpus(tiny.directory, [tmp_path / "more"])


def test_a_document_is_cut_by_its_headings(tiny, tmp_path):
    add_corpus(tmp_path / "more", "kainuu")
    corpus = read_corpus(tiny.directory, [tmp_path / "more"]).corpus
    cut = [p for p in corpus.passages if p.source_id == "kainuu.opas"]

    assert [(p.kind, p.heading_path, p.text) for p in cut] == [
        (PassageKind.TEXT, ("Opas",), "Alku on tässä."),
        (PassageKind.TEXT, ("Opas", "Luku"), "Sisältö on tässä."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[2, 5]", "[2, 99]", r"document\.yaml:6: .*line 99 doesn't come after line 1"),
        ("[2, 5]", "[2, 1]", "line 1 doesn't come after line 1"),
        ("[2, 5]", "[2, 2]", "line 2 of the text is empty"),
        ("[2, 5]", "[9, 5]", r"document\.yaml:6"),
        ("title: Opas\n", "", "title: Field required"),
        ("id: opas\n", "id: opas\nfile: ../../x\n", "must lie beside"),
    ],
)
def test_a_document_that_does_not_hold_names_its_line(tiny, tmp_path, old, new, message):
    corpus = add_corpus(tmp_path / "more", "kainuu")
    put(corpus / "imports/opas/document.yaml", DOCUMENT.replace(old, new))

    with pytest.raises(CorpusError, match=message):
        read_corpus(tiny.directory, [tmp_path / "more"])


def test_the_shipped_corpus_knows_its_name(true_corpus):
    assert true_corpus.corpora[0].id == "pohjois-pohjanmaa"
    assert true_corpus.corpora[0].main


def test_terms_are_those_of_the_main_corpus(tiny: TinyCorpus):
    assert set(Terms.of_corpus(tiny.directory).vocabulary.topics) == {"neuvonta", "työnhaku"}


@pytest.mark.parametrize(
    ("value", "paths"),
    [("/a/kainuu:/b/lappi", ["/a/kainuu", "/b/lappi"]), ("/a:", ["/a"]), ("", [])],
)
def test_more_corpora_are_listed_with_colons_between(value, paths):
    listed = Settings.from_environment({"TIENVIITTA_CORPORA": value}).corpora

    assert [str(path) for path in listed] == paths
    assert [path.name for path in Settings.from_environment({}).corpora] == ["corpora"]
