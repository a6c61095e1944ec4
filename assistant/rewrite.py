"""The step between composing and verifying: a language model may write the answer better.

It writes only of what runs and of what the plan says. What has ended, what begins later, what the
sources don't tell, lists, next steps and the assistant's own words stay as they were composed, and
so does everything that the model leaves untold or tells without support.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from assistant.compose.draft import Line, place_of_fact, place_of_passage, readable
from assistant.dialogue import Audience, Outcome, QuestionKind
from assistant.domain import Status
from assistant.generate import GenerationError
from assistant.messages import day
from assistant.particulars import Ground, particulars
from assistant.personal_data import mask
from assistant.prompt import Piece, read_lines, standalone_request, writing_request
from assistant.support import Evidence, Guard
from assistant.validity import running_times, status_on

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from assistant.compose.context import Context
    from assistant.compose.draft import Draft, Place
    from assistant.corpus import Corpus
    from assistant.dialogue import Ask, Question
    from assistant.domain import Service
    from assistant.embedding import Vectors
    from assistant.finnish import Token
    from assistant.generate import Generator, Tally
    from assistant.messages import Messages
    from assistant.prompt import Written

log = logging.getLogger(__name__)

REWRITTEN: Final = frozenset({QuestionKind.SERVICE, QuestionKind.FACT, QuestionKind.PASSAGE})
OUTCOMES: Final = frozenset({Outcome.ANSWERED, Outcome.PARTIAL})
KEPT: Final = (
    "fact-when-ended",
    "fact-when-active",
    "fact-when-upcoming",
    "fact-when-runs",
    "fact-when-state",
    "fact-when-conflict",
    "fact-when-misprint",
    "ended-item",
    "ended-item-undated",
    "period-ended-item",
    "unknown-item",
    "upcoming-item",
    "next-step-area",
    "next-step-area-unknown",
    "next-step-service",
    "next-step-named",
    "turn-to",
)
"""Messages whose lines are never left to a model: validity, and what to do next."""

SENTENCES: Final = {Audience.CITIZEN: 2, Audience.COUNSELLOR: 4}
PIECES: Final = {Audience.CITIZEN: 4, Audience.COUNSELLOR: 8}
EARLIER: Final = 3
LEAST_KEPT: Final = 0.5
"""Share of the model's sentences that must be supported for any to be used."""

STANDALONE_SECONDS: Final = 5.0
LONGEST_QUESTION: Final = 300


@dataclass(slots=True)
class _Group:
    """Lines that tell of one thing, and what may be told in their stead."""

    name: str
    service: Service | None = None
    lines: list[int] = field(default_factory=list)
    pieces: list[tuple[str, tuple[Place, ...]]] = field(default_factory=list)
    told: list[tuple[str, tuple[Place, ...]]] = field(default_factory=list)


