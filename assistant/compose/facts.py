"""A fact of something named: first exactly what was asked, then the rest in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.asking import Event
from assistant.compose.conflicts import tell_as_printed
from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.fields import ask_directly, field, tell_successors
from assistant.compose.letters import opened_names
from assistant.compose.pointed import asked_for, pointed, price_answer, yes_or_no
from assistant.compose.running import end_words, tell_when
from assistant.compose.subject import asked_of, projects_of
from assistant.compose.values import COUNT, besides, dated_statement, telling
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import KIND_EMPLOYMENT_AREA, KIND_ORGANISATION, KIND_PROJECT, Status
from assistant.validity import started_on

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Service, Statement

REST = (Aspect.DEFINITION, Aspect.WHEN, Aspect.WHO, Aspect.FOR_WHOM)
MOST_FIELDS = 2
MOST_PROJECTS = 2
"""More projects of an organisation that's asked of aren't told, unless they're what is asked."""
BY_SENTENCE = frozenset(
    {
        Aspect.AGE,
        Aspect.AMOUNT,
        Aspect.APPLY,
        Aspect.DURATION,
        Aspect.FIELD,
        Aspect.HOURS,
        Aspect.LANGUAGE,
    }
)
"""What no field of a record tells in full: a sentence of the description does, or nothing."""

SENTENCE_FIRST = frozenset({Aspect.COST, Aspect.WHERE, Aspect.FOR_WHOM})
"""What a sentence tells better than a field, where one holds that kind of value."""

INSTEAD = {Aspect.AGE: Aspect.FOR_WHOM, Aspect.PHONE: Aspect.CONTACT, Aspect.EMAIL: Aspect.CONTACT}
"""What is told besides, where the sources don't know exactly what was asked."""

OF_WHAT_WAS = frozenset({Aspect.AMOUNT, Aspect.PERSON, Aspect.WHO})
"""What's asked of something that has ended without meaning to go there."""

ENTRANCE = frozenset({Aspect.FOR_WHOM, Aspect.APPLY})


class _Telling:
    """One service being told of: what has been told already isn't told again."""

    def __init__(self, context: Context, draft: Draft, service: Service) -> None:
        self.context, self.draft, self.service = context, draft, service
        self.told: list[Statement] = []
        self.instead = 0
        self._texts: set[str] = set()

    @property
    def is_project(self) -> bool:
        return self.service.kind == KIND_PROJECT or bool(self.service.valid_to)

    def count(self) -> int:
        return sum(not line.frame for line in self.draft.lines)

    def sentence(self, statement: Statement | None, answer: str = "") -> bool:
        """Tell a sentence of the description, once, after a yes or no that it bears."""
        if statement is None:
            return False
        text = " ".join(statement.text.split())
        if statement not in self.told and all(text not in line.text for line in self.draft.lines):
            said = f"{answer} {text}".strip()
            self.draft.tell(said, *self.context.cite(self.service, statement))
        self.told.append(statement)
        return True

    def pointed(self) -> bool:
        """Tell the sentences that hold what's asked, with yes or no where the first bears it."""
        context, service = self.context, self.service
        found = pointed(context, service)
        for number, statement in enumerate(found):
            answer = yes_or_no(context, service, statement) if number == 0 else ""
            self.sentence(statement, answer)
        return bool(found)

    def field(self, aspect: Aspect) -> bool:
        """Tell a field of the record, once."""
        text, places = field(self.context, self.service, aspect)
        if text and text not in self._texts:
            self._texts.add(text)
            self.draft.tell(text, *places)
            if aspect is Aspect.WHO:
                tell_successors(self.context, self.draft, self.service)
        return bool(text and places)


def compose_facts(context: Context) -> Draft:
    """Answer a question about services that it names."""
    draft = Draft(QuestionKind.FACT)
    question = context.question
    ids = asked_of(context)
    missing = instead = 0
    for service_id in ids:
        service = context.corpus.service_by_id[service_id]
        asked = _in_order(context, service)
        one = _Telling(context, draft, service)
        _tell_end_first(one)
        lost = [aspect for aspect in asked if not _tell(one, aspect)]
        missing += len(lost)
        instead += one.instead
        if not asked:
            _tell_rest(one)
        beside = besides(context, service, one.told) if asked else None
        if beside is not None and one.sentence(beside) and len(lost) == len(asked):
            # A number is what's asked: what holds none is told beside it, and not instead.
            instead += Aspect.AMOUNT not in lost or bool(COUNT.search(beside.text))
        if asked and context.is_counsellor:
            for aspect in REST:
                if aspect not in asked:
                    _tell(one, aspect, quiet=True)
        if lost:
            _ask_directly(one, lost)
        _tell_projects(one)
        tell_as_printed(context, draft, service)
        passages = [context.corpus.passage_by_id[i] for i in service.passage_ids]
        places = context.card_places(service, passages)
        draft.cards.append(DraftCard(context.card(service), places))
        warn_of_validity(context, draft, service)
        _turn_to(context, draft, service)
    if missing:
        # That something is over is what whoever means to go there has to know.
        goes = not OF_WHAT_WAS.issuperset(question.aspects)
        ended = goes and any(_has_ended(context, service_id) for service_id in ids)
        partly = instead or ended or missing < len(ids) * len(question.aspects)
        draft.outcome = Outcome.PARTIAL if partly else Outcome.NOT_FOUND
    _follow_ups(context, draft, ids)
    return draft


