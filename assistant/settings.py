"""The settings, read from the environment in this one place and passed on."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_MODEL = "default"
HOTTEST = 2.0
OFF = "off"
SHORTEST_KEY = 16
_RATE = re.compile(r"[1-9]\d{0,6}/(second|minute|hour|day)", re.ASCII)
_ORIGIN = re.compile(r"https?://[^\s/?#,*]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the server takes from its surroundings.

    Attributes:
        api_keys: Who may use the API, by name, and each one's key (``TIENVIITTA_API_KEYS``).
        cors_origins: Sites whose pages may use the API, or ``*`` (``TIENVIITTA_CORS_ORIGINS``).
        rate_limit: The most requests of a client, ``60/minute`` (``TIENVIITTA_RATE_LIMIT``).
        trusted_proxies: Addresses of proxies that are believed when they tell whom they speak
            for (``TIENVIITTA_TRUSTED_PROXIES``).
        feedback: File of the feedback, or ``None`` to keep none (``TIENVIITTA_FEEDBACK``).
        feedback_days: How many days feedback is kept (``TIENVIITTA_FEEDBACK_DAYS``).
        log_format: ``text`` or ``json`` (``TIENVIITTA_LOG_FORMAT``).
        otlp_endpoint: Collector of OpenTelemetry traces (``TIENVIITTA_OTLP_ENDPOINT``).
    """

    api_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    cors_origins: tuple[str, ...] = ()
    rate_limit: str | None = None
    trusted_proxies: tuple[str, ...] = ()
    feedback: Path | None = None
    feedback_days: int = 180
    log_format: str = "text"
    otlp_endpoint: str | None = None

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> ServerSettings:
        """Read the settings.

        Args:
            env: Names and values.

        Raises:
            SettingsError: A value doesn't hold; names the variable, and never repeats a key.
        """
        base = cls()
        feedback = env.get("TIENVIITTA_FEEDBACK") or str(ROOT / "var" / "feedback.sqlite")
        return cls(
            api_keys=_keys(env, "TIENVIITTA_API_KEYS"),
            cors_origins=_origins(env, "TIENVIITTA_CORS_ORIGINS"),
            rate_limit=_rate(env, "TIENVIITTA_RATE_LIMIT"),
            trusted_proxies=_listed(env, "TIENVIITTA_TRUSTED_PROXIES"),
            feedback=None if feedback == OFF else Path(feedback),
            feedback_days=_positive(env, "TIENVIITTA_FEEDBACK_DAYS", base.feedback_days),
            log_format=_choice(env, "TIENVIITTA_LOG_FORMAT", ("text", "json")),
            otlp_endpoint=env.get("TIENVIITTA_OTLP_ENDPOINT") or None,
        )


@dataclass(frozen=True, slots=True)
class LanguageModelSettings:
    """A language model that may write answers, at any OpenAI-compatible endpoint.

    Attributes:
        base_url: The endpoint, such as ``http://127.0.0.1:11434/v1`` (``TIENVIITTA_LLM_BASE_URL``).
        model: The model's name there (``TIENVIITTA_LLM_MODEL``).
        api_key: Its key, when it asks for one (``TIENVIITTA_LLM_API_KEY``).
        timeout: Seconds that it has for an answer, retries and all (``TIENVIITTA_LLM_TIMEOUT``).
        retries: Tries after one that failed (``TIENVIITTA_LLM_RETRIES``).
        max_input_tokens: The most that is sent (``TIENVIITTA_LLM_MAX_INPUT_TOKENS``).
        max_output_tokens: The most that is read (``TIENVIITTA_LLM_MAX_OUTPUT_TOKENS``).
        temperature: How freely it writes; ``None`` leaves it to the server
            (``TIENVIITTA_LLM_TEMPERATURE``).
    """

    base_url: str
    model: str
    api_key: str | None = field(default=None, repr=False)
    timeout: int = 20
    retries: int = 2
    max_input_tokens: int = 6000
    max_output_tokens: int = 800
    temperature: float | None = 0.0

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> LanguageModelSettings | None:
        """Read the settings; ``None`` when no language model is set.

        Args:
            env: Names and values.

        Raises:
            SettingsError: A value doesn't hold; names the variable, and never repeats the key.
        """
        base_url, model = _language_model(env)
        if not base_url or not model:
            return None
        base = cls(base_url, model)
        most_in, most_out = base.max_input_tokens, base.max_output_tokens
        return cls(
            base_url=base_url,
            model=model,
            api_key=env.get("TIENVIITTA_LLM_API_KEY") or None,
            timeout=_positive(env, "TIENVIITTA_LLM_TIMEOUT", base.timeout),
            retries=_whole(env, "TIENVIITTA_LLM_RETRIES", base.retries),
            max_input_tokens=_positive(env, "TIENVIITTA_LLM_MAX_INPUT_TOKENS", most_in),
            max_output_tokens=_positive(env, "TIENVIITTA_LLM_MAX_OUTPUT_TOKENS", most_out),
            temperature=_temperature(env, base.temperature),
        )


