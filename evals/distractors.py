"""How well the development cases are found among passages that answer none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.cases import load_cases
from evals.measures import Span, gold_places, judge, success_at
from evals.run_commands import DEV_CASES

if TYPE_CHECKING:
    from assistant.chain import Assistant
    from assistant.dialogue import Ask

AT = 5


def dev_asks(limit: int) -> list[Ask]:
    """Questions of the development cases, spread over all of them.

    Args:
        limit: At most so many.
    """
    asks = [case.ask() for case in load_cases(*DEV_CASES)]
    return asks[:: max(1, len(asks) // limit)][:limit]


def success_on_dev(assistant: Assistant) -> float:
    """Success@5 on the development cases, gold being sought in the main corpus alone.

    Args:
        assistant: Searches in the main corpus and whatever else it has.
    """
    corpus = assistant.corpus
    main = {info.id for info in corpus.corpora if info.main}
    texts = {source.id: source.text for source in corpus.sources if source.corpus in main}
    values = []
    for case in load_cases(*DEV_CASES):
        places = gold_places(case.gold_quotes, texts)
        if not any(places):
            continue
        hits = [
            [Span(one.source_id, one.start, one.end) for one in hit.passages]
            for hit in assistant.search(case.ask(), AT)
        ]
        values.append(success_at(judge(hits, places), AT) or 0.0)
    return sum(values) / len(values)
