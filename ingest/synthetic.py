"""A made-up national catalogue of services, to measure how the index bears size.

Services of a score of kinds are told of in template sentences for each municipality of Finland, as
the true national catalogue tells nearly the same of hundreds of places: what is made resembles what
people ask for, and is right only elsewhere. Nothing of it is true, and it's never put in service.
"""

from __future__ import annotations

import random
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from assistant.domain import (
    AreaLevel,
    CorpusInfo,
    Passage,
    PassageKind,
    Service,
    Source,
    Statement,
)
from ingest.synthetic_words import GROUPS, PRACTICAL, PROVIDERS, TEMPLATES, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.corpus import Corpus
    from assistant.places import Places
    from ingest.synthetic_words import Template

CORPUS = CorpusInfo("synteettinen", "Keksitty palveluluettelo", priority=10, licence="EUPL-1.2")
SEED = 2026
PASSAGES_A_SERVICE = 2


def with_distractors(
    corpus: Corpus, places: Places, passages: int, *, at_home: bool = True, seed: int = SEED
) -> Corpus:
    """A corpus with made-up services beside its own.

    Args:
        corpus: What is to be found.
        places: Its places.
        passages: How many passages to add.
        at_home: Whether the home region has made-up services too. There they answer questions as
            well as the true ones, and aren't mere distractors.
        seed: Of chance; the same gives the same, and fewer passages are the first of more.
    """
    made: list[tuple[Source, Service, tuple[Passage, ...]]] = []
    left = passages
    for source, service, parts in _services(corpus, places, at_home, seed):
        if left <= 0:
            break
        kept = parts[:left]
        ids = tuple(one.id for one in kept)
        made.append((source, replace(service, passage_ids=ids), kept))
        left -= len(kept)
    return replace(
        corpus,
        sources=(*corpus.sources, *(source for source, _, _ in made)),
        passages=(*corpus.passages, *(one for _, _, parts in made for one in parts)),
        services=(*corpus.services, *(service for _, service, _ in made)),
        corpora=(*corpus.corpora, CORPUS),
    )


def is_made_up(passage_id: str) -> bool:
    """Whether a passage is of the made-up catalogue."""
    return passage_id.startswith(f"services/{CORPUS.id}.")


def _services(
    corpus: Corpus, places: Places, at_home: bool, seed: int
) -> Iterator[tuple[Source, Service, tuple[Passage, ...]]]:
    """Services without end, each with its source and its passages."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark, not a secret
    names = [n for n in sorted(places.names()) if at_home or not places.in_home_region(n)]
    known = corpus.vocabulary
    number = 0
    while True:
        rounds = [(name, template) for name in names for template in TEMPLATES]
        chance.shuffle(rounds)
        for name, template in rounds:
            number += 1
            groups = [group for group in template.groups if group in known.target_groups]
            topics = tuple(topic for topic in template.topics if topic in known.topics)
            yield _service(chance, places, number, name, template, groups, topics)


def _service(
    chance: random.Random,
    places: Places,
    number: int,
    municipality: str,
    template: Template,
    groups: Sequence[str],
    topics: tuple[str, ...],
) -> tuple[Source, Service, tuple[Passage, ...]]:
    group = chance.choice(groups) if groups else "kaikki"
    genitive = places.genitive(municipality)
    first, middle, last = (chance.randint(*ends) for ends in ((40, 50), (100, 999), (1000, 9999)))
    slots = {
        "genitive": genitive,
        "locative": f"{genitive} alueella",
        "group": GROUPS[group],
        "unit": f"paikassa {chance.choice(UNITS)}",
        "phone": f"0{first} {middle} {last}",
        "opens": str(chance.randint(8, 10)),
        "closes": str(chance.randint(14, 18)),
        "weeks": str(chance.randint(2, 6)),
    }
    provider = chance.choice(PROVIDERS).format(**slots)
    slots["provider"] = provider
    called = chance.choice(template.names).format(**slots)
    name = f"{called[0].upper()}{called[1:]}, {provider}"
    told = chance.sample(template.told, len(template.told))
    half = len(told) // PASSAGES_A_SERVICE
    texts = [
        _sentences([*told[:half], *chance.sample(PRACTICAL, 2)], slots),
        _sentences([*told[half:], *chance.sample(PRACTICAL, 1)], slots),
    ]
    service_id = f"{CORPUS.id}.{number}"
    source = _source(service_id, name, provider, "\n\n".join(texts))
    passages = tuple(_passages(source, service_id, name, texts))
    service = Service(
        id=service_id,
        name=name,
        kind="service",
        names=(name,),
        providers=(provider,),
        municipalities=(municipality,),
        area=AreaLevel.MUNICIPALITY,
        target_groups=(group,),
        topics=topics,
        languages=("fi",),
        channels={"phone": slots["phone"]},
        statements=tuple(Statement(one.text, one.start, one.end) for one in passages),
        passage_ids=tuple(one.id for one in passages),
        confidence="low",
    )
    return source, service, passages


def _sentences(templates: Sequence[str], slots: dict[str, str]) -> str:
    made = [template.format(**slots) for template in templates]
    return " ".join(one[0].upper() + one[1:] for one in made)


def _source(service_id: str, name: str, provider: str, text: str) -> Source:
    return Source(
        id=f"services/{service_id}",
        title=name,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        publisher=provider,
        licence=CORPUS.licence,
        corpus=CORPUS.id,
    )


def _passages(
    source: Source, service_id: str, name: str, texts: Sequence[str]
) -> Iterator[Passage]:
    start = 0
    for number, text in enumerate(texts, start=1):
        start = source.text.index(text, start)
        yield Passage(
            id=f"{source.id}/{number}",
            source_id=source.id,
            kind=PassageKind.SERVICE,
            heading_path=(name,),
            start=start,
            end=start + len(text),
            text=text,
            service_id=service_id,
        )
        start += len(text)
