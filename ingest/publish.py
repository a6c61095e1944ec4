"""A new generation of the index made, checked and put in service in one step.

Nothing that serves is touched: the generation is written beside the others, opened afresh and
checked, and only then does ``CURRENT`` name it. Whatever fails before that leaves the last good
generation serving.
"""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np
from filelock import FileLock, Timeout
from pydantic_core import to_json

from assistant.errors import IndexNotReadyError, TienviittaError
from assistant.finnish import open_analyser
from assistant.generation import (
    GENERATIONS,
    MANIFEST,
    UNSEALED,
    Manifest,
    current_generation,
    point_at,
    pointed_generation,
    read_manifest,
    unused_generations,
)
from assistant.index import Index
from assistant.index_writer import write_generation
from assistant.mirror import mirror
from assistant.names import known_names
from assistant.seal import check_seal, flush, seal
from ingest.unchanged import remember, serves_already
from ingest.units import make_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.chroma_server import ChromaServer
    from assistant.corpus import Corpus
    from assistant.embedding import Embedder
    from assistant.unit import Unit

VECTORS = "vectors.npy"
DIGESTS = "vectors.json"
ATTEMPTS = 4
SAME = 0.999
"""Cosine between a stored vector and the one that was made: Chroma keeps float32."""


class PublishError(TienviittaError):
    """A generation couldn't be made; the last good one serves."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of an ingest.

    Attributes:
        manifest: The generation that now serves.
        embedded: How many texts were embedded anew.
        reused: How many vectors were taken from the generation before.
        deleted: Names of old generations that were deleted.
        held: Names of old generations that somebody still reads; the next ingest deletes them.
        unchanged: Whether the generation served already, for nothing had changed.
    """

    manifest: Manifest
    embedded: int
    reused: int
    deleted: tuple[str, ...]
    held: tuple[str, ...] = ()
    unchanged: bool = False


def publish(
    corpus: Corpus,
    index: Path,
    embedder: Embedder,
    progress: Callable[[int, int], None] | None = None,
    server: ChromaServer | None = None,
) -> Published:
    """Make a generation of a corpus and put it in service.

    Args:
        corpus: What was read.
        index: Directory of the generations.
        embedder: The embedding model.
        progress: Is told how many texts are embedded, and of how many.
        server: Where the generation is to serve from, besides this machine.

    Raises:
        PublishError: Another ingest is running, there's no room, or the new generation doesn't
            hold.
    """
    with _alone(index):
        return _publish(corpus, index, embedder, progress, server)


def leave_unchanged(
    corpus: Corpus, index: Path, model: str, server: ChromaServer | None = None
) -> Published | None:
    """Keep the generation that serves, when it's whole and an ingest would make the same.

    Old generations that nobody reads any more are deleted all the same.

    Args:
        corpus: What was read.
        index: Directory of the generations.
        model: The embedding model's name with its digest.
        server: Where it's to serve from, besides this machine.

    Raises:
        PublishError: Another ingest is running.
    """
    with _alone(index):
        manifest = serves_already(index, corpus, model, server)
        if manifest is None:
            return None
        if server:
            server.delete_old()
        reused = manifest.counts["passages"] + manifest.counts["asked"]
        if pointed_generation(index) != manifest.generation:
            point_at(index, manifest.generation)
        deleted, held = _delete_unused(index, manifest.generation)
        return Published(manifest, 0, reused, deleted, held, unchanged=True)


@contextmanager
def _alone(index: Path) -> Iterator[None]:
    """Hold the index for one writer, and tell what to do where it can't be written."""
    try:
        (index / GENERATIONS).mkdir(parents=True, exist_ok=True)
        with FileLock(index / "ingest.lock", timeout=0):
            yield
    except Timeout:
        raise PublishError(
            f"Another ingest is writing to {index}; wait until it has finished."
        ) from None
    except OSError as error:
        raise PublishError(
            f"The index can't be written to {index}: {error}. Make room there (the new generation "
            "needs as much as the old one, and as much again while it's checked), let this user "
            "write there, and run it again; the last good generation serves meanwhile."
        ) from error


def _publish(
    corpus: Corpus,
    index: Path,
    embedder: Embedder,
    progress: Callable[[int, int], None] | None,
    server: ChromaServer | None,
) -> Published:
    analyser = open_analyser(known_names(corpus))
    units = make_units(corpus, analyser)
    if server and server.pointed():
        # What another machine has ingested: its vectors spare embedding them again.
        mirror(server, index)
    left = _delete_left(index)
    digests = [_digest(embedder.name, unit.text) for unit in units]
    known = _known_vectors(index, embedder)
    vectors, embedded = _embed(units, digests, known, embedder, progress)
    name = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ") + "-" + uuid4().hex[:6]
    manifest = Manifest(
        generation=name,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        model=embedder.name,
        dimension=embedder.dimension,
        corpus=_corpus_digest(corpus),
        counts={
            "sources": len(corpus.sources),
            "passages": len(corpus.passages),
            "services": len(corpus.services),
            "asked": sum(1 for unit in units if unit.shelf == "asked"),
            "glossary": len(corpus.glossary),
        },
    )
    draft = index / f".draft-{name}"
    try:
        _write_checked(draft, corpus, units, vectors, digests, manifest, embedder, server)
        draft.rename(index / GENERATIONS / name)
        flush(index / GENERATIONS)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        if server:
            with suppress(IndexNotReadyError):
                server.delete(name)
        raise
    if server:
        server.point_at(name)
    point_at(index, name)
    if server:
        server.delete_old()
    deleted, held = _delete_unused(index, name)
    return Published(manifest, embedded, len(units) - embedded, left + deleted, held)


