"""From a question to hits: dense, lexical and facet evidence fused, and merged by service."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain import (
    AreaLevel,
    Found,
    Hit,
    Question,
    Service,
    Status,
)
from assistant.index import asked_for
from assistant.reach import reach
from assistant.validity import status_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.domain import Passage
    from assistant.index import Index
    from assistant.places import Places

WEIGHTS_FILE = Path(__file__).parent / "weights.json"
NEAREST = 80
HELP = 0.5
PERSONAL = frozenset({"place", "target_group", "topic", "asked", "asked_words"})
LEVELS = {
    AreaLevel.MUNICIPALITY: 1.0,
    AreaLevel.SUBREGION: 0.8,
    AreaLevel.REGION: 0.5,
    AreaLevel.NATIONAL: 0.3,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts.

    The values in ``weights.json`` are set on the dev cases by `evals.tune`; those here are what
    tuning began with.
    """

    dense: float = 1.0
    lexical: float = 0.9
    asked: float = 0.5
    asked_words: float = 0.3
    named: float = 3.0
    nearly_named: float = 0.7
    place: float = 0.35
    target_group: float = 0.2
    topic: float = 0.2
    section: float = 0.3
    theme: float = 0.4
    plan: float = 0.25
    ended: float = 0.15
    elsewhere: float = 0.6
    wrong_age: float = 0.6
    least_personal: float = 0.5

    @classmethod
    def load(cls) -> Weights:
        """The tuned weights."""
        return cls(**json.loads(WEIGHTS_FILE.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class _Near:
    """Texts near in meaning: passages, and lines of how people ask."""

    passages: list[tuple[str, float]]
    asked: list[tuple[str, float]]


@dataclass(slots=True)
class _Candidate:
    """A service or a lone passage while evidence is gathered."""

    service: Service | None
    passages: dict[str, float]
    evidence: dict[str, float]


class Retriever:
    """Finds what a question is about in one generation of the index."""

    def __init__(self, index: Index, places: Places, weights: Weights | None = None) -> None:
        self._index = index
        self._corpus: Corpus = index.corpus
        self._places = places
        self._weights = weights or Weights.load()
        self._groups = index.corpus.vocabulary.target_groups

    def retrieve(self, question: Question, vector: NDArray[np.float32]) -> Found:
        """Find what fits a question.

        Args:
            question: The question as understood.
            vector: Its unit-length vector, shape (dimension,).

        Returns:
            Hits kept and rejected, the best first. Every hit tells the evidence it has.
        """
        near = _Near(
            self._index.nearest(vector, NEAREST),
            self._index.nearest(vector, NEAREST // 2, "asked"),
        )
        candidates = self._candidates(question, near)
        hits = [self._hit(question, candidate) for candidate in candidates]
        ranked = sorted(hits, key=lambda hit: -hit.score)
        return Found(
            tuple(hit for hit in ranked if hit.rejected is None),
            tuple(hit for hit in ranked if hit.rejected is not None),
            self._signals(question, near),
        )

    def _candidates(self, question: Question, near: _Near) -> Iterable[_Candidate]:
        index, passage_by_id = self._index, self._corpus.passage_by_id
        dense = _scaled(near.passages)
        lexical = _scaled(index.by_words(question.terms, NEAREST), floor=0.0)
        found: dict[str, _Candidate] = {}
        for passage_id in dict.fromkeys((*dense, *lexical)):
            passage = passage_by_id[passage_id]
            candidate = self._candidate(found, passage.service_id, passage_id)
            signals = {"dense": dense.get(passage_id, 0.0), "lexical": lexical.get(passage_id, 0.0)}
            self._add(candidate, passage_id, signals)
        for name, ranked in (
            ("asked", _scaled(near.asked)),
            (
                "asked_words",
                _scaled(index.by_words(question.terms, NEAREST // 2, "asked"), floor=0.0),
            ),
        ):
            for line, value in ranked.items():
                candidate = self._led_to(found, asked_for(line))
                candidate.evidence[name] = max(candidate.evidence.get(name, 0.0), value)
        for name, ids in (("named", question.named), ("nearly_named", question.nearly_named)):
            for service_id in ids:
                self._candidate(found, service_id).evidence[name] = 1.0
        return found.values()

    def _signals(self, question: Question, near: _Near) -> dict[str, float]:
        index, words = self._index, question.words
        return {
            "known": index.known_share(words),
            "rarest": index.rarest(words),
            "coverage": index.coverage(words),
            "coverage_asked": index.coverage(words, "asked"),
            "nearest": near.passages[0][1] if near.passages else 0.0,
            "nearest_asked": near.asked[0][1] if near.asked else 0.0,
        }

    def _led_to(self, found: dict[str, _Candidate], key: str) -> _Candidate:
        """The candidate that an asked-as line leads to: a service, or a passage."""
        if key in self._corpus.service_by_id:
            return self._candidate(found, key)
        candidate = self._candidate(found, self._corpus.passage_by_id[key].service_id, key)
        candidate.passages.setdefault(key, 0.0)
        return candidate

    def _candidate(
        self, found: dict[str, _Candidate], service_id: str | None, passage_id: str = ""
    ) -> _Candidate:
        key = service_id or passage_id
        if key not in found:
            service = self._corpus.service_by_id[service_id] if service_id else None
            found[key] = _Candidate(service, {}, {})
        return found[key]

    def _add(self, candidate: _Candidate, passage_id: str, signals: Mapping[str, float]) -> None:
        weights = self._weights
        score = weights.dense * signals["dense"] + weights.lexical * signals["lexical"]
        if score > max(candidate.passages.values(), default=0.0):
            candidate.evidence.update(signals)
        candidate.passages[passage_id] = score

    def _hit(self, question: Question, candidate: _Candidate) -> Hit:
        evidence = defaultdict(float, candidate.evidence)
        service = candidate.service
        why: list[str] = []
        level = status = None
        if service is not None:
            status = status_on(service, question.as_of)
            level = reach(self._places, service, question.municipalities)
            self._judge_service(question, service, status, level, evidence, why)
        passages = self._passages(candidate)
        self._judge_passages(question, passages, evidence)
        score = sum(self._weight(name, question) * value for name, value in evidence.items())
        hit = Hit(
            passages=passages,
            score=round(score, 4),
            service_id=service.id if service else None,
            status=status,
            level=level,
            why=tuple(dict.fromkeys(why)),
            evidence={name: round(value, 3) for name, value in evidence.items() if value},
        )
        return replace(hit, rejected=self._reason(question, hit))

    def _weight(self, name: str, question: Question) -> float:
        """The weight of a signal; who the asker is counts as far as help is asked for."""
        weight: float = getattr(self._weights, name)
        if name in PERSONAL:
            least = self._weights.least_personal
            return weight * (least + (1.0 - least) * question.help)
        return weight

    def _judge_service(
        self,
        question: Question,
        service: Service,
        status: Status,
        level: AreaLevel | None,
        evidence: dict[str, float],
        why: list[str],
    ) -> None:
        if question.municipalities:
            if level is None:
                evidence["elsewhere"] = -1.0
            else:
                evidence["place"] = LEVELS[level]
                if level is not AreaLevel.NATIONAL:
                    why += [m for m in question.municipalities if m in service.municipalities]
        groups = [g for g in question.target_groups if self._fits(g, service)]
        if groups:
            evidence["target_group"] = len(groups) / len(question.target_groups)
            why += groups
        topics = [topic for topic in question.topics if topic in service.topics]
        if topics:
            evidence["topic"] = len(topics) / len(question.topics)
            why += topics
        if question.age is not None and self._excludes(question.age, service):
            evidence["wrong_age"] = -1.0
        if status is Status.ENDED:
            evidence["ended"] = -question.help

    def _fits(self, group: str, service: Service) -> bool:
        """Whether a service is for a group: itself, a wider one, or a narrower one."""
        if group in service.target_groups:
            return True
        broader = self._groups[group].broader
        return broader in service.target_groups or any(
            self._groups[own].broader == group for own in service.target_groups
        )

    def _excludes(self, age: int, service: Service) -> bool:
        """Whether every group that a service is for has ages, and none of them fits."""
        ages = [self._groups[group].ages for group in service.target_groups]
        bounds = [bound for bound in ages if bound is not None]
        return bool(bounds) and not any(low <= age <= high for low, high in bounds)

    def _judge_passages(
        self, question: Question, passages: tuple[Passage, ...], evidence: dict[str, float]
    ) -> None:
        if not passages:
            return
        if any(passage.kind in question.sections for passage in passages):
            evidence["section"] = 1.0
        if question.theme is not None and any(p.theme == question.theme for p in passages):
            evidence["theme"] = 1.0
        if passages[0].service_id is None:
            evidence["plan"] = 1.0 - question.help

    def _passages(self, candidate: _Candidate) -> tuple[Passage, ...]:
        """What a hit rests on: what it was found by first, then the rest of its service's."""
        by_id = self._corpus.passage_by_id
        found = sorted(candidate.passages, key=lambda passage_id: -candidate.passages[passage_id])
        rest = candidate.service.passage_ids if candidate.service else ()
        return tuple(by_id[passage_id] for passage_id in dict.fromkeys((*found, *rest)))

    def _reason(self, question: Question, hit: Hit) -> str | None:
        if "named" in hit.evidence:
            return None
        if "elsewhere" in hit.evidence and question.help >= HELP:
            return "elsewhere"
        if "wrong_age" in hit.evidence:
            return "wrong_age"
        return None


def _scaled(ranked: list[tuple[str, float]], floor: float | None = None) -> dict[str, float]:
    """Scores from 0 to 1: the best is 1, the last (or the floor) 0 (Bruch et al. 2023, min-max)."""
    if not ranked:
        return {}
    best = ranked[0][1]
    low = ranked[-1][1] if floor is None else floor
    spread = best - low
    return {key: (score - low) / spread if spread > 0 else 1.0 for key, score in ranked}
