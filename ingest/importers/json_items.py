"""JSON read item by item: a dump of a country needs no more memory than its largest item."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import ijson
from ijson.common import ObjectBuilder

from assistant.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ingest.importers.files import Input

    Event = tuple[str, Any]

DEEPEST = 40
LARGEST_ITEM = 4_000_000
"""Characters and values that one item may hold."""
BOM = b"\xef\xbb\xbf"
OPENS = frozenset({"start_map", "start_array"})
CLOSES = frozenset({"end_map", "end_array"})


def read_items(one: Input, lists: Collection[str]) -> Iterator[tuple[str | None, Any]]:
    """Read the items of a JSON file: of one document, or of one a line.

    Args:
        one: The file.
        lists: Keys of a top-level object under which an array holds the items.

    Yields:
        The key (``None`` in a top-level array) and an item. A top-level object without any of the
        keys is an item itself.

    Raises:
        CorpusError: It isn't JSON, is nested too deep, or an item is too large.
    """
    with one.open() as file:
        events = iter(
            ijson.basic_parse(_Guarded(file, one.name), multiple_values=True, use_float=True)
        )
        try:
            for event in events:
                yield from _document(event, events, one.name, lists)
        except ijson.JSONError as error:
            said = " ".join(str(error).split())[:120]
            raise CorpusError(one.name, None, f"this isn't JSON: {said}") from None


def _document(
    event: Event, events: Iterator[Event], name: str, lists: Collection[str]
) -> Iterator[tuple[str | None, Any]]:
    """The items of one top-level value."""
    if event[0] == "start_array":
        yield from _elements(None, events, name)
        return
    if event[0] != "start_map":
        yield None, event[1]
        return
    whole: dict[str, Any] = {}
    listed = empty = False
    for kind, key in events:
        if kind == "end_map":
            break
        first = next(events)
        if key in lists and first[0] == "start_array":
            listed = True
            yield from _elements(key, events, name)
        else:
            empty = empty or (key in lists and first[0] == "null")
            whole[key] = _value(first, events, name)
    # A page without items has null in place of them; an item without something has an id.
    if whole and not listed and not (empty and "id" not in whole):
        yield None, whole


def _elements(
    key: str | None, events: Iterator[Event], name: str
) -> Iterator[tuple[str | None, Any]]:
    for event in events:
        if event[0] == "end_array":
            return
        yield key, _value(event, events, name)


def _value(first: Event, events: Iterator[Event], name: str) -> Any:  # noqa: ANN401 (any JSON)
    """One whole value, within bounds."""
    if first[0] not in OPENS:
        return first[1]
    builder = ObjectBuilder()
    builder.event(*first)
    depth, size = 1, 0
    for kind, value in events:
        builder.event(kind, value)
        depth += (kind in OPENS) - (kind in CLOSES)
        size += 1 + (len(value) if isinstance(value, str) else 0)
        if depth > DEEPEST:
            raise CorpusError(name, None, f"JSON is nested deeper than {DEEPEST} levels: a bomb?")
        if size > LARGEST_ITEM:
            raise CorpusError(name, None, f"an item is larger than {LARGEST_ITEM} characters")
        if depth == 0:
            break
    return builder.value


class _Guarded:
    """A file whose byte order mark is passed over, and that holds no text without an end.

    JSON allows no byte order mark; a text is kept whole by the parser, however long it is.
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file, self._name = file, name
        self._started = False
        self._run = 0

    def read(self, size: int = -1) -> bytes:
        """Read at most so many bytes.

        Raises:
            CorpusError: A text is longer than an item may be.
        """
        data = self._file.read(size)
        if not self._started and size != 0:
            self._started = True
            if data.startswith(BOM):
                # An empty read would say that the file has ended.
                data = data[len(BOM) :] or self._file.read(size)
        last = data.rfind(b'"')
        self._run = self._run + len(data) if last < 0 else len(data) - last
        if self._run > LARGEST_ITEM:
            reason = f"a text is longer than {LARGEST_ITEM} bytes"
            raise CorpusError(self._name, None, reason)
        return data
