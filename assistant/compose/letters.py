"""What the letters of an abbreviation stand for, where the sources tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, Place, place_of_passage, readable
from assistant.compose.statements import ASKS_HELP
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import PassageKind
from assistant.finnish import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.compose.context import Context
    from assistant.domain import GlossaryTerm, Passage, Service, Statement

    Told = tuple[str, tuple[Place, ...]]

ABBREVIATION = "abbreviation"
FEW_WORDS = 2
ASKS = frozenset({"mikä", "mitä", "what", "what's", "vad", "что", "що"})
"""Words that ask, as they are written: *missä* asks for no meaning."""

MEANING = frozenset(
    {
        *("tarkoittaa", "meinata", "selittää", "lyhenne", "kirjain", "suomeksi", "lyhentää"),
        *("mean", "meaning", "stand", "explain", "betyda", "betyder", "значить", "значит"),
    }
)
"""What is said by somebody who asks what letters mean."""


def letters_asked(context: Context) -> tuple[GlossaryTerm, ...]:
    """The abbreviations whose meaning a question asks, and that name no service."""
    question = context.question
    exact = set(question.aspects) - {Aspect.DEFINITION}
    if question.named or exact or question.help >= ASKS_HELP or question.municipalities:
        return ()
    tokens = context.tokens(question.text)
    written = {token.text.casefold() for token in tokens}
    said = {word for token in tokens for word in token.lemmas} | written
    asks = ASKS & written and not question.lists
    if not MEANING & said and not asks and len(tokens) > FEW_WORDS:
        return ()
    return tuple(
        term
        for term in context.corpus.glossary
        if term.kind == ABBREVIATION and term.term.casefold() in said
    )


def compose_letters(context: Context, terms: tuple[GlossaryTerm, ...]) -> Draft | None:
    """Tell what abbreviations stand for where a source tells, else how a source uses them.

    Returns:
        ``None`` when no source of the corpus holds them.
    """
    draft, say = Draft(QuestionKind.FACT), context.messages.say
    for term in terms:
        if opened := opened_letters(context, term):
            draft.tell(opened[0], *opened[1])
        elif passage := _using(context, term.term):
            draft.frame(say("letters-untold", term=term.term))
            quote = say("passage-quote", quote=readable(passage.text))
            draft.tell(quote, place_of_passage(passage), bullet=True)
            draft.outcome = Outcome.PARTIAL
    return draft if draft.lines else None


def opened_letters(context: Context, term: GlossaryTerm) -> Told | None:
    """What letters stand for, in words, with where the sources tell it.

    A sentence that opens the letters bears what the glossary says they mean, where it holds those
    words; else it's told itself.

    Returns:
        ``None`` when no source opens them.
    """
    meaning = term.meaning or ""
    text = context.messages.say("definition", term=term.term, meaning=meaning)
    if meaning and term.basis and (places := context.cite_basis(term.basis)):
        return text, places
    wanted = set(index_terms(context.tokens(meaning)))
    opening = list(_opening(context, term.term))
    for told, places in opening:
        if wanted and wanted <= _terms(context, told):
            return text, places
    if opening:
        return opening[0]
    passage = _using(context, term.term) if wanted else None
    if passage is None:
        return None
    for service in context.corpus.services:
        for one in service.statements:
            if wanted <= _terms(context, one.text):
                return text, (_own_place(service, one), place_of_passage(passage))
    return None


def opened_names(context: Context, service: Service) -> Iterator[Told]:
    """What the letters stand for by which a service is called, where a source opens them."""
    names = {name.casefold() for name in service.names}
    for term in context.corpus.glossary:
        if term.meaning and term.kind == ABBREVIATION and term.term.casefold() in names:
            opened = opened_letters(context, term)
            if opened:
                yield opened


def _terms(context: Context, text: str) -> frozenset[str]:
    return frozenset(index_terms(context.tokens(text)))


def _opening(context: Context, letters: str) -> Iterator[Told]:
    """The sentences of the sources that open letters: *X (ABC)*, *X eli ABC*, *ABC eli X*.

    A description's own sentence is cited: what it rests on may only use the letters.
    """
    plain = letters.rstrip("+")
    own = rf"{re.escape(plain)}\+?"
    flags = re.IGNORECASE if len(plain) > FEW_WORDS else 0
    said_as = rf"(?<!\w){own}\w{{0,3}}\s(?:eli\s|\(=)"
    opens = re.compile(
        rf"\w\s\({own}(?:-\w+)?\)|\beli\s{own}(?:\w{{0,3}}|-\w+)(?!\w)|{said_as}", flags
    )
    bears = sorted(context.corpus.services, key=lambda service: letters not in service.names)
    for service in bears:
        for statement in service.statements:
            if plain.casefold() in statement.text.casefold() and opens.search(statement.text):
                yield " ".join(statement.text.split()), (_own_place(service, statement),)
    opens = re.compile(said_as, flags)
    for passage in context.corpus.passages:
        if passage.kind is not PassageKind.SERVICE and opens.search(passage.text):
            quote = context.messages.say("passage-quote", quote=readable(passage.text))
            yield quote, (place_of_passage(passage),)


def _own_place(service: Service, statement: Statement) -> Place:
    source, name = service.source_id, service.name
    return Place(source, statement.start, statement.end, name, statement.basis)


def _using(context: Context, letters: str) -> Passage | None:
    """The passage that uses the letters and fits the question best, the shortest of the others."""
    holds = re.compile(rf"(?<!\w){re.escape(letters)}(?!\w)")
    found = [hit.passages[0] for hit in context.found.kept if hit.service_id is None]
    rest = sorted(context.corpus.passages, key=lambda one: len(one.text))
    own = (one for one in (*found, *rest) if one.kind is not PassageKind.SERVICE)
    return next((one for one in own if holds.search(one.text)), None)
