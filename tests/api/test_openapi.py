"""Schemathesis over the whole description: what is sent by it, and what isn't, is answered as told.

Source: https://schemathesis.readthedocs.io. The application is called in this process.
"""

from __future__ import annotations

import pytest
import schemathesis
from fake_assistant import FakeAssistant
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from api.app import create_app
from api.feedback import FeedbackStore

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
    unsupported_method,
)


app = create_app(FakeAssistant)
schema = schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.fixture(autouse=True, scope="module")
def feedback(tmp_path_factory):
    path = tmp_path_factory.mktemp("feedback") / "feedback.sqlite"
    app.state.feedback = FeedbackStore(path, days=1)


@schema.parametrize()
@settings(
    max_examples=80,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_does_as_it_is_described(case):
    case.call_and_validate(checks=CHECKS)
