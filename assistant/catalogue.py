"""The services and sources of a generation, to be browsed without a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, utils

from assistant.compose.context import Context
from assistant.dialogue import Found, Question, ServiceCard
from assistant.facets import funder_names, themes_of
from assistant.messages import DEFAULT, Messages
from assistant.organisations import Organisations
from assistant.reach import reach

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from assistant.corpus import Corpus
    from assistant.domain import CorpusInfo, Service, Source
    from assistant.finnish import Token
    from assistant.places import Places

NEAR = 75


class Catalogue:
    """Looks services and sources up."""

    def __init__(self, corpus: Corpus, places: Places) -> None:
        self._corpus, self._places = corpus, places
        self._funders = funder_names(corpus.services)

    @property
    def corpus(self) -> Corpus:
        """The corpus of the generation."""
        return self._corpus

    def service(self, id: str) -> Service | None:  # noqa: A002 - the domain's name
        """One service's whole record."""
        return self._corpus.service_by_id.get(id)

    def source(self, id: str) -> Source | None:  # noqa: A002 - the domain's name
        """One source with its text."""
        return self._corpus.source_by_id.get(id)

    def sources(self) -> tuple[Source, ...]:
        """Every source of the corpus."""
        return self._corpus.sources

    def corpora(self) -> tuple[CorpusInfo, ...]:
        """The corpora that a question can be limited to, the main one first."""
        return self._corpus.corpora

    def municipality_names(self) -> tuple[str, ...]:
        """The Finnish names of the municipalities that can be chosen, the region's first."""
        names = sorted(self._places.names(), key=_alphabet)
        return tuple(sorted(names, key=lambda name: not self._places.in_home_region(name)))

    def service_cards(
        self,
        *,
        as_of: date,
        municipality: str | None = None,
        target_group: str | None = None,
        topic: str | None = None,
        query: str | None = None,
        status: str | None = None,
        area: str | None = None,
        theme: int | None = None,
        kind: str | None = None,
        funder: str | None = None,
        language: str | None = None,
        corpora: Collection[str] = (),
    ) -> tuple[ServiceCard, ...]:
        """The services that fit every given filter, judged on a day, in the order of their names.

        Args:
            as_of: The day on which validity is judged.
            municipality: Serves it, alone or as a part of a wider area.
            target_group: A term of the vocabulary.
            topic: A term of the vocabulary.
            query: Words of its names or its description, small misspellings forgiven.
            status: ``active``, ``upcoming``, ``ended`` or ``unknown``.
            area: How wide an area it serves: ``municipality``, ``subregion``, ``region`` or
                ``national``.
            theme: One of the plan's themes, from 1, that tells of it.
            kind: A kind of the vocabulary, such as ``project``.
            funder: A part of the name of who funds it, in any of the ways it's written.
            language: Code of a language in which it's given.
            corpora: Ids of the corpora that it may stand in; all when empty.
        """
        context = self._context(as_of)
        cards = [
            context.card(service)
            for service in self._corpus.services
            if self._serves(service, municipality)
            and (target_group is None or target_group in service.target_groups)
            and (topic is None or topic in service.topics)
            and (status is None or context.status(service) == status)
            and (area is None or service.area == area)
            and (theme is None or theme in themes_of(self._corpus, service))
            and (kind is None or service.kind == kind)
            and (not funder or any(_holds(name, funder) for name in self._funders_of(service)))
            and (language is None or language in service.languages)
            and (not query or _speaks_of(service, query))
            and self._corpus.is_within(service.source_id, corpora)
        ]
        return tuple(sorted(cards, key=lambda card: _alphabet(card.name)))

    def _funders_of(self, service: Service) -> set[str]:
        return {one for name in service.funders for one in (name, self._funders[name])}

    def _serves(self, service: Service, municipality: str | None) -> bool:
        if municipality is None:
            return True
        home = self._places.municipality(municipality)
        return home is not None and (reach(self._places, service, (home.name,)) is not None)

    def _context(self, as_of: date) -> Context:
        question = Question("", "", DEFAULT, as_of)
        messages = Messages(DEFAULT)
        nobody = Organisations((), _no_tokens)
        found = Found(())
        return Context(
            question, found, self._corpus, self._places, messages, _no_tokens, nobody, self._corpus
        )


def _no_tokens(text: str) -> list[Token]:  # noqa: ARG001 - cards need no analysis
    return []


def _speaks_of(service: Service, query: str) -> bool:
    names = " ".join((*service.names, *(s.text for s in service.statements)))
    score = fuzz.partial_token_set_ratio if " " in query.strip() else fuzz.partial_ratio
    return score(query, names, processor=utils.default_process) >= NEAR


def _holds(name: str, part: str) -> bool:
    return part.strip().casefold() in name.casefold()


def _alphabet(name: str) -> str:
    """Finnish alphabetical order: å, ä and ö are the last letters."""
    return name.casefold().translate(str.maketrans("åäö", "{|}"))
