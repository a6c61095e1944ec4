"""Places and terms of the home region, and a way to run an import as a user does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from tiny_corpus import TinyCorpus
from typer.testing import CliRunner

import tienviitta
from ingest.importers.report import Report
from ingest.importers.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Terms:
    """The tiny corpus's terms, and the places of the home region."""
    return Terms.of_corpus(TinyCorpus.write(tmp_path_factory.mktemp("terms")).directory)


@pytest.fixture
def report() -> Report:
    return Report("test")


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    output: str
    report: dict[str, Any]

    def reasons(self) -> set[str]:
        return {*self.report["left_out_by_reason"], *self.report["notes_by_reason"]}


@pytest.fixture
def run(tiny: TinyCorpus, tmp_path: Path) -> Callable[..., Ran]:
    """Run ``tienviitta import``; errors are raised, as `main` prints them in a line."""

    def run_(*words: str | Path) -> Ran:
        told = tmp_path / "report.json"
        told.unlink(missing_ok=True)
        result = CliRunner().invoke(
            tienviitta.app,
            ["import", *map(str, words), "--report", str(told)],
            env={"TIENVIITTA_CORPUS": str(tiny.directory), "TIENVIITTA_CORPORA": ""},
            catch_exceptions=False,
        )
        read = json.loads(told.read_text(encoding="utf-8")) if told.exists() else {}
        return Ran(result.exit_code, result.output, read)

    return run_
