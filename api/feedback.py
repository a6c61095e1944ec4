"""Feedback on answers, kept in SQLite for a set time.

Nothing in it tells who gave it: no address, no cookie, no time of day. What people wrote is masked
of personal data before it's stored, and what is erased is overwritten in the file.
"""

from __future__ import annotations

import logging
import secrets
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import anyio
from starlette.concurrency import run_in_threadpool

from api.problems import TOO_MANY, ProblemError
from api.reception import today
from assistant.errors import TienviittaError
from assistant.personal_data import mask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger("tienviitta.api")

MOST_A_DAY = 5_000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    rating TEXT NOT NULL CHECK (rating IN ('up', 'down')),
    comment TEXT,
    question TEXT,
    answer TEXT,
    generation TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS feedback_by_day ON feedback (day);
"""
_WAIT_SECONDS = 5.0
_DAY_SECONDS = 24 * 60 * 60


class FeedbackError(TienviittaError):
    """The feedback can't be read or written; says of which file and why."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody thought of one answer.

    Attributes:
        id: Its own id, by which it can be taken back.
        day: The day on which it was given.
        answer_id: The answer's id.
        rating: ``up`` or ``down``.
        comment: What the person wrote.
        question: The question, when the person agreed.
        answer: The answer's text, when the person agreed.
        generation: The generation of the index that answered now.
    """

    id: str
    day: date
    answer_id: str
    rating: str
    comment: str | None = None
    question: str | None = None
    answer: str | None = None
    generation: str | None = None


COLUMNS = tuple(field.name for field in fields(Feedback))


class FeedbackStore:
    """Keeps feedback in one file. Safe between threads and processes.

    Args:
        path: The file; it and its directory are made when they aren't there.
        days: How many days feedback is kept.
    """

    def __init__(self, path: Path, days: int) -> None:
        self.path, self.days = path, days

    def add(self, feedback: Feedback, replaces: str | None = None) -> Feedback:
        """Store feedback, masked, and let go of what is too old.

        Args:
            feedback: What is stored; its id is given here.
            replaces: Id of the feedback whose place it takes; only one on the same answer does.

        Returns:
            What was stored.

        Raises:
            FeedbackError: The file can't be written.
            ProblemError: ``too-many``, when a day's worth is full.
        """
        stored = replace(
            feedback,
            id=secrets.token_urlsafe(16),
            comment=_masked(feedback.comment),
            question=_masked(feedback.question),
            answer=_masked(feedback.answer),
        )
        with self._writing() as connection:
            self._forget_old(connection, stored.day)
            if replaces is not None:
                connection.execute(
                    "DELETE FROM feedback WHERE id = ? AND answer_id = ?",
                    (replaces, stored.answer_id),
                )
            self._check_room(connection, stored.day)
            connection.execute(
                "INSERT INTO feedback (id, day, answer_id, rating, comment, question, answer,"
                " generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (stored.id, stored.day.isoformat(), *_after_day(stored)),
            )
        return stored

    def kept_until(self, day: date) -> date:
        """Return the last day on which feedback of a day is kept."""
        return day + timedelta(days=self.days)

    def all(self, today: date) -> list[Feedback]:
        """Return everything kept, the oldest first, and let go of what is too old.

        Raises:
            FeedbackError: The file can't be read.
        """
        if not self.path.exists():
            return []
        with self._writing() as connection:
            self._forget_old(connection, today)
            rows = connection.execute(
                "SELECT id, day, answer_id, rating, comment, question, answer, generation"
                " FROM feedback ORDER BY day, rowid"
            ).fetchall()
        return [Feedback(row[0], date.fromisoformat(row[1]), *row[2:]) for row in rows]

    def erase(self, id: str | None = None, before: date | None = None) -> int:  # noqa: A002
        """Erase one, those given before a day, or everything when neither is given.

        Returns:
            How many were erased.

        Raises:
            FeedbackError: The file can't be written.
        """
        if not self.path.exists():
            return 0
        with self._writing() as connection:
            if id is not None:
                return connection.execute("DELETE FROM feedback WHERE id = ?", (id,)).rowcount
            if before is not None:
                return self._erase_before(connection, before)
            return connection.execute("DELETE FROM feedback").rowcount

    def forget_old(self, today: date) -> int:
        """Erase what has been kept for its time.

        Raises:
            FeedbackError: The file can't be written.
        """
        return self.erase(before=today - timedelta(days=self.days))

    def _forget_old(self, connection: sqlite3.Connection, today: date) -> None:
        self._erase_before(connection, today - timedelta(days=self.days))

    def _erase_before(self, connection: sqlite3.Connection, day: date) -> int:
        return connection.execute("DELETE FROM feedback WHERE day < ?", (day.isoformat(),)).rowcount

    def _check_room(self, connection: sqlite3.Connection, day: date) -> None:
        (given,) = connection.execute(
            "SELECT count(*) FROM feedback WHERE day = ?", (day.isoformat(),)
        ).fetchone()
        if given >= MOST_A_DAY:
            raise ProblemError(
                TOO_MANY, "No more feedback is stored today.", headers={"Retry-After": "3600"}
            )

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # Made before SQLite does, so that nobody else on the machine can read it.
            self.path.touch(mode=0o600)
            with (
                closing(sqlite3.connect(self.path, timeout=_WAIT_SECONDS)) as connection,
                connection,
            ):
                connection.execute("PRAGMA secure_delete = ON")
                connection.executescript(_SCHEMA)
                connection.execute("BEGIN IMMEDIATE")
                yield connection
        except (OSError, sqlite3.Error) as error:
            raise FeedbackError(
                f"{self.path}: the feedback can't be read or written ({error}). Set "
                "TIENVIITTA_FEEDBACK to a file that can be, or to off."
            ) from error


async def forget_daily(store: FeedbackStore) -> None:
    """Erase what is too old now and every day; a file that can't be written is only logged."""
    while True:
        try:
            await run_in_threadpool(store.forget_old, today())
        except FeedbackError as error:
            logger.error(error)
        await anyio.sleep(_DAY_SECONDS)


def _masked(text: str | None) -> str | None:
    stripped = text.strip() if text else ""
    return mask(stripped) or None


def _after_day(feedback: Feedback) -> tuple[str | None, ...]:
    return tuple(getattr(feedback, column) for column in COLUMNS[2:])
