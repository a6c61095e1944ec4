"""A Chroma server that many API processes share: generations as collections, and the pointer.

A generation is a collection of vectors a shelf, and one that holds its other files in pieces, from
which every process makes a copy of its own. The metadata of one small collection names the
generation that serves; Chroma replaces it in one step.
"""

from __future__ import annotations

import base64
import json
import zlib
from datetime import UTC, datetime, timedelta
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import urlsplit
from weakref import finalize

import numpy as np

from assistant.errors import IndexNotReadyError
from assistant.generation import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import httpx
    from chromadb.api.client import Client

    from assistant.settings import ChromaSettings

T = TypeVar("T")

POINTER = "tienviitta"
FILES = "files"
PIECE = 12_000
"""Characters of a document that holds a piece of a file: what hosted Chroma servers take."""
PIECES = 100
NOWHERE = np.array([1.0, 0.0], np.float32)
"""A vector for what is never searched by meaning."""
PAUSES = (0.1, 0.5)
GRACE = timedelta(minutes=10)
"""For so long an old generation is kept: processes go over to the new one within seconds."""
LEFT_OVER = timedelta(days=1)


class ChromaServer:
    """The collections of a Chroma server. Safe between threads.

    Args:
        settings: Where it is, and its token.
    """

    def __init__(self, settings: ChromaSettings) -> None:
        self._settings = settings
        self._client: Client | None = None
        self._hang_up: finalize[..., ChromaServer] | None = None
        self._lock = Lock()

    @property
    def client(self) -> Client:
        """The connection.

        Raises:
            IndexNotReadyError: The server can't be reached.
        """
        with self._lock:
            if self._client is None:
                self._client = self.tried(self._connect)
            return self._client

    def close(self) -> None:
        """Let go of the connection; it's made anew when it's needed."""
        with self._lock:
            if self._hang_up is not None:
                self._hang_up()
            self._client = self._hang_up = None

    def tried(self, ask: Callable[[], T]) -> T:
        """Ask the server, and again after a pause where it didn't answer.

        Args:
            ask: May be done twice.

        Raises:
            IndexNotReadyError: It doesn't answer, or refuses; tells what to do.
        """
        import httpx
        from chromadb.errors import ChromaError

        for pause in (*PAUSES, None):
            try:
                return ask()
            except ChromaError as error:
                raise self._refused(error) from error
            except (httpx.TransportError, ValueError) as error:
                # The client tells a server that it couldn't connect to by a ValueError.
                if pause is None or isinstance(error, httpx.TimeoutException):
                    raise IndexNotReadyError(
                        f"The Chroma server at {self._settings.url} doesn't answer ({error}); "
                        "start it, or mend TIENVIITTA_CHROMA_URL."
                    ) from error
                sleep(pause)
            except Exception as error:
                raise self._refused(error) from error
        raise AssertionError

    def collection_name(self, generation: str, part: str) -> str:
        """The name of a collection of a generation."""
        return f"{POINTER}-{generation}-{part}"

    def pointed(self) -> str | None:
        """The name of the generation that serves, ``None`` where there's none yet."""
        name = self._pointer().get("generation")
        return str(name) if name else None

    def point_at(self, generation: str) -> None:
        """Put a generation in service, in one step."""
        told = self._pointer()
        old = told.get("generation")
        superseded = self._superseded(told)
        if old and old != generation:
            superseded[str(old)] = datetime.now(UTC).isoformat(timespec="seconds")
        superseded.pop(generation, None)
        metadata = {"generation": generation, "superseded": json.dumps(superseded)}
        self.tried(
            lambda: self.client.get_or_create_collection(POINTER, embedding_function=None).modify(
                metadata=metadata
            )
        )

    def upload(self, generation: str, directory: Path) -> None:
        """Store a generation's files.

        Args:
            generation: Its name.
            directory: Holds them, and nothing that Chroma itself keeps.
        """
        name = self.collection_name(generation, FILES)
        collection = self.tried(
            lambda: self.client.create_collection(name, embedding_function=None)
        )
        pieces = list(_pieces(directory))
        for start in range(0, len(pieces), PIECES):
            batch = pieces[start : start + PIECES]
            keys = [f"{path}#{number}" for path, number, _ in batch]
            self.tried(
                lambda keys=keys, batch=batch: collection.upsert(  # type: ignore[misc]
                    ids=keys,
                    embeddings=np.tile(NOWHERE, (len(batch), 1)),
                    metadatas=[{"path": path, "number": number} for path, number, _ in batch],
                    documents=[text for _, _, text in batch],
                )
            )

    def fetch(self, generation: str, directory: Path) -> None:
        """Copy a generation's files into a directory.

        Args:
            generation: Its name.
            directory: Exists and is empty.

        Raises:
            IndexNotReadyError: The server doesn't answer, or doesn't hold the generation.
        """
        name = self.collection_name(generation, FILES)
        collection = self.tried(lambda: self.client.get_collection(name, embedding_function=None))
        files: dict[str, dict[int, str]] = {}
        total = self.tried(collection.count)
        for start in range(0, total, PIECES):
            got: Any = self.tried(
                lambda start=start: collection.get(  # type: ignore[misc]
                    limit=PIECES, offset=start, include=["metadatas", "documents"]
                )
            )
            for told, text in zip(got["metadatas"], got["documents"], strict=True):
                files.setdefault(str(told["path"]), {})[int(told["number"])] = text
        for path, pieces in files.items():
            target = (directory / path).resolve()
            if not target.is_relative_to(directory.resolve()):
                raise IndexNotReadyError(f"The Chroma server names a file outside: {path!r}.")
            target.parent.mkdir(parents=True, exist_ok=True)
            packed = "".join(pieces[number] for number in sorted(pieces))
            try:
                target.write_bytes(zlib.decompress(base64.b64decode(packed)))
            except (zlib.error, ValueError):
                raise IndexNotReadyError(
                    f"{path} of generation {generation} is torn on the Chroma server at "
                    f"{self._settings.url}; run `tienviitta ingest --anew`."
                ) from None
        (directory / READERS).touch()

    def holds(self, generation: str) -> bool:
        """Whether the server has a generation's files."""
        return self.collection_name(generation, FILES) in self._names()

    def delete(self, generation: str) -> None:
        """Delete a generation's collections, as many as there are."""
        for name in self._names():
            if name.startswith(self.collection_name(generation, "")):
                self.tried(lambda name=name: self.client.delete_collection(name))  # type: ignore[misc]

    def delete_old(self) -> tuple[str, ...]:
        """Delete what no process reads any more, and what ingests that were killed have left.

        Returns:
            The names of the generations.
        """
        told = self._pointer()
        now = datetime.now(UTC)
        superseded = self._superseded(told)
        late = {
            name
            for name, since in superseded.items()
            if now - datetime.fromisoformat(since) >= GRACE
        }
        known = {*superseded, str(told.get("generation"))}
        for name in self._names():
            generation = name.removeprefix(f"{POINTER}-").rpartition("-")[0]
            if name.startswith(f"{POINTER}-") and generation not in known:
                made = datetime.strptime(generation[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                late |= {generation} if now - made >= LEFT_OVER else set()
        for generation in sorted(late):
            self.delete(generation)
        if late & set(superseded):
            left = {name: since for name, since in superseded.items() if name not in late}
            metadata = {"generation": told["generation"], "superseded": json.dumps(left)}
            self.tried(lambda: self.client.get_collection(POINTER).modify(metadata=metadata))
        return tuple(sorted(late))

    def _names(self) -> list[str]:
        return [one.name for one in self.tried(self.client.list_collections)]

    def _pointer(self) -> dict[str, Any]:
        if POINTER not in self._names():
            return {}
        found = self.tried(lambda: self.client.get_collection(POINTER, embedding_function=None))
        return dict(found.metadata or {})

    @staticmethod
    def _superseded(told: dict[str, Any]) -> dict[str, str]:
        return dict(json.loads(told.get("superseded") or "{}"))

    def _connect(self) -> Client:
        import chromadb
        import httpx
        from chromadb.config import Settings

        parts = urlsplit(self._settings.url)
        secure = parts.scheme == "https"
        # The client waits for ever by itself, and has no setting for it.
        timeout, headers = httpx.Timeout(self._settings.timeout), self._settings.headers()
        httpx.get(f"{self._settings.url}/api/v2/heartbeat", headers=headers, timeout=timeout)
        client = chromadb.HttpClient(
            host=parts.hostname or "",
            port=parts.port or (443 if secure else 80),
            ssl=secure,
            headers=headers,
            settings=Settings(anonymized_telemetry=False),
            database=self._settings.database,
        )
        made = cast("Any", client)
        sessions = [one._session for one in (made._server, made._admin_client._server)]  # noqa: SLF001
        for session in sessions:
            session.timeout = timeout
        # Chroma leaves its connections open when it's closed.
        self._hang_up = finalize(self, _close, made, sessions)
        return cast("Client", client)

    def _refused(self, error: Exception) -> IndexNotReadyError:
        return IndexNotReadyError(
            f"The Chroma server at {self._settings.url} refused ({type(error).__name__}: {error}); "
            "look at TIENVIITTA_CHROMA_TOKEN and TIENVIITTA_CHROMA_DATABASE, and run "
            "`tienviitta ingest` where it holds no generation."
        )


def _close(client: Client, sessions: list[httpx.Client]) -> None:
    client.close()
    for session in sessions:
        session.close()


def _pieces(directory: Path) -> Iterator[tuple[str, int, str]]:
    """The files of a directory, packed as text, in pieces with their numbers."""
    for path in sorted(path for path in directory.rglob("*") if path.is_file()):
        if path.name == READERS:
            continue
        packed = base64.b64encode(zlib.compress(path.read_bytes())).decode("ascii")
        for number, start in enumerate(range(0, len(packed), PIECE)):
            yield path.relative_to(directory).as_posix(), number, packed[start : start + PIECE]
