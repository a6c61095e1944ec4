"""YAML read with the line of every value, so that an error can name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from assistant.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class MarkedYaml:
    """Plain values, and the line (from 1) at which each stands in its file."""

    value: Any
    lines: dict[Key, int]
    path: str

    def line(self, key: Key) -> int | None:
        """The line of a value, or of the nearest one around it."""
        for length in range(len(key), -1, -1):
            if key[:length] in self.lines:
                return self.lines[key[:length]]
        return None

    def error(self, key: Key, reason: str) -> CorpusError:
        """An error that points at a value."""
        name = ".".join(str(part) for part in key)
        return CorpusError(self.path, self.line(key), f"{name}: {reason}" if name else reason)


def read_text(path: Path) -> str:
    """Read a file of the corpus as UTF-8, without changing its line ends.

    Raises:
        CorpusError: The file is missing or isn't UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise CorpusError(str(path), None, "the file is missing") from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise CorpusError(str(path), line, "the file isn't UTF-8; save it as UTF-8") from None


def parse(text: str, path: str, first_line: int = 1) -> MarkedYaml:
    """Parse YAML, refusing a key that stands twice.

    Args:
        text: The YAML alone.
        path: The file's name for errors.
        first_line: The line of the file at which the text begins.

    Raises:
        CorpusError: The text isn't YAML, or a key stands twice.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else None
        raise CorpusError(path, line, f"this isn't YAML: {error.problem}") from None
    except yaml.reader.ReaderError as error:
        line = first_line + text[: error.position].count("\n")
        raise CorpusError(path, line, f"this isn't YAML: {error.reason}") from None
    lines: dict[Key, int] = {}
    value = None if node is None else _value(node, (), lines, path, first_line)
    return MarkedYaml(value, lines, path)


def _value(node: yaml.Node, key: Key, lines: dict[Key, int], path: str, first_line: int) -> Any:  # noqa: ANN401
    line = first_line + node.start_mark.line
    lines.setdefault(key, line)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for name_node, value_node in node.value:
            name = str(name_node.value)
            here = first_line + name_node.start_mark.line
            if name in mapping:
                raise CorpusError(path, here, f"{name} stands twice; leave one")
            lines[(*key, name)] = here
            mapping[name] = _value(value_node, (*key, name), lines, path, first_line)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*key, number), lines, path, first_line)
            for number, item in enumerate(node.value)
        ]
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError) as error:
        raise CorpusError(path, line, f"this value can't be read: {error}") from None
