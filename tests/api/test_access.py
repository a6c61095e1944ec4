"""Who may use the API, and how often."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api import access
from api.access import COOKIE, Keys, address_of
from api.app import create_app
from assistant.settings import ServerSettings

KEY, OTHER = "0123456789abcdef", "fedcba9876543210"
ASKED = {"messages": [{"role": "user", "content": "a"}]}
BEARER = {"authorization": f"Bearer {KEY}"}

PREFLIGHT = {
    "origin": "https://kunta.fi",
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type,authorization",
}


@pytest.fixture
def serve(assistant):
    def serve_(**settings: object) -> TestClient:
        server = ServerSettings(**settings)
        return TestClient(create_app(lambda: assistant, server=server))

    return serve_


@pytest.fixture
def keyed(serve):
    return serve(api_keys={"kunta": KEY, "koulu": OTHER})


class TestKeys:
    @pytest.mark.parametrize(
        "headers",
        [
            BEARER,
            {"authorization": f"bearer  {OTHER}"},
            {"x-api-key": KEY},
        ],
    )
    def test_a_key_lets_in(self, keyed, headers):
        assert keyed.post("/v1/chat", json=ASKED, headers=headers).status_code == 200

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"authorization": "Bearer wrong"},
            {"authorization": f"Basic {KEY}"},
            {"authorization": KEY},
            {"x-api-key": ""},
            {"x-api-key": KEY[:-1]},
            {"x-api-key": b"\xff\xfe"},
            {"cookie": f"{COOKIE}=page.forged.signature"},
        ],
    )
    def test_nothing_else_does(self, keyed, assistant, headers):
        response = keyed.post("/v1/chat", json=ASKED, headers=headers)
        assert response.status_code == 401
        assert response.headers["www-authenticate"].startswith("Bearer")
        assert response.headers["content-type"] == "application/problem+json"
        assert assistant.asked == []

    @pytest.mark.parametrize(
        "path", ["/v1/services", "/v1/search?q=a", "/v1/models", "/metrics", "/v1/nothing", "/mcp"]
    )
    def test_every_address_of_the_api_asks_for_one(self, keyed, path):
        assert keyed.get(path).status_code == 401
        assert keyed.get(path, headers=BEARER).status_code != 401

    @pytest.mark.parametrize(
        "path", ["/", "/lahteet", "/healthz", "/readyz", "/openapi.json", "/static/style.css"]
    )
    def test_pages_and_signs_of_life_ask_for_none(self, keyed, path):
        assert keyed.get(path).status_code == 200

    def test_a_body_is_not_read_before_the_key(self, serve, assistant):
        client = serve(api_keys={"kunta": KEY})
        response = client.post("/v1/chat", content=b"x" * 10_000_000)
        assert response.status_code == 401

    def test_the_log_names_whose_key_it_was_and_not_the_key(self, keyed, caplog):
        caplog.set_level("INFO", logger="tienviitta.api")
        keyed.get("/v1/services", headers=BEARER)
        assert '"client": "kunta"' in caplog.text
        assert KEY not in caplog.text

    def test_without_keys_the_api_is_open_and_sets_no_cookie(self, client):
        assert client.post("/v1/chat", json=ASKED).status_code == 200
        assert "set-cookie" not in client.get("/").headers


class TestPage:
    def test_the_page_may_do_what_it_does(self, keyed):
        keyed.get("/")
        response = keyed.post(
            "/v1/chat",
            json=ASKED,
            headers={"origin": "http://testserver", "sec-fetch-site": "same-origin"},
        )
        assert response.status_code == 200

    def test_its_cookie_goes_nowhere_else_and_no_script_reads_it(self, keyed):
        told = keyed.get("/").headers["set-cookie"]
        for word in ("HttpOnly", "SameSite=Strict", "Path=/v1", "Max-Age=7200"):
            assert word in told
        assert "Secure" not in told

    def test_over_tls_it_is_sent_over_tls_alone(self, assistant):
        server = ServerSettings(api_keys={"kunta": KEY})
        app = create_app(lambda: assistant, server=server)
        client = TestClient(app, base_url="https://testserver")
        response = client.get("/")
        assert "; Secure" in response.headers["set-cookie"]
        assert response.headers["strict-transport-security"]

    @pytest.mark.parametrize(
        "headers",
        [
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"origin": "https://paha.example"},
            {"origin": "null"},
        ],
    )
    def test_another_site_may_not_use_the_pages_cookie(self, keyed, headers):
        keyed.get("/")
        assert keyed.post("/v1/chat", json=ASKED, headers=headers).status_code == 401

    def test_it_ends_and_is_renewed_by_use(self, keyed, monkeypatch):
        keyed.get("/")
        first = keyed.cookies[COOKIE]
        assert keyed.post("/v1/chat", json=ASKED).status_code == 200
        assert keyed.cookies[COOKIE]
        monkeypatch.setattr(access, "COOKIE_SECONDS", -1)
        keyed.cookies.set(COOKIE, first)
        assert keyed.post("/v1/chat", json=ASKED).status_code == 401

    def test_other_keys_make_other_cookies(self):
        one, other = Keys({"a": KEY}), Keys({"a": OTHER})
        assert one.cookie().rpartition(".")[2] != other.cookie().rpartition(".")[2]

    def test_a_page_of_a_listed_site_may_use_what_is_embedded(self, serve):
        client = serve(api_keys={"a": KEY}, cors_origins=("https://kunta.fi",))
        listed = {"origin": "https://kunta.fi"}
        answer = client.post("/v1/chat", json=ASKED, headers=listed)
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "https://kunta.fi"
        assert client.get("/v1/services", headers=listed).status_code == 200
        for path in ("/v1/search?q=a", "/v1/models", "/metrics"):
            assert client.get(path, headers=listed).status_code == 401
        assert client.post("/v1/chat/completions", headers=listed).status_code == 401
        other = {"origin": "https://paha.example"}
        assert client.post("/v1/chat", json=ASKED, headers=other).status_code == 401

    def test_every_site_is_no_listed_site(self, serve):
        client = serve(api_keys={"a": KEY}, cors_origins=("*",))
        response = client.post("/v1/chat", json=ASKED, headers={"origin": "https://x.fi"})
        assert response.status_code == 401
        assert response.headers["access-control-allow-origin"] == "*"


class TestCors:
    def test_a_listed_site_may_ask(self, serve):
        client = serve(cors_origins=("https://kunta.fi",), api_keys={"a": KEY})
        response = client.options("/v1/chat", headers=PREFLIGHT)
        assert response.status_code == 200
        assert response.headers["access-control-allow-origin"] == "https://kunta.fi"
        assert "access-control-allow-credentials" not in response.headers

    def test_another_may_not(self, serve):
        client = serve(cors_origins=("https://muu.fi",))
        response = client.options("/v1/chat", headers=PREFLIGHT)
        assert "access-control-allow-origin" not in response.headers

    def test_none_may_when_none_is_listed(self, client):
        response = client.post("/v1/chat", json=ASKED, headers={"origin": "https://kunta.fi"})
        assert "access-control-allow-origin" not in response.headers

    def test_a_problem_can_be_read_there_too(self, serve):
        client = serve(cors_origins=("https://kunta.fi",))
        response = client.post("/v1/chat", json={}, headers={"origin": "https://kunta.fi"})
        assert response.status_code == 422
        assert response.headers["access-control-allow-origin"] == "https://kunta.fi"
        assert "X-Request-ID" in response.headers["access-control-expose-headers"]


class TestRate:
    def test_one_more_than_the_most_is_refused_with_the_seconds_to_wait(self, serve, assistant):
        client = serve(rate_limit="2/hour")
        for _ in range(2):
            assert client.post("/v1/chat", json=ASKED).status_code == 200
        response = client.post("/v1/chat", json=ASKED)
        assert response.status_code == 429
        assert 0 < int(response.headers["retry-after"]) <= 3600
        assert response.json()["type"].endswith("#too-many")
        assert len(assistant.asked) == 2

    def test_questions_on_the_page_count_and_reading_does_not(self, serve):
        client = serve(rate_limit="1/hour")
        for path in ("/", "/lahteet", "/static/style.css", "/healthz", "/metrics") * 2:
            assert client.get(path).status_code == 200
        assert client.post("/", data={"q": "a"}).status_code == 200
        assert client.post("/", data={"q": "a"}).status_code == 429

    def test_each_key_has_its_own_count(self, serve):
        client = serve(rate_limit="1/hour", api_keys={"a": KEY, "b": OTHER})
        for key in (KEY, OTHER):
            headers = {"x-api-key": key}
            assert client.get("/v1/models", headers=headers).status_code == 200
            assert client.get("/v1/models", headers=headers).status_code == 429

    def test_guessing_keys_counts(self, serve):
        client = serve(rate_limit="2/hour", api_keys={"a": KEY})
        told = [client.get("/v1/models", headers={"x-api-key": str(n)}) for n in range(3)]
        assert [response.status_code for response in told] == [401, 401, 429]

    def test_each_address_has_its_own_count(self, assistant):
        app = create_app(lambda: assistant, server=ServerSettings(rate_limit="1/hour"))
        for host in ("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:1::1"):
            client = TestClient(app, client=(host, 1))
            assert client.get("/v1/models").status_code == 200
        assert TestClient(app, client=("192.0.2.1", 2)).get("/v1/models").status_code == 429
        # One home has a whole network of addresses.
        assert TestClient(app, client=("2001:db8::99", 1)).get("/v1/models").status_code == 429


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("testclient", "testclient"),
    ],
)
def test_an_address_is_told_by_what_one_client_has(host, told):
    from starlette.requests import Request

    assert address_of(Request({"type": "http", "client": (host, 1), "headers": []})) == told


def test_a_client_without_an_address_has_one_count():
    from starlette.requests import Request

    assert address_of(Request({"type": "http", "headers": []})) == ""
