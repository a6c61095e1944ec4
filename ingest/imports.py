"""Where a corpus keeps what was imported: a directory an import, replaced as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

IMPORTS = "imports"
MANIFEST_FILE = "import.json"
SET_ASIDE = ".old"


def set_aside(directory: Path) -> Path:
    """Where an import is for the moment in which a new one takes its place."""
    return directory.with_name(f".{directory.name}{SET_ASIDE}")


def import_directories(corpus: Path) -> list[Path]:
    """The imports of a corpus, in the order of their names.

    One that a killed import left set aside is read where it is: it's the last one that holds.
    """
    found: dict[str, Path] = {}
    for path in (corpus / IMPORTS).glob("*"):
        if not path.is_dir():
            continue
        if not path.name.startswith("."):
            found[path.name] = path
        elif path.name.endswith(SET_ASIDE):
            found.setdefault(path.name[1:].removesuffix(SET_ASIDE), path)
    return [found[name] for name in sorted(found)]
