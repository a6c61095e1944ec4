"""What people judge of a run: each sentence of its answers with what it cites.

A judgement is a line of a JSON Lines file: who judged, which case, which sentence (``null`` for the
whole answer), of what, and how. The digest tells which words were judged.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.prose import sentences
from evals.citing import MARKER
from evals.jsonl import CaseError, read_rows, write_rows, write_text
from evals.report_data import case_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from evals.rundir import RunDirectory
    from evals.scores import Score

SUPPORTED, USEFUL, PLAIN = "supported", "useful", "plain"
ASPECTS = (SUPPORTED, USEFUL, PLAIN)
YES, PARTLY, NO, NONE = "yes", "partly", "no", "none"
VALUES = (YES, PARTLY, NO, NONE)
"""``none``: a sentence that claims nothing to be supported, such as "These may help:"."""

JUDGEMENTS = "judgements"
LENGTH = 12
_LEADING = re.compile(r"(?:\[\d+\]\s*)+")
_BULLET = re.compile(r"[-*•]\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer.

    Attributes:
        text: Its words, with the markers that follow it.
        citations: Numbers that it cites.
    """

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An answer to judge.

    Attributes:
        case: The case's id.
        questions: The user's messages, the last one is answered.
        sentences: The answer, sentence by sentence.
        citations: What is cited, with what stands around it in its source.
        digest: Of the answer's text.
    """

    case: str
    questions: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    citations: tuple[dict[str, Any], ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """How somebody judged a sentence, or an answer.

    Attributes:
        judge: Who; a model's name begins with ``model:``.
        case: The case's id.
        sentence: Which sentence, from 1; ``None`` for the whole answer.
        aspect: ``supported`` of a sentence, ``useful`` or ``plain`` of an answer.
        value: ``yes``, ``partly``, ``no``, or ``none`` for what claims nothing.
        digest: Of the text of the answer that was judged.
    """

    judge: str
    case: str
    sentence: int | None
    aspect: str
    value: str
    digest: str


def answer_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of an answer; markers belong to the sentence that they follow."""
    found: list[str] = []
    for start, end in sentences(text):
        piece = (
            _BULLET.sub("", text[start:end], count=1) if text[start] in "-*•" else text[start:end]
        )
        leading = _LEADING.match(piece)
        if leading and found:
            found[-1] += f" {leading[0].strip()}"
            piece = piece[leading.end() :]
        if piece:
            found.append(piece)
    return tuple(Sentence(one, tuple(int(n) for n in MARKER.findall(one))) for one in found)


def items_of(directory: RunDirectory, scores: Iterable[Score]) -> list[Item]:
    """What there is to judge: the cases whose answer has a text."""
    scorer = directory.scorer()
    items = []
    for score in scores:
        text = str((score.response.answer or {}).get("text") or "")
        if not text:
            continue
        view = case_view(score, scorer, directory.sources)
        kept = ("n", "title", "locator", "before", "quote", "after", "basis")
        items.append(
            Item(
                case=score.case.id,
                questions=tuple(m.content for m in score.case.messages if m.role == "user"),
                sentences=answer_sentences(text),
                citations=tuple({name: one[name] for name in kept} for one in view["citations"]),
                digest=digest_of(text),
            )
        )
    return items


def digest_of(text: str) -> str:
    """The first digits of the SHA-256 of an answer's text."""
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def write_items(directory: Path, items: Sequence[Item]) -> list[Path]:
    """Write what there is to judge as ``sentences.csv`` and ``sentences.jsonl``, a line a sentence.

    Raises:
        OSError: A file can't be written.
    """
    rows: list[dict[str, Any]] = [
        {
            "case": item.case,
            "question": item.questions[-1],
            "sentence": number,
            "text": sentence.text,
            "quotes": [one["quote"] for one in item.citations if one["n"] in sentence.citations],
            "digest": item.digest,
        }
        for item in items
        for number, sentence in enumerate(item.sentences, start=1)
    ]
    table, lines = directory / "sentences.csv", directory / "sentences.jsonl"
    write_rows(lines, rows)
    text = io.StringIO()
    names = ("case", "question", "sentence", "text", "quotes", "digest")
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        safe = {name: _safe(value) for name, value in row.items()}
        writer.writerow({**safe, "quotes": _safe("\n".join(row["quotes"]))})
    write_text(table, "\N{ZERO WIDTH NO-BREAK SPACE}" + text.getvalue())
    return [table, lines]


def _safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return value


def load_judgements(path: Path) -> list[Judgement]:
    """Read a file of judgements; where one was judged twice by the same judge, the last counts.

    Raises:
        CaseError: A line doesn't hold; names the file, the line and the field.
        OSError: The file can't be read.
    """
    found: dict[tuple[str, str, int | None, str], Judgement] = {}
    for row in read_rows(path):
        row.expect(("judge", "case", "aspect", "value", "digest"), ("sentence", "run"))
        sentence = row.fields.get("sentence")
        aspect = row.one_of("aspect", ASPECTS)
        if (aspect == SUPPORTED) != (type(sentence) is int and sentence > 0):
            raise row.error(
                "field 'sentence' must be a number from 1 where a sentence is judged "
                f"(aspect {SUPPORTED!r}), and be left out where an answer is; it's {sentence!r}."
            )
        one = Judgement(
            judge=row.text("judge"),
            case=row.text("case"),
            sentence=sentence,
            aspect=aspect,
            value=row.one_of("value", VALUES),
            digest=row.text("digest"),
        )
        found[one.judge, one.case, one.sentence, one.aspect] = one
    if not found:
        raise CaseError(path, 1, "no judgement in the file; save it anew from the page.")
    return list(found.values())


def judgements_of(run: Path) -> list[Judgement]:
    """The judgements that lie in a run's directory, in the order of the files' names.

    Raises:
        CaseError: A file doesn't hold.
    """
    return [
        one for path in sorted((run / JUDGEMENTS).glob("*.jsonl")) for one in load_judgements(path)
    ]


def keep_judgements(run: Path, judgements: Iterable[Judgement]) -> list[Path]:
    """Write judgements into a run's directory, a file a judge; a judge's earlier ones go.

    Raises:
        OSError: A file can't be written.
    """
    by_judge: dict[str, list[Judgement]] = {}
    for one in judgements:
        by_judge.setdefault(one.judge, []).append(one)
    paths = []
    for judge, judged in by_judge.items():
        # Names that look alike once they're file names are still different judges.
        name = re.sub(r"[^\w.-]+", "-", judge)[:60]
        path = run / JUDGEMENTS / f"{name}-{digest_of(judge)[:4]}.jsonl"
        write_rows(path, judged)
        paths.append(path)
    return paths
