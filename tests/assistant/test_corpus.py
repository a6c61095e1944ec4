from __future__ import annotations

import pytest

from assistant.corpus import Corpus
from assistant.errors import IndexNotReadyError
from ingest.read import read_corpus

FILES = ("sources", "passages", "services", "glossary", "vocabulary", "places")


def test_a_saved_corpus_is_read_back_the_same(true_corpus, tmp_path):
    true_corpus.save(tmp_path)
    assert Corpus.load(tmp_path) == true_corpus


def test_a_saved_corpus_is_one_file_for_each_part(tiny, tmp_path):
    read_corpus(tiny.directory).corpus.save(tmp_path)
    names = {f"{name}.json" for name in (*FILES, "corpora")}
    assert {path.name for path in tmp_path.glob("*.json")} == names


def test_a_corpus_saved_before_there_could_be_several_is_read(tiny, tmp_path):
    read_corpus(tiny.directory).corpus.save(tmp_path)
    (tmp_path / "corpora.json").unlink()
    assert Corpus.load(tmp_path).corpora == ()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("torn", [None, b"", b"[{", b'"x"'])
def test_a_missing_or_torn_file_is_an_error_that_names_it(tiny, tmp_path, name, torn):
    read_corpus(tiny.directory).corpus.save(tmp_path)
    path = tmp_path / f"{name}.json"
    path.unlink() if torn is None else path.write_bytes(torn)
    with pytest.raises(IndexNotReadyError) as refused:
        Corpus.load(tmp_path)
    assert str(refused.value) == f"{path} is missing or torn; run `tienviitta ingest` again."


def test_parts_are_looked_up_by_their_ids(true_corpus):
    for source in true_corpus.sources:
        assert true_corpus.source_by_id[source.id] is source
    for passage in true_corpus.passages:
        assert true_corpus.passage_by_id[passage.id] is passage
    for service in true_corpus.services:
        assert true_corpus.service_by_id[service.id] is service
        assert true_corpus.source_by_id[service.source_id].title == service.name


def test_offsets_of_a_read_back_corpus_count_code_points(true_corpus, tmp_path):
    true_corpus.save(tmp_path)
    read = Corpus.load(tmp_path)
    for passage in read.passages:
        source = read.source_by_id[passage.source_id]
        assert source.quote(passage.start, passage.end) == passage.text
