"""Asking the cases of a run: in parallel, again where it failed, each answer written at once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.errors import TienviittaError
from evals.adapters import LIMIT, Response, Target, TransientError
from evals.jsonl import as_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from evals.cases import Case
    from evals.rundir import RunDirectory

ATTEMPTS = 4
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Asking:
    """How cases are asked.

    Attributes:
        jobs: How many at a time.
        limit: How many hits are looked at.
        retrieval_only: Whether only to search.
        attempts: How many times a case is asked before it counts as failed.
        pause: Waits for some seconds; given by tests.
    """

    jobs: int = 1
    limit: int = LIMIT
    retrieval_only: bool = False
    attempts: int = ATTEMPTS
    pause: Callable[[float], None] = time.sleep


def run_pending(
    directory: RunDirectory,
    target: Target,
    asking: Asking | None = None,
    on_response: Callable[[Response], None] | None = None,
) -> int:
    """Ask the cases of a run that have no answer yet, and write each answer as it comes.

    An error of the assistant's own fails its case and not the run; any other error, and an
    interruption, ends the run, and what was answered until then stays.

    Args:
        directory: The run.
        target: What is asked.
        asking: How.
        on_response: Called after each answer, for progress.

    Returns:
        How many cases were asked.
    """
    asking = asking or Asking()
    pending = directory.pending()
    executor = ThreadPoolExecutor(max_workers=max(1, asking.jobs))
    try:
        futures = [executor.submit(respond, target, case, asking) for case in pending]
        for future in as_completed(futures):
            response = future.result()
            directory.append(response)
            if on_response:
                on_response(response)
    finally:
        executor.shutdown(cancel_futures=True)
    return len(pending)


def respond(target: Target, case: Case, asking: Asking) -> Response:
    """Ask one case, and again after a while where that may help."""
    wait = FIRST_WAIT_SECONDS
    error: TienviittaError
    for attempt in range(1, asking.attempts + 1):
        try:
            response = target.respond(
                case, limit=asking.limit, retrieval_only=asking.retrieval_only
            )
            return replace(response, attempts=attempt)
        except TransientError as caught:
            error = caught
            if attempt < asking.attempts:
                asking.pause(min(caught.wait_seconds or wait, LONGEST_WAIT_SECONDS))
                wait *= 2
        except TienviittaError as caught:
            error = caught
            break
    return Response(case.id, as_json(case.ask()), attempts=attempt, error=str(error))
