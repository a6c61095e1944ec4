"""From a question to hits: dense, lexical and facet evidence fused, and merged by service."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from assistant.asked_model import asked_signal
from assistant.dialogue import Found, Hit, Question
from assistant.domain import AreaLevel, Status
from assistant.domain_model import is_vague, outside_score
from assistant.evidence import COLUMN, Evidence
from assistant.persons import asks_for_child
from assistant.records import Records
from assistant.unit import asked_for
from assistant.weights import SIGNALS, Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from assistant.domain import Passage
    from assistant.index import Index
    from assistant.places import Places

    Ranked = list[tuple[str, float]]

NEAREST = 80
NEAREST_ASKED = 120
LIKELIEST = 40
OVERALL = 80
LIKEST = 3
SHOWN = 40
PLACES, TOLD = 4, 3
"""Decimals of a score, and of the signals that it's made of."""
HELP = 0.5
OLDEST_CHILD = 29
"""A parent who tells a higher age tells their own, not their child's."""

LEAST_LOG_ODDS = -8.0
NEAR = {"dense_near": 0.82, "asked_near": 0.84}
"""Cosine similarities that this model gives to texts that have nothing in common."""
LEVELS = {
    AreaLevel.MUNICIPALITY: 1.0,
    AreaLevel.SUBREGION: 0.8,
    AreaLevel.REGION: 0.5,
    AreaLevel.NATIONAL: 0.3,
}


class _Described(TypedDict, total=False):
    """Of a hit, what a lone passage doesn't have."""

    service_id: str
    status: Status | None
    level: AreaLevel | None
    why: tuple[str, ...]


