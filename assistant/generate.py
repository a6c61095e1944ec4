"""The optional language model: the one door to the chat model, with its limits.

Whatever goes wrong with it (slow, broken, too much) is one of a few named reasons, and the answer
is told without it.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from queue import Empty, Queue
from time import monotonic
from typing import TYPE_CHECKING, Final

from assistant.prompt import size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_core.language_models import BaseChatModel

    from assistant.prompt import Request
    from assistant.settings import LanguageModelSettings

log = logging.getLogger(__name__)

MOST_AT_ONCE: Final = 8
ADVICE: Final = (
    "answers are told without it: see that its server runs and has room, and that "
    "TIENVIITTA_LLM_BASE_URL and TIENVIITTA_LLM_MODEL name it"
)
NO_KEY: Final = "none"
"""Sent where no key is set: servers of one's own ask for none, the client wants something."""


class GenerationError(Exception):
    """The language model gave nothing to use.

    Args:
        reason: ``timeout``, ``error``, ``budget`` or ``busy``.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer of the model may take.

    Attributes:
        seconds: The time until its last word, retries counted in.
        input_tokens: The most that is sent, estimated.
        output_tokens: The most that is read, estimated.
    """

    seconds: float = 20.0
    input_tokens: int = 6000
    output_tokens: int = 800


class Generator:
    """Asks a chat model within limits. Safe between threads.

    Args:
        model: A chat model of LangChain.
        limits: What one answer may take.
        tells_end: Whether the model says why it stopped; a stream without that has broken off.
    """

    def __init__(
        self, model: BaseChatModel, limits: Limits | None = None, *, tells_end: bool = False
    ) -> None:
        self._model, self.limits, self._tells_end = model, limits or Limits(), tells_end
        self._free = threading.BoundedSemaphore(MOST_AT_ONCE)

    def write(self, request: Request, seconds: float | None = None) -> str:
        """What the model answers to a request, all of it.

        The stream is read in a thread of its own, so that a server that sends nothing can't hold
        up the answer; the thread ends with the next word or the client's own timeout.

        Args:
            request: What to send.
            seconds: The time it has, when that's less than the limit.

        Raises:
            GenerationError: It took too long, failed, or was more than the limits allow.
        """
        if request.size > self.limits.input_tokens:
            raise GenerationError("budget")
        if not self._free.acquire(blocking=False):
            raise GenerationError("busy")
        words: Queue[str | Exception | None] = Queue()
        stop = threading.Event()
        thread = threading.Thread(
            target=self._read, args=(request, words, stop), name="language-model", daemon=True
        )
        thread.start()
        try:
            allowed = min(seconds or self.limits.seconds, self.limits.seconds)
            return "".join(self._within_limits(words, monotonic() + allowed))
        finally:
            stop.set()

    def _within_limits(self, words: Queue[str | Exception | None], end: float) -> Iterator[str]:
        read = 0
        while True:
            try:
                word = words.get(timeout=max(0.0, end - monotonic()))
            except Empty:
                log.warning("the language model wrote nothing in time; %s", ADVICE)
                raise GenerationError("timeout") from None
            if word is None:
                return
            if isinstance(word, Exception):
                raise _named(word) from word
            read += len(word)
            if size_of(" " * read) > self.limits.output_tokens:
                raise GenerationError("budget")
            yield word

    def _read(
        self, request: Request, words: Queue[str | Exception | None], stop: threading.Event
    ) -> None:
        from langchain_core.messages import HumanMessage, SystemMessage
        from langsmith import tracing_context

        ended = not self._tells_end
        messages = [SystemMessage(request.system), HumanMessage(request.user)]
        try:
            # What people ask is sent to the model that was chosen and to nobody's tracing.
            with tracing_context(enabled=False):
                for chunk in self._model.stream(messages):
                    if stop.is_set():
                        return
                    words.put(str(chunk.text))
                    finish = chunk.response_metadata.get("finish_reason")
                    ended = ended or bool(finish)
                    if finish == "length":
                        raise GenerationError("budget")
            words.put(None if ended else ConnectionError())
        except Exception as error:  # noqa: BLE001 - whatever fails, the answer is told without it
            words.put(error)
        finally:
            self._free.release()


def open_generator(settings: LanguageModelSettings | None) -> Generator | None:
    """Open the language model of the settings; ``None`` when none is set.

    Nothing is sent yet: a server that isn't there is noticed by the first answer.
    """
    if settings is None:
        return None
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    model = ChatOpenAI(
        base_url=settings.base_url,
        model=settings.model,
        api_key=SecretStr(settings.api_key or NO_KEY),
        temperature=settings.temperature,
        max_completion_tokens=settings.max_output_tokens,
        timeout=settings.timeout,
        max_retries=settings.retries,
    )
    limits = Limits(settings.timeout, settings.max_input_tokens, settings.max_output_tokens)
    return Generator(model, limits, tells_end=True)


def _named(error: Exception) -> GenerationError:
    """An error of the model by its reason; only its kind is logged, never what was asked."""
    if isinstance(error, GenerationError):
        return error
    timed_out = isinstance(error, TimeoutError) or "Timeout" in type(error).__name__
    log.warning("the language model failed: %s; %s", type(error).__name__, ADVICE)
    return GenerationError("timeout" if timed_out else "error")
