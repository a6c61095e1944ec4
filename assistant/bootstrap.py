"""Everything put together from the settings, in one place."""

from __future__ import annotations

import logging
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

from assistant.chain import Assistant
from assistant.embedding import open_embedder
from assistant.errors import IndexNotReadyError, TienviittaError
from assistant.generate import open_generator
from assistant.generation import GENERATIONS, current_generation
from assistant.index import Index
from assistant.places import Places

if TYPE_CHECKING:
    from assistant.embedding import Embedder
    from assistant.settings import Settings

log = logging.getLogger(__name__)


def open_assistant(settings: Settings, embedder: Embedder | None = None) -> Assistant:
    """Open the generation that serves.

    Args:
        settings: Where the index and the model are.
        embedder: A model that is open already.

    Raises:
        IndexNotReadyError: There's no index, or it doesn't fit the settings.
        ModelNotReadyError: The embedding model can't be loaded.
    """
    name = current_generation(settings.index)
    model = embedder or open_embedder(settings)
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
        """The assistant that answers now.

        Raises:
            IndexNotReadyError: There's no index yet.
            ModelNotReadyError: The embedding model can't be loaded.
        """
        serving = self._assistant
        if serving is None:
            with self._lock:
                if self._assistant is None:
                    self._assistant = self._open()
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
        current_generation(self._settings.index)
        if self._embedder is None:
            self._embedder = open_embedder(self._settings)
        return open_assistant(self._settings, self._embedder)

    def _is_outdated(self, serving: Assistant) -> bool:
        try:
            newest = current_generation(self._settings.index)
        except IndexNotReadyError:
            return False
        return newest not in {serving.generation, self._failed}

    def _go_over(self, serving: Assistant) -> None:
        newest = current_generation(self._settings.index)
        try:
            self._assistant = self._open()
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
