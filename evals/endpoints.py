"""Targets over HTTP: a running Tienviitta, and what speaks OpenAI's chat completions."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any, Self

import httpx

from assistant.domain import Source
from assistant.errors import TienviittaError
from assistant.settings_file import without_password
from evals.adapters import LIMIT, Response, TargetError, TransientError
from evals.jsonl import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from evals.cases import Case

TIMEOUT_SECONDS = 120.0
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
SYSTEM = (
    "Olet ohjauksen ja neuvonnan avustaja Pohjois-Pohjanmaalla. Vastaa lyhyesti ja selkeästi "
    "kysyjän kielellä siihen, mitä kysytään. Kerro, jos et tiedä. Tänään on {as_of}."
)


class _Endpoint:
    """An HTTP client whose errors tell what to do.

    Args:
        base_url: Where the endpoint is.
        api_key: Sent as a bearer token; never kept in a run.
        client: A client that is open already, for tests.
    """

    def __init__(
        self,
        base_url: str,
        *,
        api_key: str | None = None,
        client: httpx.Client | None = None,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self._client = client or httpx.Client(timeout=TIMEOUT_SECONDS, trust_env=False)
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._client.close()

    def send(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401
        """Send a request and return the JSON of the response.

        Raises:
            TransientError: The endpoint couldn't be reached, or is busy.
            TienviittaError: It refused, or its response isn't JSON.
        """
        asked = f"{self.base_url}{path}"
        url = without_password(asked)
        try:
            response = self._client.request(method, asked, json=body, headers=self._headers)
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            raise TransientError(f"{url} can't be reached: {reason}") from error
        if response.status_code in PASSING:
            wait = response.headers.get("retry-after", "")
            raise TransientError(_refusal(url, response), float(wait) if wait.isdecimal() else None)
        if response.is_error:
            raise RefusedError(_refusal(url, response), response.status_code)
        try:
            return response.json()
        except ValueError as error:
            raise TienviittaError(f"{url} didn't answer in JSON; is the address right?") from error


class RefusedError(TienviittaError):
    """An endpoint refused a request.

    Args:
        reason: What it said.
        status: The HTTP status.
    """

    def __init__(self, reason: str, status: int) -> None:
        self.status = status
        super().__init__(reason)


def _refusal(url: str, response: httpx.Response) -> str:
    """The endpoint's own words, from problem+json where it speaks that."""
    try:
        told = response.json()
        error = told.get("error")
        said = told.get("detail") or told.get("title") or error
        said = error.get("message") if isinstance(error, dict) else said
    except (ValueError, AttributeError):
        said = response.text[:200]
    return f"{url} answered {response.status_code}: {said or 'nothing more'}"


class Server(_Endpoint):
    """A running Tienviitta. Hits are its search's; a server without a search gives none."""

    _searches = True

    def describe(self) -> dict[str, Any]:
        """Its address and the generation that it answers from.

        Raises:
            TargetError: It doesn't answer, or isn't ready.
        """
        try:
            ready = self.send("GET", "/readyz")
        except TienviittaError as error:
            raise TargetError(
                f"{error}. Start the server (`tienviitta serve`) or give its --base-url."
            ) from error
        generation = ready.get("generation") if isinstance(ready, dict) else None
        address = without_password(self.base_url)
        if not generation:
            raise TargetError(
                f"{address} isn't a Tienviitta; for another assistant give --openai MODEL."
            )
        return {"kind": "server", "base_url": address, "generation": generation}

    def sources(self) -> Mapping[str, Source]:
        """Every source, with its text.

        Raises:
            TienviittaError: They can't be had.
        """
        heads = self.send("GET", "/v1/sources")["items"]
        texts = [self.send("GET", f"/v1/sources/{head['id']}") for head in heads]
        known = Source.__dataclass_fields__
        found = [
            Source(**{k: v for k, v in one.items() if k in known and v is not None})
            for one in texts
        ]
        return {source.id: source for source in found}

    def respond(self, case: Case, *, limit: int = LIMIT, retrieval_only: bool = False) -> Response:
        """Ask the server, and its search for the hits.

        Raises:
            TransientError: It's busy or can't be reached.
            TienviittaError: It refused.
        """
        request = {name: value for name, value in _contract(case).items() if value is not None}
        started, answer = perf_counter(), None
        if not retrieval_only:
            answer = self.send("POST", "/v1/chat", request)
        answered = perf_counter()
        hits = self._search(request, limit)
        milliseconds = ((perf_counter() if retrieval_only else answered) - started) * 1000
        return Response(case.id, request, answer, hits, milliseconds=round(milliseconds, 1))

    def _search(
        self, request: Mapping[str, Any], limit: int
    ) -> tuple[Mapping[str, Any], ...] | None:
        if not self._searches:
            return None
        try:
            told = self.send("POST", "/v1/search", {**request, "limit": limit})
        except RefusedError as error:
            if error.status not in (404, 405):
                raise
            self._searches = False
            return None
        left_out = told.get("rejected")
        rows = [*told["hits"], *(left_out if isinstance(left_out, list) else [])]
        return tuple(_without_texts(rank, row) for rank, row in enumerate(rows, start=1))


