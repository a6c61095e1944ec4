"""Everything put together from the settings, in one place."""

from __future__ import annotations

import logging
import threading
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from assistant.chain import Assistant
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
from assistant.places import Places

if TYPE_CHECKING:
    from assistant.embedding import Embedder
    from assistant.settings import Settings

log = logging.getLogger(__name__)


def open_assistant(settings: Settings, embedder: Embedder | None = None) -> Assistant:
    """Open the generation that serves, or when it's torn the newest one that isn't.

    Args:
        settings: Where the index and the model are.
        embedder: A model that is open already.

    Raises:
        IndexNotReadyError: There's no index, or it doesn't fit the settings.
        ModelNotReadyError: The embedding model can't be loaded.
    """
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
    index = Index(settings.index / GENERATIONS / name, model.as_langchain(), model.name)
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

    def _open(self) -> Assistant:
        if self._embedder is None:
            self._embedder = open_embedder(self._settings)
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
