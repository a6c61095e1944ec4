"""From a question to hits: dense, lexical and facet evidence fused, and merged by service."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from assistant.asked_model import asked_signal
from assistant.dialogue import Found, Hit, Question
from assistant.domain import AreaLevel, Status
from assistant.domain_model import outside_score, vagueness
from assistant.evidence import COLUMN, OF_PASSAGES, Evidence
from assistant.judged import judged_for, with_others
from assistant.persons import asks_for_child
from assistant.records import Records
from assistant.unit import asked_for
from assistant.weights import SIGNALS, Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from assistant.discriminant import Discriminant
    from assistant.domain import Passage
    from assistant.index import Index
    from assistant.places import Places

    Ranked = list[tuple[str, float]]

NEAREST = 80
NEAREST_ASKED = 120
LIKELIEST = 40
OVERALL = 80
LIKEST = 3
FEW_MODELS = 8
SHOWN = 40
NOTHING: Mapping[str, float] = {}
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
        leads = (*index.corpus.service_by_id, *index.corpus.passage_by_id)
        self._row_of = {one: self.records.row_of[index.record_of(one)] for one in leads}
        self._judged = judged_for(index.manifest.model)
        self._known = lru_cache(FEW_MODELS)(self._held)

    def retrieve(
        self,
        question: Question,
        vector: NDArray[np.float32],
        limit: int | None = SHOWN,
        judged: Discriminant | None = None,
    ) -> Found:
        """Find what fits a question.

        Args:
            question: The question as understood.
            vector: Its unit-length vector, shape (dimension,).
            limit: At most so many hits kept, and as many rejected; all when ``None``.
            judged: What to use in place of the model of judged questions that is checked in, as
                for a question that this one has learned from.

        Returns:
            Hits kept and rejected, the best first. Every hit tells the evidence it has.
        """
        corpora = question.corpora
        # What Chroma needs longest for goes first, and Python's own work is done meanwhile.
        soon_asked = self._index.nearest_soon(vector, NEAREST_ASKED, "asked", corpora)
        soon = self._index.nearest_soon(vector, NEAREST, corpora=corpora)
        evidence = Evidence(self._weights.for_question(question.help))
        self._add_records(evidence, question, vector, judged or self._judged)
        signals = self._signals(question, vector)
        words = self._index.by_words(question.terms, NEAREST, corpora=corpora)
        asked_words = self._index.by_words(question.terms, NEAREST_ASKED, "asked", corpora)
        near, asked = soon.result(), soon_asked.result()
        self._add_passages(evidence, near, words)
        self._add_asked(evidence, asked, asked_words)
        rows, matrix = evidence.matrix()
        self._judge(question, rows.tolist(), matrix)
        signals["nearest"] = near[0][1] if near else 0.0
        if asked:
            signals["nearest_asked"] = asked[0][1]
        kept, rejected = self._hits(question, evidence, rows, matrix, limit)
        return Found(kept, rejected, signals)

    def _hits(
        self,
        question: Question,
        evidence: Evidence,
        rows: NDArray[np.int64],
        matrix: NDArray[np.float32],
        limit: int | None,
    ) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
        """The hits kept and those rejected, the best first; the arguments are of `retrieve`."""
        scores = matrix @ evidence.weights
        # Rounded all at once: numbers one by one would take longer than all the rest of a hit.
        told = np.round(matrix.astype(np.float64), TOLD).tolist()
        kept: list[Hit] = []
        rejected: list[Hit] = []
        for number in self._order(rows, scores):
            row = int(rows[number])
            reason = self._reason(question, row, matrix[number])
            hits = rejected if reason else kept
            if limit is None or len(hits) < limit:
                hits.append(
                    Hit(
                        self._passages(question, row, evidence.passages(row)),
                        round(float(scores[number]), PLACES),
                        evidence=_named(told[number]),
                        rejected=reason,
                        **self._described(question, row),
                    )
                )
        return tuple(kept), tuple(rejected)

    def _order(self, rows: NDArray[np.int64], scores: NDArray[np.float32]) -> list[int]:
        """The best first; of those with the same score, what stands in a corpus that goes first."""
        # In the places that are told: the same text in two corpora may differ in the last bits.
        told = np.round(scores, PLACES)
        order: list[int] = np.lexsort((-scores, -self.records.priority[rows], -told)).tolist()
        return order

    def _add_passages(self, evidence: Evidence, near: Ranked, by_words: Ranked) -> None:
        """Add the passages near in meaning, and those that share words."""
        place: dict[str, int] = {}
        for passage, _ in (*near, *by_words):
            place.setdefault(passage, len(place))
        likeness = _scores(near)
        values = np.zeros((len(place), len(OF_PASSAGES)), np.float32)
        values[: len(near), 0] = _scaled(likeness)
        values[: len(near), 1] = _above("dense_near", likeness)
        values[[place[one] for one, _ in by_words], 2] = _scaled(_scores(by_words), floor=0.0)
        evidence.add_passages(self._rows(place), tuple(place), values)

    def _add_asked(self, evidence: Evidence, asked: Ranked, by_words: Ranked) -> None:
        """Add what the lines of how people ask lead to; the passages among it are shown first."""
        leads = [asked_for(line) for line, _ in (*asked, *by_words)]
        rows, likeness = self._rows(leads), _scores(asked)
        near, above = rows[: len(asked)], _above("asked_near", likeness)
        evidence.raise_to("asked", near, _scaled(likeness))
        evidence.raise_to("asked_near", near, above)
        evidence.raise_to("asked_mean", *_means(near, above))
        evidence.raise_to("asked_words", rows[len(asked) :], _scaled(_scores(by_words), floor=0.0))
        services = self._index.corpus.service_by_id
        evidence.add_led_to(rows, [None if one in services else one for one in leads])

    def _rows(self, leads: Iterable[str]) -> NDArray[np.int64]:
        """The rows of what passages and services are ranked as."""
        return np.array([self._row_of[one] for one in leads], np.int64)

    def _add_records(
        self,
        evidence: Evidence,
        question: Question,
        vector: NDArray[np.float32],
        judged: Discriminant | None,
    ) -> None:
        """Add what a question is typical of, shares words with over all, serves, or names."""
        corpora = question.corpora
        likeliest = self._index.likeliest(vector, LIKELIEST, corpora)
        self._add_likeliest(evidence, "typical", likeliest)
        if judged is not None:
            self._add_likeliest(
                evidence, "judged", self._answers(judged, vector, likeliest, corpora)
            )
        overall = self._index.by_words_overall(question.terms, OVERALL, corpora)
        scaled = _scaled(_scores(overall), floor=0.0)
        evidence.raise_to("words_overall", self._rows(one for one, _ in overall), scaled)
        for name, ids in (("named", question.named), ("nearly_named", question.nearly_named)):
            evidence.raise_to(name, self._rows(ids), np.ones(len(ids), np.float32))
        evidence.add(np.array(list(self._served(question)), np.int64))

    def _add_likeliest(self, evidence: Evidence, signal: str, likeliest: Ranked) -> None:
        values = 1.0 - _scores(likeliest) / np.float32(LEAST_LOG_ODDS)
        evidence.raise_to(signal, self._rows(one for one, _ in likeliest), values)

    def _answers(
        self,
        judged: Discriminant,
        vector: NDArray[np.float32],
        likeliest: Ranked,
        corpora: Sequence[str],
    ) -> Ranked:
        """What likely answers, of the records that the corpus holds and the question may use."""
        index, known = self._index, self._known(judged)
        among = None
        if corpora or not all(known.values()):
            held = [here and index.is_within(one, corpora) for one, here in known.items()]
            among = np.array(held, np.bool_)
        answers = judged.likeliest(vector, LIKELIEST, among)
        typical = [(index.record_of(one), value) for one, value in likeliest]
        return with_others(answers, known, typical)

    def _held(self, judged: Discriminant) -> dict[str, bool]:
        """Whether the corpus holds each record that a model knows, in the model's order."""
        return {one: one in self.records.row_of for one in judged.names}

    def _served(self, question: Question) -> Iterable[int]:
        """The services for the person and the need that a question tells, whatever their words."""
        if question.help < HELP or not question.municipalities:
            return
        rows = range(len(self.records.ids))
        needed = self.records.topics(rows, question.topics)
        needed += self.records.groups(rows, question.target_groups)
        for row in np.flatnonzero(needed).tolist():
            within = self._index.is_within(self.records.ids[row], question.corpora)
            if within and self.records.level(row, question.municipalities):
                yield row

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
        if question.municipalities:
            levels = [records.level(row, question.municipalities) for row in rows]
            matrix[:, COLUMN["place"]] = [LEVELS[level] if level else 0.0 for level in levels]
            away = np.array([level is None for level in levels])
            matrix[:, COLUMN["elsewhere"]] = -np.float32(away & (records.lone[rows] == 0))
        own = question.age is not None and question.age > OLDEST_CHILD
        age = None if own and asks_for_child(question) else question.age
        if age is not None:
            matrix[:, COLUMN["wrong_age"]] = [-float(records.excludes(row, age)) for row in rows]
        day, ended = question.as_of, Status.ENDED
        matrix[:, COLUMN["ended"]] = [-float(records.status(row, day) is ended) for row in rows]

    def _reason(self, question: Question, row: int, values: NDArray[np.float32]) -> str | None:
        """Why a record isn't to be used, when it isn't."""
        if question.corpora and not self._passages(question, row):
            return "other_corpus"
        if values[COLUMN["named"]]:
            return None
        if self.records.ids[row] in question.told:
            return "told"
        # An employment area is for its own people alone, whatever is asked.
        if values[COLUMN["elsewhere"]] and (question.help >= HELP or self.records.areas[row]):
            return "elsewhere"
        return "wrong_age" if values[COLUMN["wrong_age"]] else None

    def _passages(
        self, question: Question, row: int, found: Mapping[str, float] = NOTHING
    ) -> tuple[Passage, ...]:
        """What a hit rests on: what it was found by first, then the rest of its service's."""
        corpus, passages = self._index.corpus, self.records.passages(row)
        if found:
            best = sorted(found, key=lambda one: -found[one])
            ordered = dict.fromkeys((*best, *(passage.id for passage in passages)))
            passages = tuple(corpus.passage_by_id[one] for one in ordered)
        if not question.corpora:
            return passages
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
            "vague": vagueness(question.text, vector, index.manifest.model),
        }


