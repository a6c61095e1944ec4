"""An import written beside the one it replaces, and put in its place when it's whole."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import yaml
from filelock import FileLock, Timeout

from assistant.domain import CorpusInfo
from assistant.errors import CorpusError
from ingest.corpora import INFO_FILE, MAIN_ID, MAIN_PRIORITY, read_info
from ingest.importers.files import write_atomically
from ingest.imports import IMPORTS, MANIFEST_FILE, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ingest.corpora import CorpusForm

DRAFT = ".new"
LOCK = ".import.lock"


@dataclass(slots=True)
class Draft:
    """An import while it's written.

    Attributes:
        path: The directory to write its files into.
        target: Where it will be.
    """

    path: Path
    target: Path

    def commit(self, manifest: dict[str, Any]) -> bool:
        """Put the import in its place.

        Args:
            manifest: What was imported; nothing of it may depend on when it was.

        Returns:
            Whether anything changed: the same import again changes nothing.
        """
        told = {**manifest, "files": digests(self.path)}
        text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (self.path / MANIFEST_FILE).write_text(text, encoding="utf-8")
        known = self.target / MANIFEST_FILE
        if known.exists() and known.read_text(encoding="utf-8") == text:
            return digests(self.target) != told["files"] and self._swap()
        return self._swap()

    def _swap(self) -> bool:
        for file in self.path.iterdir():
            with file.open("rb") as written:
                os.fsync(written.fileno())
        aside = set_aside(self.target)
        if self.target.exists():
            self.target.rename(aside)
        self.path.rename(self.target)
        shutil.rmtree(aside, ignore_errors=True)
        return True


@contextmanager
def open_import(corpus: Path, name: str, *, replace: bool = False) -> Iterator[Draft]:
    """Begin an import; what isn't committed leaves nothing behind.

    Args:
        corpus: The corpus's directory; made when it doesn't exist.
        name: The import's name within the corpus.
        replace: Overwrite what was changed by hand.

    Raises:
        CorpusError: What is there was made or changed by hand, or another import is running.
    """
    directory = corpus / IMPORTS
    target, draft = directory / name, directory / f".{name}{DRAFT}"
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(str(directory), None, f"can't be made: {error.strerror}") from None
    try:
        with FileLock(directory / LOCK, timeout=0):
            _settle(target)
            if not replace:
                _refuse_hand_made(target)
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            try:
                yield Draft(draft, target)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
    except Timeout:
        reason = "another import is writing to it; wait until it has finished"
        raise CorpusError(str(directory), None, reason) from None


def _settle(target: Path) -> None:
    """Bring back what a killed import left set aside."""
    aside = set_aside(target)
    if aside.exists():
        if target.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(target)


def _refuse_hand_made(target: Path) -> None:
    if not target.exists():
        return
    advice = "move it away, import under another --id, or overwrite it with --replace"
    try:
        told = json.loads((target / MANIFEST_FILE).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        raise CorpusError(str(target), None, f"it wasn't made by an import; {advice}") from None
    found = digests(target)
    for name in sorted({*told, *found}):
        if told.get(name) != found.get(name):
            reason = f"it was changed by hand since it was imported; {advice}"
            raise CorpusError(str(target / name), None, reason)


def digests(directory: Path) -> dict[str, str]:
    """The SHA-256 of each file of an import, its manifest apart."""
    return {
        file.name: sha256(file.read_bytes()).hexdigest() if file.is_file() else "a directory"
        for file in sorted(directory.iterdir())
        if file.name != MANIFEST_FILE
    }


def corpus_info(directory: Path, form: CorpusForm | None, *, main: bool = False) -> CorpusInfo:
    """What a corpus is: as its ``corpus.yaml`` tells, else as it will be told with `save_info`.

    Args:
        directory: The corpus.
        form: What is to be written; ``None`` when the caller wasn't told enough.
        main: Whether it's the main corpus, which needs no such file.

    Raises:
        CorpusError: The file doesn't hold, or there's none and it isn't known what to write.
    """
    path = directory / INFO_FILE
    if path.exists():
        return read_info(path, main=main)
    if main:
        return CorpusInfo(MAIN_ID, MAIN_ID, MAIN_PRIORITY, main=True)
    if form is None:
        reason = "it's missing; give --corpus-title and --licence to make it, or write it"
        raise CorpusError(str(path), None, reason)
    return CorpusInfo(**form.model_dump())


def save_info(directory: Path, form: CorpusForm | None) -> None:
    """Write a corpus's ``corpus.yaml`` where there's none.

    Raises:
        CorpusError: It can't be written.
    """
    path = directory / INFO_FILE
    if form is None or path.exists():
        return
    values = {key: value for key, value in form.model_dump().items() if value is not None}
    write_atomically(path, yaml.safe_dump(values, allow_unicode=True, sort_keys=False).encode())
