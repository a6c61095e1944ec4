"""The corpora that stand side by side: where they are, and what their ``corpus.yaml`` tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain import CorpusInfo
from assistant.errors import CorpusError
from ingest.marked_yaml import parse, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

INFO_FILE = "corpus.yaml"
MAIN_ID = "main"
MAIN_PRIORITY = 100
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class CorpusForm(BaseModel):
    """The form of ``corpus.yaml``."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=ID, max_length=60)]
    title: Annotated[str, Field(min_length=1, max_length=200)]
    priority: Annotated[int, Field(ge=0, le=100)] = 50
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "fi"
    licence: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None


@dataclass(frozen=True, slots=True)
class CorpusPlace:
    """A corpus and the directory that it's in."""

    directory: Path
    info: CorpusInfo

    @property
    def prefix(self) -> str:
        """What the ids of its sources and services begin with; nothing in the main corpus.

        Ids of services have no dot, so that no id of one corpus can be one of another.
        """
        return "" if self.info.main else f"{self.info.id}."

    def label(self, name: str) -> str:
        """How a file of it is called in errors."""
        return name if self.info.main else f"{self.directory.name}/{name}"


def read_info(path: Path, *, main: bool = False) -> CorpusInfo:
    """Read a ``corpus.yaml``.

    Raises:
        CorpusError: The file is missing or doesn't have the form; names the line.
    """
    marked = parse(read_text(path), str(path))
    value = marked.value
    if isinstance(value, dict):
        # A bare date or year is a date or a number in YAML; as printed it's what is meant.
        value = {k: str(v) if isinstance(v, date | int) and k == "date" else v
                 for k, v in value.items()}  # fmt: skip
    try:
        form = CorpusForm.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise marked.error(tuple(first["loc"]), str(first["msg"])) from None
    return CorpusInfo(**form.model_dump(), main=main)


def find_corpora(paths: Iterable[Path]) -> tuple[CorpusPlace, ...]:
    """Find the corpora beside the main one.

    Args:
        paths: Directories of a corpus, or directories of such directories. One that doesn't exist
            is passed over when it's called ``corpora``, the place where they're looked for unasked.

    Returns:
        The corpora, the highest priority first.

    Raises:
        CorpusError: A path holds no corpus, a ``corpus.yaml`` doesn't hold, or two have one id.
    """
    found: list[CorpusPlace] = []
    for path in paths:
        directories = _corpora_at(path)
        if not directories and (path.exists() or path.name != "corpora"):
            reason = f"there's no {INFO_FILE} in it or in a directory of it; write one"
            if not path.is_dir() or path.name != "corpora":
                raise CorpusError(str(path), None, reason)
        found += [CorpusPlace(one, read_info(one / INFO_FILE)) for one in directories]
    owners: dict[str, CorpusPlace] = {}
    for place in found:
        owner = owners.setdefault(place.info.id, place)
        if owner is not place:
            reason = f"id: {place.info.id!r} is the id of {owner.directory} too; choose another"
            raise CorpusError(str(place.directory / INFO_FILE), None, reason)
    return tuple(sorted(found, key=lambda place: (-place.info.priority, place.info.id)))


def _corpora_at(path: Path) -> list[Path]:
    if (path / INFO_FILE).is_file():
        return [path]
    return sorted(one.parent for one in path.glob(f"*/{INFO_FILE}") if one.is_file())