class Rewriter:
    """Has a language model write answers, and keeps what the sources support.

    Args:
        generator: The language model.
        corpus: The sources.
        tokens: The Finnish analysis.
        embed: Texts to unit vectors.
    """

    def __init__(
        self,
        generator: Generator,
        corpus: Corpus,
        tokens: Callable[[str], Sequence[Token]],
        embed: Callable[[Sequence[str]], Vectors],
    ) -> None:
        self._generator, self._corpus, self._tokens = generator, corpus, tokens
        self._guard = Guard(corpus.services, tokens, embed)
        self._numbers = frozenset(
            number
            for service in corpus.services
            for key, value in service.channels.items()
            if key == "phone"
            for number in value.split(",")
        )

    def rewrite(self, context: Context, ask: Ask, draft: Draft, tally: Tally) -> Draft:
        """Give a draft the model's sentences where they're supported.

        Args:
            context: What the draft was composed from.
            ask: The request.
            draft: The draft; it's returned as it is, with a notice, when the model can't be used.
            tally: Where the model's tokens are counted.
        """
        if not _is_rewritten(context, draft) or not self._guard.speaks(context.messages.language):
            return draft
        groups = list(_groups(context, draft))
        if not groups:
            return draft
        try:
            self._tell(context, ask, groups, draft, tally)
        except GenerationError as error:
            log.info("answered without the language model: %s", error.reason)
            draft.notice("fallback", context.messages.say(f"fallback-{error.reason}"))
            return draft
        named = draft.kind is QuestionKind.SERVICE
        draft.lines = list(_lines(context.messages, draft.lines, groups, named=named))
        return draft

    def standalone(self, ask: Ask, question: Question, tally: Tally) -> str:
        """A follow-up as a question of its own; the one read by rules when the model's won't do.

        Places, names, dates and numbers of the model's question must stand in the conversation.
        The model's tokens are counted in ``tally``.
        """
        if question.standalone == question.text or question.distress or question.misuse:
            return question.standalone
        said = [message.content for message in ask.messages]
        request = standalone_request(
            self._masked(question.text), [self._masked(text) for text in self._earlier(ask)]
        )
        try:
            written = self._generator.write(request, STANDALONE_SECONDS, tally).strip()
        except GenerationError as error:
            log.info("follow-up read without the language model: %s", error.reason)
            return question.standalone
        ground = Ground((text, self._tokens(text)) for text in said)
        sound = len(written) <= LONGEST_QUESTION and written.count("\n") == 0 and bool(written)
        if not sound or ground.lacks(particulars(written, self._tokens(written))):
            return question.standalone
        return written

    def _tell(
        self, context: Context, ask: Ask, groups: list[_Group], draft: Draft, tally: Tally
    ) -> None:
        """Put the model's supported sentences into the groups.

        Raises:
            GenerationError: Nothing of use came of it.
        """
        question = context.question
        owners = [(group, piece) for group in groups for piece in group.pieces]
        while True:
            request = writing_request(
                self._masked(question.text),
                [self._masked(text) for text in self._earlier(ask)],
                [Piece(group.name, text) for group, (text, _) in owners],
                context.messages.language,
                question.audience,
            )
            if request.size <= self._generator.limits.input_tokens or len(owners) <= 1:
                break
            owners.pop()
        written = read_lines(self._generator.write(request, tally=tally), request.tokens)
        shunned = [
            service.id
            for service in self._corpus.services
            if status_on(service, question.as_of) is not Status.ACTIVE
        ]
        kept = 0
        for sentence in written:
            group = self._group_of(sentence, owners)
            if group is None:
                continue
            pieces = [owners[number][1] for number in sentence.pieces]
            evidence = self._evidence(context, group, pieces)
            language = context.messages.language
            objection = self._guard.objection(sentence.text, evidence, shunned, language)
            if objection:
                log.debug("a sentence of the language model isn't supported: %s", objection)
                continue
            kept += 1
            if len(group.told) < SENTENCES[question.audience]:
                places = tuple(dict.fromkeys(place for _, found in pieces for place in found))
                group.told.append((sentence.text, places))
        if draft.kind is QuestionKind.FACT:
            kept -= sum(self._drop_incomplete(group) for group in groups)
        if not kept or kept < LEAST_KEPT * len(written):
            raise GenerationError("unsupported")

    def _group_of(
        self, sentence: Written, owners: Sequence[tuple[_Group, object]]
    ) -> _Group | None:
        """The one thing that a sentence tells of; ``None`` when it mixes several."""
        found = {id(owners[number][0]): owners[number][0] for number in sentence.pieces}
        return next(iter(found.values())) if len(found) == 1 else None

    def _drop_incomplete(self, group: _Group) -> int:
        """Take back the sentences of a fact that don't tell all of it; says how many."""
        told = " ".join(text for text, _ in group.told)
        ground = Ground([(told, self._tokens(told))])
        if all(not ground.lacks(particulars(text, self._tokens(text))) for text, _ in group.pieces):
            return 0
        dropped, group.told = len(group.told), []
        return dropped

    def _evidence(
        self, context: Context, group: _Group, pieces: Collection[tuple[str, tuple[Place, ...]]]
    ) -> Evidence:
        quotes = [text for text, _ in pieces]
        for _, places in pieces:
            for place in places:
                source = self._corpus.source_by_id.get(place.source_id)
                if source:
                    quotes.append(readable(source.quote(place.start, place.end)))
        service = group.service
        if service is None:
            return Evidence(tuple(dict.fromkeys(quotes)))
        times = running_times(service)
        return Evidence(
            tuple(dict.fromkeys(quotes)),
            tuple(_fields(context, service)),
            service.id,
            service.names,
            tuple(start for start, _ in times if start),
            tuple(end for _, end in times if end),
        )

    def _earlier(self, ask: Ask) -> list[str]:
        said = [message.content for message in ask.messages[:-1] if message.role == "user"]
        return said[-EARLIER:]

    def _masked(self, text: str) -> str:
        return mask(text, self._numbers)


def _is_rewritten(context: Context, draft: Draft) -> bool:
    question = context.question
    return (
        draft.outcome in OUTCOMES
        and draft.kind in REWRITTEN
        and not (question.distress or question.worry or question.misuse)
    )


