"""Which composer answers a question: told by the question and by what was found for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.abstain import QUANTITY, is_answerable, is_outside_domain
from assistant.asked_model import asked_in
from assistant.compose.clarify import (
    compose_place_question,
    compose_question,
    compose_which,
    is_vague,
    needs_clarifying,
    needs_place,
    points_at_nothing,
)
from assistant.compose.compare import compose_compared, wants_compared
from assistant.compose.conflicts import about, compose_errors, misprinted
from assistant.compose.crisis import CRISIS_TOPIC, add_contacts, beside_crisis, crisis_draft
from assistant.compose.ended import tell_ended
from assistant.compose.facts import compose_facts
from assistant.compose.letters import compose_letters, letters_asked
from assistant.compose.lists import (
    compose_services_listed,
    is_sure,
    wants_services_listed,
)
from assistant.compose.meaning import compose_meaning
from assistant.compose.mention import compose_mention
from assistant.compose.need import GENERAL_TOPICS
from assistant.compose.nothing import (
    compose_nothing,
    compose_out_of_scope,
    compose_refusal,
    outside_topics,
)
from assistant.compose.other_languages import add_help_in_english, add_languages
from assistant.compose.particular import EVIDENCE, compose_particular
from assistant.compose.passages import compose_passages
from assistant.compose.pointed import pointed, yes_or_no
from assistant.compose.premises import correct_premises
from assistant.compose.relations import compose_related, wants_related
from assistant.compose.sections import compose_section_listed, wants_section_listed
from assistant.compose.services import compose_services, is_fitting
from assistant.compose.statements import ASKS_HELP
from assistant.compose.subject import of_its_project
from assistant.compose.tally import compose_tallied
from assistant.compose.untold import compose_untold, compose_untold_of_plan, is_namesake, say_untold
from assistant.compose.values import telling
from assistant.compose.words import (
    asks_of_plan_itself,
    asks_of_word,
    compose_plan_itself,
    compose_word,
)
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import PassageKind
from assistant.domain_model import UNKNOWN
from assistant.listing import means_one_project

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.compose.draft import Draft

QUOTING = frozenset(
    {QuestionKind.SERVICE, QuestionKind.FACT, QuestionKind.PASSAGE, QuestionKind.LIST}
)
SENTENCE_ASPECTS = frozenset({Aspect.AMOUNT, Aspect.DURATION, Aspect.LANGUAGE, Aspect.FIELD})
"""What only a single service's description can tell, named or not."""

OWN_ASPECTS = SENTENCE_ASPECTS | {Aspect.COST, Aspect.HOURS, Aspect.AGE, Aspect.APPLY}
ELSEWHERE = 0.85
"""How likely outside guidance a question is that isn't taken for a cry for help."""
PROJECT_ASPECTS = frozenset({Aspect.WHO, Aspect.FUNDER, Aspect.GOAL, Aspect.WHEN, Aspect.AMOUNT})


def compose(context: Context) -> Draft:
    """Compose an answer: help in need first, then what fits the question best.

    Whatever it tells of that has ended is said to have ended.
    """
    draft = _compose(context)
    correct_premises(context, draft)
    tell_ended(context, draft)
    in_need = context.question.worry or draft.kind is QuestionKind.CRISIS
    if context.question.foreign and in_need:
        add_help_in_english(context, draft)
    if context.question.foreign and draft.kind not in {QuestionKind.CRISIS, QuestionKind.REFUSAL}:
        add_languages(context, draft)
    return draft


def _compose(context: Context) -> Draft:
    question = context.question
    if question.distress:
        draft = crisis_draft(context)
        guided = beside_crisis(context)
        if question.asks_besides and is_fitting(guided):
            draft.extend(compose_services(guided))
            _note_language(context, draft)
        return draft
    context = of_its_project(context)
    draft = _compose_calm(context)
    untold = draft.outcome in {Outcome.NOT_FOUND, Outcome.OUT_OF_SCOPE}
    if untold and draft.kind is QuestionKind.NOTHING and _fits_crisis_help(context):
        # Who may be in distress or wants somebody to talk with is told of the crisis line.
        return crisis_draft(context)
    tells = draft.kind is QuestionKind.FACT
    tells = tells or bool(question.named and draft.kind is QuestionKind.SERVICE)
    if tells and asked_in(context.found.signals) not in EVIDENCE:
        # The words of a particular needn't stand in the sentence that tells it.
        say_untold(context, draft)
    if question.worry:
        add_contacts(context, draft)
    if draft.kind in QUOTING:
        _note_language(context, draft)
    return draft