@dataclass(frozen=True, slots=True)
class ChromaSettings:
    """A Chroma server that many processes share.

    Attributes:
        url: Where it is, such as ``http://127.0.0.1:8001`` (``TIENVIITTA_CHROMA_URL``).
        token: What the proxy before it asks for (``TIENVIITTA_CHROMA_TOKEN``).
        token_header: The header that carries it (``TIENVIITTA_CHROMA_TOKEN_HEADER``).
        database: The database of this installation (``TIENVIITTA_CHROMA_DATABASE``).
        timeout: Seconds that it has to answer (``TIENVIITTA_CHROMA_TIMEOUT``).
    """

    url: str
    token: str | None = field(default=None, repr=False)
    token_header: str = "Authorization"  # noqa: S105 - its name
    database: str = "default_database"
    timeout: int = 10

    def headers(self) -> dict[str, str]:
        """The headers that carry the token; a bearer token in ``Authorization``."""
        if not self.token:
            return {}
        bearer = self.token_header.casefold() == "authorization"
        return {self.token_header: f"Bearer {self.token}" if bearer else self.token}

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> ChromaSettings | None:
        """Read the settings; ``None`` when no server is set.

        Args:
            env: Names and values.

        Raises:
            SettingsError: A value doesn't hold; names the variable, and never repeats the token.
        """
        url = (env.get("TIENVIITTA_CHROMA_URL") or "").rstrip("/")
        if not url:
            return None
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
            raise SettingsError(
                "TIENVIITTA_CHROMA_URL must be an address without a path, such as "
                f"http://127.0.0.1:8001, not {url!r}."
            )
        base = cls(url)
        return cls(
            url,
            token=env.get("TIENVIITTA_CHROMA_TOKEN") or None,
            token_header=env.get("TIENVIITTA_CHROMA_TOKEN_HEADER") or base.token_header,
            database=env.get("TIENVIITTA_CHROMA_DATABASE") or base.database,
            timeout=_positive(env, "TIENVIITTA_CHROMA_TIMEOUT", base.timeout),
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with its default.

    Attributes:
        corpus: Directory of the corpus (``TIENVIITTA_CORPUS``).
        corpora: Directories of more corpora, or of directories of them (``TIENVIITTA_CORPORA``,
            with colons between).
        index: Directory of the index generations (``TIENVIITTA_INDEX``).
        cache: Directory of prepared embedding models (``TIENVIITTA_CACHE``).
        embedding_model: ``default``, a hub name or a local path (``TIENVIITTA_EMBEDDING_MODEL``).
        query_prompt: Put before a question, for models that want it (``TIENVIITTA_QUERY_PROMPT``).
        passage_prompt: Put before a passage (``TIENVIITTA_PASSAGE_PROMPT``).
        threads: Threads of the embedding model (``TIENVIITTA_THREADS``).
        llm: The language model, when there is one.
        chroma: The Chroma server, when the vectors aren't in the index directory.
        server: What only the server needs.
    """

    corpus: Path = ROOT / "corpus"
    corpora: tuple[Path, ...] = (ROOT / "corpora",)
    index: Path = ROOT / "var" / "index"
    cache: Path = Path.home() / ".cache" / "tienviitta"
    embedding_model: str = DEFAULT_MODEL
    query_prompt: str | None = None
    passage_prompt: str | None = None
    threads: int = 2
    llm: LanguageModelSettings | None = None
    chroma: ChromaSettings | None = None
    server: ServerSettings = field(default_factory=ServerSettings)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            environment: Names and values; the process's own when absent.

        Raises:
            SettingsError: A value doesn't hold; names the variable.
        """
        env = os.environ if environment is None else environment
        base = cls()
        return cls(
            corpus=Path(env.get("TIENVIITTA_CORPUS") or base.corpus),
            corpora=_paths(env, "TIENVIITTA_CORPORA", base.corpora),
            index=Path(env.get("TIENVIITTA_INDEX") or base.index),
            cache=Path(env.get("TIENVIITTA_CACHE") or base.cache),
            embedding_model=env.get("TIENVIITTA_EMBEDDING_MODEL") or base.embedding_model,
            query_prompt=env.get("TIENVIITTA_QUERY_PROMPT"),
            passage_prompt=env.get("TIENVIITTA_PASSAGE_PROMPT"),
            threads=_positive(env, "TIENVIITTA_THREADS", base.threads),
            llm=LanguageModelSettings.from_environment(env),
            chroma=ChromaSettings.from_environment(env),
            server=ServerSettings.from_environment(env),
        )


def _paths(env: Mapping[str, str], name: str, default: tuple[Path, ...]) -> tuple[Path, ...]:
    """Paths with colons between; a variable that is set and empty names none."""
    value = env.get(name)
    if value is None:
        return default
    return tuple(Path(path) for path in value.split(os.pathsep) if path)


def _positive(env: Mapping[str, str], name: str, default: int) -> int:
    return _whole(env, name, default, least=1)


def _whole(env: Mapping[str, str], name: str, default: int, least: int = 0) -> int:
    value = env.get(name)
    if not value:
        return default
    if not value.isdecimal() or int(value) < least:
        raise SettingsError(f"{name} must be a whole number above {least - 1}, not {value!r}.")
    return int(value)


def _listed(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in env.get(name, "").split(",") if part.strip())


def _choice(env: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    """One of a few values; the first when none is set."""
    value = env.get(name) or choices[0]
    if value not in choices:
        raise SettingsError(f"{name} must be {' or '.join(choices)}, not {value!r}.")
    return value


def _keys(env: Mapping[str, str], name: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    for number, part in enumerate(_listed(env, name), start=1):
        user, named, key = part.rpartition(":")
        if not (key.isascii() and key.isprintable()) or len(key) < SHORTEST_KEY or " " in key:
            raise SettingsError(
                f"{name}: key {number} must have at least {SHORTEST_KEY} letters, digits or signs, "
                "with no space, colon or comma; `openssl rand -hex 24` makes one."
            )
        user = user.strip() if named else f"key-{number}"
        if not user or user in keys:
            raise SettingsError(f"{name}: key {number} needs a name of its own before the colon.")
        keys[user] = key
    return keys


def _origins(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    origins = tuple(origin.rstrip("/") for origin in _listed(env, name))
    for origin in origins:
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            raise SettingsError(
                f"{name} holds {origin!r}: write each site as https://host or https://host:port, "
                "with commas between, or * for every site."
            )
    return origins


def _rate(env: Mapping[str, str], name: str) -> str | None:
    value = env.get(name) or OFF
    if value == OFF:
        return None
    if not _RATE.fullmatch(value):
        raise SettingsError(
            f"{name} must be {OFF}, or a number for a second, minute, hour or day, such as "
            f"60/minute; not {value!r}."
        )
    return value


def _language_model(env: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Where the language model is and its name: both or neither."""
    base_url, model = env.get("TIENVIITTA_LLM_BASE_URL"), env.get("TIENVIITTA_LLM_MODEL")
    if bool(base_url) != bool(model):
        missing = "TIENVIITTA_LLM_MODEL" if base_url else "TIENVIITTA_LLM_BASE_URL"
        raise SettingsError(f"{missing} is missing: a language model needs both.")
    if base_url:
        parts = urlsplit(base_url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise SettingsError(
                "TIENVIITTA_LLM_BASE_URL must be an address such as http://127.0.0.1:11434/v1, "
                f"not {base_url!r}."
            )
    return base_url or None, model or None


def _temperature(env: Mapping[str, str], default: float | None) -> float | None:
    value = env.get("TIENVIITTA_LLM_TEMPERATURE")
    if not value:
        return default
    if value == "server":
        return None
    try:
        temperature = float(value)
    except ValueError:
        temperature = -1.0
    if not 0 <= temperature <= HOTTEST:
        raise SettingsError(
            f"TIENVIITTA_LLM_TEMPERATURE must be a number from 0 to {HOTTEST:g}, or `server`, "
            f"not {value!r}."
        )
    return temperature