def _groups(context: Context, draft: Draft) -> Iterator[_Group]:
    """What of a draft the model may tell, in the order of the draft."""
    kept = [_pattern(context.messages, name) for name in KEPT]
    cards = [context.corpus.service_by_id[card.card.id] for card in draft.cards]
    of_card = {service.id: _places_of(context, service) for service in cards}
    groups: dict[object, _Group] = {}
    for number, line in enumerate(draft.lines):
        if line.frame or not line.places or any(one.fullmatch(line.text) for one in kept):
            continue
        services = [s for s in cards if of_card[s.id].issuperset(line.places)]
        if any(context.status(service) is not Status.ACTIVE for service in services):
            continue
        if not services and not _is_text_of_plan(context, line):
            continue
        service = services[0] if services else None
        alone = service is None or draft.kind is QuestionKind.FACT
        key: object = number if alone or service is None else service.id
        group = groups.setdefault(key, _Group(service.name if service else "", service))
        if group.lines and group.lines[-1] != number - 1:
            continue
        group.lines.append(number)
        group.pieces.append((readable(line.text), line.places))
    for group in groups.values():
        if group.service and draft.kind is not QuestionKind.FACT:
            _add_statements(context, group, group.service)
        yield group


def _add_statements(context: Context, group: _Group, service: Service) -> None:
    """Let the model choose among more of a description than was composed."""
    known = {text for text, _ in group.pieces}
    for statement in service.statements:
        text = readable(statement.text)
        if len(group.pieces) >= PIECES[context.question.audience]:
            return
        if not any(text in one for one in known) and context.is_true_now(service, statement):
            group.pieces.append((text, context.cite(service, statement)))


def _places_of(context: Context, service: Service) -> frozenset[Place]:
    """Every place that a line on a service may cite."""
    places = [p for statement in service.statements for p in context.cite(service, statement)]
    places += context.card_places(service)
    for entry in service.entries:
        facts = [entry.name, entry.state, entry.target_group, entry.goal]
        facts += [*entry.funders, *entry.organisers]
        places += [place_of_fact(fact) for fact in facts if fact]
    places += [place_of_passage(context.corpus.passage_by_id[i]) for i in service.passage_ids]
    return frozenset(places)


def _is_text_of_plan(context: Context, line: Line) -> bool:
    """Whether a line quotes a passage that tells of no service, which may have ended."""
    ends = {(place.source_id, place.start, place.end) for place in line.places}
    lone = {
        (place.source_id, place.start, place.end)
        for hit in context.found.kept
        for passage in hit.passages
        if passage.service_id is None
        for place in (place_of_passage(passage),)
    }
    return ends <= lone


def _fields(context: Context, service: Service) -> Iterator[str]:
    """What a record's own fields tell, in words."""
    yield from (*service.providers, *service.funders, *service.municipalities)
    yield from (*service.target_groups, *service.topics)
    yield from filter(None, (service.cost, *service.channels.values()))
    yield context.status_text(service)
    for start, end in running_times(service):
        yield from (day(date) for date in (start, end) if date)


def _pattern(messages: Messages, name: str) -> re.Pattern[str]:
    """What every text of a message looks like, whatever its values are."""
    variables = ("name", "date", "period", "area", "contact", "names", "state", "first", "second")
    told = messages.say(name, problem="\0", **dict.fromkeys(variables, "\0"))
    return re.compile(".+".join(map(re.escape, told.split("\0"))), re.DOTALL)


def _lines(
    messages: Messages, lines: Sequence[Line], groups: Sequence[_Group], *, named: bool
) -> Iterator[Line]:
    """The lines of an answer, with the model's sentences in place of those of their group.

    ``named`` puts a service's name before a sentence that doesn't tell it.
    """
    told = {group.lines[0]: group for group in groups if group.told}
    gone = {number for group in told.values() for number in group.lines}
    for number, line in enumerate(lines):
        group = told.get(number)
        if group is None:
            if number not in gone:
                yield line
            continue
        (first, places), *rest = group.told
        if named and group.service and not _is_named_in(group.service, first):
            first = messages.say("service-item", name=group.service.name, text=first)
        yield replace(line, text=first, places=places)
        for text, more in rest:
            yield Line(text, more, joins=True)


def _is_named_in(service: Service, text: str) -> bool:
    plain = text.casefold()
    return any(name.casefold() in plain for name in service.names)
