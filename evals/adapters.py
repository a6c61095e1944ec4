"""What can be evaluated, and the assistant in this process as one of it.

Each is a `Target`: it's asked a case and gives a `Response`, whose answer and hits have the
contract's form. Another kind of target needs these methods and nothing else; those over HTTP are in
`evals.endpoints`.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

from assistant.abstain import confidence
from assistant.corpus import Corpus
from assistant.errors import TienviittaError
from assistant.generation import GENERATIONS, current_generation
from evals.jsonl import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.dialogue import Answer, Ask, Found, Hit, Question
    from assistant.domain import Source
    from assistant.settings import Settings
    from evals.cases import Case

LIMIT = 20
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Response:
    """What a target gave for a case.

    Attributes:
        id: The case's id.
        request: What was asked, as it was sent.
        answer: The contract's answer; ``None`` when none was asked for, or asking failed.
        hits: What was found, best first, those left out after them with the reason in
            ``rejected``; ``None`` when the target doesn't tell.
        confidence: The target's own probability that the sources hold an answer.
        milliseconds: How long answering took (searching, when only that was asked for).
        attempts: How many times it was asked.
        error: Why there's no answer.
    """

    id: str
    request: Mapping[str, Any]
    answer: Mapping[str, Any] | None = None
    hits: tuple[Mapping[str, Any], ...] | None = None
    confidence: float | None = None
    milliseconds: float = 0.0
    attempts: int = 1
    error: str | None = None

    @property
    def kept(self) -> tuple[Mapping[str, Any], ...]:
        """The hits that weren't left out."""
        return tuple(hit for hit in self.hits or () if not hit.get("rejected"))

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Response:
        """Read what `as_json` made of a response."""
        hits = row.get("hits")
        return cls(**{**row, "hits": None if hits is None else tuple(hits)})


class TransientError(TienviittaError):
    """Asking failed in a way that may pass.

    Args:
        reason: What happened.
        wait_seconds: How long to wait before asking again, when the target told.
    """

    def __init__(self, reason: str, wait_seconds: float | None = None) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(reason)


class TargetError(TienviittaError):
    """A target can't be evaluated at all: it doesn't answer, or isn't what it's said to be."""


class Target(Protocol):
    """What is evaluated. Safe between threads."""

    def describe(self) -> dict[str, Any]:
        """What a run should remember of it: kind, address or generation, model; no secrets."""

    def sources(self) -> Mapping[str, Source]:
        """The sources, by id, that gold quotes and citations are looked up in."""

    def respond(self, case: Case, *, limit: int, retrieval_only: bool) -> Response:
        """Ask a case.

        Raises:
            TransientError: It may succeed when asked again.
            TienviittaError: It won't.
        """


class Corridor(Protocol):
    """The assistant, as far as it's evaluated."""

    @property
    def generation(self) -> str:
        """The name of the index generation that is answered from."""

    def ask(self, ask: Ask, /) -> Answer:
        """Answer a question."""

    def ranked(self, ask: Ask, /) -> tuple[Question, Found]:
        """How a question is understood and what is found for it."""

    def sources(self) -> Sequence[Source]:
        """Every source of the corpus."""


class InProcess:
    """The assistant in this process.

    Args:
        assistant: Answers.
        settings: What it was opened with, for the run to remember.
    """

    def __init__(self, assistant: Corridor, settings: Settings | None = None) -> None:
        self._assistant, self._settings = assistant, settings

    def describe(self) -> dict[str, Any]:
        """Its index and models, a digest of the assistant's code, and settings without secrets."""
        from assistant.settings_file import shown
        from evals.versions import code_digest, index_versions

        told = {"kind": "in-process", "generation": self._assistant.generation}
        if self._settings is None:
            return told | {"code": code_digest()}
        llm = self._settings.llm
        return {
            **told,
            **index_versions(self._settings.index, self._assistant.generation),
            "llm": llm.model if llm else None,
            "code": code_digest(),
            "settings": shown(self._settings),
        }

    def sources(self) -> Mapping[str, Source]:
        """The sources of its generation."""
        return {source.id: source for source in self._assistant.sources()}

    def respond(self, case: Case, *, limit: int = LIMIT, retrieval_only: bool = False) -> Response:
        """Ask the assistant, and look what it found on the way.

        Raises:
            TienviittaError: The question can't be answered as it stands.
        """
        ask, started = case.ask(), perf_counter()
        answer = None if retrieval_only else as_json(self._assistant.ask(ask))
        answered = perf_counter()
        question, found = self._assistant.ranked(ask)
        milliseconds = ((perf_counter() if retrieval_only else answered) - started) * 1000
        hits = [*found.kept[:limit], *found.rejected[:limit]]
        return Response(
            id=case.id,
            request=as_json(ask),
            answer=answer,
            hits=tuple(hit_row(rank, hit) for rank, hit in enumerate(hits, start=1)),
            confidence=round(confidence(question, found), DECIMALS),
            milliseconds=round(milliseconds, 1),
        )


def hit_row(rank: int, hit: Hit) -> dict[str, Any]:
    """A hit as runs keep it: what it is, why it was found, and the places of its passages."""
    evidence = {name: round(float(value), DECIMALS) for name, value in hit.evidence.items()}
    kept = ("id", "source_id", "kind", "start", "end")
    return {
        "rank": rank,
        "service_id": hit.service_id,
        "score": round(float(hit.score), DECIMALS),
        "status": as_json(hit.status),
        "level": as_json(hit.level),
        "why": list(hit.why),
        "evidence": evidence,
        "rejected": hit.rejected,
        "passages": [
            {name: as_json(getattr(one, name)) for name in kept} | {"locator": one.locator}
            for one in hit.passages
        ],
    }


def hit_name(hit: Mapping[str, Any]) -> str:
    """What a hit is called in files: its service, or its first passage."""
    passages = hit.get("passages") or [{}]
    return str(hit.get("service_id") or passages[0].get("id") or f"rank-{hit.get('rank')}")


def indexed_corpus(settings: Settings) -> Corpus:
    """The corpus of the generation that serves, without opening its vectors or a model.

    Raises:
        IndexNotReadyError: There's no index, or it can't be read.
    """
    return Corpus.load(settings.index / GENERATIONS / current_generation(settings.index))


def asked_lines(corpus: Corpus) -> frozenset[str]:
    """Every line of how people ask for something of the corpus."""
    services = (line for service in corpus.services for line in service.asked_as)
    passages = (line for passage in corpus.passages for line in passage.asked_as)
    return frozenset(services) | frozenset(passages)
