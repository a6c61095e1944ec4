from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fake_assistant import FakeAssistant
from fastapi.testclient import TestClient

from api.app import create_app
from assistant.settings import ServerSettings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def client(assistant: FakeAssistant, tmp_path: Path) -> TestClient:
    server = ServerSettings(feedback=tmp_path / "feedback.sqlite")
    return TestClient(create_app(lambda: assistant, region=("Oulu", "Raahe"), server=server))