def _fits_crisis_help(context: Context) -> bool:
    """Whether somebody may be in distress, or crisis help fits best and nothing else does."""
    question, found = context.question, context.found
    if question.worry:
        return True
    best = found.kept[0].service_id if found.kept else None
    if best is None or CRISIS_TOPIC not in context.corpus.service_by_id[best].topics:
        return False
    return not question.named and found.signals.get("outside", UNKNOWN) < ELSEWHERE


def _note_language(context: Context, draft: Draft) -> None:
    """Say that what is quoted is in another language, where it is: sources aren't translated."""
    sources = {place.source_id for line in draft.lines for place in line.places}
    sources |= {place.source_id for card in draft.cards for place in card.places}
    if any(map(context.is_foreign, sources)):
        draft.frame(context.messages.say("language-note"))


def _compose_calm(context: Context) -> Draft:
    question = context.question
    if question.misuse:
        return compose_refusal(context)
    if asked_back := _ask_back(context):
        return asked_back
    if is_outside(context) or is_elsewhere(context):
        return compose_out_of_scope(context)
    if told := compose_particular(context) or _from_records(context):
        return told
    unsure = not context.found.kept or not is_answerable(question, context.found)
    if unsure and told_exactly(context):
        return compose_facts(context)
    if unsure and not (is_told_by_a_person(context) or _seeks_help(context)):
        asks_for_help = is_vague(context)
        return compose_question(context) if asks_for_help else compose_nothing(context)
    if asks_of_word(context) and (told := compose_word(context)):
        return told
    return _compose_kind(context)


def _from_records(context: Context) -> Draft | None:
    """What records and sections tell for certain: what belongs to what, and all of something."""
    if wants_related(context) and (related := compose_related(context)):
        return related
    if wants_services_listed(context) and (listed := compose_services_listed(context)):
        return listed
    return compose_section_listed(context) if wants_section_listed(context) else None


def _compose_kind(context: Context) -> Draft:
    kind = kind_of(context)
    if kind is QuestionKind.FACT:
        return compose_untold(context) or compose_facts(context)
    if kind is QuestionKind.SERVICE and is_fitting(context):
        return compose_services(context)
    return compose_passages(context)


def _ask_back(context: Context) -> Draft | None:
    """What needs no passage: a question back, or what records and the plan's title page tell."""
    if asks_of_plan_itself(context):
        return compose_plan_itself(context)
    if told := compose_errors(context) or compose_untold_of_plan(context):
        return told
    if told := compose_mention(context) or compose_meaning(context):
        return told
    if (letters := letters_asked(context)) and (told := compose_letters(context, letters)):
        # What it is, besides what it's short for, where a sentence tells that too.
        if asks_of_word(context) and (more := compose_word(context)):
            told.extend(more)
        return told
    if points_at_nothing(context):
        return compose_which(context)
    if told := _from_records_alone(context):
        return told
    if is_elsewhere(context):
        return None
    if needs_clarifying(context):
        return compose_question(context)
    return compose_place_question(context) if needs_place(context) else None


def _from_records_alone(context: Context) -> Draft | None:
    """What records answer in full, whatever the words are like otherwise."""
    if misprint := misprinted(context):
        return compose_facts(about(context, misprint))
    if tallied := compose_tallied(context):
        return tallied
    if wants_compared(context) and (compared := compose_compared(context)):
        return compared
    if context.question.names_unknown and not context.question.named:
        return compose_nothing(context)
    sure = wants_services_listed(context) and is_sure(context)
    return compose_services_listed(context) if sure else None


def is_outside(context: Context) -> bool:
    """Whether a question is only about what others give advice on, or how much they pay."""
    outside = outside_topics(context)
    if outside and not context.question.named and QUANTITY.search(context.question.text):
        return True
    rest = set(context.question.topics) - set(outside) - GENERAL_TOPICS
    personal = context.question.help >= 0.5
    # Whose benefits end asks what to do next, and not for the benefit alone.
    likelier = context.found.signals.get("outside", UNKNOWN) >= UNKNOWN
    only = likelier and not is_told_by_a_person(context)
    return bool(outside) and only and personal and not rest and not context.question.named