def _write_checked(
    draft: Path,
    corpus: Corpus,
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    digests: Sequence[str],
    manifest: Manifest,
    embedder: Embedder,
    server: ChromaServer | None,
) -> None:
    """Write a generation that holds.

    Chroma's graph is built by chance and by several threads: now and then a text can't be reached
    in it, and building it again is what helps.
    """
    for attempt in range(1, ATTEMPTS + 1):
        draft.mkdir()
        write_generation(draft, corpus, units, vectors, manifest, server)
        np.save(draft / VECTORS, vectors)
        (draft / DIGESTS).write_text(json.dumps(digests), encoding="utf-8")
        remember(draft, corpus, embedder.name)
        seal(draft)
        if server:
            server.upload(manifest.generation, draft)
        try:
            _check(draft, embedder, units, vectors, server)
        except PublishError:
            if server:
                server.delete(manifest.generation)
            if attempt == ATTEMPTS:
                raise
            shutil.rmtree(draft)
        else:
            return


def _embed(
    units: Sequence[Unit],
    digests: Sequence[str],
    known: dict[str, NDArray[np.float32]],
    embedder: Embedder,
    progress: Callable[[int, int], None] | None,
) -> tuple[NDArray[np.float32], int]:
    new = [row for row, digest in enumerate(digests) if digest not in known]
    made = embedder.embed_passages(
        [units[row].text for row in new],
        progress=(lambda done: progress(done, len(new))) if progress else None,
    )
    fresh = {digests[row]: made[number] for number, row in enumerate(new)}
    vectors = np.zeros((len(units), embedder.dimension), dtype=np.float32)
    for row, digest in enumerate(digests):
        vectors[row] = fresh[digest] if digest in fresh else known[digest]
    return vectors, len(new)


def _known_vectors(index: Path, embedder: Embedder) -> dict[str, NDArray[np.float32]]:
    """The vectors of the generation that serves, by the digest of what they were made of."""
    try:
        directory = index / GENERATIONS / current_generation(index)
        manifest = read_manifest(directory)
        if manifest.model != embedder.name:
            return {}
        if manifest.format != UNSEALED:
            check_seal(directory, (MANIFEST, VECTORS, DIGESTS))
        digests = json.loads((directory / DIGESTS).read_text(encoding="utf-8"))
        vectors = np.load(directory / VECTORS)
    except (IndexNotReadyError, OSError, EOFError, ValueError):
        return {}
    if vectors.shape != (len(digests), embedder.dimension):
        return {}
    return dict(zip(digests, vectors, strict=True))


def _check(
    draft: Path,
    embedder: Embedder,
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    server: ChromaServer | None,
) -> None:
    """Open a new generation as a server would, and look every text up by its own vector."""
    opened = Index(draft, embedder.as_langchain(), embedder.name, server)
    try:
        for shelf in ("passages", "asked"):
            rows = [row for row, unit in enumerate(units) if unit.shelf == shelf]
            stored = opened.vectors(shelf)
            if len(stored) != len(rows):
                raise PublishError(
                    f"Of {len(rows)} {shelf}, {len(stored)} were stored; run it again."
                )
            if not rows:
                continue
            for row, (_, likeness) in zip(
                rows, opened.nearest_each(vectors[rows], shelf), strict=True
            ):
                if likeness < SAME or units[row].id not in stored:
                    raise PublishError(
                        f"{units[row].id} isn't found by its own vector; run it again."
                    )
    finally:
        opened.close()


def _delete_left(index: Path) -> tuple[str, ...]:
    """Delete what an ingest that was killed has left, so that its room can be used.

    A generation that ``CURRENT`` doesn't name is left alone while the named one isn't whole.
    """
    for draft in index.glob(".draft-*"):
        shutil.rmtree(draft)
    name = pointed_generation(index)
    if name is None:
        return ()
    try:
        check_seal(index / GENERATIONS / name)
    except IndexNotReadyError:
        return ()
    return _delete_unused(index, name)[0]


def _delete_unused(index: Path, serving: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Delete the generations that nobody reads; tells which they were, and which are still read."""
    deleted = []
    for directory in unused_generations(index, [serving]):
        shutil.rmtree(directory)
        deleted.append(directory.name)
    left = (path.name for path in sorted((index / GENERATIONS).glob("*")) if path.is_dir())
    return tuple(deleted), tuple(name for name in left if name != serving)


def _digest(model: str, text: str) -> str:
    return sha256(f"{model}\0{text}".encode()).hexdigest()


def _corpus_digest(corpus: Corpus) -> str:
    digest = sha256()
    for source in corpus.sources:
        digest.update(f"{source.id} {source.sha256}\n".encode())
    asked = [passage.asked_as for passage in corpus.passages]
    digest.update(
        to_json((asked, corpus.glossary, corpus.vocabulary, corpus.places, corpus.corpora))
    )
    return digest.hexdigest()
