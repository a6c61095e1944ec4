"""The command line of ingest, from the outside."""

from __future__ import annotations

import sys

import pytest
from tiny_corpus import HashEmbedder

import tienviitta
from assistant import embedding
from assistant.generation import GENERATIONS, current_generation
from assistant.index import Index


@pytest.fixture
def run(tiny, tmp_path, monkeypatch, capsys):
    """Run a command on the tiny corpus; gives the exit code and what was printed."""
    monkeypatch.setenv("TIENVIITTA_CORPUS", str(tiny.directory))
    monkeypatch.setenv("TIENVIITTA_INDEX", str(tmp_path / "index"))
    monkeypatch.setenv("TIENVIITTA_EMBEDDING_MODEL", "hash-1")
    monkeypatch.setattr(embedding, "open_embedder", lambda _: HashEmbedder())

    def command(*arguments):
        monkeypatch.setattr(sys, "argv", ["tienviitta", *arguments])
        with pytest.raises(SystemExit) as exit_:
            tienviitta.main()
        printed = capsys.readouterr()
        return exit_.value.code, printed.out, printed.err

    return command


def test_a_check_tells_what_was_read_and_writes_nothing(run, tmp_path):
    code, out, err = run("ingest", "--check")
    assert (code, err) == (0, "")
    assert out == "4 sources, 13 passages, 3 services, 2 words of the glossary, 0 warnings.\n"
    assert not (tmp_path / "index").exists()


def test_an_ingest_tells_which_generation_serves(run, tmp_path):
    code, out, _ = run("ingest")
    assert code == 0
    name = current_generation(tmp_path / "index")
    assert f"Generation {name} serves: 31 texts embedded, 0 taken from the one before." in out


def test_a_broken_file_ends_with_its_place_and_the_old_generation_serves_on(run, tiny, tmp_path):
    run("ingest")
    good = current_generation(tmp_path / "index")
    tiny.change("services/silta.md", "municipalities: [Oulu]", "municipalities: [Oulula]")
    line = tiny.line("services/silta.md", "Oulula")
    code, out, err = run("ingest")
    assert (code, out) == (tienviitta.EXIT_CORPUS, "")
    assert err == (
        f"error services/silta.md:{line}: municipalities.0: 'Oulula' isn't in places.json\n"
    )
    assert current_generation(tmp_path / "index") == good
    embedder = HashEmbedder()
    directory = tmp_path / "index" / GENERATIONS / good
    Index(directory, embedder.as_langchain(), embedder.name).close()


def test_an_untrue_sentence_ends_with_its_place_and_nothing_is_written(run, tiny, tmp_path):
    tiny.change("services/silta.md", "Hanke päättyy 31.5.2027.", "Hanke päättyy 30.5.2027.")
    line = tiny.line("services/silta.md", "30.5.2027")
    code, _, err = run("ingest")
    assert code == tienviitta.EXIT_CORPUS
    assert err.startswith(f"error services/silta.md:{line}: the date 30.5.2027 stands neither in")
    assert not (tmp_path / "index").exists()


def test_brackets_of_a_message_are_printed_as_they_stand(run, tiny):
    tiny.change("services/silta.md", "hanke.[^p1]", "hanke.[^p9]")
    _, _, err = run("ingest", "--check")
    assert "[^p9] isn't among the sources" in err


def test_a_warning_doesnt_stop_an_ingest(run, tiny):
    tiny.change("plan/plan.txt", "-31.5.2027", "1.1.2303-31.5.2027")
    tiny.change("services/silta.md", "-31.5.2027. OKM", "1.1.2303-31.5.2027. OKM")
    code, out, err = run("ingest", "--check")
    assert code == 0
    assert "1 warnings." in out
    assert err == "warning Silta-hanke: 1.1.2303-31.5.2027: vuosi 2303 ei ole mahdollinen\n"


def test_an_ingest_without_a_corpus_names_what_is_missing(run, tiny):
    (tiny.directory / "vocabulary.yaml").unlink()
    code, _, err = run("ingest")
    assert code == tienviitta.EXIT_CORPUS
    assert "vocabulary.yaml: the file is missing" in err


def test_coverage_is_printed_for_the_day_that_is_asked_about(run):
    code, out, _ = run("coverage", "--as-of", "2026-11-24")
    assert code == 0
    assert "Services that run on 2026-11-24" in out
    assert "| Oulu | **none** | Silta-hanke (municipality) | **none** |" in out


def test_coverage_is_written_to_files(run, tmp_path):
    svg, page = tmp_path / "c.svg", tmp_path / "c.md"
    code, out, _ = run(
        "coverage", "--as-of", "2028-01-01", "--svg", str(svg), "--markdown", str(page)
    )
    assert (code, out) == (0, "")
    assert "2028-01-01" in svg.read_text(encoding="utf-8")
    assert "| Oulu | **none** | **none** | **none** |" in page.read_text(encoding="utf-8")
