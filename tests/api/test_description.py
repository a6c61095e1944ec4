"""The description of the API as OpenAPI tells what there is."""

from __future__ import annotations

import json

import jsonschema
import pytest
from fake_assistant import CARDS

from api.examples import EXAMPLES


class TestDescription:
    def test_every_reference_of_the_description_resolves(self, client):
        spec = client.get("/openapi.json").json()
        text = json.dumps(spec)
        wanted = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
        assert "HTTPValidationError" not in wanted
        assert wanted <= set(spec["components"]["schemas"])
        assert {"ChatRequest", "Problem", "AnswerOut"} <= wanted | {"ChatRequest"}

    def test_every_operation_is_described_and_tells_its_problems(self, client):
        spec = client.get("/openapi.json").json()
        assert set(spec["paths"]) == {
            "/v1/chat",
            "/v1/chat/completions",
            "/v1/models",
            "/v1/models/{model}",
            "/v1/search",
            "/v1/services",
            "/v1/services/{service_id}",
            "/v1/sources",
            "/v1/sources/{source_id}",
            "/v1/feedback",
            "/v1/feedback/{feedback_id}",
            "/healthz",
            "/readyz",
            "/metrics",
        }
        index_free = ("/healthz", "/metrics", "/v1/feedback", "/v1/models")
        for path, methods in spec["paths"].items():
            for operation in methods.values():
                assert operation["summary"]
                assert operation["description"]
                assert path.startswith(index_free) or "503" in operation["responses"]
                assert not path.startswith("/v1/") or "429" in operation["responses"]

    @pytest.mark.parametrize(
        ("path", "form", "status"),
        [
            ("/v1/chat", "ChatRequest", 200),
            ("/v1/search", "SearchRequest", 200),
            ("/v1/chat/completions", "CompletionRequest", 200),
            ("/v1/feedback", "FeedbackIn", 201),
        ],
    )
    def test_the_example_of_the_description_is_answered(self, client, path, form, status):
        spec = client.get("/openapi.json").json()
        example = spec["components"]["schemas"][form]["example"]
        assert client.post(path, json=example).status_code == status

    def test_every_answer_is_told_with_an_example_of_its_own_shape(self, client):
        spec = client.get("/openapi.json").json()
        told = {
            (method, path): response["content"]["application/json"]
            for path, methods in spec["paths"].items()
            for method, operation in methods.items()
            for status, response in operation["responses"].items()
            if status in {"200", "201"} and "application/json" in response.get("content", {})
        }
        assert set(told) == set(EXAMPLES)
        for content in told.values():
            schema = {**content["schema"], "components": spec["components"]}
            jsonschema.validate(content["example"], schema)

    def test_every_path_that_varies_is_told_with_an_example(self, client):
        spec = client.get("/openapi.json").json()
        for methods in spec["paths"].values():
            for operation in methods.values():
                for parameter in operation.get("parameters", ()):
                    assert parameter["in"] == "query" or parameter["example"]

    def test_every_problem_is_told_with_an_example(self, client):
        spec = client.get("/openapi.json").json()
        told = [
            content
            for methods in spec["paths"].values()
            for operation in methods.values()
            for status, response in operation["responses"].items()
            if status[0] in "45"
            for content in response["content"].values()
        ]
        assert told
        assert all("example" in content or content.get("examples") for content in told)

    def test_every_problem_links_to_its_description(self, client):
        page = client.get("/rajapinta").text
        kind = client.get("/v1/nothing").json()["type"]
        assert kind.startswith("/rajapinta#")
        assert f'id="{kind.split("#")[1]}"' in page

    def test_each_card_of_the_list_is_whole(self, client):
        items = client.get("/v1/services").json()["items"]
        assert [item["name"] for item in items] == [card.name for card in CARDS]
        assert items[0]["channels"]["phone"] == "044 703 1234"
