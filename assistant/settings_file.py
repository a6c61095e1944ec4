"""A file of settings: the variables of `assistant.settings` by their names without the prefix.

What the file tells wins over the environment, and the environment over the defaults. What only the
server needs has no place in it: no answer depends on that.
"""

from __future__ import annotations

import os
import re
import tomllib
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from assistant.errors import SettingsError
from assistant.settings import DEFAULT_MODEL, ROOT, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "TIENVIITTA_"
MASKED = "•••"


class Kind(Enum):
    """What a setting's value is in TOML; the value tells it in words."""

    TEXT = 'a text, such as "…"'
    PATH = 'a path, such as "var/index"'
    PATHS = 'a list of paths, such as ["corpora"]'
    MODEL = 'the name or the path of a model, such as "default"'
    WHOLE = "a whole number, such as 2"
    NUMBER = 'a number, such as 0.2, or "server"'


KINDS: Mapping[str, Kind] = {
    "corpus": Kind.PATH,
    "corpora": Kind.PATHS,
    "index": Kind.PATH,
    "cache": Kind.PATH,
    "embedding_model": Kind.MODEL,
    "query_prompt": Kind.TEXT,
    "passage_prompt": Kind.TEXT,
    "threads": Kind.WHOLE,
    "llm_base_url": Kind.TEXT,
    "llm_model": Kind.TEXT,
    "llm_api_key": Kind.TEXT,
    "llm_timeout": Kind.WHOLE,
    "llm_retries": Kind.WHOLE,
    "llm_max_input_tokens": Kind.WHOLE,
    "llm_max_output_tokens": Kind.WHOLE,
    "llm_temperature": Kind.NUMBER,
    "chroma_url": Kind.TEXT,
    "chroma_token": Kind.TEXT,
    "chroma_token_header": Kind.TEXT,
    "chroma_database": Kind.TEXT,
    "chroma_timeout": Kind.WHOLE,
}
"""The settings that a file may hold, and what each one's value is."""

SERVER = frozenset(
    {
        "api_keys",
        "cors_origins",
        "rate_limit",
        "trusted_proxies",
        "feedback",
        "feedback_days",
        "log_format",
        "otlp_endpoint",
    }
)
SECRETS = frozenset({"llm_api_key", "chroma_token"})


