"""Everything put together from the settings, in one place."""

from __future__ import annotations

import logging
import threading
from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING

from assistant.chain import Assistant
from assistant.chroma_server import ChromaServer
from assistant.embedding import open_embedder
from assistant.errors import IndexNotReadyError, TienviittaError
from assistant.generate import open_generator
from assistant.generation import (
    CURRENT,
    GENERATIONS,
    current_generation,
    generations,
    pointed_generation,
)
from assistant.index import Index
from assistant.mirror import mirror
from assistant.places import Places

if TYPE_CHECKING:
    from assistant.embedding import Embedder
    from assistant.settings import Settings

log = logging.getLogger(__name__)
LOOKS_EVERY = 2.0
"""Seconds between looks at which generation a Chroma server names."""


def open_assistant(settings: Settings, embedder: Embedder | None = None) -> Assistant:
    """Open the generation that serves, or when it's torn the newest one that isn't.

    Args:
        settings: Where the index and the model are.
        embedder: A model that is open already.

    Raises:
        IndexNotReadyError: There's no index, or it doesn't fit the settings.
        ModelNotReadyError: The embedding model can't be loaded.
    """
    if settings.chroma:
        with closing(ChromaServer(settings.chroma)) as server:
            mirror(server, settings.index)
    return _open_newest(settings, embedder)


def _open_newest(settings: Settings, embedder: Embedder | None) -> Assistant:
    name = current_generation(settings.index)
    if pointed_generation(settings.index) != name:
        log.error(
            "%s is missing or torn, the newest generation %s serves; run `tienviitta ingest`, "
            "which writes it anew",
            settings.index / CURRENT,
            name,
        )
    model = embedder or open_embedder(settings)
    try:
        return _open(settings, name, model)
    except IndexNotReadyError as error:
        for other in generations(settings.index):
            with suppress(IndexNotReadyError):
                assistant = _open(settings, other, model)
                log.error(
                    "generation %s can't be opened, the older %s serves: %s", name, other, error
                )
                return assistant
        raise


def _open(settings: Settings, name: str, model: Embedder) -> Assistant:
    server = ChromaServer(settings.chroma) if settings.chroma else None
    directory = settings.index / GENERATIONS / name
    index = Index(directory, model.as_langchain(), model.name, server)
    with ExitStack() as opened:
        opened.callback(index.close)
        places = Places.from_data(dict(index.corpus.places))
        assistant = Assistant(index, model, places, generator=open_generator(settings.llm))
        opened.pop_all()
    return assistant


class AssistantProvider:
    """Gives the assistant of the newest generation, and goes over to a new one without a pause.

    While a new generation is being opened, questions are answered from the old one, which is closed
    when its last question is answered; a generation that can't be opened is logged, and the old one
    goes on serving.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._assistant: Assistant | None = None
        self._embedder: Embedder | None = None
        self._failed: str | None = None
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._server = ChromaServer(settings.chroma) if settings.chroma else None
        self._following = False

    def __call__(self) -> Assistant:
        """The assistant that answers now; may be of an older generation while the newest is torn.

        Raises:
            IndexNotReadyError: There's no index yet.
            ModelNotReadyError: The embedding model can't be loaded.
        """
        serving = self._assistant
        if serving is None:
            with self._lock:
                if self._assistant is None:
                    self._follow_server()
                    newest = current_generation(self._settings.index)
                    self._assistant = self._open()
                    if self._assistant.generation != newest:
                        self._failed = newest
                return self._assistant
        if self._is_outdated(serving) and self._lock.acquire(blocking=False):
            try:
                # Another thread may have gone over since.
                if self._assistant is serving:
                    self._go_over(serving)
            finally:
                self._lock.release()
        return self._assistant or serving

    def close(self) -> None:
        """Follow the Chroma server no longer."""
        self._closed.set()

    def _follow_server(self) -> None:
        """Copy what the Chroma server names now, and go on looking in the background.

        Raises:
            IndexNotReadyError: The server doesn't answer or holds no index.
        """
        server = self._server
        if server is None:
            return
        mirror(server, self._settings.index)
        if not self._following:
            self._following = True
            threading.Thread(target=self._follow, args=(server,), daemon=True).start()

    def _follow(self, server: ChromaServer) -> None:
        failed = False
        while not self._closed.wait(LOOKS_EVERY):
            try:
                mirror(server, self._settings.index)
                # Going over here spares the first question after an ingest the wait.
                self()
                failed = False
            except (TienviittaError, OSError) as error:
                if not failed:
                    log.error("the generation that's here serves on: %s", error)
                failed = True

    def _open(self) -> Assistant:
        if self._embedder is None:
            self._embedder = open_embedder(self._settings)
        if self._server:
            return _open_newest(self._settings, self._embedder)
        return open_assistant(self._settings, self._embedder)

    def _is_outdated(self, serving: Assistant) -> bool:
        newest = pointed_generation(self._settings.index)
        if newest is None:
            if self._failed != CURRENT:
                self._failed = CURRENT
                log.error(
                    "%s is missing or torn, generation %s serves on; run `tienviitta ingest`, "
                    "which writes it anew",
                    self._settings.index / CURRENT,
                    serving.generation,
                )
            return False
        return newest not in {serving.generation, self._failed}

    def _go_over(self, serving: Assistant) -> None:
        newest = pointed_generation(self._settings.index)
        if newest is None:
            return
        try:
            assert self._embedder is not None
            self._assistant = _open(self._settings, newest, self._embedder)
        except (TienviittaError, OSError) as error:
            self._failed = newest
            log.error(
                "generation %s can't be opened, %s serves on: %s",
                newest,
                serving.generation,
                error,
            )
            return
        serving.close_when_unused()
