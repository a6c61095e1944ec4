"""A generation sealed: a digest of each of its files, and a copy of what Chroma would write to.

Chroma 1.5 rewrites its files whenever it opens them, also to read alone, and a process that's
killed meanwhile, or two at once, tear them. So it's given a copy of its own, and what was checked
stays as it was.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import re
import shutil
import tempfile
import weakref
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import IndexNotReadyError
from assistant.generation import MANIFEST, READERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SUMS = "SHA256SUMS"
"""In the form that ``sha256sum --check`` reads."""
OPENED = "opened-tienviitta-"
ROOM = 2
"""How many times its size a copy needs: Chroma writes beside it what it's about to write."""
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def seal(directory: Path) -> None:
    """Write every file of a generation to the disk for good, and its digest beside them.

    Args:
        directory: The generation; nothing in it changes afterwards.
    """
    sums = directory / SUMS
    sums.unlink(missing_ok=True)
    lines = []
    for path in sorted(_files(directory), key=lambda one: (one.name == MANIFEST, one)):
        lines.append(f"{_digest(path)}  {path.relative_to(directory).as_posix()}\n")
        flush(path)
    sums.write_text("".join(lines), encoding="utf-8")
    flush(sums)
    for inner in (*(path for path in directory.rglob("*") if path.is_dir()), directory):
        flush(inner)


def check_seal(directory: Path, only: Collection[str] | None = None) -> None:
    """Look whether the files of a generation are what they were when it was sealed.

    Args:
        directory: The generation.
        only: Names of the files to look at; all when absent.

    Raises:
        IndexNotReadyError: A file is missing or has changed; names it.
    """
    sums = directory / SUMS
    try:
        lines = sums.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        raise damaged(sums) from None
    matches = [match for line in lines if (match := _LINE.fullmatch(line))]
    told = {match[2]: match[1] for match in matches}
    # The manifest stands last, so that a list that was cut off lacks it.
    if len(told) != len(lines) or MANIFEST not in told:
        raise damaged(sums)
    for name in told if only is None else only:
        try:
            whole = _digest(directory / name) == told.get(name)
        except OSError:
            whole = False
        if not whole:
            raise damaged(directory / name)


def damaged(path: Path) -> IndexNotReadyError:
    """What to raise where a file of a generation isn't what it was."""
    return IndexNotReadyError(f"{path} is missing or torn; run `tienviitta ingest` again.")


def flush(path: Path) -> None:
    """Have the system write a file or a directory to the disk for good.

    Args:
        path: It exists.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class WorkingCopy:
    """A copy of a directory of a generation, for as long as it's open.

    It stands within the generation, or where that can't be written in the system's directory of
    passing files. It's locked while it's used, and is deleted when it's closed or the process ends;
    what a killed process left is deleted when a generation is next opened.

    Args:
        directory: The generation.
        name: The directory within it that is copied.

    Raises:
        IndexNotReadyError: It's missing, or there's no room for a copy.
    """

    def __init__(self, directory: Path, name: str) -> None:
        if not (directory / name).is_dir():
            raise damaged(directory / name)
        try:
            self._copy(directory / name, directory)
        except OSError:
            try:
                self._copy(directory / name, Path(tempfile.gettempdir()))
            except OSError as error:
                raise _no_copy(directory, error) from None

    def _copy(self, original: Path, place: Path) -> None:
        _delete_left(place)
        size = sum(path.stat().st_size for path in original.rglob("*"))
        if shutil.disk_usage(place).free < ROOM * size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        root, lock = _locked_directory(place)
        self._finalizer = weakref.finalize(self, _let_go, root, lock)
        try:
            self.path = shutil.copytree(original, root / original.name)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Delete the copy."""
        self._finalizer()


def _no_copy(directory: Path, error: Exception) -> IndexNotReadyError:
    return IndexNotReadyError(
        f"The index can't be opened, since no copy of it can be made in {directory} or "
        f"{tempfile.gettempdir()} ({error}); make room, and let this process's user write there."
    )


def _locked_directory(directory: Path) -> tuple[Path, int]:
    while True:
        root = Path(tempfile.mkdtemp(prefix=OPENED, dir=directory))
        with suppress(FileNotFoundError):
            descriptor = os.open(root, os.O_RDONLY)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            # Another process may have taken it for one left over, between its making and its lock.
            if root.exists():
                return root, descriptor
            os.close(descriptor)


def _delete_left(directory: Path) -> None:
    for root in directory.glob(f"{OPENED}*"):
        with suppress(OSError), _free(root):
            shutil.rmtree(root, ignore_errors=True)


@contextmanager
def _free(root: Path) -> Iterator[None]:
    """Holds a copy's lock.

    Raises:
        BlockingIOError: Somebody uses it.
    """
    descriptor = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def _let_go(root: Path, descriptor: int) -> None:
    shutil.rmtree(root, ignore_errors=True)
    os.close(descriptor)


def _files(directory: Path) -> Iterator[Path]:
    for path in directory.rglob("*"):
        inner = path.relative_to(directory)
        if path.is_file() and path.name != READERS and not inner.parts[0].startswith(OPENED):
            yield path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
