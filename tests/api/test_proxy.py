"""Behind a proxy, a client is whom the proxy speaks for; nobody else is believed."""

from __future__ import annotations

import httpx
import pytest
import uvicorn
from fake_assistant import FakeAssistant
from live_server import serving

from api.app import create_app
from assistant.settings import ServerSettings


@pytest.mark.parametrize(
    ("trusted", "statuses"),
    [(("127.0.0.0/8",), [200, 200, 429]), (("192.0.2.1",), [200, 429, 429]), ((), [200, 429, 429])],
)
def test_the_count_is_that_of_whom_a_trusted_proxy_names(trusted, statuses):
    app = create_app(FakeAssistant, server=ServerSettings(rate_limit="1/hour"))
    with serving(app, trusted) as (address, _), httpx.Client(base_url=address) as client:
        told = [
            client.get("/v1/models", headers={"x-forwarded-for": host}).status_code
            for host in ("198.51.100.1", "198.51.100.2", "198.51.100.2")
        ]
    assert told == statuses


def test_links_begin_as_the_proxy_is_spoken_to():
    app = create_app(FakeAssistant)
    body = {"model": "tienviitta", "messages": [{"role": "user", "content": "a"}]}
    headers = {"host": "opas.example.fi", "x-forwarded-proto": "https"}
    with serving(app, ("127.0.0.1",)) as (address, _):
        told = httpx.post(f"{address}/v1/chat/completions", json=body, headers=headers).json()
    assert "https://opas.example.fi/lahteet/" in told["choices"][0]["message"]["content"]


def test_the_command_hands_the_setting_on(monkeypatch):
    from typer.testing import CliRunner

    import tienviitta

    given = {}
    monkeypatch.setattr(uvicorn, "run", lambda _app, **options: given.update(options))
    env = {"TIENVIITTA_TRUSTED_PROXIES": "10.0.0.1, 10.1.0.0/16", "TIENVIITTA_INDEX": "/nowhere"}
    told = CliRunner().invoke(tienviitta.app, ["serve"], env=env)
    assert told.exit_code == 0, told.exception
    assert given["proxy_headers"] is True
    assert given["forwarded_allow_ips"] == ["10.0.0.1", "10.1.0.0/16"]
    assert given["timeout_graceful_shutdown"] > 0
