"""What the letters of an abbreviation stand for, where the sources tell and no service bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.draft import Draft
from assistant.dialogue import Aspect, QuestionKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import GlossaryTerm

ABBREVIATION = "abbreviation"
FEW_WORDS = 2
SEEKS_HELP = 0.75
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
    if question.named or exact or question.help >= SEEKS_HELP or question.municipalities:
        return ()
    tokens = context.tokens(question.text)
    said = {word for token in tokens for word in (*token.lemmas, token.text.casefold())}
    if not MEANING & said and len(tokens) > FEW_WORDS:
        return ()
    return tuple(
        term
        for term in context.corpus.glossary
        if term.kind == ABBREVIATION
        and term.meaning
        and term.basis
        and term.term.casefold() in said
    )


def compose_letters(context: Context, terms: tuple[GlossaryTerm, ...]) -> Draft | None:
    """Tell what abbreviations stand for, each where a source tells.

    Returns:
        ``None`` when no source of the corpus tells.
    """
    draft = Draft(QuestionKind.FACT)
    for term in terms:
        if term.basis is not None and term.meaning:
            text = context.messages.say("definition", term=term.term, meaning=term.meaning)
            draft.tell(text, *context.cite_basis(term.basis))
    return draft if draft.lines else None
