from __future__ import annotations

from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from time import time

import pytest
from evaluation_examples import case
from rich.console import Console
from tiny_corpus import HashEmbedder

from assistant.dialogue import Message
from evals.baselines.comparison import in_a_process, measure, ranked_cases, spans_of, texts_of
from evals.baselines.contestant import BASELINES, ENTRY, BaselineError
from evals.baselines.machine import QUIET, Machine, this_machine
from evals.baselines.table import markdown, print_standings, put_into
from evals.baselines.worker import work
from evals.jsonl import as_json

GOLD = "Se auttaa alle 30-vuotiaita, joilla ei ole työtä."


class SharedEmbedder(HashEmbedder):
    """The same vectors through every library's door."""

    def as_langchain(self):
        from langchain_core.embeddings import Embeddings

        embedder = self

        class Shared(Embeddings):
            def embed_documents(self, texts):
                return embedder.embed_passages(texts).tolist()

            def embed_query(self, text):
                return embedder.embed_query(text).tolist()

        return Shared()


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def a_case(text):
    return case(messages=(Message("user", text),), gold_quotes=(GOLD,))


@pytest.mark.parametrize("name", [entry.name for entry in BASELINES])
def test_each_finds_a_text_by_its_own_words_in_an_index_that_was_opened_anew(
    name, corpus, tmp_path
):
    entry = ENTRY[name]
    if find_spec(entry.package) is None:
        pytest.skip(f"{entry.package} isn't installed")
    texts, embedder = texts_of(corpus), SharedEmbedder()
    wanted = texts[-1]
    job = {"name": name, "directory": str(tmp_path), "limit": 3}
    began = time()
    built = work({**job, "phase": "build", "texts": as_json(texts), "began": began}, embedder)
    assert 0 < built["seconds"] <= time() - began
    ask = as_json(a_case(wanted.text).ask())
    found = work({**job, "phase": "search", "asks": [ask], "began": 0.0}, embedder)
    assert found["found"][0][0] == wanted.id
    assert len(found["found"][0]) <= 3
    assert found["memory_mb"] > 1


def test_one_in_a_process_of_its_own_is_measured(corpus):
    cases = ranked_cases([a_case(GOLD), case()], corpus)
    assert len(cases) == 1
    standing = measure(ENTRY["words"], cases, corpus, texts_of(corpus))
    assert standing.ranking["success@5"].value == 1
    assert standing.start_up_s > 0
    assert standing.ingest_s is not None


def test_a_process_that_fails_tells_why(tmp_path):
    job = {"name": "words", "phase": "search", "directory": str(tmp_path), "asks": [], "limit": 1}
    with pytest.raises(BaselineError, match="words failed in its search phase"):
        in_a_process(job)


def test_what_is_found_counts_once_a_record_with_all_its_passages(corpus):
    silta = corpus.service_by_id["silta"]
    lone = next(one for one in corpus.passages if one.service_id is None)
    found = [silta.passage_ids[0], lone.id, silta.passage_ids[-1], "silta#0", "alue#1"]
    spans = spans_of(found, corpus)
    assert [len(one) for one in spans[:2]] == [len(silta.passage_ids), 1]
    assert len(spans) == 3


def test_lines_of_how_people_ask_are_texts_only_when_asked_for(corpus):
    plain, more = texts_of(corpus), texts_of(corpus, with_asked=True)
    assert len(plain) == len(corpus.passages)
    assert {one.text for one in more} - {one.text for one in plain} >= {"mikä kirppu oli"}


def test_cases_without_a_place_in_the_corpus_are_an_error(corpus):
    with pytest.raises(BaselineError, match="no case"):
        ranked_cases([case()], corpus)


def test_the_table_tells_the_ratio_to_the_first_row(corpus):
    def run(job):
        if job["phase"] == "build":
            return {"seconds": 2.0}
        half = {"start_up": 1.0, "memory_mb": 100.0}
        ids = ["silta"] if job["name"] == "ours" else ["kirppu"]
        speed = 10.0 if job["name"] == "ours" else 5.0
        return {**half, "found": [ids], "milliseconds": [speed]}

    cases = [a_case("Mikä on Silta?")]
    ours = measure(ENTRY["ours"], cases, corpus, [], index=Path("var"), run=run)
    theirs = measure(ENTRY["words"], cases, corpus, [], run=run)
    assert ours.ingest_s is None
    text = markdown([ours, theirs], "1 question")
    assert text.startswith("1 question. In brackets the ratio to ours.\n\n| retrieval |")
    assert f"Measured with tienviitta {metadata.version('tienviitta')}; bm25s" in text
    assert "| Tienviitta | 1.000 |" in text
    assert "| bm25s on words | 0.000 (0.00×) |" in text
    assert "5.0 (0.50×)" in text
    console = Console(record=True, width=160)
    print_standings([ours, theirs], "1 question", console)
    assert "Tienviitta 0.03-1.00" in console.export_text()


def test_our_own_index_is_made_without_opening_the_model_twice(monkeypatch, tmp_path):
    made = []
    monkeypatch.setattr("evals.baselines.worker._embedder", lambda: made.append("model"))
    monkeypatch.setattr("evals.baselines.ours.build", lambda *given: made.append(given[2]))
    job = {"name": "ours", "phase": "build", "directory": str(tmp_path), "texts": []}
    assert work({**job, "began": time() - 5})["seconds"] >= 5
    assert made == [tmp_path]


def test_a_table_takes_the_place_of_the_one_before_and_nothing_else(tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("# A\n\n<!-- baselines -->\nold\n<!-- /baselines -->\n\nZ\n", "utf-8")
    for _ in range(2):
        put_into(readme, "| new |\n")
    wanted = "# A\n\n<!-- baselines -->\n\n| new |\n\n<!-- /baselines -->\n\nZ\n"
    assert readme.read_text("utf-8") == wanted


def test_a_document_without_a_place_for_the_table_stays_and_is_told(tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("# A\n<!-- baselines -->\n", "utf-8")
    with pytest.raises(BaselineError, match="has no lines"):
        put_into(readme, "| new |")
    assert readme.read_text("utf-8") == "# A\n<!-- baselines -->\n"


def test_a_machine_is_told_with_whether_others_use_it():
    assert str(Machine("Abacus", 2, QUIET)) == "Abacus, 2 cores, quiet (load 0.3 before)"
    assert "used by others" in str(Machine("Abacus", 1, 2.0))
    assert str(Machine("Abacus", 1, None)) == "Abacus, 1 core"
    assert this_machine().cores >= 1