def _contract(case: Case) -> dict[str, Any]:
    """The contract's request, whatever else the assistant in this process can be asked."""
    asked = as_json(case.ask())
    fields = ("messages", "audience", "municipality", "as_of", "language")
    return {name: asked[name] for name in fields}


def _without_texts(rank: int, hit: Mapping[str, Any]) -> dict[str, Any]:
    """A hit as `evals.adapters.hit_row` has it: the run keeps the sources' texts once."""
    kept = ("id", "source_id", "kind", "start", "end", "locator")
    passages = [{k: one[k] for k in kept if k in one} for one in hit.get("passages") or []]
    return {**hit, "rank": rank, "passages": passages}


class ChatCompletions(_Endpoint):
    """An endpoint that speaks OpenAI's chat completions.

    Its answer is mapped to the contract as far as it goes: a text. It tells no outcome, so none is
    measured; it cites nothing and gives no hits.

    Args:
        base_url: Where the endpoint is, with its version: ``http://localhost:11434/v1``.
        model: The model's name there.
        sources: The sources that gold quotes are looked up in.
        api_key: Sent as a bearer token; never kept in a run.
        client: A client that is open already, for tests.
    """

    def __init__(
        self,
        base_url: str,
        model: str,
        sources: Mapping[str, Source],
        *,
        api_key: str | None = None,
        client: httpx.Client | None = None,
    ) -> None:
        super().__init__(base_url, api_key=api_key, client=client)
        self._model, self._sources = model, sources

    def describe(self) -> dict[str, Any]:
        """Its address, its model and the instructions it's given."""
        return {
            "kind": "openai",
            "base_url": without_password(self.base_url),
            "model": self._model,
            "system": SYSTEM,
            "temperature": 0,
        }

    def sources(self) -> Mapping[str, Source]:
        """The sources as they were given."""
        return self._sources

    def respond(
        self,
        case: Case,
        *,
        limit: int = LIMIT,  # noqa: ARG002 - it finds nothing
        retrieval_only: bool = False,
    ) -> Response:
        """Ask the model.

        Raises:
            TransientError: It's busy or can't be reached.
            TienviittaError: It refused, or it can't search alone.
        """
        if retrieval_only:
            raise TienviittaError("a chat endpoint gives no hits; leave --retrieval-only out.")
        day = case.as_of.isoformat() if case.as_of else "tuntematon"
        system = {"role": "system", "content": SYSTEM.format(as_of=day)}
        messages = [system, *as_json(case.messages)]
        request = {"model": self._model, "messages": messages, "temperature": 0}
        started = perf_counter()
        told = self.send("POST", "/chat/completions", request)
        milliseconds = (perf_counter() - started) * 1000
        try:
            text = told["choices"][0]["message"]["content"] or ""
        except (KeyError, IndexError, TypeError) as error:
            raise TienviittaError(
                f"{without_password(self.base_url)} doesn't answer as chat completions do; "
                "give the address with its version, such as http://localhost:11434/v1."
            ) from error
        answer = {"id": told.get("id"), "outcome": None, "language": None, "text": text}
        usage = told.get("usage")
        answer |= {"citations": [], "services": [], "notices": []}
        answer |= {"usage": usage} if usage else {}
        return Response(case.id, request, answer, None, milliseconds=round(milliseconds, 1))
