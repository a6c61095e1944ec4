"""What the letters of an abbreviation stand for, where the sources tell and no service bears it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, place_of_passage, readable
from assistant.compose.statements import ASKS_HELP
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import PassageKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import GlossaryTerm, Passage

ABBREVIATION = "abbreviation"
FEW_WORDS = 2
MEANING = frozenset(
    {
        *("mikä", "mitä", "tarkoittaa", "meinata", "selittää", "lyhenne", "kirjain", "suomeksi"),
        *("what", "mean", "stand", "explain", "vad", "betyda", "что", "значить", "що"),
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
    said = {word for token in tokens for word in (*token.lemmas, token.text.casefold())}
    if not MEANING & said and len(tokens) > FEW_WORDS:
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
        places = context.cite_basis(term.basis) if term.basis and term.meaning else ()
        if places:
            draft.tell(say("definition", term=term.term, meaning=term.meaning or ""), *places)
        elif passage := _using(context, term.term):
            draft.frame(say("letters-untold", term=term.term))
            quote = say("passage-quote", quote=readable(passage.text))
            draft.tell(quote, place_of_passage(passage), bullet=True)
            draft.outcome = Outcome.PARTIAL
    return draft if draft.lines else None


def _using(context: Context, letters: str) -> Passage | None:
    """The passage that uses the letters and fits the question best, the shortest of the others."""
    holds = re.compile(rf"(?<!\w){re.escape(letters)}(?!\w)")
    found = [hit.passages[0] for hit in context.found.kept if hit.service_id is None]
    rest = sorted(context.corpus.passages, key=lambda one: len(one.text))
    own = (one for one in (*found, *rest) if one.kind is not PassageKind.SERVICE)
    return next((one for one in own if holds.search(one.text)), None)
