"""JSON Lines files whose errors name the file, the line and the field."""

from __future__ import annotations

import dataclasses
import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.errors import TienviittaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NOT_UTF8 = "not UTF-8; save the file with that encoding."


class CaseError(TienviittaError):
    """A line of an evaluation file doesn't hold.

    Args:
        path: The file, as the user would open it.
        line: The line, counted from 1.
        reason: What is wrong and what to do.
    """

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}:{line}: {reason}")


class Row:
    """One object of a JSON Lines file, read field by field.

    Args:
        path: The file.
        line: The line, counted from 1.
        fields: The object; a field that is null counts as absent.
    """

    def __init__(self, path: Path, line: int, fields: Mapping[str, Any]) -> None:
        self.path, self.line = path, line
        self.fields = {name: value for name, value in fields.items() if value is not None}

    def error(self, reason: str) -> CaseError:
        """Return an error that names this line."""
        return CaseError(self.path, self.line, reason)

    def expect(self, required: Iterable[str], optional: Iterable[str]) -> None:
        """Check which fields there are.

        Raises:
            CaseError: A field is missing or unknown.
        """
        known = {*required, *optional}
        for name in required:
            if name not in self.fields:
                raise self.error(f"field {name!r} is missing; add it.")
        for name in self.fields:
            if name not in known:
                raise self.error(
                    f"unknown field {name!r}; the known ones are {', '.join(sorted(known))}."
                )

    def text(self, name: str, default: str | None = None) -> str:
        """Return a non-blank text, or the default where the field is absent.

        Raises:
            CaseError: It isn't a text, or it is blank and there is no default.
        """
        value = self.fields.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(f"field {name!r} must be a text that isn't blank, not {value!r}.")
        return value

    def truth(self, name: str, default: bool | None = None) -> bool:
        """Return true or false.

        Raises:
            CaseError: It is something else.
        """
        value = self.fields.get(name, default)
        if not isinstance(value, bool):
            raise self.error(f"field {name!r} must be true or false, not {value!r}.")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of non-blank texts; an absent field is an empty list.

        Raises:
            CaseError: It isn't a list, or holds something else.
        """
        value = self.fields.get(name, [])
        if not isinstance(value, list):
            raise self.error(f"field {name!r} must be a list, not {value!r}.")
        for item in value:
            if not isinstance(item, str) or not item.strip():
                raise self.error(f"field {name!r} must hold texts that aren't blank, not {item!r}.")
        return tuple(value)

    def one_of(self, name: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Return a text of a closed list.

        Raises:
            CaseError: It isn't on the list.
        """
        value, choices = self.text(name, default), sorted(allowed)
        if value not in choices:
            raise self.error(f"field {name!r} is {value!r}; use one of {', '.join(choices)}.")
        return value

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return a list of objects; an absent field is an empty list.

        Raises:
            CaseError: It isn't a list of objects.
        """
        value = self.fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(f"field {name!r} must be a list of objects, not {value!r}.")
        return tuple(Row(self.path, self.line, item) for item in value)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSON Lines file; blank lines are skipped.

    Raises:
        CaseError: A line isn't a JSON object in UTF-8.
        OSError: The file can't be read.
    """
    for row in rows_and_errors(path):
        if isinstance(row, CaseError):
            raise row
        yield row


def rows_and_errors(path: Path) -> Iterator[Row | CaseError]:
    """Yield the objects of a JSON Lines file, and an error for each line that isn't one.

    Where the whole file is of another form (a list, objects over several lines, UTF-16), its first
    error is the last. A byte order mark is skipped, as some editors write one.

    Raises:
        OSError: The file can't be read.
    """
    with path.open("rb") as lines:
        for number, raw in enumerate(lines, start=1):
            if number == 1 and raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
                yield CaseError(path, number, NOT_UTF8)
                return
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                yield CaseError(path, number, NOT_UTF8)
                continue
            if not line.strip():
                continue
            try:
                fields = json.loads(line)
            except json.JSONDecodeError as error:
                said = f"{error.msg} at column {error.colno}"
                yield CaseError(path, number, f"not JSON ({said}). {_remedy(line)}".strip())
                if _is_of_another_form(line):
                    return
                continue
            if isinstance(fields, dict):
                yield Row(path, number, fields)
            else:
                yield CaseError(path, number, f"a line must be one JSON object. {_remedy(line)}")


def _is_of_another_form(line: str) -> bool:
    return line.strip() in {"[", "{", "[{"}


def _remedy(line: str) -> str:
    """What to do about a line that isn't an object."""
    bare = line.strip()
    if bare.startswith("["):
        return "Put each object on a line of its own, without [ ] around and commas between them."
    if bare == "{":
        return "Put each object on one line, from { to }."
    if any(quote in bare for quote in "”“„"):
        return 'Write straight quotation marks (") around names and texts.'
    if not bare.startswith("{"):
        return 'Write a line as {"id": "…", …}; docs/evaluators-guide.en.md shows one.'
    if bare.endswith(","):
        return "Take out the comma at the end."
    return ""


def unique(row: Row, seen: dict[str, str]) -> str:
    """Return the row's id and remember it.

    Args:
        row: The row.
        seen: Ids met so far, with file and line; the new one is added.

    Raises:
        CaseError: The id has been met already.
    """
    identifier = row.text("id")
    if identifier in seen:
        raise row.error(f"id {identifier!r} stands at {seen[identifier]}; give a new one.")
    seen[identifier] = f"{row.path}:{row.line}"
    return identifier


def as_json(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return frozen domain types as what JSON can hold: objects, lists, texts and ISO days."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: as_json(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(name): as_json(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def row_line(row: object) -> str:
    """Return a row as its line of a JSON Lines file, the end of the line included."""
    return json.dumps(as_json(row), ensure_ascii=False) + "\n"


def write_rows(path: Path, rows: Iterable[object]) -> None:
    """Write rows into a JSON Lines file in one go, so that a file is whole or as it was.

    Raises:
        OSError: The file can't be written.
    """
    write_text(path, "".join(row_line(row) for row in rows))


def write_object(path: Path, value: object) -> None:
    """Write one JSON object into a file, indented for people, in one go.

    Raises:
        OSError: The file can't be written.
    """
    write_text(path, json.dumps(as_json(value), ensure_ascii=False, indent=1) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write a text beside a file and put it in its place, making the directory.

    Raises:
        OSError: The file can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
