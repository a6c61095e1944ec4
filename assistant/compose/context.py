"""What every composer is given: the question, the corpus, the words, and how to cite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.compose.draft import Place, place_of_fact, place_of_passage, places_of_statement
from assistant.compose.statements import best_statements
from assistant.dialogue import Audience, ServiceCard
from assistant.domain import KIND_EMPLOYMENT_AREA, Status
from assistant.messages import day, month
from assistant.validity import end_dates, status_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from assistant.compose.draft import Draft
    from assistant.corpus import Corpus
    from assistant.dialogue import Found, Hit, Question
    from assistant.domain import Basis, Passage, Service, Statement
    from assistant.finnish import Token
    from assistant.messages import Messages
    from assistant.organisations import Organisations
    from assistant.places import Places

OWN_AREAS = 2
SHORTEST_NAME = 4
LIVES = re.compile(
    r"\b(?:asu(?!ntol)\w*|kotikun\w*|kotipaik\w*|kotoisin|kirjoilla|live|living|bor|bosatt"
    r"|жив\w+|мешка\w+)\b",
    re.IGNORECASE,
)
"""Words beside a place that tell that it's home."""

BESIDE = 2
CLAUSE_ENDS = re.compile(r"[.,;:!?]")


def _no_groups(text: str) -> frozenset[str]:  # noqa: ARG001
    return frozenset()


@dataclass(frozen=True)
class Context:
    """Everything a composer works with.

    Attributes:
        question: The question as understood.
        found: What was retrieved for it.
        corpus: The corpus of the generation, within the question's limit.
        places: Its places.
        messages: The assistant's own words in the answer's language.
        tokens: The Finnish analysis.
        organisations: Who organises and funds what.
        whole: The corpus without the limit, for help in a crisis, which no limit keeps away.
        groups_in: The target groups that a sentence of a source speaks of.
    """

    question: Question
    found: Found
    corpus: Corpus
    places: Places
    messages: Messages
    tokens: Callable[[str], Sequence[Token]]
    organisations: Organisations
    whole: Corpus
    groups_in: Callable[[str], frozenset[str]] = _no_groups

    @property
    def is_counsellor(self) -> bool:
        """Whether the answer is for somebody who guides others."""
        return self.question.audience is Audience.COUNSELLOR

    def service(self, hit: Hit) -> Service:
        """The service of a hit that has one."""
        assert hit.service_id is not None
        return self.corpus.service_by_id[hit.service_id]

    def status(self, service: Service) -> Status:
        """Whether a service runs on the day asked about."""
        return status_on(service, self.question.as_of)

    def status_text(self, service: Service) -> str:
        """The status in words, with the date that decides it."""
        say, status = self.messages.say, self.status(service)
        ends = [end for end, _ in end_dates(service)]
        if len(ends) > 1:
            dates = ", ".join(day(end) for end in sorted(ends))
            name = "status-ended-conflict" if status is Status.ENDED else "status-conflict"
            return say(name, dates=dates)
        if status is Status.ENDED and service.may_go_on and ends:
            return say("status-period-ended", date=ends[0])
        if status is Status.ENDED:
            return say("status-ended-on", date=ends[0]) if ends else say("status-ended")
        if status is Status.UPCOMING:
            start = service.valid_from
            return say("status-upcoming-from", date=start) if start else say("status-upcoming")
        if status is Status.ACTIVE:
            return say("status-active-until", date=ends[0]) if ends else say("status-active")
        return say("status-unknown")

    def cite(self, service: Service, statement: Statement) -> tuple[Place, ...]:
        """Where a sentence of a description is cited."""
        return places_of_statement(self.corpus, service, statement)

    def cite_basis(self, basis: Basis) -> tuple[Place, ...]:
        """Where something of the glossary is cited, when it stands in a source of the corpus."""
        if basis.source_id is None or basis.start is None or basis.end is None:
            return ()
        return (Place(basis.source_id, basis.start, basis.end, basis.locator or ""),)

    def end(self, service: Service) -> tuple[date | None, tuple[Place, ...]]:
        """The end date of a service and where the sources print it."""
        for end, period in end_dates(service):
            if period and period.printed:
                return end, (place_of_fact(period.printed),)
            for statement in service.statements:
                if day(end) in statement.text:
                    return end, self.cite(service, statement)
            return end, self.card_places(service)
        return None, ()

    def is_true_now(self, service: Service, statement: Statement) -> bool:
        """Whether a sentence holds on the day asked about: not that it ended, before it has."""
        if self.status(service) is Status.ENDED:
            return True
        return not any(day(end) in statement.text for end, _ in end_dates(service))

    def best_statements(self, service: Service, count: int) -> list[Statement]:
        """The sentences that tell most of what was asked; see `assistant.compose.statements`."""
        return best_statements(self, service, count)

    def card_places(self, service: Service, found_by: Sequence[Passage] = ()) -> tuple[Place, ...]:
        """What a service card rests on: the plan's entry or passage, then the description.

        Args:
            service: The service.
            found_by: The passages that it was found by, the best first.
        """
        places: list[Place] = []
        told = [p for p in found_by if p.source_id != service.source_id]
        if told and not service.entries:
            places.append(place_of_passage(told[0]))
        for entry in service.entries[:1]:
            passage = self.corpus.passage_by_id[entry.passage_id]
            places.append(Place(passage.source_id, passage.start, passage.end, passage.locator))
        if service.statements:
            places += self.cite(service, service.statements[0])
        return tuple(places)

    def card(self, service: Service, why: Sequence[str] = ()) -> ServiceCard:
        """A service as the answer shows it, its citations still to be numbered."""
        source = self.whole.source_by_id.get(service.source_id)
        return ServiceCard(
            id=service.id,
            name=service.name,
            kind=service.kind,
            providers=service.providers,
            municipalities=service.municipalities,
            target_groups=service.target_groups,
            topics=service.topics,
            valid_from=service.valid_from,
            valid_to=service.valid_to,
            status=self.status(service),
            status_text=self.status_text(service),
            why=tuple(why),
            channels=dict(service.channels),
            citations=(),
            description=" ".join(
                " ".join(s.text.split()) for s in service.statements if self.is_true_now(service, s)
            ),
            area=service.area,
            languages=service.languages,
            cost=service.cost,
            funders=service.funders,
            corpus=source.corpus if source else None,
        )

    def place_words(self, name: str) -> dict[str, str]:
        """A municipality for the messages that speak of it.

        Returns:
            ``place`` says "in" it, in Finnish alone; ``name_of_place`` only names it.
        """
        return {"place": self.places.locative(name), "name_of_place": self.place_name(name)}

    def place_name(self, name: str) -> str:
        """A municipality's name in the answer's language: its Swedish one in Swedish."""
        home = self.places.municipality(name)
        return home.name_sv if home and self.messages.language == "sv" else name

    def is_foreign(self, source_id: str) -> bool:
        """Whether a source is in another language than the answer."""
        source = self.corpus.source_by_id.get(source_id)
        return source is not None and source.language != self.messages.language

    def homes(self) -> tuple[str, ...]:
        """Of several municipalities in a question, those beside a word that says it's home."""
        if len(self.question.municipalities) < 2:
            return ()
        text = self.question.text
        homes: dict[str, None] = {}
        for place in self.places.find(text):
            before = CLAUSE_ENDS.split(text[: place.start])[-1].split()[-BESIDE:]
            after = CLAUSE_ENDS.split(text[place.end :])[0].split()[:BESIDE]
            if any(LIVES.match(word) for word in (*before, *after)):
                homes |= dict.fromkeys(place.municipalities)
        return tuple(name for name in self.question.municipalities if name in homes)

    def employment_areas(self) -> list[Service]:
        """The employment areas that serve the municipalities asked about.

        None where a whole region is asked about: then nobody has said which is their own. Where
        somebody says which of several places is home, only that one's.
        """
        asked = set(self.homes() or self.question.municipalities)
        areas = [
            service
            for service in self.corpus.services
            if service.kind == KIND_EMPLOYMENT_AREA and asked.intersection(service.municipalities)
        ]
        return areas if len(areas) <= OWN_AREAS else []


