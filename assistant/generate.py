"""The optional language model: the one door to the chat model, with its limits.

Whatever goes wrong with it (slow, broken, too much) is one of a few named reasons, and the answer
is told without it.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from queue import Empty, Queue
from time import monotonic
from typing import TYPE_CHECKING, Final

from assistant.dialogue import Usage
from assistant.prompt import size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk, BaseMessage

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


@dataclass(frozen=True, slots=True)
class _Tokens:
    """What the server says that one call took."""

    prompt: int
    completion: int


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


@dataclass(slots=True)
class Tally:
    """The tokens of the calls made for one answer, as they come."""

    _calls: list[Usage] = field(default_factory=list)

    def add(self, prompt: int, completion: int, *, estimated: bool) -> None:
        """Count one call."""
        total = prompt + completion
        self._calls.append(Usage(1, prompt, completion, total, int(estimated)))

    @property
    def usage(self) -> Usage | None:
        """All calls together; ``None`` where there was none."""
        if not self._calls:
            return None
        return Usage(
            calls=len(self._calls),
            prompt_tokens=sum(call.prompt_tokens for call in self._calls),
            completion_tokens=sum(call.completion_tokens for call in self._calls),
            total_tokens=sum(call.total_tokens for call in self._calls),
            estimated_calls=sum(call.estimated_calls for call in self._calls),
        )


class Generator:
    """Asks a chat model within limits. Safe between threads.

    Args:
        model: A chat model of LangChain.
        limits: What one answer may take.
        openai: Whether the model speaks as OpenAI's do: it says why it stopped, so that a stream
            without that has broken off, and it tells its tokens when it's asked to.
    """

    def __init__(
        self, model: BaseChatModel, limits: Limits | None = None, *, openai: bool = False
    ) -> None:
        self._model, self.limits = model, limits or Limits()
        self._tells_end, self._tells_tokens = openai, openai
        self._free = threading.BoundedSemaphore(MOST_AT_ONCE)

    def write(
        self, request: Request, seconds: float | None = None, tally: Tally | None = None
    ) -> str:
        """What the model answers to a request, all of it.

        The stream is read in a thread of its own, so that a server that sends nothing can't hold
        up the answer; the thread ends with the next word or the client's own timeout.

        Args:
            request: What to send.
            seconds: The time it has, when that's less than the limit.
            tally: Where the tokens of this call are counted, those of one that fails as well.

        Raises:
            GenerationError: It took too long, failed, or was more than the limits allow.
        """
        if request.size > self.limits.input_tokens:
            raise GenerationError("budget")
        if not self._free.acquire(blocking=False):
            raise GenerationError("busy")
        words: Queue[str | _Tokens | Exception | None] = Queue()
        stop = threading.Event()
        thread = threading.Thread(
            target=self._read, args=(request, words, stop), name="language-model", daemon=True
        )
        thread.start()
        try:
            allowed = min(seconds or self.limits.seconds, self.limits.seconds)
            told = self._within_limits(words, monotonic() + allowed, request, tally or Tally())
            return "".join(told)
        finally:
            stop.set()

    def _within_limits(
        self,
        words: Queue[str | _Tokens | Exception | None],
        end: float,
        request: Request,
        tally: Tally,
    ) -> Iterator[str]:
        read, tokens = 0, None
        try:
            for word in self._until(words, end):
                if isinstance(word, _Tokens):
                    tokens = word
                    continue
                read += len(word)
                if size_of(" " * read) > self.limits.output_tokens:
                    raise GenerationError("budget")
                yield word
        finally:
            if tokens:
                tally.add(tokens.prompt, tokens.completion, estimated=False)
            else:
                tally.add(request.size, size_of(" " * read) if read else 0, estimated=True)

    def _until(
        self, words: Queue[str | _Tokens | Exception | None], end: float
    ) -> Iterator[str | _Tokens]:
        """What is read until the model is done or its time is up."""
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
            yield word

    def _read(
        self,
        request: Request,
        words: Queue[str | _Tokens | Exception | None],
        stop: threading.Event,
    ) -> None:
        from langchain_core.messages import HumanMessage, SystemMessage
        from langsmith import tracing_context

        ended, cut = not self._tells_end, False
        messages = [SystemMessage(request.system), HumanMessage(request.user)]
        try:
            # What people ask is sent to the model that was chosen and to nobody's tracing.
            with tracing_context(enabled=False):
                for chunk in self._chunks(messages):
                    if stop.is_set():
                        return
                    words.put(str(chunk.text))
                    if told := chunk.usage_metadata:
                        words.put(_Tokens(told["input_tokens"], told["output_tokens"]))
                    finish = chunk.response_metadata.get("finish_reason")
                    ended, cut = ended or bool(finish), cut or finish == "length"
            if cut:
                raise GenerationError("budget")
            words.put(None if ended else ConnectionError())
        except Exception as error:  # noqa: BLE001 - whatever fails, the answer is told without it
            words.put(error)
        finally:
            self._free.release()

    def _chunks(self, messages: list[BaseMessage]) -> Iterator[AIMessageChunk]:
        """What the model streams, its tokens at the end where the server tells them."""
        if not self._tells_tokens:
            yield from self._model.stream(messages)
            return
        stream = self._model.stream(messages, stream_usage=True)
        try:
            first = next(stream, None)
        except Exception as error:
            # Some servers refuse a request with a field that they don't know.
            if getattr(error, "status_code", None) not in {400, 422}:
                raise
            stream = self._model.stream(messages, stream_usage=False)
            first = next(stream, None)
            self._tells_tokens = False
        if first is not None:
            yield first
            yield from stream


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
    return Generator(model, limits, openai=True)


def _named(error: Exception) -> GenerationError:
    """An error of the model by its reason; only its kind is logged, never what was asked."""
    if isinstance(error, GenerationError):
        return error
    timed_out = isinstance(error, TimeoutError) or "Timeout" in type(error).__name__
    log.warning("the language model failed: %s; %s", type(error).__name__, ADVICE)
    return GenerationError("timeout" if timed_out else "error")
