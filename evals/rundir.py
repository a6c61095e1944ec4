"""The directory of a run: everything that its measures are made from, and the measures.

``config.json`` (what was run, with which versions and digests), ``cases.jsonl``, ``sources.jsonl``
and ``responses.jsonl`` (each request, answer and hits) are the run; ``measures.jsonl``,
``summary.json`` and ``speed.json`` follow from them and can be made anew at any time.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from assistant.domain import Source
from assistant.errors import TienviittaError
from evals.adapters import Response
from evals.cases import load_cases
from evals.jsonl import CaseError, as_json, read_rows, row_line, write_object, write_rows
from evals.scores import Score, Scorer
from evals.versions import cases_digest, corpus_digest, versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from evals.cases import Case

FORMAT = 2
CONFIG = "config.json"
CASES = "cases.jsonl"
SOURCES = "sources.jsonl"
RESPONSES = "responses.jsonl"
SAME_IN_A_RUN = ("target", "cases", "corpus", "limit", "retrieval_only")


class RunDirectoryError(TienviittaError):
    """The directory of a run holds something else than what is wanted of it."""


class RunDirectory:
    """A run on disk.

    Args:
        path: Its directory.
        config: What ``config.json`` holds.
        cases: The cases, in their order.
        sources: The sources by id.
    """

    def __init__(
        self,
        path: Path,
        config: Mapping[str, Any],
        cases: Sequence[Case],
        sources: Mapping[str, Source],
    ) -> None:
        self.path, self.config, self.cases, self.sources = path, config, tuple(cases), sources

    @property
    def name(self) -> str:
        """The name that reports call the run by."""
        return str(self.config.get("name") or self.path.resolve().name)

    @classmethod
    def create(
        cls,
        path: Path,
        cases: Sequence[Case],
        sources: Mapping[str, Source],
        config: Mapping[str, Any],
    ) -> RunDirectory:
        """Begin a run in a new or empty directory.

        Raises:
            RunDirectoryError: The directory holds something; a run is never written over.
            OSError: The directory can't be written.
        """
        check_run_directory(path)
        whole = _whole(cases, sources, config)
        write_rows(path / CASES, cases)
        write_rows(path / SOURCES, sources.values())
        (path / RESPONSES).touch()
        write_object(path / CONFIG, whole)
        return cls(path, whole, cases, sources)

    @classmethod
    def resume(
        cls,
        path: Path,
        cases: Sequence[Case],
        sources: Mapping[str, Source],
        config: Mapping[str, Any],
    ) -> RunDirectory:
        """Go on with a run that was broken off; a torn last answer is dropped.

        Raises:
            RunDirectoryError: There's no run, or it was begun with something else.
            OSError: The directory can't be written.
        """
        begun = cls.open(path)
        wanted = as_json(_whole(cases, sources, config))
        changed = [
            _told(key, begun.config.get(key), wanted.get(key))
            for key in SAME_IN_A_RUN
            if begun.config.get(key) != wanted.get(key)
        ]
        if changed:
            raise RunDirectoryError(
                f"{path} was begun with another {' and '.join(changed)}; start a new run."
            )
        _drop_torn_line(path / RESPONSES)
        return begun

    @classmethod
    def open(cls, path: Path) -> RunDirectory:
        """Open a run.

        Raises:
            RunDirectoryError: The directory holds no run, or a file of it doesn't hold.
        """
        try:
            config = json.loads((path / CONFIG).read_text(encoding="utf-8"))
            if config.get("format") != FORMAT:
                raise RunDirectoryError(f"{path} holds a run of another version; run it again.")
            rows = [row.fields for row in read_rows(path / SOURCES)]
            sources = [Source(**fields) for fields in rows]
            cases = load_cases(path / CASES)
        except OSError as error:
            raise RunDirectoryError(
                f"{path} holds no run ({error.strerror}: {error.filename}); "
                "give the directory that `tienviitta eval run --output` wrote."
            ) from error
        except (ValueError, TypeError, AttributeError) as error:
            raise RunDirectoryError(f"{path} holds a torn run: {error}") from error
        except CaseError as error:
            raise RunDirectoryError(f"{path} holds a run that doesn't hold: {error}") from error
        return cls(path, config, cases, {source.id: source for source in sources})

    def append(self, response: Response) -> None:
        """Write an answer down as it comes.

        Raises:
            OSError: It can't be written.
        """
        with (self.path / RESPONSES).open("a", encoding="utf-8") as responses:
            responses.write(row_line(response))

    def responses(self) -> dict[str, Response]:
        """The answers so far by case; the last one counts, and a torn last line doesn't.

        Raises:
            RunDirectoryError: A line is torn which isn't the last.
        """
        path = self.path / RESPONSES
        lines = path.read_text(encoding="utf-8").split("\n")
        found: dict[str, Response] = {}
        for number, line in enumerate(lines, start=1):
            if not line:
                continue
            try:
                response = Response.from_row(json.loads(line))
            except (ValueError, TypeError) as error:
                if number == len(lines):
                    break
                raise RunDirectoryError(f"{path}:{number}: a torn answer; run it anew.") from error
            found[response.id] = response
        return found

    def pending(self) -> list[Case]:
        """The cases that have no answer yet; those whose asking failed are asked again."""
        answered = {one.id for one in self.responses().values() if not one.error}
        return [case for case in self.cases if case.id not in answered]

    def scores(self) -> list[Score]:
        """Measure every case that has an answer, in the cases' order."""
        scorer, responses = self.scorer(), self.responses()
        return [
            scorer.score(case, responses[case.id]) for case in self.cases if case.id in responses
        ]

    def scorer(self) -> Scorer:
        """What measures this run."""
        return Scorer(self.sources, retrieval_only=bool(self.config.get("retrieval_only")))


def check_run_directory(path: Path) -> None:
    """Check that a run can be begun in a directory.

    Raises:
        RunDirectoryError: It holds something already.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise RunDirectoryError(
            f"{path} holds something already; give a new directory, or --resume to go on with it."
        )


def _whole(
    cases: Sequence[Case], sources: Mapping[str, Source], config: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
        **config,
        "cases": {"count": len(cases), "sha256": cases_digest(cases)},
        "corpus": {"sources": len(sources), "sha256": corpus_digest(sources)},
        "versions": versions(),
    }


def _told(key: str, begun: object, wanted: object) -> str:
    """What differs, with the fields of it that do."""
    if not isinstance(begun, dict) or not isinstance(wanted, dict):
        return key
    fields = [name for name in begun | wanted if begun.get(name) != wanted.get(name)]
    return f"{key} ({', '.join(fields)})"


def _drop_torn_line(path: Path) -> None:
    """Cut a file after its last whole line."""
    content = path.read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    if whole != content:
        path.write_bytes(whole)


def newest_run(directory: Path) -> Path:
    """Return the run of a directory of runs that was begun last.

    Raises:
        RunDirectoryError: There's none.
    """
    begun = [(path.stat().st_mtime_ns, path.parent) for path in directory.glob(f"*/{CONFIG}")]
    if not begun:
        raise RunDirectoryError(f"{directory} holds no run; begin one by `tienviitta eval run`.")
    return max(begun)[1]


def open_runs(paths: Iterable[Path]) -> list[RunDirectory]:
    """Open several runs.

    Raises:
        RunDirectoryError: One of them isn't a run.
    """
    return [RunDirectory.open(path) for path in paths]
