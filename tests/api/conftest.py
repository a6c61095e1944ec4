from __future__ import annotations

import pytest
from fake_assistant import FakeAssistant
from fastapi.testclient import TestClient

from api.app import create_app


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def client(assistant: FakeAssistant) -> TestClient:
    return TestClient(create_app(lambda: assistant, region=("Oulu", "Raahe")))
