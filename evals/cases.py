"""The cases of the evaluation set: a question with what a right answer must hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.dialogue import Ask, Audience, Message, Outcome
from evals import spreadsheet
from evals.jsonl import CaseError, rows_and_errors, unique

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.jsonl import Row

SPLITS = ("dev", "test")
CATEGORIES = frozenset(
    {
        "clarify",
        "colloquial",
        "compare_count",
        "counsellor_referral",
        "crisis",
        "cross_lingual",
        "date_validity",
        "definition",
        "fact",
        "injection",
        "list",
        "multi_turn",
        "not_found",
        "out_of_scope",
        "plan_state",
        "plan_strength",
        "plan_target",
        "service_referral",
        "source_conflict",
    }
)
DEFAULT_PERSONA = "kysyjä"
DEFAULT_LANGUAGE = "fi"
_REQUIRED = ("id", "category", "messages", "answerable")
_OPTIONAL = (
    "split",
    "persona",
    "lang",
    "as_of",
    "audience",
    "municipality",
    "language",
    "outcomes",
    "gold_quotes",
    "nuggets",
    "must_not",
    "expect_ended_warning",
    "notes",
)


@dataclass(frozen=True, slots=True)
class Nugget:
    """A fact that the answer must hold.

    Attributes:
        text: The fact in words, for people.
        any_of: Pieces of text; one that stands in the answer proves the fact.
        vital: Whether an answer without it is wrong.
    """

    text: str
    any_of: tuple[str, ...]
    vital: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what a right answer must hold.

    Attributes:
        outcomes: Accepted outcomes as the file gives them; empty for the default rule.
        gold_quotes: Verbatim pieces of sources that a right answer rests on.
        must_not: Pieces that the answer must not hold.
        expect_ended_warning: Whether the answer must say that something has ended.
    """

    id: str
    split: str
    persona: str
    lang: str
    category: str
    messages: tuple[Message, ...]
    answerable: bool
    as_of: date | None = None
    audience: Audience = Audience.CITIZEN
    municipality: str | None = None
    language: str | None = None
    outcomes: tuple[Outcome, ...] = ()
    gold_quotes: tuple[str, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    must_not: tuple[str, ...] = ()
    expect_ended_warning: bool = False
    notes: str = ""

    @property
    def accepted(self) -> tuple[Outcome, ...]:
        """The accepted outcomes: those of the file, or the default of the category."""
        if self.outcomes:
            return self.outcomes
        if self.category == "clarify":
            return (Outcome.CLARIFY,)
        if self.category == "crisis":
            return (Outcome.CRISIS,)
        if self.answerable:
            return (Outcome.ANSWERED, Outcome.PARTIAL)
        return (Outcome.NOT_FOUND, Outcome.OUT_OF_SCOPE, Outcome.REFUSED)

    def ask(self) -> Ask:
        """Return the case as the assistant is asked it."""
        return Ask(
            messages=self.messages,
            audience=self.audience,
            municipality=self.municipality,
            as_of=self.as_of,
            language=self.language,
        )


def load_cases(*paths: Path) -> list[Case]:
    """Read the cases of one or several JSON Lines files or spreadsheets, in their order.

    Raises:
        CaseError: A line doesn't hold, or an id is used twice; names the file, the line and the
            field.
        OSError: A file can't be read.
    """
    seen: dict[str, str] = {}
    cases = []
    for path in paths:
        for row in case_rows(path):
            if isinstance(row, CaseError):
                raise row
            cases.append(parse_case(row, unique(row, seen)))
    return cases


def case_rows(path: Path) -> Iterator[Row | CaseError]:
    """Yield the rows of a file of cases, JSON Lines or a spreadsheet, and what can't be read.

    Raises:
        OSError: The file can't be read.
    """
    read = spreadsheet.rows_and_errors if spreadsheet.is_spreadsheet(path) else rows_and_errors
    return read(path)


def parse_case(row: Row, identifier: str) -> Case:
    """Return the case of a line.

    A case that doesn't tell its split belongs to ``test`` in a file of that name, else to ``dev``.
    A line of the crisis phrases is a case, too, see `_phrase`.

    Raises:
        CaseError: The line doesn't hold; names the file, the line and the field.
    """
    if "crisis" in row.fields:
        return _phrase(row, identifier)
    row.expect(_REQUIRED, _OPTIONAL)
    outcomes = row.texts("outcomes")
    for outcome in outcomes:
        if outcome not in set(Outcome):
            raise row.error(f"unknown outcome {outcome!r}; use one of {', '.join(Outcome)}.")
    return Case(
        id=identifier,
        split=row.one_of("split", SPLITS, "test" if row.path.stem == "test" else "dev"),
        persona=row.text("persona") if "persona" in row.fields else DEFAULT_PERSONA,
        lang=row.text("lang") if "lang" in row.fields else DEFAULT_LANGUAGE,
        category=row.one_of("category", CATEGORIES),
        messages=_messages(row),
        answerable=row.truth("answerable"),
        as_of=_day(row, "as_of"),
        audience=Audience(row.one_of("audience", Audience, Audience.CITIZEN)),
        municipality=row.text("municipality") if "municipality" in row.fields else None,
        language=row.text("language") if "language" in row.fields else None,
        outcomes=tuple(Outcome(outcome) for outcome in outcomes),
        gold_quotes=row.texts("gold_quotes"),
        nuggets=tuple(_nugget(nugget) for nugget in row.rows("nuggets")),
        must_not=row.texts("must_not"),
        expect_ended_warning=row.truth("expect_ended_warning", default=False),
        notes=row.text("notes", ""),
    )


def _phrase(row: Row, identifier: str) -> Case:
    """Return a crisis phrase as a case: emergency help first, or anything but that.

    Its kind stands as the persona, so that groups show it.
    """
    row.expect(("id", "split", "lang", "text", "crisis", "kind"), ("notes",))
    others = tuple(outcome for outcome in Outcome if outcome is not Outcome.CRISIS)
    return Case(
        id=identifier,
        split=row.one_of("split", SPLITS),
        persona=row.text("kind"),
        lang=row.text("lang"),
        category="crisis",
        messages=(Message("user", row.text("text")),),
        answerable=False,
        outcomes=(Outcome.CRISIS,) if row.truth("crisis") else others,
        notes=row.text("notes", ""),
    )


def _messages(row: Row) -> tuple[Message, ...]:
    messages = []
    for item in row.rows("messages"):
        item.expect(("role", "content"), ())
        role = item.one_of("role", ("user", "assistant"))
        messages.append(Message(role, item.text("content")))
    if not messages or messages[-1].role != "user":
        raise row.error("field 'messages' must end with a message whose role is 'user'.")
    return tuple(messages)


def _nugget(row: Row) -> Nugget:
    row.expect(("text", "any_of"), ("vital",))
    any_of = row.texts("any_of")
    if not any_of:
        raise row.error("field 'any_of' of a nugget is empty; give at least one piece of text.")
    return Nugget(row.text("text"), any_of, row.truth("vital", default=True))


def _day(row: Row, name: str) -> date | None:
    if name not in row.fields:
        return None
    value = row.text(name)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise row.error(f"field {name!r} must be a day as YYYY-MM-DD, not {value!r}.") from error
