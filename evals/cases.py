"""The cases of the evaluation set: a question with what a right answer must hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.dialogue import Ask, Audience, Message, Outcome
from evals.jsonl import read_rows, unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
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
LEAK_WORDS = 5
_REQUIRED = ("id", "split", "persona", "lang", "category", "messages", "answerable")
_OPTIONAL = (
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


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that makes a case unfit to measure with.

    Attributes:
        case_id: The case.
        kind: ``id`` · ``quote`` · ``leak`` · ``echo`` · ``contradiction`` · ``repeat`` ·
            ``turns`` · ``nothing``.
        detail: What was found and where.
    """

    case_id: str
    kind: str
    detail: str


def load_cases(*paths: Path) -> list[Case]:
    """Read the cases of one or several JSON Lines files, in their order.

    Raises:
        CaseError: A line doesn't hold, or an id is used twice; names the file, the line and the
            field.
        OSError: A file can't be read.
    """
    seen: dict[str, str] = {}
    return [_case(row, unique(row, seen)) for path in paths for row in read_rows(path)]


def _case(row: Row, identifier: str) -> Case:
    row.expect(_REQUIRED, _OPTIONAL)
    outcomes = row.texts("outcomes")
    for outcome in outcomes:
        if outcome not in set(Outcome):
            raise row.error(f"unknown outcome {outcome!r}; use one of {', '.join(Outcome)}.")
    return Case(
        id=identifier,
        split=row.one_of("split", SPLITS),
        persona=row.text("persona"),
        lang=row.text("lang"),
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


def lint_cases(cases: Iterable[Case], sources: Mapping[str, str]) -> list[Finding]:
    """Find what makes cases unfit to measure with.

    Args:
        cases: Cases of one file or of several.
        sources: Text of each source by its id.

    Returns:
        A finding for each id used twice (``id``), gold quote that stands in no source (``quote``),
        run of five words that a question shares with a source (``leak``), nugget that the
        question itself proves (``echo``), nugget that can only be proved by what the answer must
        not hold (``contradiction``), conversation that two cases share (``repeat``), speaker who
        speaks twice in a row (``turns``) and answerable case with nothing to measure
        (``nothing``).
    """
    findings: list[Finding] = []
    seen: dict[str, str] = {}
    runs = {run for text in sources.values() for run in word_runs(text)}
    conversations: dict[tuple[str, ...], str] = {}
    for case in cases:
        if case.id in seen:
            findings.append(Finding(case.id, "id", "another case has the same id."))
        seen[case.id] = case.split
        key = tuple(" ".join(_words(message.content)) for message in case.messages)
        if key in conversations:
            findings.append(Finding(case.id, "repeat", f"asks the same as {conversations[key]}."))
        conversations.setdefault(key, case.id)
        if any(one.role == other.role for one, other in pairwise(case.messages)):
            findings.append(Finding(case.id, "turns", "user and assistant don't speak in turn."))
        findings += _lint_quotes(case, sources)
        findings += _lint_question(case, runs)
    return findings


def _lint_quotes(case: Case, sources: Mapping[str, str]) -> Iterator[Finding]:
    for quote in case.gold_quotes:
        if not any(quote in text for text in sources.values()):
            yield Finding(case.id, "quote", f"stands in no source: {quote[:80]!r}.")
    if case.answerable and not (case.gold_quotes or case.nuggets):
        yield Finding(case.id, "nothing", "has neither a gold quote nor a nugget.")


def _lint_question(case: Case, runs: set[tuple[str, ...]]) -> Iterator[Finding]:
    asked = [message.content for message in case.messages if message.role == "user"]
    for content in asked:
        for run in word_runs(content):
            if run in runs:
                yield Finding(case.id, "leak", f"shares with a source: {' '.join(run)!r}.")
    question = " ".join(asked).casefold()
    for nugget in case.nuggets:
        pieces = [piece.casefold() for piece in nugget.any_of]
        if any(piece in question for piece in pieces):
            yield Finding(case.id, "echo", f"the question proves the nugget {nugget.text!r}.")
        if all(any(bad.casefold() in piece for bad in case.must_not) for piece in pieces):
            yield Finding(case.id, "contradiction", f"must_not forbids the nugget {nugget.text!r}.")


def word_runs(text: str, size: int = LEAK_WORDS) -> Iterator[tuple[str, ...]]:
    """Yield every run of ``size`` words of a text, in small letters and without punctuation."""
    words = _words(text)
    for start in range(len(words) - size + 1):
        yield tuple(words[start : start + size])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
