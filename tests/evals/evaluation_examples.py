"""Small examples that the tests of the evaluation share."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from assistant.dialogue import Answer, Citation, Message, Outcome
from assistant.domain import Passage, PassageKind, Source
from evals.cases import Case, Nugget

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