def is_elsewhere(context: Context) -> bool:
    """Whether guidance has nothing to do with a question that names nothing of the sources.

    A follow-up leans on what was asked before, and its own few words tell nothing.
    """
    question = context.question
    alone = question.standalone == question.text
    named = bool(question.named) and not is_namesake(context)
    named = named or bool(question.organisations) or is_told_by_a_person(context)
    told = named or told_exactly(context)
    return alone and not told and is_outside_domain(question, context.found)


def is_told_by_a_person(context: Context) -> bool:
    """Whether somebody tells where they live and who they are: there's always help for them."""
    question = context.question
    person = question.target_groups or question.age is not None
    told = question.municipalities and not question.outside and person
    # What began or ended in somebody's own life is no time that's asked for.
    own = {Aspect.COST} if question.named else {Aspect.COST, Aspect.WHEN}
    exact = set(question.aspects) - own
    return bool(told and question.help >= ASKS_HELP and not exact)


def _seeks_help(context: Context) -> bool:
    """Whether somebody tells where they need help and asks nothing exact: there's a next step."""
    question = context.question
    within = context.found.signals.get("outside", UNKNOWN) < UNKNOWN
    exact = question.aspects or question.names_unknown or question.lists or question.counts
    return bool(question.municipalities and question.help >= ASKS_HELP and within and not exact)


def _asks_of_part(context: Context) -> bool:
    """Whether a part of the plan is asked for that a passage of just that part fits best.

    What is named there is whose strengths or aims are asked for.
    """
    question, best = context.question, context.found.kept[0]
    parts = set(question.sections) - {PassageKind.PROJECT}
    plain = not question.aspects and question.help < ASKS_HELP and best.service_id is None
    return bool(question.named and plain and best.passages and best.passages[0].kind in parts)


def _answered(context: Context) -> bool:
    """Whether a sentence of the one service named, or nearly, answers yes or no."""
    question, best = context.question, context.found.kept[0].service_id
    named = question.named or tuple(one for one in question.nearly_named if one == best)
    if len(named) != 1 or not question.asking.polar:
        return False
    service = context.corpus.service_by_id[named[0]]
    return any(yes_or_no(context, service, one) for one in pointed(context, service))


def told_exactly(context: Context) -> bool:
    """Whether the description that fits best holds the number, price or the like that's asked."""
    question = context.question
    best = context.found.kept[0] if context.found.kept else None
    if best is None or best.service_id is None or question.named or question.lists:
        return False
    near = best.service_id in question.nearly_named
    exact = {Aspect.AMOUNT, Aspect.COST} if near else {Aspect.AMOUNT}
    wanted = exact.intersection(question.aspects)
    if not wanted or (question.help >= ASKS_HELP and not near):
        return False
    return any(telling(context, context.service(best), one) for one in wanted)


def kind_of(context: Context) -> QuestionKind:
    """What kind of answer a question wants.

    Something named is told of, unless help is what's asked for. Otherwise what was found decides:
    a person who needs help gets services, a question that a passage of the plan fits best gets it
    quoted.
    """
    question, best = context.question, context.found.kept[0]
    if _asks_of_part(context):
        return QuestionKind.PASSAGE
    if question.named and (question.aspects or question.help < ASKS_HELP):
        return QuestionKind.FACT
    if _answered(context):
        return QuestionKind.FACT
    told = question.help < ASKS_HELP
    exact = bool(SENTENCE_ASPECTS.intersection(question.aspects)) and not question.lists
    if best.service_id and told and exact and question.organisations:
        return QuestionKind.FACT
    if told_exactly(context):
        return QuestionKind.FACT
    near = best.service_id in question.nearly_named
    if near and told and OWN_ASPECTS.intersection(question.aspects):
        return QuestionKind.FACT
    asks_of_project = PassageKind.PROJECT in question.sections or bool(question.nearly_named)
    nobody = not (question.municipalities or question.target_groups or question.age)
    one_project = nobody and means_one_project(question.text)
    asks_of_project = asks_of_project and (told or one_project)
    if best.service_id and asks_of_project and PROJECT_ASPECTS.intersection(question.aspects):
        return QuestionKind.FACT
    if question.help >= ASKS_HELP:
        return QuestionKind.SERVICE
    if best.service_id is None:
        return QuestionKind.PASSAGE
    return QuestionKind.SERVICE if question.help >= 0.5 else QuestionKind.PASSAGE