def _in_order(context: Context, service: Service) -> list[Aspect]:
    """What is asked of a service, in order: that it has ended comes before all else."""
    ended = context.status(service) is Status.ENDED
    return sorted(context.question.aspects, key=lambda one: ended and one is not Aspect.WHEN)


def _has_ended(context: Context, service_id: str) -> bool:
    return context.status(context.corpus.service_by_id[service_id]) is Status.ENDED


def _tell_end_first(one: _Telling) -> None:
    """What has ended is told to have ended before anything else of it is."""
    context, service = one.context, one.service
    question = context.question
    if context.status(service) is not Status.ENDED or Aspect.WHEN in question.aspects:
        return
    if not question.aspects or Aspect.DURATION in question.aspects:
        return
    words = end_words(context, service)
    if words is None:
        return
    enters = question.asking.polar and bool(ENTRANCE.intersection(question.aspects))
    no = context.messages.say("no") + " " if enters and not service.may_go_on else ""
    one.draft.tell(no + words[0], *words[1])


def _tell(one: _Telling, aspect: Aspect, *, quiet: bool = False) -> bool:
    """Tell one aspect of a service; says whether the sources know it."""
    known = _known(one, aspect)
    if not known and not quiet:
        say = one.context.messages.say
        lacks = "start" if aspect is Aspect.WHEN and _lacks_start(one) else _message(aspect)
        one.draft.frame(say(f"fact-missing-{lacks}", name=_what(one, aspect)))
        if aspect in INSTEAD:
            one.instead += one.field(INSTEAD[aspect])
    return known


def _known(one: _Telling, aspect: Aspect) -> bool:
    before = one.count()
    if aspect is Aspect.WHEN or (aspect is Aspect.DURATION and one.is_project):
        if not (aspect is Aspect.DURATION and Aspect.WHEN in one.context.question.aspects):
            tell_when(one.context, one.draft, one.service)
            return one.count() > before and not _lacks_start(one)
        return True
    if aspect is Aspect.DEFINITION:
        _definition(one)
        return one.count() > before
    if aspect is Aspect.COST and _prices_else(one):
        return False
    if aspect in BY_SENTENCE:
        return _by_sentence(one, aspect)
    if aspect in SENTENCE_FIRST and _by_sentence(one, aspect):
        return one.field(aspect) or True if aspect is Aspect.FOR_WHOM else True
    if one.field(aspect):
        return True
    if aspect is Aspect.GOAL:
        _definition(one)
    return one.count() > before


def _lacks_start(one: _Telling) -> bool:
    """Whether it's asked when something began, and the sources only tell the rest."""
    asking = one.context.question.asking
    if asking.event is not Event.STARTS or asking.polar or started_on(one.service):
        return False
    return dated_statement(one.context, one.service, Event.STARTS) is None


def _by_sentence(one: _Telling, aspect: Aspect) -> bool:
    """Tell an aspect by the sentences that hold that kind of value, where any does."""
    counts = one.context.question.counts and aspect is Aspect.WHERE
    if counts or (aspect in SENTENCE_FIRST and _is_printed(one, aspect)):
        return False
    several = aspect in {Aspect.FIELD, Aspect.LANGUAGE}
    # Whether it's for somebody may be told of some and of others: both are told then.
    several = several or (aspect is Aspect.FOR_WHOM and one.context.question.asking.polar)
    most = MOST_FIELDS if several else 1
    told = telling(one.context, one.service, aspect, most)
    for statement in told:
        answer = price_answer(one.context, one.service, statement) if aspect is Aspect.COST else ""
        one.sentence(statement, answer)
    return bool(told) or (aspect is Aspect.LANGUAGE and one.field(aspect))


def _is_printed(one: _Telling, aspect: Aspect) -> bool:
    """Whether the plan prints a value of its own, which is told as it stands."""
    entries = one.service.entries
    return aspect is Aspect.FOR_WHOM and any(entry.target_group for entry in entries)


