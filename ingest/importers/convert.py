"""A stranger's document converted in a process of its own, which may use only so much.

``python -m ingest.importers.convert KIND PATH`` prints the blocks as JSON. A document that makes a
converter swell or spin takes that process down, and nothing else.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import CorpusError
from assistant.settings import ROOT
from ingest.importers.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[bytes], tuple[list[Block], dict[str, str], list[str]]]

MEMORY = 3 << 30
PROCESSOR_SECONDS = 300
LONGEST_TEXT = 20_000_000
KINDS = {
    ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "plain", ".md": "plain", ".text": "plain",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Converted:
    """A document's blocks, what it tells of itself, and what was left out of it."""

    blocks: tuple[Block, ...]
    metadata: dict[str, str]
    notes: tuple[str, ...]


def convert(path: Path, *, memory: int = MEMORY, seconds: int = PROCESSOR_SECONDS) -> Converted:
    """Convert a document by the ending of its name.

    Args:
        path: The document.
        memory: Bytes of address space that the converter may use.
        seconds: Seconds of processor time that it may use.

    Raises:
        CorpusError: It's of no known kind, can't be read, or needs too much.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise CorpusError(str(path), None, f"only {', '.join(KINDS)} can be read; convert it first")
    command = [sys.executable, "-B", "-m", "ingest.importers.convert", kind, str(path.resolve())]
    command += [str(memory), str(seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and a path
            command, cwd=ROOT, capture_output=True, check=False, timeout=4 * seconds + 30,
            env={"PYTHONPATH": str(ROOT), "PATH": "", "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise CorpusError(str(path), None, "reading it takes too long; is it a bomb?") from None
    if done.returncode < 0:
        raise CorpusError(str(path), None, "reading it takes too long; is it a bomb?")
    try:
        told = json.loads(done.stdout)
    except ValueError:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CorpusError(str(path), None, f"it can't be read: {(lines or ['?'])[-1]}") from None
    if "error" in told:
        raise CorpusError(str(path), None, told["error"])
    return Converted(
        tuple(Block(**block) for block in told["blocks"]), told["metadata"], tuple(told["notes"])
    )


def _reader(kind: str) -> Read:
    """The converter of a kind, of which only one is loaded."""
    if kind == "pdf":
        from ingest.importers.pdf_text import read_pdf

        return read_pdf
    if kind == "docx":
        from ingest.importers.docx_text import read_docx

        return read_docx
    if kind == "html":
        from ingest.importers.html_text import read_page

        return read_page
    from ingest.importers.plain_text import read_plain

    return read_plain


def main(kind: str, path: str, memory: str, seconds: str) -> None:
    """Convert within limits and print the result, or why it couldn't be had, as JSON."""
    import logging

    logging.disable(logging.CRITICAL)
    resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    from ingest.importers.pdf_text import UnreadableError

    try:
        blocks, metadata, notes = _reader(kind)(Path(path).read_bytes())
        if sum(len(block.text) for block in blocks) > LONGEST_TEXT:
            raise UnreadableError(f"its text is longer than {LONGEST_TEXT} characters; cut it")
    except UnreadableError as error:
        told: dict[str, object] = {"error": str(error)}
    except (MemoryError, RecursionError):
        told = {"error": "reading it needs more memory than allowed; is it a bomb?"}
    else:
        told = {"blocks": [asdict(b) for b in blocks], "metadata": metadata, "notes": notes}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