def _named(values: list[float]) -> dict[str, float]:
    """The signals of a record that has any, by name, to be read by people."""
    return {name: value for name, value in zip(SIGNALS, values, strict=True) if value}


def _scores(ranked: Ranked) -> NDArray[np.float32]:
    return np.array([score for _, score in ranked], np.float32)


def _above(signal: str, similarities: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much nearer than nothing in common: 1 at 0.1 above what this model gives to anything."""
    above: NDArray[np.float32] = np.maximum(0.0, (similarities - np.float32(NEAR[signal])) * 10)
    return above


def _scaled(scores: NDArray[np.float32], floor: float | None = None) -> NDArray[np.float32]:
    """Scores from 0 to 1: the best is 1, the last (or the floor) 0 (Bruch et al. 2023, min-max).

    Args:
        scores: Shape (n,), the best first.
        floor: What counts as 0; the last score when ``None``.
    """
    if not len(scores):
        return scores
    low = scores[-1] if floor is None else np.float32(floor)
    spread = scores[0] - low
    return (scores - low) / spread if spread > 0 else np.ones_like(scores)


def _means(
    rows: NDArray[np.int64], values: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Each record once, with the mean of its first `LIKEST` values; what is lacking counts as 0."""
    order = np.argsort(rows, kind="stable")
    own, starts, places = np.unique(rows[order], return_index=True, return_inverse=True)
    first = np.arange(len(order)) - starts[places] < LIKEST
    sums = np.bincount(places[first], values[order][first], minlength=len(own))
    return own, (sums / LIKEST).astype(np.float32)