def is_named_in(service: Service, text: str) -> bool:
    """Whether a sentence names its service itself."""
    plain = text.casefold()
    return any(name.casefold() in plain for name in service.names if len(name) >= SHORTEST_NAME)


def warn_of_validity(context: Context, draft: Draft, service: Service) -> None:
    """Add the notices that a service's running time calls for."""
    say, status = context.messages.say, context.status(service)
    end, places = context.end(service)
    ends = end_dates(service)
    if len(ends) > 1:
        dates = ", ".join(day(date_) for date_, _ in sorted(ends, key=lambda pair: pair[0]))
        printed = [place_of_fact(p.printed) for _, p in ends if p and p.printed]
        draft.notice("conflict", say("notice-conflict", name=service.name, dates=dates), *printed)
    if status is Status.ENDED:
        name = "notice-period-ended" if service.may_go_on else "notice-ended"
        text = (
            say(name, name=service.name, date=end)
            if end
            else say("notice-ended-undated", name=service.name)
        )
        draft.notice("ended", text, *places)
    if status is Status.UPCOMING and service.valid_from:
        text = say("notice-upcoming", name=service.name, date=service.valid_from)
        draft.notice("upcoming", text, *places)
    if status is not Status.ENDED and service.checked_on is None and service.entries == ():
        told = [b.source_id for s in service.statements for b in s.basis if b.source_id]
        source = context.corpus.source_by_id.get(told[0]) if told else None
        if source and source.checked_on:
            text = say("notice-stale", name=service.name, date=month(source.checked_on))
            draft.notice("stale", text, *context.card_places(service)[:1])
    for period in service.periods:
        if period.problem and period.printed:
            text = say(
                "notice-misprint",
                name=service.name,
                period=period.printed.value,
                problem=period.problem,
            )
            draft.notice("conflict", text, place_of_fact(period.printed))