def read_settings(path: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings, with those of a TOML file over those of the environment.

    Relative paths are taken from the file's directory, and ``~`` is the home directory.

    Args:
        path: The file.
        environment: Names and values; the process's own when absent.

    Raises:
        SettingsError: The file can't be read or a value doesn't hold; names file, line and key.
    """
    text = _text(path)
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_torn(path, text, error)) from error
    lines = {key: _line(text, key) for key in told}
    variables = {_variable(key): _value(path, lines[key], key, told[key]) for key in told}
    env = os.environ if environment is None else environment
    try:
        return Settings.from_environment({**env, **variables})
    except SettingsError as error:
        raise SettingsError(_in_the_file(path, lines, str(error))) from error


def shown(settings: Settings) -> dict[str, Any]:
    """Return the settings that answers depend on, by their names in a file, with secrets masked.

    Paths within the repository are told from its root. What isn't set is ``None``.
    """
    llm, chroma = settings.llm, settings.chroma
    values: dict[str, Any] = {
        key: getattr(settings, key)
        for key in KINDS
        if not key.startswith(("llm_", "chroma_")) and key != "corpora"
    }
    values["corpora"] = [_from_root(one) for one in settings.corpora]
    for prefix, part in (("llm_", llm), ("chroma_", chroma)):
        for key in KINDS:
            if key.startswith(prefix):
                values[key] = getattr(part, key.removeprefix(prefix)) if part else None
    if llm and llm.temperature is None:
        values["llm_temperature"] = "server"
    return {key: _harmless(key, values[key]) for key in KINDS}


def without_password(address: str) -> str:
    """Return an address with the password that stands in it masked."""
    parts = urlsplit(address)
    if not parts.password:
        return address
    user, _, host = parts.netloc.rpartition("@")
    named = f"{user.partition(':')[0]}:{MASKED}@{host}"
    return urlunsplit(parts._replace(netloc=named))


def _harmless(key: str, value: object) -> object:
    if key in SECRETS:
        return MASKED if value else None
    if isinstance(value, Path):
        return _from_root(value)
    if isinstance(value, str) and key.endswith("_url"):
        return without_password(value)
    return value


def _from_root(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _variable(key: str) -> str:
    return f"{PREFIX}{key.upper()}"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} isn't UTF-8; save it as UTF-8.") from error


def _torn(path: Path, text: str, error: tomllib.TOMLDecodeError) -> str:
    """What's wrong with a file that isn't TOML, with its line."""
    said = str(error)
    at = re.search(r"\(at line (\d+), column \d+\)", said)
    line = int(at[1]) if at else text.count("\n") + 1
    reason = re.sub(r"\s*\(at [^)]*\)", "", said)
    return (
        f"{path}:{line}: not TOML ({reason}); write each setting on a line of its own as "
        'threads = 2 or index = "var/index".'
    )


def _line(text: str, key: str) -> int:
    """The line, from 1, on which a key of the first level stands."""
    lines = text.split("\n")
    start = re.compile(rf"""\s*\[{{0,2}}\s*["']?{re.escape(key)}["']?\s*[.=\]]""")
    for number, line in enumerate(lines, start=1):
        # A line within a text of many lines may look like a key: what's before it isn't whole.
        if start.match(line) and _is_whole("\n".join(lines[: number - 1])):
            return number
    return 1


def _is_whole(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _value(path: Path, line: int, key: str, value: object) -> str:
    """A value as the environment would hold it.

    Raises:
        SettingsError: The key isn't a setting, or its value is of another kind.
    """
    place = f"{path}:{line}: {key}"
    if key not in KINDS:
        raise SettingsError(f"{place} {_unknown(key, value)}")
    kind = KINDS[key]
    if not _fits(kind, value):
        raise SettingsError(f"{place} must be {kind.value}, not {value!r}.")
    if kind is Kind.PATHS and isinstance(value, list):
        paths = [_path(path, one) for one in value]
        if split := [one for one in paths if os.pathsep in one]:
            raise SettingsError(f"{place}: {split[0]!r} must not hold {os.pathsep!r}.")
        return os.pathsep.join(paths)
    if kind is Kind.PATH and value:
        return _path(path, str(value))
    if kind is Kind.MODEL and value != DEFAULT_MODEL:
        there = Path(_path(path, str(value)))
        return str(there if there.is_dir() else value)
    return str(value)


def _fits(kind: Kind, value: object) -> bool:
    if kind is Kind.WHOLE:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is Kind.NUMBER:
        return isinstance(value, int | float | str) and not isinstance(value, bool)
    if kind is Kind.PATHS:
        return isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    return isinstance(value, str)


def _path(file: Path, told: str) -> str:
    return str(file.resolve().parent / Path(told).expanduser())


def _unknown(key: str, value: object) -> str:
    if key in SERVER:
        return "is of the server, and no answer depends on it; take it out."
    plain = key.lower().removeprefix(PREFIX.lower())
    if plain in KINDS:
        return f"must be written as {plain}."
    if isinstance(value, dict):
        inner = next(iter(value), "…")
        return f"is a table; settings stand without one, such as {key}_{inner} = …"
    from rapidfuzz import process

    near = process.extractOne(key, list(KINDS), score_cutoff=70)
    meant = f"is it {near[0]}? " if near else ""
    return f"isn't a setting; {meant}The settings are {', '.join(KINDS)}."


def _in_the_file(path: Path, lines: Mapping[str, int], said: str) -> str:
    """An error of the settings, told by the keys of the file where it's about them."""
    named = [key for key in KINDS if re.search(rf"\b{_variable(key)}\b", said)]
    groups = {key.partition("_")[0] for key in named}
    about = [key for key in lines if key in named] or [
        key for key in lines if key.partition("_")[0] in groups
    ]
    if not about:
        return said
    for key in sorted(named, key=len, reverse=True):
        said = said.replace(_variable(key), key)
    return f"{path}:{lines[about[0]]}: {said}"