def _what(one: _Telling, aspect: Aspect) -> str:
    """What it is whose value the sources don't tell: the service, or a thing beside it."""
    priced = one.context.question.asking.priced
    return priced[0] if aspect is Aspect.COST and priced else one.service.name


def _prices_else(one: _Telling) -> bool:
    """Whether a price is asked of something that the service's texts know nothing of."""
    priced = set(one.context.question.asking.priced)
    if not priced:
        return False
    texts = [*(s.text for s in one.service.statements), *one.service.names, *one.service.asked_as]
    known = {term for text in texts for t in one.context.tokens(text) for term in t.lemmas}
    known |= {part for text in texts for t in one.context.tokens(text) for part in t.parts}
    return not priced & known


def _message(aspect: Aspect) -> str:
    return "goal" if aspect is Aspect.DEFINITION else str(aspect)


def _tell_rest(one: _Telling) -> None:
    """Tell what else is asked, else the main facts: what ended says so first."""
    context, service = one.context, one.service
    if _tell_pointed(one):
        return
    ended = context.status(service) is Status.ENDED
    order = (Aspect.WHEN, Aspect.DEFINITION) if ended else (Aspect.DEFINITION, Aspect.WHEN)
    for aspect in order:
        runs = aspect is Aspect.WHEN and context.status(service) is Status.ACTIVE
        if not runs or service.valid_to or service.periods:
            _tell(one, aspect, quiet=True)
    _tell(one, Aspect.WHO, quiet=True)
    _tell(one, Aspect.FOR_WHOM, quiet=True)


def _tell_pointed(one: _Telling) -> bool:
    """Tell the sentences that hold what's asked, after that it has ended where it has."""
    context, service = one.context, one.service
    if len(context.question.named) > 1 or not pointed(context, service):
        return False
    ended = end_words(context, service) if context.status(service) is Status.ENDED else None
    if ended:
        one.draft.tell(ended[0], *ended[1])
    return one.pointed()


def _definition(one: _Telling) -> None:
    context, service = one.context, one.service
    if _tell_pointed(one):
        return
    for text, places in opened_names(context, service):
        one.draft.tell(text, *places)
    count = 3 if context.is_counsellor else 2
    if asked_for(context, service):
        best = context.best_statements(service, count)
    else:
        # Descriptions begin with what something is and for whom: that's what it is, in short.
        best = [s for s in service.statements if context.is_true_now(service, s)][:count]
    for statement in best:
        one.sentence(statement)


def _tell_projects(one: _Telling) -> None:
    """Tell the few projects of an organisation, each with how it stands."""
    context, service = one.context, one.service
    projects = projects_of(context, service) if service.kind == KIND_ORGANISATION else []
    if not 0 < len(projects) <= MOST_PROJECTS:
        return
    say = context.messages.say
    told = [say("list-item", name=p.name, status=context.status_text(p)) for p in projects]
    places = [place for p in projects for place in context.card_places(p)[:1]]
    one.draft.tell(say("fact-projects", names="; ".join(told)), *places)
    for project in projects:
        warn_of_validity(context, one.draft, project)


def _ask_directly(one: _Telling, lost: list[Aspect]) -> None:
    """Where the sources don't tell, name a way to ask."""
    told = {INSTEAD.get(aspect, aspect) for aspect in lost}
    if Aspect.CONTACT not in told and one.context.status(one.service) is not Status.ENDED:
        ask_directly(one.context, one.draft, one.service)


def _turn_to(context: Context, draft: Draft, service: Service) -> None:
    """After what has ended, name what runs now; of employment areas the asker's own."""
    if context.status(service) is not Status.ENDED:
        return
    asked = context.question.municipalities
    after = [context.corpus.service_by_id[next_id] for next_id in service.next_ids]
    living = [
        one
        for one in after
        if context.status(one) is Status.ACTIVE
        and (not asked or one.kind != KIND_EMPLOYMENT_AREA or _serves(one, asked))
    ]
    if living:
        names = ", ".join(one.name for one in living[:3])
        places = [p for one in living[:3] for p in context.card_places(one)]
        draft.tell(context.messages.say("turn-to", names=names), *places)


def _serves(service: Service, municipalities: tuple[str, ...]) -> bool:
    return not set(municipalities).isdisjoint(service.municipalities)


def _follow_ups(context: Context, draft: Draft, ids: tuple[str, ...]) -> None:
    say = context.messages.say
    for service_id in ids[:1]:
        name = context.corpus.service_by_id[service_id].name
        if Aspect.WHEN not in context.question.aspects:
            draft.follow_ups.append(say("follow-up-when", name=name))
        if Aspect.WHO not in context.question.aspects:
            draft.follow_ups.append(say("follow-up-who", name=name))
        if Aspect.FOR_WHOM not in context.question.aspects:
            draft.follow_ups.append(say("follow-up-for-whom", name=name))
