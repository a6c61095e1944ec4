"""Small examples that the tests of the evaluation share."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from assistant.dialogue import Answer, Citation, Message, Outcome
from assistant.domain import Passage, PassageKind, Source
from evals.adapters import Response
from evals.cases import Case, Nugget
from evals.jsonl import as_json
from evals.rundir import RunDirectory
from evals.runner import run_pending

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Duuniportti toimii Kalajoella. Kesto 1.1.2024-31.5.2026. Duuniportti toimii Kalajoella."
PLACE = "Duuniportti toimii Kalajoella."
PERIOD = "Kesto 1.1.2024-31.5.2026."


def source(text: str = TEXT, source_id: str = "plan") -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(id=source_id, title="Suunnitelma", text=text, sha256=digest)


def passage(start: int, end: int, source_id: str = "plan") -> Passage:
    return Passage(
        id=f"{source_id}:{start}",
        source_id=source_id,
        kind=PassageKind.TEXT,
        heading_path=("Osa 3",),
        start=start,
        end=end,
        text=TEXT[start:end],
    )


def case(**fields: Any) -> Case:
    base: dict[str, Any] = {
        "id": "c1",
        "split": "dev",
        "persona": "kansalainen",
        "lang": "fi",
        "category": "fact",
        "messages": (Message("user", "Mihin asti?"),),
        "answerable": True,
        "gold_quotes": (PERIOD,),
        "nuggets": (Nugget("loppuu 31.5.2026", ("31.5.2026",)),),
    }
    return Case(**{**base, **fields})


def row(**fields: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": "c1",
        "split": "dev",
        "persona": "kansalainen",
        "lang": "fi",
        "category": "fact",
        "messages": [{"role": "user", "content": "Mihin asti?"}],
        "answerable": True,
    }
    return {**base, **fields}


def write(path: Path, *rows: dict[str, Any]) -> Path:
    lines = [json.dumps(one, ensure_ascii=False) for one in rows]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def cite(quote: str, n: int = 1, cited: Source | None = None) -> Citation:
    cited = cited or source()
    start = cited.text.index(quote)
    return Citation(
        n=n,
        source_id=cited.id,
        title=cited.title,
        locator="Osa 3",
        quote=quote,
        start=start,
        end=start + len(quote),
        sha256=cited.sha256,
    )


def answer(text: str, *citations: Citation, outcome: Outcome = Outcome.ANSWERED) -> Answer:
    return Answer(id="a1", outcome=outcome, language="fi", text=text, citations=citations)


def hit(start: int, end: int, **fields: Any) -> dict[str, Any]:
    """A hit as runs keep it."""
    place = {"id": f"plan:{start}", "source_id": "plan", "start": start, "end": end}
    return {"service_id": None, "why": [], "rejected": None, "passages": [place], **fields}


def response(case_id: str = "c1", said: Answer | None = None, **fields: Any) -> Response:
    """What a target gave: by default a right answer to `case`, found second."""
    start = TEXT.index(PERIOD)
    base: dict[str, Any] = {
        "id": case_id,
        "request": {},
        "answer": as_json(said or answer("Kesto on 31.5.2026 asti [1].", cite(PERIOD))),
        "hits": (hit(0, 5), hit(start, start + 5)),
        "milliseconds": 10.0,
    }
    return Response(**{**base, **fields})


class Scripted:
    """A target that gives what it's told to, and remembers what it was asked."""

    def __init__(self, **said: Any) -> None:
        self.said, self.asked = said, []

    def describe(self) -> dict[str, Any]:
        return {"kind": "scripted"}

    def sources(self) -> dict[str, Source]:
        return {"plan": source()}

    def respond(self, case: Case, *, limit: int, retrieval_only: bool) -> Response:
        self.asked.append(case.id)
        said = self.said.get(case.id, {})
        if isinstance(said, list):
            said = said.pop(0)
        if isinstance(said, Exception):
            raise said
        return response(case.id, **said)


def new_run(path: Path, *cases: Case, target: Scripted | None = None, **config: Any) -> Any:
    """A whole run in a directory."""
    target = target or Scripted()
    base = {"target": target.describe(), "limit": 20, "retrieval_only": False, "jobs": 1}
    directory = RunDirectory.create(path, cases or (case(),), target.sources(), base | config)
    run_pending(directory, target)
    return directory
