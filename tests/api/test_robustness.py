"""Whatever is sent, the server answers with an answer or with a problem, never with a fault."""

from __future__ import annotations

import json

import pytest
from fake_assistant import FakeAssistant
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.schemas import ChatRequest

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
names = st.sampled_from([*ChatRequest.model_fields, "x"])
messages = st.lists(
    st.fixed_dictionaries(
        {"role": st.sampled_from(["user", "assistant", "system"]), "content": st.text()}
    ),
    max_size=4,
)
requests = (
    anything
    | st.dictionaries(names, anything)
    | st.fixed_dictionaries(
        {"messages": messages},
        optional={"as_of": st.text(), "municipality": st.text(), "stream": st.booleans()},
    )
)


@pytest.fixture(scope="module")
def client():
    assistant = FakeAssistant()
    return TestClient(create_app(lambda: assistant))


@settings(deadline=None)
@given(requests)
def test_any_json(client, body):
    content = json.dumps(body)
    response = client.post(
        "/v1/chat", content=content, headers={"content-type": "application/json"}
    )
    assert response.status_code in {200, 413, 422}
    if response.status_code != 200:
        problem = response.json()
        assert {"type", "title", "status", "detail"} <= set(problem)
        assert problem["status"] == response.status_code


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(client, body):
    response = client.post("/v1/chat", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 422


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_form(client, body):
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/", content=body, headers=headers).status_code < 500


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["q", "limit", "offset", "as_of", "status", "x"]), st.text())
)
def test_any_query(client, query):
    encodable = {k: v.encode("utf-8", "replace").decode() for k, v in query.items()}
    assert client.get("/v1/services", params=encodable).status_code in {200, 422}


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_source_page(client, name):
    from urllib.parse import quote

    response = client.get(f"/lahteet/{quote(name, safe='')}", follow_redirects=False)
    assert response.status_code < 500
