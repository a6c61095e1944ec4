"""From a question to hits: dense, lexical and facet evidence fused, and merged by service."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.dialogue import Found, Hit, Question
from assistant.domain import KIND_EMPLOYMENT_AREA, KIND_PROJECT, AreaLevel, Service, Status
from assistant.domain_model import outside_score
from assistant.index import asked_for
from assistant.reach import reach
from assistant.validity import status_on
from assistant.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.domain import Passage
    from assistant.index import Index
    from assistant.places import Places

NEAREST = 80
NEAREST_ASKED = 120
LIKEST = 3
HELP = 0.5
EVERYONE = "kaikki"
NEAR = {"dense_near": 0.82, "asked_near": 0.84}
"""Cosine similarities that this model gives to texts that have nothing in common."""
LEVELS = {
    AreaLevel.MUNICIPALITY: 1.0,
    AreaLevel.SUBREGION: 0.8,
    AreaLevel.REGION: 0.5,
    AreaLevel.NATIONAL: 0.3,
}


@dataclass(frozen=True, slots=True)
class _Near:
    """Texts near in meaning: passages, and lines of how people ask."""

    passages: list[tuple[str, float]]
    asked: list[tuple[str, float]]
    asked_words: list[tuple[str, float]]


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

    def retrieve(
        self, question: Question, vector: NDArray[np.float32], ignored: Collection[str] = ()
    ) -> Found:
        """Find what fits a question.

        Args:
            question: The question as understood.
            vector: Its unit-length vector, shape (dimension,).
            ignored: Ids of lines of how people ask that aren't to be used, for tuning.

        Returns:
            Hits kept and rejected, the best first. Every hit tells the evidence it has.
        """
        near = _Near(
            self._index.nearest(vector, NEAREST),
            _without(self._index.nearest(vector, NEAREST_ASKED, "asked"), ignored),
            _without(self._index.by_words(question.terms, NEAREST_ASKED, "asked"), ignored),
        )
        candidates = self._candidates(question, near)
        hits = [self._hit(question, candidate) for candidate in candidates]
        ranked = sorted(hits, key=lambda hit: -hit.score)
        return Found(
            tuple(hit for hit in ranked if hit.rejected is None),
            tuple(hit for hit in ranked if hit.rejected is not None),
            self._signals(question, near, vector),
        )

    def _candidates(self, question: Question, near: _Near) -> Iterable[_Candidate]:
        index, passage_by_id = self._index, self._corpus.passage_by_id
        dense, near_passages = _scaled(near.passages), dict(near.passages)
        lexical = _scaled(index.by_words(question.terms, NEAREST), floor=0.0)
        found: dict[str, _Candidate] = {}
        for passage_id in dict.fromkeys((*dense, *lexical)):
            passage = passage_by_id[passage_id]
            candidate = self._candidate(found, passage.service_id, passage_id)
            signals = {
                "dense": dense.get(passage_id, 0.0),
                "dense_near": _above("dense_near", near_passages.get(passage_id)),
                "lexical": lexical.get(passage_id, 0.0),
            }
            self._add(candidate, passage_id, signals, question)
        self._add_asked(found, near)
        for name, ranked in (
            ("asked", _scaled(near.asked)),
            ("asked_words", _scaled(near.asked_words, floor=0.0)),
        ):
            for line, value in ranked.items():
                _raise(self._led_to(found, asked_for(line)), name, value)
        for service in self._served(question):
            self._candidate(found, service.id)
        for name, ids in (("named", question.named), ("nearly_named", question.nearly_named)):
            for service_id in ids:
                self._candidate(found, service_id).evidence[name] = 1.0
        return found.values()

    def _add_asked(self, found: dict[str, _Candidate], near: _Near) -> None:
        """Add how like the question is to the lines that lead to each candidate."""
        likest: dict[int, list[float]] = defaultdict(list)
        for line, similarity in near.asked:
            candidate = self._led_to(found, asked_for(line))
            value = _above("asked_near", similarity)
            _raise(candidate, "asked_near", value)
            values = likest[id(candidate)]
            if len(values) < LIKEST:
                values.append(value)
                candidate.evidence["asked_mean"] = sum(values) / LIKEST

    def _served(self, question: Question) -> Iterable[Service]:
        """The services for the person and the need that a question tells, whatever their words."""
        if question.help < HELP or not question.municipalities:
            return
        groups, topics = set(question.target_groups), set(question.topics)
        for service in self._corpus.services:
            needed = topics.intersection(service.topics) or groups.intersection(
                service.target_groups
            )
            if needed and reach(self._places, service, question.municipalities):
                yield service

    def _signals(
        self, question: Question, near: _Near, vector: NDArray[np.float32]
    ) -> dict[str, float]:
        index, words = self._index, question.words
        return {
            "known": index.known_share(words),
            "rarest": index.rarest(words),
            "coverage": index.coverage(words),
            "coverage_asked": index.coverage(words, "asked"),
            "nearest": near.passages[0][1] if near.passages else 0.0,
            "nearest_asked": near.asked[0][1] if near.asked else 0.0,
            "outside": outside_score(vector, index.manifest.model),
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

    def _add(
        self,
        candidate: _Candidate,
        passage_id: str,
        signals: Mapping[str, float],
        question: Question,
    ) -> None:
        """Add a passage that was found; the candidate has the evidence of its best one."""
        score = self._weights.score(signals, question.help)
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
        score = self._weights.score(evidence, question.help)
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
            evidence["ended"] = -1.0
        evidence["project"] = float(service.kind == KIND_PROJECT)
        evidence["area"] = float(service.kind == KIND_EMPLOYMENT_AREA)

    def _fits(self, group: str, service: Service) -> bool:
        """Whether a service is for a group: itself, a wider one, or a narrower one."""
        if group in service.target_groups:
            return True
        broader = self._groups[group].broader
        return broader in service.target_groups or any(
            self._groups[own].broader == group for own in service.target_groups
        )

    def _excludes(self, age: int, service: Service) -> bool:
        """Whether a service is for people of certain ages, none of which fits.

        Groups without ages beside them narrow it further: unemployed young people. Only what is
        for everyone, as an employment area is, names ages for those whom it helps besides.
        """
        if service.kind == KIND_EMPLOYMENT_AREA or EVERYONE in service.target_groups:
            return False
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
            evidence["lone"] = 1.0

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


def _above(signal: str, similarity: float | None) -> float:
    """How much nearer than nothing in common: 1 at 0.1 above what this model gives to anything."""
    return 0.0 if similarity is None else max(0.0, (similarity - NEAR[signal]) * 10)


def _raise(candidate: _Candidate, name: str, value: float) -> None:
    candidate.evidence[name] = max(candidate.evidence.get(name, 0.0), value)


def _without(ranked: list[tuple[str, float]], ignored: Collection[str]) -> list[tuple[str, float]]:
    return [(key, score) for key, score in ranked if key not in ignored] if ignored else ranked


def _scaled(ranked: list[tuple[str, float]], floor: float | None = None) -> dict[str, float]:
    """Scores from 0 to 1: the best is 1, the last (or the floor) 0 (Bruch et al. 2023, min-max)."""
    if not ranked:
        return {}
    best = ranked[0][1]
    low = ranked[-1][1] if floor is None else floor
    spread = best - low
    return {key: (score - low) / spread if spread > 0 else 1.0 for key, score in ranked}