class Retriever:
    """Finds what a question is about in one generation of the index."""

    def __init__(self, index: Index, places: Places, weights: Weights | None = None) -> None:
        self._index = index
        self._weights = weights or Weights.load()
        self.records = Records(index.corpus, places)

    def retrieve(
        self,
        question: Question,
        vector: NDArray[np.float32],
        limit: int | None = SHOWN,
    ) -> Found:
        """Find what fits a question.

        Args:
            question: The question as understood.
            vector: Its unit-length vector, shape (dimension,).
            limit: At most so many hits kept, and as many rejected; all when ``None``.

        Returns:
            Hits kept and rejected, the best first. Every hit tells the evidence it has.
        """
        weights = self._weights.for_question(question.help)
        corpora = question.corpora
        # What Chroma needs longest for goes first, and Python's own work is done meanwhile.
        soon_asked = self._index.nearest_soon(vector, NEAREST_ASKED, "asked", corpora)
        soon = self._index.nearest_soon(vector, NEAREST, corpora=corpora)
        evidence = Evidence(weights)
        self._add_records(evidence, question, vector)
        signals = self._signals(question, vector)
        words = self._index.by_words(question.terms, NEAREST, corpora=corpora)
        asked_words = self._index.by_words(question.terms, NEAREST_ASKED, "asked", corpora)
        near, asked = soon.result(), soon_asked.result()
        self._add_passages(evidence, near, words)
        self._add_asked(evidence, asked, asked_words)
        rows, matrix = evidence.matrix(self.records)
        self._judge(question, rows, matrix)
        kept: list[Hit] = []
        rejected: list[Hit] = []
        scores = matrix @ weights
        # Rounded all at once: numbers one by one would take longer than all the rest of a hit.
        told = np.round(matrix.astype(np.float64), TOLD).tolist()
        for number in self._order(rows, scores):
            row, values = rows[number], matrix[number]
            reason = self._reason(question, row, values)
            hits = rejected if reason else kept
            if limit is None or len(hits) < limit:
                found = evidence.passages.get(self.records.ids[row], {})
                hits.append(
                    Hit(
                        self._passages(question, row, found),
                        round(float(scores[number]), PLACES),
                        evidence=_named(told[number]),
                        rejected=reason,
                        **self._described(question, row),
                    )
                )
        signals["nearest"] = near[0][1] if near else 0.0
        if asked:
            signals["nearest_asked"] = asked[0][1]
        return Found(tuple(kept), tuple(rejected), signals)

    def _order(self, rows: list[int], scores: NDArray[np.float32]) -> list[int]:
        """The best first; of those with the same score, what stands in a corpus that goes first."""
        # In the places that are told: the same text in two corpora may differ in the last bits.
        told = np.round(scores, PLACES)
        order: list[int] = np.lexsort((-scores, -self.records.priority[rows], -told)).tolist()
        return order

    def _add_passages(self, evidence: Evidence, near: Ranked, by_words: Ranked) -> None:
        """Add the passages near in meaning, and those that share words."""
        dense, likeness = _scaled(near), dict(near)
        lexical = _scaled(by_words, floor=0.0)
        for passage in dict.fromkeys((*dense, *lexical)):
            values = (
                dense.get(passage, 0.0),
                _above("dense_near", likeness.get(passage)),
                lexical.get(passage, 0.0),
            )
            evidence.add_passage(self._index.record_of(passage), passage, values)

    def _add_asked(self, evidence: Evidence, asked: Ranked, by_words: Ranked) -> None:
        """Add what the lines of how people ask lead to."""
        words = _scaled(by_words, floor=0.0)
        likest: dict[str, list[float]] = defaultdict(list)
        for (line, likeness), scaled in zip(asked, _scaled(asked).values(), strict=True):
            record, value = self._led_to(evidence, line), _above("asked_near", likeness)
            evidence.raise_to("asked", record, scaled)
            evidence.raise_to("asked_near", record, value)
            if len(likest[record]) < LIKEST:
                likest[record].append(value)
        for record, values in likest.items():
            evidence.raise_to("asked_mean", record, sum(values) / LIKEST)
        for line, value in words.items():
            evidence.raise_to("asked_words", self._led_to(evidence, line), value)

    def _led_to(self, evidence: Evidence, line: str) -> str:
        """The record that a line leads to; a passage that it leads to is shown first."""
        leads_to = asked_for(line)
        record = self._index.record_of(leads_to)
        is_service = leads_to in self._index.corpus.service_by_id
        evidence.add_line(record, None if is_service else leads_to)
        return record

    def _add_records(
        self,
        evidence: Evidence,
        question: Question,
        vector: NDArray[np.float32],
    ) -> None:
        """Add what a question is typical of, shares words with over all, serves, or names."""
        corpora = question.corpora
        for leads_to, log_odds in self._index.likeliest(vector, LIKELIEST, corpora):
            value = 1.0 - log_odds / LEAST_LOG_ODDS
            evidence.raise_to("typical", self._index.record_of(leads_to), value)
        overall = self._index.by_words_overall(question.terms, OVERALL, corpora)
        for record, value in _scaled(overall, floor=0.0).items():
            evidence.raise_to("words_overall", record, value)
        for record in self._served(question):
            evidence.passages.setdefault(record, {})
        for name, ids in (("named", question.named), ("nearly_named", question.nearly_named)):
            for record in ids:
                evidence.raise_to(name, record, 1.0)

    def _served(self, question: Question) -> Iterable[str]:
        """The services for the person and the need that a question tells, whatever their words."""
        if question.help < HELP or not question.municipalities:
            return
        rows = range(len(self.records.ids))
        needed = self.records.topics(rows, question.topics)
        needed += self.records.groups(rows, question.target_groups)
        for row in np.flatnonzero(needed).tolist():
            record = self.records.ids[row]
            within = self._index.is_within(record, question.corpora)
            if within and self.records.level(row, question.municipalities):
                yield record

    def _judge(self, question: Question, rows: list[int], matrix: NDArray[np.float32]) -> None:
        """Add what the records' facets say of the question."""
        records = self.records
        for name, values in (
            ("target_group", records.groups(rows, question.target_groups)),
            ("topic", records.topics(rows, question.topics)),
            ("for_everyone", records.for_everyone[rows]),
            ("for_others", -records.for_others(rows, question.target_groups)),
            ("project", records.projects[rows]),
            ("area", records.areas[rows]),
            ("lone", records.lone[rows]),
        ):
            matrix[:, COLUMN[name]] = values
        if question.sections:
            matrix[:, COLUMN["section"]] = records.in_sections(rows, question.sections)
        if question.theme is not None:
            matrix[:, COLUMN["theme"]] = records.in_theme(rows, question.theme)
        own = question.age is not None and question.age > OLDEST_CHILD
        age = None if own and asks_for_child(question) else question.age
        for number, row in enumerate(rows):
            if records.lone[row]:
                continue
            if question.municipalities:
                level = records.level(row, question.municipalities)
                signal, value = ("place", LEVELS[level]) if level else ("elsewhere", -1.0)
                matrix[number, COLUMN[signal]] = value
            if age is not None and records.excludes(row, age):
                matrix[number, COLUMN["wrong_age"]] = -1.0
            if records.status(row, question.as_of) is Status.ENDED:
                matrix[number, COLUMN["ended"]] = -1.0

    def _reason(self, question: Question, row: int, values: NDArray[np.float32]) -> str | None:
        """Why a record isn't to be used, when it isn't."""
        if question.corpora and not self._passages(question, row, ()):
            return "other_corpus"
        if values[COLUMN["named"]]:
            return None
        # An employment area is for its own people alone, whatever is asked.
        if values[COLUMN["elsewhere"]] and (question.help >= HELP or self.records.areas[row]):
            return "elsewhere"
        return "wrong_age" if values[COLUMN["wrong_age"]] else None

    def _passages(
        self, question: Question, row: int, found: Mapping[str, float] | tuple[()]
    ) -> tuple[Passage, ...]:
        """What a hit rests on: what it was found by first, then the rest of its service's."""
        corpus = self._index.corpus
        own = (passage.id for passage in self.records.passages(row))
        ordered = dict.fromkeys((*sorted(found, key=lambda one: -found[one]), *own))
        passages = (corpus.passage_by_id[one] for one in ordered)
        if not question.corpora:
            return tuple(passages)
        return tuple(one for one in passages if corpus.is_within(one.source_id, question.corpora))

    def _described(self, question: Question, row: int) -> _Described:
        """A record's service, when it is one, and what of the question it fits."""
        service = self.records.services[row]
        if service is None:
            return {}
        level = self.records.level(row, question.municipalities)
        near = [one for one in question.municipalities if one in service.municipalities]
        why = [
            *(near if level is not AreaLevel.NATIONAL else ()),
            *(one for one in question.target_groups if self.records.fits(row, one)),
            *(one for one in question.topics if one in service.topics),
        ]
        return {
            "service_id": service.id,
            "status": self.records.status(row, question.as_of),
            "level": level,
            "why": tuple(dict.fromkeys(why)),
        }

    def _signals(self, question: Question, vector: NDArray[np.float32]) -> dict[str, float]:
        index, words = self._index, question.words
        return {
            "known": index.known_share(words, question.corpora),
            "rarest": index.rarest(words),
            "outside": outside_score(question.text, vector, index.manifest.model),
            **asked_signal(question.text, vector, index.manifest.model),
            "vague": float(is_vague(question.text, vector, index.manifest.model)),
        }


def _named(values: list[float]) -> dict[str, float]:
    """The signals of a record that has any, by name, to be read by people."""
    return {name: value for name, value in zip(SIGNALS, values, strict=True) if value}


def _above(signal: str, similarity: float | None) -> float:
    """How much nearer than nothing in common: 1 at 0.1 above what this model gives to anything."""
    return 0.0 if similarity is None else max(0.0, (similarity - NEAR[signal]) * 10)


def _scaled(ranked: Ranked, floor: float | None = None) -> dict[str, float]:
    """Scores from 0 to 1: the best is 1, the last (or the floor) 0 (Bruch et al. 2023, min-max)."""
    if not ranked:
        return {}
    best = ranked[0][1]
    low = ranked[-1][1] if floor is None else floor
    spread = best - low
    return {key: (score - low) / spread if spread > 0 else 1.0 for key, score in ranked}
