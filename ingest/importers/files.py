"""Files read within bounds and written as a whole or not at all."""

from __future__ import annotations

import os
import stat
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from assistant.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

MEGABYTE = 1 << 20
LARGEST_INPUT = 2048 * MEGABYTE
LARGEST_DOCUMENT = 64 * MEGABYTE
MOST_MEMBERS = 100_000
HIGHEST_RATIO = 200
RATIO_FROM = 1 * MEGABYTE
"""From this size on a file of an archive that grows more than `HIGHEST_RATIO` times is a bomb."""
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: by itself, of a directory or of a zip archive.

    ``name`` is how it's told of: the path, and the member's name within an archive.
    """

    name: str
    path: Path
    member: str | None = None

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open it for reading bytes; a file of an archive stops at what its size allows."""
        if self.member is None:
            with self.path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(self.path) as archive:
            info = archive.getinfo(self.member)
            with archive.open(info) as file:
                yield Bounded(file, bound_of(info), self.name)  # type: ignore[misc]

    def read(self, largest: int = LARGEST_DOCUMENT) -> bytes:
        """Read it whole.

        Raises:
            CorpusError: It's larger than allowed.
        """
        with self.open() as file:
            data = file.read(largest + 1)
        if len(data) > largest:
            raise CorpusError(self.name, None, f"it's larger than {largest // MEGABYTE} MB; cut it")
        return data


class Bounded:
    """A file of an archive that isn't believed about its size: reading more is refused."""

    def __init__(self, file: IO[bytes], bound: int, name: str) -> None:
        self._file, self._left, self._name = file, bound, name

    def read(self, size: int = -1) -> bytes:
        """Read at most so many bytes.

        Raises:
            CorpusError: There's more than allowed, or the archive is torn.
        """
        wanted = self._left + 1 if size < 0 else min(size, self._left + 1)
        try:
            data = self._file.read(wanted)
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            raise CorpusError(self._name, None, f"the archive is torn: {error}") from None
        self._left -= len(data)
        if self._left < 0:
            raise CorpusError(self._name, None, "it unpacks to more than it may: a zip bomb?")
        return data


def bound_of(info: zipfile.ZipInfo) -> int:
    """How many bytes a file of an archive may unpack to."""
    return min(LARGEST_INPUT, max(RATIO_FROM, info.compress_size * HIGHEST_RATIO))


def check_archive(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """The files of an archive, once nothing in it looks like an attack.

    Raises:
        CorpusError: A name leads out of the archive, a file is a link or encrypted or a bomb, or
            there are too many.
    """
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise CorpusError(name, None, f"it holds {len(members)} files, more than {MOST_MEMBERS}")
    total = 0
    for info in members:
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in info.filename[:2]:
            raise CorpusError(name, None, f"{info.filename!r} leads out of the archive")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise CorpusError(name, None, f"{info.filename!r} is a link; put the file itself in")
        if info.flag_bits & ENCRYPTED:
            raise CorpusError(name, None, f"{info.filename!r} is encrypted; decrypt it first")
        if info.file_size > bound_of(info):
            raise CorpusError(name, None, f"{info.filename!r} unpacks to more than it may: a bomb?")
        total += info.file_size
    if total > LARGEST_INPUT:
        raise CorpusError(name, None, f"it unpacks to more than {LARGEST_INPUT // MEGABYTE} MB")
    return [info for info in members if not info.is_dir()]


def find_inputs(paths: Collection[Path], endings: tuple[str, ...]) -> list[Input]:
    """The files to read, in the order of their names.

    Args:
        paths: Files, directories or zip archives.
        endings: Ends of names that are read in directories and archives, such as ``.json``.

    Raises:
        CorpusError: A path doesn't exist, is too large or holds nothing to read, or an archive
            can't be trusted.
    """
    found: list[Input] = []
    for path in paths:
        if path.is_dir():
            files = [f for f in sorted(path.rglob("*")) if f.is_file() and not f.is_symlink()]
            inputs = [Input(str(f), f) for f in files if f.name.lower().endswith(endings)]
        elif not path.is_file():
            raise CorpusError(str(path), None, "there's no such file or directory")
        elif zipfile.is_zipfile(path):
            inputs = _members(path, endings)
        else:
            inputs = [Input(str(path), path)]
        if not inputs:
            raise CorpusError(str(path), None, f"there's nothing in it that ends {endings}")
        found += inputs
    for one in found:
        size = one.path.stat().st_size
        if size > LARGEST_INPUT:
            reason = f"it's larger than {LARGEST_INPUT // MEGABYTE} MB; cut it into parts"
            raise CorpusError(str(one.path), None, reason)
    return found


def _members(path: Path, endings: tuple[str, ...]) -> list[Input]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [info.filename for info in check_archive(archive, str(path))]
    except zipfile.BadZipFile as error:
        raise CorpusError(str(path), None, f"the archive is torn: {error}") from None
    kept = [n for n in sorted(names) if n.lower().endswith(endings) and not n.startswith("__MAC")]
    return [Input(f"{path}:{name}", path, name) for name in kept]


def describe_files(paths: Collection[Path]) -> list[dict[str, Any]]:
    """Name, size and SHA-256 of every file read, the directories' own files included."""
    told = []
    for path in paths:
        files = sorted(f for f in path.rglob("*") if f.is_file()) if path.is_dir() else [path]
        for file in files:
            digest = sha256()
            with file.open("rb") as data:
                while block := data.read(MEGABYTE):
                    digest.update(block)
            size = file.stat().st_size
            told.append({"file": file.name, "bytes": size, "sha256": digest.hexdigest()})
    return told


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file as a whole: a reader sees the old one or the new one.

    Raises:
        CorpusError: It can't be written.
    """
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CorpusError(str(path), None, f"can't be written: {error.strerror}") from None
