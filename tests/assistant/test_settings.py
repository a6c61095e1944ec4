"""What the server takes from its surroundings."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import ROOT, ServerSettings, Settings

KEY = "0123456789abcdef"


def read(**env: str) -> ServerSettings:
    return Settings.from_environment({f"TIENVIITTA_{k}": v for k, v in env.items()}).server


def test_nothing_has_to_be_set():
    server = read()
    assert server.feedback == ROOT / "var" / "feedback.sqlite"
    assert (server.api_keys, server.cors_origins, server.rate_limit) == ({}, (), None)
    assert (server.feedback_days, server.log_format, server.otlp_endpoint) == (180, "text", None)


def test_keys_have_names_given_or_counted():
    assert read(API_KEYS=f"kunta:{KEY}, {KEY}2").api_keys == {"kunta": KEY, "key-2": f"{KEY}2"}


@pytest.mark.parametrize(
    "keys", ["short", f"a:{KEY},a:{KEY}2", f":{KEY}", "a:short", f"a:{KEY} x", f"a:{KEY}ä"]
)
def test_a_key_that_does_not_hold_is_told_without_being_repeated(keys):
    with pytest.raises(SettingsError, match="TIENVIITTA_API_KEYS") as error:
        read(API_KEYS=keys)
    assert KEY not in str(error.value)
    assert "short" not in str(error.value)


def test_keys_do_not_stand_in_what_is_printed_of_the_settings():
    assert KEY not in repr(Settings.from_environment({"TIENVIITTA_API_KEYS": KEY}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CORS_ORIGINS", "kunta.fi"),
        ("CORS_ORIGINS", "https://kunta.fi/sivu"),
        ("CORS_ORIGINS", "https://*.kunta.fi"),
        ("RATE_LIMIT", "many"),
        ("RATE_LIMIT", "0/minute"),
        ("RATE_LIMIT", "5/fortnight"),
        ("FEEDBACK_DAYS", "0"),
        ("FEEDBACK_DAYS", "soon"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_what_does_not_hold_names_the_variable(name, value):
    with pytest.raises(SettingsError, match=f"TIENVIITTA_{name}"):
        read(**{name: value})


def test_what_holds_is_read():
    server = read(
        CORS_ORIGINS="https://kunta.fi/, http://localhost:3000",
        RATE_LIMIT="60/minute",
        TRUSTED_PROXIES="10.0.0.1, 10.1.0.0/16",
        FEEDBACK="/srv/feedback.sqlite",
        FEEDBACK_DAYS="30",
        LOG_FORMAT="json",
        OTLP_ENDPOINT="http://collector:4318/v1/traces",
    )
    assert server.cors_origins == ("https://kunta.fi", "http://localhost:3000")
    assert (server.rate_limit, server.feedback_days) == ("60/minute", 30)
    assert server.trusted_proxies == ("10.0.0.1", "10.1.0.0/16")
    assert server.feedback == Path("/srv/feedback.sqlite")
    assert (server.log_format, server.otlp_endpoint) == ("json", "http://collector:4318/v1/traces")


@pytest.mark.parametrize("name", ["FEEDBACK", "RATE_LIMIT"])
def test_off_is_none(name):
    assert getattr(read(**{name: "off"}), name.lower()) is None


def test_a_chroma_server_is_set_by_its_address_alone():
    chroma = Settings.from_environment({"TIENVIITTA_CHROMA_URL": "http://chroma:8001/"}).chroma
    assert chroma is not None
    assert (chroma.url, chroma.database, chroma.timeout) == (
        "http://chroma:8001", "default_database", 10,
    )  # fmt: skip
    assert chroma.headers() == {}
    assert Settings.from_environment({}).chroma is None


def test_the_token_of_a_chroma_server_goes_into_its_header_and_nowhere_else():
    env = {"TIENVIITTA_CHROMA_URL": "https://chroma", "TIENVIITTA_CHROMA_TOKEN": "salainen"}
    bearer = Settings.from_environment(env)
    assert bearer.chroma is not None
    assert bearer.chroma.headers() == {"Authorization": "Bearer salainen"}
    assert "salainen" not in repr(bearer)
    own = Settings.from_environment({**env, "TIENVIITTA_CHROMA_TOKEN_HEADER": "X-Chroma-Token"})
    assert own.chroma is not None
    assert own.chroma.headers() == {"X-Chroma-Token": "salainen"}


@pytest.mark.parametrize("url", ["chroma:8001", "ftp://chroma", "http://chroma/api", "http://"])
def test_an_address_of_a_chroma_server_that_cant_be_is_refused(url):
    with pytest.raises(SettingsError, match="TIENVIITTA_CHROMA_URL must be an address"):
        Settings.from_environment({"TIENVIITTA_CHROMA_URL": url})
